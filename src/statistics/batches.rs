//! Batches of draws, from whose spread every Monte Carlo error comes.

use super::estimate::Estimate;
use crate::random::{BATCHES, REPLICATIONS_PER_DRAW};

/// The same number as [`BATCHES`], to index with.
pub(super) const COUNT: usize = BATCHES as usize;

/// The batch of a replication: draw `d` belongs to batch `d % 20`, and both its replications with it.
#[inline]
pub(super) const fn batch_of(replication: usize) -> usize {
    #[expect(clippy::integer_division, reason = "the draw of a replication is a whole number")]
    let draw = replication / REPLICATIONS_PER_DRAW;
    draw % COUNT
}

/// Weights and sums of the batches of one column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sums {
    /// How many numbers each batch holds.
    pub(super) weights: [f64; COUNT],
    /// What they add up to.
    pub(super) totals: [f64; COUNT],
}

impl Sums {
    /// Of the numbers by replication that are defined.
    pub(super) fn of(values: impl Iterator<Item = (usize, f64)>) -> Self {
        let mut sums = Self { weights: [0.0; COUNT], totals: [0.0; COUNT] };
        for (replication, value) in values {
            let batch = batch_of(replication);
            sums.weights[batch] += 1.0;
            sums.totals[batch] += value;
        }
        sums
    }

    /// Of a column in replication order that is defined throughout; the sums run in the same order.
    pub(super) fn of_all(values: &[f64]) -> Self {
        let mut sums = Self { weights: [0.0; COUNT], totals: [0.0; COUNT] };
        let (draws, rest) = values.as_chunks::<REPLICATIONS_PER_DRAW>();
        for round in draws.chunks(COUNT) {
            for ((draw, weight), total) in round.iter().zip(&mut sums.weights).zip(&mut sums.totals) {
                *weight += REPLICATIONS_PER_DRAW as f64;
                for value in draw {
                    *total += value;
                }
            }
        }
        for value in rest {
            sums.weights[draws.len() % COUNT] += 1.0;
            sums.totals[draws.len() % COUNT] += value;
        }
        sums
    }

    pub(super) fn weight(&self) -> f64 {
        self.weights.iter().sum()
    }

    /// The mean with its error; 0 of nothing.
    pub(super) fn estimate(&self) -> Estimate {
        let value = self.totals.iter().sum::<f64>() / self.weight().max(1.0);
        Estimate { value, mc_se: self.mean_error() }
    }

    pub(super) fn mean(&self) -> f64 {
        self.totals.iter().sum::<f64>() / self.weight()
    }

    /// Batch means with their weights, without empty batches.
    fn means(&self) -> impl Iterator<Item = (f64, f64)> + Clone {
        self.weights.iter().zip(&self.totals).filter(|(weight, _)| **weight > 0.0).map(|(w, t)| (*w, t / w))
    }

    /// The standard error of the mean: B / (B - 1) times the sum of the squared shares of the weight times the
    /// squared distances of the B batch means, under a root. With equal weights that is the sd of the batch means
    /// over the root of B. `None` with fewer than two batches.
    pub(super) fn mean_error(&self) -> Option<f64> {
        let batches = self.means().count();
        if batches < 2 {
            return None;
        }
        let (weight, mean) = (self.weight(), self.mean());
        let squares: f64 = self.means().map(|(w, m)| (w / weight * (m - mean)).powi(2)).sum();
        Some((squares * batches as f64 / (batches - 1) as f64).sqrt())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_column_has_the_sums_of_its_numbers_one_by_one() {
        for count in [0, 1, 2, 39, 40, 43, 1_001] {
            let values: Vec<f64> = (0..count).map(|number| f64::from(number).sqrt()).collect();
            let [one, other] = [Sums::of(values.iter().copied().enumerate()), Sums::of_all(&values)];
            for of in [|sums: &Sums| sums.weights, |sums: &Sums| sums.totals] {
                let [one, other] = [&one, &other].map(|sums| of(sums).map(f64::to_bits));
                assert_eq!(one, other, "{count} numbers");
            }
        }
    }
}
