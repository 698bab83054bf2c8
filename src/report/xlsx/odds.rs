//! Chances, each with the error of the calculation.

use rust_xlsxwriter::{Chart, XlsxError};

use super::chart::{self, Mark};
use super::look::{Kind, Look};
use super::quote::{Quote, Whose, slice_pointer, slices};
use super::sheet::{Cell, Sheet};
use crate::analyses::{Decision, Forecast, Odds};
use crate::report::document::pointer;
use crate::report::number::{Form, Numbers};
use crate::report::wording::Wording;
use crate::statistics::Estimate;

/// The row of the headings.
const TOP: u32 = 3;
const CHANCE_HEADINGS: [&str; 6] =
    ["column-scenario", "column-world", "column-chance-of", "column-year", "column-chance", "column-error"];

/// A chance: the end of its sentence's id, its member in the summary, and itself.
type Asked = (&'static str, &'static str, fn(&Decision) -> &Odds);
const ASKED: [Asked; 3] = [
    ("net", "p_net_nonnegative", |decision| &decision.net_nonnegative),
    ("cashable", "p_cashable_nonnegative", |decision| &decision.cashable_nonnegative),
    ("bound", "p_capacity_bound", |decision| &decision.capacity_bound),
];

/// The sheet of chances.
pub(super) fn sheet<'a>(forecast: &Forecast, wording: &'a Wording) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = Sheet::new(wording, "odds")?;
    sheet.headings((TOP, 0), &CHANCE_HEADINGS)?;
    let mut row = TOP + 1;
    for arm in order(forecast) {
        for world in 0..forecast.worlds.len() {
            for asked in ASKED {
                row = chances(&mut sheet, forecast, (arm, world), asked, row)?;
            }
        }
    }
    sheet.paper.autofilter(TOP, 0, row - 1, 5)?;
    sheet.freeze((TOP + 1, 0))?;
    sheet.widths(&[36.0, 28.0, 66.0, 10.0, 12.0, 12.0])?;
    Ok(sheet)
}

/// The arms that were asked for first, the base last.
pub(super) fn order(forecast: &Forecast) -> Vec<usize> {
    (1..forecast.arms.len()).chain([0]).collect()
}

/// The place of a decision's member.
pub(super) fn decision_pointer(forecast: &Forecast, (arm, world): (usize, usize), member: &str) -> String {
    pointer(&["decision", &forecast.arms[arm].name, &forecast.worlds[world].name, member])
}

/// The words for a period or the total.
pub(super) fn period_name(forecast: &Forecast, wording: &Wording, period: Option<usize>) -> String {
    period.map_or_else(|| wording.text("table-total"), |period| forecast.periods[period].clone())
}

fn estimate_of(odds: &Odds, period: Option<usize>) -> &Estimate {
    period.map_or(&odds.total, |period| &odds.by_period[period])
}

fn chances(
    sheet: &mut Sheet<'_>,
    forecast: &Forecast,
    (arm, world): (usize, usize),
    (id, member, of): Asked,
    mut row: u32,
) -> Result<u32, XlsxError> {
    let odds = of(&forecast.decisions[arm][world]);
    let at = decision_pointer(forecast, (arm, world), member);
    let extra = if arm > 0 && id != "bound" { "-extra" } else { "" };
    for period in slices(forecast) {
        let total = period.is_none();
        let name = Look::of(Kind::Name, total);
        sheet.text((row, 0), &forecast.arms[arm].title, name)?;
        sheet.text((row, 1), &forecast.worlds[world].title, name)?;
        sheet.say((row, 2), &format!("odds-{id}{extra}"), name)?;
        sheet.text((row, 3), &period_name(forecast, sheet.wording, period), name)?;
        let place = format!("{at}{}", slice_pointer(forecast, period));
        let [value, error] = Quote::estimate(&place, Some(estimate_of(odds, period)));
        sheet.figure((row, 4), &value, Look::of(Form::Chance, total))?;
        sheet.figure((row, 5), &error, Look::of(Form::Percent, total))?;
        row += 1;
    }
    Ok(row)
}

/// The chance of paying back over the whole forecast, world beside world: a small table and its chart, which wants its
/// figures side by side.
pub(super) fn by_world(
    sheet: &mut Sheet<'_>,
    forecast: &Forecast,
    (top, column): Cell,
) -> Result<Chart, XlsxError> {
    let wording = sheet.wording;
    let arm = Whose::asked(forecast).arm();
    let title = &forecast.arms[arm].title;
    sheet.headings((top, column), &["column-world", "column-chance", "column-error"])?;
    let numbers = Numbers::new(wording.language());
    let mut told = Vec::new();
    let mut last = top;
    for (world, about) in forecast.worlds.iter().enumerate() {
        last += 1;
        let at = decision_pointer(forecast, (arm, world), "p_net_nonnegative") + "/total";
        let estimate = &forecast.decisions[arm][world].net_nonnegative.total;
        let [value, error] = Quote::estimate(&at, Some(estimate));
        sheet.text((last, column), &about.title, Kind::Name)?;
        sheet.figure((last, column + 1), &value, Form::Chance)?;
        sheet.figure((last, column + 2), &error, Form::Percent)?;
        told.push(value.value.unwrap_or_default());
    }
    let chance = |value: Option<f64>| numbers.show_or_dash(Form::Chance, value, None);
    let (low, high) = (told.iter().copied().reduce(f64::min), told.iter().copied().reduce(f64::max));
    let gaps =
        [("scenario", title.as_str().into()), ("low", chance(low).into()), ("high", chance(high).into())];
    let words = chart::Words {
        title: wording.fill("chart-odds", &gaps),
        alt: wording.fill("chart-odds-alt", &gaps),
        axis: wording.text("chart-axis-chance"),
    };
    let rows = (top + 1, last);
    let bars = [chart::line((column + 1, rows), wording.text("column-chance"), Mark::Main)];
    let mut chart = chart::columns(&sheet.name, &words, (column, rows), &bars, (false, Form::Percent));
    chart.y_axis().set_min(0).set_max(1).set_num_format("0%");
    chart.legend().set_hidden();
    Ok(chart)
}
