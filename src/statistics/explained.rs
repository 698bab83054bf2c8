//! First-order indices of draws that are not kept: by bins of the score that are equally probable beforehand.
//!
//! Enters: scores and draw means block by block. Leaves: the index. The exact one cuts the draws into bins of equal count; these
//! bins hold equal counts but for chance, since scores are standard normal and stratified.

use std::borrow::Cow;

use super::fixed::Fixed;
use super::kept::{Kept, NO_ENDS, Numbers, stretch, take_in};
use crate::distributions::normal_score;

/// Bins of a score: the two outer ones then hold 0.2 % of the variance of a score within them, the others far less.
const BINS: u32 = 256;
/// Fewer draws than this say nothing.
const LEAST_DRAWS: f64 = 20.0;

/// The ends of the bins.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreBins(Vec<f64>);

impl Default for ScoreBins {
    fn default() -> Self {
        Self((1..BINS).map(|bin| normal_score(f64::from(bin) / f64::from(BINS))).collect())
    }
}

/// What a score explains of a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    fixed: Fixed,
    /// Draws by bin.
    counts: Vec<u32>,
    /// Sums of the draw means by bin; then of their squares.
    sums: Vec<i128>,
    ends: [f64; 2],
}

impl Explained {
    /// For draw means of which these are the first, which it does not take in.
    pub fn begin(first: &[f64]) -> Self {
        let bins = BINS as usize;
        let fixed = Fixed::around(first);
        Self { fixed, counts: vec![0; bins], sums: vec![0; bins + 1], ends: NO_ENDS }
    }

    /// Takes the draws of a block in; those without a mean are left out.
    pub fn absorb(&mut self, scores: &[f64], means: &[f64], bins: &ScoreBins) {
        let mut sums = vec![0.0; self.counts.len()];
        let mut squares = 0.0;
        for (score, mean) in scores.iter().zip(means).filter(|(_, mean)| mean.is_finite()) {
            let bin = bins.0.partition_point(|end| end <= score);
            let distance = mean - self.fixed.pivot;
            self.counts[bin] += 1;
            sums[bin] += distance;
            squares += distance * distance;
            self.ends = stretch(self.ends, *mean);
        }
        let whole = sums.into_iter().map(|sum| Fixed::whole(sum, self.fixed.unit));
        let whole = whole.chain([Fixed::whole(squares, self.fixed.square)]);
        for (kept, sum) in self.sums.iter_mut().zip(whole) {
            *kept = kept.saturating_add(sum);
        }
    }

    /// The index, as [`Ranking::first_order`](super::Ranking::first_order) means it; `None` where that is undefined.
    pub fn first_order(&self) -> Option<f64> {
        let [least, most] = self.ends;
        let count: f64 = self.counts.iter().map(|count| f64::from(*count)).sum();
        let filled = self.counts.iter().filter(|count| **count > 0).count() as f64;
        if count < LEAST_DRAWS || filled < 2.0 || count <= filled || least >= most {
            return None;
        }
        let sums = self.sums.iter().map(|sum| Fixed::number(*sum, self.fixed.unit));
        let of_bins = || sums.clone().zip(&self.counts).filter(|(_, count)| **count > 0);
        let sum: f64 = of_bins().map(|(sum, _)| sum).sum();
        let squares = Fixed::number(self.sums[self.counts.len()], self.fixed.square);
        let total = squares - sum * sum / count;
        let explained: f64 = of_bins().map(|(sum, count)| sum * sum / f64::from(*count)).sum();
        let within = squares - explained;
        let chance = (filled - 1.0) * within / (count - filled);
        (total > 0.0 && total.is_finite()).then(|| ((total - within - chance) / total).clamp(0.0, 1.0))
    }
}

impl Kept for Explained {
    fn numbers(&self) -> Numbers<'_> {
        Numbers { counts: Cow::Borrowed(&self.counts), sums: Cow::Borrowed(&self.sums), ends: self.ends }
    }

    fn adopt(&mut self, other: &Numbers<'_>) -> bool {
        take_in((&mut self.counts, &mut self.sums, &mut self.ends), other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{BATCHES, Seed, stratified};
    use crate::statistics::first_order;

    fn scores(item: u64, draws: u32) -> Vec<f64> {
        let score = |draw: u32| stratified(Seed(3), item, draw % BATCHES, draw.div_euclid(BATCHES));
        (0..draws).map(|draw| normal_score(score(draw))).collect()
    }

    /// Both estimate the same index from 20,000 draws with a standard error of 0.006 or less; 0.02 is a correct program's
    /// difference less than once in 1,000 seeds.
    #[test]
    fn the_index_is_that_of_bins_of_equal_counts() {
        let (one, two) = (scores(1, 20_000), scores(2, 20_000));
        let bins = ScoreBins::default();
        for curve in [|z: f64| 3.0 * z, |z: f64| z * z, |z: f64| (3.0 * z).sin(), |_| 0.0] {
            let means: Vec<f64> = one.iter().zip(&two).map(|(a, b)| 1e6 + curve(*a) + 2.0 * b).collect();
            let mut explained = Explained::begin(&means[..1_280]);
            for (scores, means) in one.chunks(1_280).zip(means.chunks(1_280)) {
                explained.absorb(scores, means, &bins);
            }
            let (found, exact) = (explained.first_order().unwrap(), first_order(&one, &means).unwrap());
            assert!((found - exact).abs() < 0.02, "{found} instead of {exact}");
        }
    }

    #[test]
    fn parts_add_up_and_a_constant_has_no_index() {
        let (one, two, bins) = (scores(1, 2_560), scores(2, 2_560), ScoreBins::default());
        let mut whole = Explained::begin(&two);
        let mut parts = [whole.clone(), whole.clone()];
        for (half, part) in parts.iter_mut().enumerate() {
            let draws = half * 1_280..(half + 1) * 1_280;
            part.absorb(&one[draws.clone()], &two[draws.clone()], &bins);
            whole.absorb(&one[draws.clone()], &two[draws], &bins);
        }
        let [mut first, second] = parts;
        assert!(first.adopt(&second.numbers()));
        assert_eq!(first, whole);
        let mut constant = Explained::begin(&[5.0; 100]);
        constant.absorb(&one[..100], &[5.0; 100], &bins);
        assert_eq!(constant.first_order(), None);
    }
}
