//! Hours, weeks and euros: quantity quantities.

use std::ops::{Div, Mul};

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
        pub struct $name(pub f64);

        impl $name {
            /// The bare number, in the unit that the type names.
            pub const fn value(self) -> f64 {
                self.0
            }
        }
    };
}

quantity!(
    /// An amount of working time, in hours.
    Hours
);
quantity!(
    /// An amount of money, in euros of the year in which it is paid unless said otherwise.
    Eur
);
quantity!(
    /// A price, in euros per hour.
    EurPerHour
);

impl Mul<Hours> for EurPerHour {
    type Output = Eur;
    fn mul(self, hours: Hours) -> Eur {
        Eur(self.0 * hours.0)
    }
}

impl Div<EurPerHour> for Eur {
    type Output = Hours;
    fn div(self, price: EurPerHour) -> Hours {
        Hours(self.0 / price.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_divided_by_a_price_is_a_number_of_hours_and_back() {
        let hours = Eur(85_000.0) / EurPerHour(112.5);
        assert!((hours.value() / 52.0 - 14.53).abs() < 0.005, "85,000 EUR buy 14.5 hours a week");
        assert!(((EurPerHour(112.5) * hours).value() - 85_000.0).abs() < 1e-9);
    }
}
