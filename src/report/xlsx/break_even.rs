//! The share of the positive closures that must really avoid maatwerk for the cost to be met.

use rust_xlsxwriter::XlsxError;

use super::look::{Kind, Look};
use super::odds::{decision_pointer, order, period_name};
use super::quote::{Quote, slices};
use super::sheet::Sheet;
use crate::analyses::Forecast;
use crate::report::document::pointer;
use crate::report::number::Form;
use crate::report::wording::Wording;

/// The row of the headings.
const TOP: u32 = 3;
const HEADINGS: [&str; 8] = [
    "column-scenario",
    "column-world",
    "column-method",
    "column-year",
    "column-break-even",
    "column-error",
    "column-p10",
    "column-p90",
];

/// The sheet of break-even shares.
pub(super) fn sheet<'a>(forecast: &Forecast, wording: &'a Wording) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = Sheet::new(wording, "break-even")?;
    sheet.say((2, 0), "break-even-how", Kind::Prose)?;
    sheet.headings((TOP, 0), &HEADINGS)?;
    let mut row = TOP + 1;
    for arm in order(forecast) {
        for world in 0..forecast.worlds.len() {
            let shares = &forecast.decisions[arm][world].break_even;
            let at = decision_pointer(forecast, (arm, world), "break_even_avoidance_share");
            for period in slices(forecast) {
                let (estimate, place) = match period {
                    None => (shares.real.as_ref(), format!("{at}/real")),
                    Some(index) => {
                        let year = pointer(&["real_by_year", &forecast.periods[index]]);
                        (shares.real_by_period[index].as_ref(), format!("{at}{year}"))
                    }
                };
                let quantile = |name: &str, rank: usize| {
                    Quote::new(format!("{at}/quantiles/{name}"), shares.quantiles[rank])
                };
                let band = period.is_none().then(|| [quantile("p10", 1), quantile("p90", 5)]);
                let what = ("method-real", period);
                share_row(
                    &mut sheet,
                    forecast,
                    (arm, world),
                    what,
                    (row, Quote::estimate(&place, estimate), band),
                )?;
                row += 1;
            }
            let quotes = Quote::estimate(&format!("{at}/evaluation"), shares.evaluation.as_ref());
            share_row(&mut sheet, forecast, (arm, world), ("method-evaluation", None), (row, quotes, None))?;
            let quotes = Quote::estimate(&format!("{at}/assumed"), shares.assumed.as_ref());
            share_row(&mut sheet, forecast, (arm, world), ("method-assumed", None), (row + 1, quotes, None))?;
            row += 2;
        }
    }
    sheet.paper.autofilter(TOP, 0, row - 1, 7)?;
    sheet.freeze((TOP + 1, 0))?;
    sheet.widths(&[36.0, 28.0, 42.0, 10.0, 12.0, 12.0, 12.0, 12.0])?;
    Ok(sheet)
}

fn share_row(
    sheet: &mut Sheet<'_>,
    forecast: &Forecast,
    (arm, world): (usize, usize),
    (id, period): (&str, Option<usize>),
    (row, [value, error], band): (u32, [Quote; 2], Option<[Quote; 2]>),
) -> Result<(), XlsxError> {
    let total = period.is_none();
    let name = Look::of(Kind::Name, total);
    sheet.text((row, 0), &forecast.arms[arm].title, name)?;
    sheet.text((row, 1), &forecast.worlds[world].title, name)?;
    sheet.say((row, 2), id, name)?;
    sheet.text((row, 3), &period_name(forecast, sheet.wording, period), name)?;
    for (column, quote) in (4..).zip([value, error].iter().chain(band.iter().flatten())) {
        // With hardly any extra closures in a year the ratio is a number without meaning.
        let huge = quote.value.is_some_and(|share| share >= 10.0);
        let kind = if huge { Kind::Huge } else { Kind::Number(Form::Percent) };
        sheet.figure((row, column), quote, Look::of(kind, total))?;
    }
    Ok(())
}
