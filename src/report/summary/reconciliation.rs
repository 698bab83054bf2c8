//! A registered pilot held against what is printed.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{Named, Number};
use crate::analyses::{Cell, Forecast, ReconciledPeriod};

/// One cell of the reconciled table.
#[derive(Debug, Serialize, JsonSchema)]
struct ReconciledCell {
    /// Simulated, rounded to cents.
    simulated: Number,
    /// As the source prints it.
    printed: Number,
    /// Simulated less printed.
    difference: Number,
}

impl From<&Cell> for ReconciledCell {
    fn from(cell: &Cell) -> Self {
        let number =
            |value: Option<rust_decimal::Decimal>| Number(value.and_then(|value| value.try_into().ok()));
        Self {
            simulated: number(cell.simulated),
            printed: number(cell.printed),
            difference: number(cell.difference()),
        }
    }
}

/// One column of the reconciled table.
#[derive(Debug, Serialize, JsonSchema)]
struct ReconciledColumn {
    /// Positive closures (p).
    positive: ReconciledCell,
    /// Average cost of the maatwerk that would have followed (q), EUR.
    cost_average_eur: ReconciledCell,
    /// The same before rounding; of the total the unweighted mean of the periods, as the source prints it.
    cost_average_unrounded_eur: Number,
    /// The same weighted by positive closures.
    cost_average_weighted_eur: Number,
    /// Avoided cost (p x q), EUR.
    avoided_cost_eur: ReconciledCell,
    /// Cost of the POJ, EUR.
    poj_cost_eur: ReconciledCell,
    /// Avoided cost less cost, EUR.
    net_eur: ReconciledCell,
}

impl From<&ReconciledPeriod> for ReconciledColumn {
    fn from(period: &ReconciledPeriod) -> Self {
        Self {
            positive: (&period.positive).into(),
            cost_average_eur: (&period.cost_average).into(),
            cost_average_unrounded_eur: period.cost_average_unrounded.into(),
            cost_average_weighted_eur: period.cost_average_weighted.into(),
            avoided_cost_eur: (&period.avoided).into(),
            poj_cost_eur: (&period.cost).into(),
            net_eur: (&period.net).into(),
        }
    }
}

/// A registered pilot held against what is printed.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Reconciled<'a> {
    /// How many cells differ.
    deviations: usize,
    /// By registered period.
    by_period: Named<'a, ReconciledColumn>,
    total: ReconciledColumn,
}

/// The reconciliation in each world; `null` for a forecast.
pub(super) fn reconciliation(forecast: &Forecast) -> Option<Named<'_, Reconciled<'_>>> {
    let tables = forecast.reconciliation.as_ref()?;
    Some(Named::of(forecast.worlds.iter().zip(tables).map(|(world, table)| {
        let by_period = table.periods.iter().map(|period| (period.label.as_str(), period.into()));
        let reconciled = Reconciled {
            deviations: table.deviations(),
            by_period: Named::of(by_period),
            total: (&table.total).into(),
        };
        (world.name.as_str(), reconciled)
    })))
}
