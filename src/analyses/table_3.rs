//! Table 3 of the evaluation of the pilot: as it is printed, and made again from what it was made of.

use rust_decimal::{Decimal, RoundingStrategy};

/// One period of the table as it is printed, with the average cost before rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintedPeriod {
    /// Its name in `summary.json`, and part of the id of its heading.
    pub id: &'static str,
    /// Positive closures (p).
    pub positive: Decimal,
    /// Average cost with the four decimals that give the printed product to the cent.
    pub cost_average_unrounded: Decimal,
    /// Average cost (q).
    pub cost_average: Decimal,
    /// Avoided cost (p x q).
    pub avoided: Decimal,
    /// Cost of the POJ.
    pub cost: Decimal,
    /// Avoided cost less cost.
    pub net: Decimal,
}

/// The two periods of table 3 (E:388, E:473-490).
pub const TABLE_3: [PrintedPeriod; 2] = [
    PrintedPeriod {
        id: "2020-2021",
        positive: whole(50),
        cost_average_unrounded: decimal(65_359_358, 4),
        cost_average: decimal(653_594, 2),
        avoided: decimal(32_679_679, 2),
        cost: decimal(23_700_000, 2),
        net: decimal(8_979_679, 2),
    },
    PrintedPeriod {
        id: "2022",
        positive: whole(57),
        cost_average_unrounded: decimal(79_196_507, 4),
        cost_average: decimal(791_965, 2),
        avoided: decimal(45_142_009, 2),
        cost: decimal(20_453_220, 2),
        net: decimal(24_688_789, 2),
    },
];

/// The printed column of totals, its average cost being the unweighted mean of the two periods.
pub const TABLE_3_TOTAL: PrintedPeriod = PrintedPeriod {
    id: "total",
    positive: whole(107),
    cost_average_unrounded: decimal(722_779, 2),
    cost_average: decimal(722_779, 2),
    avoided: decimal(77_821_688, 2),
    cost: decimal(44_153_220, 2),
    net: decimal(33_668_468, 2),
};

/// Where the table stands.
pub const TABLE_3_SOURCE: &str = "evaluatie POJ Overbetuwe 2020-2022, tabel 3 (E:388, E:473-490)";

/// A column made again, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RebuiltColumn {
    /// Positive closures; of the total their sum.
    pub positive: Decimal,
    /// Average cost; of the total the unweighted mean of the periods before rounding.
    pub cost_average: Decimal,
    /// Positive closures times the unrounded average; of the total the sum of the rounded periods.
    pub avoided: Decimal,
    /// Cost; of the total the sum.
    pub cost: Decimal,
    /// Avoided cost less cost.
    pub net: Decimal,
    /// The share of the positive closures that must avoid maatwerk for the cost to be met, six decimals.
    pub break_even: Decimal,
}

/// The table made again, with what its total column hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RebuiltTable {
    /// The periods.
    pub periods: [RebuiltColumn; 2],
    /// The total.
    pub total: RebuiltColumn,
    /// Average cost of the total weighted by positive closures.
    pub weighted_average: Decimal,
    /// The total's closures times its printed average: not its avoided cost.
    pub naive_product: Decimal,
    /// Printed avoided cost less that product.
    pub unexplained: Decimal,
    /// Rise in avoided cost between the periods.
    pub rise: Decimal,
    /// Of that rise: by more closures, at the average cost of the first period.
    pub rise_by_volume: Decimal,
    /// Of that rise: by a higher average cost.
    pub rise_by_price: Decimal,
}

/// Makes the table again from positive closures, average cost and cost.
pub fn rebuilt() -> RebuiltTable {
    let periods = TABLE_3.map(|printed| {
        let avoided = cents(printed.positive * printed.cost_average_unrounded);
        column(printed.positive, cents(printed.cost_average_unrounded), avoided, printed.cost)
    });
    let [first, second] = periods;
    let averages = TABLE_3[0].cost_average_unrounded + TABLE_3[1].cost_average_unrounded;
    let total = column(
        first.positive + second.positive,
        cents(averages / Decimal::TWO),
        first.avoided + second.avoided,
        first.cost + second.cost,
    );
    let rise = second.avoided - first.avoided;
    let rise_by_volume = cents((second.positive - first.positive) * TABLE_3[0].cost_average_unrounded);
    let naive_product = cents(total.positive * TABLE_3_TOTAL.cost_average);
    RebuiltTable {
        periods,
        total,
        weighted_average: cents(total.avoided / total.positive),
        naive_product,
        unexplained: TABLE_3_TOTAL.avoided - naive_product,
        rise,
        rise_by_volume,
        rise_by_price: rise - rise_by_volume,
    }
}

fn column(positive: Decimal, cost_average: Decimal, avoided: Decimal, cost: Decimal) -> RebuiltColumn {
    let break_even = (cost / avoided).round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero);
    RebuiltColumn { positive, cost_average, avoided, cost, net: avoided - cost, break_even }
}

fn cents(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

const fn whole(number: u32) -> Decimal {
    Decimal::from_parts(number, 0, 0, false, 0)
}

const fn decimal(units: u32, places: u32) -> Decimal {
    Decimal::from_parts(units, 0, 0, false, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_made_again_is_the_printed_one_to_the_cent() {
        let table = rebuilt();
        let columns = table.periods.iter().chain([&table.total]);
        for (made, printed) in columns.zip(TABLE_3.iter().chain([&TABLE_3_TOTAL])) {
            assert_eq!(
                (made.positive, made.cost_average, made.avoided, made.cost, made.net),
                (printed.positive, printed.cost_average, printed.avoided, printed.cost, printed.net),
                "{}",
                printed.id
            );
        }
    }

    #[test]
    fn the_total_hides_an_unweighted_average() {
        let table = rebuilt();
        assert_eq!(table.weighted_average.to_string(), "7273.05");
        assert_eq!(table.naive_product.to_string(), "773373.53");
        assert_eq!(table.unexplained.to_string(), "4843.35");
    }

    #[test]
    fn most_of_the_rise_is_price() {
        let table = rebuilt();
        assert_eq!(table.rise_by_volume + table.rise_by_price, table.rise);
        let share = table.rise_by_price / table.rise;
        assert_eq!(share.round_dp(2).to_string(), "0.63");
        assert_eq!(table.total.break_even.round_dp(3).to_string(), "0.567");
        assert_eq!(table.periods[1].break_even.round_dp(3).to_string(), "0.453");
    }
}
