//! Checks as they ended, with what they were made on.

use super::check::{Check, Verdict};
use crate::analyses::RunInfo;
use crate::scenario::{Arm, World};

/// Checks as they ended, with what they were made on.
#[derive(Clone, Debug, PartialEq)]
pub struct Verified {
    /// The scenario.
    pub arm: Arm,
    /// The leading world.
    pub world: World,
    /// The main run.
    pub run: RunInfo,
    /// The checks, in order of group.
    pub checks: Vec<Check>,
}

impl Verified {
    /// How many checks ended so.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.checks.iter().filter(|check| check.verdict() == verdict).count()
    }
}
