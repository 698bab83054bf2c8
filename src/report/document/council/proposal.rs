//! What is proposed and what it costs; how many are helped, and how much sooner.

use super::super::answer;
use super::super::figures::Quotes;
use super::super::model::{Block, Section, Text};
use super::super::sentence::Piece;
use super::super::support::Direction;
use super::options::{about, options, titled};
use crate::analyses::{self, Shortage};
use crate::engine::Metric;
use crate::report::number::Form;

/// What is proposed and what it costs.
pub(super) fn cost(quotes: &Quotes<'_>) -> Section {
    let mut blocks = Vec::new();
    for arm in options(quotes) {
        let asked = &quotes.forecast.arms[arm];
        let gaps =
            [("title", Piece::Name(asked.title.clone())), ("purpose", Piece::Name(asked.purpose.clone()))];
        blocks.push(Block::Paragraph(quotes.say("council-question", &gaps)));
        let mut said = vec![spent(quotes, arm)];
        if arm > 0 {
            said.extend(answer::each_extra(quotes, arm));
            said.extend(answer::new_providers(quotes, arm));
        } else {
            said.extend(answer::each_alone(quotes));
        }
        blocks.push(about(quotes, arm, said));
    }
    let heading = if quotes.forecast.arms.len() > 1 { "section-proposal" } else { "section-proposal-single" };
    titled(quotes, "proposal", heading, blocks)
}

fn spent(quotes: &Quotes<'_>, arm: usize) -> Text {
    if arm == 0 {
        return quotes
            .say("single-cost", &quotes.band(&quotes.arm(0, 0, Metric::PojCost).at(None), Form::Eur));
    }
    let ids = ["council-cost-up", "council-cost-down", "council-cost-equal", "cost-unclear", "cost-hardly"];
    answer::change(quotes, arm, (Metric::PojCost, Form::Eur), ids)
}

/// How many are helped, and how much sooner.
pub(super) fn help(quotes: &Quotes<'_>) -> Section {
    let mut blocks = Vec::new();
    for arm in options(quotes) {
        let said = if arm > 0 { more(quotes, arm) } else { helped(quotes) };
        blocks.push(about(quotes, arm, said));
    }
    if quotes.forecast.reconciliation.is_none() {
        blocks.push(Block::Paragraph(short_of(quotes)));
        let sooner = |arm: usize| {
            let sooner = quotes.forecast.decisions[arm][0].weeks_sooner.as_ref();
            arm == 0 || quotes.direction(sooner) == Direction::Up
        };
        if options(quotes).into_iter().any(sooner) {
            blocks.push(Block::Paragraph(quotes.say("council-saving-or-wait", &[])));
        }
    }
    let heading = if quotes.forecast.arms.len() > 1 { "section-help" } else { "section-help-single" };
    titled(quotes, "help", heading, blocks)
}

fn more(quotes: &Quotes<'_>, arm: usize) -> Vec<Text> {
    let mut said = vec![answer::change(quotes, arm, (Metric::YouthsStarted, Form::Count), answer::YOUTHS)];
    said.push(answer::change(quotes, arm, (Metric::YouthsClosedPositive, Form::Count), answer::POSITIVE));
    said.extend(answer::sooner(quotes, arm));
    let (before, after) = (within_norm(quotes, 0), within_norm(quotes, arm));
    if let (Some(before), Some(after)) = (before, after) {
        said.push(quotes.say("council-within-norm", &[("before", before), ("after", after)]));
    }
    said
}

fn within_norm(quotes: &Quotes<'_>, arm: usize) -> Option<Piece> {
    let place = quotes.arm(arm, 0, Metric::ShareWithinNorm).at(None);
    place.0?;
    Some(quotes.part(&place, super::super::figures::Part::Mean, Form::Percent).into())
}

fn helped(quotes: &Quotes<'_>) -> Vec<Text> {
    let mut said = vec![
        answer::alone(quotes, Metric::YouthsStarted, "single-youths"),
        answer::alone(quotes, Metric::YouthsClosedPositive, "single-positive"),
    ];
    said.extend(answer::waits(quotes));
    said
}

/// Short of hours or of referrals, today.
fn short_of(quotes: &Quotes<'_>) -> Text {
    let bound = &quotes.forecast.decisions[0][0].capacity_bound.total;
    let id = match analyses::shortage(bound.value) {
        _ if !quotes.supports(bound) => "shortage-unsupported",
        Shortage::Hours => "council-shortage-hours",
        Shortage::Referrals => "council-shortage-referrals",
        Shortage::Open => "council-shortage-open",
    };
    quotes.say(id, &quotes.chance(&quotes.decision(0, 0, &["p_capacity_bound", "total"]), bound))
}
