//! Bands of the amounts per budget year: of the differences from the base, and of each scenario by itself.

use rust_xlsxwriter::XlsxError;

use super::chart::{self, Mark};
use super::look::{Kind, Look};
use super::quote::{Quote, Whose, band, parts, slices};
use super::sheet::Sheet;
use crate::analyses::Forecast;
use crate::engine::Metric;
use crate::report::number::{Form, Numbers};
use crate::report::wording::Wording;

/// The amounts in the order in which they are told: what it comes to first.
const AMOUNTS: [Metric; 7] = [
    Metric::NetSaving,
    Metric::CashableSaving,
    Metric::NetPresentSaving,
    Metric::PojCost,
    Metric::AvoidedCost,
    Metric::AvoidedCostEvaluation,
    Metric::NetSavingEvaluation,
];
const HEADINGS: [&str; 9] = [
    "column-scenario",
    "column-world",
    "column-amount",
    "column-year",
    "column-expected",
    "column-p10",
    "column-p50",
    "column-p90",
    "column-error",
];
/// The row of the headings.
const TOP: u32 = 3;

/// The differences from the base; none for a single scenario.
pub(super) fn extra<'a>(forecast: &Forecast, wording: &'a Wording) -> Result<Option<Sheet<'a>>, XlsxError> {
    let all = Whose::extras(forecast);
    if all.is_empty() {
        return Ok(None);
    }
    let sheet = Sheet::new(wording, "extra")?;
    filled(sheet, forecast, &all, "chart-net-extra").map(Some)
}

/// Each scenario by itself.
pub(super) fn single<'a>(forecast: &Forecast, wording: &'a Wording) -> Result<Sheet<'a>, XlsxError> {
    filled(Sheet::new(wording, "bands")?, forecast, &Whose::arms(forecast), "chart-net")
}

fn filled<'a>(
    mut sheet: Sheet<'a>,
    forecast: &Forecast,
    all: &[Whose],
    title: &str,
) -> Result<Sheet<'a>, XlsxError> {
    sheet.headings((TOP, 0), &HEADINGS)?;
    let mut row = TOP + 1;
    for whose in all {
        for world in 0..forecast.worlds.len() {
            for metric in AMOUNTS {
                row = amount(&mut sheet, forecast, (*whose, world), metric, row)?;
            }
        }
    }
    sheet.paper.autofilter(TOP, 0, row - 1, 8)?;
    sheet.freeze((TOP + 1, 0))?;
    sheet.widths(&[36.0, 28.0, 58.0, 10.0, 13.0, 13.0, 13.0, 13.0, 12.0])?;
    if let Some(whose) = all.first() {
        net_chart(&mut sheet, forecast, *whose, title);
        cost_chart(&mut sheet, forecast, *whose);
    }
    Ok(sheet)
}

/// One amount over the years and in total; gives the next free row.
fn amount(
    sheet: &mut Sheet<'_>,
    forecast: &Forecast,
    (whose, world): (Whose, usize),
    metric: Metric,
    mut row: u32,
) -> Result<u32, XlsxError> {
    for period in slices(forecast) {
        let total = period.is_none();
        let name = Look::of(Kind::Name, total);
        sheet.text((row, 0), &forecast.arms[whose.arm()].title, name)?;
        sheet.text((row, 1), &forecast.worlds[world].title, name)?;
        sheet.say((row, 2), &format!("metric-{}", metric.name()), name)?;
        match period {
            Some(period) => sheet.text((row, 3), &forecast.periods[period], name)?,
            None => sheet.say((row, 3), "table-total", name)?,
        }
        let quotes = parts(&band(forecast, (whose, world), metric, period));
        for (column, quote) in (4..).zip(&quotes) {
            sheet.figure((row, column), quote, Look::of(Form::Eur, total))?;
        }
        row += 1;
    }
    Ok(row)
}

/// The rows of the years of an amount in the first scenario and the leading world.
fn rows_of(forecast: &Forecast, metric: Metric) -> (u32, u32) {
    let years = u32::try_from(forecast.periods.len()).unwrap_or(1);
    let before = AMOUNTS.iter().take_while(|amount| **amount != metric).count();
    let from = TOP + 1 + u32::try_from(before).unwrap_or_default() * (years + 1);
    (from, from + years - 1)
}

fn net_chart(sheet: &mut Sheet<'_>, forecast: &Forecast, whose: Whose, id: &str) {
    let wording = sheet.wording;
    let numbers = Numbers::new(wording.language());
    let at = band(forecast, (whose, 0), Metric::NetSaving, None);
    let [mean, p10, _, p90, error] = parts(&at);
    let told = |quote: &Quote| numbers.show_or_dash(Form::Eur, quote.value, error.value);
    let gaps = [
        ("scenario", forecast.arms[whose.arm()].title.as_str().into()),
        ("world", forecast.worlds[0].title.as_str().into()),
        ("value", told(&mean).into()),
        ("low", told(&p10).into()),
        ("high", told(&p90).into()),
    ];
    let (from, until) = rows_of(forecast, Metric::NetSaving);
    let rows = (from, until);
    let lines = [
        chart::line((7, rows), wording.text("column-p90"), Mark::High),
        chart::line((4, rows), wording.text("column-expected"), Mark::Main),
        chart::line((5, rows), wording.text("column-p10"), Mark::Low),
    ];
    let words = chart::Words {
        title: wording.fill(id, &gaps),
        alt: wording.fill(&format!("{id}-alt"), &gaps),
        axis: wording.text("chart-axis-eur"),
    };
    let chart = chart::lines(&sheet.name, &words, (3, rows), &lines, Form::Eur);
    sheet.charts.push(chart);
}

fn cost_chart(sheet: &mut Sheet<'_>, forecast: &Forecast, whose: Whose) {
    let wording = sheet.wording;
    let numbers = Numbers::new(wording.language());
    let of = |metric| {
        let [mean, _, _, _, error] = parts(&band(forecast, (whose, 0), metric, None));
        numbers.show_or_dash(Form::Eur, mean.value, error.value)
    };
    let gaps = [
        ("scenario", forecast.arms[whose.arm()].title.as_str().into()),
        ("world", forecast.worlds[0].title.as_str().into()),
        ("cost", of(Metric::PojCost).into()),
        ("avoided", of(Metric::AvoidedCost).into()),
    ];
    let (cost, avoided) = (rows_of(forecast, Metric::PojCost), rows_of(forecast, Metric::AvoidedCost));
    let bars = [
        chart::line((4, cost), wording.text("metric-poj_cost_eur"), Mark::Main),
        chart::line((4, avoided), wording.text("metric-avoided_cost_eur"), Mark::High),
    ];
    let id = if whose == Whose::Arm(whose.arm()) { "chart-cost" } else { "chart-cost-extra" };
    let words = chart::Words {
        title: wording.fill(id, &gaps),
        alt: wording.fill(&format!("{id}-alt"), &gaps),
        axis: wording.text("chart-axis-eur"),
    };
    let chart = chart::columns(&sheet.name, &words, (3, cost), &bars, (false, Form::Eur));
    sheet.charts.push(chart);
}
