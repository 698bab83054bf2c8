//! Numbers that do not weigh the same: means, quantiles, and how well a forecast did.

use super::batches::COUNT;
use super::estimate::Estimate;
use super::sobol::jackknife;
use crate::random::BATCHES;

/// Weights below this share of the largest are left out: they move no figure.
const NEGLIGIBLE: f64 = 1e-9;

/// Numbers with weights, in order of size, each with the batch of its draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    entries: Vec<(f64, f64, usize)>,
}

impl Sample {
    /// `per_draw` numbers for each draw, one draw after the other; undefined numbers are left out.
    pub fn new(values: &[f64], weights: &[f64], per_draw: usize) -> Self {
        let most = weights.iter().copied().fold(0.0, f64::max);
        let batch = |place: usize| place.div_euclid(per_draw.max(1)) % BATCHES as usize;
        let all = values.iter().zip(weights).enumerate();
        let counted = all.filter(|(_, (value, weight))| !value.is_nan() && **weight > NEGLIGIBLE * most);
        let mut entries: Vec<(f64, f64, usize)> =
            counted.map(|(place, (value, weight))| (*value, *weight, batch(place))).collect();
        entries.sort_by(|a, b| a.0.total_cmp(&b.0));
        Self { entries }
    }

    /// Whether nothing weighs anything.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// A figure of the weighted numbers with its error by the jackknife over batches; `None` without numbers, or when leaving
    /// out a batch leaves none.
    pub fn estimate(&self, figure: impl Fn(&[(f64, f64)]) -> f64) -> Option<Estimate> {
        let kept = |without: Option<usize>| -> Vec<(f64, f64)> {
            let rest = self.entries.iter().filter(|entry| Some(entry.2) != without);
            rest.map(|(value, weight, _)| (*value, *weight)).collect()
        };
        let all = kept(None);
        if all.is_empty() {
            return None;
        }
        let without: Option<Vec<f64>> = (0..COUNT)
            .map(|batch| {
                let rest = kept(Some(batch));
                (!rest.is_empty()).then(|| figure(&rest))
            })
            .collect();
        Some(Estimate { value: figure(&all), mc_se: without.map(|without| jackknife(&without)) })
    }

    /// The mean.
    pub fn mean(&self) -> Option<Estimate> {
        self.estimate(mean)
    }

    /// The standard deviation.
    pub fn sd(&self) -> Option<Estimate> {
        self.estimate(sd)
    }

    /// The number that a share `level` of the weight stays below.
    pub fn quantile(&self, level: f64) -> Option<Estimate> {
        self.estimate(|sample| quantile(sample, level))
    }

    /// The share of the weight below `x`, half of what equals it included: the probability integral transform of what
    /// happened, made even where numbers tie.
    ///
    /// Source: Czado, Gneiting and Held (2009), doi 10.1111/j.1541-0420.2009.01191.x.
    pub fn pit(&self, x: f64) -> Option<Estimate> {
        self.estimate(|sample| {
            let below = |at: f64| if at < x { 1.0 } else { f64::from(u8::from(at <= x)) * 0.5 };
            sample.iter().map(|(value, weight)| weight * below(*value)).sum::<f64>() / total(sample)
        })
    }

    /// The continuous ranked probability score of what happened, in its own unit; nought is best.
    ///
    /// `E|X - x| - E|X - X'| / 2`. Source: Gneiting and Raftery (2007), doi 10.1198/016214506000001437.
    pub fn crps(&self, x: f64) -> Option<Estimate> {
        self.estimate(|sample| {
            let weight = total(sample);
            let distance = sample.iter().map(|(value, w)| w * (value - x).abs()).sum::<f64>() / weight;
            // The mean distance of two numbers is twice the integral of F (1 - F), which is a sum over the gaps.
            let mut below = 0.0;
            let gaps = sample.windows(2).map(|pair| {
                below += pair[0].1 / weight;
                (pair[1].0 - pair[0].0) * below * (1.0 - below)
            });
            distance - gaps.sum::<f64>()
        })
    }
}

/// How many equal weights would tell as much: the square of the sum over the sum of squares (Kish 1965).
pub fn effective(weights: &[f64]) -> f64 {
    let squares: f64 = weights.iter().map(|weight| weight * weight).sum();
    if squares > 0.0 { weights.iter().sum::<f64>().powi(2) / squares } else { 0.0 }
}

/// The correlation of two columns by draw under weights, with its error by the jackknife over batches.
pub fn correlation(one: &[f64], other: &[f64], weights: &[f64]) -> Option<Estimate> {
    let mut sums = [[0.0; 6]; COUNT];
    for (draw, ((a, b), w)) in one.iter().zip(other).zip(weights).enumerate() {
        let terms = [*w, w * a, w * b, w * a * a, w * b * b, w * a * b];
        for (sum, term) in sums[draw % COUNT].iter_mut().zip(terms) {
            *sum += term;
        }
    }
    let of = |without: Option<usize>| {
        let mut all = [0.0; 6];
        for (batch, sums) in sums.iter().enumerate().filter(|(batch, _)| Some(*batch) != without) {
            debug_assert!(batch < COUNT, "there are as many sums as batches");
            for (all, sum) in all.iter_mut().zip(sums) {
                *all += sum;
            }
        }
        let [w, a, b, aa, bb, ab] = all;
        let spread = (aa / w - (a / w).powi(2)) * (bb / w - (b / w).powi(2));
        (w > 0.0 && spread > 0.0).then(|| (ab / w - a / w * b / w) / spread.sqrt())
    };
    let without: Option<Vec<f64>> = (0..COUNT).map(|batch| of(Some(batch))).collect();
    Some(Estimate { value: of(None)?, mc_se: without.map(|without| jackknife(&without)) })
}

fn total(sample: &[(f64, f64)]) -> f64 {
    sample.iter().map(|(_, weight)| weight).sum()
}

fn mean(sample: &[(f64, f64)]) -> f64 {
    sample.iter().map(|(value, weight)| value * weight).sum::<f64>() / total(sample)
}

fn sd(sample: &[(f64, f64)]) -> f64 {
    let centre = mean(sample);
    let squares: f64 = sample.iter().map(|(value, weight)| weight * (value - centre).powi(2)).sum();
    (squares / total(sample)).sqrt()
}

/// Every number stands at the middle of its own weight; straight lines between them.
fn quantile(sample: &[(f64, f64)], level: f64) -> f64 {
    let wanted = level * total(sample);
    let mut below = 0.0;
    let mut last = (f64::NAN, f64::NAN);
    for (value, weight) in sample {
        let middle = below + weight / 2.0;
        if middle >= wanted {
            let (from, at) = last;
            return if from.is_nan() {
                *value
            } else {
                at + (value - at) * (wanted - from) / (middle - from)
            };
        }
        last = (middle, *value);
        below += weight;
    }
    last.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::distributions::normal_score;
    use crate::random::{Seed, stratified};

    /// 4,000 draws of a standard normal number, one per draw.
    fn normals() -> Vec<f64> {
        (0..4_000_u32)
            .map(|draw| normal_score(stratified(Seed(4), 9, draw % BATCHES, draw.div_euclid(BATCHES))))
            .collect()
    }

    fn density(z: f64) -> f64 {
        (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt()
    }

    fn below(z: f64) -> f64 {
        0.5 * statrs::function::erf::erfc(-z / std::f64::consts::SQRT_2)
    }

    /// The score of a normal forecast in closed form: Gneiting and Raftery (2007), equation 21 with the sign turned.
    #[test]
    fn the_scores_of_a_normal_forecast_are_those_of_the_closed_form() {
        let values = normals();
        let sample = Sample::new(&values, &vec![1.0; values.len()], 1);
        for x in [-2.0, -0.5, 0.0, 1.0, 3.0] {
            let expected = x * (2.0 * below(x) - 1.0) + 2.0 * density(x) - 1.0 / std::f64::consts::PI.sqrt();
            let crps = sample.crps(x).unwrap();
            assert!((crps.value - expected).abs() < 0.005, "at {x}: {crps:?} instead of {expected}");
            assert!((sample.pit(x).unwrap().value - below(x)).abs() < 0.002);
        }
    }

    /// With density exp(t z - t^2 / 2) as weight a standard normal number becomes one with mean t. 4,000 stratified draws
    /// with an effective number of 3,100: 0.05 is about three standard errors of independent ones, and strata do better.
    #[test]
    fn tilted_weights_move_the_mean_and_leave_the_spread() {
        let values = normals();
        let weights: Vec<f64> = values.iter().map(|z| (0.5 * z - 0.125).exp()).collect();
        let sample = Sample::new(&values, &weights, 1);
        let near = |estimate: Option<Estimate>, expected: f64| {
            let found = estimate.unwrap();
            assert!((found.value - expected).abs() < 0.05, "{found:?} instead of {expected}");
            assert!(found.mc_se.unwrap() < 0.03);
        };
        near(sample.mean(), 0.5);
        near(sample.sd(), 1.0);
        near(sample.quantile(0.9), 0.5 + 1.281_55);
        assert!((effective(&weights) / (4_000.0 * (-0.25_f64).exp()) - 1.0).abs() < 0.05);
    }

    #[test]
    fn a_certain_forecast_scores_its_distance() {
        let sample = Sample::new(&[3.0; 40], &[1.0; 40], 2);
        assert!((sample.crps(5.0).unwrap().value - 2.0).abs() < 1e-12);
        assert!((sample.pit(3.0).unwrap().value - 0.5).abs() < 1e-12);
        assert!((sample.quantile(0.1).unwrap().value - 3.0).abs() < 1e-12);
    }

    #[test]
    fn what_is_undefined_or_weightless_is_left_out() {
        let sample = Sample::new(&[1.0, f64::NAN, 9.0], &[1.0, 1.0, 0.0], 1);
        assert!((sample.mean().unwrap().value - 1.0).abs() < 1e-12);
        assert!(Sample::new(&[], &[], 1).mean().is_none());
    }

    #[test]
    fn columns_that_move_together_correlate() {
        let values = normals();
        let flipped: Vec<f64> = values.iter().map(|z| -2.0 * z + 1.0).collect();
        let found = correlation(&values, &flipped, &vec![0.5; values.len()]).unwrap();
        assert!((found.value + 1.0).abs() < 1e-9 && found.mc_se.unwrap() < 1e-9);
        assert_eq!(correlation(&[1.0; 40], &flipped[..40], &[1.0; 40]), None);
    }
}
