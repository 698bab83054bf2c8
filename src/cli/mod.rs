//! The command: arguments, subcommands, progress, folders, exit codes.
//!
//! Enters: what was typed. Leaves: an exit code. With `report` the only room that touches disk, clock or terminal.
//! Refuses to know: the model, and how a figure is computed or formatted.

mod agenda;
mod answer;
mod args;
mod break_even;
mod budget;
mod calibrate;
mod check;
mod checkpoint;
mod choice;
mod compare;
mod documents;
mod entry;
mod exit;
mod failure;
mod folder;
mod inputs;
mod learning;
mod long;
mod merge;
mod monitor;
mod number;
mod origin;
mod parts;
mod precision;
mod progress;
mod question;
mod region;
mod results;
mod run;
mod running;
mod score;
mod screen;
mod sensitivity;
mod shard;
mod shorthand;
mod show;
mod simulate;
mod stop;
mod stopwatch;
mod usage;
mod value;
mod verify;

pub use entry::main;
pub use exit::Exit;
