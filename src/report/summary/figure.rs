//! The small parts: a number, an estimate, a band, and objects whose keys are names.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::rounding::rounded;
use crate::analyses::MetricBands;
use crate::statistics;

/// A number with at most ten significant digits: more than any Monte Carlo error leaves standing, few enough to
/// read. `null` when undefined or infinite.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Number(pub(in crate::report) Option<f64>);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0.filter(|value| value.is_finite()) {
            Some(value) => to.serialize_f64(rounded(value)),
            None => to.serialize_none(),
        }
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["number", "null"] })
    }
}

impl From<f64> for Number {
    fn from(value: f64) -> Self {
        Self(Some(value))
    }
}

impl From<Option<f64>> for Number {
    fn from(value: Option<f64>) -> Self {
        Self(value)
    }
}

/// An object whose keys are names of arms, worlds, periods and the like, in their own order.
#[derive(Clone, Debug)]
pub(in crate::report) struct Named<'a, T>(pub(super) Vec<(Cow<'a, str>, T)>);

impl<'a, T> Named<'a, T> {
    /// Names beside values.
    pub(in crate::report) fn of(pairs: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect())
    }

    /// The same with names of their own.
    pub(in crate::report) fn owned(pairs: impl IntoIterator<Item = (Cow<'a, str>, T)>) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for Named<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<T: JsonSchema> JsonSchema for Named<'_, T> {
    fn schema_name() -> Cow<'static, str> {
        format!("NamedOf{}", T::schema_name()).into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let values = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "additionalProperties": values })
    }
}

/// A probability or ratio with its Monte Carlo standard error.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(in crate::report) struct Estimate {
    /// The estimate.
    value: Number,
    /// Its Monte Carlo standard error.
    mc_se: Number,
}

impl From<&statistics::Estimate> for Estimate {
    fn from(estimate: &statistics::Estimate) -> Self {
        Self { value: estimate.value.into(), mc_se: estimate.mc_se.into() }
    }
}

impl From<Option<&statistics::Estimate>> for Estimate {
    fn from(estimate: Option<&statistics::Estimate>) -> Self {
        estimate.map_or(Self { value: None.into(), mc_se: None.into() }, Self::from)
    }
}

/// Quantiles of a distribution.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct Quantiles {
    p5: Number,
    p10: Number,
    p25: Number,
    p50: Number,
    p75: Number,
    p90: Number,
    p95: Number,
}

impl From<[Option<f64>; 7]> for Quantiles {
    fn from(values: [Option<f64>; 7]) -> Self {
        let [p5, p10, p25, p50, p75, p90, p95] = values.map(Number);
        Self { p5, p10, p25, p50, p75, p90, p95 }
    }
}

/// The distribution of one result over the replications.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(in crate::report) struct Band {
    /// The mean: what is to be expected.
    mean: Number,
    /// Monte Carlo standard error of the mean.
    mc_se: Number,
    p5: Number,
    p10: Number,
    p25: Number,
    p50: Number,
    p75: Number,
    p90: Number,
    p95: Number,
    /// Share of the variance that comes from what we do not know.
    share_ignorance: Number,
    /// Share of the variance that comes from chance.
    share_luck: Number,
    /// Monte Carlo standard errors of the quantiles.
    quantile_mc_se: Quantiles,
    /// Replications in which the result is undefined and which are left out; `null` when that is all of them.
    undefined: Option<usize>,
    /// No quantile is further than this from that of all replications; absent where each is exactly that.
    #[serde(skip_serializing_if = "Option::is_none")]
    quantile_bound: Option<Number>,
}

impl From<Option<&statistics::Band>> for Band {
    fn from(band: Option<&statistics::Band>) -> Self {
        let quantiles = band.map_or([None; 7], |band| band.quantiles.map(Some));
        let Quantiles { p5, p10, p25, p50, p75, p90, p95 } = quantiles.into();
        Self {
            mean: band.map(|band| band.mean).into(),
            mc_se: band.and_then(|band| band.mc_se).into(),
            p5,
            p10,
            p25,
            p50,
            p75,
            p90,
            p95,
            share_ignorance: band.and_then(|band| band.share_ignorance).into(),
            share_luck: band.and_then(|band| band.share_luck).into(),
            quantile_mc_se: band.map_or([None; 7], |band| band.quantile_mc_se).into(),
            undefined: band.map(|band| band.undefined),
            quantile_bound: band.and_then(|band| band.quantile_bound).map(Number::from),
        }
    }
}

/// Bands over the whole forecast and per reporting period.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct Bands<'a> {
    /// `youths`, `weeks`, `share`, `conversations`, `hours`, `hours/week` or `eur`.
    unit: &'a str,
    /// Over the whole forecast.
    total: Band,
    /// Per reporting period: a budget year, or a span that a source reports on.
    by_year: Named<'a, Band>,
}

impl<'a> Bands<'a> {
    pub(super) fn new(unit: &'a str, periods: &'a [String], bands: &MetricBands) -> Self {
        let by_year = periods.iter().zip(&bands.by_period);
        Self {
            unit,
            total: bands.total.as_ref().into(),
            by_year: Named::of(by_year.map(|(period, band)| (period.as_str(), band.as_ref().into()))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_ten_digits_and_what_is_none_is_null() {
        let text = |value: f64| serde_json::to_string(&Number(Some(value))).unwrap();
        assert_eq!(text(1.0 / 3.0), "0.3333333333");
        assert_eq!(text(778_216.879_999_999_9), "778216.88");
        assert_eq!(text(-0.0), "0.0");
        assert_eq!(text(f64::NAN), "null");
        assert_eq!(text(f64::INFINITY), "null");
    }
}
