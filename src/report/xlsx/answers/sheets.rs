//! The sheets of the answers that were asked.

use rust_xlsxwriter::XlsxError;

use super::{budget, compare, pay_back, value};
use crate::analyses::Answers;
use crate::report::wording::Wording;
use crate::report::xlsx::quote::Quote;
use crate::report::xlsx::sheet::Sheet;
use crate::statistics::Estimate;

/// One sheet per answer, in the order in which the others ask for them.
pub(in crate::report::xlsx) fn sheets<'a>(
    answers: &Answers,
    wording: &'a Wording,
) -> Result<Vec<Sheet<'a>>, XlsxError> {
    let mut all = Vec::new();
    all.extend(answers.compare.as_ref().map(|found| compare::sheet(found, wording)));
    all.extend(answers.break_even.as_ref().map(|found| pay_back::sheet(found, wording)));
    all.extend(answers.budget.as_ref().map(|found| budget::sheet(found, wording)));
    all.extend(answers.value.as_ref().map(|found| value::sheet(found, wording)));
    all.into_iter().collect()
}

/// An estimate and its error by their place in the file of an answer.
pub(super) fn quoted(question: &str, at: &str, estimate: Option<&Estimate>) -> [Quote; 2] {
    Quote::estimate(&format!("/answers/{question}{at}"), estimate)
}
