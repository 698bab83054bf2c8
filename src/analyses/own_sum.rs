//! A sum that a reader can do again with assumptions of their own: share avoided, average cost, cashable share.
//!
//! It counts as the evaluation does, at closing: avoided cost is the avoided cost by the evaluation's method, times the
//! share, times the reader's average cost over that of the scenario. The share it begins with is the one at which
//! the total equals the forecast, so that it holds relapse, lighter cases and what falls behind the horizon.

use super::bands::WorldBands;
use crate::engine::Metric;
use crate::scenario::{Key, Scenario};

/// Shares from 0 to 1 at which the net saving is told, in tenths.
const TENTHS: u32 = 10;

/// One year, or the total, at the assumptions it begins with. Units: EUR.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnRow {
    /// Avoided cost.
    pub avoided: f64,
    /// Avoided cost less cost.
    pub net: f64,
    /// The net savings of this year and those before it; of the total that of the last year.
    pub cumulated: f64,
    /// The cashable part of the avoided cost less cost.
    pub cashable: f64,
}

/// The sum of one arm, less the base where it is not the base, in the leading world.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnSum {
    /// The share of the positive closures that avoids an average trajectory, as the forecast comes out.
    pub share: f64,
    /// Average cost of a trajectory in the scenario, at the price level of its own year.
    pub cost_average: f64,
    /// Whether it changes on a date; it is then the first of its values.
    pub cost_average_changes: bool,
    /// The year of that price level.
    pub price_level_year: f64,
    /// The cashable share expected in the scenario.
    pub cashable_share: f64,
    /// Per reporting period.
    pub rows: Vec<OwnRow>,
    /// Over the whole forecast.
    pub total: OwnRow,
    /// The share at which the total is nought; `None` without (extra) avoided cost.
    pub break_even_share: Option<f64>,
    /// The average cost at which the total is nought at the share it begins with; `None` without avoided cost.
    pub break_even_cost_average: Option<f64>,
    /// Net saving of the whole forecast at a share.
    pub curve: Vec<(f64, f64)>,
}

/// The sum for a scenario and its bands, or those of its difference from the base.
pub(super) fn own_sum(scenario: &Scenario, bands: &WorldBands) -> OwnSum {
    let mean = |metric, period: Option<usize>| {
        let bands = bands.metric(metric);
        let band = period.map_or(bands.total.as_ref(), |period| bands.by_period[period].as_ref());
        band.map_or(0.0, |band| band.mean)
    };
    let count = bands.metric(Metric::PojCost).by_period.len();
    let all: Vec<(f64, f64)> = (0..count)
        .map(|period| {
            (mean(Metric::AvoidedCostEvaluation, Some(period)), mean(Metric::PojCost, Some(period)))
        })
        .collect();
    let (if_all, cost) = all.iter().fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let share = if if_all > 0.0 { (mean(Metric::AvoidedCost, None) / if_all).clamp(0.0, 1.0) } else { 0.0 };
    let expected = |key| scenario.quantity(key).initial.law.mean();
    let cost_average = expected(Key::CareCostAverage);
    let cashable_share = expected(Key::CashableShare);
    let mut cumulated = 0.0;
    let rows: Vec<OwnRow> = all
        .iter()
        .map(|(if_all, cost)| {
            let avoided = if_all * share;
            cumulated += avoided - cost;
            OwnRow { avoided, net: avoided - cost, cumulated, cashable: avoided * cashable_share - cost }
        })
        .collect();
    let sum = |part: fn(&OwnRow) -> f64| rows.iter().map(part).sum::<f64>();
    let avoided = sum(|row| row.avoided);
    OwnSum {
        share,
        cost_average,
        cost_average_changes: !scenario.quantity(Key::CareCostAverage).changes.is_empty(),
        price_level_year: expected(Key::CarePriceLevelYear),
        cashable_share,
        total: OwnRow { avoided, net: sum(|row| row.net), cumulated, cashable: sum(|row| row.cashable) },
        rows,
        break_even_share: (if_all > 0.0).then(|| cost / if_all),
        break_even_cost_average: (avoided > 0.0).then(|| cost / avoided * cost_average),
        curve: (0..=TENTHS)
            .map(|tenth| f64::from(tenth) / f64::from(TENTHS))
            .map(|share| (share, if_all * share - cost))
            .collect(),
    }
}
