//! What is kept of a column that is too long to keep: whole numbers, so that parts add up in any order to the same bits.
//!
//! Enters: a column block by block. Leaves: its band, with a bound on how far the quantiles can be off. Counts are exact; a sum is
//! taken over a block in its fixed order, about a number near the mean so that nothing cancels, and then rounded to a
//! whole number of a unit so small that the rounding is below that of the arithmetic.

use std::borrow::Cow;

use super::band::Band;
use super::batches::{self, Sums};
use super::estimate::{Estimate, ratio_of_sums};
use super::fixed::Fixed;
use super::grid::{Grid, of_counts};
use super::kept::{Kept, NO_ENDS, Numbers, add, join, stretch, take_in};
use super::mean::Mean;
use super::moments::{alike, mean_and_squares, share};
use super::quantiles::COUNT;

/// A batch with fewer numbers than this says nothing about the error of a quantile.
const LEAST_IN_BATCH: u32 = 10;
/// Sums beside those of the batches: of draw means, of their squares, of half squared differences within a draw.
const OTHER_SUMS: usize = 3;
/// Counts beside those of bins, groups and batches: whole draws, half draws, undefined numbers, and numbers that are not whole.
const OTHER_COUNTS: usize = 4;

/// A column of which every block was seen once and then dropped.
///
/// # Example
/// ```
/// use sim::statistics::Sketch;
/// let block = [1.0, 2.0, 3.0, 4.0];
/// let mut sketch = Sketch::begin(&block);
/// sketch.absorb(&block);
/// let band = sketch.band().unwrap();
/// assert_eq!((band.mean, band.quantiles[3], band.quantile_bound), (2.5, 2.5, Some(0.0)));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch {
    grid: Grid,
    fixed: Fixed,
    /// By bin; by batch and group; by batch; then whole draws, half draws, undefined, not whole.
    counts: Vec<u32>,
    /// By batch; then of draw means, of their squares, of half squared differences.
    sums: Vec<i128>,
    /// The least and the greatest number.
    ends: [f64; 2],
}

impl Sketch {
    /// A sketch with the bins that fit the first block of a column, which it does not take in.
    pub fn begin(first: &[f64]) -> Self {
        let grid = Grid::of(first);
        let counts = grid.bins() + (grid.groups() + 1) * batches::COUNT + OTHER_COUNTS;
        Self {
            fixed: Fixed::around(first),
            grid,
            counts: vec![0; counts],
            sums: vec![0; batches::COUNT + OTHER_SUMS],
            ends: NO_ENDS,
        }
    }

    /// Takes a block in: numbers in replication order, the first draw of which belongs to batch 0.
    pub fn absorb(&mut self, block: &[f64]) {
        let (bins, groups) = (self.grid.bins(), self.grid.groups());
        let (fine, rest) = self.counts.split_at_mut(bins);
        let (coarse, rest) = rest.split_at_mut(groups * batches::COUNT);
        let (weights, other) = rest.split_at_mut(batches::COUNT);
        let mut sums = [0.0; batches::COUNT + OTHER_SUMS];
        for (draw, pair) in block.chunks(2).enumerate() {
            let batch = draw % batches::COUNT;
            let mut whole = pair.len() == 2;
            for value in pair {
                if !value.is_finite() {
                    other[2] += 1;
                    whole = false;
                    continue;
                }
                let (bin, group) = self.grid.locate(*value);
                fine[bin] += 1;
                coarse[batch * groups + group] += 1;
                weights[batch] += 1;
                other[3] += u32::from(self.grid.whole() && value.fract() != 0.0);
                sums[batch] += value - self.fixed.pivot;
                self.ends = stretch(self.ends, *value);
            }
            if whole {
                other[0] += 1;
                let mean = 0.5 * ((pair[0] - self.fixed.pivot) + (pair[1] - self.fixed.pivot));
                sums[batches::COUNT] += mean;
                sums[batches::COUNT + 1] += mean * mean;
                sums[batches::COUNT + 2] += 0.5 * (pair[0] - pair[1]) * (pair[0] - pair[1]);
            }
            other[1] += u32::from(pair.len() < 2);
        }
        for (place, (kept, sum)) in self.sums.iter_mut().zip(sums).enumerate() {
            let unit = if place > batches::COUNT { self.fixed.square } else { self.fixed.unit };
            *kept = kept.saturating_add(Fixed::whole(sum, unit));
        }
    }

    fn other_counts(&self) -> &[u32] {
        &self.counts[self.counts.len() - OTHER_COUNTS..]
    }

    fn weights(&self) -> &[u32] {
        let from = self.grid.bins() + self.grid.groups() * batches::COUNT;
        &self.counts[from..from + batches::COUNT]
    }

    /// Weights and sums of the batches, the sums about the pivot.
    fn sums_about(&self) -> Sums {
        let mut sums = Sums { weights: [0.0; batches::COUNT], totals: [0.0; batches::COUNT] };
        for (batch, weight) in self.weights().iter().enumerate() {
            sums.weights[batch] = f64::from(*weight);
            sums.totals[batch] = Fixed::number(self.sums[batch], self.fixed.unit);
        }
        sums
    }

    /// The mean, to be taken from others.
    pub fn mean(&self) -> Mean {
        let mut sums = self.sums_about();
        for (total, weight) in sums.totals.iter_mut().zip(sums.weights) {
            *total += weight * self.fixed.pivot;
        }
        Mean(sums)
    }

    /// The ratio of the mean to that of another column, both defined throughout, as [`ratio`](super::ratio) gives it.
    pub fn ratio(&self, below: &Self) -> Option<Estimate> {
        let [above, below] = [self, below].map(|sketch| sketch.mean().0);
        ratio_of_sums(&above.weights, &above.totals, &below.totals)
    }

    /// The band of all that was taken in; `None` when nothing of it is defined.
    pub fn band(&self) -> Option<Band> {
        let sums = self.sums_about();
        let [least, most] = self.ends;
        let whole = self.other_counts()[3] == 0;
        let ends = self.grid.bin_ends((least, most), whole);
        let (mut quantiles, bounds) = of_counts(&self.counts[..self.grid.bins()], &ends, 0)?;
        for quantile in &mut quantiles {
            *quantile = quantile.clamp(least, most);
        }
        let constant = alike(least, most);
        let share_ignorance = if constant { None } else { self.share_ignorance() };
        let zeroed = |error: Option<f64>| if constant { error.map(|_| 0.0) } else { error };
        Some(Band {
            mean: if constant { least } else { self.fixed.pivot + sums.mean() },
            mc_se: zeroed(sums.mean_error()),
            quantiles,
            quantile_mc_se: self.quantile_errors(whole).map(zeroed),
            quantile_bound: Some(if constant { 0.0 } else { bounds.into_iter().fold(0.0, f64::max) }),
            share_ignorance,
            share_luck: share_ignorance.map(|share| 1.0 - share),
            undefined: self.other_counts()[2] as usize,
        })
    }

    fn share_ignorance(&self) -> Option<f64> {
        let [draws, half] = [0, 1].map(|place| self.other_counts()[place]);
        if half > 0 || draws < 2 {
            return None;
        }
        let of = |place: usize, unit: f64| Fixed::number(self.sums[batches::COUNT + place], unit);
        let count = f64::from(draws);
        let mean = of(0, self.fixed.unit) / count;
        let squares = (of(1, self.fixed.square) - count * mean * mean).max(0.0);
        share(squares, of(2, self.fixed.square) / count, draws as usize)
    }

    /// The sd of the batches' quantiles over the root of their number, each read from the groups of bins.
    fn quantile_errors(&self, whole: bool) -> [Option<f64>; COUNT] {
        let none = [None; COUNT];
        if self.weights().iter().any(|weight| *weight < LEAST_IN_BATCH) {
            return none;
        }
        let [least, most] = self.ends;
        let ends = self.grid.group_ends((least, most), whole);
        let coarse = &self.counts[self.grid.bins()..];
        let batches = coarse.chunks_exact(self.grid.groups()).take(batches::COUNT);
        let found: Option<Vec<[f64; COUNT]>> =
            batches.map(|counts| of_counts(counts, &ends, 0).map(|(quantiles, _)| quantiles)).collect();
        let Some(found) = found else { return none };
        let count = batches::COUNT as f64;
        std::array::from_fn(|level| {
            let (_, squares, _) = mean_and_squares(found.iter().map(|quantiles| quantiles[level]));
            Some((squares / (count - 1.0) / count).sqrt())
        })
    }
}

impl Kept for Sketch {
    fn numbers(&self) -> Numbers<'_> {
        Numbers { counts: Cow::Borrowed(&self.counts), sums: Cow::Borrowed(&self.sums), ends: self.ends }
    }

    fn adopt(&mut self, other: &Numbers<'_>) -> bool {
        take_in((&mut self.counts, &mut self.sums, &mut self.ends), other)
    }
}

/// Counts of the numbers of draws, of which some may be infinite: what quantiles alone need.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    grid: Grid,
    /// By bin; then infinite and undefined ones.
    counts: Vec<u32>,
    ends: [f64; 2],
}

impl Tally {
    /// A tally with the bins that fit the first numbers, which it does not take in.
    pub fn begin(first: &[f64]) -> Self {
        let grid = Grid::of(first);
        Self { counts: vec![0; grid.bins() + 2], grid, ends: NO_ENDS }
    }

    /// Takes numbers in; NaN is undefined.
    pub fn absorb(&mut self, values: &[f64]) {
        let bins = self.grid.bins();
        for value in values {
            let place = if value.is_nan() {
                bins + 1
            } else if value.is_infinite() {
                bins
            } else {
                self.ends = stretch(self.ends, *value);
                self.grid.locate(*value).0
            };
            self.counts[place] += 1;
        }
    }

    /// The share of the numbers that is undefined.
    pub fn undefined(&self) -> f64 {
        let total: f64 = self.counts.iter().map(|count| f64::from(*count)).sum();
        f64::from(self.counts[self.grid.bins() + 1]) / total.max(1.0)
    }

    /// Quantiles of those that are defined, and how far one that is finite may be off; `None` when none is defined.
    pub fn quantiles(&self) -> Option<([f64; COUNT], f64)> {
        let bins = self.grid.bins();
        let [least, most] = self.ends;
        let ends = self.grid.bin_ends((least, most), false);
        let (quantiles, bounds) = of_counts(&self.counts[..bins], &ends, self.counts[bins])?;
        let finite = quantiles.iter().zip(bounds).filter(|(quantile, _)| quantile.is_finite());
        Some((quantiles, finite.map(|(_, bound)| bound).fold(0.0, f64::max)))
    }
}

impl Kept for Tally {
    fn numbers(&self) -> Numbers<'_> {
        Numbers { counts: Cow::Borrowed(&self.counts), sums: Cow::Borrowed(&[]), ends: self.ends }
    }

    fn adopt(&mut self, other: &Numbers<'_>) -> bool {
        let fits = add(&mut self.counts, &other.counts, u32::saturating_add);
        self.ends = if fits { join(self.ends, other.ends) } else { self.ends };
        fits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Address, Purpose, Seed, Stream};
    use crate::statistics::{Scratch, band};

    const BLOCK: usize = 2_560;
    const SHAPES: u64 = 10;

    /// Shapes of results: bell, heavy tails, whole numbers, ties, a constant, a tiny spread about a large mean, both signs.
    fn number(which: u64, draw: f64, stream: &mut Stream) -> f64 {
        let unit = stream.unit();
        let normal = draw + stream.normal();
        match which {
            0 => normal,
            1 => unit.powi(-3),
            2 => normal.powi(3),
            3 => (20.0 * normal).round(),
            4 => (2_000.0 * normal).round(),
            5 => f64::from(u8::from(unit > 0.8)) * normal,
            6 => 85_000.1,
            7 => 1e9 + normal,
            8 => (unit * 10.0).floor() * 0.1,
            _ if unit < 0.01 => f64::NAN,
            _ => unit.ln() * normal,
        }
    }

    fn column(which: u64, seed: u64, blocks: usize) -> Vec<f64> {
        let draws = u32::try_from(blocks * BLOCK).unwrap_or(0).div_euclid(2);
        let of = |draw| {
            let address = Address { draw, replication: 0, purpose: Purpose::Quantity, item: which };
            let mut stream = Seed(seed).stream(&address);
            let centre = stream.normal();
            [number(which, centre, &mut stream), number(which, centre, &mut stream)]
        };
        (0..draws).flat_map(of).collect()
    }

    fn sketched(values: &[f64]) -> Sketch {
        let mut sketch = Sketch::begin(&values[..BLOCK]);
        values.chunks(BLOCK).for_each(|block| sketch.absorb(block));
        sketch
    }

    fn near(one: f64, other: f64, tolerance: f64) -> bool {
        (one - other).abs() <= tolerance
    }

    /// The bound holds for every quantile of every shape and seed: it is no statement of chance.
    #[test]
    fn quantiles_are_within_their_bound_and_all_else_is_that_of_all_numbers() {
        for which in 0..SHAPES {
            for (seed, blocks) in [(1, 30), (2, 7)] {
                let mut values = column(which, seed, blocks);
                values.truncate(values.len() - 100);
                let exact = band(&values, &mut Scratch::default()).unwrap();
                let found = sketched(&values).band().unwrap();
                let told = format!("shape {which}, seed {seed}: {found:?} instead of {exact:?}");
                let bound = found.quantile_bound.unwrap();
                for (one, other) in found.quantiles.iter().zip(exact.quantiles) {
                    assert!(near(*one, other, bound), "{told}");
                }
                let size = exact.quantiles.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
                assert!(near(found.mean, exact.mean, 1e-12 * size.max(exact.mean.abs())), "{told}");
                let error = exact.mc_se.unwrap();
                assert!(near(found.mc_se.unwrap(), error, 1e-9 * size.max(error)), "{told}");
                assert_eq!(found.undefined, exact.undefined, "{told}");
                let shares =
                    [found.share_ignorance, exact.share_ignorance].map(|share| share.unwrap_or(-1.0));
                assert!(near(shares[0], shares[1], 1e-6), "{told}");
            }
        }
    }

    /// A bound is of use when it is small beside the error of the simulation: bins are one fortieth of that of a quantile of
    /// the first block, which is five times as large as that of all 30 blocks.
    #[test]
    fn bounds_are_small_and_errors_are_those_of_the_batches() {
        for which in [0, 2, 3, 4, 7, 8] {
            let values = column(which, 3, 30);
            let exact = band(&values, &mut Scratch::default()).unwrap();
            let found = sketched(&values).band().unwrap();
            let spread = exact.quantiles[4] - exact.quantiles[2];
            let error = exact.quantile_mc_se.iter().flatten().fold(0.0_f64, |most, error| most.max(*error));
            assert!(found.quantile_bound.unwrap() < 0.4 * error, "shape {which}: {found:?}, {exact:?}");
            for (one, other) in found.quantile_mc_se.iter().zip(exact.quantile_mc_se) {
                let (one, other) = (one.unwrap(), other.unwrap());
                assert!(near(one, other, 0.1 * other + 1e-3 * spread), "shape {which}: {found:?}, {exact:?}");
            }
        }
        for which in [3, 6, 8] {
            let found = sketched(&column(which, 4, 3)).band().unwrap();
            assert_eq!(found.quantile_bound, Some(0.0), "shape {which} is told exactly");
        }
    }

    #[test]
    fn parts_add_up_in_any_order_to_the_bits_of_the_whole() {
        for which in 0..SHAPES {
            let values = column(which, 5, 9);
            let whole = sketched(&values);
            let blocks: Vec<&[f64]> = values.chunks(BLOCK).collect();
            for order in [[0..9, 9..9, 9..9], [4..9, 0..4, 9..9], [7..9, 0..1, 1..7], [2..3, 3..9, 0..2]] {
                let mut together = Sketch::begin(blocks[0]);
                for part in order {
                    let mut sketch = Sketch::begin(blocks[0]);
                    blocks[part].iter().for_each(|block| sketch.absorb(block));
                    assert!(together.adopt(&sketch.numbers()));
                }
                assert_eq!(together, whole, "shape {which}");
            }
        }
    }

    #[test]
    fn what_has_other_bins_is_not_taken_in() {
        let mut one = Sketch::begin(&[1.0, 2.0, 3.0]);
        let other = Sketch::begin(&[0.5, 2.0, 3.0]);
        assert!(!one.adopt(&other.numbers()));
    }

    #[test]
    fn nothing_defined_gives_no_band_and_half_a_draw_no_split() {
        let mut sketch = Sketch::begin(&[]);
        assert_eq!(sketch.band(), None);
        sketch.absorb(&[f64::NAN, f64::NAN]);
        assert_eq!(sketch.band(), None);
        sketch.absorb(&[1.0, 2.0, 5.0]);
        let band = sketch.band().unwrap();
        assert_eq!((band.undefined, band.share_ignorance), (2, None));
        assert!(band.quantile_bound.unwrap() >= 4.0, "{band:?}");
    }

    #[test]
    fn a_tally_tells_infinite_ratios_from_high_ones() {
        let values: Vec<f64> =
            (0..1_000).map(|x| if x % 10 == 0 { f64::INFINITY } else { f64::from(x) }).collect();
        let mut tally = Tally::begin(&values);
        tally.absorb(&values);
        tally.absorb(&[f64::NAN; 10]);
        let (quantiles, bound) = tally.quantiles().unwrap();
        assert!(near(quantiles[3], 554.0, 5.0) && bound < 5.0, "{quantiles:?}, {bound}");
        assert!(quantiles[4].is_finite() && quantiles[6].is_infinite(), "{quantiles:?}");
        assert!(near(tally.undefined(), 10.0 / 1_010.0, 1e-12));
    }
}
