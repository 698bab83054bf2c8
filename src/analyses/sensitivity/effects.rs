//! The effect of one uncertain quantity on one result, the others varying.

use crate::distributions::normal_score;
use crate::random::{BATCHES, REPLICATIONS_PER_DRAW};
use crate::statistics::{Estimate, KNOTS, Smoothed, Spline, jackknife, ratio, smooth};

/// The levels between which a quantity swings.
const LEVELS: [f64; 2] = [0.1, 0.9];

/// What a result is expected to be with a quantity at its P10 and at its P90, all others varying.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// At its P10.
    pub low: Estimate,
    /// At its P90.
    pub high: Estimate,
    /// The second less the first.
    pub width: Estimate,
}

/// The effect of a quantity on a result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// From P10 to P90.
    pub swing: Swing,
    /// First-order index: the share of the variance of what is expected given a draw that knowing it would take away.
    pub first: Estimate,
}

/// A result over the draws.
#[derive(Clone, Debug)]
pub(super) struct Response {
    /// The mean of the replications of each draw.
    pub(super) means: Vec<f64>,
    /// The product of the two replications of each draw, less the mean: on average the square of what is expected.
    products: Vec<f64>,
    /// The mean over all.
    pub(super) mean: f64,
    /// The share of the variance of single replications that luck makes.
    pub(super) luck: Option<f64>,
}

impl Response {
    /// Of a column in replication order; `None` when it is undefined somewhere. An odd last replication is left out.
    pub(super) fn new(column: &[f64]) -> Option<Self> {
        let draws = column.as_chunks::<REPLICATIONS_PER_DRAW>().0;
        if draws.is_empty() || column.iter().any(|value| !value.is_finite()) {
            return None;
        }
        let mean = draws.iter().flatten().sum::<f64>() / (REPLICATIONS_PER_DRAW * draws.len()) as f64;
        let products: Vec<f64> = draws.iter().map(|[one, two]| (one - mean) * (two - mean)).collect();
        let luck: f64 = draws.iter().map(|[one, two]| 0.5 * (one - two).powi(2)).sum();
        let ignorance: f64 = products.iter().sum();
        let luck = (luck + ignorance > 0.0).then(|| (luck / (luck + ignorance.max(0.0))).min(1.0));
        Some(Self { means: draws.iter().map(|[one, two]| 0.5 * (one + two)).collect(), products, mean, luck })
    }

    /// The effect of the quantity with these scores, one per draw.
    ///
    /// A natural spline of the score is fitted to the draws by least squares. Its value at the score of P10 and P90 is what
    /// is expected there. What the fits that left out a draw's batch explain of its squared distance from the mean, over
    /// the product of its two replications, is the first-order index, free of luck. Not below nought.
    pub(super) fn effect(&self, scores: &[f64]) -> Option<Effect> {
        let spline = Spline::new(scores, KNOTS);
        let places = LEVELS.map(|level| spline.row(normal_score(level)));
        let fit = smooth(&spline.columns(scores), std::slice::from_ref(&self.means), &places)?.pop()?;
        Some(Effect { swing: swing(&fit)?, first: self.explained(&fit.held_out)? })
    }

    /// First-order index of all quantities behind a fit that left out a draw's batch.
    pub(super) fn explained(&self, held_out: &[f64]) -> Option<Estimate> {
        let explained = self
            .means
            .iter()
            .zip(held_out)
            .map(|(mean, expected)| (mean - self.mean).powi(2) - (mean - expected).powi(2));
        // The ratio reads replications; a draw that counts twice weighs the same above and below.
        let twice = |values: &mut dyn Iterator<Item = f64>| -> Vec<f64> {
            values.flat_map(|value| [value; REPLICATIONS_PER_DRAW]).collect()
        };
        let found = ratio(&twice(&mut explained.into_iter()), &twice(&mut self.products.iter().copied()))?;
        Some(Estimate { value: found.value.clamp(0.0, 1.0), mc_se: found.mc_se })
    }

    /// The mean with its error over the batches.
    pub(super) fn expected(&self) -> Estimate {
        let total: f64 = self.means.iter().sum();
        let count = self.means.len() as f64;
        let batches = BATCHES as usize;
        let without: Vec<f64> = (0..batches.min(self.means.len()))
            .map(|batch| {
                let less: Vec<f64> = self.means.iter().skip(batch).step_by(batches).copied().collect();
                (total - less.iter().sum::<f64>()) / (count - less.len() as f64).max(1.0)
            })
            .collect();
        let mc_se = (self.means.len() >= 2 * batches).then(|| jackknife(&without));
        Estimate { value: self.mean, mc_se }
    }
}

fn swing(fit: &Smoothed) -> Option<Swing> {
    let [low, high] = fit.at.as_slice() else { return None };
    let estimate =
        |(value, without): &(f64, Vec<f64>)| Estimate { value: *value, mc_se: Some(jackknife(without)) };
    let steps: Vec<f64> = high.1.iter().zip(&low.1).map(|(high, low)| high - low).collect();
    let width = Estimate { value: high.0 - low.0, mc_se: Some(jackknife(&steps)) };
    Some(Swing { low: estimate(low), high: estimate(high), width })
}
