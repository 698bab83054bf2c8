//! Index and volume: what prices do to an amount, and to its change from year to year.

use rust_xlsxwriter::XlsxError;

use super::chart::{self, Mark};
use super::look::{Kind, Look};
use super::odds::period_name;
use super::quote::{Quote, Whose, slice_pointer, slices};
use super::sheet::{Cell, Sheet};
use crate::analyses::{Change, Forecast, PartedAmount, PriceEffect};
use crate::report::document::pointer;
use crate::report::number::{Form, Numbers};
use crate::report::wording::Wording;

/// The row of the headings.
const TOP: u32 = 3;
const HEADINGS: [&str; 11] = [
    "column-scenario",
    "column-world",
    "column-amount",
    "column-year",
    "column-volume",
    "column-index",
    "column-nominal",
    "column-error-index",
    "column-change-volume",
    "column-change-index",
    "column-change",
];

/// An amount: its metric's name, its member in the summary, and itself.
type Amount = (&'static str, fn(&PriceEffect) -> &PartedAmount);
const AMOUNTS: [Amount; 3] = [
    ("poj_cost_eur", |effect| &effect.cost),
    ("avoided_cost_eur", |effect| &effect.avoided),
    ("net_saving_eur", |effect| &effect.net),
];

/// The sheet: differences from the base first, then each scenario by itself.
pub(super) fn sheet<'a>(forecast: &Forecast, wording: &'a Wording) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = Sheet::new(wording, "index")?;
    sheet.say((2, 0), "index-method", Kind::Prose)?;
    sheet.headings((TOP, 0), &HEADINGS)?;
    let mut row = TOP + 1;
    let mut base = row;
    for whose in Whose::extras(forecast).into_iter().chain(Whose::arms(forecast)) {
        for world in 0..forecast.worlds.len() {
            if (whose, world) == (Whose::Arm(0), 0) {
                base = row;
            }
            for amount in AMOUNTS {
                row = parted(&mut sheet, forecast, (whose, world), amount, row)?;
            }
        }
    }
    sheet.paper.autofilter(TOP, 0, row - 1, 10)?;
    sheet.freeze((TOP + 1, 0))?;
    sheet.widths(&[58.0, 28.0, 38.0, 10.0, 13.0, 12.0, 13.0, 12.0, 14.0, 14.0, 14.0])?;
    base_chart(&mut sheet, forecast, base);
    Ok(sheet)
}

fn effect(forecast: &Forecast, whose: Whose, world: usize) -> &PriceEffect {
    match whose {
        Whose::Arm(arm) => &forecast.price_effects[arm][world],
        Whose::Extra(arm) => &forecast.extra_price_effects[arm - 1][world],
    }
}

/// The place of an amount.
fn place(forecast: &Forecast, (whose, world): (Whose, usize), member: &str) -> String {
    let (arm, world) = (&forecast.arms[whose.arm()].name, &forecast.worlds[world].name);
    pointer(&["price_effect", whose.member(), arm, world, member])
}

fn parted(
    sheet: &mut Sheet<'_>,
    forecast: &Forecast,
    (whose, world): (Whose, usize),
    (name, of): Amount,
    top: u32,
) -> Result<u32, XlsxError> {
    let amount = of(effect(forecast, whose, world));
    let at = place(forecast, (whose, world), name);
    let mut row = top;
    for period in slices(forecast) {
        let total = period.is_none();
        let parts = period.map_or(&amount.total, |period| &amount.by_period[period]);
        let place = format!("{at}{}", slice_pointer(forecast, period));
        let look = Look::of(Kind::Name, total);
        let title = &forecast.arms[whose.arm()].title;
        let gaps = [("scenario", title.as_str().into())];
        let id = if whose == Whose::Arm(whose.arm()) { "scenario-itself" } else { "scenario-extra" };
        sheet.text((row, 0), &sheet.wording.fill(id, &gaps), look)?;
        sheet.text((row, 1), &forecast.worlds[world].title, look)?;
        sheet.say((row, 2), &format!("metric-{name}"), look)?;
        sheet.text((row, 3), &period_name(forecast, sheet.wording, period), look)?;
        let [volume, _] = Quote::estimate(&format!("{place}/volume"), Some(&parts.volume));
        let [index, error] = Quote::estimate(&format!("{place}/index"), Some(&parts.index));
        let [nominal, _] = Quote::estimate(&format!("{place}/nominal"), Some(&parts.nominal));
        let euros = Look::of(Form::Eur, total);
        sheet.figure((row, 4), &volume, euros)?;
        sheet.figure((row, 5), &index, euros)?;
        let sum = format!("={}+{}", Sheet::address((row, 4)), Sheet::address((row, 5)));
        sheet.formula((row, 6), &sum, &nominal, euros)?;
        sheet.figure((row, 7), &error, euros)?;
        let change = period.and_then(|period| period.checked_sub(1)).map(|before| &amount.changes[before]);
        if let (Some(change), Some(period)) = (change, period) {
            let place = format!("{at}{}", pointer(&["change_by_year", &forecast.periods[period]]));
            changes(sheet, &place, change, row)?;
        } else if total {
            for column in 8..11 {
                sheet.text((row, column), "", look)?;
            }
        }
        row += 1;
    }
    Ok(row)
}

/// The change from the row above, by volume, by index and together.
fn changes(sheet: &mut Sheet<'_>, place: &str, change: &Change, row: u32) -> Result<(), XlsxError> {
    let cells: [(u16, &str, f64); 3] =
        [(4, "volume", change.volume), (5, "index", change.index), (6, "nominal", change.nominal)];
    for (column, member, value) in cells {
        let at: Cell = (row, column + 4);
        let formula = format!("={}-{}", Sheet::address((row, column)), Sheet::address((row - 1, column)));
        sheet.formula(at, &formula, &Quote::new(format!("{place}/{member}"), Some(value)), Form::Eur)?;
    }
    Ok(())
}

/// The cost of the base by volume and index, or its avoided cost where more of that is index.
fn base_chart(sheet: &mut Sheet<'_>, forecast: &Forecast, top: u32) {
    let wording = sheet.wording;
    let numbers = Numbers::new(wording.language());
    let base = effect(forecast, Whose::Arm(0), 0);
    let slices = u32::try_from(forecast.periods.len() + 1).unwrap_or(1);
    let by_index = |amount: &PartedAmount| amount.total.index.value.abs();
    let ((name, _), amount, from) = if by_index(&base.avoided) > by_index(&base.cost) {
        (AMOUNTS[1], &base.avoided, top + slices)
    } else {
        (AMOUNTS[0], &base.cost, top)
    };
    let index = amount.by_period.last().map(|parts| &parts.index);
    let error = index.and_then(|index| index.mc_se);
    let told = numbers.show_or_dash(Form::Eur, index.map(|index| index.value), error);
    let gaps = [
        ("amount", wording.text(&format!("metric-{name}")).into()),
        ("scenario", forecast.arms[0].title.as_str().into()),
        ("world", forecast.worlds[0].title.as_str().into()),
        ("year", forecast.periods.last().map_or("", String::as_str).into()),
        ("value", told.into()),
    ];
    let rows = (from, from + slices - 2);
    let words = chart::Words {
        title: wording.fill("chart-index", &gaps),
        alt: wording.fill("chart-index-alt", &gaps),
        axis: wording.text("chart-axis-eur"),
    };
    let bars = [
        chart::line((4, rows), wording.text("column-volume"), Mark::Main),
        chart::line((5, rows), wording.text("column-index"), Mark::High),
    ];
    let mut chart = chart::columns(&sheet.name, &words, (3, rows), &bars, (true, Form::Eur));
    if amount.by_period.iter().all(|parts| parts.index.value >= 0.0) {
        // A column that does not begin at nought would make the index look larger than it is.
        chart.y_axis().set_min(0);
    }
    sheet.charts.push(chart);
}
