//! Which reports a run writes, as people type it.

use thiserror::Error;

use crate::report::Report;

/// The word for no report at all.
const NONE: &str = "none";

/// Why words do not choose reports.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub(super) enum ChoiceFault {
    /// A word that is no report.
    #[error("no report is called {0}")]
    Unknown(String),
    /// `none` beside a report.
    #[error("none stands alone")]
    NoneAndOthers,
}

/// Reads a list of reports parted by commas, or `none`.
pub(super) fn reports(text: &str) -> Result<Vec<Report>, ChoiceFault> {
    let words: Vec<&str> = text.split(',').map(str::trim).collect();
    if words == [NONE] {
        return Ok(Vec::new());
    }
    let named = |word: &&str| Report::ALL.into_iter().find(|report| report.name() == *word);
    if let Some(word) = words.iter().find(|word| named(word).is_none() && **word != NONE) {
        return Err(ChoiceFault::Unknown((*word).to_owned()));
    }
    if words.contains(&NONE) {
        return Err(ChoiceFault::NoneAndOthers);
    }
    Ok(Report::ALL.into_iter().filter(|report| words.contains(&report.name())).collect())
}

/// The words that can be typed.
pub(super) fn words() -> String {
    let names: Vec<&str> = Report::ALL.into_iter().map(Report::name).chain([NONE]).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_come_in_their_own_order_and_once() {
        assert_eq!(reports("xlsx"), Ok(vec![Report::Xlsx]));
        assert_eq!(reports("xlsx, html,xlsx"), Ok(vec![Report::Html, Report::Xlsx]));
        assert_eq!(reports("html,pdf,xlsx"), Ok(Report::ALL.to_vec()));
        assert_eq!(reports("none"), Ok(Vec::new()));
    }

    #[test]
    fn what_is_no_report_is_named() {
        for (text, word) in [("docx", "docx"), ("html,,pdf", ""), ("", ""), ("HTML", "HTML")] {
            assert_eq!(reports(text), Err(ChoiceFault::Unknown(word.to_owned())), "{text}");
        }
        assert_eq!(reports("none,html"), Err(ChoiceFault::NoneAndOthers));
    }
}
