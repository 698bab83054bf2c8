//! What was asked along with the run, where the council looks for it.

use super::super::figures::Quotes;
use super::super::model::{Block, Section};
use super::super::sentence::Piece;
use super::options::{several, titled};
use crate::report::Topic;
use crate::report::answer::for_council;

/// What the council reads of an answer, led by the option that it is about where there are several; nothing when it
/// was not asked.
pub(super) fn asked(quotes: &Quotes<'_>, topic: Topic) -> Vec<Block> {
    let mut blocks = for_council(topic, &quotes.forecast.answers, quotes.wording).unwrap_or_default();
    if !topic.is_about_all() && several(quotes) && !blocks.is_empty() {
        let title = Piece::Name(quotes.forecast.arms[1].title.clone());
        blocks.insert(0, Block::Paragraph(quotes.say("council-about-first", &[("title", title)])));
    }
    blocks
}

/// Which option is best; none when it was not asked.
pub(super) fn compared(quotes: &Quotes<'_>) -> Option<Section> {
    let blocks = asked(quotes, Topic::Compare);
    (!blocks.is_empty()).then(|| titled(quotes, "compared", "section-compared", blocks))
}

/// The best use of a yearly amount; none when it was not asked.
pub(super) fn best_use(quotes: &Quotes<'_>) -> Option<Section> {
    let blocks = asked(quotes, Topic::Budget);
    (!blocks.is_empty()).then(|| titled(quotes, "budget", "section-best-use", blocks))
}
