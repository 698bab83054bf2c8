//! Table 3 of the evaluation, printed and made again.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{Named, Number};
use crate::analyses::{PrintedPeriod, RebuiltColumn, TABLE_3, TABLE_3_SOURCE, TABLE_3_TOTAL, rebuilt};

/// An amount as it is printed and as it is made again.
#[derive(Debug, Serialize, JsonSchema)]
struct Cell {
    printed: Number,
    rebuilt: Number,
    /// Made again less printed.
    difference: Number,
}

impl Cell {
    fn new(printed: Decimal, rebuilt: Decimal) -> Self {
        Self { printed: number(printed), rebuilt: number(rebuilt), difference: number(rebuilt - printed) }
    }
}

/// A column of the table.
#[derive(Debug, Serialize, JsonSchema)]
struct Column {
    /// Positive closures (p).
    positive: Cell,
    /// Average cost before rounding; of the total the printed one.
    cost_average_unrounded_eur: Number,
    /// Average cost (q); of the total the unweighted mean of the periods.
    cost_average_eur: Cell,
    /// Avoided cost (p x q).
    avoided_cost_eur: Cell,
    /// Cost of the POJ.
    poj_cost_eur: Cell,
    /// Avoided cost less cost.
    net_eur: Cell,
    /// Cost divided by avoided cost.
    break_even_share: Number,
}

/// The table, which is the same in every run.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Table<'a> {
    source: &'a str,
    by_period: Named<'a, Column>,
    total: Column,
    /// Average cost of the total weighted by positive closures.
    cost_average_weighted_eur: Number,
    /// The total's closures times its printed average cost.
    naive_product_eur: Number,
    /// Printed avoided cost less that product.
    unexplained_eur: Number,
    /// Rise in avoided cost between the periods.
    rise_eur: Number,
    /// Of it by more closures, at the average cost of the first period.
    rise_by_volume_eur: Number,
    /// Of it by a higher average cost.
    rise_by_price_eur: Number,
}

/// The table printed and made again.
pub(super) fn table_3<'a>() -> Table<'a> {
    let table = rebuilt();
    let by_period =
        TABLE_3.iter().zip(&table.periods).map(|(printed, made)| (printed.id, column(printed, made)));
    Table {
        source: TABLE_3_SOURCE,
        by_period: Named::of(by_period),
        total: column(&TABLE_3_TOTAL, &table.total),
        cost_average_weighted_eur: number(table.weighted_average),
        naive_product_eur: number(table.naive_product),
        unexplained_eur: number(table.unexplained),
        rise_eur: number(table.rise),
        rise_by_volume_eur: number(table.rise_by_volume),
        rise_by_price_eur: number(table.rise_by_price),
    }
}

fn column(printed: &PrintedPeriod, made: &RebuiltColumn) -> Column {
    Column {
        positive: Cell::new(printed.positive, made.positive),
        cost_average_unrounded_eur: number(printed.cost_average_unrounded),
        cost_average_eur: Cell::new(printed.cost_average, made.cost_average),
        avoided_cost_eur: Cell::new(printed.avoided, made.avoided),
        poj_cost_eur: Cell::new(printed.cost, made.cost),
        net_eur: Cell::new(printed.net, made.net),
        break_even_share: number(made.break_even),
    }
}

fn number(value: Decimal) -> Number {
    Number(value.try_into().ok())
}
