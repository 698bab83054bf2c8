//! `break-even.json`: every figure of the answer.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::analyses::{Crossing, Map, PayBack, Point, STUDIES, Sought};
use crate::report::answer::FORMAT_VERSION;
use crate::report::summary::{Estimate, Named, Number};
use crate::scenario::Key;
use crate::statistics;

/// The value of a quantity at which a scenario pays back as often as asked, in the leading world.
///
/// A value is in the unit of its key; money is in EUR. `null` stands for undefined.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BreakEvenAnswer", title = "break-even.json of sim")]
pub(in crate::report::answer) struct Figures<'a> {
    format_version: u32,
    /// The scenario.
    scenario: &'a str,
    /// What it is held against; `null` when it stands alone.
    base: Option<&'a str>,
    world: &'a str,
    seed: u64,
    /// Replications of the last round of the search.
    replications: usize,
    /// How often the net saving must not be negative.
    probability: Number,
    /// The quantity that is moved.
    key: OneKey<'a>,
    /// `found`, `always` or `never` (on one side of what is asked all over the range), or `unclear`.
    outcome: &'static str,
    /// The value; `null` unless found.
    break_even: Estimate,
    /// Whether it pays back more often above the value; `null` unless found.
    rising: Option<bool>,
    /// Whether the curve crosses more than once for certain; the first is told.
    several: bool,
    /// The value at which the expected net saving is nought.
    mean_zero: Estimate,
    /// The curve over the whole range.
    curve: Vec<OnePoint>,
    /// Replications behind the curve.
    curve_replications: usize,
    /// Values that the scenario refuses.
    refused: Vec<Number>,
    /// A second quantity, when one was asked for.
    second: Option<OneKey<'a>>,
    /// Both quantities at once.
    map: Option<OneMap>,
    /// What was found elsewhere on the quantity.
    studies: Named<'a, OneStudy>,
}

#[derive(Serialize, JsonSchema)]
struct OneKey<'a> {
    key: &'a str,
    unit: &'a str,
    low: Number,
    high: Number,
    /// What it is today.
    today: Number,
    today_p10: Number,
    today_p90: Number,
    grade: &'a str,
    source: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct OnePoint {
    value: Number,
    /// How often the net saving is not negative.
    p_net_nonnegative: Estimate,
    /// The expected net saving.
    net_saving_eur: Estimate,
}

/// How often it pays back over a grid.
#[derive(Serialize, JsonSchema)]
struct OneMap {
    replications: usize,
    /// Values of the first quantity.
    along: Vec<Number>,
    /// Values of the second quantity.
    up: Vec<Number>,
    /// By the second, then by the first; `null` where the scenario refuses both together.
    p_net_nonnegative: Vec<Vec<Estimate>>,
    /// By the second: the value of the first at which it pays back as often as asked.
    line: Vec<Estimate>,
}

#[derive(Serialize, JsonSchema)]
struct OneStudy {
    value: Number,
    low: Number,
    high: Number,
}

pub(in crate::report::answer) fn figures(pay_back: &PayBack) -> Figures<'_> {
    let threshold = &pay_back.threshold;
    let (outcome, found) = match &threshold.crossing {
        Crossing::Found { value, rising, several } => ("found", Some((value, *rising, *several))),
        Crossing::Always => ("always", None),
        Crossing::Never => ("never", None),
        Crossing::Unclear | Crossing::Refused => ("unclear", None),
    };
    let studies = if pay_back.sought.key == Key::AvoidanceShare.entry().key { STUDIES } else { &[] };
    Figures {
        format_version: FORMAT_VERSION,
        scenario: &pay_back.arm.name,
        base: pay_back.base.as_ref().map(|base| base.name.as_str()),
        world: &pay_back.world.name,
        seed: pay_back.run.seed,
        replications: pay_back.run.replications,
        probability: pay_back.probability.into(),
        key: key(&pay_back.sought),
        outcome,
        break_even: found.map(|(value, ..)| value).into(),
        rising: found.map(|(_, rising, _)| rising),
        several: found.is_some_and(|(.., several)| several),
        mean_zero: threshold.mean_zero.as_ref().into(),
        curve: threshold.curve.iter().map(point).collect(),
        curve_replications: threshold.curve_replications,
        refused: threshold.refused.iter().copied().map(Number::from).collect(),
        second: pay_back.second.as_ref().map(|(second, _)| key(second)),
        map: pay_back.second.as_ref().map(|(_, map)| one_map(map)),
        studies: Named::of(studies.iter().map(|study| {
            let (low, high) = study.range.unzip();
            (study.id, OneStudy { value: study.value.into(), low: low.into(), high: high.into() })
        })),
    }
}

fn key(sought: &Sought) -> OneKey<'_> {
    let (low, high) = sought.today.band.unzip();
    OneKey {
        key: &sought.key,
        unit: sought.unit.text(),
        low: sought.range.0.into(),
        high: sought.range.1.into(),
        today: sought.today.mean.into(),
        today_p10: low.into(),
        today_p90: high.into(),
        grade: sought.today.grade.text(),
        source: &sought.today.source,
    }
}

fn point(point: &Point) -> OnePoint {
    OnePoint {
        value: point.value.into(),
        p_net_nonnegative: (&point.chance).into(),
        net_saving_eur: point.net.as_ref().into(),
    }
}

fn one_map(map: &Map) -> OneMap {
    let numbers = |values: &[f64]| values.iter().copied().map(Number::from).collect();
    let estimates = |row: &Vec<Option<statistics::Estimate>>| {
        row.iter().map(|one| Estimate::from(one.as_ref())).collect::<Vec<_>>()
    };
    OneMap {
        replications: map.replications,
        along: numbers(&map.along),
        up: numbers(&map.up),
        p_net_nonnegative: map.chances.iter().map(estimates).collect(),
        line: estimates(&map.line),
    }
}

/// The schema of the file.
pub(in crate::report::answer) fn schema() -> Schema {
    schemars::schema_for!(Figures<'_>)
}
