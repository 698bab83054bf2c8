//! What is said of the checks: whether all hold, what does not, and all of them in tables.

use super::verified::at;
use crate::analyses::verify::{Bound, Check, Group, Verdict, Verified};
use crate::report::document::{Align, Block, Document, Piece, Row, Section, Table, Teller, Text};
use crate::report::number::Form;
use crate::report::wording::Wording;

pub(super) fn page(found: &Verified, teller: &Teller<'_>) -> Document {
    let mut sections = vec![opening(found, teller), answer(found, teller)];
    sections.extend(Group::ALL.into_iter().map(|group| Section {
        id: group.name(),
        heading: Some(teller.say(&format!("verify-group-{}", group.name()), &[])),
        blocks: vec![Block::Table(table(found.checks.iter().filter(|check| check.group == group), teller))],
    }));
    let wording = teller.wording;
    Document { language: wording.language(), title: wording.text("verify-title"), sections }
}

/// All checks in one section, for the appendix of a report. Its figures are those of `verify.json`.
pub fn appendix(found: &Verified, wording: &Wording) -> Section {
    let teller = Teller::new(wording, found.run.replications);
    let mut section = answer(found, &teller);
    section.id = "verify";
    section.heading = Some(teller.say("verify-title", &[]));
    section.blocks.push(Block::Table(table(found.checks.iter(), &teller)));
    section
}

fn opening(found: &Verified, teller: &Teller<'_>) -> Section {
    let gaps = [
        ("arm", Piece::Name(found.arm.title.clone())),
        ("world", Piece::Name(found.world.title.clone())),
        ("replications", teller.replications("/replications", found.run.replications)),
    ];
    Section {
        id: "opening",
        heading: None,
        blocks: vec![Block::Paragraph(teller.say("verify-basis", &gaps))],
    }
}

fn answer(found: &Verified, teller: &Teller<'_>) -> Section {
    let count = |member: &str, number: usize| -> Piece {
        let figure = teller.figure(format!("/{member}"), Some(number as f64), Form::Count, None);
        Piece::Counted(i64::try_from(number).unwrap_or(i64::MAX), figure)
    };
    let (fail, skipped) = (found.count(Verdict::Fails), found.count(Verdict::NotApplicable));
    let done = ("done", count("done", found.checks.len() - skipped));
    let mut blocks = vec![Block::Paragraph(if fail == 0 {
        teller.say("verify-all-hold", &[done])
    } else {
        teller.say("verify-some-fail", &[done, ("fail", count("fails", fail))])
    })];
    let failing: Vec<Text> = found
        .checks
        .iter()
        .filter(|check| check.verdict() == Verdict::Fails)
        .map(|check| failing(check, teller))
        .collect();
    if !failing.is_empty() {
        blocks.push(Block::List(failing));
    }
    for (id, names) in named(&found.checks) {
        blocks.push(Block::Paragraph(teller.say(id, &[("names", Piece::Name(names))])));
    }
    if skipped > 0 {
        let gaps = [("count", count("not_applicable", skipped))];
        blocks.push(Block::Paragraph(teller.say("verify-not-applicable", &gaps)));
    }
    Section { id: "answer", heading: Some(teller.say("section-answer", &[])), blocks }
}

/// What is to be known of checks that do not fail: the sentence for it, and the names that go into it.
fn named(checks: &[Check]) -> impl Iterator<Item = (&'static str, String)> {
    let of = |check: &Check| {
        [("verify-elsewhere", check.elsewhere.join(", ")), ("verify-open", check.open.join(", "))]
    };
    checks.iter().flat_map(of).filter(|(_, names)| !names.is_empty())
}

fn failing(check: &Check, teller: &Teller<'_>) -> Text {
    let what = ("what", Piece::Text(sentence(check, teller)));
    if check.names.is_empty() {
        teller.say("verify-fails", &[what])
    } else {
        teller.say("verify-fails-named", &[what, ("names", Piece::Name(check.names.join(", ")))])
    }
}

fn sentence(check: &Check, teller: &Teller<'_>) -> Text {
    teller.say(&format!("verify-{}", check.id), &[])
}

fn table<'a>(checks: impl Iterator<Item = &'a Check>, teller: &Teller<'_>) -> Table {
    Table {
        caption: teller.say("verify-caption", &[]),
        columns: vec![
            teller.column("verify-check", Align::Left),
            teller.column("verify-figure", Align::Right),
            teller.column("verify-bound", Align::Left),
            teller.column("verify-verdict", Align::Left),
        ],
        rows: checks.map(|check| row(check, teller)).collect(),
    }
}

fn row(check: &Check, teller: &Teller<'_>) -> Row {
    let (id, bound) = match check.bound {
        Bound::AtMost(most) => ("verify-at-most", most),
        Bound::AtLeast(least) => ("verify-at-least", least),
    };
    let bound = teller.figure(at(check, "tolerance"), Some(bound), Form::Trace, None);
    let verdict = match check.verdict() {
        Verdict::Holds => "verify-holds",
        Verdict::Fails => "verify-does-not-hold",
        Verdict::NotApplicable => "verify-does-not-apply",
    };
    Row(vec![
        sentence(check, teller),
        teller.figure(at(check, "figure"), check.figure, Form::Trace, None).into(),
        teller.say(id, &[("bound", bound.into())]),
        teller.say(verdict, &[]),
    ])
}
