//! The whole answer: what could be bought, and what is best.

use super::judged::Rules;
use super::search::BestUse;
use crate::analyses::RunInfo;
use crate::scenario::{Arm, SearchSpace, World};

/// The best use of a yearly amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Allotment {
    /// The name of the run.
    pub name: String,
    /// How it was made.
    pub run: RunInfo,
    /// The scenario that holds the search space.
    pub arm: Arm,
    /// What allocations are held against.
    pub base: Arm,
    /// The worlds, the leading one first.
    pub worlds: Vec<World>,
    /// Labels of the reporting periods.
    pub periods: Vec<String>,
    /// What could be bought.
    pub space: SearchSpace,
    /// Under which constraints.
    pub rules: Rules,
    /// What was found.
    pub best_use: BestUse,
}
