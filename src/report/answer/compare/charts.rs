//! What is drawn: euros against weeks, and the difference between two scenarios step by step.

use super::Quotes;
use crate::analyses::{Explanation, Share};
use crate::engine::Metric;
use crate::report::document::{
    Align, Axis, Chart, Picture, Piece, Plane, Plotted, Row, RowOfBars, Rows, Span, Table, Teller, Text,
    pointer,
};
use crate::report::number::Form;

pub(super) fn charts(quotes: &Quotes<'_>) -> Vec<(&'static str, Chart)> {
    let why = quotes.comparison.explanation.as_ref().and_then(|one| waterfall(quotes, one));
    [("compare", scatter(quotes))].into_iter().chain(why.map(|chart| ("compare-why", chart))).collect()
}

/// Net saving against weeks sooner, a point per scenario.
fn scatter(quotes: &Quotes<'_>) -> Chart {
    let teller = &quotes.teller;
    let contenders = 0..quotes.comparison.contenders.len();
    let spreads = |contender: usize| {
        let standing = &quotes.comparison.contenders[contender].standings[0];
        (
            Teller::spread(&quotes.at(contender, 0, "weeks_sooner"), standing.sooner.as_ref()),
            Teller::spread(&quotes.at(contender, 0, "net_saving_eur"), standing.net.as_ref()),
        )
    };
    let title = |contender: usize| quotes.comparison.contenders[contender].arm.title.clone();
    let points = contenders.clone().map(|contender| {
        let (along, up) = spreads(contender);
        (title(contender), along, up)
    });
    let axis = |id: &str, form| Axis { label: teller.wording.text(id), form };
    let rows = contenders.map(|contender| {
        let standing = &quotes.comparison.contenders[contender].standings[0];
        let [weeks, net] = ["weeks_sooner", "net_saving_eur"].map(|member| quotes.at(contender, 0, member));
        Row(vec![
            Text::name(title(contender)),
            teller.mean(&weeks, standing.sooner.as_ref(), Form::Weeks).into(),
            teller.between(&weeks, standing.sooner.as_ref(), Form::Weeks),
            teller.mean(&net, standing.net.as_ref(), Form::ThousandEur).into(),
            teller.between(&net, standing.net.as_ref(), Form::ThousandEur),
        ])
    });
    let world = [("world", Piece::Name(quotes.comparison.worlds[0].title.clone()))];
    let heads = ["compare-sooner", "compare-band", "compare-net", "compare-band"];
    let mut columns = vec![teller.column("compare-scenario", Align::Left)];
    columns.extend(heads.map(|id| teller.column(id, Align::Right)));
    Chart {
        id: "compare".to_owned(),
        title: teller.say("compare-chart-title", &world),
        description: teller.say("compare-chart-text", &[]),
        picture: Picture::Plane(Plane {
            along: axis("compare-axis-weeks", Form::Weeks),
            up: axis("compare-axis-net", Form::ThousandEur),
            points: points.collect(),
            curves: Vec::new(),
            regions: Vec::new(),
        }),
        data: Table { caption: teller.say("compare-chart-title", &world), columns, rows: rows.collect() },
    }
}

/// The difference in net saving, part after part.
fn waterfall(quotes: &Quotes<'_>, one: &Explanation) -> Option<Chart> {
    let teller = &quotes.teller;
    let share = one.shares.iter().find(|share| share.metric == Metric::NetSaving)?;
    let gaps = [("from", Piece::Name(one.from.title.clone())), ("to", Piece::Name(one.to.title.clone()))];
    let metric = pointer(&["explanation", "metrics", share.metric.name()]);
    let ends = [("from", &one.from, share.from), ("to", &one.to, share.to)].map(|(end, arm, own)| {
        let at = format!("{metric}/{end}");
        let shown = teller.estimate(&at, own.as_ref(), Form::ThousandEur);
        let to = Plotted::new(own.map(|own| own.value), format!("{at}/value"));
        (Text::name(arm.title.clone()), Span { from: None, to, shown, hidden: false })
    });
    let reached = |step: usize| match step.checked_sub(1) {
        None => Plotted::new(share.from.map(|from| from.value), format!("{metric}/from/value")),
        Some(step) => {
            Plotted::new(share.reached.get(step).copied().flatten(), format!("{metric}/reached/{step}"))
        }
    };
    let steps = share.steps.iter().zip(&one.steps).enumerate().map(|(index, (step, part))| {
        let shown = teller.estimate(&place(share, &part.part), step.as_ref(), Form::ThousandEur);
        let bar = Span { from: Some(reached(index).into()), to: reached(index + 1), shown, hidden: false };
        (quotes.step(part), bar)
    });
    let [first, last] = ends;
    let rows: Vec<(Text, Span)> = std::iter::once(first).chain(steps).chain([last]).collect();
    let cells = rows.iter().map(|(label, bar)| Row(vec![label.clone(), bar.shown.clone().into()]));
    let columns =
        vec![teller.column("compare-part", Align::Left), teller.column("compare-why-net", Align::Right)];
    let data = Table { caption: teller.say("compare-why-title", &gaps), columns, rows: cells.collect() };
    let bars = rows.into_iter().map(|(label, bar)| RowOfBars { label: label.plain(), bars: vec![bar] });
    Some(Chart {
        id: "compare-why".to_owned(),
        title: teller.say("compare-why-title", &gaps),
        description: teller.say("compare-why-text", &gaps),
        picture: Picture::Rows(Rows {
            along: Axis { label: teller.wording.text("compare-axis-own"), form: Form::ThousandEur },
            series: vec![teller.wording.text("compare-why-net")],
            rows: bars.collect(),
            line: None,
        }),
        data,
    })
}

fn place(share: &Share, part: &str) -> String {
    pointer(&["explanation", "metrics", share.metric.name(), "parts", part])
}
