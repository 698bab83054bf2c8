//! New results take the place of earlier ones, in steps that can be picked up after a crash.
//!
//! The steps: the earlier folder moves aside, the new one moves in, files of the user's own move from the one
//! to the other, what is left of the earlier one is removed. [`recover`] finishes or undoes what a crash left.

use std::ffi::OsStr;
use std::fs::{self, DirEntry, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The files that a run writes. Those, one `resolved-ARM.toml` per further arm, and the draws of a part of a run; anything else in its
/// folder is the user's and is kept, in a folder of rows too.
const PRODUCTS: [&str; 11] = [
    "summary.json",
    "resolved.toml",
    "manifest.json",
    "order.json",
    "timings.json",
    "replications.parquet",
    "bands.csv",
    "banden.csv",
    "samenvatting.html",
    "samenvatting.pdf",
    "bandbreedtes.xlsx",
];

/// A file of the user's own that has got another place in the folder of a run, both places seen from that folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Moved {
    pub(in crate::cli) from: PathBuf,
    pub(in crate::cli) to: PathBuf,
}

/// Puts the folder `fresh` in the place of `target`, with `aside` as the place between; all on one file system.
///
/// What cannot be removed of the earlier folder once the new one stands is left for [`recover`]. Returns the files of the user's own
/// that have got another place.
///
/// # Errors
/// Those of the system; `target` is then what it was.
pub(super) fn replace(
    fresh: &Path,
    (target, aside): (&Path, &Path),
    is_made: fn(&OsStr) -> bool,
) -> io::Result<Vec<Moved>> {
    settle_on_disk(fresh)?;
    let earlier = target.symlink_metadata().is_ok();
    if earlier {
        fs::rename(target, aside)?;
    }
    if let Err(fault) = fs::rename(fresh, target) {
        if earlier {
            fs::rename(aside, target)?;
        }
        return Err(fault);
    }
    sync_folder(target.parent());
    let mut moved = Vec::new();
    if earlier {
        // The new results are whole and in their place; to call the run failed now would be untrue.
        let _ = clear(aside, target, is_made, &mut moved);
    }
    Ok(moved)
}

/// Proves that files can be made and removed in `folder`: without that its results could not be replaced.
///
/// # Errors
/// Those of the system.
pub(super) fn probe(folder: &Path) -> io::Result<()> {
    let probe = folder.join(".sim-probe");
    File::create(&probe)?;
    fs::remove_file(probe)
}

/// Brings a folder that a crash left between two steps back to whole results; returns what [`replace`] does.
///
/// # Errors
/// Those of the system.
pub(super) fn recover(target: &Path, aside: &Path, is_made: fn(&OsStr) -> bool) -> io::Result<Vec<Moved>> {
    let mut moved = Vec::new();
    match (aside.symlink_metadata().is_ok(), target.symlink_metadata().is_ok()) {
        (false, _) => {}
        (true, false) => fs::rename(aside, target)?,
        (true, true) => clear(aside, target, is_made, &mut moved)?,
    }
    Ok(moved)
}

/// Removes what stands at `path`, file or folder, if anything does.
///
/// # Errors
/// Those of the system.
pub(in crate::cli) fn remove(path: &Path) -> io::Result<()> {
    let removed = path
        .symlink_metadata()
        .and_then(|about| if about.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) });
    match removed {
        Err(fault) if fault.kind() != ErrorKind::NotFound => Err(fault),
        _ => Ok(()),
    }
}

/// Moves what is not ours (`is_made`, by name) from the earlier results to the new ones and removes the rest.
fn clear(aside: &Path, target: &Path, is_made: fn(&OsStr) -> bool, moved: &mut Vec<Moved>) -> io::Result<()> {
    let entries = fs::read_dir(aside)?.collect::<io::Result<Vec<_>>>()?;
    for entry in entries.iter().filter(|entry| !is_made(&entry.file_name())) {
        move_missing(entry, target)?;
    }
    // Only now: what comes out of a folder of rows must not take the place of what stood beside it.
    for entry in entries.iter().filter(|entry| is_made(&entry.file_name())) {
        if entry.file_type()?.is_dir() {
            clear_rows(&entry.path(), target, moved)?;
        }
    }
    fs::remove_dir_all(aside)
}

/// Moves a file or folder into a folder that has none of that name; of a folder that is there already, what is missing in it.
fn move_missing(entry: &DirEntry, into: &Path) -> io::Result<()> {
    let place = into.join(entry.file_name());
    let Ok(there) = place.symlink_metadata() else { return fs::rename(entry.path(), place) };
    if there.is_dir() && entry.file_type()?.is_dir() {
        for inner in fs::read_dir(entry.path())? {
            move_missing(&inner?, &place)?;
        }
    }
    Ok(())
}

/// Moves what is not ours out of a folder of rows: to the new folder of that name, or beside the results where there is none.
fn clear_rows(rows: &Path, target: &Path, moved: &mut Vec<Moved>) -> io::Result<()> {
    let folder = rows.file_name().unwrap_or_default();
    let into = Some(target.join(folder)).filter(|again| again.is_dir()).unwrap_or(target.to_path_buf());
    let own =
        fs::read_dir(rows)?.filter(|entry| entry.as_ref().map_or(true, |entry| !is_rows(&entry.file_name())));
    // A folder lists its own in an order that differs from machine to machine.
    let mut names = own.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
    names.sort();
    for name in names {
        let place = free(&into, &name);
        fs::rename(rows.join(&name), &place)?;
        let (from, to) = (Path::new(folder).join(&name), place.strip_prefix(target).unwrap_or(&place));
        if from != to {
            moved.push(Moved { to: to.to_path_buf(), from });
        }
    }
    Ok(())
}

/// Where nothing stands in a folder: at this name, or else at the first that has a number before it.
fn free(folder: &Path, name: &OsStr) -> PathBuf {
    let numbered = (2_u64..).map(|number| folder.join(format!("{number}-{}", name.display())));
    let mut places = std::iter::once(folder.join(name)).chain(numbered);
    places.find(|place| place.symlink_metadata().is_err()).unwrap_or_else(|| folder.join(name))
}

/// The files of a run in `earlier` that `fresh` does not have, by name.
pub(super) fn missing(earlier: &Path, fresh: &Path) -> Vec<String> {
    let entries =
        fs::read_dir(earlier).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.file_name()));
    let gone = entries.filter(|name| is_product(name) && fresh.join(name).symlink_metadata().is_err());
    let mut names: Vec<String> = gone.map(|name| name.display().to_string()).collect();
    names.sort();
    names
}

/// Whether a run, or a part of one, may have written a file of this name.
pub(super) fn is_product(name: &OsStr) -> bool {
    let within = |first: &str, ending: &str| {
        name.to_str().is_some_and(|name| name.starts_with(first) && name.ends_with(ending))
    };
    within("resolved-", ".toml")
        || within("draws-", ".part")
        || within("digest-", ".part")
        || is_rows(name)
        || PRODUCTS.iter().any(|product| name == *product)
}

/// Whether a run that is too long to keep may have written a file of this name with some of its rows.
fn is_rows(name: &OsStr) -> bool {
    let draws = name.to_str().and_then(|name| name.strip_prefix("draws-")?.strip_suffix(".parquet"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    draws.and_then(|draws| draws.split_once('-')).is_some_and(|(from, to)| digits(from) && digits(to))
}

/// Sees to it that the contents of a file are on disk before it gets its name.
///
/// # Errors
/// Those of the system.
pub(super) fn settle(file: &Path) -> io::Result<()> {
    File::open(file)?.sync_all()
}

/// A name that is on disk before its contents would, after a power cut, be a result without figures.
fn settle_on_disk(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { settle_on_disk(&path)? } else { settle(&path)? }
    }
    sync_folder(Some(folder));
    Ok(())
}

fn sync_folder(folder: Option<&Path>) {
    // Not every system lets a folder be opened for this; the files themselves are safe by now.
    if let Some(Ok(folder)) = folder.map(File::open) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_there_is_removed_and_what_does_not_is_passed_over() {
        let home = tempfile::tempdir().unwrap();
        let (file, folder) = (home.path().join("file"), home.path().join("folder"));
        fs::write(&file, "x").unwrap();
        fs::create_dir_all(folder.join("in")).unwrap();
        for place in [&file, &folder, &home.path().join("nothing")] {
            remove(place).unwrap();
            assert!(!place.exists());
        }
        // What cannot be looked at is not said to be gone.
        fs::write(&file, "x").unwrap();
        #[cfg(unix)]
        assert!(remove(&file.join("below")).is_err());
    }
}
