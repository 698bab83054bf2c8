//! Euros: sums, doublings and limits.

use super::check::{Check, Group, largest};
use super::laboratory::Laboratory;
use super::results::{Results, adds_up};
use super::variants;
use crate::engine::{Metric, RunError};
use crate::scenario::{Experiment, Key, ProviderKey, Scenario};

/// Euros that rounding may move: half a cent.
const HALF_A_CENT: f64 = 0.005;
/// The same as a part of a sum.
const PART: f64 = 1e-12;
/// What a start is made dearer by, EUR.
const DEARER_START: f64 = 10_000.0;
/// Factors of the referrers.
const FACTORS: [Key; 6] = [
    Key::AvoidanceScreener,
    Key::AvoidanceHuisarts,
    Key::AvoidanceSmw,
    Key::AvoidanceConsulent,
    Key::AvoidanceOther,
    Key::AttractedAvoidanceFactor,
];

/// What was found.
#[derive(Clone, Debug)]
pub struct Money {
    /// Every value at its mean.
    pub known: Results,
    /// No closure avoids maatwerk.
    pub none_avoids: Results,
    /// Every closure avoids it.
    pub all_avoid: Results,
    /// All of it, or nothing of it, leaves the budget.
    pub cashable: [Results; 2],
    /// Everything that is paid costs twice as much.
    pub dear: Results,
    /// Maatwerk costs twice as much.
    pub dear_care: Results,
    /// Prices stand still, and the future counts in full, or by half a year.
    pub discounted: [Results; 2],
    /// A start costs more: the results, and how often each arm starts somebody. None when nobody starts.
    pub dear_start: Option<(Results, Vec<f64>)>,
    /// Without screeners who take work over: with and without inflow. None when a pilot is replayed.
    pub inflow: Option<[Results; 2]>,
    /// Years from the first one to each period.
    pub years: Vec<i32>,
}

/// Runs what the checks need; `known` has every value at its mean.
///
/// # Errors
/// Those of a run.
pub(super) fn gather(lab: &Laboratory<'_>, known: &Experiment) -> Result<Money, RunError> {
    let variant = |edit: &dyn Fn(&mut Scenario)| lab.variant(&variants::with(known, edit));
    let with = |key, value| variant(&|scenario: &mut Scenario| variants::set(scenario, key, value));
    let calendar = &known.scenarios[0][0].calendar;
    let year = |period: usize| {
        (0..calendar.weeks())
            .find(|week| calendar.period(*week) == Some(period))
            .map(|week| calendar.year(week))
    };
    let years: Vec<i16> = (0..calendar.periods().len()).filter_map(year).collect();
    let first = years.first().copied().unwrap_or_default();
    let starts: Vec<f64> = known.scenarios.iter().map(|worlds| starts(&worlds[0])).collect();
    let calm = |inflow: Option<f64>| {
        variant(&|scenario: &mut Scenario| {
            variants::set(scenario, Key::ReliefAdminShare, 0.0);
            if let Some(inflow) = inflow {
                variants::set(scenario, Key::InflowYouthsPerYear, inflow);
            }
        })
    };
    let forecast = known.scenarios[0][0].registered.is_empty();
    Ok(Money {
        known: lab.variant(known)?,
        none_avoids: with(Key::AvoidanceShare, 0.0)?,
        all_avoid: variant(&|scenario| {
            variants::set(scenario, Key::AvoidanceShare, 1.0);
            variants::set(scenario, Key::RelapseShare, 0.0);
            for key in FACTORS {
                variants::set(scenario, key, 1.0);
            }
        })?,
        cashable: [with(Key::CashableShare, 1.0)?, with(Key::CashableShare, 0.0)?],
        dear: variant(&|scenario| variants::dearer(scenario, 2.0))?,
        dear_care: variant(&|scenario| {
            variants::scale(&mut scenario.quantities[Key::CareCostAverage as usize], 2.0);
        })?,
        discounted: [
            variant(&|scenario| variants::discounted(scenario, 0.0))?,
            variant(&|scenario| variants::discounted(scenario, 1.0))?,
        ],
        dear_start: if starts.iter().sum::<f64>() > 0.0 {
            Some((variant(&dear_start)?, starts))
        } else {
            None
        },
        inflow: if forecast { Some([calm(None)?, calm(Some(0.0))?]) } else { None },
        years: years.iter().map(|year| i32::from(year - first)).collect(),
    })
}

/// Providers that start within the forecast at a cost of their own.
fn starts(scenario: &Scenario) -> f64 {
    let calendar = &scenario.calendar;
    let begins =
        |date| (calendar.forecast_from().max(1)..calendar.weeks()).contains(&calendar.week_from(date));
    let starting = scenario.providers.iter().filter(|provider| {
        provider.start.is_some_and(begins) && provider.quantity(ProviderKey::StartUpCost).is_some()
    });
    starting.count() as f64
}

fn dear_start(scenario: &mut Scenario) {
    for provider in &mut scenario.providers {
        if let Some(timeline) = &mut provider.quantities[ProviderKey::StartUpCost as usize] {
            let cost = timeline.initial.law.mean();
            timeline.initial.law = crate::distributions::Law::Fixed(cost + DEARER_START);
        }
    }
}

/// The checks; `main` is the main run.
pub(super) fn judge(money: &Money, main: &Results) -> Vec<Check> {
    let mut checks = sums(main);
    checks.extend(avoidance(money, main));
    checks.extend(prices(money));
    checks
}

const fn most(id: &'static str, figure: Option<f64>, bound: f64) -> Check {
    Check::at_most(Group::Money, id, figure, bound)
}

/// The largest difference between the totals of two metrics.
fn differ(one: (&Results, Metric), other: (&Results, Metric)) -> Option<f64> {
    let other: Vec<f64> = other.0.totals(other.1).collect();
    largest(one.0.totals(one.1).zip(other).map(|(a, b)| a - b))
}

/// The largest difference between a metric and one less another.
fn balance(results: &Results, whole: Metric, [plus, less]: [Metric; 2]) -> Option<f64> {
    let parts: Vec<f64> =
        results.totals(plus).zip(results.totals(less)).map(|(plus, less)| plus - less).collect();
    largest(results.totals(whole).zip(parts).map(|(whole, parts)| whole - parts))
}

/// The largest deviation from twice as much.
fn twice(after: &Results, before: &Results, metric: Metric) -> Option<f64> {
    let pairs = after.totals(metric).zip(before.totals(metric)).filter(|(_, before)| *before > 0.0);
    largest(pairs.map(|(after, before)| after / before - 2.0).collect::<Vec<f64>>())
}

/// Sums of the main run.
fn sums(main: &Results) -> Vec<Check> {
    let net = [Metric::AvoidedCost, Metric::PojCost];
    let evaluation = [Metric::AvoidedCostEvaluation, Metric::PojCost];
    vec![
        most("money-years", largest(years(main)), HALF_A_CENT),
        most("money-net", balance(main, Metric::NetSaving, net), HALF_A_CENT),
        most("money-evaluation", balance(main, Metric::NetSavingEvaluation, evaluation), HALF_A_CENT),
    ]
}

/// What is avoided at the limits, and what of it can be cashed.
fn avoidance(money: &Money, main: &Results) -> [Check; 5] {
    let everybody = (&money.all_avoid, Metric::AvoidedCost);
    let all = (&money.all_avoid, Metric::AvoidedCostIfAll);
    let real = main.totals(Metric::AvoidedCost).zip(main.totals(Metric::AvoidedCostIfAll));
    let [whole, nothing] = &money.cashable;
    let lost = nothing.totals(Metric::CashableSaving).zip(nothing.totals(Metric::PojCost));
    let net = [Metric::AvoidedCost, Metric::PojCost];
    [
        most("money-none-avoids", largest(money.none_avoids.totals(Metric::AvoidedCost)), 0.0),
        most("money-all-avoid", differ(everybody, all), HALF_A_CENT),
        most("money-at-most-all", largest(real.map(|(real, all)| (real - all).max(0.0))), HALF_A_CENT),
        most("money-all-cashable", balance(whole, Metric::CashableSaving, net), HALF_A_CENT),
        most("money-nothing-cashable", largest(lost.map(|(saving, cost)| saving + cost)), HALF_A_CENT),
    ]
}

/// Doubled prices, index, discount, starts and standing cost.
fn prices(money: &Money) -> Vec<Check> {
    let [plain, halved] = &money.discounted;
    let people = money.dear.differing(&money.known, |metric| !metric.is_money());
    let present = differ((plain, Metric::NetPresentSaving), (plain, Metric::NetSaving));
    let start =
        money.dear_start.as_ref().and_then(|(dear, starts)| largest(once(dear, &money.known, starts)));
    let standing = money
        .inflow
        .as_ref()
        .and_then(|[with, without]| differ((with, Metric::PojCost), (without, Metric::PojCost)));
    vec![
        most("money-price", twice(&money.dear, &money.known, Metric::PojCost), PART),
        most("money-price-people", Some(people), 0.0),
        most("money-care", twice(&money.dear_care, &money.known, Metric::AvoidedCost), PART),
        most("money-index", present, HALF_A_CENT),
        most("money-discount", largest(halves(halved, &money.years)), HALF_A_CENT),
        most("money-start", start, HALF_A_CENT),
        most("money-standing", standing, HALF_A_CENT),
    ]
}

/// Sums over years less the totals.
fn years(main: &Results) -> Vec<f64> {
    let mut gaps = Vec::new();
    for arm in 0..main.metrics.len() {
        for metric in Metric::ALL.iter().copied().filter(|metric| adds_up(*metric)) {
            for (number, total) in main.total(arm, metric).iter().enumerate() {
                let sum: f64 = (0..main.periods).map(|period| main.slice(arm, metric, period)[number]).sum();
                gaps.push(sum - total);
            }
        }
    }
    gaps
}

/// The present value at 100% a year less the sum of what each year counts for.
fn halves(results: &Results, years: &[i32]) -> Vec<f64> {
    let mut gaps = Vec::new();
    for arm in 0..results.metrics.len() {
        for (number, present) in results.total(arm, Metric::NetPresentSaving).iter().enumerate() {
            let worth = years.iter().enumerate().map(|(period, years)| {
                results.slice(arm, Metric::NetSaving, period)[number] / 2.0_f64.powi(*years)
            });
            gaps.push(present - worth.sum::<f64>());
        }
    }
    gaps
}

/// What a dearer start adds in total, less once per start, and what it adds to the periods less what it adds in total.
fn once(dear: &Results, before: &Results, starts: &[f64]) -> Vec<f64> {
    let mut gaps = Vec::new();
    for (arm, starts) in starts.iter().enumerate() {
        for number in 0..dear.total(arm, Metric::PojCost).len() {
            let added = |slice: usize| {
                dear.slice(arm, Metric::PojCost, slice)[number]
                    - before.slice(arm, Metric::PojCost, slice)[number]
            };
            gaps.push(added(before.periods) - starts * DEARER_START);
            gaps.push((0..before.periods).map(added).sum::<f64>() - added(before.periods));
        }
    }
    gaps
}
