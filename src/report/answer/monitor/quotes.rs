//! An answer, and what is needed to quote from it.

use std::io;

use super::{chart, json, page};
use crate::analyses::monitor::{Monitor, Register, Verdicts};
use crate::report::answer::Answer;
use crate::report::document::{Piece, Teller, pointer};
use crate::report::wording::Wording;

/// Months in a quarter.
pub(super) const MONTHS: usize = 3;

/// The answer.
///
/// # Errors
/// None in practice: the figures are written to memory.
pub fn monitor(found: &Monitor, wording: &Wording) -> io::Result<Answer> {
    let quotes = Quotes { found, teller: Teller::new(wording, found.run.replications) };
    Ok(Answer {
        document: page::page(&quotes),
        charts: chart::passed(&quotes).map(|chart| ("monitor", chart)).into_iter().collect(),
        json: crate::report::answer::json(&json::figures(found))?,
        product: None,
        beside: Vec::new(),
    })
}

/// A monitor with what is needed to quote from it.
pub(super) struct Quotes<'a> {
    pub(super) found: &'a Monitor,
    pub(super) teller: Teller<'a>,
}

impl Quotes<'_> {
    pub(super) fn arm(&self) -> Piece {
        Piece::Name(self.found.arm.title.clone())
    }

    /// A place below a way of registering.
    pub(super) fn at(register: Register, rest: &[&str]) -> String {
        let mut parts = vec!["registering", register.name()];
        parts.extend_from_slice(rest);
        pointer(&parts)
    }

    /// The place of the share that has passed the bound after a quarter.
    pub(super) fn passed(verdicts: &Verdicts, quarter: usize) -> String {
        Self::at(verdicts.register, &["passed_after_months", &(MONTHS * quarter).to_string()])
    }
}
