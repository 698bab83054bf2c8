//! The appendix: every assumption with its value, how sure it is, and its source.

use super::super::break_even;
use super::super::figures::{Quotes, pointer};
use super::super::model::{Align, Block, Figure, Row, Run, Section, Table, Text};
use super::super::sentence::{Piece, together};
use super::super::unknowns::{grade_id, part_name, spoken};
use super::options::{column, titled};
use crate::analyses::{FindingKind, Input, InputValue};
use crate::report::number::{Form, whole_percentages};
use crate::scenario::Unit;

/// Shares of more parts than this are named and not listed.
const PARTS_MOST: usize = 6;

/// Sources of every assumption in the leading world.
pub(super) fn section(quotes: &Quotes<'_>) -> Section {
    let inputs = quotes.forecast.inputs.iter().enumerate();
    let used = inputs.filter(|(_, input)| (0..quotes.forecast.arms.len()).any(|arm| holds(input, arm)));
    let rows = used.map(|(index, input)| {
        let grade = quotes.say(grade_id(input.provenance.grade), &[]);
        let what = only_in(quotes, input, name(quotes, input));
        Row(vec![what, value(quotes, index, input), grade, Text::name(input.provenance.source.clone())])
    });
    let table = Table {
        caption: quotes.say("council-sources-data", &[("world", quotes.world(0))]),
        columns: vec![
            column(quotes, "unknowns-what", Align::Left),
            column(quotes, "council-value", Align::Left),
            column(quotes, "unknowns-grade", Align::Left),
            column(quotes, "findings-source", Align::Left),
        ],
        rows: rows.collect(),
    };
    let mut elsewhere = break_even::findings(quotes, |kind| kind == FindingKind::ClosedShare);
    elsewhere.caption = quotes.say("council-closed-elsewhere", &[]);
    let blocks = vec![
        Block::Paragraph(quotes.say("council-sources", &[])),
        Block::Table(table),
        Block::Table(elsewhere),
    ];
    titled(quotes, "sources", "section-sources", blocks)
}

/// Whether a value holds in an arm in the leading world.
pub(super) fn holds(input: &Input, arm: usize) -> bool {
    input.holds_in.iter().any(|(one, worlds)| *one == arm && worlds.contains(&0))
}

/// The name of a quantity, with the arm where it does not hold in the base.
fn only_in(quotes: &Quotes<'_>, input: &Input, what: Text) -> Text {
    let others = (1..quotes.forecast.arms.len()).filter(|arm| holds(input, *arm));
    let others: Vec<&str> = others.map(|arm| quotes.forecast.arms[arm].title.as_str()).collect();
    if holds(input, 0) {
        return what;
    }
    let arms = Piece::Name(others.join(" · "));
    quotes.say("council-only-in", &[("what", Piece::Text(what)), ("arms", arms)])
}

/// What a quantity is called, with its provider and its date.
pub(super) fn name(quotes: &Quotes<'_>, input: &Input) -> Text {
    let steps: Vec<&str> = input.key.split('.').collect();
    let what = match steps[..] {
        ["ceilings", ceiling, ..] => {
            quotes.say("council-ceiling-of", &[("name", Piece::Name(ceiling.to_owned()))])
        }
        ["providers", provider, ..] => {
            let what = Piece::Text(Text(vec![spoken(quotes, &input.key)]));
            quotes.say("council-provider-of", &[("what", what), ("name", Piece::Name(provider.to_owned()))])
        }
        _ => Text(vec![spoken(quotes, &input.key)]),
    };
    match input.from {
        Some(date) => {
            let from = quotes.say("council-from-date", &[("date", Piece::Name(quotes.date(date)))]);
            together(vec![what, from])
        }
        None => what,
    }
}

/// A value as it was given: a number, a number with its band, or shares.
pub(super) fn value(quotes: &Quotes<'_>, index: usize, input: &Input) -> Text {
    let at = |parts: &[&str]| format!("{}{}", pointer(&["inputs", &index.to_string()]), pointer(parts));
    let unit = input.provenance.unit;
    match &input.value {
        InputValue::Number { fixed, mean, quantiles } => {
            let figure = |member: &str, value| given(quotes, at(&[member]), value, unit);
            let band = if *fixed {
                Text::default()
            } else {
                quotes.behind(figure("p10", quantiles[0]), figure("p90", quantiles[2]))
            };
            let gaps = [("value", figure("mean", *mean).into()), ("band", Piece::Text(band))];
            quotes.say(unit_id(unit), &gaps)
        }
        InputValue::Shares { parts, .. } if parts.len() > PARTS_MOST => quotes.say("council-many-parts", &[]),
        InputValue::Shares { parts, .. } => {
            let mut runs = Vec::new();
            let shares: Vec<f64> = parts.iter().map(|(_, share)| *share).collect();
            for ((part, share), told) in parts.iter().zip(whole_percentages(&shares)) {
                let separator = if runs.is_empty() { "" } else { ", " };
                runs.push(Run::Words(separator.to_owned()));
                runs.push(match part_name(quotes.wording, &input.key, part) {
                    Some(words) => Run::Words(words),
                    None => Run::Name(part.clone()),
                });
                runs.push(Run::Words(" ".to_owned()));
                let mut figure = quotes.figure(at(&["shares", part]), Some(*share), Form::Percent, None);
                figure.text = quotes.numbers.show(Form::Percent, told, None);
                runs.push(Run::Figure(figure));
            }
            runs.retain(|run| !run.shown().is_empty());
            Text(runs)
        }
    }
}

fn given(quotes: &Quotes<'_>, pointer: String, value: f64, unit: Unit) -> Figure {
    let form = match unit {
        Unit::Share | Unit::SharePerYear => Form::GivenPercent,
        Unit::Eur | Unit::EurPerYear => Form::EurWhole,
        Unit::EurPerHour => Form::EurCents,
        _ => Form::Given,
    };
    let mut figure = quotes.figure(pointer, Some(value), form, None);
    if unit == Unit::Year {
        // A year is a name made of digits.
        figure.text = format!("{value:.0}");
    }
    figure
}

const fn unit_id(unit: Unit) -> &'static str {
    match unit {
        Unit::YouthsPerYear => "unit-youths-per-year",
        Unit::Share | Unit::Ratio | Unit::Count | Unit::Eur | Unit::Year => "unit-none",
        Unit::SharePerYear => "unit-share-per-year",
        Unit::Hours => "unit-hours",
        Unit::HoursPerWeek => "unit-hours-per-week",
        Unit::Weeks => "unit-weeks",
        Unit::WeeksPerYear => "unit-weeks-per-year",
        Unit::PerWeek => "unit-per-week",
        Unit::PerYear => "unit-per-year",
        Unit::Conversations => "unit-conversations",
        Unit::LogOdds => "unit-log-odds",
        Unit::LogOddsPerWeek => "unit-log-odds-per-week",
        Unit::EurPerHour => "unit-eur-per-hour",
        Unit::EurPerYear => "unit-eur-per-year",
    }
}
