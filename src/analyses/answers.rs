//! The answers that were asked for along with a run.

use super::monitor::Monitor;
use super::sensitivity::Sensitivity;
use super::value::Value;
use super::verify::Verified;
use super::{Allotment, Comparison, PayBack};

/// What was answered along with a run; nothing for what was not asked.
///
/// A comparison and a value are about all arms of the run, the others about the first that was asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// When real data will tell.
    pub monitor: Option<Monitor>,
    /// What it is worth to know more.
    pub value: Option<Value>,
    /// What moves the answer most.
    pub sensitivity: Option<Sensitivity>,
    /// Which option is best.
    pub compare: Option<Comparison>,
    /// Where it pays back.
    pub break_even: Option<PayBack>,
    /// The best use of a yearly amount.
    pub budget: Option<Allotment>,
    /// Whether the model holds on it.
    pub verify: Option<Verified>,
}

impl Answers {
    /// Whether nothing was asked.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
