//! `region.csv`: a row per municipality, in the leading world.

use std::io::Write;

use super::columns::names;
use crate::analyses::region::Region;
use crate::report::summary::rounded;

/// Writes the rows, with the figures of `region.json`.
///
/// # Errors
/// Whatever writing to `to` fails with.
pub fn write_rows(region: &Region, to: &mut dyn Write) -> Result<(), csv::Error> {
    let mut csv = csv::Writer::from_writer(to);
    let figures =
        names().flat_map(|name| ["mean", "mc_se", "p10", "p90"].map(|part| format!("{name}_{part}")));
    let ends = ["p_net_nonnegative".to_owned(), "p_net_nonnegative_mc_se".to_owned()];
    csv.write_record(["municipality".to_owned(), "size".to_owned()].into_iter().chain(figures).chain(ends))?;
    let cell = |value: Option<f64>| value.map_or_else(String::new, |value| rounded(value).to_string());
    for local in &region.locals {
        csv.write_field(&local.municipality.name)?;
        csv.write_field(cell(Some(local.municipality.size)))?;
        for band in &local.extra.bands {
            let band = band.as_ref();
            let figures = [
                band.map(|band| band.mean),
                band.and_then(|band| band.mc_se),
                band.map(|band| band.quantiles[1]),
                band.map(|band| band.quantiles[5]),
            ];
            for figure in figures {
                csv.write_field(cell(figure))?;
            }
        }
        let chance = &local.extra.p_nonnegative;
        csv.write_record([cell(Some(chance.value)), cell(chance.mc_se)])?;
    }
    csv.flush()?;
    Ok(())
}
