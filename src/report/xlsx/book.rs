//! The workbook as a whole.

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::sheet::{DefinedName, Placed, Sheet, shown};
use super::{
    answers, assumptions, bands, break_even, ceilings, charts, odds, own_sum, price_effect, reading_guide,
    table_3,
};
use crate::analyses::Forecast;
use crate::report::wording::Wording;

/// Most characters in a property of a document.
const PROPERTY_MOST: usize = 250;

/// Writes the workbook.
///
/// # Errors
/// Whatever writing to `to` fails with.
pub fn write(forecast: &Forecast, wording: &Wording, to: &mut dyn Write) -> io::Result<()> {
    let (mut workbook, _) = filled(forecast, wording).map_err(failed)?;
    to.write_all(&workbook.save_to_buffer().map_err(failed)?)
}

/// Every number of the workbook with its cell and its place in `summary.json`.
///
/// # Errors
/// When the workbook cannot be made, which would be a fault of this program.
pub fn placed(forecast: &Forecast, wording: &Wording) -> io::Result<Vec<Placed>> {
    filled(forecast, wording).map(|(_, placed)| placed).map_err(failed)
}

fn failed(fault: XlsxError) -> io::Error {
    match fault {
        XlsxError::IoError(fault) => fault,
        other => io::Error::other(other),
    }
}

fn filled(forecast: &Forecast, wording: &Wording) -> Result<(Workbook, Vec<Placed>), XlsxError> {
    let mut sheets: Vec<Sheet<'_>> = vec![
        bands::extra(forecast, wording)?,
        Some(odds::sheet(forecast, wording)?),
        Some(break_even::sheet(forecast, wording)?),
        Some(own_sum::sheet(forecast, wording)?),
        ceilings::sheet(forecast, wording)?,
        Some(price_effect::sheet(forecast, wording)?),
    ]
    .into_iter()
    .flatten()
    .chain(answers::sheets(&forecast.answers, wording)?)
    .chain(vec![
        table_3::sheet(forecast, wording)?,
        bands::single(forecast, wording)?,
        assumptions::sheet(forecast, wording)?,
    ])
    .collect();
    let drawn = sheets.iter_mut().flat_map(|sheet| std::mem::take(&mut sheet.charts)).collect();
    sheets.insert(0, charts::sheet(forecast, wording, drawn)?);
    let mut names: Vec<(String, DefinedName)> = Vec::new();
    for sheet in &mut sheets {
        names.extend(std::mem::take(&mut sheet.names).into_iter().map(|name| (sheet.name.clone(), name)));
    }
    let others: Vec<(String, String)> =
        sheets.iter().map(|sheet| (sheet.name.clone(), sheet.about.clone())).collect();
    let mut workbook = Workbook::new();
    let mut all = Vec::new();
    let guide = reading_guide::sheet(forecast, wording, &others)?;
    for sheet in std::iter::once(guide).chain(sheets) {
        let (paper, placed): (Worksheet, Vec<Placed>) = sheet.finish()?;
        workbook.push_worksheet(paper);
        all.extend(placed);
    }
    for (sheet, DefinedName { name, at }) in names {
        let cell = rust_xlsxwriter::utility::row_col_to_cell_absolute(at.0, at.1);
        workbook.define_name(name.as_str(), &format!("='{sheet}'!{cell}"))?;
    }
    workbook.set_properties(&properties(forecast, wording)?);
    Ok((workbook, all))
}

/// What the file says of itself. The date is fixed: the same results give the same bytes.
fn properties(forecast: &Forecast, wording: &Wording) -> Result<DocProperties, XlsxError> {
    let titles: Vec<&str> = forecast
        .arms
        .iter()
        .skip(usize::from(forecast.arms.len() > 1))
        .map(|arm| arm.title.as_str())
        .collect();
    let brief = |text: &str| -> String { shown(text).chars().take(PROPERTY_MOST).collect() };
    Ok(DocProperties::new()
        .set_title(brief(&titles.join(" · ")))
        .set_subject(wording.text("sheet-guide-about"))
        .set_author(concat!("sim ", env!("CARGO_PKG_VERSION")))
        .set_creation_datetime(&ExcelDateTime::from_ymd(2024, 1, 1)?))
}
