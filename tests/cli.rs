//! What a user types and sees: help, faults, exit codes, folders, stopping.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "cli/command.rs"]
mod command;
#[path = "cli/help.rs"]
mod help;
#[path = "cli/results.rs"]
mod results;
#[path = "cli/usage.rs"]
mod usage;
