//! The command: arguments, subcommands, progress, folders, exit codes.
//!
//! Enters: what was typed. Leaves: an exit code. With `report` the only room that touches disk, clock or terminal.
//! Refuses to know: the model, and how a figure is computed or formatted.

mod args;
mod check;
mod choice;
mod documents;
mod entry;
mod exit;
mod failure;
mod folder;
mod inputs;
mod number;
mod progress;
mod results;
mod run;
mod screen;
mod shorthand;
mod show;
mod stop;
mod stopwatch;
mod usage;

pub use entry::main;
pub use exit::Exit;
