//! The exit codes, as scripts rely on them.

use std::process::ExitCode;

/// How a command ended. The numbers are part of the contract: add, never renumber.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done, with or without warnings.
    Done = 0,
    /// A fault of the program itself.
    InternalFault = 1,
    /// What was typed makes no command.
    Usage = 2,
    /// A scenario or world file, or a value set at the prompt, has faults.
    ScenarioRefused = 3,
    /// The run did not finish: stopped by the user, or out of memory or threads.
    RunFailed = 4,
    /// The results, or the text on standard output, could not be written.
    OutputNotWritten = 5,
    /// The run finished but misses the precision that was asked for.
    PrecisionMissed = 6,
    /// A self-check of `sim verify` does not hold.
    CheckFailed = 7,
}

impl Exit {
    /// All of them, in order of number.
    pub const ALL: [Self; 8] = [
        Self::Done,
        Self::InternalFault,
        Self::Usage,
        Self::ScenarioRefused,
        Self::RunFailed,
        Self::OutputNotWritten,
        Self::PrecisionMissed,
        Self::CheckFailed,
    ];

    /// The number that the shell sees.
    pub const fn code(self) -> u8 {
        self as u8
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
