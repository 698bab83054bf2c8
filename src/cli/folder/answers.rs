//! Answers to questions: a few files beside the results of a run, each replaced by itself.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use super::fault::FolderFault;
use super::reservation::Reservation;
use super::swap;
use crate::report::answer::ANSWERS;

/// The endings of the files of an answer: its figures, its chart, a scenario that it proposes, and draws that it learnt.
const ENDINGS: [&str; 4] = ["json", "svg", "toml", "csv"];

/// Whether an answer to a question may have written a file of this name.
pub(super) fn is_answer(name: &OsStr) -> bool {
    let parts = name.to_str().and_then(|name| name.rsplit_once('.'));
    let named = |stem: &str, question: &str| {
        stem.strip_prefix(question).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    parts.is_some_and(|(stem, ending)| {
        ANSWERS.iter().any(|question| named(stem, question)) && ENDINGS.contains(&ending)
    })
}

/// Puts the files of an answer into the folder of a run, which is made if need be; what else is there stays.
///
/// Each file is whole at any moment: it takes the place of an earlier one in a single step.
///
/// # Errors
/// [`FolderFault`] with the file that could not be written.
pub(in crate::cli) fn keep(
    reservation: &Reservation,
    files: &[(String, Vec<u8>)],
) -> Result<(), FolderFault> {
    let target = reservation.target();
    fs::create_dir_all(target).map_err(FolderFault::at(target))?;
    for (name, content) in files {
        let fresh = reservation.workplace().join(name);
        fs::write(&fresh, content).map_err(FolderFault::at(&fresh))?;
        swap::settle(&fresh).map_err(FolderFault::at(&fresh))?;
    }
    for (name, _) in files {
        let place: PathBuf = target.join(name);
        fs::rename(reservation.workplace().join(name), &place).map_err(FolderFault::at(&place))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::reservation::Earlier;
    use super::*;

    #[test]
    fn an_answer_stands_beside_what_is_there_and_a_run_leaves_it() {
        let out = tempfile::tempdir().unwrap();
        let answer = |text: &str| {
            let reservation = Reservation::take(out.path(), "run").unwrap();
            assert!(reservation.earlier().is_ok());
            keep(&reservation, &[("compare.json".to_owned(), text.as_bytes().to_vec())]).unwrap();
        };
        answer("first");
        answer("second");
        let reservation = Reservation::take(out.path(), "run").unwrap();
        assert_eq!(reservation.earlier().unwrap(), Earlier::Nothing, "answers alone stop no run");
        fs::write(reservation.workplace().join("manifest.json"), "{}").unwrap();
        reservation.commit().unwrap();
        answer("third");
        assert_eq!(fs::read_to_string(out.path().join("run/compare.json")).unwrap(), "third");
        assert!(out.path().join("run/manifest.json").exists());
    }

    #[test]
    fn only_files_named_after_a_question_are_answers() {
        for name in ["compare.json", "compare-why.svg"] {
            assert!(is_answer(OsStr::new(name)), "{name}");
        }
        for name in ["compare.txt", "letter.json", "compare", "summary.json", "comparewhy.svg"] {
            assert!(!is_answer(OsStr::new(name)), "{name}");
        }
    }
}
