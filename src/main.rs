//! The command `sim`: hands what was typed to [`sim::cli`] and leaves with the exit code that it answers.

use std::process::ExitCode;

fn main() -> ExitCode {
    sim::cli::main(std::env::args_os().skip(1).collect())
}
