//! Sums of squares, and the split of a variance between draws and replications.

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
    let between = 2.0 * squares / (count - 1) as f64;
    let within = whole.map(|[one, other]| 0.5 * (one - other) * (one - other)).sum::<f64>() / count as f64;
    let ignorance = (0.5 * (between - within)).max(0.0);
    let total = ignorance + within;
    (total > 0.0 && total.is_finite()).then(|| ignorance / total)
}
