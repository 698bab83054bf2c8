//! Sums of squares, and the split of a variance between draws and replications.

/// How far numbers that are the same may lie apart, as a part of them: sums of many amounts in another order.
const ROUNDING: f64 = 1e-12;

/// Whether the least and the greatest of some numbers differ by rounding alone. Such numbers are a constant: the rest would be
/// reported as an error and as a share of luck that mean nothing.
pub(super) fn alike(least: f64, most: f64) -> bool {
    least >= most || most - least <= ROUNDING * least.abs().max(most.abs())
}

/// Mean and sum of squared distances from it, in two passes so that nothing cancels.
pub(super) fn mean_and_squares(values: impl Iterator<Item = f64> + Clone) -> (f64, f64, usize) {
    let (sum, count) = values.clone().fold((0.0, 0_usize), |(sum, count), value| (sum + value, count + 1));
    let mean = sum / count as f64;
    (mean, values.map(|value| (value - mean) * (value - mean)).sum(), count)
}

/// The share of the variance that lies between draws: ignorance. The rest is luck.
///
/// One-way random-effects analysis of variance with two replications to a draw: with MSB the mean square between
/// draws (twice the variance of the draw means, divisor D - 1) and MSW within them (half the mean of the squared
/// differences), the variance between is (MSB - MSW) / 2, at least 0, and the share is that over its sum with MSW.
/// Draws with a NaN are left out. `None` for an odd number of replications, fewer than two whole draws, or no
/// variance at all.
///
/// Source: Searle, Casella and `McCulloch` (1992), Variance Components, section 3.6.
pub(super) fn share_between_draws(values: &[f64]) -> Option<f64> {
    let (draws, rest) = values.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    let whole = draws.iter().filter(|[one, other]| !(one.is_nan() || other.is_nan()));
    let (_, squares, count) = mean_and_squares(whole.clone().map(|[one, other]| 0.5 * (one + other)));
    if count < 2 {
        return None;
    }
    let within = whole.map(|[one, other]| 0.5 * (one - other) * (one - other)).sum::<f64>() / count as f64;
    share(squares, within, count)
}

/// The same for numbers that are all defined, in fewer looks at them; the sums run in the same order.
pub(super) fn share_of_whole_draws(values: &[f64]) -> Option<f64> {
    let (draws, rest) = values.as_chunks::<2>();
    if !rest.is_empty() || draws.len() < 2 {
        return None;
    }
    let (mut sum, mut apart) = (0.0, 0.0);
    for [one, other] in draws {
        sum += 0.5 * (one + other);
        apart += 0.5 * (one - other) * (one - other);
    }
    let count = draws.len() as f64;
    let mean = sum / count;
    let squares: f64 = draws
        .iter()
        .map(|[one, other]| {
            let distance = 0.5 * (one + other) - mean;
            distance * distance
        })
        .sum();
    share(squares, apart / count, draws.len())
}

/// The share between draws of the sum of squares of the draw means and the mean of half the squared differences.
pub(super) fn share(squares: f64, within: f64, draws: usize) -> Option<f64> {
    let between = 2.0 * squares / (draws - 1) as f64;
    let ignorance = (0.5 * (between - within)).max(0.0);
    let total = ignorance + within;
    (total > 0.0 && total.is_finite()).then(|| ignorance / total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Address, Purpose, Seed};

    #[test]
    fn sums_in_another_order_are_a_constant_and_a_cent_in_a_billion_is_not() {
        assert!(alike(778_216.879_9, 778_216.879_9 * (1.0 + 4.0 * f64::EPSILON)));
        assert!(alike(-2.0, -2.0) && alike(f64::INFINITY, f64::NEG_INFINITY));
        assert!(!alike(1e9, 1e9 + 0.01) && !alike(0.0, f64::MIN_POSITIVE) && !alike(-1.0, 1.0));
    }

    #[test]
    fn fewer_looks_give_the_same_share_to_the_bit() {
        for count in [0, 1, 2, 3, 4, 40, 41, 1_000] {
            let address = Address { draw: count, replication: 0, purpose: Purpose::Quantity, item: 3 };
            let mut stream = Seed(8).stream(&address);
            let values: Vec<f64> = (0..count).map(|_| 1e6 + stream.normal()).collect();
            let [one, other] = [share_between_draws(&values), share_of_whole_draws(&values)];
            assert_eq!(one.map(f64::to_bits), other.map(f64::to_bits), "{count} numbers");
        }
    }
}
