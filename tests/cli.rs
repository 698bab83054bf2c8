//! What a user types and sees: help, faults, exit codes, folders, stopping.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "cli/along.rs"]
mod along;
#[path = "cli/calibration.rs"]
mod calibration;
#[path = "cli/command.rs"]
mod command;
#[path = "cli/help.rs"]
mod help;
#[path = "cli/learning.rs"]
mod learning;
#[path = "cli/long.rs"]
mod long;
#[path = "cli/parts.rs"]
mod parts;
#[path = "cli/questions.rs"]
mod questions;
#[path = "cli/region.rs"]
mod region;
#[path = "cli/results.rs"]
mod results;
#[path = "cli/told.rs"]
mod told;
#[path = "cli/usage.rs"]
mod usage;
