//! A comparison with what is needed to quote from it, and the answer made of it.

use std::io;

use crate::analyses::{Comparison, Step};
use crate::report::answer::Answer;
use crate::report::document::{Piece, Teller, Text, pointer};
use crate::report::wording::Wording;
use crate::scenario::PartChange;

/// The answer.
///
/// # Errors
/// None in practice: the figures are written to memory.
pub fn compare(comparison: &Comparison, wording: &Wording) -> io::Result<Answer> {
    let quotes = Quotes { comparison, teller: Teller::new(wording, comparison.run.replications) };
    Ok(Answer {
        document: super::page::page(&quotes),
        charts: super::charts::charts(&quotes),
        json: crate::report::answer::json(&super::json::figures(comparison))?,
        product: None,
        beside: Vec::new(),
    })
}

/// A comparison with what is needed to quote from it.
pub(super) struct Quotes<'a> {
    pub(super) comparison: &'a Comparison,
    pub(super) teller: Teller<'a>,
}

impl Quotes<'_> {
    /// The place of what is known of a contender in a world.
    pub(super) fn at(&self, contender: usize, world: usize, member: &str) -> String {
        let name = &self.comparison.contenders[contender].arm.name;
        pointer(&["contenders", name, "world", &self.comparison.worlds[world].name, member])
    }

    pub(super) fn title(&self, contender: usize) -> Piece {
        Piece::Name(self.comparison.contenders[contender].arm.title.clone())
    }

    /// What a step of the explanation changes.
    pub(super) fn step(&self, step: &Step) -> Text {
        let id = match step.change {
            PartChange::Added => "compare-step-added",
            PartChange::Removed => "compare-step-removed",
            PartChange::Altered => "compare-step-altered",
        };
        self.teller.say(id, &[("what", Piece::Text(self.teller.key(&step.part)))])
    }
}
