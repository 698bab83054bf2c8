//! The laws that a quantity can follow.

use thiserror::Error;

/// The values that a quantity can take at all; it picks the family for statements that leave it open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Support {
    /// 0 to 1.
    Share,
    /// 0 and above.
    Positive,
    /// Any number.
    Real,
}

/// A checked distribution of one number.
#[derive(Clone, Debug, PartialEq)]
pub enum Law {
    /// One known number.
    Fixed(f64),
    /// Beta on `low` to `high` with these shapes: a proportion with its prior, a PERT, or a share by mean and sd.
    Beta {
        /// First shape.
        alpha: f64,
        /// Second shape.
        beta: f64,
        /// Lowest value.
        low: f64,
        /// Highest value.
        high: f64,
    },
    /// Gamma with this shape and rate: a rate with its prior, or a positive number by mean and sd.
    Gamma {
        /// Shape.
        shape: f64,
        /// Rate, the inverse of the scale.
        rate: f64,
    },
    /// Normal.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// Log-normal by the mean and sd of the logarithm.
    LogNormal {
        /// Mean of the logarithm.
        mu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// Logit-normal by the mean and sd of the logit.
    LogitNormal {
        /// Mean of the logit.
        mu: f64,
        /// Standard deviation of the logit.
        sigma: f64,
    },
}

/// Why numbers make no distribution.
#[derive(Clone, Copy, Debug, Error, PartialEq)]
pub enum LawError {
    /// A number is NaN or infinite.
    #[error("{0} is not a finite number")]
    NotFinite(f64),
    /// Low, likely and high are out of order or all equal.
    #[error("expected low <= likely <= high and low < high, got {low}, {likely}, {high}")]
    OutOfOrder {
        /// Lowest value given.
        low: f64,
        /// Most likely value given.
        likely: f64,
        /// Highest value given.
        high: f64,
    },
    /// More were counted than there were, or fewer than none.
    #[error("expected 0 <= seen <= of, got {seen} of {of}")]
    Counts {
        /// Counted.
        seen: f64,
        /// Out of.
        of: f64,
    },
    /// A spread or exposure that must be positive is not.
    #[error("expected a number above 0, got {0}")]
    NotPositive(f64),
    /// No law of the quantity's support has this mean and sd.
    #[error("no distribution on this range has mean {mean} and sd {sd}")]
    Impossible {
        /// Mean given.
        mean: f64,
        /// Standard deviation given.
        sd: f64,
    },
}
