//! Which assumptions are choices.

use super::super::figures::Quotes;
use super::super::model::{Block, Section, Text};
use super::super::sentence::Piece;
use super::options::{about, options, titled};
use super::sources::{holds, name, value};
use crate::analyses::{Input, InputValue};

/// Longer lists are told in the appendix.
const SHOWN: usize = 8;

/// What the proposal itself sets, as far as it is known and no guess, and which worlds there are.
pub(super) fn section(quotes: &Quotes<'_>) -> Section {
    let mut blocks = Vec::new();
    for arm in options(quotes).into_iter().filter(|arm| *arm > 0) {
        let inputs = quotes.forecast.inputs.iter().enumerate();
        let known = |input: &Input| matches!(input.value, InputValue::Number { fixed: true, .. });
        let own = inputs.filter(|(_, input)| known(input) && holds(input, arm) && !holds(input, 0));
        let items: Vec<Text> = own
            .map(|(index, input)| {
                let gaps = [
                    ("what", Piece::Text(name(quotes, input))),
                    ("value", Piece::Text(value(quotes, index, input))),
                ];
                quotes.say("council-choice", &gaps)
            })
            .collect();
        if items.is_empty() {
            continue;
        }
        blocks.push(about(quotes, arm, vec![quotes.say("council-choices", &[])]));
        blocks.push(Block::List(items.into_iter().take(SHOWN).collect()));
    }
    blocks.push(Block::Paragraph(quotes.say("council-choice-world", &[("world", quotes.world(0))])));
    let worlds = quotes.forecast.worlds.iter().map(|world| {
        let gaps =
            [("title", Piece::Name(world.title.clone())), ("purpose", Piece::Name(world.purpose.clone()))];
        quotes.say("council-world-about", &gaps)
    });
    blocks.push(Block::List(worlds.collect()));
    titled(quotes, "choices", "section-choices", blocks)
}
