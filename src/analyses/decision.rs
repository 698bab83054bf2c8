//! What a decision needs: chances, the break-even share, the ceilings, weeks sooner and what they cost.

use super::Runs;
use super::bands::Subject;
use crate::engine::Metric;
use crate::scenario::{Ceiling, Scenario};
use crate::statistics::{Band, Estimate, LEVELS, Scratch, band, probability, ratio};

/// An amount above a ceiling by half a cent or less is rounding, not breaking.
const HALF_A_CENT: f64 = 0.005;
/// A replication is bound by capacity when somebody waits for want of hours in more than this share of its weeks.
const BOUND_ABOVE: f64 = 0.5;
/// Quantiles of a ratio are not given when it is undefined in more than this share of the draws.
pub(super) const UNDEFINED_AT_MOST: f64 = 0.05;

/// A probability over the whole forecast and per period.
#[derive(Clone, Debug, PartialEq)]
pub struct Odds {
    /// Over the whole forecast.
    pub total: Estimate,
    /// Per reporting period.
    pub by_period: Vec<Estimate>,
}

/// The share of the positive closures that must really avoid maatwerk for the cost to be met.
///
/// Below 0 it pays back whatever is avoided; above 1 it does not even if all is.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEven {
    /// Extra cost divided by the extra avoided cost if every positive closure avoided maatwerk: a ratio of means.
    /// `None` when there is no extra avoided cost.
    pub real: Option<Estimate>,
    /// The same per reporting period.
    pub real_by_period: Vec<Option<Estimate>>,
    /// Quantiles over the draws of the ratio within a draw, at [`LEVELS`]; `None` where infinite or undefined.
    pub quantiles: [Option<f64>; 7],
    /// None of them is further than this from that of all draws; `None` where each is exactly that.
    pub quantile_bound: Option<f64>,
    /// Extra cost divided by the extra avoided cost by the evaluation's method.
    pub evaluation: Option<Estimate>,
    /// The share that the arm in this world comes to, on the same scale: extra avoided cost divided by the extra avoided cost if every
    /// positive closure avoided maatwerk. Referrers differ and relapses are off, so it is no single assumption.
    pub assumed: Option<Estimate>,
}

/// The chance of staying within one ceiling.
#[derive(Clone, Debug, PartialEq)]
pub struct CeilingOdds {
    /// The ceiling's name.
    pub name: String,
    /// The limit in a whole budget year, EUR.
    pub limit: f64,
    /// Whether the limit follows the index.
    pub indexed: bool,
    /// Whether it covers any provider that the arm has.
    pub applies: bool,
    /// The chance that every period stays within it.
    pub within_all: Estimate,
    /// The chance per period.
    pub within: Vec<Estimate>,
    /// The chance that a period is the first to break it.
    pub first_break: Vec<Estimate>,
    /// The period that is most likely the first to break it; `None` when none ever does.
    pub likeliest_first_break: Option<usize>,
}

/// What a decision needs of one arm in one world; of the base itself, of any other arm less the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The chance that the (extra) net saving is not negative.
    pub net_nonnegative: Odds,
    /// The chance that the (extra) cashable saving is not negative.
    pub cashable_nonnegative: Odds,
    /// The break-even avoidance share.
    pub break_even: BreakEven,
    /// The ceilings of the arm itself.
    pub ceilings: Vec<CeilingOdds>,
    /// The chance that the arm itself is short of hours rather than of referrals.
    pub capacity_bound: Odds,
    /// Weeks by which the first conversation comes sooner than under the base; `None` for the base.
    pub weeks_sooner: Option<Band>,
    /// (Extra) cost per (extra) young person with a first conversation, EUR.
    pub cost_per_youth_started: Option<Estimate>,
    /// (Extra) cost per (extra) positive closure, EUR.
    pub cost_per_positive_closure: Option<Estimate>,
}

/// What an arm is short of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortage {
    /// Hours, in most replications.
    Hours,
    /// Referrals, in most replications.
    Referrals,
    /// Not to be said with what is known.
    Open,
}

/// A chance of at least this is most, of at most the rest hardly any.
const MOST: f64 = 0.75;

/// What an arm is short of when it is bound by capacity with this chance.
pub fn shortage(capacity_bound: f64) -> Shortage {
    if capacity_bound >= MOST {
        Shortage::Hours
    } else if capacity_bound <= 1.0 - MOST {
        Shortage::Referrals
    } else {
        Shortage::Open
    }
}

/// Everything asked of one arm in one world.
pub(super) fn decide(runs: &dyn Runs, at: (usize, usize), periods: usize, scenario: &Scenario) -> Decision {
    let (arm, world) = at;
    let subject = Subject::asked(arm);
    let total = |metric| subject.column(runs, world, metric, periods);
    let cost = total(Metric::PojCost);
    Decision {
        net_nonnegative: odds(runs, (subject, world), Metric::NetSaving, periods, is_no_loss),
        cashable_nonnegative: odds(runs, (subject, world), Metric::CashableSaving, periods, is_no_loss),
        break_even: break_even(runs, subject, world, periods),
        ceilings: scenario
            .ceilings
            .iter()
            .enumerate()
            .map(|(index, ceiling)| {
                let columns = ceiling_columns(runs, at, index, periods);
                ceiling_odds(scenario, ceiling, &Broken::of(&columns))
            })
            .collect(),
        capacity_bound: odds(
            runs,
            (Subject::Arm(arm), world),
            Metric::WeeksBoundShare,
            periods,
            is_bound_by_capacity,
        ),
        weeks_sooner: (arm != 0).then(|| sooner(&total(Metric::WaitMeanWeeks))).flatten(),
        cost_per_youth_started: ratio(&cost, &total(Metric::YouthsStarted)),
        cost_per_positive_closure: ratio(&cost, &total(Metric::YouthsClosedPositive)),
    }
}

/// Whether it pays back.
pub(super) fn is_no_loss(net: f64) -> bool {
    net >= 0.0
}

/// Whether a replication is bound by capacity that has this share of weeks bound.
pub(super) fn is_bound_by_capacity(share: f64) -> bool {
    share > BOUND_ABOVE
}

fn odds(
    runs: &dyn Runs,
    (subject, world): (Subject, usize),
    metric: Metric,
    periods: usize,
    holds: impl Fn(f64) -> bool,
) -> Odds {
    let slices: Vec<usize> = (0..=periods).collect();
    let columns = subject.columns(runs, world, metric, &slices);
    let of = |slice: usize| probability(columns[slice].iter().map(|value| holds(*value)));
    Odds { total: of(periods), by_period: (0..periods).map(of).collect() }
}

fn sooner(difference: &[f64]) -> Option<Band> {
    let turned: Vec<f64> = difference.iter().map(|weeks| 0.0 - weeks).collect();
    band(&turned, &mut Scratch::default())
}

fn break_even(runs: &dyn Runs, subject: Subject, world: usize, periods: usize) -> BreakEven {
    let slices: Vec<usize> = (0..=periods).collect();
    let of = |metric| subject.columns(runs, world, metric, &slices);
    let total = |metric| subject.column(runs, world, metric, periods);
    let (cost, avoided) = (of(Metric::PojCost), of(Metric::AvoidedCostIfAll));
    BreakEven {
        real: ratio(&cost[periods], &avoided[periods]),
        real_by_period: (0..periods).map(|slice| ratio(&cost[slice], &avoided[slice])).collect(),
        quantiles: ratio_quantiles(&cost[periods], &avoided[periods]),
        quantile_bound: None,
        evaluation: ratio(&cost[periods], &total(Metric::AvoidedCostEvaluation)),
        assumed: ratio(&total(Metric::AvoidedCost), &avoided[periods]),
    }
}

/// Quantiles over the draws of the ratio of a draw's sums.
///
/// A draw that costs more and avoids nothing can never break even: its ratio is infinite. One that costs nothing
/// more and avoids nothing has none.
fn ratio_quantiles(numerator: &[f64], denominator: &[f64]) -> [Option<f64>; 7] {
    let mut ratios = draw_ratios(numerator, denominator);
    let draws = ratios.len();
    ratios.retain(|ratio| !ratio.is_nan());
    let undefined = draws - ratios.len();
    if ratios.is_empty() || undefined as f64 > UNDEFINED_AT_MOST * draws as f64 {
        return [None; 7];
    }
    ratios.sort_by(f64::total_cmp);
    LEVELS.map(|level| quantile(&ratios, level)).map(|value| value.is_finite().then_some(value))
}

/// The ratio of the sums of every draw; NaN where it has none.
pub(super) fn draw_ratios(numerator: &[f64], denominator: &[f64]) -> Vec<f64> {
    let draws = numerator.chunks(2).zip(denominator.chunks(2));
    let ratio = |(above, below): (&[f64], &[f64])| {
        let (above, below) = (above.iter().sum::<f64>(), below.iter().sum::<f64>());
        if below > 0.0 {
            above / below
        } else if above > 0.0 {
            f64::INFINITY
        } else {
            f64::NAN
        }
    };
    draws.map(ratio).collect()
}

/// Linear between the two nearest of the sorted values (type 7).
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a level lies in [0, 1], so the rank lies between nought and the length"
)]
fn quantile(sorted: &[f64], level: f64) -> f64 {
    let rank = level * (sorted.len() - 1) as f64;
    let (low, high) = (sorted[rank.floor() as usize], sorted[rank.ceil() as usize]);
    if low.total_cmp(&high).is_eq() { low } else { low + (high - low) * rank.fract() }
}

/// By period what the cost under a ceiling is above its limit, in replication order.
pub(super) fn ceiling_columns(
    runs: &dyn Runs,
    at: (usize, usize),
    index: usize,
    periods: usize,
) -> Vec<Vec<f64>> {
    let column = |slice: usize| {
        let mut above = Vec::new();
        runs.ceiling(at, index, slice, &mut above);
        above
    };
    (0..periods).map(column).collect()
}

/// The first period that breaks a ceiling, by replication.
pub(super) fn first_broken(columns: &[Vec<f64>]) -> Vec<Option<usize>> {
    let replications = columns.first().map_or(0, Vec::len);
    let first = |replication: usize| columns.iter().position(|column| breaks(column[replication]));
    (0..replications).map(first).collect()
}

/// Whether that much above a ceiling breaks it.
pub(super) fn breaks(above: f64) -> bool {
    above > HALF_A_CENT
}

/// How often a ceiling is kept and broken.
pub(super) struct Broken {
    /// Kept in every period.
    pub(super) within_all: Estimate,
    /// Kept in a period.
    pub(super) within: Vec<Estimate>,
    /// First broken in a period.
    pub(super) first_break: Vec<Estimate>,
}

impl Broken {
    fn of(columns: &[Vec<f64>]) -> Self {
        let first = first_broken(columns);
        let broken = |period: usize| probability(first.iter().map(|broken| *broken == Some(period)));
        let kept = |above: &Vec<f64>| probability(above.iter().map(|above| !breaks(*above)));
        Self {
            within_all: probability(first.iter().map(Option::is_none)),
            within: columns.iter().map(kept).collect(),
            first_break: (0..columns.len()).map(broken).collect(),
        }
    }
}

/// The chances of one ceiling of a scenario.
pub(super) fn ceiling_odds(scenario: &Scenario, ceiling: &Ceiling, broken: &Broken) -> CeilingOdds {
    let covered = |name: &String| scenario.providers.iter().any(|provider| provider.name == *name);
    let first_break = broken.first_break.clone();
    // The earliest of equally likely ones.
    let periods = (0..first_break.len()).rev();
    let likeliest = periods.max_by(|a, b| first_break[*a].value.total_cmp(&first_break[*b].value));
    CeilingOdds {
        name: ceiling.name.clone(),
        limit: ceiling.limit.law.mean(),
        indexed: ceiling.indexed,
        applies: ceiling.providers.is_empty() || ceiling.providers.iter().any(covered),
        within_all: broken.within_all,
        within: broken.within.clone(),
        likeliest_first_break: likeliest.filter(|period| first_break[*period].value > 0.0),
        first_break,
    }
}
