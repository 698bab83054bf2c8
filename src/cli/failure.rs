//! How a command ends when it does not do what was asked.

use super::exit::Exit;

/// An exit code and what is told about it, in the user's language.
#[derive(Debug)]
pub(super) struct Failure {
    /// The code.
    pub(super) exit: Exit,
    /// The text for standard error.
    pub(super) told: String,
    /// Whether the text is announced as a fault; one that speaks for itself is not.
    pub(super) announced: bool,
}

impl Failure {
    /// A failure in a sentence or two.
    pub(super) fn new(exit: Exit, told: impl Into<String>) -> Self {
        Self { exit, told: told.into(), announced: true }
    }

    /// A failure whose text already looks like what it is.
    pub(super) fn plain(exit: Exit, told: impl Into<String>) -> Self {
        Self { exit, told: told.into(), announced: false }
    }
}
