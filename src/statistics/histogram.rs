//! Bands of small whole numbers, from their counts.

use super::quantiles::{LEVELS, between, place};

/// The exact mean and quantiles of a whole number of which every value was counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HistogramBand {
    /// The mean.
    pub mean: f64,
    /// Quantiles at [`LEVELS`], type 7 as in a [`Band`](super::Band).
    pub quantiles: [f64; 7],
}

/// The band of a whole number that was `k` in `counts[k]` replications; `None` when nothing was counted.
///
/// # Example
/// ```
/// let band = sim::statistics::histogram_band(&[1, 0, 1]).unwrap();
/// assert_eq!((band.mean, band.quantiles[3]), (1.0, 1.0));
/// ```
pub fn histogram_band(counts: &[u32]) -> Option<HistogramBand> {
    let total: usize = counts.iter().map(|&count| count as usize).sum();
    if total == 0 {
        return None;
    }
    let weighted = counts.iter().enumerate().map(|(k, &count)| k as f64 * f64::from(count));
    // The levels rise, so each walk goes on where that of the level before stood.
    let mut walk = Walk { number: 0, passed: counts.first().map_or(0, |count| *count as usize) };
    let quantiles = LEVELS.map(|level| {
        let (below, fraction) = place(level, total);
        walk = walk.to(counts, below);
        let above = walk.to(counts, (below + 1).min(total - 1));
        between(walk.number as f64, above.number as f64, fraction)
    });
    Some(HistogramBand { mean: weighted.sum::<f64>() / total as f64, quantiles })
}

/// A number, and how many of those counted are not above it.
#[derive(Clone, Copy)]
struct Walk {
    number: usize,
    passed: usize,
}

impl Walk {
    /// On to the number at a place, from 0, in the sorted order.
    fn to(mut self, counts: &[u32], place: usize) -> Self {
        while self.passed <= place && self.number + 1 < counts.len() {
            self.number += 1;
            self.passed += counts[self.number] as usize;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Scratch, band};

    #[test]
    fn nothing_counted_gives_no_band() {
        assert_eq!(histogram_band(&[]), None);
        assert_eq!(histogram_band(&[0, 0]), None);
    }

    #[test]
    fn counts_give_the_band_of_the_numbers_they_count() {
        for counts in [vec![5], vec![0, 0, 1], vec![3, 0, 7, 1, 0, 2], vec![1, 1, 1, 1, 1, 1, 1, 1, 1, 40]] {
            let numbers: Vec<f64> = counts
                .iter()
                .enumerate()
                .flat_map(|(k, &count)| std::iter::repeat_n(k as f64, count as usize))
                .collect();
            let (short, long) =
                (histogram_band(&counts).unwrap(), band(&numbers, &mut Scratch::default()).unwrap());
            assert!((short.mean - long.mean).abs() < 1e-12, "{counts:?}");
            assert_eq!(short.quantiles.map(f64::to_bits), long.quantiles.map(f64::to_bits), "{counts:?}");
        }
    }
}
