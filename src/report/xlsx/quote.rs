//! Figures of a forecast, each with its place in `summary.json`.

use crate::analyses::{Forecast, WorldBands};
use crate::engine::Metric;
use crate::report::document::pointer;
use crate::report::summary::rounded;
use crate::statistics::{Band, Estimate};

/// A figure to be put in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quote {
    /// Its place in `summary.json`.
    pub(super) pointer: String,
    /// Its value there; `None` for `null`.
    pub(super) value: Option<f64>,
}

impl Quote {
    /// A value of the summary, with the digits that it has there.
    pub(super) fn new(pointer: String, value: Option<f64>) -> Self {
        Self { pointer, value: value.filter(|value| value.is_finite()).map(rounded) }
    }

    /// An estimate and its error.
    pub(super) fn estimate(at: &str, estimate: Option<&Estimate>) -> [Self; 2] {
        [
            Self::new(format!("{at}/value"), estimate.map(|one| one.value)),
            Self::new(format!("{at}/mc_se"), estimate.and_then(|one| one.mc_se)),
        ]
    }
}

/// Whose figures: those of an arm, or an arm's less the base's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// An arm by itself.
    Arm(usize),
    /// An arm less the base.
    Extra(usize),
}

impl Whose {
    /// The arm.
    pub(super) const fn arm(self) -> usize {
        match self {
            Self::Arm(arm) | Self::Extra(arm) => arm,
        }
    }

    /// The member of the summary that holds them.
    pub(super) const fn member(self) -> &'static str {
        match self {
            Self::Arm(_) => "arms",
            Self::Extra(_) => "differences",
        }
    }

    /// The bands.
    pub(super) fn bands(self, forecast: &Forecast, world: usize) -> Option<&WorldBands> {
        match self {
            Self::Arm(arm) => Some(&forecast.results[arm][world]),
            Self::Extra(arm) => forecast.difference(arm, world),
        }
    }

    /// The arms themselves.
    pub(super) fn arms(forecast: &Forecast) -> Vec<Self> {
        (0..forecast.arms.len()).map(Self::Arm).collect()
    }

    /// The arms less the base; none for a single arm.
    pub(super) fn extras(forecast: &Forecast) -> Vec<Self> {
        (1..forecast.arms.len()).map(Self::Extra).collect()
    }

    /// Those that a reader asked for first: the last arm less the base, or the base where it stands alone.
    pub(super) fn asked(forecast: &Forecast) -> Self {
        if forecast.arms.len() > 1 { Self::Extra(1) } else { Self::Arm(0) }
    }
}

/// The periods of a forecast, the total last.
pub(super) fn slices(forecast: &Forecast) -> impl Iterator<Item = Option<usize>> {
    (0..forecast.periods.len()).map(Some).chain([None])
}

/// `/by_year/LABEL` or `/total`.
pub(super) fn slice_pointer(forecast: &Forecast, period: Option<usize>) -> String {
    period.map_or_else(|| "/total".to_owned(), |period| pointer(&["by_year", &forecast.periods[period]]))
}

/// The band of a metric with its place.
pub(super) fn band(
    forecast: &Forecast,
    (whose, world): (Whose, usize),
    metric: Metric,
    period: Option<usize>,
) -> (Option<&Band>, String) {
    let bands = whose.bands(forecast, world).map(|bands| bands.metric(metric));
    let band = bands.and_then(|bands| match period {
        None => bands.total.as_ref(),
        Some(period) => bands.by_period[period].as_ref(),
    });
    let (arm, world) = (&forecast.arms[whose.arm()].name, &forecast.worlds[world].name);
    let place = pointer(&[whose.member(), arm, "world", world, "metrics", metric.name()]);
    (band, place + &slice_pointer(forecast, period))
}

/// Mean, P10, P50, P90 and the error of the mean.
pub(super) fn parts((band, at): &(Option<&Band>, String)) -> [Quote; 5] {
    let quantile = |rank: usize| band.map(|band| band.quantiles[rank]);
    [
        Quote::new(format!("{at}/mean"), band.map(|band| band.mean)),
        Quote::new(format!("{at}/p10"), quantile(1)),
        Quote::new(format!("{at}/p50"), quantile(3)),
        Quote::new(format!("{at}/p90"), quantile(5)),
        Quote::new(format!("{at}/mc_se"), band.and_then(|band| band.mc_se)),
    ]
}
