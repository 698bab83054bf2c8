//! What the Monte Carlo error allows to be said.

use crate::statistics::{Band, Estimate};

/// Errors away from nought that a difference must be.
const ERRORS: f64 = 2.0;
/// A chance counted in twentieths is said when twice its error is at most one of them.
const ONE_OF_TWENTY: f64 = 0.05;

/// Fewer replications than this support no answer at all: the error itself is then a guess, and what none of them
/// showed may happen in one case of twenty all the same.
pub(in crate::report) const ENOUGH: usize = 120;

/// Which way a difference goes, as far as its error tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Direction {
    Up,
    Down,
    /// Equal in every replication.
    Equal,
    /// Not to be told from nought.
    Unclear,
}

impl Direction {
    /// Of the mean of a band.
    pub(in crate::report) fn of(band: &Band) -> Self {
        match band.mc_se {
            _ if band.mean.abs() <= f64::MIN_POSITIVE
                && band.quantiles.iter().all(|value| value.abs() <= f64::MIN_POSITIVE) =>
            {
                Self::Equal
            }
            Some(error) if band.mean.abs() >= ERRORS * error && band.mean > 0.0 => Self::Up,
            Some(error) if band.mean.abs() >= ERRORS * error => Self::Down,
            _ => Self::Unclear,
        }
    }

    /// The id that belongs to it, of four: up, down, equal, unclear.
    pub(in crate::report) const fn pick(self, ids: [&'static str; 4]) -> &'static str {
        match self {
            Self::Up => ids[0],
            Self::Down => ids[1],
            Self::Equal => ids[2],
            Self::Unclear => ids[3],
        }
    }
}

/// Whether a chance or share is exact enough to be said.
pub(in crate::report) fn exact_enough(estimate: &Estimate) -> bool {
    estimate.mc_se.is_some_and(|error| ERRORS * error <= ONE_OF_TWENTY)
}

/// Whether a break-even share lies above one by more than its error: not even all closures would do.
pub(super) fn above_all(share: &Estimate) -> bool {
    share.mc_se.is_some_and(|error| share.value - ERRORS * error > 1.0)
}

/// Whether a break-even share cannot be told from one: perhaps all closures would just do.
pub(super) fn about_all(share: &Estimate) -> bool {
    !above_all(share) && share.mc_se.is_some_and(|error| share.value + ERRORS * error >= 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(mean: f64, mc_se: Option<f64>) -> Band {
        Band {
            mean,
            mc_se,
            quantiles: [mean; 7],
            quantile_mc_se: [None; 7],
            quantile_bound: None,
            share_ignorance: None,
            share_luck: None,
            undefined: 0,
        }
    }

    #[test]
    fn a_difference_within_two_errors_is_not_told_from_nought() {
        assert_eq!(Direction::of(&band(1.9, Some(1.0))), Direction::Unclear);
        assert_eq!(Direction::of(&band(2.1, Some(1.0))), Direction::Up);
        assert_eq!(Direction::of(&band(-2.1, Some(1.0))), Direction::Down);
        assert_eq!(Direction::of(&band(5.0, None)), Direction::Unclear);
        assert_eq!(Direction::of(&band(0.0, Some(0.0))), Direction::Equal);
    }

    #[test]
    fn a_share_that_may_be_all_is_neither_below_nor_above_it() {
        let share = |value| Estimate { value, mc_se: Some(0.015) };
        assert!(!about_all(&share(0.96)) && !above_all(&share(0.96)));
        assert!(about_all(&share(0.98)) && !above_all(&share(0.98)));
        assert!(about_all(&share(1.02)) && !above_all(&share(1.02)));
        assert!(!about_all(&share(1.04)) && above_all(&share(1.04)));
    }

    #[test]
    fn a_chance_is_said_when_its_error_is_within_one_of_twenty() {
        assert!(exact_enough(&Estimate { value: 0.7, mc_se: Some(0.02) }));
        assert!(!exact_enough(&Estimate { value: 0.7, mc_se: Some(0.03) }));
        assert!(!exact_enough(&Estimate { value: 0.7, mc_se: None }));
    }
}
