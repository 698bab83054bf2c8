//! A folder of parts of one run: a file per stretch of draws, each whole or not there.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::folder::FolderFault;
use super::origin::MANIFEST;
use crate::engine::Stretch;
use crate::report::manifest::{Manifest, sha256};
use crate::report::part::{self, DigestPart};

/// What the names of the files begin with: with every number of some draws, or with what is kept of them.
const ROWS: &str = "draws-";
const DIGEST: &str = "digest-";

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
        self.named(ROWS)
    }

    /// The same of parts of which the numbers were not kept.
    pub(super) fn digests(&self) -> Vec<Range<usize>> {
        self.named(DIGEST)
    }

    fn named(&self, first: &str) -> Vec<Range<usize>> {
        let names = fs::read_dir(&self.folder).into_iter().flatten().filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            draws_of(first, &name)
        });
        let mut all: Vec<Range<usize>> = names.collect();
        all.sort_unstable_by_key(|draws| (draws.start, draws.end));
        all
    }

    /// One of them; `None` when it is damaged or of another run.
    pub(super) fn read(&self, draws: &Range<usize>) -> Option<Stretch<'static>> {
        let bytes = fs::read(self.folder.join(name_of(ROWS, draws))).ok()?;
        part::read(&self.identity, &bytes).filter(|stretch| stretch.draws == *draws)
    }

    /// One of those of which the numbers were not kept; `None` also when a file of its rows is not what it was.
    pub(super) fn read_digest(&self, draws: &Range<usize>) -> Option<DigestPart<'static>> {
        let bytes = fs::read(self.folder.join(name_of(DIGEST, draws))).ok()?;
        let part = part::read_digest(&self.identity, &bytes).filter(|part| part.draws == *draws)?;
        let sound = |(name, hash): &(String, String)| {
            fs::read(self.folder.join(name)).is_ok_and(|bytes| sha256(&bytes) == *hash)
        };
        part.files.iter().all(sound).then_some(part)
    }

    /// Whether a part stands there, sound, that is of another run.
    pub(super) fn of_another(&self) -> bool {
        let rows = self.list().into_iter().map(|draws| name_of(ROWS, &draws));
        let digests = self.digests().into_iter().map(|draws| name_of(DIGEST, &draws));
        // A sound part tells it for all: parts of two runs never stand in one folder.
        let sound =
            digests.chain(rows).find_map(|name| part::identity(&fs::read(self.folder.join(name)).ok()?));
        sound.is_some_and(|identity| identity != self.identity)
    }

    /// What the run is recognised by whose parts stand there; empty when that was not kept.
    pub(super) fn manifest(&self) -> String {
        fs::read_to_string(self.folder.join(MANIFEST)).unwrap_or_default()
    }

    /// Keeps what the run is recognised by, once.
    ///
    /// # Errors
    /// Those of [`Self::keep`].
    pub(super) fn keep_manifest(&self, manifest: &Manifest) -> Result<(), FolderFault> {
        if self.folder.join(MANIFEST).exists() {
            return Ok(());
        }
        self.put(MANIFEST, |to| manifest.write(to))
    }

    /// Keeps a stretch: whole under its name, or not at all.
    ///
    /// # Errors
    /// [`FolderFault`] with the file that could not be written, which is then not there.
    pub(super) fn keep(&self, stretch: &Stretch<'_>) -> Result<(), FolderFault> {
        let name = name_of(ROWS, &stretch.draws);
        self.put(&name, |to| part::write(&self.identity, stretch, to))
    }

    /// Keeps what is kept of some draws, as [`Self::keep`] does.
    ///
    /// # Errors
    /// Those of [`Self::keep`].
    pub(super) fn keep_digest(&self, digest: DigestPart<'_>) -> Result<(), FolderFault> {
        let name = name_of(DIGEST, &digest.draws);
        self.put(&name, |to| part::write_digest(&self.identity, digest, to))
    }

    /// Removes what is kept of some draws, if it is there.
    pub(super) fn drop_digest(&self, draws: &Range<usize>) {
        // One that stays is passed over for the one that reaches further.
        let _ = fs::remove_file(self.folder.join(name_of(DIGEST, draws)));
    }

    /// Writes a file: whole under its name, or not at all.
    ///
    /// # Errors
    /// [`FolderFault`] with the file that could not be written, which is then not there.
    pub(super) fn put(
        &self,
        name: &str,
        content: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
    ) -> Result<(), FolderFault> {
        fs::create_dir_all(&self.folder).map_err(FolderFault::at(&self.folder))?;
        let place = self.folder.join(name);
        let fresh = place.with_extension("new");
        let written = File::create(&fresh).map(BufWriter::new).and_then(|mut to| {
            content(&mut to)?;
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
fn name_of(first: &str, draws: &Range<usize>) -> String {
    format!("{first}{:07}-{:07}.{}", draws.start, draws.end, part::ENDING)
}

/// The draws that a name tells.
fn draws_of(first: &str, name: &str) -> Option<Range<usize>> {
    let (start, end) =
        name.strip_prefix(first)?.strip_suffix(part::ENDING)?.strip_suffix('.')?.split_once('-')?;
    let draws = start.parse().ok()?..end.parse().ok()?;
    (name_of(first, &draws) == name).then_some(draws)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::report::replications::Totals;

    #[test]
    fn the_name_of_a_file_tells_its_draws() {
        assert_eq!(draws_of(ROWS, &name_of(ROWS, &(5..70))), Some(5..70));
        assert_eq!(draws_of(ROWS, &name_of(DIGEST, &(5..70))), None);
        for name in ["draws-5-70.part", "draws-0000005-0000070.new", "notes.txt", "draws-a-b.part"] {
            assert_eq!(draws_of(ROWS, name), None, "{name}");
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
        assert!(!parts.of_another());
        let other = Parts::new(parts.folder, "other");
        assert_eq!((other.read(&(2..4)), other.of_another()), (None, true));
        fs::write(other.folder.join(name_of(ROWS, &(2..4))), "damaged").unwrap();
        assert!(!other.of_another(), "of no run at all");
    }

    #[test]
    fn a_digest_without_the_files_of_its_rows_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let parts = Parts::new(folder.path().join("parts"), "run");
        let name = "draws-0000002-0000004.parquet".to_owned();
        let files = vec![(name.clone(), sha256(b"rows"))];
        let (waiting, leaves) = (Cow::Owned(Totals::default()), Vec::new());
        parts.keep_digest(DigestPart { draws: 2..4, replications: 4, files, waiting, leaves }).unwrap();
        assert_eq!((parts.list().len(), parts.digests().first()), (0, Some(&(2..4))));
        assert_eq!(parts.read_digest(&(2..4)), None, "they are not there");
        parts.put(&name, |to| to.write_all(b"rows")).unwrap();
        assert!(parts.read_digest(&(2..4)).is_some());
        parts.put(&name, |to| to.write_all(b"other")).unwrap();
        assert_eq!(parts.read_digest(&(2..4)), None, "they are others");
    }
}
