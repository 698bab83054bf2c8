//! What is drawn: the tornado of the net saving.

use super::page::SHOWN;
use super::quotes::{Quotes, Target};
use crate::report::document::{
    Align, Axis, Chart, Picture, Plotted, Row, RowOfBars, Rows, Span, Table, Text,
};
use crate::report::number::Form;

/// A bar per quantity from the result at its P10 to that at its P90; `None` when no quantity is told apart from nought.
pub(super) fn tornado(quotes: &Quotes<'_>) -> Option<Chart> {
    let teller = &quotes.teller;
    let all = quotes.swings(Target::Net);
    let swings: Vec<_> = all
        .into_iter()
        .take(SHOWN)
        .filter_map(|one| {
            let swing = one.on_net?.swing;
            let end = |member: &str, value| {
                let at = Quotes::at(one, Target::Net, member);
                (teller.estimate(&at, Some(&value), Form::ThousandEur), format!("{at}/value"), value.value)
            };
            Some((quotes.key(one), end("at_p10", swing.low), end("at_p90", swing.high)))
        })
        .collect();
    if swings.is_empty() {
        return None;
    }
    let rows = swings.iter().map(|(label, low, high)| {
        Row(vec![label.clone(), Text::from(low.0.clone()), Text::from(high.0.clone())])
    });
    let columns = vec![
        teller.column("unknowns-what", Align::Left),
        teller.column("sensitivity-net-at-low", Align::Right),
        teller.column("sensitivity-net-at-high", Align::Right),
    ];
    let title = teller.say("sensitivity-chart-title", &[("world", quotes.world())]);
    let data = Table { caption: title.clone(), columns, rows: rows.collect() };
    let bars = swings.into_iter().map(|(label, low, high)| RowOfBars {
        label: label.plain(),
        bars: vec![Span {
            from: Some(Plotted::new(Some(low.2), low.1)),
            to: Plotted::new(Some(high.2), high.1),
            shown: high.0,
            hidden: false,
        }],
    });
    let expected = quotes.found.net.map(|net| net.value);
    Some(Chart {
        id: "sensitivity".to_owned(),
        title,
        description: teller.say("sensitivity-chart-text", &[]),
        picture: Picture::Rows(Rows {
            along: Axis { label: teller.wording.text("sensitivity-axis"), form: Form::ThousandEur },
            series: vec![teller.wording.text("sensitivity-series")],
            rows: bars.collect(),
            line: expected.map(|value| {
                let at = Plotted::new(Some(value), "/net_saving_eur/value");
                (teller.wording.text("sensitivity-expected"), at)
            }),
        }),
        data,
    })
}
