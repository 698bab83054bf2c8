//! `backtest.json`: every figure of the answer.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::analyses::{Backtest, Hit, Tested};
use crate::report::answer::FORMAT_VERSION;
use crate::report::summary::{Estimate, Named, Number};

/// A forecast of a period that is past, learnt from the periods before it and held against what happened.
///
/// `null` stands for undefined. With `enough` false there are too few draws left for any of it to be relied on.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "backtest.json of sim")]
pub(super) struct Figures<'a> {
    format_version: u32,
    scenario: &'a str,
    world: &'a str,
    seed: u64,
    replications: usize,
    /// Draws of the prior.
    draws: usize,
    /// How many equal draws tell as much as the weighted ones.
    effective_draws: Number,
    /// Whether that is enough to conclude.
    enough: bool,
    /// The period that is forecast.
    period: &'a str,
    /// The registered numbers that weigh the draws.
    learnt_from: Vec<OneTerm<'a>>,
    /// The average cost of a trajectory as it was known, and as it became, EUR.
    average_cost_eur: AverageCost,
    /// Figures between P10 and P90, and between P5 and P95.
    within: Within,
    /// What was forecast, by its name.
    forecast: Named<'a, OneFigure<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct OneTerm<'a> {
    what: &'a str,
    period: Option<&'a str>,
    registered: Number,
}

#[derive(Serialize, JsonSchema)]
struct AverageCost {
    known: Number,
    happened: Number,
    /// What happened over what was known, less one.
    rise: Number,
}

#[derive(Serialize, JsonSchema)]
struct Within {
    all: usize,
    p10_p90: usize,
    p5_p95: usize,
}

#[derive(Serialize, JsonSchema)]
struct OneFigure<'a> {
    unit: &'a str,
    happened: Number,
    mean: Estimate,
    p5: Estimate,
    p10: Estimate,
    p50: Estimate,
    p90: Estimate,
    p95: Estimate,
    /// `inside` P10 to P90, at the `edge` (P5 to P95), or `outside`.
    hit: &'a str,
    /// Probability integral transform: the share of the forecast below what happened, half of what equals it included.
    pit: Estimate,
    /// Continuous ranked probability score, in the unit of the figure.
    crps: Estimate,
    /// How far off as much per month as before would have been; `null` where the periods before tell nothing.
    naive_error: Number,
    /// P10, P50 and P90 as a share of what happened; `null` when that is nought.
    relative: Relative,
}

#[derive(Serialize, JsonSchema)]
struct Relative {
    p10: Number,
    p50: Number,
    p90: Number,
}

pub(super) fn figures(found: &Backtest) -> Figures<'_> {
    let (inside, edge) = found.hits();
    let (known, happened) = found.average_cost;
    Figures {
        format_version: FORMAT_VERSION,
        scenario: &found.arm.name,
        world: &found.world.name,
        seed: found.run.seed,
        replications: found.run.replications,
        draws: found.draws,
        effective_draws: found.effective.into(),
        enough: found.is_enough(),
        period: &found.period,
        learnt_from: found
            .learnt_from
            .iter()
            .map(|term| OneTerm {
                what: term.compared.name(),
                period: term.period.as_deref(),
                registered: term.observed.into(),
            })
            .collect(),
        average_cost_eur: AverageCost {
            known: known.into(),
            happened: happened.into(),
            rise: Number(rise(found)),
        },
        within: Within { all: found.figures.len(), p10_p90: inside, p5_p95: edge },
        forecast: Named::of(found.figures.iter().map(|one| (one.name, figure(one)))),
    }
}

/// By how much the average cost rose.
pub(super) fn rise(found: &Backtest) -> Option<f64> {
    let (known, happened) = found.average_cost;
    (known > 0.0).then(|| happened / known - 1.0)
}

/// A value as a share of what happened.
pub(super) fn relative(one: &Tested, value: f64) -> Option<f64> {
    (one.happened.abs() > 0.0).then(|| value / one.happened)
}

/// The name of where it lies.
const fn hit(of: Hit) -> &'static str {
    match of {
        Hit::Inside => "inside",
        Hit::Edge => "edge",
        Hit::Outside => "outside",
    }
}

fn figure(one: &Tested) -> OneFigure<'_> {
    let [p5, p10, p50, p90, p95] = &one.quantiles;
    OneFigure {
        unit: one.unit.text(),
        happened: one.happened.into(),
        mean: (&one.mean).into(),
        p5: p5.into(),
        p10: p10.into(),
        p50: p50.into(),
        p90: p90.into(),
        p95: p95.into(),
        hit: hit(one.hit()),
        pit: (&one.pit).into(),
        crps: (&one.crps).into(),
        naive_error: one.naive_error.into(),
        relative: Relative {
            p10: Number(relative(one, p10.value)),
            p50: Number(relative(one, p50.value)),
            p90: Number(relative(one, p90.value)),
        },
    }
}

/// The schema of the file.
pub(in crate::report::answer) fn schema() -> Schema {
    schemars::schema_for!(Figures<'_>)
}
