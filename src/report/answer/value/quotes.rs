//! An answer, and what is needed to quote from it.

use std::io;

use super::{chart, json, page};
use crate::analyses::value::{Advice, SampleValue, Value, supported};
use crate::report::answer::Answer;
use crate::report::answer::quantity::quantity;
use crate::report::document::{ENOUGH, Piece, Teller, Text, pointer};
use crate::report::number::Form;
use crate::report::wording::Wording;
use crate::statistics::Estimate;

/// The answer.
///
/// # Errors
/// None in practice: the figures are written to memory.
pub fn value(found: &Value, wording: &Wording) -> io::Result<Answer> {
    let quotes = Quotes { found, teller: Teller::new(wording, found.run.replications) };
    Ok(Answer {
        document: page::page(&quotes),
        charts: chart::samples(&quotes).map(|chart| ("value", chart)).into_iter().collect(),
        json: crate::report::answer::json(&json::figures(found))?,
        product: None,
        beside: Vec::new(),
    })
}

/// A value of information with what is needed to quote from it.
pub(super) struct Quotes<'a> {
    pub(super) found: &'a Value,
    pub(super) teller: Teller<'a>,
}

impl Quotes<'_> {
    pub(super) fn option(&self, option: usize) -> Piece {
        Piece::Name(self.found.options[option].title.clone())
    }

    pub(super) fn world(&self, world: usize) -> Piece {
        Piece::Name(self.found.worlds[world].title.clone())
    }

    /// A place below a world.
    pub(super) fn in_world(&self, world: usize, rest: &[&str]) -> String {
        let mut parts = vec!["worlds", self.found.worlds[world].name.as_str()];
        parts.extend_from_slice(rest);
        pointer(&parts)
    }

    /// The place of a sample that the advice may point to.
    pub(super) fn of_sample(&self, sample: &SampleValue) -> String {
        let closures = sample.closures.to_string();
        let rest = ["samples", &closures, sample.observed.name()];
        match self.found.mixture {
            Some(_) => pointer(&["all_worlds", rest[0], rest[1], rest[2]]),
            None => self.in_world(0, &rest),
        }
    }

    pub(super) fn key(&self, key: &str) -> Text {
        quantity(&self.teller, key)
    }

    /// Whether there are replications enough to say anything of what knowing is worth.
    pub(super) const fn enough(&self) -> bool {
        self.found.run.replications >= ENOUGH
    }

    /// Whether a worth may be said.
    pub(super) fn supports(&self, value: &Estimate) -> bool {
        self.enough() && supported(value)
    }

    /// What to register first; none where there are too few replications to say.
    pub(super) fn advice(&self) -> Option<&Advice> {
        self.enough().then_some(&self.found.advice)
    }

    /// Euros a year.
    pub(super) fn euros(&self, at: &str, value: &Estimate) -> Piece {
        self.teller.estimate(at, Some(value), Form::Eur).into()
    }

    /// A worth with its error, or that it is not told apart from nought.
    pub(super) fn cell(&self, at: &str, value: &Estimate) -> Text {
        if !self.supports(value) {
            return self.teller.say("value-cell-none", &[]);
        }
        let error = self.teller.error(at, Some(value), Form::Eur);
        self.teller.say("value-cell", &[("value", self.euros(at, value)), ("error", error.into())])
    }
}
