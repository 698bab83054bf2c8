//! Quantiles and probabilities of a curve.

use super::incomplete::{Curve, Point};
use super::normal::{LN_SQRT_2_PI, lower, normal_score};

/// Shapes from here on take the expansion of Cornish and Fisher, whose error is then below 1e-9 of the number.
pub(super) const LARGE: f64 = 1e6;

/// A tail of the standard normal distribution: the smaller of the two beside a score.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tail {
    /// The score it belongs to: above 0 for the upper tail.
    z: f64,
    /// The logarithm of its probability, at most that of one half.
    ln_probability: f64,
}

impl Tail {
    pub(super) fn of_score(z: f64) -> Self {
        // Beyond 37 the probability underflows.
        let z = z.clamp(-37.0, 37.0);
        Self { z, ln_probability: lower(-z.abs()).ln() }
    }

    pub(super) fn of_probability(p: f64) -> Self {
        Self { z: normal_score(p), ln_probability: p.min(1.0 - p).ln() }
    }

    pub(super) const fn score(self) -> f64 {
        self.z
    }

    /// Logarithm of the standard normal density at its score.
    pub(super) fn ln_density(self) -> f64 {
        -0.5 * self.z * self.z - LN_SQRT_2_PI
    }
}

impl Curve {
    /// Where the curve has this tail.
    pub(super) fn solve(self, tail: Tail) -> f64 {
        self.expansion().map_or_else(|| self.refine(tail, self.guess(tail)), |normal| normal.at(tail.z))
    }

    /// The same from a close guess.
    pub(super) fn solve_near(self, tail: Tail, guess: f64) -> f64 {
        self.expansion().map_or_else(|| self.refine(tail, guess), |normal| normal.at(tail.z))
    }

    /// The probability below `u`.
    pub(super) fn lower(self, u: f64) -> f64 {
        self.expansion().map_or_else(|| self.point(u).ln_lower.exp(), |normal| lower(normal.score(u)))
    }

    /// The logarithm of the slope of `u` against the score, at a solution.
    pub(super) fn ln_slope(self, tail: Tail, u: f64) -> f64 {
        self.expansion()
            .map_or_else(|| tail.ln_density() - self.point(u).ln_density, |normal| normal.slope(tail.z).ln())
    }

    /// Halley's method on the logarithm of the tail, which is concave in `u`: far steps are cut, near the solution
    /// each step triples the correct digits.
    fn refine(self, tail: Tail, guess: f64) -> f64 {
        let mut u = guess;
        for _ in 0..100 {
            let Point { ln_lower, ln_upper, ln_density, score } = self.point(u);
            let (ln_tail, sign) = if tail.z > 0.0 { (ln_upper, -1.0) } else { (ln_lower, 1.0) };
            let residual = ln_tail - tail.ln_probability;
            let slope = sign * (ln_density - ln_tail).exp();
            let newton = residual / slope;
            let curved = newton / (1.0 - 0.5 * newton * (score - slope)).max(0.5);
            let furthest = 2.0_f64.max(0.5 * u.abs());
            let step = if curved.is_nan() { furthest * sign } else { curved.clamp(-furthest, furthest) };
            u -= step;
            if residual.abs() < 1e-5 || step.abs() < 1e-15 * u.abs() {
                break;
            }
        }
        u
    }

    /// A start: by a normal approximation where the curve is near one, by the power law of a tail otherwise.
    fn guess(self, tail: Tail) -> f64 {
        let ln_rest = (-tail.ln_probability.exp()).ln_1p();
        let (ln_p, ln_q) =
            if tail.z > 0.0 { (ln_rest, tail.ln_probability) } else { (tail.ln_probability, ln_rest) };
        match self {
            Self::Gamma { shape, ln_norm } => {
                let root = 1.0 - 1.0 / (9.0 * shape) + tail.z / (3.0 * shape.sqrt());
                if shape >= 1.0 && root > 0.3 {
                    return shape.ln() + 3.0 * root.ln();
                }
                (ln_p + ln_norm + shape.ln()) / shape
            }
            Self::Beta { alpha, beta, ln_norm } => {
                let low = (ln_p + ln_norm + alpha.ln()) / alpha;
                let high = (ln_q + ln_norm + beta.ln()) / beta;
                if alpha.min(beta) >= 1.0 {
                    let sd = (1.0 / (alpha - 0.4) + 1.0 / (beta - 0.4)).sqrt();
                    return ((alpha - 0.4) / (beta - 0.4)).ln() + tail.z * sd;
                }
                if low < high { low } else { -high }
            }
        }
    }

    fn expansion(self) -> Option<NearNormal> {
        match self {
            Self::Gamma { shape, .. } if shape >= LARGE => Some(NearNormal::new(&[(shape, 1.0)])),
            Self::Beta { alpha, beta, .. } if alpha.min(beta) >= LARGE => {
                Some(NearNormal::new(&[(alpha, 1.0), (beta, -1.0)]))
            }
            _ => None,
        }
    }
}

/// A nearly normal number, by its first three cumulants.
///
/// Source: Cornish and Fisher (1938), doi 10.2307/1400905, to the first order of the skewness.
#[derive(Clone, Copy, Debug)]
struct NearNormal {
    mean: f64,
    sd: f64,
    /// A sixth of the skewness.
    bend: f64,
}

impl NearNormal {
    /// A signed sum of logarithms of gamma numbers with these large shapes.
    fn new(terms: &[(f64, f64)]) -> Self {
        let (mut mean, mut variance, mut third) = (0.0, 0.0, 0.0);
        for &(shape, sign) in terms {
            mean += sign * (shape.ln() - 0.5 / shape - 1.0 / (12.0 * shape * shape));
            // Beyond this size the number is fixed to all its digits, and the cumulants would underflow.
            let size = shape.min(1e100);
            variance += 1.0 / size + 0.5 / (size * size);
            third -= sign * (1.0 + 1.0 / size) / (size * size);
        }
        let sd = variance.sqrt();
        Self { mean, sd, bend: third / (6.0 * variance * sd) }
    }

    fn at(self, z: f64) -> f64 {
        self.mean + self.sd * (z + self.bend * (z * z - 1.0))
    }

    fn slope(self, z: f64) -> f64 {
        self.sd * (1.0 + 2.0 * self.bend * z)
    }

    fn score(self, u: f64) -> f64 {
        let w = (u - self.mean) / self.sd;
        // The root of w = z + bend (z^2 - 1), in the form that does not cancel when the bend is small.
        let inner = 1.0 + 4.0 * self.bend * (w + self.bend);
        2.0 * (w + self.bend) / (1.0 + inner.max(0.0).sqrt())
    }
}
