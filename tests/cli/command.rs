//! Runs the built command and keeps what it printed.

use std::path::Path;
use std::process::{Command, Output};

/// What a command left behind.
pub(crate) struct Told {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Told {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("what sim prints is UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// The root of the project.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The command in the root of the project, without what the environment would change.
pub(crate) fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sim"));
    command.current_dir(root());
    for variable in ["COLUMNS", "LINES", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "RUST_BACKTRACE", "LANG"] {
        command.env_remove(variable);
    }
    command
}

/// Runs the words of a line.
pub(crate) fn sim(line: &str) -> Told {
    command().args(line.split_whitespace()).output().expect("sim starts").into()
}

/// Runs a line of a POSIX shell in which `$SIM` is the command.
#[cfg(unix)]
pub(crate) fn shell(line: &str) -> Told {
    let mut shell = Command::new("sh");
    shell.current_dir(root()).arg("-c").arg(line).env("SIM", env!("CARGO_BIN_EXE_sim"));
    shell.output().expect("a shell starts").into()
}
