//! The share of the positive closures that must really avoid maatwerk, beside what is assumed and what was found.

use super::figures::{Quotes, pointer};
use super::model::{Align, Block, Column, Row, Section, Table, Text};
use super::page::heading;
use super::sentence::{Piece, together};
use super::support::{about_all, above_all};
use crate::analyses::{Finding, FindingKind, InputValue};
use crate::report::number::Form;
use crate::scenario::Key;

/// The break-even share of one arm.
pub(super) fn section(quotes: &Quotes<'_>, arm: usize) -> Section {
    let mut sentences = vec![quotes.say("break-even-why", &[])];
    sentences.extend(needed(quotes, arm));
    sentences.extend(assumed(quotes, arm));
    let heading = heading(quotes, arm, ["section-break-even", "section-break-even-of"]);
    let mut blocks = vec![Block::Paragraph(together(sentences))];
    // What others found is the same beside every arm; it is said once.
    if arm <= 1 {
        blocks.push(Block::Table(findings(quotes, |_| true)));
    }
    Section { id: "break-even", heading: Some(heading), blocks }
}

/// What share is needed, as far as the error allows to say.
pub(super) fn needed(quotes: &Quotes<'_>, arm: usize) -> Vec<Text> {
    let break_even = &quotes.forecast.decisions[arm][0].break_even;
    let at = |member| quotes.decision(arm, 0, &["break_even_avoidance_share", member]);
    let id = match &break_even.real {
        None if quotes.costs_no_more(arm) => "break-even-cheaper",
        None => "break-even-none",
        Some(real) if real.value <= 0.0 => "break-even-free",
        Some(real) if above_all(real) => "break-even-never",
        Some(real) if !quotes.supports(real) => "break-even-unsupported",
        Some(real) if about_all(real) => "break-even-doubtful",
        Some(_) if arm > 0 => "break-even-extra",
        Some(_) => "break-even-single",
    };
    let real = quotes.estimate(&at("real"), break_even.real.as_ref(), Form::Percent);
    let mut said = vec![quotes.say(id, &[("share", real.into())])];
    if let Some(evaluation) = break_even
        .evaluation
        .as_ref()
        .filter(|one| one.value > 0.0 && one.value < 1.0 && quotes.supports(*one))
    {
        let share = quotes.estimate(&at("evaluation"), Some(evaluation), Form::Percent);
        said.push(quotes.say("break-even-evaluation", &[("share", share.into())]));
    }
    said
}

/// What the leading world assumes.
pub(super) fn assumed(quotes: &Quotes<'_>, arm: usize) -> Option<Text> {
    let key = Key::AvoidanceShare.entry().key;
    let holds = |input: &crate::analyses::Input| {
        input.key == key
            && input.from.is_none()
            && input.holds_in.iter().any(|(one, worlds)| *one == arm && worlds.contains(&0))
    };
    let index = quotes.forecast.inputs.iter().position(holds)?;
    let InputValue::Number { mean, quantiles, .. } = &quotes.forecast.inputs[index].value else {
        return None;
    };
    let figure = |member: &str, value| {
        quotes.figure(pointer(&["inputs", &index.to_string(), member]), Some(value), Form::Percent, None)
    };
    let band = quotes.behind(figure("p10", quantiles[0]), figure("p90", quantiles[2]));
    let stated = figure("mean", *mean);
    // The key is about those whom a huisarts refers, the limit about all: they are only alike where nobody else counts for less.
    let all = quotes.forecast.decisions[arm][0].break_even.assumed.as_ref();
    let at = quotes.decision(arm, 0, &["break_even_avoidance_share", "assumed"]);
    let share = quotes.estimate(&at, all, Form::Percent);
    let id = match all.filter(|all| quotes.supports(*all)) {
        Some(_) if share.text == stated.text => "break-even-assumed",
        Some(_) if arm > 0 => "break-even-assumed-extra",
        Some(_) => "break-even-assumed-single",
        None => "break-even-assumed-huisarts",
    };
    let gaps = [("value", stated.into()), ("band", Piece::Text(band)), ("share", share.into())];
    Some(quotes.say(id, &gaps))
}

/// What was found elsewhere, of the kinds that are wanted.
pub(super) fn findings(quotes: &Quotes<'_>, wanted: impl Fn(FindingKind) -> bool) -> Table {
    let column = |id, align| Column { heading: quotes.say(id, &[]), align };
    Table {
        caption: quotes.say("findings-caption", &[]),
        columns: vec![
            column("findings-what", Align::Left),
            column("findings-value", Align::Right),
            column("findings-source", Align::Left),
        ],
        rows: quotes
            .forecast
            .studies
            .iter()
            .filter(|finding| wanted(finding.kind))
            .map(|finding| row(quotes, finding))
            .collect(),
    }
}

fn row(quotes: &Quotes<'_>, finding: &Finding) -> Row {
    let form = if finding.kind == FindingKind::UseRatio { Form::Ratio } else { Form::Percent };
    let figure = |member: &str, value| -> Piece {
        quotes.figure(pointer(&["studies", finding.id, member]), Some(value), form, None).into()
    };
    let value = match (finding.value, finding.range) {
        (Some(value), None) => quotes.say("findings-one", &[("value", figure("value", value))]),
        (Some(value), Some((low, high))) => quotes.say(
            "findings-interval",
            &[("value", figure("value", value)), ("low", figure("low", low)), ("high", figure("high", high))],
        ),
        (None, Some((low, high))) => {
            quotes.say("findings-range", &[("low", figure("low", low)), ("high", figure("high", high))])
        }
        (None, None) => quotes.say("findings-none", &[]),
    };
    let what = quotes.say(&format!("finding-{}", finding.id), &[]);
    Row(vec![what, value, Text::name(finding.source)])
}
