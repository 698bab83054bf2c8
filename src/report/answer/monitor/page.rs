//! What is said: how long it takes, how often the conclusion is wrong, and when to stop.

use super::quotes::{MONTHS, Quotes};
use crate::analyses::monitor::{Monitor, Register, StopRule, Verdicts};
use crate::report::answer::quantity::chance;
use crate::report::document::{
    Align, Block, Document, Piece, Row, Section, Table, Teller, Text, pointer, together,
};
use crate::report::number::Form;
use crate::report::wording::Wording;

/// Quarters in a year: the table has a row per year.
const YEAR: usize = 4;
/// A share below this counts as hardly any.
const HARDLY: f64 = 0.05;

pub(super) fn page(quotes: &Quotes<'_>) -> Document {
    let mut sections = vec![opening(quotes), answer(quotes)];
    sections.extend(rules(quotes));
    sections.extend(table(quotes));
    Document {
        language: quotes.teller.wording.language(),
        title: quotes.teller.wording.text("monitor-title"),
        sections,
    }
}

fn opening(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let found = quotes.found;
    let count = |at: &str, value: f64, form| -> Piece {
        teller.figure(at.to_owned(), Some(value), form, None).into()
    };
    let gaps = [
        ("arm", quotes.arm()),
        ("base", Piece::Name(found.base.title.clone())),
        ("replications", teller.replications("/replications", found.run.replications)),
        ("bound", count("/bound", found.bound, Form::Percent)),
        ("months", count("/months", (MONTHS * found.quarters) as f64, Form::Count)),
    ];
    let id = if found.worlds.len() > 1 { "monitor-basis-worlds" } else { "monitor-basis" };
    let mut blocks = vec![Block::Paragraph(teller.say(id, &gaps))];
    blocks.push(Block::Paragraph(teller.say("monitor-five", &[])));
    Section { id: "opening", heading: None, blocks }
}

fn answer(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let found = quotes.found;
    let mut blocks = Vec::new();
    if teller.supports(Some(&found.prior)) {
        let mut gaps = vec![("arm", quotes.arm())];
        gaps.extend(teller.chance("/p_pays_back", Some(&found.prior)));
        blocks.push(Block::Paragraph(teller.say("monitor-prior", &gaps)));
    }
    if found.verdicts.is_empty() || !teller.supports(Some(&found.prior)) {
        blocks.push(Block::Paragraph(teller.say("monitor-unsupported", &[])));
    } else if found.verdicts[0].passed[0].value >= 1.0 {
        let pays = found.prior.value >= found.bound;
        let id = if pays { "monitor-known-pays" } else { "monitor-known-not" };
        blocks.push(Block::Paragraph(teller.say(id, &[("arm", quotes.arm())])));
    } else {
        blocks.extend(found.verdicts.iter().map(|one| Block::Paragraph(together(way(quotes, one)))));
    }
    Section { id: "answer", heading: Some(teller.say("section-answer", &[])), blocks }
}

/// Beside the results of a run under one world: why the chance is another one there. None where it is not told, or
/// where there is one world.
pub(in crate::report::answer) fn beside_run(found: &Monitor, wording: &Wording) -> Option<Text> {
    let teller = Teller::new(wording, found.run.replications);
    let told = found.worlds.len() > 1 && teller.supports(Some(&found.prior));
    told.then(|| teller.say("monitor-prior-worlds", &[]))
}

/// What one way of registering leads to.
fn way(quotes: &Quotes<'_>, one: &Verdicts) -> Vec<Text> {
    let teller = &quotes.teller;
    let quarters = quotes.found.quarters;
    let ids = match one.register {
        Register::Five => "monitor-way-five",
        Register::AndRelapse => "monitor-way-relapse",
        Register::AndAvoided => "monitor-way-avoided",
    };
    let last = one.passed.last().copied();
    let at = |member: &str| Quotes::at(one.register, &[member]);
    let mut gaps = vec![("months", teller.estimate(&at("months"), Some(&one.months), Form::Count).into())];
    gaps.extend(teller.chance(&Quotes::passed(one, quarters), last.as_ref()));
    let hardly = last.is_none_or(|last| last.value < HARDLY);
    let mut said = vec![teller.say(if hardly { "monitor-way-never" } else { ids }, &gaps)];
    if hardly {
        return said;
    }
    if let Some(wrong) = one.wrong.filter(|wrong| teller.supports(Some(wrong))) {
        said.push(teller.say("monitor-wrong", &teller.chance(&at("wrong"), Some(&wrong))));
    }
    let hidden = |share: Option<crate::statistics::Estimate>| share.is_some_and(|share| share.value < HARDLY);
    if hidden(one.found_when_it_pays) {
        said.push(teller.say("monitor-never-pays", &[]));
    } else if hidden(one.found_when_not) {
        said.push(teller.say("monitor-never-not", &[]));
    } else if let Some(pays) = one.found_when_it_pays.filter(|pays| teller.supports(Some(pays))) {
        said.push(
            teller.say("monitor-pays-found", &teller.chance(&at("concluded_when_it_pays"), Some(&pays))),
        );
    }
    said
}

/// The stop rules in words; none when today's knowledge is already enough.
fn rules(quotes: &Quotes<'_>) -> Option<Section> {
    let teller = &quotes.teller;
    let found = quotes.found;
    let known = found.verdicts.first().is_none_or(|one| one.passed[0].value >= 1.0);
    if known || !teller.supports(Some(&found.prior)) {
        return None;
    }
    let items: Vec<Text> = found.rules.iter().map(|rule| told(quotes, rule)).collect();
    let count = |member: &str, value: f64| -> Piece {
        teller.figure(format!("/registered/{member}"), Some(value), Form::Count, None).into()
    };
    let gaps = [
        ("closed", count("youths_closed_positive", found.registered.closed_positive)),
        ("followed", count("followed", found.registered.followed)),
    ];
    let bound = teller.figure("/bound".to_owned(), Some(found.bound), Form::Percent, None);
    let blocks = vec![
        Block::Paragraph(teller.say("monitor-rule-why", &gaps)),
        Block::List(items),
        Block::Paragraph(teller.say("monitor-rule-limits", &[("bound", bound.into())])),
    ];
    Some(Section { id: "rules", heading: Some(teller.say("monitor-heading-rules", &[])), blocks })
}

pub(super) fn told(quotes: &Quotes<'_>, rule: &StopRule) -> Text {
    let teller = &quotes.teller;
    let figure = |member: &str, value: usize| -> Piece {
        let at = pointer(&["stop_rules", &rule.followed.to_string(), member]);
        teller.figure(at, Some(value as f64), Form::Count, None).into()
    };
    let mut gaps = vec![("followed", figure("followed", rule.followed)), ("arm", quotes.arm())];
    let id = match (rule.pays_from, rule.not_up_to) {
        (Some(_), Some(_)) => "monitor-rule-both",
        (Some(_), None) => "monitor-rule-pays",
        (None, Some(_)) => "monitor-rule-not",
        (None, None) => "monitor-rule-none",
    };
    gaps.extend(rule.pays_from.map(|from| ("from", figure("pays_from", from))));
    gaps.extend(rule.not_up_to.map(|to| ("to", figure("not_up_to", to))));
    teller.say(id, &gaps)
}

/// Share with a conclusion, by year.
fn table(quotes: &Quotes<'_>) -> Option<Section> {
    let teller = &quotes.teller;
    let found = quotes.found;
    let first = found.verdicts.first()?;
    let rows = (YEAR..first.passed.len()).step_by(YEAR).map(|quarter| {
        let mut cells = vec![Text::name(teller.numbers.show(Form::Count, (MONTHS * quarter) as f64, None))];
        cells.extend(found.verdicts.iter().map(|one| -> Text {
            let share = one.passed.get(quarter);
            chance(teller, &Quotes::passed(one, quarter), share).into()
        }));
        Row(cells)
    });
    let mut columns = vec![teller.column("monitor-months", Align::Left)];
    columns.extend(Register::ALL.map(|register| teller.column(heading(register), Align::Right)));
    let bound = teller.figure("/bound".to_owned(), Some(found.bound), Form::Percent, None);
    let caption = teller.say("monitor-caption", &[("bound", bound.into())]);
    let table = Table { caption, columns, rows: rows.collect() };
    let blocks = vec![Block::Table(table), Block::Paragraph(teller.say("monitor-how", &[]))];
    Some(Section { id: "months", heading: Some(teller.say("monitor-heading-months", &[])), blocks })
}

/// The heading of a way of registering.
pub(super) const fn heading(register: Register) -> &'static str {
    match register {
        Register::Five => "monitor-head-five",
        Register::AndRelapse => "monitor-head-relapse",
        Register::AndAvoided => "monitor-head-avoided",
    }
}
