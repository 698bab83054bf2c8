//! The laws that a quantity can follow.

use thiserror::Error;

use super::incomplete::{Curve, logistic};
use super::normal::lower;
use super::solver::Tail;

/// The values that a quantity can take at all; it picks the family for statements that leave it open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Support {
    /// 0 to 1.
    Share,
    /// 0 and above.
    Positive,
    /// Any number.
    Real,
}

/// A checked distribution of one number.
#[derive(Clone, Debug, PartialEq)]
pub enum Law {
    /// One known number.
    Fixed(f64),
    /// Beta on `low` to `high` with these shapes: a proportion with its prior, a PERT, or a share by mean and sd.
    Beta {
        /// First shape.
        alpha: f64,
        /// Second shape.
        beta: f64,
        /// Lowest value.
        low: f64,
        /// Highest value.
        high: f64,
    },
    /// Gamma with this shape and rate: a rate with its prior, or a positive number by mean and sd.
    Gamma {
        /// Shape.
        shape: f64,
        /// Rate, the inverse of the scale.
        rate: f64,
    },
    /// Normal.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// Log-normal by the mean and sd of the logarithm.
    LogNormal {
        /// Mean of the logarithm.
        mu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// Logit-normal by the mean and sd of the logit.
    LogitNormal {
        /// Mean of the logit.
        mu: f64,
        /// Standard deviation of the logit.
        sigma: f64,
    },
}

/// Why numbers make no distribution.
#[derive(Clone, Copy, Debug, Error, PartialEq)]
pub enum LawError {
    /// A number is NaN or infinite.
    #[error("{0} is not a finite number")]
    NotFinite(f64),
    /// Low, likely and high are out of order or all equal.
    #[error("expected low <= likely <= high and low < high, got {low}, {likely}, {high}")]
    OutOfOrder {
        /// Lowest value given.
        low: f64,
        /// Most likely value given.
        likely: f64,
        /// Highest value given.
        high: f64,
    },
    /// More were counted than there were, or fewer than none.
    #[error("expected 0 <= seen <= of, got {seen} of {of}")]
    Counts {
        /// Counted.
        seen: f64,
        /// Out of.
        of: f64,
    },
    /// A spread or exposure that must be positive is not.
    #[error("expected a number above 0, got {0}")]
    NotPositive(f64),
    /// No law of the quantity's support has this mean and sd.
    #[error("no distribution on this range has mean {mean} and sd {sd}")]
    Impossible {
        /// Mean given.
        mean: f64,
        /// Standard deviation given.
        sd: f64,
    },
    /// A count below none.
    #[error("expected 0 or more, got {0}")]
    Negative(f64),
    /// A level of a quantile outside 0 to 1, or the same as the other one.
    #[error("expected two different levels between 0 and 1, got {0}")]
    Level(f64),
    /// The values of two quantiles are out of order.
    #[error("expected the higher level to have the higher value, got {low} and {high}")]
    Quantiles {
        /// The value of the lower level.
        low: f64,
        /// The value of the higher level.
        high: f64,
    },
    /// A value that no law of the quantity's support reaches.
    #[error("{0} lies outside the values that this quantity can take")]
    OutsideSupport(f64),
}

impl Law {
    /// Whether it is one known number.
    pub const fn is_fixed(&self) -> bool {
        matches!(self, Self::Fixed(_))
    }

    /// The ends of what it can give; infinite where open.
    pub const fn bounds(&self) -> (f64, f64) {
        match *self {
            Self::Fixed(value) => (value, value),
            Self::Beta { low, high, .. } => (low, high),
            Self::Gamma { .. } | Self::LogNormal { .. } => (0.0, f64::INFINITY),
            Self::Normal { .. } => (f64::NEG_INFINITY, f64::INFINITY),
            Self::LogitNormal { .. } => (0.0, 1.0),
        }
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        match *self {
            Self::Fixed(value) => value,
            Self::Beta { alpha, beta, low, high } => low + (high - low) * (alpha / (alpha + beta)),
            Self::Gamma { shape, rate } => shape / rate,
            Self::Normal { mean, .. } => mean,
            Self::LogNormal { mu, sigma } => (mu + 0.5 * sigma * sigma).exp(),
            Self::LogitNormal { mu, sigma } => logit_normal_moments(mu, sigma).0,
        }
    }

    /// The standard deviation; 0 for a fixed number.
    pub fn sd(&self) -> f64 {
        match *self {
            Self::Fixed(_) => 0.0,
            Self::Beta { alpha, beta, low, high } => {
                let sum = alpha + beta;
                (high - low) * (alpha / sum * (beta / sum) / (sum + 1.0)).sqrt()
            }
            Self::Gamma { shape, rate } => shape.sqrt() / rate,
            Self::Normal { sd, .. } => sd,
            Self::LogNormal { mu, sigma } => {
                (mu + 0.5 * sigma * sigma).exp() * (sigma * sigma).exp_m1().sqrt()
            }
            Self::LogitNormal { mu, sigma } => logit_normal_moments(mu, sigma).1,
        }
    }

    /// The number that it stays below with probability `p`; the ends of its bounds at 0 and 1.
    pub fn quantile(&self, p: f64) -> f64 {
        if p <= 0.0 {
            self.bounds().0
        } else if p >= 1.0 {
            self.bounds().1
        } else {
            self.at_tail(Tail::of_probability(p))
        }
    }

    /// The probability of a number at or below `x`.
    pub fn cdf(&self, x: f64) -> f64 {
        let (low, high) = self.bounds();
        if x >= high {
            return 1.0;
        }
        if x <= low {
            return 0.0;
        }
        match *self {
            Self::Fixed(_) => 0.0,
            Self::Beta { alpha, beta, .. } => {
                Curve::beta(alpha, beta).lower((x - low).ln() - (high - x).ln())
            }
            Self::Gamma { shape, rate } => Curve::gamma(shape).lower(x.ln() + rate.ln()),
            Self::Normal { mean, sd } => lower((x - mean) / sd),
            Self::LogNormal { mu, sigma } => lower((x.ln() - mu) / sigma),
            Self::LogitNormal { mu, sigma } => lower((x.ln() - (-x).ln_1p() - mu) / sigma),
        }
    }

    /// The number whose normal score is `z`: the quantile of the probability below `z`, exact in both tails.
    pub(super) fn at_score(&self, z: f64) -> f64 {
        self.at_tail(Tail::of_score(z))
    }

    fn at_tail(&self, tail: Tail) -> f64 {
        match *self {
            Self::Fixed(value) => value,
            Self::Beta { alpha, beta, low, high } => {
                low + (high - low) * logistic(Curve::beta(alpha, beta).solve(tail))
            }
            Self::Gamma { shape, rate } => Curve::gamma(shape).solve(tail).exp() / rate,
            Self::Normal { mean, sd } => mean + sd * tail.score(),
            Self::LogNormal { mu, sigma } => (mu + sigma * tail.score()).exp(),
            Self::LogitNormal { mu, sigma } => logistic(mu + sigma * tail.score()),
        }
    }
}

/// Mean and sd of a logit-normal number, which have no closed form: trapezoidal sums over the normal score, whose
/// error falls faster than any power of the step.
fn logit_normal_moments(mu: f64, sigma: f64) -> (f64, f64) {
    /// Steps in one unit of the score, and units to each side.
    const STEPS: i32 = 64;
    const REACH: i32 = 9;
    let (mut total, mut first, mut second) = (0.0, 0.0, 0.0);
    let centre = logistic(mu);
    for step in -REACH * STEPS..=REACH * STEPS {
        let z = f64::from(step) / f64::from(STEPS);
        let weight = (-0.5 * z * z).exp();
        let distance = logistic(mu + sigma * z) - centre;
        total += weight;
        first += weight * distance;
        second += weight * distance * distance;
    }
    let shift = first / total;
    (centre + shift, (second / total - shift * shift).max(0.0).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCORES: [f64; 13] = [-8.0, -6.0, -4.0, -2.5, -1.0, -0.1, 0.0, 0.1, 1.0, 2.5, 4.0, 6.0, 8.0];

    fn beta(alpha: f64, beta: f64) -> Law {
        Law::Beta { alpha, beta, low: 0.0, high: 1.0 }
    }

    fn gamma(shape: f64) -> Law {
        Law::Gamma { shape, rate: 1.0 }
    }

    /// Roots by bisection of the tails that the tests of `incomplete` use, in mpmath 1.3.0 at 60 digits.
    #[test]
    fn quantiles_equal_those_of_an_independent_computation() {
        for (law, p, expected) in [
            (beta(0.05, 3.0), 0.1, 2.300_047_000_664_837_5e-21),
            (beta(0.05, 3.0), 0.99, 0.346_399_127_809_666_02),
            (beta(0.05, 0.05), 0.3, 3.386_199_757_902_796e-5),
            (beta(0.5, 20.0), 1e-9, 3.976_381_106_972_143e-20),
            (beta(0.5, 20.0), 0.999_99, 0.389_614_279_976_856_15),
            (beta(57.5, 41.5), 0.05, 0.498_667_681_343_348_4),
            (gamma(0.1), 1e-6, 6.073_048_362_407_926e-61),
            (gamma(0.1), 0.5, 0.000_593_391_104_460_226_2),
            (gamma(0.1), 0.9999, 5.316_243_477_690_556),
            (gamma(0.5), 1e-12, 7.853_981_633_974_483e-25),
            (gamma(98.5), 0.95, 115.373_151_068_604_98),
            (gamma(98.5), 1e-10, 47.856_453_542_135_07),
        ] {
            let found = law.quantile(p);
            assert!((found / expected - 1.0).abs() < 1e-11, "{law:?} at {p}: {found} instead of {expected}");
        }
    }

    #[test]
    fn the_quantile_of_the_probability_of_a_number_is_that_number() {
        let laws = [
            beta(0.05, 3.0),
            beta(3.0, 0.05),
            beta(0.05, 0.05),
            beta(0.5, 20.0),
            beta(57.5, 41.5),
            beta(5000.0, 7000.0),
            beta(2e6, 3e6),
            beta(2.0, 2e6),
            gamma(0.1),
            gamma(0.5),
            gamma(98.5),
            gamma(20_000.0),
            gamma(3e6),
            Law::Normal { mean: 3.0, sd: 2.0 },
            Law::LogNormal { mu: 1.0, sigma: 0.5 },
            Law::LogitNormal { mu: -1.0, sigma: 2.0 },
        ];
        for law in laws {
            // In the upper tail the probability itself has too few digits left.
            for z in SCORES.into_iter().filter(|z| *z <= 1.0) {
                let x = law.at_score(z);
                let back = law.quantile(law.cdf(x));
                assert!((back / x - 1.0).abs() < 1e-8, "{law:?}: {x} came back as {back}");
            }
        }
    }

    #[test]
    fn mirrored_betas_have_mirrored_quantiles_in_both_tails() {
        for (a, b) in [(0.05, 3.0), (0.5, 20.0), (57.5, 41.5), (1.0, 5.0)] {
            for z in SCORES {
                let (one, other) = (beta(a, b).at_score(z), beta(b, a).at_score(-z));
                assert!((one + other - 1.0).abs() < 1e-13, "Beta({a}, {b}) at score {z}: {one} and {other}");
            }
        }
    }

    #[test]
    fn closed_forms_are_met() {
        // Gamma with shape 1 is exponential; Beta(1, b) and Beta(a, 1) are powers.
        for p in [1e-12, 0.01, 0.3, 0.9, 0.999] {
            assert!((gamma(1.0).quantile(p) / -f64::ln_1p(-p) - 1.0).abs() < 1e-12);
            assert!((beta(1.0, 5.0).quantile(p) / -f64::exp_m1(f64::ln_1p(-p) / 5.0) - 1.0).abs() < 1e-12);
            assert!((beta(5.0, 1.0).quantile(p) / p.powf(0.2) - 1.0).abs() < 1e-12);
        }
    }

    /// Midpoint sums over 20,000 equally likely slices; the ends of heavy tails make up most of the error.
    #[test]
    fn means_and_sds_are_those_of_the_quantiles() {
        let laws = [
            beta(0.5, 20.0),
            beta(57.5, 41.5),
            Law::pert(-1.0, 0.0, 3.0).unwrap(),
            gamma(2.5),
            Law::Normal { mean: 3.0, sd: 2.0 },
            Law::LogNormal { mu: 1.0, sigma: 0.5 },
            Law::LogitNormal { mu: -1.0, sigma: 2.0 },
        ];
        for law in laws {
            let slices: Vec<f64> =
                (0..20_000).map(|slice| law.quantile((f64::from(slice) + 0.5) / 20_000.0)).collect();
            let mean = slices.iter().sum::<f64>() / 20_000.0;
            let sd = (slices.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 20_000.0).sqrt();
            assert!((law.mean() - mean).abs() < 1e-3 * law.sd(), "{law:?} has mean {mean}");
            assert!((law.sd() / sd - 1.0).abs() < 3e-3, "{law:?} has sd {sd}");
        }
    }

    #[test]
    fn the_ends_of_the_probabilities_give_the_bounds() {
        for law in [Law::Fixed(2.0), beta(2.0, 3.0), gamma(0.5), Law::Normal { mean: 0.0, sd: 1.0 }] {
            let (low, high) = law.bounds();
            assert_eq!(
                (law.quantile(0.0).to_bits(), law.quantile(1.0).to_bits()),
                (low.to_bits(), high.to_bits())
            );
            assert_eq!((law.cdf(low.next_down()), law.cdf(high)), (0.0, 1.0), "{law:?}");
        }
    }

    #[test]
    fn absurd_shapes_neither_hang_nor_give_nonsense() {
        for shape in [1e-12, 1e-3, 999_999.0, 1e6, 1e12, 1e300] {
            for law in
                [gamma(shape), beta(shape, 1.0), beta(1.0, shape), beta(shape, shape), beta(shape, 1e-9)]
            {
                for z in SCORES {
                    let x = law.at_score(z);
                    let (low, high) = law.bounds();
                    assert!(x >= low && x <= high, "{law:?} at {z} gives {x}");
                }
            }
        }
    }
}
