//! Checks as they ended, as an answer.

use std::io;

use super::{json, page};
use crate::analyses::verify::{Check, Verified};
use crate::report::answer::{self, Answer};
use crate::report::document::Teller;
use crate::report::wording::Wording;

/// The answer.
///
/// # Errors
/// None in practice: the figures are written to memory.
pub fn verify(found: &Verified, wording: &Wording) -> io::Result<Answer> {
    let teller = Teller::new(wording, found.run.replications);
    Ok(Answer {
        document: page::page(found, &teller),
        charts: Vec::new(),
        json: answer::json(&json::figures(found))?,
        product: None,
        beside: Vec::new(),
    })
}

/// The place of something of a check in the file of figures.
pub(super) fn at(check: &Check, what: &str) -> String {
    format!("/checks/{}/{what}", check.id)
}
