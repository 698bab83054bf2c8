//! The whole answer: which quantity, what it is today, and where the policy pays back.

use super::map::Map;
use super::search::Threshold;
use crate::analyses::RunInfo;
use crate::distributions::Law;
use crate::scenario::{Arm, Entry, Grade, Timeline, Unit, World};

/// Times the mean of today that is looked at where nothing bounds a quantity.
const REACH: f64 = 3.0;
/// Standard deviations on either side for a quantity that may be negative.
const SPREADS: f64 = 4.0;

/// What a quantity is today in the leading world.
#[derive(Clone, Debug, PartialEq)]
pub struct Today {
    /// Its mean.
    pub mean: f64,
    /// P10 and P90; `None` for a fixed number.
    pub band: Option<(f64, f64)>,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Where it comes from, in the words of the file.
    pub source: String,
    /// Whether it changes on dates; a value that is tried holds from the start to the end.
    pub dated: bool,
}

/// A quantity that is moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Sought {
    /// Its dotted key.
    pub key: String,
    /// Its unit.
    pub unit: Unit,
    /// Lowest and highest value that is looked at.
    pub range: (f64, f64),
    /// What it is today.
    pub today: Today,
}

/// Where a policy pays back.
#[derive(Clone, Debug, PartialEq)]
pub struct PayBack {
    /// The name of the run.
    pub name: String,
    /// How it was made.
    pub run: RunInfo,
    /// The policy.
    pub arm: Arm,
    /// What it is held against; `None` when it stands alone.
    pub base: Option<Arm>,
    /// The world.
    pub world: World,
    /// How often it must pay back.
    pub probability: f64,
    /// The quantity.
    pub sought: Sought,
    /// What was found for it.
    pub threshold: Threshold,
    /// A second quantity with the map of both.
    pub second: Option<(Sought, Map)>,
}

impl Sought {
    /// A quantity as it is today, to be looked at over `range`, or over what is usual for it.
    ///
    /// `None` when nothing of the range lies within the bounds of the quantity.
    pub fn new(entry: Entry, timeline: &Timeline, range: Option<(f64, f64)>) -> Option<Self> {
        let law = &timeline.initial.law;
        let (low, high) = range.unwrap_or_else(|| usual(entry, law));
        let range = (low.max(entry.bounds.0), high.min(entry.bounds.1));
        (range.0 < range.1).then(|| Self {
            key: timeline.key.clone(),
            unit: entry.unit,
            range,
            today: Today {
                mean: law.mean(),
                band: (!law.is_fixed()).then(|| (law.quantile(0.1), law.quantile(0.9))),
                grade: timeline.initial.provenance.grade,
                source: timeline.initial.provenance.source.clone(),
                dated: !timeline.changes.is_empty(),
            },
        })
    }
}

/// All of a share; of anything else from nought to three times today; of what may be negative four standard deviations
/// on either side.
fn usual(entry: Entry, law: &Law) -> (f64, f64) {
    let (least, most) = entry.bounds;
    let mean = law.mean();
    if least >= 0.0 && most <= 1.0 {
        (least, most)
    } else if least >= 0.0 && mean > least {
        (least, mean * REACH)
    } else {
        let sd = if law.is_fixed() { mean.abs().max(0.1) } else { law.sd() };
        (mean - SPREADS * sd, mean + SPREADS * sd)
    }
}
