//! Points that fill the unit interval evenly, for uncertain quantities.

use super::philox::philox4x64;
use super::stream::{Seed, open_unit};

/// Replications per draw: two are enough to tell ignorance from luck.
pub const REPLICATIONS_PER_DRAW: usize = 2;

/// The number of independently randomised batches: draw `d` is point `d / BATCHES` of batch `d % BATCHES`.
pub const BATCHES: u32 = 20;

/// Second key word of the stratified points; streams use another.
const POINTS: u64 = 2;

/// A stratified uniform number strictly between 0 and 1.
///
/// A van der Corput sequence per seed, item and batch, in shuffled order and with an Owen scramble (nested
/// uniform, every bit flipped or not according to the bits above it). Progressive: for every `k` the first
/// `2^k` points, and every aligned run of `2^k` after them, fall one in each interval `[j, j + 1) / 2^k`. Each
/// point by itself is uniform, and those of different items or batches are uncorrelated.
///
/// # Example
/// ```
/// use sim::random::{Seed, stratified};
/// let pair = [0, 1].map(|index| stratified(Seed(1), 77, 0, index));
/// assert_ne!(pair[0] < 0.5, pair[1] < 0.5, "one point in each half");
/// ```
///
/// Sources: Owen (1995), doi 10.1007/978-1-4612-2552-2_19; Burley (2020), Practical hash-based Owen scrambling,
/// Journal of Computer Graphics Techniques 9(4).
pub fn stratified(seed: Seed, item: u64, batch: u32, index: u32) -> f64 {
    let [shuffle_key, table, key, _] = philox4x64([item, u64::from(batch), 0, 0], [seed.0, POINTS]);
    // Reversed, an index reads as the point itself: its lowest bit is the first to halve the interval.
    open_unit(nested_flips(shuffled(u64::from(index), shuffle_key), table, key).reverse_bits())
}

/// Another order of the indices, in which every aligned run of `2^k` indices stays one such run.
///
/// An Owen scramble too, but from the highest bit of the index: 63 flips at a time from one hash of the bits
/// above them. Index 0 stays where it is, so that the leading zeros of an index need no work; the scramble of the
/// points themselves makes up for that.
const fn shuffled(index: u64, key: u64) -> u64 {
    /// The nodes that index 0 passes.
    const ZERO_PATH: u64 = 1 << 1 | 1 << 2 | 1 << 4 | 1 << 8 | 1 << 16 | 1 << 32;
    let mut result = 0;
    let mut shift = 0;
    while index >> shift != 0 {
        let digit = index >> shift & 63;
        let above = index >> (shift + EXACT_LEVELS);
        let hashed =
            finish(key.wrapping_add((above << 6 | shift as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        let table = if above == 0 { hashed & !ZERO_PATH } else { hashed };
        let mut depth = 0;
        let mut flips = 0;
        while depth < EXACT_LEVELS {
            let bit = EXACT_LEVELS - 1 - depth;
            flips |= (table >> ((1 << depth) + (digit >> (bit + 1))) & 1) << bit;
            depth += 1;
        }
        result |= (digit ^ flips) << shift;
        shift += EXACT_LEVELS;
    }
    result
}

/// A bijection that spreads every bit over the whole word.
///
/// Source: Steele, Lea and Flood (2014), `SplitMix` with Stafford's thirteenth variant, doi 10.1145/2660193.2660195.
const fn finish(word: u64) -> u64 {
    let mut x = word;
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// How many levels of flips have a random bit each at every node of their tree.
const EXACT_LEVELS: u32 = 6;

/// Flips every bit or not, according to the bits below it: an Owen scramble of a number read from its lowest bit.
///
/// Multiplying and adding alone reach only some of the patterns of flips, as the test of all patterns shows. So
/// the lowest levels, 63 nodes, read their flips from the bits of `table`, and only the levels above them leave
/// their flips to the mixing steps.
const fn nested_flips(bits: u64, table: u64, key: u64) -> u64 {
    let mut flips = 0;
    let mut level = 0;
    while level < EXACT_LEVELS {
        let below = bits & ((1 << level) - 1);
        flips |= (table >> ((1 << level) + below) & 1) << level;
        level += 1;
    }
    mix_upwards(bits ^ flips, key)
}

/// Mixes every bit with the bits below it.
///
/// Each step lets a bit hang only on itself and lower bits, and can be undone, so their chain is nested too.
/// Rotating the key brings fresh bits low, where the steps mix least.
const fn mix_upwards(bits: u64, key: u64) -> u64 {
    let mut x = bits;
    let mut round = 0;
    while round < 2 {
        x = x.wrapping_add(key.rotate_left(16 * round));
        x ^= x.wrapping_mul(0xB8A2_94D5_63C1_7E4A);
        x = x.wrapping_mul(key.rotate_left(16 * round + 32) | 1);
        x ^= x.wrapping_mul(0x6D0F_27BD_9A35_C8E6);
        round += 1;
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_points_of_a_batch_fall_one_in_each_stratum() {
        for (item, batch) in [(0, 0), (1, 0), (u64::MAX, 19), (0x1234_5678_9ABC_DEF0, 7)] {
            for k in 0..=10 {
                let strata = 1_usize << k;
                for run in [0, 1, 5] {
                    let mut seen = vec![false; strata];
                    for index in run * strata..(run + 1) * strata {
                        let point = stratified(Seed(3), item, batch, u32::try_from(index).unwrap());
                        assert!(point > 0.0 && point < 1.0);
                        seen[stratum(point, strata)] = true;
                    }
                    assert!(seen.iter().all(|&hit| hit), "a stratum of {strata} was missed in run {run}");
                }
            }
        }
    }

    /// Golden: these numbers move only with a change tagged [values].
    #[test]
    fn the_first_points_of_an_item_stay_what_they_are() {
        let points = [0, 1, 100].map(|index| stratified(Seed(1), 77, 3, index).to_bits());
        assert_eq!(points, [0x3FEF_0465_FBBE_37FD, 0x3FC8_99EF_7EF7_5B54, 0x3FE2_5AC1_D047_9A67]);
    }

    #[test]
    fn the_shuffle_permutes_every_aligned_run() {
        for k in 0..=13 {
            for run in [0, 3] {
                let mut order: Vec<u64> = (run << k..(run + 1) << k)
                    .map(|index| shuffled(index, 0xF00D) & ((1 << k) - 1))
                    .collect();
                order.sort_unstable();
                assert!(order.iter().copied().eq(0..1 << k), "run {run} of {} is not permuted", 1 << k);
            }
        }
    }

    /// Over 500 points the correlation of two items, or of one item in two batches, has mean 0. Its spread is 1.29
    /// times that of independent points: neighbours fall in opposite halves in every item, so the 250 pairs of
    /// neighbours are what is independent of the highest bits. Of 2,000 such correlations the mean stays within
    /// 4 standard errors and the sd below 1.29 (1 + 4 / sqrt(4,000)): a correct program fails once in 5,000 seeds.
    #[test]
    fn items_and_batches_are_uncorrelated() {
        let points = |item, batch| -> Vec<f64> {
            (0..500).map(|index| stratified(Seed(11), item, batch, index) - 0.5).collect()
        };
        for batch_step in [0, 1] {
            let correlations: Vec<f64> = (0..2000)
                .map(|pair| {
                    let (one, other) =
                        (points(pair, 0), points(pair + 1 - u64::from(batch_step), batch_step));
                    one.iter().zip(&other).map(|(a, b)| a * b).sum::<f64>() * 12.0 / 500.0
                })
                .collect();
            let mean = correlations.iter().sum::<f64>() / 2000.0;
            let sd = (correlations.iter().map(|r| r * r).sum::<f64>() / 2000.0).sqrt();
            let spread = 1.29 * (1.0 / 500.0_f64).sqrt();
            assert!(mean.abs() < 4.0 * spread / 2000.0_f64.sqrt(), "mean correlation {mean}");
            assert!(sd < spread * (1.0 + 4.0 / 4000.0_f64.sqrt()), "sd of the correlation {sd}");
        }
    }

    /// The flips at the 255 highest nodes of the scramble are fair and pairwise independent: 32,640 normal
    /// scores, of which a correct program finds one beyond 6 once in 15,000 seeds.
    #[test]
    fn the_flips_of_the_scramble_are_fair_and_independent() {
        let words: u32 = 64;
        let mut flips = vec![vec![0_u64; 64]; 255];
        for sample in 0..words * 64 {
            let [table, key, ..] = philox4x64([u64::from(sample), 0, 0, 0], [5, 99]);
            for (node, (level, prefix)) in nodes(8).enumerate() {
                flips[node][(sample >> 6) as usize] |= flip(level, prefix, table, key) << (sample & 63);
            }
        }
        let samples = f64::from(words * 64);
        let score = |agree: u32| (2.0 * f64::from(agree) - samples) / samples.sqrt();
        for one in 0..flips.len() {
            let fair = flips[one].iter().map(|word| word.count_ones()).sum();
            assert!(score(fair).abs() < 6.0, "node {one} is flipped {fair} times of {samples}");
            for other in 0..one {
                let pairs = flips[one].iter().zip(&flips[other]);
                let agree = pairs.map(|(a, b)| (!(a ^ b)).count_ones()).sum();
                assert!(score(agree).abs() < 6.0, "nodes {one} and {other} agree {agree} times of {samples}");
            }
        }
    }

    /// All 128 patterns of the seven highest nodes are equally likely: chi-square with 127 degrees of freedom,
    /// whose 0.9999 quantile is 195.0; a correct program fails once in 10,000 seeds.
    #[test]
    fn every_pattern_of_high_flips_is_equally_likely() {
        let samples = 1_u32 << 15;
        let mut counts = [0_u32; 128];
        for sample in 0..samples {
            let [table, key, ..] = philox4x64([u64::from(sample), 0, 0, 0], [6, 99]);
            let pattern =
                nodes(3).fold(0, |pattern, (level, prefix)| pattern << 1 | flip(level, prefix, table, key));
            counts[usize::try_from(pattern).unwrap()] += 1;
        }
        let expected = f64::from(samples) / 128.0;
        let chi_square: f64 = counts.iter().map(|&n| (f64::from(n) - expected).powi(2) / expected).sum();
        assert!(chi_square < 195.0, "chi-square {chi_square}");
    }

    fn stratum(point: f64, strata: usize) -> usize {
        (0..strata).rfind(|&j| point >= j as f64 / strata as f64).unwrap()
    }

    /// Bit and lower bits of every node of the tree of flips, level by level.
    fn nodes(levels: u32) -> impl Iterator<Item = (u32, u64)> {
        (0..levels).flat_map(|level| (0..1_u64 << level).map(move |prefix| (level, prefix)))
    }

    fn flip(level: u32, prefix: u64, table: u64, key: u64) -> u64 {
        nested_flips(prefix, table, key) >> level & 1
    }
}
