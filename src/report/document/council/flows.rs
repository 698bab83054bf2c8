//! Where young people go, and how many of them to specialised care.

use super::super::answer;
use super::super::chart::{Axis, Chart, Picture, RowOfBars, Rows, Span};
use super::super::figures::{Part, Quotes};
use super::super::model::{Align, Block, Column, Row, Section, Table, Text};
use super::super::sentence::Piece;
use super::options::{about, column, column_of, options, plotted, several, titled, titles};
use crate::engine::Metric;
use crate::report::number::Form;

/// What becomes of the young people, in the order of their way.
const WAY: [(Metric, &str); 9] = [
    (Metric::YouthsReferred, "flow-referred"),
    (Metric::YouthsStarted, "flow-started"),
    (Metric::YouthsClosedPositive, "flow-positive"),
    (Metric::YouthsEscalated, "flow-escalated"),
    (Metric::YouthsDroppedOut, "flow-dropped-out"),
    (Metric::YouthsOutcomeUnknown, "flow-unknown"),
    (Metric::SpecialistReferralsQueue, "flow-left"),
    (Metric::YouthsRecoveredWaiting, "flow-recovered"),
    (Metric::YouthsWaitingYearEnd, "flow-waiting"),
];
/// How specialised care begins.
const ROUTES: [(Metric, &str); 4] = [
    (Metric::SpecialistReferralsPoj, "route-poj"),
    (Metric::SpecialistReferralsQueue, "route-queue"),
    (Metric::SpecialistReferralsHuisarts, "route-huisarts"),
    (Metric::SpecialistReferrals, "route-all"),
];

/// Where young people go.
pub(super) fn section(quotes: &Quotes<'_>) -> Section {
    let rows = WAY.map(|(metric, id)| {
        let bars = (0..quotes.forecast.arms.len()).map(|arm| span(quotes, arm, metric));
        RowOfBars { label: quotes.wording.text(id), bars: bars.collect() }
    });
    let chart = Chart {
        id: "chart-flows".to_owned(),
        title: finding(quotes),
        description: quotes.say("council-flows-text", &[]),
        picture: Picture::Rows(Rows {
            along: Axis { label: quotes.wording.text("council-flows-axis"), form: Form::Count },
            series: titles(quotes),
            rows: rows.to_vec(),
            line: None,
        }),
        data: counts(quotes, &WAY, "council-flows-data"),
    };
    titled(quotes, "flows", "section-flows", vec![Block::Chart(Box::new(chart))])
}

fn span(quotes: &Quotes<'_>, arm: usize, metric: Metric) -> Span {
    let place = quotes.arm(arm, 0, metric).at(None);
    let shown = quotes.part(&place, Part::Mean, Form::Count);
    let hidden = quotes.withholds(shown.value, Form::Count);
    Span { from: None, to: plotted(&place, Part::Mean), shown, hidden }
}

fn finding(quotes: &Quotes<'_>) -> Text {
    let mean = |arm| {
        let place = quotes.arm(arm, 0, Metric::YouthsClosedPositive).at(None);
        Piece::from(quotes.part(&place, Part::Mean, Form::Count))
    };
    if several(quotes) {
        return quotes.say("council-flows-several", &[]);
    }
    match options(quotes).first() {
        Some(&arm) if arm > 0 => {
            let change = quotes.change(arm, 0, Metric::YouthsClosedPositive).at(None);
            let ids =
                ["council-flows-more", "council-flows-fewer", "council-flows-equal", "council-flows-unclear"];
            let gaps = [("before", mean(0)), ("after", mean(arm))];
            quotes.say(quotes.direction(change.0).pick(ids), &gaps)
        }
        _ => quotes.say("council-flows-single", &[("value", mean(0))]),
    }
}

/// Numbers of young people of every arm, with the band of each.
fn counts(quotes: &Quotes<'_>, of: &[(Metric, &str)], caption: &str) -> Table {
    let arms = 0..quotes.forecast.arms.len();
    let mut columns = vec![column(quotes, "council-what", Align::Left)];
    columns.extend(arms.clone().map(|arm| column_of(quotes, arm)));
    let row = |(metric, id): &(Metric, &str)| {
        let cell = |arm| {
            let place = quotes.arm(arm, 0, *metric).at(None);
            quotes.say("table-mean-and-band", &quotes.band(&place, Form::Count))
        };
        Row([quotes.say(id, &[])].into_iter().chain(arms.clone().map(cell)).collect())
    };
    Table { caption: quotes.say(caption, &[]), columns, rows: of.iter().map(row).collect() }
}

/// Whether more young people go to specialised care.
pub(super) fn specialist(quotes: &Quotes<'_>) -> Section {
    let mut blocks = Vec::new();
    for arm in options(quotes).into_iter().filter(|arm| *arm > 0) {
        let ids = answer::specialist("council-specialist-unclear");
        let said = vec![answer::change(quotes, arm, (Metric::SpecialistReferrals, Form::Count), ids)];
        blocks.push(about(quotes, arm, said));
    }
    blocks.push(Block::Paragraph(quotes.say("council-specialist-why", &[])));
    let mut table = counts(quotes, &ROUTES, "council-specialist-data");
    if let [arm] = options(quotes)[..]
        && arm > 0
    {
        // One option beside the base: the difference is what is asked for.
        table.columns.push(Column { heading: quotes.say("council-difference", &[]), align: Align::Right });
        for (row, (metric, _)) in table.rows.iter_mut().zip(&ROUTES) {
            let place = quotes.change(arm, 0, *metric).at(None);
            row.0.push(quotes.part(&place, Part::Mean, Form::Count).into());
        }
    }
    blocks.push(Block::Table(table));
    titled(quotes, "specialist", "section-specialist", blocks)
}
