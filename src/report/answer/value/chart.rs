//! What is drawn: the worth of following more closures.

use super::quotes::Quotes;
use crate::analyses::value::Observed;
use crate::report::document::{
    Align, Axis, Chart, Picture, Plotted, Row, RowOfBars, Rows, Span, Table, Text,
};
use crate::report::number::Form;

/// A bar per number of closures and thing that is registered; `None` when no worth is told apart from nought.
pub(super) fn samples(quotes: &Quotes<'_>) -> Option<Chart> {
    let teller = &quotes.teller;
    let all = quotes.found.samples();
    if !all.iter().any(|one| quotes.supports(&one.value)) {
        return None;
    }
    let numbers: Vec<usize> =
        all.iter().filter(|one| one.observed == Observed::Relapse).map(|one| one.closures).collect();
    let of = |closures: usize, observed: Observed| {
        let found = all.iter().find(|one| one.closures == closures && one.observed == observed);
        let value = found.map(|one| &one.value);
        let at = found.map_or_else(String::new, |one| quotes.of_sample(one));
        let shown = teller.estimate(&at, value, Form::Eur);
        (shown, Plotted::new(value.map(|value| value.value), format!("{at}/value")))
    };
    let count = |closures: usize| teller.numbers.show(Form::Count, closures as f64, None);
    let rows = numbers.iter().map(|closures| {
        let cells = Observed::ALL.map(|observed| Text::from(of(*closures, observed).0));
        Row(std::iter::once(Text::name(count(*closures))).chain(cells).collect())
    });
    let columns = vec![
        teller.column("value-closures", Align::Left),
        teller.column("value-relapse", Align::Right),
        teller.column("value-avoided", Align::Right),
    ];
    let title = teller.say("value-chart-title", &[]);
    let bars = numbers.iter().map(|closures| RowOfBars {
        label: teller.wording.fill("value-chart-row", &[("closures", count(*closures).into())]),
        bars: Observed::ALL
            .map(|observed| {
                let (shown, to) = of(*closures, observed);
                Span { from: None, to, shown, hidden: false }
            })
            .into(),
    });
    Some(Chart {
        id: "value".to_owned(),
        description: teller.say("value-chart-text", &[]),
        picture: Picture::Rows(Rows {
            along: Axis { label: teller.wording.text("value-axis"), form: Form::Eur },
            series: ["value-relapse", "value-avoided"].map(|id| teller.wording.text(id)).into(),
            rows: bars.collect(),
            line: None,
        }),
        data: Table { caption: title.clone(), columns, rows: rows.collect() },
        title,
    })
}
