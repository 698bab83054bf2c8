//! All charts on one sheet, so that the tables stay as narrow as a page.

use rust_xlsxwriter::{Chart, XlsxError};

use super::chart::SPAN;
use super::odds;
use super::sheet::Sheet;
use crate::analyses::Forecast;
use crate::report::wording::Wording;

/// The row of the first charts.
const TOP: u32 = 3;

/// The sheet: two charts beside each other, those of the sheets first, then that of the chances with its table.
pub(super) fn sheet<'a>(
    forecast: &Forecast,
    wording: &'a Wording,
    charts: Vec<Chart>,
) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = Sheet::new(wording, "charts")?;
    let rows = u32::try_from(charts.len() + 1).unwrap_or_default().div_ceil(2);
    let table = (TOP + rows * SPAN.0 + 1, 0);
    let by_world = odds::by_world(&mut sheet, forecast, table)?;
    let all: Vec<Chart> = charts.into_iter().chain([by_world]).collect();
    for (index, pair) in (0..).zip(all.chunks(2)) {
        let row = TOP + index * SPAN.0;
        for (column, chart) in [0, SECOND].into_iter().zip(pair) {
            sheet.chart((row, column), chart, (SPAN.0 - 1, SPAN.1 + 1))?;
        }
    }
    sheet.widths(&[28.0, 10.0, 10.0])?;
    sheet.paper.set_portrait().set_print_fit_to_pages(1, 1).set_freeze_panes(2, 0)?;
    Ok(sheet)
}

/// The column of the second of two charts.
const SECOND: u16 = 8;
