//! Which reports a run writes and which questions it answers along, as people type it.

use thiserror::Error;

use crate::report::{Report, Topic};

/// The word for no report at all.
const NONE: &str = "none";
/// The word for every question that can be answered.
const ALL: &str = "all";

/// The questions that a run answers along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum With {
    /// None.
    #[default]
    Nothing,
    /// These; one that cannot be answered is a fault.
    These(Vec<Topic>),
    /// All that can be answered.
    All,
}

/// Why words do not choose.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub(super) enum ChoiceFault {
    /// A word that is not among those that can be typed.
    #[error("expected one of {valid}, got {found}")]
    Unknown {
        /// The word.
        found: String,
        /// What can be typed.
        valid: String,
    },
    /// `none` or `all` beside another word.
    #[error("{word} stands alone")]
    NotAlone {
        /// The word.
        word: &'static str,
    },
}

/// Reads a list of reports parted by commas, or `none`.
pub(super) fn reports(text: &str) -> Result<Vec<Report>, ChoiceFault> {
    Ok(chosen(text, (&Report::ALL, Report::name), NONE)?.unwrap_or_default())
}

/// Reads a list of questions parted by commas, or `all`.
pub(super) fn with(text: &str) -> Result<With, ChoiceFault> {
    Ok(chosen(text, (&Topic::ALL, Topic::name), ALL)?.map_or(With::All, With::These))
}

/// Those of some things that are named, in their own order and once; nothing for the word that stands alone.
fn chosen<T: Copy>(
    text: &str,
    (things, name): (&[T], fn(T) -> &'static str),
    alone: &'static str,
) -> Result<Option<Vec<T>>, ChoiceFault> {
    let words: Vec<&str> = text.split(',').map(str::trim).collect();
    if words == [alone] {
        return Ok(None);
    }
    let known = |word: &str| word == alone || things.iter().any(|thing| name(*thing) == word);
    if let Some(word) = words.iter().find(|word| !known(word)) {
        let valid: Vec<&str> = things.iter().map(|thing| name(*thing)).chain([alone]).collect();
        return Err(ChoiceFault::Unknown { found: (*word).to_owned(), valid: valid.join(", ") });
    }
    if words.contains(&alone) {
        return Err(ChoiceFault::NotAlone { word: alone });
    }
    Ok(Some(things.iter().copied().filter(|thing| words.contains(&name(*thing))).collect()))
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
    fn questions_come_in_their_own_order_and_once() {
        assert_eq!(with("value,monitor,value"), Ok(With::These(vec![Topic::Monitor, Topic::Value])));
        assert_eq!(with(" all "), Ok(With::All));
        assert_eq!(with("verify"), Ok(With::These(vec![Topic::Verify])));
        assert!(with("none").is_err() && with("score").is_err());
    }

    #[test]
    fn what_is_no_report_is_named() {
        for (text, word) in [("docx", "docx"), ("html,,pdf", ""), ("", ""), ("HTML", "HTML")] {
            let unknown = matches!(reports(text), Err(ChoiceFault::Unknown { found, .. }) if found == word);
            assert!(unknown, "{text}");
        }
        assert_eq!(reports("none,html"), Err(ChoiceFault::NotAlone { word: "none" }));
        assert_eq!(with("all,value"), Err(ChoiceFault::NotAlone { word: "all" }));
    }
}
