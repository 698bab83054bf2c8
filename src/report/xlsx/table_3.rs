//! Table 3 of the evaluation made again by formula, with what its total column hides, and a registered pilot beside it.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use super::look::{Kind, Look};
use super::quote::Quote;
use super::sheet::{Cell, Sheet};
use crate::analyses::{
    EVALUATION, Forecast, PrintedPeriod, RebuiltColumn, ReconciledPeriod, TABLE_3, TABLE_3_SOURCE,
    TABLE_3_TOTAL, rebuilt,
};
use crate::report::document::pointer;
use crate::report::number::Form;
use crate::report::wording::Wording;

/// The row of the headings.
const TOP: u32 = 4;
/// Rows of the table, from 0: closures, unrounded and rounded average, avoided, cost, net, break-even.
const POSITIVE: u32 = TOP + 1;
const UNROUNDED: u32 = TOP + 2;
const AVERAGE: u32 = TOP + 3;
const AVOIDED: u32 = TOP + 4;
const COST: u32 = TOP + 5;
const NET: u32 = TOP + 6;
const BREAK_EVEN: u32 = TOP + 7;

/// The sheet.
pub(super) fn sheet<'a>(forecast: &Forecast, wording: &'a Wording) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = Sheet::new(wording, "table-3")?;
    let source = wording.fill("table-3-source", &[("source", TABLE_3_SOURCE.into())]);
    sheet.text((2, 0), &source, Kind::Prose)?;
    headings(&mut sheet)?;
    for (column, printed) in (0..).zip(&TABLE_3) {
        period(&mut sheet, column, printed)?;
    }
    total(&mut sheet)?;
    let (yes, no) = (wording.text("table-3-reconciles"), wording.text("table-3-deviates"));
    let all = format!("{}:{}", Sheet::address((POSITIVE, 9)), Sheet::address((NET, 11)));
    let verdict = format!("=IF(SUMSQ({all})=0,\"{yes}\",\"{no}\")");
    sheet.verdict((BREAK_EVEN, 5), &verdict, &yes, Kind::Name)?;
    let row = hidden(&mut sheet, BREAK_EVEN + 2)?;
    if let Some(tables) = &forecast.reconciliation {
        let world = forecast.worlds.iter().position(|world| world.name == EVALUATION).unwrap_or(0);
        let root = pointer(&["reconciliation", &forecast.worlds[world].name]);
        let title =
            wording.fill("table-3-simulated", &[("world", forecast.worlds[world].title.as_str().into())]);
        sheet.text((row + 1, 0), &title, Kind::Subtitle)?;
        simulated(&mut sheet, (row + 2, &root), &tables[world].periods, &tables[world].total)?;
    }
    sheet.freeze((TOP + 1, 1))?;
    sheet.widths(&[58.0, 18.0, 18.0, 18.0, 3.0, 18.0, 18.0, 18.0, 3.0, 14.0, 14.0, 14.0])?;
    Ok(sheet)
}

/// Columns of what is made again; four on, what is printed; four more, the difference.
fn headings(sheet: &mut Sheet<'_>) -> Result<(), XlsxError> {
    sheet.say((TOP, 0), "table-3-line", Kind::Heading)?;
    for (from, id) in [(1, "rebuilt"), (5, "printed"), (9, "difference")] {
        for (column, period) in (from..).zip(["2020-2021", "2022", "total"]) {
            let text = sheet.wording.text(&format!("table-3-{period}"));
            let told = sheet.wording.fill(&format!("table-3-{id}"), &[("period", text.into())]);
            sheet.text((TOP, column), &told, Kind::Heading)?;
        }
    }
    sheet.paper.set_row_height(TOP, 42)?;
    let rows = [
        (POSITIVE, "positive"),
        (UNROUNDED, "unrounded"),
        (AVERAGE, "average"),
        (AVOIDED, "avoided"),
        (COST, "cost"),
        (NET, "net"),
        (BREAK_EVEN, "break-even"),
    ];
    for (row, id) in rows {
        sheet.say((row, 0), &format!("table-3-row-{id}"), Look::of(Kind::Name, row == NET))?;
    }
    Ok(())
}

fn place(id: &str, member: &str) -> String {
    if id == "total" {
        format!("/table_3/total/{member}")
    } else {
        pointer(&["table_3", "by_period", id]) + "/" + member
    }
}

fn quote(id: &str, member: &str, value: Decimal) -> Quote {
    Quote::new(place(id, member), value.try_into().ok())
}

/// A period: what goes in, formulas for what follows, what is printed, and the difference.
fn period(sheet: &mut Sheet<'_>, index: u16, printed: &PrintedPeriod) -> Result<(), XlsxError> {
    let column = 1 + index;
    let made = &rebuilt().periods[usize::from(index)];
    let at = |row| Sheet::address((row, column));
    let id = printed.id;
    let positive = quote(id, "positive/printed", printed.positive);
    sheet.figure((POSITIVE, column), &positive, Kind::Input(Form::Count))?;
    let unrounded = quote(id, "cost_average_unrounded_eur", printed.cost_average_unrounded);
    sheet.figure((UNROUNDED, column), &unrounded, Kind::Input(Form::EurUnrounded))?;
    let average = format!("=ROUND({},2)", at(UNROUNDED));
    let cents = Form::EurCents;
    sheet.formula(
        (AVERAGE, column),
        &average,
        &quote(id, "cost_average_eur/rebuilt", made.cost_average),
        cents,
    )?;
    let product = format!("=ROUND({}*{},2)", at(POSITIVE), at(UNROUNDED));
    sheet.formula(
        (AVOIDED, column),
        &product,
        &quote(id, "avoided_cost_eur/rebuilt", made.avoided),
        cents,
    )?;
    sheet.figure((COST, column), &quote(id, "poj_cost_eur/printed", printed.cost), Kind::Input(cents))?;
    below(sheet, column, (id, made))?;
    beside(sheet, column, (printed, made))
}

/// The net saving and the break-even share of a column.
fn below(sheet: &mut Sheet<'_>, column: u16, (id, made): (&str, &RebuiltColumn)) -> Result<(), XlsxError> {
    let at = |row| Sheet::address((row, column));
    let net = format!("=ROUND({}-{},2)", at(AVOIDED), at(COST));
    let look = Look::of(Form::EurCents, true);
    sheet.formula((NET, column), &net, &quote(id, "net_eur/rebuilt", made.net), look)?;
    let share = format!("=ROUND({}/{},6)", at(COST), at(AVOIDED));
    sheet.formula(
        (BREAK_EVEN, column),
        &share,
        &quote(id, "break_even_share", made.break_even),
        Form::Percent,
    )
}

/// What is printed, and the difference.
fn beside(
    sheet: &mut Sheet<'_>,
    column: u16,
    (printed, made): (&PrintedPeriod, &RebuiltColumn),
) -> Result<(), XlsxError> {
    let lines = [
        (POSITIVE, "positive", printed.positive, made.positive, Form::Count),
        (AVERAGE, "cost_average_eur", printed.cost_average, made.cost_average, Form::EurCents),
        (AVOIDED, "avoided_cost_eur", printed.avoided, made.avoided, Form::EurCents),
        (COST, "poj_cost_eur", printed.cost, made.cost, Form::EurCents),
        (NET, "net_eur", printed.net, made.net, Form::EurCents),
    ];
    for (row, member, printed_value, made_value, form) in lines {
        let look = Look::of(form, row == NET);
        let print = quote(printed.id, &format!("{member}/printed"), printed_value);
        sheet.figure((row, column + 4), &print, look)?;
        let formula =
            format!("=ROUND({}-{},2)", Sheet::address((row, column)), Sheet::address((row, column + 4)));
        let difference = quote(printed.id, &format!("{member}/difference"), made_value - printed_value);
        sheet.formula((row, column + 8), &formula, &difference, look)?;
    }
    Ok(())
}

/// The column of totals.
fn total(sheet: &mut Sheet<'_>) -> Result<(), XlsxError> {
    let made = &rebuilt().total;
    let across = |row| format!("{}:{}", Sheet::address((row, 1)), Sheet::address((row, 2)));
    let lines = [
        (POSITIVE, "positive", made.positive, Form::Count, format!("=SUM({})", across(POSITIVE))),
        (
            AVERAGE,
            "cost_average_eur",
            made.cost_average,
            Form::EurCents,
            format!("=ROUND(AVERAGE({}),2)", across(UNROUNDED)),
        ),
        (AVOIDED, "avoided_cost_eur", made.avoided, Form::EurCents, format!("=SUM({})", across(AVOIDED))),
        (COST, "poj_cost_eur", made.cost, Form::EurCents, format!("=SUM({})", across(COST))),
    ];
    for (row, member, value, form, formula) in lines {
        sheet.formula((row, 3), &formula, &quote("total", &format!("{member}/rebuilt"), value), form)?;
    }
    below(sheet, 3, ("total", made))?;
    beside(sheet, 3, (&TABLE_3_TOTAL, made))
}

/// What the total column hides, by formula; gives the next free row.
fn hidden(sheet: &mut Sheet<'_>, top: u32) -> Result<u32, XlsxError> {
    sheet.say((top, 0), "table-3-hidden", Kind::Subtitle)?;
    let table = rebuilt();
    let at = |row, column| Sheet::address((row, column));
    let lines: [(&str, &str, Decimal, String); 6] = [
        (
            "weighted",
            "cost_average_weighted_eur",
            table.weighted_average,
            format!("=ROUND({}/{},2)", at(AVOIDED, 3), at(POSITIVE, 3)),
        ),
        (
            "product",
            "naive_product_eur",
            table.naive_product,
            format!("=ROUND({}*{},2)", at(POSITIVE, 3), at(AVERAGE, 3)),
        ),
        (
            "unexplained",
            "unexplained_eur",
            table.unexplained,
            format!("=ROUND({}-{},2)", at(AVOIDED, 3), at(top + 2, 1)),
        ),
        ("rise", "rise_eur", table.rise, format!("=ROUND({}-{},2)", at(AVOIDED, 2), at(AVOIDED, 1))),
        (
            "rise-volume",
            "rise_by_volume_eur",
            table.rise_by_volume,
            format!("=ROUND(({}-{})*{},2)", at(POSITIVE, 2), at(POSITIVE, 1), at(UNROUNDED, 1)),
        ),
        (
            "rise-price",
            "rise_by_price_eur",
            table.rise_by_price,
            format!("=ROUND({}-{},2)", at(top + 4, 1), at(top + 5, 1)),
        ),
    ];
    let mut row = top + 1;
    for (id, member, value, formula) in lines {
        sheet.say((row, 0), &format!("table-3-{id}"), Kind::Name)?;
        let quote = Quote::new(format!("/table_3/{member}"), value.try_into().ok());
        sheet.formula((row, 1), &formula, &quote, Form::EurCents)?;
        row += 1;
    }
    Ok(row)
}

/// A line of the pilot: the end of its id, its member in the summary, and its cell.
type Line = (&'static str, &'static str, fn(&ReconciledPeriod) -> &crate::analyses::Cell, Form);
const LINES: [Line; 5] = [
    ("positive", "positive", |period| &period.positive, Form::Count),
    ("average", "cost_average_eur", |period| &period.cost_average, Form::EurCents),
    ("avoided", "avoided_cost_eur", |period| &period.avoided, Form::EurCents),
    ("cost", "poj_cost_eur", |period| &period.cost, Form::EurCents),
    ("net", "net_eur", |period| &period.net, Form::EurCents),
];

/// What this run gives for the pilot beside what is printed.
fn simulated(
    sheet: &mut Sheet<'_>,
    (top, root): (u32, &str),
    periods: &[ReconciledPeriod],
    total: &ReconciledPeriod,
) -> Result<(), XlsxError> {
    let ids = ["table-3-line", "column-period", "table-3-of-run", "table-3-of-source"];
    sheet.headings((top, 0), &ids)?;
    sheet.say((top, 5), "column-difference", Kind::NumberHeading)?;
    let mut row = top + 1;
    for (id, member, cell, form) in LINES {
        for period in periods.iter().chain([total]) {
            let (label, at) = if period.label.is_empty() {
                (sheet.wording.text("table-total"), format!("{root}/total"))
            } else {
                (period.label.clone(), format!("{root}{}", pointer(&["by_period", &period.label])))
            };
            let cell = cell(period);
            let part = |name: &str, value: Option<Decimal>| {
                let value = value.and_then(|value| value.try_into().ok());
                Quote::new(format!("{at}/{member}/{name}"), value)
            };
            let look = Look::of(form, period.label.is_empty());
            let name = Look::of(Kind::Name, period.label.is_empty());
            sheet.say((row, 0), &format!("table-3-row-{id}"), name)?;
            sheet.text((row, 1), &label, name)?;
            sheet.figure((row, 2), &part("simulated", cell.simulated), look)?;
            sheet.figure((row, 3), &part("printed", cell.printed), look)?;
            let difference = part("difference", cell.difference());
            let at: Cell = (row, 5);
            if difference.value.is_some() {
                let formula = format!("=ROUND({}-{},2)", Sheet::address((row, 2)), Sheet::address((row, 3)));
                sheet.formula(at, &formula, &difference, look)?;
            } else {
                sheet.figure(at, &difference, look)?;
            }
            row += 1;
        }
    }
    Ok(())
}
