//! The queue by week and the starts of specialised care by month.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{Named, Number};
use crate::analyses::{Forecast, OverTime};
use crate::statistics::HistogramBand;

/// A series of counts over time, one value per week or month.
#[derive(Debug, Default, Serialize, JsonSchema)]
struct Series {
    mean: Vec<Number>,
    p5: Vec<Number>,
    p10: Vec<Number>,
    p25: Vec<Number>,
    p50: Vec<Number>,
    p75: Vec<Number>,
    p90: Vec<Number>,
    p95: Vec<Number>,
}

impl Series {
    fn new<'a>(bands: impl Iterator<Item = Option<&'a HistogramBand>>) -> Self {
        let mut series = Self::default();
        for band in bands {
            series.mean.push(band.map(|band| band.mean).into());
            let columns = [
                &mut series.p5,
                &mut series.p10,
                &mut series.p25,
                &mut series.p50,
                &mut series.p75,
                &mut series.p90,
                &mut series.p95,
            ];
            for (column, rank) in columns.into_iter().zip(0..) {
                let quantile: Option<f64> = band.map(|band: &HistogramBand| band.quantiles[rank]);
                column.push(quantile.into());
            }
        }
        series
    }
}

/// Young people waiting at the end of each week.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct QueueByWeek<'a> {
    /// The Mondays of the weeks.
    weeks: Vec<String>,
    /// By arm and world.
    arms: Named<'a, Named<'a, Series>>,
}

/// Starts of specialised care in each calendar month.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StartsByMonth<'a> {
    /// The first days of the months.
    months: Vec<String>,
    /// By arm and world.
    arms: Named<'a, Named<'a, Starts>>,
}

/// The starts of one arm in one world.
#[derive(Debug, Serialize, JsonSchema)]
struct Starts {
    /// Through the municipality.
    municipality: Series,
    /// Directly by a GP.
    huisarts: Series,
    /// The municipality's share of the expected starts.
    municipality_share: Vec<Number>,
}

/// Expected starts of specialised care in each whole calendar quarter.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StartsByQuarter<'a> {
    /// The first days of the quarters.
    quarters: Vec<String>,
    /// By arm and world.
    arms: Named<'a, Named<'a, ExpectedStarts>>,
}

/// The expected starts of one arm in one world.
#[derive(Debug, Serialize, JsonSchema)]
struct ExpectedStarts {
    /// Through the municipality.
    municipality: Vec<Number>,
    /// Directly by a GP.
    huisarts: Vec<Number>,
    /// The municipality's share of both.
    municipality_share: Vec<Number>,
}

fn by_arm_and_world<T>(forecast: &Forecast, of: impl Fn(&OverTime) -> T + Copy) -> Named<'_, Named<'_, T>> {
    Named::of(forecast.arms.iter().zip(&forecast.over_time).map(|(arm, worlds)| {
        let worlds = forecast.worlds.iter().zip(worlds);
        (arm.name.as_str(), Named::of(worlds.map(|(world, over_time)| (world.name.as_str(), of(over_time)))))
    }))
}

/// The queue of each arm in each world.
pub(super) fn queue_by_week(forecast: &Forecast) -> QueueByWeek<'_> {
    let any = forecast.over_time.iter().flatten().next();
    QueueByWeek {
        weeks: any.into_iter().flat_map(|one| &one.queue).map(|week| week.week.to_string()).collect(),
        arms: by_arm_and_world(forecast, |one| {
            Series::new(one.queue.iter().map(|week| week.waiting.as_ref()))
        }),
    }
}

/// The starts of specialised care of each arm in each world.
pub(super) fn starts_by_month(forecast: &Forecast) -> StartsByMonth<'_> {
    let any = forecast.over_time.iter().flatten().next();
    StartsByMonth {
        months: any.into_iter().flat_map(|one| &one.starts).map(|month| month.month.to_string()).collect(),
        arms: by_arm_and_world(forecast, |one| Starts {
            municipality: Series::new(one.starts.iter().map(|month| month.municipality.as_ref())),
            huisarts: Series::new(one.starts.iter().map(|month| month.huisarts.as_ref())),
            municipality_share: one.starts.iter().map(|month| month.municipality_share.into()).collect(),
        }),
    }
}

/// The expected starts of specialised care per quarter of each arm in each world.
pub(super) fn starts_by_quarter(forecast: &Forecast) -> StartsByQuarter<'_> {
    let any = forecast.over_time.iter().flatten().next();
    let quarters = any.into_iter().flat_map(|one| &one.quarters);
    StartsByQuarter {
        quarters: quarters.map(|quarter| quarter.quarter.to_string()).collect(),
        arms: by_arm_and_world(forecast, |one| ExpectedStarts {
            municipality: one.quarters.iter().map(|quarter| quarter.municipality.into()).collect(),
            huisarts: one.quarters.iter().map(|quarter| quarter.huisarts.into()).collect(),
            municipality_share: one
                .quarters
                .iter()
                .map(|quarter| quarter.municipality_share.into())
                .collect(),
        }),
    }
}
