//! What is drawn: the tornado of the net saving.

use super::page::SHOWN;
use super::quotes::{Quotes, Target};
use crate::report::document::{
    Align, Axis, Chart, Figure, Picture, Plotted, Row, RowOfBars, Rows, Span, Start, Table, Text,
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
                teller.estimate(&at, Some(&value), Form::ThousandEur)
            };
            Some((quotes.key(one), end("at_p10", swing.low), end("at_p90", swing.high)))
        })
        .collect();
    if swings.is_empty() {
        return None;
    }
    let rows = swings.iter().map(|(label, low, high)| {
        Row(vec![label.clone(), Text::from(low.clone()), Text::from(high.clone())])
    });
    let columns = vec![
        teller.column("unknowns-what", Align::Left),
        teller.column("sensitivity-net-at-low", Align::Right),
        teller.column("sensitivity-net-at-high", Align::Right),
    ];
    let title = teller.say("sensitivity-chart-title", &[("world", quotes.world())]);
    let data = Table { caption: title.clone(), columns, rows: rows.collect() };
    // The picture says at either end which one it is: a quantity that costs money is high on the left.
    let named = |id: &str, figure: Figure| {
        let text = teller.wording.fill(id, &[("value", figure.text.into())]);
        Figure { text, ..figure }
    };
    let bars = swings.into_iter().map(|(label, low, high)| RowOfBars {
        label: label.plain(),
        bars: vec![Span {
            from: Some(Start { at: Plotted::from(&low), shown: Some(named("sensitivity-end-low", low)) }),
            to: Plotted::from(&high),
            shown: named("sensitivity-end-high", high),
            hidden: false,
        }],
    });
    let expected = quotes.found.net.map(|net| {
        let figure = teller.estimate("/net_saving_eur", Some(&net), Form::ThousandEur);
        let at = Plotted::from(&figure);
        (named("sensitivity-expected", figure).text, at)
    });
    Some(Chart {
        id: "sensitivity".to_owned(),
        title,
        description: teller.say("sensitivity-chart-text", &[]),
        picture: Picture::Rows(Rows {
            along: Axis { label: teller.wording.text("sensitivity-axis"), form: Form::ThousandEur },
            series: vec![teller.wording.text("sensitivity-series")],
            rows: bars.collect(),
            line: expected,
        }),
        data,
    })
}
