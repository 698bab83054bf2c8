//! A registered pilot held against the printed table, cell by cell, in cents.

use rust_decimal::prelude::FromPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::bands::WorldBands;
use crate::engine::Metric;
use crate::scenario::{Registered, Scenario};

/// One cell: what the simulation gives and what the source prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Simulated, rounded to cents; halves away from nought.
    pub simulated: Option<Decimal>,
    /// Printed; `None` where the source prints nothing to hold it against.
    pub printed: Option<Decimal>,
}

impl Cell {
    /// Simulated less printed.
    pub fn difference(&self) -> Option<Decimal> {
        Some(self.simulated? - self.printed?)
    }
}

/// One column of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct ReconciledPeriod {
    /// The period's label; empty for the total.
    pub label: String,
    /// Positive closures (p).
    pub positive: Cell,
    /// Average cost of the maatwerk that would have followed (q).
    pub cost_average: Cell,
    /// Average cost before rounding: avoided cost divided by positive closures. Of the total: the mean of the
    /// periods' averages, each weighing the same, as the source prints it.
    pub cost_average_unrounded: Option<f64>,
    /// Average cost weighted by positive closures: avoided cost divided by positive closures, also of the total.
    pub cost_average_weighted: Option<f64>,
    /// Avoided cost (p x q).
    pub avoided: Cell,
    /// Cost of the POJ.
    pub cost: Cell,
    /// Avoided cost less cost.
    pub net: Cell,
}

impl ReconciledPeriod {
    /// Its cells from top to bottom.
    pub const fn cells(&self) -> [&Cell; 5] {
        [&self.positive, &self.cost_average, &self.avoided, &self.cost, &self.net]
    }
}

/// The whole table in one world.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciliation {
    /// The periods in order of time.
    pub periods: Vec<ReconciledPeriod>,
    /// The total column: amounts are sums of the rounded periods, as in the source.
    pub total: ReconciledPeriod,
}

impl Reconciliation {
    /// How many cells differ from what is printed.
    pub fn deviations(&self) -> usize {
        let columns = self.periods.iter().chain([&self.total]);
        columns
            .flat_map(ReconciledPeriod::cells)
            .filter(|cell| cell.difference().is_some_and(|d| !d.is_zero()))
            .count()
    }
}

/// The printed average of the total column of table 3 (E:473-490), in cents. It is the unweighted mean of the two
/// periods and so stands in no registered period; it is held against only where the registered avoided cost adds up to
/// that table's total, also in cents.
const TABLE_3_COST_AVERAGE: (i64, i64) = (722_779, 77_821_688);

/// The table of one arm in one world; `None` when nothing was registered.
pub(super) fn reconcile(scenario: &Scenario, bands: &WorldBands) -> Option<Reconciliation> {
    let labels = scenario.calendar.periods();
    let periods: Vec<ReconciledPeriod> = scenario
        .registered
        .iter()
        .filter_map(|registered| {
            let slice = labels.iter().position(|period| period.label == registered.period)?;
            Some(period(registered, bands, slice))
        })
        .collect();
    let total = total(&periods);
    (!periods.is_empty()).then_some(Reconciliation { periods, total })
}

fn period(registered: &Registered, bands: &WorldBands, slice: usize) -> ReconciledPeriod {
    let mean = |metric| bands.metric(metric).by_period[slice].as_ref().map(|band| band.mean);
    let cell = |simulated: Option<f64>, printed: f64| Cell {
        simulated: simulated.and_then(cents),
        printed: cents(printed),
    };
    let positive = mean(Metric::YouthsClosedPositive);
    let avoided = mean(Metric::AvoidedCostEvaluation);
    let average = positive.filter(|positive| *positive > 0.0).and_then(|positive| Some(avoided? / positive));
    ReconciledPeriod {
        label: registered.period.clone(),
        positive: Cell {
            simulated: positive.and_then(rounded),
            printed: Some(Decimal::from(registered.positive)),
        },
        cost_average: cell(average, registered.printed_cost_average),
        cost_average_unrounded: average,
        cost_average_weighted: average,
        avoided: cell(avoided, registered.printed_avoided),
        cost: cell(mean(Metric::PojCost), registered.printed_cost),
        net: cell(mean(Metric::NetSavingEvaluation), registered.printed_net),
    }
}

fn total(periods: &[ReconciledPeriod]) -> ReconciledPeriod {
    let sum = |cell: fn(&ReconciledPeriod) -> Cell| Cell {
        simulated: periods.iter().map(|period| cell(period).simulated).sum(),
        printed: periods.iter().map(|period| cell(period).printed).sum(),
    };
    let (positive, avoided) = (sum(|period| period.positive), sum(|period| period.avoided));
    let averages: Option<Vec<f64>> = periods.iter().map(|period| period.cost_average_unrounded).collect();
    let unweighted =
        averages.map(|all| all.iter().sum::<f64>() / all.len() as f64).filter(|mean| mean.is_finite());
    let weighted = match (avoided.simulated, positive.simulated) {
        (Some(avoided), Some(positive)) if !positive.is_zero() => (avoided / positive).try_into().ok(),
        _ => None,
    };
    let (average, table_total) = TABLE_3_COST_AVERAGE;
    let is_table_3 = avoided.printed == Some(Decimal::new(table_total, 2));
    ReconciledPeriod {
        label: String::new(),
        positive,
        cost_average: Cell {
            simulated: unweighted.and_then(cents),
            printed: is_table_3.then(|| Decimal::new(average, 2)),
        },
        cost_average_unrounded: unweighted,
        cost_average_weighted: weighted,
        avoided,
        cost: sum(|period| period.cost),
        net: sum(|period| period.net),
    }
}

/// To two decimals, those that are there.
fn rounded(number: f64) -> Option<Decimal> {
    // The shortest decimal that reads back as the same number: 0.125 is a half cent, 0.124999... is not.
    let exact = Decimal::from_f64(number)?;
    Some(exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
}

/// An amount in euros and cents, those that are nought too.
fn cents(amount: f64) -> Option<Decimal> {
    let mut cents = rounded(amount)?;
    cents.rescale(2);
    Some(cents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_rounded_to_cents_halves_away_from_nought() {
        assert_eq!(cents(6_535.935_8), Some(Decimal::new(653_594, 2)));
        assert_eq!(cents(-0.125), Some(Decimal::new(-13, 2)));
        assert_eq!(cents(f64::NAN), None);
    }

    #[test]
    fn the_total_is_the_sum_of_rounded_periods_and_its_average_is_unweighted() {
        let column = |positive: i64, average: f64, avoided: i64| {
            let cell = |units, scale| {
                let amount = Some(Decimal::new(units, scale));
                Cell { simulated: amount, printed: amount }
            };
            ReconciledPeriod {
                label: "x".to_owned(),
                positive: cell(positive, 0),
                cost_average: Cell { simulated: cents(average), printed: cents(average) },
                cost_average_unrounded: Some(average),
                cost_average_weighted: Some(average),
                avoided: cell(avoided, 2),
                cost: cell(100, 2),
                net: cell(200, 2),
            }
        };
        let total = total(&[column(50, 6_535.935_8, 32_679_679), column(57, 7_919.650_7, 45_142_009)]);
        assert_eq!(total.avoided.simulated, Some(Decimal::new(77_821_688, 2)));
        assert_eq!(total.cost_average.simulated, Some(Decimal::new(722_779, 2)));
        assert_eq!(total.cost_average.difference(), Some(Decimal::ZERO));
        assert!((total.cost_average_weighted.unwrap() - 7_273.05).abs() < 0.01);
    }
}
