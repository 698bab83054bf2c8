//! What is said: the value, what it is today, what others found.

use super::Quotes;
use crate::analyses::{Crossing, FindingKind, Map, PayBack, STUDIES, Sought};
use crate::report::document::{
    Align, Block, Document, ENOUGH, Figure, Piece, Row, Section, Table, Teller, Text, error_form, form_of,
    grade_id, together,
};
use crate::report::number::{Form, UNDEFINED};
use crate::report::wording::Wording;
use crate::scenario::Key;
use crate::statistics::Estimate;

/// A value is said when twice its error is at most this part of the range that was looked at.
const EXACT: f64 = 0.05;

pub(super) fn page(quotes: &Quotes<'_>) -> Document {
    let wording = quotes.teller.wording;
    let mut sections = vec![opening(quotes), answer(quotes), curve(quotes)];
    sections.extend(map(quotes));
    sections.extend(studies(quotes));
    Document { language: wording.language(), title: wording.text("pay-title"), sections }
}

fn opening(quotes: &Quotes<'_>) -> Section {
    let (pay_back, teller) = (quotes.pay_back, &quotes.teller);
    let mut gaps = vec![
        ("title", Piece::Name(pay_back.arm.title.clone())),
        ("world", Piece::Name(pay_back.world.title.clone())),
        ("replications", teller.replications("/replications", pay_back.run.replications)),
    ];
    let id = if let Some(base) = &pay_back.base {
        gaps.push(("base", Piece::Name(base.title.clone())));
        "pay-basis"
    } else {
        "pay-basis-single"
    };
    let basis = together(vec![teller.say(id, &gaps), teller.say("pay-other-world", &[])]);
    Section { id: "opening", heading: None, blocks: vec![Block::Paragraph(basis)] }
}

/// Whether the error allows the value to be said.
pub(super) fn exact(quotes: &Quotes<'_>, value: &Estimate) -> bool {
    let (low, high) = quotes.pay_back.sought.range;
    quotes.pay_back.run.replications >= ENOUGH
        && value.mc_se.is_some_and(|error| 2.0 * error <= EXACT * (high - low))
}

/// Whether the replications behind the curve support the chances on it.
pub(super) fn curve_told(quotes: &Quotes<'_>) -> bool {
    quotes.pay_back.threshold.curve_replications >= ENOUGH
}

/// The value, or that there is none, or that it cannot be said.
fn found(quotes: &Quotes<'_>) -> Vec<Text> {
    let (pay_back, teller) = (quotes.pay_back, &quotes.teller);
    let sought = &pay_back.sought;
    let chance = teller.figure("/probability".to_owned(), Some(pay_back.probability), Form::Chance, None);
    let mut gaps = vec![("key", Piece::Text(teller.key(&sought.key))), ("chance", chance.into())];
    let mut said = Vec::new();
    match &pay_back.threshold.crossing {
        Crossing::Found { value, rising, several } if exact(quotes, value) => {
            gaps.push(("value", with_unit(quotes, sought, "/break_even/value", value.value)));
            let form = error_form(form_of(sought.unit));
            let error = teller.error("/break_even", Some(value), form);
            gaps.push(("error", Piece::Text(teller.with_unit(sought.unit, error))));
            said.push(teller.say("pay-found", &gaps));
            said.push(teller.say(if *rising { "pay-rising" } else { "pay-falling" }, &[]));
            if *several {
                said.push(teller.say("pay-several", &[]));
            }
        }
        Crossing::Found { .. } | Crossing::Unclear | Crossing::Refused => {
            said.push(teller.say("pay-unsupported", &gaps));
        }
        _ if !curve_told(quotes) => said.push(teller.say("pay-unsupported", &gaps)),
        side => {
            let always = *side == Crossing::Always;
            gaps.push(("low", with_unit(quotes, sought, "/key/low", sought.range.0)));
            gaps.push(("high", with_unit(quotes, sought, "/key/high", sought.range.1)));
            said.push(teller.say(if always { "pay-always" } else { "pay-never" }, &gaps));
            said.extend(nearest(quotes, always));
        }
    }
    said.extend(mean_zero(quotes));
    said.extend(about(quotes));
    said
}

/// Whom the share that really avoids maatwerk is about: not all who are closed positively.
pub(super) fn about(quotes: &Quotes<'_>) -> Option<Text> {
    let is_share = quotes.pay_back.sought.key == Key::AvoidanceShare.entry().key;
    is_share.then(|| quotes.teller.say("pay-share-of", &[]))
}

/// Beside the limit of a run, which is about all positive closures; none for another quantity.
pub(in crate::report::answer) fn beside_run(pay_back: &PayBack, wording: &Wording) -> Option<Text> {
    let quotes = Quotes { pay_back, teller: Teller::new(wording, pay_back.run.replications) };
    about(&quotes).map(|_| quotes.teller.say("pay-share-elsewhere", &[]))
}

fn answer(quotes: &Quotes<'_>) -> Section {
    let (pay_back, teller) = (quotes.pay_back, &quotes.teller);
    let sought = &pay_back.sought;
    let mut blocks = vec![Block::Paragraph(together(found(quotes))), Block::Paragraph(today(quotes))];
    if !pay_back.threshold.refused.is_empty() {
        let values = pay_back.threshold.refused.iter().enumerate().map(|(index, value)| {
            teller.figure(format!("/refused/{index}"), Some(*value), form_of(sought.unit), None).text
        });
        let values: Vec<String> = values.collect();
        let gaps = [("values", Piece::Name(values.join(" · ")))];
        blocks.push(Block::Paragraph(teller.say("pay-refused", &gaps)));
    }
    Section { id: "answer", heading: Some(teller.say("section-answer", &[])), blocks }
}

/// Where the expected net saving is nought; none when the error does not allow it to be said.
pub(super) fn mean_zero(quotes: &Quotes<'_>) -> Option<Text> {
    let zero = quotes.pay_back.threshold.mean_zero.as_ref().filter(|zero| exact(quotes, zero))?;
    let value = with_unit(quotes, &quotes.pay_back.sought, "/mean_zero/value", zero.value);
    Some(quotes.teller.say("pay-mean-zero", &[("value", value)]))
}

/// The value at which the chance comes nearest to what is asked.
pub(super) fn nearest(quotes: &Quotes<'_>, always: bool) -> Option<Text> {
    let teller = &quotes.teller;
    let curve = &quotes.pay_back.threshold.curve;
    let sign = if always { -1.0 } else { 1.0 };
    let (index, point) = curve
        .iter()
        .enumerate()
        .max_by(|(_, one), (_, other)| (sign * one.chance.value).total_cmp(&(sign * other.chance.value)))?;
    let at = format!("/curve/{index}");
    let chance = teller.estimate(&format!("{at}/p_net_nonnegative"), Some(&point.chance), Form::Chance);
    let value = with_unit(quotes, &quotes.pay_back.sought, &format!("{at}/value"), point.value);
    let id = if always { "pay-lowest" } else { "pay-highest" };
    teller
        .supports(Some(&point.chance))
        .then(|| teller.say(id, &[("chance", chance.into()), ("value", value)]))
}

/// A value with its unit.
pub(super) fn with_unit(quotes: &Quotes<'_>, sought: &Sought, pointer: &str, value: f64) -> Piece {
    let teller = &quotes.teller;
    let figure = teller.figure(pointer.to_owned(), Some(value), form_of(sought.unit), None);
    Piece::Text(teller.with_unit(sought.unit, figure))
}

/// What the quantity is today, and how far that can be trusted.
fn today(quotes: &Quotes<'_>) -> Text {
    let (teller, sought) = (&quotes.teller, &quotes.pay_back.sought);
    let today = &sought.today;
    let grade = teller.say(grade_id(today.grade), &[]);
    let mut gaps = vec![
        ("value", with_unit(quotes, sought, "/key/today", today.mean)),
        ("grade", Piece::Text(grade)),
        ("source", Piece::Name(today.source.clone())),
    ];
    let mut said = Vec::new();
    let id = if let Some((low, high)) = today.band {
        gaps.push(("low", with_unit(quotes, sought, "/key/today_p10", low)));
        gaps.push(("high", with_unit(quotes, sought, "/key/today_p90", high)));
        "pay-today-band"
    } else {
        "pay-today"
    };
    said.push(teller.say(id, &gaps));
    if today.dated {
        said.push(teller.say("pay-today-dated", &[]));
    }
    together(said)
}

/// The chance over the whole range.
fn curve(quotes: &Quotes<'_>) -> Section {
    let heading = Some(quotes.teller.say("pay-heading-curve", &[]));
    Section { id: "curve", heading, blocks: vec![Block::Table(curve_table(quotes))] }
}

pub(super) fn curve_table(quotes: &Quotes<'_>) -> Table {
    let (teller, sought) = (&quotes.teller, &quotes.pay_back.sought);
    let replications =
        teller.replications("/curve_replications", quotes.pay_back.threshold.curve_replications);
    let rows = quotes.pay_back.threshold.curve.iter().enumerate().map(|(index, point)| {
        let at = |member: &str| format!("/curve/{index}/{member}");
        let value = teller.figure(at("value"), Some(point.value), form_of(sought.unit), None);
        let mut chance = teller.estimate(&at("p_net_nonnegative"), Some(&point.chance), Form::Chance);
        let error = teller.error(&at("p_net_nonnegative"), Some(&point.chance), Form::FinePercent);
        let cell = if curve_told(quotes) {
            teller.say("compare-cell", &[("value", chance.into()), ("error", error.into())])
        } else {
            UNDEFINED.clone_into(&mut chance.text);
            chance.into()
        };
        Row(vec![
            teller.with_unit(sought.unit, value),
            cell,
            teller.estimate(&at("net_saving_eur"), point.net.as_ref(), Form::ThousandEur).into(),
        ])
    });
    let mut columns =
        vec![crate::report::document::Column { heading: teller.key(&sought.key), align: Align::Left }];
    columns.extend(["pay-column-chance", "pay-column-net"].map(|id| teller.column(id, Align::Right)));
    let caption = teller.say("pay-caption-curve", &[("replications", replications)]);
    Table { caption, columns, rows: rows.collect() }
}

/// The line of two quantities.
fn map(quotes: &Quotes<'_>) -> Option<Section> {
    quotes.pay_back.second.as_ref()?;
    let heading = Some(quotes.teller.say("pay-heading-map", &[]));
    Some(Section { id: "map", heading, blocks: vec![Block::Table(line_table(quotes)?)] })
}

pub(super) fn line_table(quotes: &Quotes<'_>) -> Option<Table> {
    let (teller, first) = (&quotes.teller, &quotes.pay_back.sought);
    let (second, map) = quotes.pay_back.second.as_ref()?;
    let rows = map.up.iter().zip(&map.line).enumerate().map(|(index, (up, line))| {
        let up = teller.figure(format!("/map/up/{index}"), Some(*up), form_of(second.unit), None);
        let at = format!("/map/line/{index}");
        let cell = match line.as_ref().filter(|line| exact_on_map(first, map, line)) {
            Some(line) => {
                let figure = teller.estimate(&at, Some(line), form_of(first.unit));
                let error = teller.error(&at, Some(line), error_form(form_of(first.unit)));
                let value = Piece::Text(teller.with_unit(first.unit, figure));
                teller.say("compare-cell", &[("value", value), ("error", error.into())])
            }
            None if line.is_some() || map.replications < ENOUGH => teller.say("pay-line-open", &[]),
            None => teller.say("pay-line-none", &[]),
        };
        Row(vec![teller.with_unit(second.unit, up), cell])
    });
    let replications = teller.replications("/map/replications", map.replications);
    let chance =
        teller.figure("/probability".to_owned(), Some(quotes.pay_back.probability), Form::Chance, None);
    let head = |key: &str, align| crate::report::document::Column { heading: teller.key(key), align };
    Some(Table {
        caption: teller.say("pay-caption-map", &[("replications", replications), ("chance", chance.into())]),
        columns: vec![head(&second.key, Align::Left), head(&first.key, Align::Right)],
        rows: rows.collect(),
    })
}

/// Twice as coarse as the answer itself: a line is read by eye.
pub(super) fn exact_on_map(first: &Sought, map: &Map, line: &Estimate) -> bool {
    let (low, high) = first.range;
    map.replications >= ENOUGH && line.mc_se.is_some_and(|error| error <= EXACT * (high - low))
}

/// What was found elsewhere, for the share that nobody has measured here.
fn studies(quotes: &Quotes<'_>) -> Option<Section> {
    let teller = &quotes.teller;
    if quotes.pay_back.sought.key != Key::AvoidanceShare.entry().key {
        return None;
    }
    let rows = STUDIES.iter().map(|finding| {
        let form = if finding.kind == FindingKind::UseRatio { Form::Ratio } else { Form::Percent };
        let figure = |member: &str, value| -> Figure {
            teller.figure(format!("/studies/{}/{member}", finding.id), value, form, None)
        };
        let (low, high) = finding.range.unzip();
        let ends = [("low", figure("low", low).into()), ("high", figure("high", high).into())];
        let value = [("value", figure("value", finding.value).into())];
        let found = match (finding.value, finding.range) {
            (Some(_), None) => teller.say("findings-one", &value),
            (Some(_), Some(_)) => teller.say("findings-interval", &[value.as_slice(), &ends].concat()),
            (None, Some(_)) => teller.say("findings-range", &ends),
            (None, None) => teller.say("findings-none", &[]),
        };
        Row(vec![teller.say(&format!("finding-{}", finding.id), &[]), found, Text::name(finding.source)])
    });
    let columns = vec![
        teller.column("findings-what", Align::Left),
        teller.column("findings-value", Align::Right),
        teller.column("findings-source", Align::Left),
    ];
    let table = Table { caption: teller.say("findings-caption", &[]), columns, rows: rows.collect() };
    Some(Section { id: "studies", heading: None, blocks: vec![Block::Table(table)] })
}
