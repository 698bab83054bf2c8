//! Counts of conversations that a trajectory needs.

/// The distribution of 1 + a beta-binomial number of `most - 1` trials, with this mean: `cdf[k]` becomes the
/// probability of at most `k + 1`, for `k` from 0 to `most - 1`. The last entry is exactly 1.
///
/// `dispersion` is the intra-class correlation of the trials: 0 gives the binomial, 1 gives only 1 or `most`. A
/// mean outside 1 to `most` and a dispersion outside 0 to 1 are moved to the nearest end. `most` of 0 counts as 1.
///
/// # Example
/// ```
/// let mut cdf = Vec::new();
/// sim::distributions::beta_binomial(3, 2.0, 0.0, &mut cdf);
/// assert_eq!(cdf, [0.25, 0.75, 1.0]);
/// ```
///
/// Method: a Polya urn, trial by trial; each success makes the next more likely. No term can overflow or cancel.
pub fn beta_binomial(most: u32, mean: f64, dispersion: f64, cdf: &mut Vec<f64>) {
    cdf.clear();
    cdf.push(1.0);
    let trials = most.saturating_sub(1);
    let chance = if trials == 0 { 0.0 } else { ((mean - 1.0) / f64::from(trials)).clamp(0.0, 1.0) };
    let dispersion = dispersion.clamp(0.0, 1.0);
    for trial in 0..trials {
        // The first trial is written apart because at dispersion 1 the urn starts with nothing else in it.
        let total = 1.0 - dispersion + f64::from(trial) * dispersion;
        let mut carried = 0.0;
        let mut successes = 0.0;
        for probability in cdf.iter_mut() {
            let success = if trial == 0 {
                chance
            } else {
                (chance * (1.0 - dispersion) + successes * dispersion) / total
            };
            let moved = *probability * success;
            *probability = *probability - moved + carried;
            carried = moved;
            successes += 1.0;
        }
        cdf.push(carried);
    }
    let mut sum = 0.0;
    for probability in cdf.iter_mut() {
        sum += *probability;
        *probability = sum;
    }
    if let Some(last) = cdf.last_mut() {
        *last = 1.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(most: u32, mean: f64, dispersion: f64) -> Vec<f64> {
        let mut cdf = vec![9.0; 3];
        beta_binomial(most, mean, dispersion, &mut cdf);
        cdf
    }

    fn moments(cdf: &[f64]) -> (f64, f64) {
        let mut below = 0.0;
        let (mut mean, mut square) = (0.0, 0.0);
        for (k, at_most) in cdf.iter().enumerate() {
            let (number, probability) = ((k + 1) as f64, at_most - below);
            mean += number * probability;
            square += number * number * probability;
            below = *at_most;
        }
        (mean, square - mean * mean)
    }

    #[test]
    fn mean_and_variance_are_those_of_the_beta_binomial() {
        for (most, mean, dispersion) in [
            (12, 6.0, 0.0),
            (12, 6.0, 0.1),
            (30, 2.5, 0.6),
            (2, 1.3, 0.5),
            (200, 150.0, 0.02),
            (12, 6.0, 1.0),
        ] {
            let (found, variance) = moments(&of(most, mean, dispersion));
            let trials = f64::from(most - 1);
            let chance = (mean - 1.0) / trials;
            let expected = trials * chance * (1.0 - chance) * (1.0 + (trials - 1.0) * dispersion);
            assert!((found - mean).abs() < 1e-10, "mean {found} instead of {mean}");
            assert!((variance / expected - 1.0).abs() < 1e-9, "variance {variance} instead of {expected}");
        }
    }

    #[test]
    fn equal_chances_make_every_number_equally_likely() {
        // Both shapes 1, so dispersion 1 / 3, is the uniform distribution.
        for (k, at_most) in of(10, 5.5, 1.0 / 3.0).into_iter().enumerate() {
            assert!((at_most - (k + 1) as f64 / 10.0).abs() < 1e-14);
        }
    }

    #[test]
    fn full_dispersion_leaves_only_the_ends() {
        let cdf = of(5, 2.0, 1.0);
        assert!(cdf[..4].iter().all(|at_most| (at_most - 0.75).abs() < 1e-15), "{cdf:?}");
    }

    #[test]
    fn edges_give_certainty() {
        assert_eq!(of(0, 6.0, 0.2), [1.0]);
        assert_eq!(of(1, 6.0, 0.2), [1.0]);
        assert_eq!(of(3, 0.2, 0.2), [1.0, 1.0, 1.0]);
        assert_eq!(of(3, 9.0, 0.2), [0.0, 0.0, 1.0]);
    }
}
