//! What was found with what is needed to quote from it, and the answer made of it.

use std::io;

use crate::analyses::PayBack;
use crate::report::answer::Answer;
use crate::report::document::Teller;
use crate::report::wording::Wording;

/// The answer.
///
/// # Errors
/// None in practice: the figures are written to memory.
pub fn break_even(pay_back: &PayBack, wording: &Wording) -> io::Result<Answer> {
    let quotes = Quotes { pay_back, teller: Teller::new(wording, pay_back.run.replications) };
    Ok(Answer {
        document: super::page::page(&quotes),
        charts: super::charts::charts(&quotes),
        json: crate::report::answer::json(&super::json::figures(pay_back))?,
        product: None,
        beside: Vec::new(),
    })
}

/// What was found with what is needed to quote from it.
pub(super) struct Quotes<'a> {
    pub(super) pay_back: &'a PayBack,
    pub(super) teller: Teller<'a>,
}
