//! What is drawn: the forecast of every figure as a share of what happened.

use super::json::relative;
use super::quotes::Quotes;
use crate::analyses::Tested;
use crate::report::document::{
    Align, Axis, Chart, Picture, Plotted, Row, RowOfBars, Rows, Span, Table, Text,
};
use crate::report::number::Form;

/// A bar per figure from P10 to P90; `None` when nothing can be concluded.
pub(super) fn figures(quotes: &Quotes<'_>) -> Option<Chart> {
    if !quotes.found.is_enough() {
        return None;
    }
    let teller = &quotes.teller;
    let end = |one: &Tested, place: usize, member: &str| {
        let value = relative(one, one.quantiles[place].value);
        teller.figure(Quotes::at(one, &["relative", member]), value, Form::Percent, None)
    };
    let bars = quotes.found.figures.iter().map(|one| RowOfBars {
        label: quotes.name(one).plain(),
        bars: vec![Span {
            from: Some(Plotted::from(&end(one, 1, "p10")).into()),
            to: Plotted::from(&end(one, 3, "p90")),
            shown: end(one, 2, "p50"),
            hidden: false,
        }],
    });
    let rows = quotes.found.figures.iter().map(|one| {
        let cells =
            [(1, "p10"), (2, "p50"), (3, "p90")].map(|(place, member)| end(one, place, member).into());
        Row(std::iter::once(quotes.name(one)).chain(cells).collect::<Vec<Text>>())
    });
    let heads = ["backtest-low", "backtest-middle", "backtest-high"];
    let mut columns = vec![teller.column("backtest-what", Align::Left)];
    columns.extend(heads.map(|id| teller.column(id, Align::Right)));
    let title = teller.say("backtest-chart-title", &[]);
    Some(Chart {
        id: "backtest".to_owned(),
        description: teller.say("backtest-chart-text", &[]),
        picture: Picture::Rows(Rows {
            along: Axis { label: teller.wording.text("backtest-axis"), form: Form::Percent },
            series: vec![teller.wording.text("backtest-forecast")],
            rows: bars.collect(),
            line: None,
        }),
        data: Table { caption: title.clone(), columns, rows: rows.collect() },
        title,
    })
}
