//! Laws by the statements that a source makes.

use super::law::{Law, LawError, Support};
use super::normal::normal_score;

/// Weight of the most likely value in a PERT, as in its origin: four times that of each end.
const PERT_WEIGHT: f64 = 4.0;

impl Law {
    /// One known number.
    ///
    /// # Errors
    /// [`LawError::NotFinite`].
    pub fn fixed(value: f64) -> Result<Self, LawError> {
        Ok(Self::Fixed(finite(value)?))
    }

    /// The Beta posterior of a proportion of which `seen` of `of` were counted, with a Beta prior.
    ///
    /// # Errors
    /// [`LawError::Counts`] when more were seen than there were, [`LawError::NotPositive`] when a shape comes out
    /// at 0, as for 0 seen without a prior.
    ///
    /// # Example
    /// ```
    /// # use sim::distributions::Law;
    /// let positive = Law::proportion(57.0, 98.0, 0.5, 0.5)?;
    /// assert!((positive.mean() - 57.5 / 99.0).abs() < 1e-12);
    /// # Ok::<(), sim::distributions::LawError>(())
    /// ```
    pub fn proportion(seen: f64, of: f64, prior_alpha: f64, prior_beta: f64) -> Result<Self, LawError> {
        for number in [seen, of, prior_alpha, prior_beta] {
            finite(number)?;
        }
        if seen < 0.0 || seen > of {
            return Err(LawError::Counts { seen, of });
        }
        let (alpha, beta) = (positive(seen + prior_alpha)?, positive(of - seen + prior_beta)?);
        Ok(Self::Beta { alpha, beta, low: 0.0, high: 1.0 })
    }

    /// The Gamma posterior of a rate of which `events` were counted over an `exposure`, per unit of exposure.
    ///
    /// # Errors
    /// [`LawError::NotPositive`] when the exposure, or the events with the prior's shape, are not above 0;
    /// [`LawError::Negative`] for fewer events than none.
    pub fn rate(events: f64, exposure: f64, prior_shape: f64) -> Result<Self, LawError> {
        if finite(events)? < 0.0 {
            return Err(LawError::Negative(events));
        }
        let shape = positive(events + finite(prior_shape)?)?;
        Ok(Self::Gamma { shape, rate: positive(exposure)? })
    }

    /// A PERT: a Beta on `low` to `high` whose mean is (low + 4 likely + high) / 6.
    ///
    /// # Errors
    /// [`LawError::OutOfOrder`] unless low <= likely <= high and low < high.
    ///
    /// Source: Malcolm, Roseboom, Clark and Fazar (1959), doi 10.1287/opre.7.5.646.
    pub fn pert(low: f64, likely: f64, high: f64) -> Result<Self, LawError> {
        for number in [low, likely, high] {
            finite(number)?;
        }
        let width = high - low;
        if !(low <= likely && likely <= high && width > 0.0) {
            return Err(LawError::OutOfOrder { low, likely, high });
        }
        finite(width)?;
        let place = (likely - low) / width;
        Ok(Self::Beta {
            alpha: 1.0 + PERT_WEIGHT * place,
            beta: 1.0 + PERT_WEIGHT * (1.0 - place),
            low,
            high,
        })
    }

    /// The law of a support by its mean and standard deviation: beta for a share, gamma for a positive number,
    /// normal for any other.
    ///
    /// # Errors
    /// [`LawError::NotPositive`] for an sd of 0 or below, [`LawError::Impossible`] when no law of that family has
    /// these moments.
    pub fn mean_sd(support: Support, mean: f64, sd: f64) -> Result<Self, LawError> {
        finite(mean)?;
        positive(sd)?;
        let impossible = LawError::Impossible { mean, sd };
        let usable = |shapes: [f64; 2]| shapes.iter().all(|&shape| shape.is_finite() && shape > 0.0);
        match support {
            Support::Real => Ok(Self::Normal { mean, sd }),
            Support::Positive => {
                let shape = (mean / sd) * (mean / sd);
                let rate = shape / mean;
                if mean > 0.0 && usable([shape, rate]) {
                    return Ok(Self::Gamma { shape, rate });
                }
                Err(impossible)
            }
            Support::Share => {
                let sum = mean / sd * ((1.0 - mean) / sd) - 1.0;
                let (alpha, beta) = (mean * sum, (1.0 - mean) * sum);
                if mean > 0.0 && mean < 1.0 && usable([alpha, beta]) {
                    return Ok(Self::Beta { alpha, beta, low: 0.0, high: 1.0 });
                }
                Err(impossible)
            }
        }
    }

    /// The law of a support through two quantiles, each a level and a value: logit-normal for a share, log-normal
    /// for a positive number, normal for any other.
    ///
    /// # Errors
    /// [`LawError::Level`] for a level outside 0 to 1 or given twice, [`LawError::Quantiles`] when the higher level
    /// has not the higher value, [`LawError::OutsideSupport`] for a value on or beyond an end of the support.
    pub fn two_quantiles(support: Support, one: (f64, f64), other: (f64, f64)) -> Result<Self, LawError> {
        let ((p_low, x_low), (p_high, x_high)) = if one.0 <= other.0 { (one, other) } else { (other, one) };
        for level in [p_low, p_high] {
            if !(level > 0.0 && level < 1.0) {
                return Err(LawError::Level(level));
            }
        }
        if p_low >= p_high {
            return Err(LawError::Level(p_high));
        }
        for value in [x_low, x_high] {
            if !support.contains(finite(value)?) {
                return Err(LawError::OutsideSupport(value));
            }
        }
        if x_low >= x_high {
            return Err(LawError::Quantiles { low: x_low, high: x_high });
        }
        let (y_low, y_high) = (support.stretched(x_low), support.stretched(x_high));
        let (z_low, z_high) = (normal_score(p_low), normal_score(p_high));
        let spread = (y_high - y_low) / (z_high - z_low);
        let centre = y_low - spread * z_low;
        if !(spread > 0.0 && spread.is_finite() && centre.is_finite()) {
            return Err(LawError::Quantiles { low: x_low, high: x_high });
        }
        Ok(match support {
            Support::Real => Self::Normal { mean: centre, sd: spread },
            Support::Positive => Self::LogNormal { mu: centre, sigma: spread },
            Support::Share => Self::LogitNormal { mu: centre, sigma: spread },
        })
    }
}

impl Support {
    /// Whether a continuous law of this support can have a quantile there.
    fn contains(self, x: f64) -> bool {
        match self {
            Self::Real => true,
            Self::Positive => x > 0.0,
            Self::Share => x > 0.0 && x < 1.0,
        }
    }

    /// The support stretched over all real numbers: the logarithm or the logit.
    fn stretched(self, x: f64) -> f64 {
        match self {
            Self::Real => x,
            Self::Positive => x.ln(),
            Self::Share => x.ln() - (-x).ln_1p(),
        }
    }
}

fn finite(number: f64) -> Result<f64, LawError> {
    if number.is_finite() { Ok(number) } else { Err(LawError::NotFinite(number)) }
}

fn positive(number: f64) -> Result<f64, LawError> {
    if finite(number)? > 0.0 { Ok(number) } else { Err(LawError::NotPositive(number)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proportion_is_the_posterior_of_its_counts() {
        assert_eq!(
            Law::proportion(57.0, 98.0, 0.5, 0.5),
            Ok(Law::Beta { alpha: 57.5, beta: 41.5, low: 0.0, high: 1.0 })
        );
        assert_eq!(Law::proportion(5.0, 4.0, 0.5, 0.5), Err(LawError::Counts { seen: 5.0, of: 4.0 }));
        assert_eq!(Law::proportion(-1.0, 4.0, 2.0, 2.0), Err(LawError::Counts { seen: -1.0, of: 4.0 }));
        assert_eq!(Law::proportion(0.0, 4.0, 0.0, 0.0), Err(LawError::NotPositive(0.0)));
        assert!(Law::proportion(0.0, 0.0, 0.5, 0.5).is_ok(), "nothing counted leaves the prior");
    }

    #[test]
    fn a_rate_is_the_posterior_of_its_events() {
        assert_eq!(Law::rate(98.0, 1.25, 0.5), Ok(Law::Gamma { shape: 98.5, rate: 1.25 }));
        assert_eq!(Law::rate(98.0, 0.0, 0.5), Err(LawError::NotPositive(0.0)));
        assert_eq!(Law::rate(0.0, 1.0, 0.0), Err(LawError::NotPositive(0.0)));
        assert_eq!(Law::rate(-1.0, 1.0, 2.0), Err(LawError::Negative(-1.0)));
    }

    #[test]
    fn a_pert_weighs_its_most_likely_value_four_times() {
        for (low, likely, high) in [(0.0, 0.05, 0.2), (2.0, 2.0, 4.0), (-3.0, 1.0, 1.0), (100.0, 100.1, 1e6)]
        {
            let law = Law::pert(low, likely, high).unwrap();
            assert!((law.mean() - (low + 4.0 * likely + high) / 6.0).abs() < 1e-12 * high.abs());
            assert_eq!(law.bounds(), (low, high));
        }
        for (low, likely, high) in [(1.0, 0.5, 2.0), (1.0, 3.0, 2.0), (1.0, 1.0, 1.0), (2.0, 1.5, 1.0)] {
            assert_eq!(Law::pert(low, likely, high), Err(LawError::OutOfOrder { low, likely, high }));
        }
        assert_eq!(Law::pert(-1e308, 0.0, 1e308), Err(LawError::NotFinite(f64::INFINITY)));
    }

    #[test]
    fn a_mean_and_sd_come_back_from_the_law() {
        for (support, mean, sd) in [
            (Support::Share, 0.3, 0.1),
            (Support::Share, 0.99, 0.09),
            (Support::Positive, 2.0, 5.0),
            (Support::Positive, 1e6, 1.0),
            (Support::Real, -2.0, 0.5),
        ] {
            let law = Law::mean_sd(support, mean, sd).unwrap();
            assert!((law.mean() / mean - 1.0).abs() < 1e-12 && (law.sd() / sd - 1.0).abs() < 1e-9, "{law:?}");
        }
    }

    #[test]
    fn moments_that_no_law_of_the_support_has_are_refused() {
        for (support, mean, sd) in [
            (Support::Share, 0.5, 0.5),
            (Support::Share, 0.0, 0.1),
            (Support::Share, 1.0, 0.1),
            (Support::Share, 1.5, 0.1),
            (Support::Positive, 0.0, 1.0),
            (Support::Positive, -1.0, 1.0),
            (Support::Positive, 1e200, 1e-200),
        ] {
            assert_eq!(Law::mean_sd(support, mean, sd), Err(LawError::Impossible { mean, sd }));
        }
        assert_eq!(Law::mean_sd(Support::Real, 0.0, 0.0), Err(LawError::NotPositive(0.0)));
    }

    #[test]
    fn two_quantiles_come_back_from_the_law_in_either_order() {
        for (support, one, other) in [
            (Support::Share, (0.1, 0.2), (0.9, 0.7)),
            (Support::Positive, (0.95, 40.0), (0.05, 0.5)),
            (Support::Real, (0.25, -3.0), (0.5, 8.0)),
        ] {
            let law = Law::two_quantiles(support, one, other).unwrap();
            for (level, value) in [one, other] {
                assert!((law.quantile(level) / value - 1.0).abs() < 1e-12, "{law:?}");
            }
        }
    }

    #[test]
    fn quantiles_that_contradict_are_refused() {
        let of = |one, other| Law::two_quantiles(Support::Share, one, other);
        assert_eq!(of((0.1, 0.5), (0.9, 0.4)), Err(LawError::Quantiles { low: 0.5, high: 0.4 }));
        assert_eq!(of((0.1, 0.5), (0.9, 0.5)), Err(LawError::Quantiles { low: 0.5, high: 0.5 }));
        assert_eq!(of((0.1, 0.5), (0.1, 0.6)), Err(LawError::Level(0.1)));
        assert_eq!(of((0.0, 0.5), (0.1, 0.6)), Err(LawError::Level(0.0)));
        assert_eq!(of((0.1, 0.0), (0.9, 0.6)), Err(LawError::OutsideSupport(0.0)));
        assert_eq!(of((0.1, 0.5), (0.9, 1.0)), Err(LawError::OutsideSupport(1.0)));
    }

    #[test]
    fn what_is_not_finite_is_refused_everywhere() {
        for bad in [f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(Law::fixed(bad), Err(LawError::NotFinite(bad)));
            assert_eq!(Law::proportion(bad, 4.0, 0.5, 0.5), Err(LawError::NotFinite(bad)));
            assert_eq!(Law::rate(bad, 4.0, 0.5), Err(LawError::NotFinite(bad)));
            assert_eq!(Law::pert(0.0, 1.0, bad), Err(LawError::NotFinite(bad)));
            assert_eq!(Law::mean_sd(Support::Real, bad, 1.0), Err(LawError::NotFinite(bad)));
            assert!(Law::two_quantiles(Support::Real, (0.1, bad), (0.9, 1.0)).is_err());
        }
        assert!(Law::fixed(f64::NAN).is_err() && Law::pert(f64::NAN, 1.0, 2.0).is_err());
        assert!(Law::two_quantiles(Support::Real, (f64::NAN, 0.0), (0.9, 1.0)).is_err());
    }
}
