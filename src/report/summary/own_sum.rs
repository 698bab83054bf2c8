//! The sum that a reader can do again with assumptions of their own.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{Named, Number};
use crate::analyses::{self, Forecast};

/// A year or the total, EUR.
#[derive(Debug, Serialize, JsonSchema)]
struct Row {
    avoided_cost: Number,
    net_saving: Number,
    /// The net savings up to and including this year.
    net_saving_cumulated: Number,
    cashable_saving: Number,
}

impl From<&analyses::OwnRow> for Row {
    fn from(row: &analyses::OwnRow) -> Self {
        Self {
            avoided_cost: row.avoided.into(),
            net_saving: row.net.into(),
            net_saving_cumulated: row.cumulated.into(),
            cashable_saving: row.cashable.into(),
        }
    }
}

/// Net saving of the whole forecast at a share.
#[derive(Debug, Serialize, JsonSchema)]
struct Point {
    share: Number,
    net_saving: Number,
}

/// The sum of the evaluation's method under the leading world: of the base itself, of any other arm less the base.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OwnSum<'a> {
    /// The share of the positive closures that avoids an average trajectory, as the forecast comes out in total.
    share: Number,
    /// Average cost of a trajectory in the scenario, EUR of `price_level_year`.
    cost_average_eur: Number,
    price_level_year: Number,
    /// The expected cashable share.
    cashable_share: Number,
    total: Row,
    by_year: Named<'a, Row>,
    /// The share at which the total net saving is nought.
    break_even_share: Number,
    /// The average cost at which it is nought at `share`.
    break_even_cost_average_eur: Number,
    curve: Vec<Point>,
}

/// The sum of each arm.
pub(super) fn own_sums(forecast: &Forecast) -> Named<'_, OwnSum<'_>> {
    Named::of(forecast.arms.iter().zip(&forecast.own_sums).map(|(arm, sum)| {
        let rows = forecast.periods.iter().map(String::as_str).zip(sum.rows.iter().map(Row::from));
        let point = |(share, net): &(f64, f64)| Point { share: (*share).into(), net_saving: (*net).into() };
        let told = OwnSum {
            share: sum.share.into(),
            cost_average_eur: sum.cost_average.into(),
            price_level_year: sum.price_level_year.into(),
            cashable_share: sum.cashable_share.into(),
            total: (&sum.total).into(),
            by_year: Named::of(rows),
            break_even_share: sum.break_even_share.into(),
            break_even_cost_average_eur: sum.break_even_cost_average.into(),
            curve: sum.curve.iter().map(point).collect(),
        };
        (arm.name.as_str(), told)
    }))
}
