//! A sheet on which the reader types assumptions of their own and sees the outcome move by formula.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, XlsxError};

use super::chart::{self, Mark};
use super::look::{Kind, Look};
use super::odds::period_name;
use super::quote::{Quote, Whose, band, slice_pointer, slices};
use super::sheet::{Cell, DefinedName, Sheet};
use crate::analyses::{Forecast, OwnRow, OwnSum};
use crate::engine::Metric;
use crate::report::document::pointer;
use crate::report::number::Form;
use crate::report::wording::Wording;

/// Most that may be typed as an average cost, EUR.
const COST_MOST: f64 = 1_000_000.0;
/// Rows between the beginning of a part and the headings of its years.
const TO_YEARS: u32 = 10;
const HEADINGS: [&str; 8] = [
    "column-year",
    "own-positive",
    "own-cost",
    "own-if-all",
    "own-avoided",
    "own-net",
    "own-cumulated",
    "own-cashable",
];

/// Where the parts of one arm's sum stand.
struct Place<'a> {
    whose: Whose,
    sum: &'a OwnSum,
    root: String,
    top: u32,
}

impl Place<'_> {
    const fn share(&self) -> Cell {
        (self.top + 2, 1)
    }
    const fn cost_average(&self) -> Cell {
        (self.top + 3, 1)
    }
    const fn cashable(&self) -> Cell {
        (self.top + 4, 1)
    }
    const fn scenario_average(&self) -> Cell {
        (self.top + 5, 1)
    }
    fn total(&self, forecast: &Forecast) -> u32 {
        self.top + TO_YEARS + 1 + u32::try_from(forecast.periods.len()).unwrap_or_default()
    }
}

/// The sheet with the names of its cells: each arm less the base, or the base where it stands alone.
pub(super) fn sheet<'a>(forecast: &Forecast, wording: &'a Wording) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = Sheet::new(wording, "own")?;
    sheet.say((2, 0), "own-method", Kind::Prose)?;
    let extras = Whose::extras(forecast);
    let all = if extras.is_empty() { vec![Whose::Arm(0)] } else { extras };
    let mut top = 4;
    for (number, whose) in all.into_iter().enumerate() {
        let arm = whose.arm();
        let root = pointer(&["own_sum", &forecast.arms[arm].name]);
        let place = Place { whose, sum: &forecast.own_sums[arm], root, top };
        inputs(&mut sheet, forecast, &place)?;
        years(&mut sheet, forecast, &place)?;
        answers(&mut sheet, forecast, &place)?;
        top = curve(&mut sheet, forecast, &place)? + 2;
        let suffix = if number == 0 { String::new() } else { format!("_{}", number + 1) };
        let cells = [
            ("own-name-share", place.share()),
            ("own-name-cost-average", place.cost_average()),
            ("own-name-cashable", place.cashable()),
        ];
        sheet
            .names
            .extend(cells.map(|(id, at)| DefinedName { name: format!("{}{suffix}", wording.text(id)), at }));
    }
    sheet.widths(&[62.0, 18.0, 16.0, 20.0, 18.0, 16.0, 16.0, 16.0])?;
    sheet.paper.set_freeze_panes(2, 1)?;
    Ok(sheet)
}

fn absolute((row, column): Cell) -> String {
    rust_xlsxwriter::utility::row_col_to_cell_absolute(row, column)
}

fn inputs(sheet: &mut Sheet<'_>, forecast: &Forecast, place: &Place<'_>) -> Result<(), XlsxError> {
    let (sum, root, top) = (place.sum, &place.root, place.top);
    let wording = sheet.wording;
    let title = &forecast.arms[place.whose.arm()].title;
    let id = if place.whose == Whose::Arm(0) { "scenario-itself" } else { "scenario-extra" };
    sheet.text((top, 0), &wording.fill(id, &[("scenario", title.as_str().into())]), Kind::Subtitle)?;
    let year = format!("{:.0}", sum.price_level_year);
    sheet.say((top + 1, 0), "own-inputs", Kind::Prose)?;
    sheet.say((top + 2, 0), "own-share", Kind::Name)?;
    sheet.figure(
        place.share(),
        &Quote::new(format!("{root}/share"), Some(sum.share)),
        Kind::Input(Form::Percent),
    )?;
    let first = if sum.cost_average_changes { "-first" } else { "" };
    let average = wording.fill(&format!("own-cost-average{first}"), &[("year", year.as_str().into())]);
    sheet.text((top + 3, 0), &average, Kind::Name)?;
    let cost = Quote::new(format!("{root}/cost_average_eur"), Some(sum.cost_average));
    sheet.figure(place.cost_average(), &cost, Kind::Input(Form::EurCents))?;
    sheet.say((top + 4, 0), "own-cashable-share", Kind::Name)?;
    let cashable = Quote::new(format!("{root}/cashable_share"), Some(sum.cashable_share));
    sheet.figure(place.cashable(), &cashable, Kind::Input(Form::Percent))?;
    let scenario = wording.fill(&format!("own-scenario-average{first}"), &[("year", year.as_str().into())]);
    sheet.text((top + 5, 0), &scenario, Kind::Name)?;
    sheet.figure(place.scenario_average(), &cost, Form::EurCents)?;
    let share = validation(wording, (0.0, 1.0), "own-share-wrong")?;
    let amount = validation(wording, (0.0, COST_MOST), "own-cost-wrong")?;
    for (at, rule) in [(place.share(), &share), (place.cost_average(), &amount), (place.cashable(), &share)] {
        sheet.paper.add_data_validation(at.0, at.1, at.0, at.1, rule)?;
    }
    Ok(())
}

fn validation(wording: &Wording, (low, high): (f64, f64), id: &str) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_decimal_number(DataValidationRule::Between(low, high))
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(wording.text("own-wrong-title"))?
        .set_error_message(wording.text(id))?
        .set_input_title(wording.text("own-input-title"))?
        .set_input_message(wording.text(id))
}

/// The years with what the forecast gives and what the reader's assumptions make of it.
fn years(sheet: &mut Sheet<'_>, forecast: &Forecast, place: &Place<'_>) -> Result<(), XlsxError> {
    let head = place.top + TO_YEARS;
    sheet.headings((head, 0), &HEADINGS)?;
    let total = place.total(forecast);
    let above = |column| {
        format!("=SUM({}:{})", Sheet::address((head + 1, column)), Sheet::address((total - 1, column)))
    };
    for (row, period) in (head + 1..).zip(slices(forecast)) {
        let is_total = period.is_none();
        let euros = Look::of(Form::Eur, is_total);
        let name = Look::of(Kind::Name, is_total);
        sheet.text((row, 0), &period_name(forecast, sheet.wording, period), name)?;
        let metrics = [
            (Metric::YouthsClosedPositive, Look::of(Form::Weeks, is_total)),
            (Metric::PojCost, euros),
            (Metric::AvoidedCostEvaluation, euros),
        ];
        for (column, (metric, look)) in (1..).zip(metrics) {
            let (band, at) = band(forecast, (place.whose, 0), metric, period);
            let quote = Quote::new(format!("{at}/mean"), band.map(|band| band.mean));
            if is_total {
                sheet.formula((row, column), &above(column), &quote, look)?;
            } else {
                sheet.figure((row, column), &quote, look)?;
            }
        }
        let at = format!("{}{}", place.root, slice_pointer(forecast, period));
        let own = period.map_or(&place.sum.total, |period| &place.sum.rows[period]);
        own_row(sheet, place, (row, is_total, row == head + 1), (&at, own), &above)?;
    }
    Ok(())
}

fn own_row(
    sheet: &mut Sheet<'_>,
    place: &Place<'_>,
    (row, is_total, is_first): (u32, bool, bool),
    (at, own): (&str, &OwnRow),
    above: &impl Fn(u16) -> String,
) -> Result<(), XlsxError> {
    let cell = |column| Sheet::address((row, column));
    let avoided = format!(
        "={}*{}*{}/{}",
        cell(3),
        absolute(place.share()),
        absolute(place.cost_average()),
        absolute(place.scenario_average())
    );
    let cumulated = if is_total {
        format!("={}", Sheet::address((row - 1, 6)))
    } else if is_first {
        format!("={}", cell(5))
    } else {
        format!("={}+{}", Sheet::address((row - 1, 6)), cell(5))
    };
    let cells = [
        (4, "avoided_cost", own.avoided, avoided),
        (5, "net_saving", own.net, format!("={}-{}", cell(4), cell(2))),
        (6, "net_saving_cumulated", own.cumulated, cumulated),
        (
            7,
            "cashable_saving",
            own.cashable,
            format!("={}*{}-{}", cell(4), absolute(place.cashable()), cell(2)),
        ),
    ];
    for (column, member, value, formula) in cells {
        let formula = if is_total && column != 6 { above(column) } else { formula };
        let quote = Quote::new(format!("{at}/{member}"), Some(value));
        sheet.formula((row, column), &formula, &quote, Look::of(Form::Eur, is_total))?;
    }
    Ok(())
}

/// What it comes to: net saving, break-even share, break-even average cost.
fn answers(sheet: &mut Sheet<'_>, forecast: &Forecast, place: &Place<'_>) -> Result<(), XlsxError> {
    let (sum, root, top) = (place.sum, &place.root, place.top);
    let wording = sheet.wording;
    let total = place.total(forecast);
    let cell = |column| Sheet::address((total, column));
    sheet.say((top + 6, 0), "own-answer-net", Look::of(Kind::Name, true))?;
    let net = Quote::new(format!("{root}/total/net_saving"), Some(sum.total.net));
    sheet.formula((top + 6, 1), &format!("={}", cell(5)), &net, Look::of(Form::Eur, true))?;
    let (yes, no) = (wording.text("own-pays"), wording.text("own-pays-not"));
    let verdict = format!("=IF({}>=0,\"{yes}\",\"{no}\")", cell(5));
    sheet.verdict((top + 6, 2), &verdict, if sum.total.net >= 0.0 { &yes } else { &no }, Kind::Name)?;
    sheet.say((top + 7, 0), "own-answer-share", Kind::Name)?;
    let factor = format!("{}/{}", absolute(place.cost_average()), absolute(place.scenario_average()));
    let share = format!("=IF({0}*{factor}>0,{1}/({0}*{factor}),\"{dash}\")", cell(3), cell(2), dash = DASH);
    let quote = Quote::new(format!("{root}/break_even_share"), sum.break_even_share);
    sheet.formula((top + 7, 1), &share, &quote, Form::Percent)?;
    sheet.say((top + 8, 0), "own-answer-average", Kind::Name)?;
    let average =
        format!("=IF({0}>0,{1}/{0}*{2},\"{DASH}\")", cell(4), cell(2), absolute(place.cost_average()));
    let quote = Quote::new(format!("{root}/break_even_cost_average_eur"), sum.break_even_cost_average);
    sheet.formula((top + 8, 1), &average, &quote, Form::EurCents)
}

/// What stands for no answer.
const DASH: &str = crate::report::number::UNDEFINED;

/// The net saving at every tenth of a share, with a chart; gives the last row.
fn curve(sheet: &mut Sheet<'_>, forecast: &Forecast, place: &Place<'_>) -> Result<u32, XlsxError> {
    let wording = sheet.wording;
    let total = place.total(forecast);
    let head = total + 2;
    sheet.headings((head, 0), &["own-curve-share", "own-curve-net"])?;
    let mut row = head + 1;
    for (index, (share, net)) in place.sum.curve.iter().enumerate() {
        let at = format!("{}/curve/{index}", place.root);
        sheet.figure((row, 0), &Quote::new(format!("{at}/share"), Some(*share)), Form::Percent)?;
        let formula = format!(
            "={}*{}*{}/{}-{}",
            Sheet::address((row, 0)),
            absolute((total, 3)),
            absolute(place.cost_average()),
            absolute(place.scenario_average()),
            absolute((total, 2))
        );
        let quote = Quote::new(format!("{at}/net_saving"), Some(*net));
        sheet.formula((row, 1), &formula, &quote, Form::Eur)?;
        row += 1;
    }
    let rows = (head + 1, row - 1);
    let title = &forecast.arms[place.whose.arm()].title;
    let gaps = [("scenario", title.as_str().into())];
    let words = chart::Words {
        title: wording.fill("chart-own", &gaps),
        alt: wording.fill("chart-own-alt", &gaps),
        axis: wording.text("chart-axis-eur"),
    };
    let lines = [chart::line((1, rows), wording.text("own-curve-net"), Mark::Main)];
    let mut chart = chart::lines(&sheet.name, &words, (0, rows), &lines, Form::Eur);
    chart.x_axis().set_name(wording.text("own-curve-share").as_str()).set_num_format("0%");
    chart.legend().set_hidden();
    sheet.chart((head, 3), &chart, (chart::SPAN.0, 5))?;
    Ok(head + chart::SPAN.0)
}
