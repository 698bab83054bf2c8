//! What we do not know that matters.

use super::figures::{Quotes, pointer};
use super::model::{Align, Block, Column, Row, Run, Section, Table, Text};
use super::page::heading;
use super::sentence::Piece;
use crate::analyses::Unknown;
use crate::random::REPLICATIONS_PER_DRAW;
use crate::report::number::Form;
use crate::report::wording::Wording;
use crate::scenario::Grade;
use crate::statistics::by_chance;

/// How many are shown; the summary has them all.
const SHOWN: usize = 5;
/// A quantity that explains less than this of the net saving and of the wait does not matter; nor does one that explains no more than
/// chance can.
const MATTERS: f64 = 0.01;

/// The uncertain quantities that ask most for attention; none when nothing is uncertain.
pub(super) fn section(quotes: &Quotes<'_>, arm: usize) -> Option<Section> {
    let shown = ranked(quotes, arm);
    let heading = heading(quotes, arm, ["section-unknowns", "section-unknowns-of"]);
    if shown.is_empty() {
        let blocks = vec![Block::Paragraph(quotes.say("unknowns-unsupported", &[]))];
        let some = quotes.too_few() && !quotes.forecast.unknowns[arm].is_empty();
        return some.then_some(Section { id: "unknowns", heading: Some(heading), blocks });
    }
    let column = |id, align| Column { heading: quotes.say(id, &[]), align };
    let table = Table {
        caption: quotes.say("unknowns-caption", &[("world", quotes.world(0))]),
        columns: vec![
            column("unknowns-what", Align::Left),
            column("unknowns-on-net", Align::Right),
            column("unknowns-on-wait", Align::Right),
            column("unknowns-grade", Align::Left),
            column("unknowns-where", Align::Left),
        ],
        rows: shown.iter().map(|one| row(quotes, arm, *one)).collect(),
    };
    let first =
        quotes.say("unknowns-first", &[("what", Piece::Text(Text(vec![spoken(quotes, &shown[0].1.key)])))]);
    Some(Section {
        id: "unknowns",
        heading: Some(heading),
        blocks: vec![Block::Paragraph(first), Block::Table(table)],
    })
}

/// The uncertain quantities that matter, those that ask most for attention first, each with its place in the list.
pub(super) fn ranked<'a>(quotes: &Quotes<'a>, arm: usize) -> Vec<(usize, &'a Unknown)> {
    let least = MATTERS.max(by_chance(quotes.forecast.run.replications.div_euclid(REPLICATIONS_PER_DRAW)));
    let matters =
        |unknown: &Unknown| unknown.on_net.unwrap_or(0.0) >= least || unknown.on_wait.unwrap_or(0.0) >= least;
    let all = quotes.forecast.unknowns[arm].iter().enumerate().filter(|_| !quotes.too_few());
    all.filter(|(_, unknown)| matters(unknown)).take(SHOWN).collect()
}

fn row(quotes: &Quotes<'_>, arm: usize, (index, unknown): (usize, &Unknown)) -> Row {
    let at =
        |member: &str| pointer(&["unknowns", &quotes.forecast.arms[arm].name, &index.to_string(), member]);
    let share =
        |member: &str, value| -> Text { quotes.figure(at(member), value, Form::Percent, None).into() };
    let (grade, place) = match &unknown.provenance {
        Some(provenance) => {
            let place = &provenance.place;
            let line = Text::name(format!("{}:{}", place.file.display(), place.line));
            (quotes.say(grade_id(provenance.grade), &[]), line)
        }
        None => (Text::default(), Text::default()),
    };
    let what = Text(vec![spoken(quotes, &unknown.key)]);
    let net = share("share_of_net_saving", unknown.on_net);
    Row(vec![what, net, share("share_of_wait", unknown.on_wait), grade, place])
}

/// What a key is called in running text; the key itself where the catalogue has no name for it.
pub(super) fn spoken(quotes: &Quotes<'_>, key: &str) -> Run {
    key_name(quotes.wording, key).map_or_else(|| Run::Name(key.to_owned()), Run::Words)
}

/// What the catalogue calls a key.
pub(in crate::report) fn key_name(wording: &Wording, key: &str) -> Option<String> {
    let path = key.split(['@', '#']).next().unwrap_or(key);
    let (family, last) = path.rsplit_once('.').unwrap_or(("", path));
    let ids = if path.starts_with("providers.") {
        vec![format!("provider-key-{last}")]
    } else {
        // A part of a composition, `key#part` or `key.part`, goes by the name of the whole.
        [path, family].map(|path| format!("key-{}", path.replace('.', "-"))).to_vec()
    };
    ids.iter().find(|id| wording.has(id)).map(|id| wording.text(id))
}

/// What the catalogue calls a part of the shares under a key; `None` for a part that the scenario itself names.
pub(in crate::report) fn part_name(wording: &Wording, key: &str, part: &str) -> Option<String> {
    let id = format!("part-{}-{part}", key.replace('.', "-"));
    wording.has(&id).then(|| wording.text(&id))
}

/// The id of the word for a grade.
pub(in crate::report) const fn grade_id(grade: Grade) -> &'static str {
    match grade {
        Grade::Measured => "grade-measured",
        Grade::Derived => "grade-derived",
        Grade::Assumed => "grade-assumed",
        Grade::Conflicting => "grade-conflicting",
        Grade::Unknown => "grade-unknown",
    }
}
