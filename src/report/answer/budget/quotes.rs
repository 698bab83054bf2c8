//! What was found with what is needed to quote from it, and the answer made of it.

use std::io;

use crate::analyses::Allotment;
use crate::report::answer::Answer;
use crate::report::document::Teller;
use crate::report::wording::Wording;

/// The answer; the scenario file of the best is left to the caller.
///
/// # Errors
/// None in practice: the figures are written to memory.
pub fn budget(allotment: &Allotment, wording: &Wording) -> io::Result<Answer> {
    let quotes = Quotes { allotment, teller: Teller::new(wording, allotment.run.replications) };
    Ok(Answer {
        document: super::page::page(&quotes),
        charts: vec![("budget", super::charts::frontier(&quotes))],
        json: crate::report::answer::json(&super::json::figures(allotment))?,
        product: None,
        beside: Vec::new(),
    })
}

/// What was found with what is needed to quote from it.
pub(super) struct Quotes<'a> {
    pub(super) allotment: &'a Allotment,
    pub(super) teller: Teller<'a>,
}

/// The name of a finalist in running text and beside its point: its number.
pub(super) fn number(finalist: usize) -> String {
    (finalist + 1).to_string()
}
