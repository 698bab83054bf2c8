//! What we do not know that matters, and when real data will tell.

use super::super::figures::{Quotes, pointer};
use super::super::model::{Align, Block, Row, Section, Table, Text};
use super::super::sentence::{Piece, together};
use super::super::unknowns::{grade_id, ranked, spoken};
use super::asked::asked;
use super::options::{about, column, led, options, several, titled};
use crate::analyses::Unknown;
use crate::engine::Metric;
use crate::report::Topic;
use crate::report::number::Form;

/// The uncertain quantities that ask most for attention; none when nothing is uncertain.
pub(super) fn section(quotes: &Quotes<'_>) -> Option<Section> {
    let mut blocks = Vec::new();
    for arm in options(quotes) {
        let ranked = ranked(quotes, arm);
        let Some((_, first)) = ranked.first() else { continue };
        let what = Piece::Text(Text(vec![spoken(quotes, &first.key)]));
        blocks.push(about(quotes, arm, vec![quotes.say("council-unknown-first", &[("what", what)])]));
        let columns = vec![
            column(quotes, "unknowns-what", Align::Left),
            column(quotes, "unknowns-on-net", Align::Right),
            column(quotes, "unknowns-on-wait", Align::Right),
            column(quotes, "unknowns-grade", Align::Left),
        ];
        let rows = ranked.iter().map(|one| row(quotes, arm, *one)).collect();
        let caption = led(quotes, arm, quotes.say("council-unknown-data", &[("world", quotes.world(0))]));
        blocks.push(Block::Table(Table { caption, columns, rows }));
    }
    blocks.extend(asked(quotes, Topic::Sensitivity));
    blocks.extend(asked(quotes, Topic::Value));
    (!blocks.is_empty()).then(|| titled(quotes, "unknowns", "section-unknowns-council", blocks))
}

fn row(quotes: &Quotes<'_>, arm: usize, (index, unknown): (usize, &Unknown)) -> Row {
    let share = |member: &str, value| -> Text {
        let at = pointer(&["unknowns", &quotes.forecast.arms[arm].name, &index.to_string(), member]);
        quotes.figure(at, value, Form::Percent, None).into()
    };
    let grade = unknown.provenance.as_ref().map(|provenance| quotes.say(grade_id(provenance.grade), &[]));
    Row(vec![
        Text(vec![spoken(quotes, &unknown.key)]),
        share("share_of_net_saving", unknown.on_net),
        share("share_of_wait", unknown.on_wait),
        grade.unwrap_or_default(),
    ])
}

/// What to register now, and why; how fast it will tell where that was asked.
pub(super) fn monitoring(quotes: &Quotes<'_>) -> Section {
    let register = ["register-maatwerk", "register-wait", "register-hours", "register-referrers"]
        .map(|id| quotes.say(id, &[]));
    let mut blocks =
        vec![Block::Paragraph(quotes.say("council-register", &[])), Block::List(register.to_vec())];
    let mut said = Vec::new();
    if !several(quotes) {
        said.extend(options(quotes).into_iter().filter_map(|arm| luck(quotes, arm)));
    }
    let told = asked(quotes, Topic::Monitor);
    if told.is_empty() {
        said.push(quotes.say("council-register-when", &[]));
    }
    if !said.is_empty() {
        blocks.push(Block::Paragraph(together(said)));
    }
    blocks.extend(told);
    titled(quotes, "monitoring", "section-monitoring", blocks)
}

/// How much of one year's outcome is chance alone.
fn luck(quotes: &Quotes<'_>, arm: usize) -> Option<Text> {
    let last = quotes.forecast.periods.len() - 1;
    let (band, at) = quotes.change(arm, 0, Metric::NetSaving).at(Some(last));
    let share = band?.share_luck?;
    let figure = quotes.figure(format!("{at}/share_luck"), Some(share), Form::Percent, None);
    let year = Piece::Name(quotes.forecast.periods[last].clone());
    Some(quotes.say("council-luck", &[("share", figure.into()), ("year", year)]))
}
