//! An answer, and what is needed to quote from it.

use std::io;

use super::{chart, json, page};
use crate::analyses::{Backtest, Tested};
use crate::report::answer::Answer;
use crate::report::answer::calibrate::{form_of_metric, named};
use crate::report::document::{Teller, Text, pointer};
use crate::report::number::Form;
use crate::report::wording::Wording;

/// The answer.
///
/// # Errors
/// None in practice: the figures are written to memory.
pub fn backtest(found: &Backtest, wording: &Wording) -> io::Result<Answer> {
    let quotes = Quotes { found, teller: Teller::new(wording, found.run.replications) };
    Ok(Answer {
        document: page::page(&quotes),
        charts: chart::figures(&quotes).map(|chart| ("backtest", chart)).into_iter().collect(),
        json: crate::report::answer::json(&json::figures(found))?,
        product: None,
        beside: Vec::new(),
    })
}

/// A backtest with what is needed to quote from it.
pub(super) struct Quotes<'a> {
    pub(super) found: &'a Backtest,
    pub(super) teller: Teller<'a>,
}

impl Quotes<'_> {
    /// What a figure is called.
    pub(super) fn name(&self, one: &Tested) -> Text {
        named(&self.teller, one.name)
    }

    /// A place below a figure.
    pub(super) fn at(one: &Tested, rest: &[&str]) -> String {
        let mut parts = vec!["forecast", one.name];
        parts.extend_from_slice(rest);
        pointer(&parts)
    }
}

/// How a figure is written.
pub(super) const fn form(one: &Tested) -> Form {
    form_of_metric(one.unit)
}
