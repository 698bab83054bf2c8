//! `calibrate.json`: every figure of the answer.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::analyses::calibration::{
    Calibration, Checked, Hidden, LearntQuantity, Ridge, Summary, Term, Topic, Verdict,
};
use crate::report::answer::FORMAT_VERSION;
use crate::report::summary::{Estimate, Named, Number};

/// What a registration teaches about quantities that nobody measured: before and after, each with its Monte Carlo error.
///
/// `null` stands for undefined. With `enough` false there are too few draws left for any of it to be relied on.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "calibrate.json of sim")]
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
    /// The share of all weight on the heaviest draw.
    heaviest_draw: Number,
    /// Whether that is enough to conclude.
    enough: bool,
    /// Whether the registration is a made-up example.
    example: bool,
    /// Whether outcomes and referrers weigh the draws too.
    shares_weigh: bool,
    /// The registered numbers that weigh the draws.
    learnt_from: Vec<OneTerm<'a>>,
    /// By dotted key; `demand_per_year` and `hours_per_conversation` are worked out from others.
    quantities: Named<'a, OneQuantity<'a>>,
    /// Quantities that are tied together without either being told.
    together: Vec<OneRidge<'a>>,
    /// What was registered beside P5 to P95 of what is expected after learning.
    checks: Vec<OneCheck<'a>>,
    /// Results of the last registered period that nobody registered.
    not_registered: Named<'a, OneHidden>,
    /// How many registered numbers there are to check, and how many of them lie within P5 to P95.
    checked: usize,
    as_expected: usize,
    /// The file of weighted draws, beside this one; `null` when there are too few.
    draws_file: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct OneTerm<'a> {
    what: &'a str,
    /// `null` for all periods together.
    period: Option<&'a str>,
    registered: Number,
    /// The standard deviation of the error of registration that is reckoned with.
    error: Number,
}

#[derive(Serialize, JsonSchema)]
struct OneSummary {
    mean: Estimate,
    sd: Estimate,
    p10: Estimate,
    p50: Estimate,
    p90: Estimate,
}

#[derive(Serialize, JsonSchema)]
struct OneQuantity<'a> {
    topic: &'a str,
    unit: &'a str,
    prior: OneSummary,
    posterior: OneSummary,
    /// Standard deviation after, as a share of that before.
    width: Estimate,
    /// How far the mean moved, in standard deviations of before.
    shift: Estimate,
    /// Whether it narrowed or moved by more than a tenth, beyond two errors.
    learnt: bool,
    /// P10 and P90 in standard deviations of before from the mean of before: before, and after.
    standardised: Standardised,
}

#[derive(Serialize, JsonSchema)]
struct Standardised {
    prior_p10: Number,
    prior_p90: Number,
    posterior_p10: Number,
    posterior_p90: Number,
}

#[derive(Serialize, JsonSchema)]
struct OneRidge<'a> {
    one: &'a str,
    other: &'a str,
    correlation: Estimate,
}

#[derive(Serialize, JsonSchema)]
struct OneCheck<'a> {
    what: &'a str,
    period: Option<&'a str>,
    registered: Number,
    p5: Estimate,
    p50: Estimate,
    p95: Estimate,
    /// The share of what is expected that lies below what was registered.
    below: Estimate,
    as_expected: bool,
    /// Whether the draws were weighed by it; if not, its law may hold the same counts.
    learnt_from: bool,
}

#[derive(Serialize, JsonSchema)]
struct OneHidden {
    prior: OneSummary,
    posterior: OneSummary,
}

/// The name of the file of weighted draws.
pub(super) const DRAWS_FILE: &str = "calibrate-draws.csv";

pub(super) fn figures(found: &Calibration) -> Figures<'_> {
    Figures {
        format_version: FORMAT_VERSION,
        scenario: &found.arm.name,
        world: &found.world.name,
        seed: found.run.seed,
        replications: found.run.replications,
        draws: found.draws,
        effective_draws: found.effective.into(),
        heaviest_draw: found.heaviest.into(),
        enough: found.verdict() == Verdict::Enough,
        example: found.example,
        shares_weigh: found.shares_weigh,
        learnt_from: found.terms.iter().map(term).collect(),
        quantities: Named::of(found.quantities.iter().map(|one| (one.key.as_str(), quantity(one)))),
        together: found.ridges.iter().map(ridge).collect(),
        checks: found.checks.iter().map(check).collect(),
        not_registered: Named::of(found.hidden.iter().map(|one| (one.metric.name(), hidden(one)))),
        checked: found.checks.len(),
        as_expected: found.checks.iter().filter(|one| one.is_expected()).count(),
        draws_file: found.draws_file.as_ref().map(|_| DRAWS_FILE),
    }
}

fn term(one: &Term) -> OneTerm<'_> {
    OneTerm {
        what: one.compared.name(),
        period: one.period.as_deref(),
        registered: one.observed.into(),
        error: one.compared.error(one.observed).into(),
    }
}

fn summary(one: &Summary) -> OneSummary {
    let [p10, p50, p90] = &one.quantiles;
    OneSummary {
        mean: (&one.mean).into(),
        sd: (&one.sd).into(),
        p10: p10.into(),
        p50: p50.into(),
        p90: p90.into(),
    }
}

/// A value in standard deviations of before from the mean of before; `None` without spread.
pub(super) fn standardised(one: &LearntQuantity, value: f64) -> Option<f64> {
    let sd = one.prior.sd.value;
    (sd > 0.0).then(|| (value - one.prior.mean.value) / sd)
}

fn quantity(one: &LearntQuantity) -> OneQuantity<'_> {
    let end = |of: &Summary, place: usize| Number(standardised(one, of.quantiles[place].value));
    OneQuantity {
        topic: topic(one.topic),
        unit: one.unit.text(),
        prior: summary(&one.prior),
        posterior: summary(&one.posterior),
        width: (&one.width).into(),
        shift: (&one.shift).into(),
        learnt: one.is_learnt(),
        standardised: Standardised {
            prior_p10: end(&one.prior, 0),
            prior_p90: end(&one.prior, 2),
            posterior_p10: end(&one.posterior, 0),
            posterior_p90: end(&one.posterior, 2),
        },
    }
}

const fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Demand => "demand",
        Topic::Hours => "hours",
        Topic::Conversations => "conversations",
        Topic::Awareness => "awareness",
        Topic::Waiting => "waiting",
        Topic::Derived => "worked_out",
    }
}

fn ridge(one: &Ridge) -> OneRidge<'_> {
    OneRidge { one: &one.one, other: &one.other, correlation: (&one.correlation).into() }
}

fn check(one: &Checked) -> OneCheck<'_> {
    let [p5, p50, p95] = &one.expected;
    OneCheck {
        what: one.name,
        period: one.period.as_deref(),
        registered: one.observed.into(),
        p5: p5.into(),
        p50: p50.into(),
        p95: p95.into(),
        below: (&one.below).into(),
        as_expected: one.is_expected(),
        learnt_from: one.learnt_from,
    }
}

fn hidden(one: &Hidden) -> OneHidden {
    OneHidden { prior: summary(&one.prior), posterior: summary(&one.posterior) }
}

/// The schema of the file.
pub(in crate::report::answer) fn schema() -> Schema {
    schemars::schema_for!(Figures<'_>)
}
