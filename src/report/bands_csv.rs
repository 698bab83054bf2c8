//! `bands.csv`: one row per arm or difference, world, metric and period, with every figure of the band.
//!
//! For machines: UTF-8, comma, decimal point, an empty cell where a figure is undefined. The figures are those of
//! `summary.json`, written with the same ten digits at most. `banden.csv` holds the same for a spreadsheet with Dutch
//! settings: a byte order mark, semicolons, decimal commas, headings in words.

use std::io::Write;

use crate::analyses::{Forecast, WorldBands};
use crate::engine::Metric;
use crate::report::number::with_decimal_comma;
use crate::report::replications::TOTAL;
use crate::report::summary::rounded;
use crate::report::wording::Wording;
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
    each_row(forecast, |names, band| {
        for name in names {
            csv.write_field(name)?;
        }
        for figure in figures(band) {
            csv.write_field(figure.map_or_else(String::new, |value| rounded(value).to_string()))?;
        }
        csv.write_field(undefined(band))?;
        csv.write_record(None::<&[u8]>)
    })?;
    csv.flush()?;
    Ok(())
}

/// Writes `banden.csv`, which a spreadsheet with Dutch settings opens by a double click.
///
/// # Errors
/// Whatever writing to `to` fails with.
pub fn write_dutch(forecast: &Forecast, wording: &Wording, to: &mut dyn Write) -> Result<(), csv::Error> {
    // Without this mark a spreadsheet takes the file for one of another alphabet.
    to.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::WriterBuilder::new().delimiter(b';').from_writer(to);
    for column in COLUMNS {
        csv.write_field(wording.text(&format!("bands-csv-{}", column.replace('_', "-"))))?;
    }
    csv.write_record(None::<&[u8]>)?;
    each_row(forecast, |[kind, arm, world, metric, unit, period], band| {
        let kind = wording.text(&format!("bands-csv-{kind}"));
        let metric = wording.text(&format!("metric-{metric}"));
        let unit = wording.text(&format!("table-unit-{unit}"));
        let period = if period == TOTAL { wording.text("table-total") } else { period.to_owned() };
        for name in [&kind, arm, world, &metric, &unit, &period] {
            csv.write_field(no_formula(name))?;
        }
        for figure in figures(band) {
            csv.write_field(figure.map_or_else(String::new, |value| with_decimal_comma(rounded(value))))?;
        }
        csv.write_field(undefined(band))?;
        csv.write_record(None::<&[u8]>)
    })?;
    csv.flush()?;
    Ok(())
}

/// A text that no spreadsheet takes for a formula.
fn no_formula(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// Visits the rows in order: kind, arm, world, metric, unit and period with the band.
fn each_row(
    forecast: &Forecast,
    mut visit: impl FnMut([&str; 6], Option<&Band>) -> Result<(), csv::Error>,
) -> Result<(), csv::Error> {
    let arms = forecast.arms.iter().zip(&forecast.results).map(|(arm, worlds)| ("arm", arm, worlds));
    let others = forecast.arms.iter().skip(1).zip(&forecast.differences);
    let all = arms.chain(others.map(|(arm, worlds)| ("difference", arm, worlds)));
    for (kind, arm, worlds) in all {
        for (world, bands) in forecast.worlds.iter().zip(worlds) {
            each_band(forecast, bands, |metric, period, band| {
                visit([kind, &arm.name, &world.name, metric.name(), metric.unit().text(), period], band)
            })?;
        }
    }
    Ok(())
}

fn each_band(
    forecast: &Forecast,
    bands: &WorldBands,
    mut visit: impl FnMut(Metric, &str, Option<&Band>) -> Result<(), csv::Error>,
) -> Result<(), csv::Error> {
    for metric in Metric::ALL {
        let bands = bands.metric(*metric);
        let periods = forecast.periods.iter().map(String::as_str).zip(&bands.by_period);
        for (period, band) in periods.chain([(TOTAL, &bands.total)]) {
            visit(*metric, period, band.as_ref())?;
        }
    }
    Ok(())
}

fn undefined(band: Option<&Band>) -> String {
    band.map_or_else(String::new, |band| band.undefined.to_string())
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
