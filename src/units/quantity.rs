//! Hours, weeks and euros: additive quantities.

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

macro_rules! additive {
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
        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }
        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }
        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }
        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }
        impl Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self(self.0 * factor)
            }
        }
        impl Div<f64> for $name {
            type Output = Self;
            fn div(self, divisor: f64) -> Self {
                Self(self.0 / divisor)
            }
        }
        impl Div for $name {
            type Output = f64;
            fn div(self, other: Self) -> f64 {
                self.0 / other.0
            }
        }
    };
}

additive!(
    /// An amount of working time, in hours.
    Hours
);
additive!(
    /// A length of time, in weeks of seven days.
    Weeks
);
additive!(
    /// An amount of money, in euros of the year in which it is paid unless said otherwise.
    Eur
);
additive!(
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
        assert!((EurPerHour(112.5) * hours - Eur(85_000.0)).value().abs() < 1e-9);
    }
}
