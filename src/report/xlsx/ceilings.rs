//! The ceilings: how likely each holds, and in which year it breaks first.

use rust_xlsxwriter::XlsxError;

use super::chart::{self, Mark};
use super::look::{Kind, Look};
use super::odds::{decision_pointer, period_name};
use super::quote::{Quote, slices};
use super::sheet::Sheet;
use crate::analyses::{CeilingOdds, Forecast};
use crate::report::document::pointer;
use crate::report::number::Form;
use crate::report::wording::Wording;

/// The row of the headings.
const TOP: u32 = 3;
const HEADINGS: [&str; 11] = [
    "column-scenario",
    "column-world",
    "column-ceiling",
    "column-limit",
    "column-limit-indexed",
    "column-year",
    "column-within",
    "column-error",
    "column-first-break",
    "column-error",
    "column-likeliest",
];

/// The sheet of ceilings; none when no scenario has one that applies.
pub(super) fn sheet<'a>(forecast: &Forecast, wording: &'a Wording) -> Result<Option<Sheet<'a>>, XlsxError> {
    let any = forecast.decisions.iter().flatten().flat_map(|decision| &decision.ceilings);
    if !any.clone().any(|ceiling| ceiling.applies) {
        return Ok(None);
    }
    let mut sheet = Sheet::new(wording, "ceilings")?;
    sheet.headings((TOP, 0), &HEADINGS)?;
    let mut row = TOP + 1;
    let mut first_rows = None;
    for arm in (1..forecast.arms.len()).chain([0]) {
        for world in 0..forecast.worlds.len() {
            for ceiling in forecast.decisions[arm][world].ceilings.iter().filter(|one| one.applies) {
                first_rows = first_rows.or(Some((arm, ceiling.name.clone(), row)));
                row = one(&mut sheet, forecast, (arm, world), ceiling, row)?;
            }
        }
    }
    sheet.paper.autofilter(TOP, 0, row - 1, 10)?;
    sheet.freeze((TOP + 1, 0))?;
    sheet.widths(&[36.0, 28.0, 20.0, 13.0, 13.0, 12.0, 12.0, 12.0, 14.0, 12.0, 20.0])?;
    if let Some((arm, name, from)) = first_rows {
        odds_chart(&mut sheet, forecast, (arm, &name), from);
    }
    Ok(Some(sheet))
}

fn one(
    sheet: &mut Sheet<'_>,
    forecast: &Forecast,
    (arm, world): (usize, usize),
    ceiling: &CeilingOdds,
    mut row: u32,
) -> Result<u32, XlsxError> {
    let wording = sheet.wording;
    let limit = pointer(&["ceilings", &forecast.arms[arm].name, &ceiling.name, "limit_eur_per_year"]);
    let at = decision_pointer(forecast, (arm, world), "p_within_ceiling") + &pointer(&[&ceiling.name]);
    for period in slices(forecast) {
        let total = period.is_none();
        let name = Look::of(Kind::Name, total);
        sheet.text((row, 0), &forecast.arms[arm].title, name)?;
        sheet.text((row, 1), &forecast.worlds[world].title, name)?;
        sheet.text((row, 2), &ceiling.name, name)?;
        let whole = Look::of(Form::EurWhole, total);
        sheet.figure((row, 3), &Quote::new(limit.clone(), Some(ceiling.limit)), whole)?;
        sheet.say((row, 4), if ceiling.indexed { "word-yes" } else { "word-no" }, name)?;
        let year = match period {
            None => wording.text("ceiling-all-years"),
            Some(_) => period_name(forecast, wording, period),
        };
        sheet.text((row, 5), &year, name)?;
        let (chance, percent) = (Look::of(Form::Chance, total), Look::of(Form::Percent, total));
        let within = match period {
            None => Quote::estimate(&format!("{at}/all_years"), Some(&ceiling.within_all)),
            Some(index) => {
                let place = pointer(&["by_year", &forecast.periods[index]]);
                Quote::estimate(&format!("{at}{place}"), ceiling.within.get(index))
            }
        };
        sheet.figure((row, 6), &within[0], chance)?;
        sheet.figure((row, 7), &within[1], percent)?;
        if let Some(index) = period {
            let place = pointer(&["first_break_by_year", &forecast.periods[index]]);
            let first = Quote::estimate(&format!("{at}{place}"), ceiling.first_break.get(index));
            sheet.figure((row, 8), &first[0], chance)?;
            sheet.figure((row, 9), &first[1], percent)?;
        } else {
            let likeliest = ceiling.likeliest_first_break;
            let told = likeliest
                .map_or_else(|| wording.text("ceiling-never"), |period| forecast.periods[period].clone());
            sheet.text((row, 8), "", name)?;
            sheet.text((row, 9), "", name)?;
            sheet.text((row, 10), &told, name)?;
        }
        row += 1;
    }
    Ok(row)
}

fn odds_chart(sheet: &mut Sheet<'_>, forecast: &Forecast, (arm, name): (usize, &str), from: u32) {
    let wording = sheet.wording;
    let years = u32::try_from(forecast.periods.len()).unwrap_or(1);
    let rows = (from, from + years - 1);
    let gaps = [
        ("scenario", forecast.arms[arm].title.as_str().into()),
        ("world", forecast.worlds[0].title.as_str().into()),
        ("ceiling", name.into()),
        ("year", likeliest(forecast, wording, (arm, name)).into()),
    ];
    let words = chart::Words {
        title: wording.fill("chart-ceiling", &gaps),
        alt: wording.fill("chart-ceiling-alt", &gaps),
        axis: wording.text("chart-axis-chance"),
    };
    let bars = [
        chart::line((6, rows), wording.text("column-within"), Mark::Main),
        chart::line((8, rows), wording.text("column-first-break"), Mark::High),
    ];
    let mut chart = chart::columns(&sheet.name, &words, (5, rows), &bars, (false, Form::Percent));
    chart.y_axis().set_min(0).set_max(1).set_num_format("0%");
    sheet.charts.push(chart);
}

/// The year in which a ceiling is most likely the first time broken, in words.
fn likeliest(forecast: &Forecast, wording: &Wording, (arm, name): (usize, &str)) -> String {
    let ceilings = &forecast.decisions[arm][0].ceilings;
    let period = ceilings.iter().find(|one| one.name == name).and_then(|one| one.likeliest_first_break);
    period.map_or_else(|| wording.text("ceiling-never"), |period| forecast.periods[period].clone())
}
