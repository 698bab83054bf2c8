//! What is drawn: every quantity before and after, on one scale.

use super::json::standardised;
use super::quotes::Quotes;
use crate::analyses::calibration::{LearntQuantity, Summary, Verdict};
use crate::report::document::{
    Align, Axis, Chart, Picture, Plotted, Row, RowOfBars, Rows, Span, Table, Text,
};
use crate::report::number::Form;

/// Two bars per quantity, P10 to P90 before and after; `None` when nothing can be concluded.
pub(super) fn quantities(quotes: &Quotes<'_>) -> Option<Chart> {
    if quotes.found.verdict() == Verdict::TooFew {
        return None;
    }
    let teller = &quotes.teller;
    let end = |one: &LearntQuantity, of: &Summary, place: usize, member: &str| {
        let value = standardised(one, of.quantiles[place].value);
        Plotted::new(value, Quotes::at(one, &["standardised", member]))
    };
    let bars = quotes.found.quantities.iter().map(|one| {
        let width = teller.estimate(&Quotes::at(one, &["width"]), Some(&one.width), Form::Percent);
        let mut before = width.clone();
        before.text = String::new();
        let bar = |of: &Summary, low: &str, high: &str, shown| Span {
            from: Some(end(one, of, 0, low).into()),
            to: end(one, of, 2, high),
            shown,
            hidden: false,
        };
        RowOfBars {
            label: quotes.name(&one.key).plain(),
            bars: vec![
                bar(&one.prior, "prior_p10", "prior_p90", before),
                bar(&one.posterior, "posterior_p10", "posterior_p90", width),
            ],
        }
    });
    let rows = quotes.found.quantities.iter().map(|one| {
        let number = |of: &Summary, place: usize, member: &str| -> Text {
            let at = Quotes::at(one, &["standardised", member]);
            teller.figure(at, standardised(one, of.quantiles[place].value), Form::Ratio, None).into()
        };
        Row(vec![
            quotes.name(&one.key),
            number(&one.prior, 0, "prior_p10"),
            number(&one.prior, 2, "prior_p90"),
            number(&one.posterior, 0, "posterior_p10"),
            number(&one.posterior, 2, "posterior_p90"),
        ])
    });
    let heads = ["calibrate-prior-low", "calibrate-prior-high", "calibrate-low", "calibrate-high"];
    let mut columns = vec![teller.column("calibrate-quantity", Align::Left)];
    columns.extend(heads.map(|id| teller.column(id, Align::Right)));
    let title = teller.say("calibrate-chart-title", &[]);
    Some(Chart {
        id: "calibrate".to_owned(),
        description: teller.say("calibrate-chart-text", &[]),
        picture: Picture::Rows(Rows {
            along: Axis { label: teller.wording.text("calibrate-axis"), form: Form::Ratio },
            series: ["calibrate-before", "calibrate-after"].map(|id| teller.wording.text(id)).into(),
            rows: bars.collect(),
            line: None,
        }),
        data: Table { caption: title.clone(), columns, rows: rows.collect() },
        title,
    })
}
