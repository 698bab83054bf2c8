//! Tails of the gamma and beta distributions that keep their precision however small.
//!
//! The functions of the numerical library lose all digits where a tail or a variate underflows, which a shape of
//! 0.1 brings about at everyday probabilities. Here a variate is known by its logarithm or logit and a tail by its
//! logarithm; only the logarithm of the gamma function is the library's.

use std::f64::consts::LN_2;

use statrs::function::gamma::ln_gamma;

/// A distribution of `u`, the logarithm of a gamma number or the logit of a beta number.
///
/// Both have a log-concave density in `u`, on which the solver of quantiles relies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Curve {
    /// Gamma with rate 1; `ln_norm` is the logarithm of the gamma function of the shape.
    Gamma { shape: f64, ln_norm: f64 },
    /// Beta on 0 to 1; `ln_norm` is the logarithm of the beta function of the shapes.
    Beta { alpha: f64, beta: f64, ln_norm: f64 },
}

/// The distribution at one point.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    /// Logarithm of the probability below.
    pub(super) ln_lower: f64,
    /// Logarithm of the probability above.
    pub(super) ln_upper: f64,
    /// Logarithm of the density of `u`.
    pub(super) ln_density: f64,
    /// Derivative of that logarithm.
    pub(super) score: f64,
}

/// Relative change below which a series or fraction has settled.
const SETTLED: f64 = 4e-16;
/// More terms than any shape below [`super::solver::LARGE`] needs.
const MOST_TERMS: u32 = 20_000;

impl Curve {
    pub(super) fn gamma(shape: f64) -> Self {
        // The gamma function of a tiny shape overflows nothing in this form.
        Self::Gamma { shape, ln_norm: ln_gamma(shape + 1.0) - shape.ln() }
    }

    pub(super) fn beta(alpha: f64, beta: f64) -> Self {
        Self::Beta { alpha, beta, ln_norm: ln_beta(alpha, beta) }
    }

    /// Tails and density at `u`.
    pub(super) fn point(self, u: f64) -> Point {
        match self {
            Self::Gamma { shape, ln_norm } => {
                let x = u.exp();
                let ln_density = shape * u - x - ln_norm;
                let score = shape - x;
                if x < shape + 1.0 {
                    let ln_lower = ln_density - shape.ln() + gamma_series(shape, x).ln();
                    Point { ln_lower, ln_upper: ln_rest(ln_lower), ln_density, score }
                } else {
                    let ln_upper = ln_density + gamma_fraction(shape, x).ln();
                    Point { ln_lower: ln_rest(ln_upper), ln_upper, ln_density, score }
                }
            }
            Self::Beta { alpha, beta, ln_norm } => {
                let (x, rest) = (logistic(u), logistic(-u));
                let ln_density = alpha * ln_logistic(u) + beta * ln_logistic(-u) - ln_norm;
                let score = alpha * rest - beta * x;
                if x * (alpha + beta + 2.0) < alpha + 1.0 {
                    let ln_lower = ln_density - alpha.ln() + beta_fraction(alpha, beta, x).ln();
                    Point { ln_lower, ln_upper: ln_rest(ln_lower), ln_density, score }
                } else {
                    let ln_upper = ln_density - beta.ln() + beta_fraction(beta, alpha, rest).ln();
                    Point { ln_lower: ln_rest(ln_upper), ln_upper, ln_density, score }
                }
            }
        }
    }
}

/// 1 / (1 + exp(-u)), to full precision at both ends.
pub(super) fn logistic(u: f64) -> f64 {
    if u < 0.0 { u.exp() / (1.0 + u.exp()) } else { 1.0 / (1.0 + (-u).exp()) }
}

fn ln_logistic(u: f64) -> f64 {
    u.min(0.0) - (-u.abs()).exp().ln_1p()
}

/// The logarithm of 1 - exp(y) for y <= 0, to full precision; rounding may have left `y` a hair above 0.
fn ln_rest(y: f64) -> f64 {
    let y = y.min(0.0);
    if y > -LN_2 { (-y.exp_m1()).ln() } else { (-y.exp()).ln_1p() }
}

/// Logarithm of the beta function.
///
/// For a large shape the difference of two logarithms of the gamma function is written out by Stirling's series,
/// for each alone would carry an error of its own size times 1e-16.
fn ln_beta(alpha: f64, beta: f64) -> f64 {
    let (small, large) = if alpha < beta { (alpha, beta) } else { (beta, alpha) };
    let ln_gamma_small = ln_gamma(small + 1.0) - small.ln();
    if large < 50.0 {
        return ln_gamma_small + ln_gamma(large) - ln_gamma(small + large);
    }
    let correction = |x: f64| {
        let inverse_square = 1.0 / (x * x);
        (1.0 / 12.0 - inverse_square * (1.0 / 360.0 - inverse_square / 1260.0)) / x
    };
    let sum = small + large;
    let rise = (large - 0.5) * (small / large).ln_1p() + small * sum.ln() - small;
    ln_gamma_small - rise - (correction(sum) - correction(large))
}

/// The lower incomplete gamma integral over its first term, by its power series.
fn gamma_series(shape: f64, x: f64) -> f64 {
    let (mut term, mut sum, mut divisor) = (1.0, 1.0, shape);
    for _ in 0..MOST_TERMS {
        divisor += 1.0;
        term *= x / divisor;
        sum += term;
        if term < sum * SETTLED {
            break;
        }
    }
    sum
}

/// The upper incomplete gamma integral over x^shape exp(-x), by its continued fraction.
fn gamma_fraction(shape: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - shape;
    let mut c = f64::MAX.sqrt();
    let mut d = 1.0 / b;
    let mut fraction = d;
    for term in 1..MOST_TERMS {
        let numerator = f64::from(term) * (shape - f64::from(term));
        b += 2.0;
        d = 1.0 / away_from_nought(numerator * d + b);
        c = away_from_nought(b + numerator / c);
        let change = d * c;
        fraction *= change;
        if settled(change) {
            break;
        }
    }
    fraction
}

/// The incomplete beta integral over x^alpha (1 - x)^beta / alpha, by its continued fraction.
///
/// Converges fast for x below (alpha + 1) / (alpha + beta + 2). Source: DLMF 8.17.22, by Lentz's method.
fn beta_fraction(alpha: f64, beta: f64, x: f64) -> f64 {
    let sum = alpha + beta;
    let mut c = 1.0;
    let mut d = 1.0 / away_from_nought(1.0 - sum * x / (alpha + 1.0));
    let mut fraction = d;
    for term in 1..MOST_TERMS {
        let m = f64::from(term);
        let twice = alpha + 2.0 * m;
        let even = m * (beta - m) * x / ((twice - 1.0) * twice);
        d = 1.0 / away_from_nought(1.0 + even * d);
        c = away_from_nought(1.0 + even / c);
        fraction *= d * c;
        let odd = -(alpha + m) * (sum + m) * x / (twice * (twice + 1.0));
        d = 1.0 / away_from_nought(1.0 + odd * d);
        c = away_from_nought(1.0 + odd / c);
        let change = d * c;
        fraction *= change;
        if settled(change) {
            break;
        }
    }
    fraction
}

/// Whether a factor changes nothing any more; one that is no number never will.
fn settled(change: f64) -> bool {
    change.is_nan() || (change - 1.0).abs() < SETTLED
}

fn away_from_nought(x: f64) -> f64 {
    if x.abs() < f64::MIN_POSITIVE { f64::MIN_POSITIVE } else { x }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Logarithms of both tails by mpmath 1.3.0: `log(gammainc(a, 0, x, regularized=True))` and the same from `x`
    /// to infinity, at 40 digits.
    #[test]
    fn gamma_tails_equal_those_of_an_independent_computation() {
        for (shape, x, ln_lower, ln_upper) in [
            (0.1, 1e-60, -13.765_638_116_704_434, -1.051_137_558_556_667_8e-6),
            (0.1, 0.5, -0.060_384_551_877_261_97, -2.837_062_322_009_735_3),
            (0.1, 30.0, -4.476_766_580_012_693e-16, -35.342_460_447_594_42),
            (0.5, 1e-8, -9.089_558_137_674_27, -0.000_112_844_283_010_045_62),
            (98.5, 60.0, -12.639_305_888_588_65, -3.242_051_441_505_535_7e-6),
            (98.5, 98.0, -0.706_687_101_924_837, -0.679_788_142_249_774_8),
            (98.5, 160.0, -6.833_751_553_997_781e-8, -16.498_806_979_493_633),
            (20_000.0, 19_500.0, -8.604_549_799_511_3, -0.000_183_286_847_896_121_67),
            (20_000.0, 20_800.0, -1.165_202_951_645_721_2e-8, -18.267_785_470_511_846),
            (1.5, 40.0, -3.069_277_486_172_417e-17, -38.022_504_393_521_65),
        ] {
            let point = Curve::gamma(shape).point(f64::ln(x));
            close(point.ln_lower, ln_lower, &format!("below {x} at shape {shape}"));
            close(point.ln_upper, ln_upper, &format!("above {x} at shape {shape}"));
        }
    }

    /// The same for beta tails, by the series x^a (1 - x)^b / (a B(a, b)) times the sum over n of the products of
    /// (a + b + j) x / (a + 1 + j), summed in mpmath 1.3.0 at 60 digits.
    #[test]
    fn beta_tails_equal_those_of_an_independent_computation() {
        for (alpha, beta, x, ln_lower, ln_upper) in [
            (0.05, 3.0, 1e-100, -11.439_442_688_210_425, -1.076_255_791_611_866_7e-5),
            (0.05, 3.0, 0.2, -0.025_226_421_395_726_506, -3.692_450_060_963_607_5),
            (3.0, 0.05, 0.9, -3.001_900_325_372_049_3, -0.050_969_711_565_242_604),
            (0.5, 20.0, 0.001, -1.847_797_809_982_19, -0.171_481_104_177_491_13),
            (0.5, 20.0, 0.6, -1.752_542_586_524_077_9e-9, -20.162_198_197_749_625),
            (57.5, 41.5, 0.4, -8.841_447_318_823_395, -0.000_144_623_751_115_164_34),
            (57.5, 41.5, 0.58, -0.715_118_464_710_508_7, -0.671_648_273_597_036_7),
            (57.5, 41.5, 0.9, -7.840_722_811_240_786e-17, -37.084_615_555_474_86),
            (5000.0, 7000.0, 0.41, -2.672_308_458_225_682_4, -0.071_595_409_245_319_22),
            (5000.0, 7000.0, 0.45, -9.196_247_604_634_689e-14, -30.017_395_770_124_35),
            (1.0, 5.0, 0.3, -0.184_006_976_315_828_38, -1.783_374_719_693_661_8),
            (5.0, 1.0, 0.001, -34.538_776_394_910_684, -1.000_000_000_000_000_7e-15),
            (0.05, 0.05, 0.5, -LN_2, -LN_2),
            (2.0, 2_000_000.0, 1e-6, -0.520_885_124_146_201_3, -0.901_388_711_332_556_9),
        ] {
            let point = Curve::beta(alpha, beta).point(f64::ln(x) - f64::ln_1p(-x));
            close(point.ln_lower, ln_lower, &format!("below {x} at shapes {alpha}, {beta}"));
            close(point.ln_upper, ln_upper, &format!("above {x} at shapes {alpha}, {beta}"));
        }
    }

    /// Relative error of the probability, and of its distance from 1: the larger tail is one less the smaller.
    fn close(found: f64, expected: f64, place: &str) {
        let error = (found - expected).abs() / expected.abs().min(1.0);
        assert!(error < 2e-10, "{place}: {found} instead of {expected}");
    }
}
