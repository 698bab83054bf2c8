//! A share or probability between 0 and 1.

use thiserror::Error;

/// A number from 0 to 1: a share of a whole or a probability. Never NaN.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Share(f64);

/// A number that is no share.
#[derive(Clone, Copy, Debug, Error, PartialEq)]
#[error("a share must lie in [0, 1], got {0}")]
pub struct ShareError(pub f64);

impl Share {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);
    /// All.
    pub const ONE: Self = Self(1.0);

    /// A checked share.
    ///
    /// # Errors
    /// [`ShareError`] when `value` is NaN or lies outside 0 to 1.
    pub fn new(value: f64) -> Result<Self, ShareError> {
        if (0.0..=1.0).contains(&value) { Ok(Self(value)) } else { Err(ShareError(value)) }
    }

    /// The bare number.
    pub const fn value(self) -> f64 {
        self.0
    }

    /// What is left of the whole.
    #[must_use]
    pub fn rest(self) -> Self {
        Self(1.0 - self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_between_nought_and_one_is_refused() {
        for bad in [-0.1, 1.2, f64::NAN, f64::INFINITY] {
            assert!(Share::new(bad).is_err(), "{bad} is no share");
        }
        assert_eq!(Share::new(1.0), Ok(Share::ONE));
    }
}
