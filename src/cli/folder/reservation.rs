//! The right to write the results of one run.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::answers::is_answer;
use super::fault::FolderFault;
use super::swap::{self, Moved};

/// What stands where the results will go.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) enum Earlier {
    /// Nothing, an empty folder, or one with answers to questions and no run.
    Nothing,
    /// Results of an earlier run, with this manifest.
    Results(PathBuf),
}

/// The sole right to write `DIR/<name>`, held until it is dropped.
///
/// What is written goes to a workplace beside it; only [`Reservation::commit`] touches `DIR/<name>` itself. A
/// dropped reservation takes its workplace with it.
#[derive(Debug)]
pub(in crate::cli) struct Reservation {
    target: PathBuf,
    aside: PathBuf,
    workplace: PathBuf,
    /// Which files are ours to replace, by name; all others are kept.
    is_made: fn(&OsStr) -> bool,
    /// What got another place when a crash was put right.
    moved: Vec<Moved>,
    /// Locked for as long as it is open.
    _lock: File,
}

impl Reservation {
    /// Makes `out` if need be, takes the lock, clears what a crashed run left and proves that it can write.
    ///
    /// # Errors
    /// [`FolderFault`], before anything of an earlier run is touched.
    pub(in crate::cli) fn take(out: &Path, name: &str) -> Result<Self, FolderFault> {
        Self::take_for(out, name, swap::is_product)
    }

    /// The same for a folder in which other files are ours to replace than those of a run.
    ///
    /// # Errors
    /// Those of [`Self::take`].
    pub(in crate::cli) fn take_for(
        out: &Path,
        name: &str,
        is_made: fn(&OsStr) -> bool,
    ) -> Result<Self, FolderFault> {
        if name.is_empty() || name.chars().all(|c| c == '.') || name.contains(['/', '\\']) {
            return Err(FolderFault::Name(name.to_owned()));
        }
        fs::create_dir_all(out).map_err(FolderFault::at(out))?;
        let target = out.join(name);
        let lock = lock(&out.join(format!(".{name}.lock")), &target)?;
        let aside = out.join(format!(".{name}.old"));
        let workplace = out.join(format!(".{name}.new"));
        let moved = swap::recover(&target, &aside, is_made).map_err(FolderFault::at(&aside))?;
        swap::remove(&workplace).map_err(FolderFault::at(&workplace))?;
        fs::create_dir(&workplace).map_err(FolderFault::at(out))?;
        Ok(Self { target, aside, workplace, is_made, moved, _lock: lock })
    }

    /// What stands where the results will go.
    ///
    /// # Errors
    /// [`FolderFault::Foreign`] for anything that is not a folder of ours: that is never replaced;
    /// [`FolderFault::Refused`] for results that may not be changed.
    pub(in crate::cli) fn earlier(&self) -> Result<Earlier, FolderFault> {
        let Ok(about) = self.target.symlink_metadata() else {
            return Ok(Earlier::Nothing);
        };
        let manifest = self.target.join("manifest.json");
        if about.is_dir() && manifest.is_file() {
            swap::probe(&self.target).map_err(FolderFault::at(&self.target))?;
            return Ok(Earlier::Results(manifest));
        }
        // Answers to questions may stand there without a run; they move along.
        let names: io::Result<Vec<OsString>> =
            fs::read_dir(&self.target).and_then(|all| all.map(|entry| Ok(entry?.file_name())).collect());
        // Beside an answer of ours files of the user's own are kept; by themselves they make a folder that is not ours.
        let free = names.is_ok_and(|names| {
            let ours = names.is_empty() || names.iter().any(|name| is_answer(name));
            ours && !names.iter().any(|name| (self.is_made)(name))
        });
        if about.is_dir() && free {
            Ok(Earlier::Nothing)
        } else {
            Err(FolderFault::Foreign(self.target.clone()))
        }
    }

    /// Where the results are written until they are whole.
    pub(in crate::cli) fn workplace(&self) -> &Path {
        &self.workplace
    }

    /// Where they will be.
    pub(in crate::cli) fn target(&self) -> &Path {
        &self.target
    }

    /// A folder of the run beside its own, hidden as the lock is, for what outlives this reservation.
    pub(in crate::cli) fn aside_for(&self, what: &str) -> PathBuf {
        self.aside.with_extension(what)
    }

    /// The files of the earlier results that the new ones do not have, by name: they go when the new ones come.
    pub(in crate::cli) fn leaving(&self) -> Vec<String> {
        swap::missing(&self.target, &self.workplace)
    }

    /// Puts the results in their place; returns the files of the user's own that have got another place by that.
    ///
    /// # Errors
    /// [`FolderFault`]; the earlier results are then whole and in their place, at the latest after the next run.
    pub(in crate::cli) fn commit(mut self) -> Result<Vec<Moved>, FolderFault> {
        let moved = swap::replace(&self.workplace, (&self.target, &self.aside), self.is_made);
        self.moved.extend(moved.map_err(FolderFault::at(&self.target))?);
        Ok(std::mem::take(&mut self.moved))
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next run.
        let _ = swap::remove(&self.workplace);
    }
}

fn lock(path: &Path, target: &Path) -> Result<File, FolderFault> {
    // The file stays behind: removing it would let a third run lock a file that a second one still waits for.
    let file =
        File::options().create(true).truncate(false).write(true).open(path).map_err(FolderFault::at(path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(FolderFault::Busy(target.to_path_buf())),
        Err(TryLockError::Error(fault)) => Err(FolderFault::Refused { path: path.to_path_buf(), fault }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(out: &Path, text: &str) {
        let reservation = Reservation::take(out, "run").unwrap();
        fs::write(reservation.workplace().join("manifest.json"), text).unwrap();
        reservation.commit().unwrap();
    }

    fn read(out: &Path) -> String {
        fs::read_to_string(out.join("run/manifest.json")).unwrap()
    }

    #[test]
    fn results_appear_as_a_whole_and_replace_earlier_ones() {
        let out = tempfile::tempdir().unwrap();
        written(out.path(), "first");
        assert_eq!(read(out.path()), "first");
        fs::write(out.path().join("run/notes.txt"), "mine").unwrap();
        fs::write(out.path().join("run/bands.csv"), "stale").unwrap();
        written(out.path(), "second");
        assert_eq!(read(out.path()), "second");
        assert!(out.path().join("run/notes.txt").exists(), "a file of the user's own is kept");
        assert!(!out.path().join("run/bands.csv").exists(), "an earlier result is not");
        assert!(!out.path().join(".run.old").exists());
    }

    /// A long run has a folder of rows, a shorter one a file of that name.
    #[test]
    fn a_file_of_the_users_own_among_the_rows_is_kept() {
        let out = tempfile::tempdir().unwrap();
        let place = |name: &str| out.path().join("run").join(name);
        let run = |long: bool| {
            let reservation = Reservation::take(out.path(), "run").unwrap();
            let rows = reservation.workplace().join("replications.parquet");
            fs::write(reservation.workplace().join("manifest.json"), "{}").unwrap();
            if long {
                fs::create_dir(&rows).unwrap();
                fs::write(rows.join("draws-000000000-000000500.parquet"), "rows").unwrap();
            } else {
                fs::write(&rows, "rows").unwrap();
            }
            reservation.commit().unwrap()
        };
        run(true);
        fs::write(place("replications.parquet/own.txt"), "mine").unwrap();
        fs::write(place("replications.parquet/draws-of-mine.parquet"), "mine").unwrap();
        fs::write(place("replications.parquet/draws-000000500-000000900.parquet"), "stale").unwrap();
        assert_eq!(run(true), [], "each is where it was");
        for name in ["own.txt", "draws-of-mine.parquet"] {
            assert_eq!(
                fs::read_to_string(place("replications.parquet").join(name)).unwrap(),
                "mine",
                "{name}"
            );
        }
        assert!(!place("replications.parquet/draws-000000500-000000900.parquet").exists());
        fs::write(place("own.txt"), "another").unwrap();
        let moved = |name: &str, to: &str| Moved {
            from: Path::new("replications.parquet").join(name),
            to: to.into(),
        };
        let told = [moved("draws-of-mine.parquet", "draws-of-mine.parquet"), moved("own.txt", "2-own.txt")];
        assert_eq!(run(false), told);
        assert!(place("replications.parquet").is_file());
        assert_eq!(fs::read_to_string(place("own.txt")).unwrap(), "another");
        assert_eq!(fs::read_to_string(place("2-own.txt")).unwrap(), "mine", "its name was taken");
        assert!(place("draws-of-mine.parquet").exists());
    }

    #[test]
    fn a_run_that_is_given_up_leaves_the_earlier_results() {
        let out = tempfile::tempdir().unwrap();
        written(out.path(), "first");
        let reservation = Reservation::take(out.path(), "run").unwrap();
        fs::write(reservation.workplace().join("manifest.json"), "half").unwrap();
        drop(reservation);
        assert_eq!(read(out.path()), "first");
        assert!(!out.path().join(".run.new").exists());
    }

    #[test]
    fn a_second_run_into_the_same_folder_is_refused_while_the_first_is_busy() {
        let out = tempfile::tempdir().unwrap();
        let first = Reservation::take(out.path(), "run").unwrap();
        assert!(matches!(Reservation::take(out.path(), "run"), Err(FolderFault::Busy(_))));
        assert!(Reservation::take(out.path(), "other").is_ok(), "another name is free");
        drop(first);
        assert!(Reservation::take(out.path(), "run").is_ok());
    }

    #[test]
    fn what_a_crash_left_between_two_steps_is_made_whole() {
        let out = tempfile::tempdir().unwrap();
        written(out.path(), "first");
        fs::rename(out.path().join("run"), out.path().join(".run.old")).unwrap();
        fs::create_dir(out.path().join(".run.new")).unwrap();
        drop(Reservation::take(out.path(), "run").unwrap());
        assert_eq!(read(out.path()), "first", "the crash came before the new results were in place");

        fs::create_dir(out.path().join(".run.old")).unwrap();
        fs::write(out.path().join(".run.old/manifest.json"), "older").unwrap();
        fs::write(out.path().join(".run.old/notes.txt"), "mine").unwrap();
        drop(Reservation::take(out.path(), "run").unwrap());
        assert_eq!(read(out.path()), "first", "the crash came after");
        assert!(out.path().join("run/notes.txt").exists());
        assert!(!out.path().join(".run.old").exists());
    }

    #[test]
    fn a_folder_or_file_that_is_not_ours_is_never_replaced() {
        let out = tempfile::tempdir().unwrap();
        fs::create_dir(out.path().join("run")).unwrap();
        let earlier = || Reservation::take(out.path(), "run").unwrap().earlier();
        assert_eq!(earlier().unwrap(), Earlier::Nothing, "an empty folder may be filled");
        fs::write(out.path().join("run/letter.txt"), "mine").unwrap();
        assert!(matches!(earlier(), Err(FolderFault::Foreign(_))));
        fs::remove_dir_all(out.path().join("run")).unwrap();
        fs::write(out.path().join("run"), "a file").unwrap();
        assert!(matches!(earlier(), Err(FolderFault::Foreign(_))));
    }

    #[cfg(unix)]
    #[test]
    fn results_that_may_not_be_changed_are_refused_before_anything_is_simulated() {
        use std::os::unix::fs::PermissionsExt as _;
        let out = tempfile::tempdir().unwrap();
        written(out.path(), "first");
        let folder = out.path().join("run");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
        // The superuser may write anywhere; what this is about does not befall him.
        let superuser = File::create(folder.join("probe")).is_ok();
        let earlier = Reservation::take(out.path(), "run").unwrap().earlier();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        assert!(superuser || matches!(earlier, Err(FolderFault::Refused { .. })));
        assert!(!out.path().join(".run.old").exists());
        assert_eq!(read(out.path()), "first");
    }

    #[test]
    fn a_name_that_would_leave_the_folder_is_refused() {
        let out = tempfile::tempdir().unwrap();
        for name in ["", ".", "..", "a/b"] {
            assert!(matches!(Reservation::take(out.path(), name), Err(FolderFault::Name(_))), "{name}");
        }
    }
}
