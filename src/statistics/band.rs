//! The band of one column of results.

use super::batches::{self, Sums};
use super::buckets::{Buckets, Look};
use super::moments::{mean_and_squares, share_between_draws, share_of_whole_draws};
use super::quantiles::{COUNT, key, of_keys};

/// A batch with fewer numbers than this says nothing about the error of a quantile.
const LEAST_IN_BATCH: usize = 10;

/// What is reported of one number per replication.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The mean over the replications in which it is defined.
    pub mean: f64,
    /// Monte Carlo standard error of the mean, from the spread of the batch means; `None` with fewer than two
    /// batches, exactly 0 for a constant, also one that differs by rounding.
    pub mc_se: Option<f64>,
    /// Quantiles at [`LEVELS`](super::LEVELS), type 7: linear between the ordered numbers at place (n - 1) times the level.
    pub quantiles: [f64; 7],
    /// Their standard errors, from the spread of the batches' quantiles; `None` where a batch has fewer than 10
    /// numbers.
    pub quantile_mc_se: [Option<f64>; 7],
    /// No quantile is further than this from that of all numbers; `None` where each is exactly that.
    pub quantile_bound: Option<f64>,
    /// Share of the variance that not knowing the quantities explains; `None` without variance, with fewer than
    /// two whole draws or an odd number of replications.
    pub share_ignorance: Option<f64>,
    /// Share of the variance that is chance given the quantities: one less the other.
    pub share_luck: Option<f64>,
    /// Replications in which it is undefined.
    pub undefined: usize,
}

/// Room to work in, kept from one column to the next.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    keys: Vec<i64>,
    batch: Vec<i64>,
    buckets: Buckets,
}

/// The band of a column in replication order, replications 2d and 2d + 1 of draw d; NaN is undefined.
///
/// `None` when no replication defines it.
///
/// # Example
/// ```
/// use sim::statistics::{Scratch, band};
/// let band = band(&[1.0, 2.0, 3.0, f64::NAN], &mut Scratch::default()).unwrap();
/// assert_eq!((band.mean, band.quantiles[3], band.undefined), (2.0, 2.0, 1));
/// ```
///
/// Method: non-overlapping batch means over the 20 independently randomised batches of draws; see
/// Asmussen and Glynn (2007), Stochastic Simulation, section IV.5.
pub fn band(values: &[f64], scratch: &mut Scratch) -> Option<Band> {
    let look = Look::at(values);
    let everywhere = !look.holes && values.len() >= LEAST_IN_BATCH * 2 * batches::COUNT;
    if everywhere && look.constant() && look.plain() {
        return Some(constant_band(look.least));
    }
    let found = if everywhere { scratch.buckets.quantiles(values, &look) } else { None };
    let (quantiles, quantile_mc_se) = if let Some(found) = found {
        (found.whole, errors(&found.batches))
    } else {
        let Scratch { keys, batch, .. } = scratch;
        keys.clear();
        keys.extend(values.iter().filter(|value| !value.is_nan()).map(|&value| key(value)));
        (of_keys(keys)?, quantile_errors(values, batch))
    };
    let (sums, share_ignorance) = if look.holes {
        let defined = values.iter().copied().enumerate().filter(|(_, value)| !value.is_nan());
        (Sums::of(defined), share_between_draws(values))
    } else {
        (Sums::of_all(values), share_of_whole_draws(values))
    };
    let constant = look.constant();
    let share_ignorance = share_ignorance.filter(|_| !constant);
    let mut band = Band {
        mean: if constant { quantiles[0] } else { sums.mean() },
        mc_se: sums.mean_error(),
        quantiles,
        quantile_mc_se,
        quantile_bound: None,
        share_ignorance,
        share_luck: share_ignorance.map(|share| 1.0 - share),
        undefined: values.iter().filter(|value| value.is_nan()).count(),
    };
    if constant {
        // The batch sums of a constant may differ from it in their last bits.
        band.mc_se = band.mc_se.map(|_| 0.0);
        band.quantile_mc_se = band.quantile_mc_se.map(|error| error.map(|_| 0.0));
    }
    Some(band)
}

/// The band of a number that is the same in all replications, which fill every batch.
const fn constant_band(number: f64) -> Band {
    Band {
        mean: number,
        mc_se: Some(0.0),
        quantiles: [number; COUNT],
        quantile_mc_se: [Some(0.0); COUNT],
        quantile_bound: None,
        share_ignorance: None,
        share_luck: None,
        undefined: 0,
    }
}

/// Standard errors of the quantiles where a batch may hold too few numbers.
fn quantile_errors(values: &[f64], keys: &mut Vec<i64>) -> [Option<f64>; COUNT] {
    let mut found: [[f64; COUNT]; batches::COUNT] = [[0.0; COUNT]; batches::COUNT];
    for (batch, quantiles) in found.iter_mut().enumerate() {
        keys.clear();
        let draws = values.chunks(2).skip(batch).step_by(batches::COUNT);
        keys.extend(draws.flatten().filter(|value| !value.is_nan()).map(|&value| key(value)));
        if keys.len() < LEAST_IN_BATCH {
            return [None; COUNT];
        }
        let Some(of_batch) = of_keys(keys) else { return [None; COUNT] };
        *quantiles = of_batch;
    }
    errors(&found)
}

/// Standard errors of the quantiles: the sd of the batches' quantiles over the root of their number.
fn errors(found: &[[f64; COUNT]; batches::COUNT]) -> [Option<f64>; COUNT] {
    let count = batches::COUNT as f64;
    std::array::from_fn(|level| {
        let (_, squares, _) = mean_and_squares(found.iter().map(|quantiles| quantiles[level]));
        Some((squares / (count - 1.0) / count).sqrt())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::distributions::normal_score;
    use crate::random::{Address, Purpose, Seed};

    fn of(values: &[f64]) -> Option<Band> {
        band(values, &mut Scratch::default())
    }

    /// Draw plus luck, both normal with these standard deviations.
    fn column(seed: u64, draws: u32, ignorance: f64, luck: f64) -> Vec<f64> {
        (0..draws)
            .flat_map(|draw| {
                let address = Address { draw, replication: 0, purpose: Purpose::Quantity, item: seed };
                let mut stream = Seed(2024).stream(&address);
                let mut normal = move || normal_score(stream.unit());
                let centre = ignorance * normal();
                [centre + luck * normal(), centre + luck * normal()]
            })
            .collect()
    }

    #[test]
    fn nothing_defined_gives_no_band() {
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[f64::NAN, f64::NAN]), None);
    }

    #[test]
    fn one_number_is_its_own_band_without_error_or_split() {
        let band = of(&[f64::NAN, 3.5]).unwrap();
        assert_eq!((band.mean, band.mc_se, band.undefined), (3.5, None, 1));
        assert_eq!((band.quantiles, band.quantile_mc_se), ([3.5; 7], [None; 7]));
        assert_eq!((band.share_ignorance, band.share_luck), (None, None));
    }

    #[test]
    fn a_constant_has_error_nought_and_no_split() {
        let band = of(&[0.1; 1000]).unwrap();
        assert_eq!((band.mean, band.mc_se), (0.1, Some(0.0)));
        assert_eq!((band.quantiles, band.quantile_mc_se), ([0.1; 7], [Some(0.0); 7]));
        assert_eq!((band.share_ignorance, band.share_luck), (None, None));
        // The registered closures of a pilot, whose cost is added up in another order in every replication.
        let table_3 = 778_216.879_9;
        let sums: Vec<f64> = (0..1000).map(|n| table_3 * (1.0 + f64::from(n % 7) * f64::EPSILON)).collect();
        for sums in [&sums[..], &sums[..100]] {
            let band = of(sums).unwrap();
            assert_eq!((band.mc_se, band.share_ignorance, band.share_luck), (Some(0.0), None, None));
            assert!((band.mean - table_3).abs() < 1e-6);
        }
    }

    #[test]
    fn a_small_band_equals_the_one_computed_by_hand() {
        // Draw means 2, 5, 8; squares about 5 add up to 18, so MSB = 18 and the error is sqrt(18 / 2 / 3).
        // Differences 2, 2, 4 give MSW = (2 + 2 + 8) / 3 = 4, and ignorance (18 - 4) / 2 = 7 of 11.
        let band = of(&[1.0, 3.0, 6.0, 4.0, 6.0, 10.0]).unwrap();
        assert!((band.mean - 5.0).abs() < 1e-12);
        assert!((band.mc_se.unwrap() - 3.0_f64.sqrt()).abs() < 1e-12);
        assert!((band.share_ignorance.unwrap() - 7.0 / 11.0).abs() < 1e-12);
        assert!((band.share_luck.unwrap() - 4.0 / 11.0).abs() < 1e-12);
        assert!((band.quantiles[0] - 1.5).abs() < 1e-12, "place 0.25 between 1 and 3");
        assert!((band.quantiles[3] - 5.0).abs() < 1e-12, "halfway 4 and 6");
        assert_eq!(band.quantile_mc_se, [None; 7], "two numbers in a batch");
    }

    #[test]
    fn pure_luck_and_pure_ignorance_are_told_apart() {
        assert_eq!(of(&[1.0, 2.0, 2.0, 1.0, 1.0, 2.0]).unwrap().share_luck, Some(1.0));
        assert_eq!(of(&[1.0, 1.0, 2.0, 2.0, 4.0, 4.0]).unwrap().share_ignorance, Some(1.0));
    }

    #[test]
    fn an_odd_number_of_replications_is_not_split() {
        assert_eq!(of(&[1.0, 2.0, 2.0, 1.0, 7.0]).unwrap().share_ignorance, None);
    }

    #[test]
    fn a_draw_with_an_undefined_replication_counts_in_the_mean_but_not_in_the_split() {
        let with = of(&[1.0, 3.0, 6.0, 4.0, 6.0, 10.0, f64::NAN, 40.0]).unwrap();
        let without = of(&[1.0, 3.0, 6.0, 4.0, 6.0, 10.0]).unwrap();
        assert_eq!(with.share_ignorance, without.share_ignorance);
        assert!((with.mean - 10.0).abs() < 1e-12);
        assert_eq!(with.undefined, 1);
    }

    #[test]
    fn ties_stand_in_every_quantile_they_fill() {
        let band = of(&[2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 100.0]).unwrap();
        assert_eq!(band.quantiles[..5], [2.0; 5]);
        assert!(band.quantiles[6] > 2.0);
    }

    /// The share of 5,000 draws with ignorance 3 and luck 4 is 0.36 with a standard error of 0.0126: a correct
    /// program is off by more than 4 of these once in 16,000 seeds.
    #[test]
    fn the_split_recovers_known_variances() {
        let band = of(&column(1, 5000, 3.0, 4.0)).unwrap();
        assert!((band.share_ignorance.unwrap() - 0.36).abs() < 4.0 * 0.0126, "{:?}", band.share_ignorance);
    }

    /// Over 400 columns the mean divided by its error follows Student's t with 19 degrees of freedom, so 95 % of
    /// the intervals of 2.093 errors hold the truth. Quantile errors are treated alike. 400 trials have standard
    /// error 1.09 %; a correct program strays 4.5 of them, to below 90.1 % or above 99.9 %, once in 100,000 seeds
    /// for the mean. The batches' quantiles have a small bias, hence the wider bound for them.
    #[test]
    fn intervals_of_two_errors_cover_at_their_rate() {
        let mut covered = [0_u32; 4];
        for seed in 0..400 {
            let band = of(&column(100 + seed, 1000, 0.6, 0.8)).unwrap();
            let within =
                |found: f64, truth: f64, error: f64| u32::from((found - truth).abs() < 2.093 * error);
            covered[0] += within(band.mean, 0.0, band.mc_se.unwrap());
            for (slot, level) in [(1, 1), (2, 3), (3, 5)] {
                let truth = normal_score(super::super::LEVELS[level]);
                covered[slot] += within(band.quantiles[level], truth, band.quantile_mc_se[level].unwrap());
            }
        }
        assert!((360..=399).contains(&covered[0]), "the mean is covered {} times of 400", covered[0]);
        for quantile in &covered[1..] {
            assert!((352..=400).contains(quantile), "quantiles are covered {covered:?} times of 400");
        }
    }
}
