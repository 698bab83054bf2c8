//! A registered pilot beside the printed table, cell by cell.

use super::figures::{Quotes, pointer};
use super::model::{Align, Block, Column, Figure, Row, Section, Table, Text};
use super::sentence::{Piece, together};
use crate::analyses::{Cell, EVALUATION, ReconciledPeriod, Reconciliation};
use crate::report::number::Form;

/// The reconciliation under the evaluation's own assumptions, or under the leading world.
pub(super) fn section(quotes: &Quotes<'_>, tables: &[Reconciliation]) -> Section {
    let world = quotes.forecast.worlds.iter().position(|world| world.name == EVALUATION).unwrap_or(0);
    let table = &tables[world];
    let root = pointer(&["reconciliation", &quotes.forecast.worlds[world].name]);
    let deviations =
        quotes.figure(format!("{root}/deviations"), Some(table.deviations() as f64), Form::Count, None);
    let id = if table.deviations() == 0 { "pilot-reconciles" } else { "pilot-deviates" };
    let answer = quotes.say(
        id,
        &[
            ("world", quotes.world(world)),
            ("cells", Piece::Counted(i64::try_from(table.deviations()).unwrap_or(i64::MAX), deviations)),
        ],
    );
    let blocks = vec![
        Block::Paragraph(answer),
        Block::Table(reconciled(quotes, &root, table)),
        Block::Paragraph(together(averages(quotes, &root, table))),
        Block::Paragraph(quotes.say("pilot-timing", &[])),
    ];
    Section { id: "answer", heading: Some(quotes.say("section-pilot", &[])), blocks }
}

/// A line of the table: the id of its heading, its member in the summary, its cell and its form.
type Line = (&'static str, &'static str, fn(&ReconciledPeriod) -> &Cell, Form);
const LINES: [Line; 5] = [
    ("pilot-positive", "positive", |period| &period.positive, Form::Count),
    ("pilot-average", "cost_average_eur", |period| &period.cost_average, Form::EurCents),
    ("pilot-avoided", "avoided_cost_eur", |period| &period.avoided, Form::EurCents),
    ("pilot-cost", "poj_cost_eur", |period| &period.cost, Form::EurCents),
    ("pilot-net", "net_eur", |period| &period.net, Form::EurCents),
];

fn reconciled(quotes: &Quotes<'_>, root: &str, table: &Reconciliation) -> Table {
    let left = |heading| Column { heading, align: Align::Left };
    let mut columns = vec![left(quotes.say("pilot-line", &[])), left(quotes.say("pilot-period", &[]))];
    columns.extend(
        ["pilot-simulated", "pilot-printed", "pilot-difference"]
            .map(|id| Column { heading: quotes.say(id, &[]), align: Align::Right }),
    );
    let mut rows = Vec::new();
    for (id, member, cell, form) in LINES {
        for period in table.periods.iter().chain([&table.total]) {
            let (label, at) = if period.label.is_empty() {
                (quotes.say("table-total", &[]), format!("{root}/total"))
            } else {
                (
                    Text::name(period.label.clone()),
                    format!("{root}{}", pointer(&["by_period", &period.label])),
                )
            };
            let cell = cell(period);
            let figure = |part: &str, value: Option<rust_decimal::Decimal>| -> Text {
                let value = value.and_then(|value| value.try_into().ok());
                quotes.figure(format!("{at}/{member}/{part}"), value, form, None).into()
            };
            rows.push(Row(vec![
                quotes.say(id, &[]),
                label,
                figure("simulated", cell.simulated),
                figure("printed", cell.printed),
                figure("difference", cell.difference()),
            ]));
        }
    }
    Table { caption: quotes.say("pilot-caption", &[]), columns, rows }
}

/// How the averages come about: unrounded per period, unweighted in the printed total.
fn averages(quotes: &Quotes<'_>, root: &str, table: &Reconciliation) -> Vec<Text> {
    let unrounded = |period: &ReconciledPeriod| -> Figure {
        let at = pointer(&["by_period", &period.label, "cost_average_unrounded_eur"]);
        quotes.figure(format!("{root}{at}"), period.cost_average_unrounded, Form::EurUnrounded, None)
    };
    let mut said: Vec<Text> = table
        .periods
        .iter()
        .map(|period| {
            let gaps = [("period", Piece::Name(period.label.clone())), ("average", unrounded(period).into())];
            quotes.say("pilot-unrounded", &gaps)
        })
        .collect();
    let total = &table.total;
    let of = |member: &str, value| {
        quotes.figure(format!("{root}/total/{member}"), value, Form::EurCents, None).into()
    };
    let gaps = [
        ("unweighted", of("cost_average_unrounded_eur", total.cost_average_unrounded)),
        ("weighted", of("cost_average_weighted_eur", total.cost_average_weighted)),
    ];
    said.push(quotes.say("pilot-unweighted", &gaps));
    said
}
