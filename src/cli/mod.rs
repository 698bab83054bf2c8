//! The command: arguments, subcommands, progress, folders, exit codes.
//!
//! Enters: what was typed. Leaves: an exit code. With `report` the only room that touches disk, clock or terminal.
