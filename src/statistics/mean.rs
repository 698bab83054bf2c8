//! Means that can be taken from each other, with the error of the outcome.

use super::batches::Sums;
use super::estimate::Estimate;

/// What the mean of a column and its error come from: weights and sums of its batches.
///
/// Taking one from another equals taking the columns from each other number by number.
///
/// # Example
/// ```
/// use sim::statistics::Mean;
/// let (this, that) = (Mean::of(&[4.0, 8.0]), Mean::of(&[1.0, 3.0]));
/// assert_eq!(this.less(&that).estimate().value, 4.0);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Mean(pub(super) Sums);

impl Mean {
    /// Of a column in replication order that is defined throughout.
    pub fn of(values: &[f64]) -> Self {
        Self(Sums::of_all(values))
    }

    /// The mean of this column less another of the same length.
    #[must_use]
    pub fn less(mut self, other: &Self) -> Self {
        for (total, other) in self.0.totals.iter_mut().zip(&other.0.totals) {
            *total -= other;
        }
        self
    }

    /// The mean with its Monte Carlo standard error.
    pub fn estimate(&self) -> Estimate {
        self.0.estimate()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_of_a_difference_is_that_of_the_differences() {
        let these: Vec<f64> = (0..80).map(|x| f64::from(x * x % 17)).collect();
        let base: Vec<f64> = (0..80).map(|x| f64::from(x * 5 % 13)).collect();
        let pairs: Vec<f64> = these.iter().zip(&base).map(|(one, base)| one - base).collect();
        let (found, direct) =
            (Mean::of(&these).less(&Mean::of(&base)).estimate(), Mean::of(&pairs).estimate());
        assert!((found.value - direct.value).abs() < 1e-12);
        assert!((found.mc_se.unwrap() - direct.mc_se.unwrap()).abs() < 1e-12 && direct.mc_se.unwrap() > 0.1);
    }
}
