//! A folder of parts of one run: a file per stretch of draws, each whole or not there.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::folder::FolderFault;
use crate::engine::Stretch;
use crate::report::part;

/// What the names of the files begin with.
const PREFIX: &str = "draws-";

/// A folder of parts of the run with an identity.
#[derive(Debug)]
pub(super) struct Parts {
    folder: PathBuf,
    identity: String,
}

impl Parts {
    /// The parts that stand in a folder, which need not exist.
    pub(super) fn new(folder: PathBuf, identity: &str) -> Self {
        Self { folder, identity: identity.to_owned() }
    }

    /// The folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The draws of each part that stands there by its name, in rising order.
    pub(super) fn list(&self) -> Vec<Range<usize>> {
        let names = fs::read_dir(&self.folder).into_iter().flatten().filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            draws_of(&name)
        });
        let mut all: Vec<Range<usize>> = names.collect();
        all.sort_unstable_by_key(|draws| (draws.start, draws.end));
        all
    }

    /// One of them; `None` when it is damaged or of another run.
    pub(super) fn read(&self, draws: &Range<usize>) -> Option<Stretch<'static>> {
        let bytes = fs::read(self.folder.join(name_of(draws))).ok()?;
        part::read(&self.identity, &bytes).filter(|stretch| stretch.draws == *draws)
    }

    /// Keeps a stretch: whole under its name, or not at all.
    ///
    /// # Errors
    /// [`FolderFault`] with the file that could not be written, which is then not there.
    pub(super) fn keep(&self, stretch: &Stretch<'_>) -> Result<(), FolderFault> {
        fs::create_dir_all(&self.folder).map_err(FolderFault::at(&self.folder))?;
        let place = self.folder.join(name_of(&stretch.draws));
        let fresh = place.with_extension("new");
        let written = File::create(&fresh).map(BufWriter::new).and_then(|mut to| {
            part::write(&self.identity, stretch, &mut to)?;
            to.flush()
        });
        written.and_then(|()| fs::rename(&fresh, &place)).map_err(|fault| {
            // Half a part is of no use, and on a full disk its room is.
            let _ = fs::remove_file(&fresh);
            FolderFault::at(&place)(fault)
        })
    }
}

/// The name of the file of some draws: in rising order by name too.
fn name_of(draws: &Range<usize>) -> String {
    format!("{PREFIX}{:07}-{:07}.{}", draws.start, draws.end, part::ENDING)
}

/// The draws that a name tells.
fn draws_of(name: &str) -> Option<Range<usize>> {
    let (start, end) =
        name.strip_prefix(PREFIX)?.strip_suffix(part::ENDING)?.strip_suffix('.')?.split_once('-')?;
    let draws = start.parse().ok()?..end.parse().ok()?;
    (name_of(&draws) == name).then_some(draws)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_tells_its_draws() {
        assert_eq!(draws_of(&name_of(&(5..70))), Some(5..70));
        for name in ["draws-5-70.part", "draws-0000005-0000070.new", "notes.txt", "draws-a-b.part"] {
            assert_eq!(draws_of(name), None, "{name}");
        }
    }

    #[test]
    fn what_was_kept_is_found_and_what_is_of_another_run_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let parts = Parts::new(folder.path().join("parts"), "run");
        assert!(parts.list().is_empty());
        let stretch = Stretch {
            draws: 2..4,
            values: vec![1.0].into(),
            scores: vec![2.0].into(),
            queue: vec![3].into(),
            starts: vec![4].into(),
        };
        parts.keep(&stretch).unwrap();
        assert_eq!((parts.list().len(), parts.list().first()), (1, Some(&(2..4))));
        assert_eq!(parts.read(&(2..4)), Some(stretch));
        assert_eq!(Parts::new(parts.folder, "other").read(&(2..4)), None);
    }
}
