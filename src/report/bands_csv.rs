//! `bands.csv`: one row per arm or difference, world, metric and period, with every figure of the band.
//!
//! For machines: UTF-8, comma, decimal point, an empty cell where a figure is undefined. The figures are those of
//! `summary.json`, written with the same ten digits at most.

use std::io::Write;

use crate::analyses::{Forecast, WorldBands};
use crate::engine::Metric;
use crate::report::replications::TOTAL;
use crate::report::summary::rounded;
use crate::statistics::Band;

/// The columns, in order.
pub const COLUMNS: [&str; 25] = [
    "kind",
    "arm",
    "world",
    "metric",
    "unit",
    "period",
    "mean",
    "mc_se",
    "p5",
    "p10",
    "p25",
    "p50",
    "p75",
    "p90",
    "p95",
    "share_ignorance",
    "share_luck",
    "mc_se_p5",
    "mc_se_p10",
    "mc_se_p25",
    "mc_se_p50",
    "mc_se_p75",
    "mc_se_p90",
    "mc_se_p95",
    "undefined",
];

/// Writes `bands.csv`; `kind` is `arm` or `difference` (arm less base, paired).
///
/// # Errors
/// Whatever writing to `to` fails with.
pub fn write(forecast: &Forecast, to: &mut dyn Write) -> Result<(), csv::Error> {
    let mut csv = csv::Writer::from_writer(to);
    csv.write_record(COLUMNS)?;
    for (arm, worlds) in forecast.arms.iter().zip(&forecast.results) {
        write_arm(&mut csv, forecast, ("arm", &arm.name), worlds)?;
    }
    for (arm, worlds) in forecast.arms.iter().skip(1).zip(&forecast.differences) {
        write_arm(&mut csv, forecast, ("difference", &arm.name), worlds)?;
    }
    csv.flush()?;
    Ok(())
}

fn write_arm<W: Write>(
    csv: &mut csv::Writer<W>,
    forecast: &Forecast,
    (kind, arm): (&str, &str),
    worlds: &[WorldBands],
) -> Result<(), csv::Error> {
    for (world, bands) in forecast.worlds.iter().zip(worlds) {
        for metric in Metric::ALL {
            let bands = bands.metric(*metric);
            let periods = forecast.periods.iter().map(String::as_str).zip(&bands.by_period);
            for (period, band) in periods.chain([(TOTAL, &bands.total)]) {
                let names = [kind, arm, &world.name, metric.name(), metric.unit().text(), period];
                for name in names {
                    csv.write_field(name)?;
                }
                for figure in figures(band.as_ref()) {
                    csv.write_field(figure.map_or_else(String::new, |value| rounded(value).to_string()))?;
                }
                csv.write_field(band.as_ref().map_or_else(String::new, |band| band.undefined.to_string()))?;
                csv.write_record(None::<&[u8]>)?;
            }
        }
    }
    Ok(())
}

/// The figures of a band in the order of the columns.
fn figures(band: Option<&Band>) -> Vec<Option<f64>> {
    let Some(band) = band else { return vec![None; 18] };
    let mut all = vec![Some(band.mean), band.mc_se];
    all.extend(band.quantiles.map(Some));
    all.extend([band.share_ignorance, band.share_luck]);
    all.extend(band.quantile_mc_se);
    all
}
