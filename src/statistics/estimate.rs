//! Probabilities and ratios with their Monte Carlo errors.

use super::batches::{COUNT, Sums, batch_of};

/// A number with its Monte Carlo standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The number.
    pub value: f64,
    /// Its standard error; `None` with fewer than two batches.
    pub mc_se: Option<f64>,
}

/// How often something is so, with one answer per replication, in replication order.
///
/// The error comes from the spread of the batches' shares, so it is 0 when the answer never differs. A run has at
/// least one replication.
///
/// # Example
/// ```
/// let estimate = sim::statistics::probability([true, false, false, true]);
/// assert_eq!((estimate.value, estimate.mc_se), (0.5, Some(0.0)));
/// ```
pub fn probability(answers: impl IntoIterator<Item = bool>) -> Estimate {
    Sums::of(answers.into_iter().map(|so| f64::from(u8::from(so))).enumerate()).estimate()
}

/// The mean of the numbers that are defined, in replication order; `None` when none is.
///
/// # Example
/// ```
/// let estimate = sim::statistics::mean(&[1.0, f64::NAN, 3.0]).unwrap();
/// assert_eq!((estimate.value, estimate.mc_se), (2.0, Some(1.0)));
/// ```
pub fn mean(values: &[f64]) -> Option<Estimate> {
    let sums = Sums::of(values.iter().copied().enumerate().filter(|(_, value)| !value.is_nan()));
    (sums.weight() > 0.0).then(|| sums.estimate())
}

/// The ratio of two means over the replications in which both are defined, with its error by the jackknife over
/// batches.
///
/// `None` when the denominator's mean is not above 0. The error is `None` with fewer than two batches, or when
/// leaving out one batch leaves a denominator of 0 or below. Replications beyond the shorter column are left out.
///
/// # Example
/// ```
/// let estimate = sim::statistics::ratio(&[1.0, 2.0], &[4.0, 8.0]).unwrap();
/// assert_eq!((estimate.value, estimate.mc_se), (0.25, None));
/// ```
///
/// Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 11.
pub fn ratio(numerator: &[f64], denominator: &[f64]) -> Option<Estimate> {
    let mut counts = [0.0; COUNT];
    let (mut above, mut below) = ([0.0; COUNT], [0.0; COUNT]);
    for (replication, (&one, &other)) in numerator.iter().zip(denominator).enumerate() {
        if !(one.is_nan() || other.is_nan()) {
            let batch = batch_of(replication);
            counts[batch] += 1.0;
            above[batch] += one;
            below[batch] += other;
        }
    }
    ratio_of_sums(&counts, &above, &below)
}

/// The same from the sums of the batches and how many numbers are in each.
pub(super) fn ratio_of_sums(
    counts: &[f64; COUNT],
    above: &[f64; COUNT],
    below: &[f64; COUNT],
) -> Option<Estimate> {
    let (top, bottom): (f64, f64) = (above.iter().sum(), below.iter().sum());
    if bottom.is_nan() || bottom <= 0.0 {
        return None;
    }
    let filled = (0..COUNT).filter(|&batch| counts[batch] > 0.0);
    let batches = filled.clone().count() as f64;
    let mut without = [0.0; COUNT];
    let mut jackknifed = batches >= 2.0;
    for batch in filled.clone() {
        let rest = bottom - below[batch];
        jackknifed &= rest > 0.0;
        without[batch] = (top - above[batch]) / rest;
    }
    let error = || {
        let mean = filled.clone().map(|batch| without[batch]).sum::<f64>() / batches;
        let squares: f64 = filled.map(|batch| (without[batch] - mean).powi(2)).sum();
        (squares * (batches - 1.0) / batches).sqrt()
    };
    Some(Estimate { value: top / bottom, mc_se: jackknifed.then(error) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Address, Purpose, Seed};

    #[test]
    fn what_always_happens_has_probability_one_and_error_nought() {
        assert_eq!(probability([true; 100]), Estimate { value: 1.0, mc_se: Some(0.0) });
        assert_eq!(probability([false]), Estimate { value: 0.0, mc_se: None });
    }

    #[test]
    fn a_ratio_without_a_positive_denominator_does_not_exist() {
        assert_eq!(ratio(&[1.0, 1.0], &[1.0, -1.0]), None);
        assert_eq!(ratio(&[1.0], &[-3.0]), None);
        assert_eq!(ratio(&[f64::NAN], &[1.0]), None);
        assert_eq!(ratio(&[], &[]), None);
    }

    #[test]
    fn a_fixed_proportion_has_error_nought() {
        let below: Vec<f64> = (1..=60).map(f64::from).collect();
        let above: Vec<f64> = below.iter().map(|x| 0.5 * x).collect();
        let estimate = ratio(&above, &below).unwrap();
        assert!((estimate.value - 0.5).abs() < 1e-15 && estimate.mc_se.unwrap() < 1e-14, "{estimate:?}");
    }

    #[test]
    fn the_jackknife_of_a_mean_is_its_usual_error() {
        // With a denominator of 1 the ratio is a mean: of the batches 2, 5, 8 the error is 3 / sqrt(3).
        let estimate = ratio(&[2.0, 2.0, 5.0, 5.0, 8.0, 8.0], &[1.0; 6]).unwrap();
        assert!((estimate.value - 5.0).abs() < 1e-12);
        assert!((estimate.mc_se.unwrap() - 3.0_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn a_replication_undefined_on_one_side_counts_on_neither() {
        let estimate = ratio(&[1.0, f64::NAN, 3.0], &[2.0, 100.0, 2.0]).unwrap();
        assert!((estimate.value - 1.0).abs() < 1e-12);
    }

    /// As for bands: 95 % of 400 intervals of 2.093 errors hold the truth; a correct program leaves 90.1 % to
    /// 99.9 % once in 100,000 seeds.
    #[test]
    fn intervals_of_two_errors_cover_the_true_ratio_and_probability() {
        let mut covered = [0_u32; 2];
        for item in 0..400 {
            let (mut above, mut below) = (Vec::new(), Vec::new());
            for draw in 0..500 {
                let address = Address { draw, replication: 0, purpose: Purpose::Quantity, item };
                let mut stream = Seed(77).stream(&address);
                for _ in 0..2 {
                    let common = stream.exponential();
                    below.push(2.0 + common);
                    above.push(common + stream.exponential());
                }
            }
            let within = |estimate: Estimate, truth: f64| {
                u32::from((estimate.value - truth).abs() < 2.093 * estimate.mc_se.unwrap())
            };
            covered[0] += within(ratio(&above, &below).unwrap(), 2.0 / 3.0);
            covered[1] += within(probability(below.iter().map(|x| *x > 3.0)), (-1.0_f64).exp());
        }
        for count in covered {
            assert!((360..=399).contains(&count), "covered {covered:?} times of 400");
        }
    }
}
