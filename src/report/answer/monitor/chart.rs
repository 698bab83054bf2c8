//! What is drawn: how often there is a conclusion, by month.

use super::page::heading;
use super::quotes::{MONTHS, Quotes};
use crate::report::document::{Align, Along, Axis, Chart, Line, Lines, Picture, Plotted, Row, Table, Text};
use crate::report::number::Form;

/// A line per way of registering; `None` when nothing was concluded on.
pub(super) fn passed(quotes: &Quotes<'_>) -> Option<Chart> {
    let teller = &quotes.teller;
    let ways = &quotes.found.verdicts;
    let quarters = ways.first()?.passed.len();
    let series = ways.iter().map(|one| Line {
        name: teller.wording.text(heading(one.register)),
        values: one
            .passed
            .iter()
            .enumerate()
            .map(|(quarter, share)| {
                Plotted::new(Some(share.value), format!("{}/value", Quotes::passed(one, quarter)))
            })
            .collect(),
        bands: Vec::new(),
    });
    let months = |quarter: usize| (MONTHS * quarter) as f64;
    let rows = (0..quarters).map(|quarter| {
        let mut cells = vec![Text::name(teller.numbers.show(Form::Count, months(quarter), None))];
        cells.extend(ways.iter().map(|one| -> Text {
            teller.estimate(&Quotes::passed(one, quarter), one.passed.get(quarter), Form::Percent).into()
        }));
        Row(cells)
    });
    let mut columns = vec![teller.column("monitor-months", Align::Left)];
    columns.extend(ways.iter().map(|one| teller.column(heading(one.register), Align::Right)));
    let bound = teller.figure("/bound".to_owned(), Some(quotes.found.bound), Form::Percent, None);
    let title = teller.say("monitor-chart-title", &[("bound", bound.into())]);
    let along = Axis { label: teller.wording.text("monitor-months"), form: Form::Count };
    Some(Chart {
        id: "monitor".to_owned(),
        description: teller.say("monitor-chart-text", &[]),
        picture: Picture::Lines(Lines {
            along: Along::Numbers(along, (0..quarters).map(months).collect()),
            up: Axis { label: teller.wording.text("monitor-axis"), form: Form::Percent },
            series: series.collect(),
            hidden_below: None,
        }),
        data: Table { caption: title.clone(), columns, rows: rows.collect() },
        title,
    })
}
