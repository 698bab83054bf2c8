//! What is said: whether the forecast needs revising, where each figure fell, and what was known when.

use super::quotes::Quotes;
use crate::analyses::score::{ALARM_RATE, Counted, Judged, Looked};
use crate::report::document::{Align, Block, Document, Piece, Row, Section, Table, Text, pointer, together};
use crate::report::number::Form;

/// A figure with less of the forecast than this on its far side is named when the whole does not fit.
const FAR: f64 = 0.05;

pub(super) fn page(quotes: &Quotes<'_>) -> Document {
    let mut sections = vec![opening(quotes)];
    if let Some(last) = quotes.found.history.last() {
        sections.push(answer(quotes, last));
    }
    sections.extend([so_far(quotes), by_quarter(quotes), history(quotes)]);
    Document {
        language: quotes.teller.wording.language(),
        title: quotes.teller.wording.text("score-title"),
        sections,
    }
}

fn opening(quotes: &Quotes<'_>) -> Section {
    let (teller, found) = (&quotes.teller, quotes.found);
    let last = found.quarters.last().map(|quarter| quarter.registration.quarter.to_string());
    let gaps = [
        ("arm", Piece::Name(found.arm.title.clone())),
        ("world", Piece::Name(found.world.title.clone())),
        ("replications", teller.replications("/replications", found.run.replications)),
        (
            "quarters",
            Piece::Counted(
                many(found.quarters.len()),
                teller.figure(
                    "/quarters_known".to_owned(),
                    Some(found.quarters.len() as f64),
                    Form::Count,
                    None,
                ),
            ),
        ),
        ("last", Piece::Name(last.unwrap_or_default())),
    ];
    let mut blocks = Vec::new();
    if found.example {
        blocks.push(Block::Paragraph(teller.say("score-example", &[])));
    }
    blocks.push(Block::Paragraph(quotes.marked(teller.say("score-basis", &gaps))));
    if !found.other_needs.is_empty() {
        let gaps = [("needs", Piece::Name(found.other_needs.join(", ")))];
        blocks.push(Block::Paragraph(quotes.marked(teller.say("score-other-needs", &gaps))));
    }
    Section { id: "opening", heading: None, blocks }
}

fn many(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn answer(quotes: &Quotes<'_>, last: &Looked) -> Section {
    let teller = &quotes.teller;
    let at = |member: &str| place(quotes.found.history.len() - 1, member);
    let revise = last.revise();
    let mut said = vec![teller.say(
        if revise { "score-revise" } else { "score-fits" },
        &teller.chance(&at("share"), Some(&last.share)),
    )];
    let first = quotes.found.history.iter().find(|looked| looked.revise());
    if let Some(first) = first.filter(|first| first.day != last.day) {
        let id = if revise { "score-since" } else { "score-once" };
        said.push(teller.say(id, &[("day", Piece::Name(first.day.to_string()))]));
    }
    if (last.share.value - last.threshold).abs() < 2.0 * last.share.mc_se.unwrap_or(0.0) {
        said.push(teller.say("score-close", &[]));
    }
    let mut blocks = vec![Block::Paragraph(quotes.marked(together(said)))];
    let hidden = Quotes::withheld(&quotes.found.so_far);
    let far: Vec<Text> = quotes
        .found
        .so_far
        .iter()
        .zip(hidden)
        .filter(|(judged, _)| is_far(judged))
        .map(|(judged, hidden)| direction(quotes, judged, hidden))
        .collect();
    if revise && !far.is_empty() {
        blocks.push(Block::Paragraph(quotes.marked(teller.say("score-far", &[]))));
        blocks.push(Block::List(far));
    }
    let threshold = teller.figure(at("threshold"), Some(last.threshold), Form::FinePercent, None);
    let mut gaps = vec![("threshold", threshold.into())];
    gaps.extend(teller.chance("/alarm_rate", Some(&ALARM_RATE)));
    blocks.push(Block::Paragraph(quotes.marked(teller.say("score-rule", &gaps))));
    let count = |member: &str, value: f64| -> Piece {
        teller.figure(at(member), Some(value), Form::Count, None).into()
    };
    let gaps = [
        ("figures", count("figures", last.figures as f64)),
        ("inner", count("within_80", last.within_80 as f64)),
        ("expected_inner", count("expected_within_80", last.expected_within_80())),
        ("outer", count("within_90", last.within_90 as f64)),
        ("expected_outer", count("expected_within_90", last.expected_within_90())),
    ];
    blocks.push(Block::Paragraph(quotes.marked(teller.say("score-coverage", &gaps))));
    Section { id: "answer", heading: Some(teller.say("section-answer", &[])), blocks }
}

fn is_far(judged: &Judged) -> bool {
    judged.place.value < FAR || judged.place.value > 1.0 - FAR
}

/// A figure that fell far from what was forecast, and on which side.
fn direction(quotes: &Quotes<'_>, judged: &Judged, hidden: bool) -> Text {
    let id = if judged.place.value < FAR { "score-fewer" } else { "score-more" };
    let gaps = [
        ("what", Piece::Text(quotes.name(&judged.counted))),
        ("registered", registered(quotes, judged, hidden).into()),
        ("between", Piece::Text(between(quotes, judged))),
    ];
    quotes.marked(quotes.teller.say(id, &gaps))
}

fn registered(quotes: &Quotes<'_>, judged: &Judged, hidden: bool) -> crate::report::document::Figure {
    quotes.count(Quotes::so_far(&judged.counted, "registered"), judged.registered, hidden)
}

fn between(quotes: &Quotes<'_>, judged: &Judged) -> Text {
    let at = Quotes::so_far(&judged.counted, "forecast");
    quotes.teller.between(&at, Some(&judged.band), Form::Count)
}

/// All registered quarters together, figure by figure.
fn so_far(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let hidden = Quotes::withheld(&quotes.found.so_far);
    let rows = quotes.found.so_far.iter().zip(hidden).map(|(judged, hidden)| {
        let at = Quotes::so_far(&judged.counted, "forecast");
        let within = match (judged.within_80(), judged.within_90()) {
            (true, _) => "score-within",
            (false, true) => "score-edge",
            (false, false) => "score-outside",
        };
        let crps = teller.estimate(&Quotes::so_far(&judged.counted, "crps"), Some(&judged.crps), Form::Weeks);
        Row(vec![
            quotes.row(quotes.name(&judged.counted)),
            registered(quotes, judged, hidden).into(),
            teller.mean(&at, Some(&judged.band), Form::Count).into(),
            between(quotes, judged),
            teller.say(within, &[]),
            crps.into(),
        ])
    });
    let table = Table {
        caption: quotes.marked(teller.say("score-so-far-caption", &[])),
        columns: vec![
            teller.column("score-column-what", Align::Left),
            teller.column("score-column-registered", Align::Right),
            teller.column("score-column-expected", Align::Right),
            teller.column("score-column-band", Align::Right),
            teller.column("score-column-within", Align::Left),
            teller.column("score-column-crps", Align::Right),
        ],
        rows: rows.collect(),
    };
    let blocks = vec![Block::Table(table), Block::Paragraph(teller.say("score-so-far-note", &[]))];
    Section { id: "so-far", heading: Some(teller.say("score-heading-so-far", &[])), blocks }
}

/// The counts that are told per quarter.
const TOLD: [Counted; 4] = [Counted::Referred, Counted::Conversations, Counted::Ended(0), Counted::Ended(1)];

fn by_quarter(quotes: &Quotes<'_>) -> Section {
    let (teller, found) = (&quotes.teller, quotes.found);
    let rows = found.quarters.iter().map(|quarter| {
        let name = quarter.registration.quarter.to_string();
        let mut cells = vec![quotes.row(Text::name(name.clone()))];
        cells.extend(TOLD.iter().map(|counted| {
            let judged = quarter.figures.iter().find(|judged| judged.counted == *counted);
            let Some(judged) = judged else { return teller.say("score-not-registered", &[]) };
            let figure = quotes.count(
                pointer(&["quarters", &name, "figures", &counted.name(), "registered"]),
                judged.registered,
                false,
            );
            let at = pointer(&["forecast", &name, &counted.name()]);
            let gaps = [
                ("registered", figure.into()),
                ("between", Piece::Text(teller.between(&at, Some(&judged.band), Form::Count))),
            ];
            teller.say("score-cell", &gaps)
        }));
        Row(cells)
    });
    let heading = |counted: &Counted| crate::report::document::Column {
        heading: quotes.name(counted),
        align: Align::Right,
    };
    let columns =
        std::iter::once(teller.column("score-column-quarter", Align::Left)).chain(TOLD.iter().map(heading));
    let table = Table {
        caption: quotes.marked(teller.say("score-quarters-caption", &[])),
        columns: columns.collect(),
        rows: rows.collect(),
    };
    Section {
        id: "quarters",
        heading: Some(teller.say("score-heading-quarters", &[])),
        blocks: vec![Block::Table(table)],
    }
}

fn place(look: usize, member: &str) -> String {
    pointer(&["history", &look.to_string(), member])
}

/// What was known on each day of registration, and what it said.
fn history(quotes: &Quotes<'_>) -> Section {
    let (teller, found) = (&quotes.teller, quotes.found);
    let rows = found.history.iter().enumerate().map(|(number, looked)| {
        let count = |member: &str, value: usize| -> Text {
            teller.figure(place(number, member), Some(value as f64), Form::Count, None).into()
        };
        let share = teller.estimate(&place(number, "share"), Some(&looked.share), Form::Chance);
        Row(vec![
            quotes.row(Text::name(looked.day.to_string())),
            count("quarters", looked.quarters),
            count("figures", looked.figures),
            count("within_80", looked.within_80),
            share.into(),
            teller.say(if looked.revise() { "score-verdict-revise" } else { "score-verdict-keep" }, &[]),
        ])
    });
    let table = Table {
        caption: quotes.marked(teller.say("score-history-caption", &[])),
        columns: vec![
            teller.column("score-column-day", Align::Left),
            teller.column("score-column-quarters", Align::Right),
            teller.column("score-column-figures", Align::Right),
            teller.column("score-column-inner", Align::Right),
            teller.column("score-column-share", Align::Right),
            teller.column("score-column-verdict", Align::Left),
        ],
        rows: rows.collect(),
    };
    let blocks = vec![Block::Table(table)];
    Section { id: "history", heading: Some(teller.say("score-heading-history", &[])), blocks }
}
