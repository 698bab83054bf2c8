//! The folder of a municipality as a whole: a hash over the files that a run has made in it, and a copy of them. Files of somebody's
//! own are passed over.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::folder::FolderFault;
use crate::report::region_part;

/// A hash over the files below a folder that are `made`, by name and content.
///
/// # Errors
/// [`FolderFault`] with what could not be read.
pub(super) fn fingerprint(folder: &Path, made: impl Fn(&Path) -> bool) -> Result<String, FolderFault> {
    let mut files = Vec::new();
    for path in below(folder, made)? {
        let content = fs::read(&path).map_err(FolderFault::at(&path))?;
        files.push((name_in(folder, &path), content));
    }
    Ok(region_part::fingerprint(files.iter().map(|(name, content)| (name.as_str(), content.as_slice()))))
}

/// Copies the files below a folder that are `made` to the same places below another.
///
/// # Errors
/// [`FolderFault`] with what could not be read or written.
pub(super) fn copy(from: &Path, into: &Path, made: impl Fn(&Path) -> bool) -> Result<(), FolderFault> {
    for path in below(from, made)? {
        let place = into.join(path.strip_prefix(from).unwrap_or(&path));
        let folder = place.parent().unwrap_or(into);
        fs::create_dir_all(folder).map_err(FolderFault::at(folder))?;
        fs::copy(&path, &place).map_err(FolderFault::at(&place))?;
    }
    Ok(())
}

/// The name of a file below a folder, the same on every system.
fn name_in(folder: &Path, path: &Path) -> String {
    let steps = path.strip_prefix(folder).unwrap_or(path).components();
    steps.map(|step| step.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The files below a folder of which the path from there is `made`, in the order of their paths.
pub(super) fn below(folder: &Path, made: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>, FolderFault> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).map_err(FolderFault::at(&next))? {
            let entry = entry.map_err(FolderFault::at(&next))?;
            let path = entry.path();
            // A link to a folder is somebody's own, and what is behind it even more so.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(path);
            } else if path.strip_prefix(folder).is_ok_and(&made) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_the_same_fingerprint_until_one_byte_changes() {
        let home = tempfile::tempdir().unwrap();
        let (from, into) = (home.path().join("from"), home.path().join("into"));
        fs::create_dir_all(from.join("scenarios/worlds")).unwrap();
        fs::write(from.join("summary.json"), "{}").unwrap();
        fs::write(from.join("scenarios/worlds/w.toml"), "a = 1").unwrap();
        let made = |path: &Path| !path.ends_with("own.txt");
        fs::write(from.join("scenarios/own.txt"), "mine").unwrap();
        copy(&from, &into, made).unwrap();
        assert!(!into.join("scenarios/own.txt").exists());
        let before = fingerprint(&from, made).unwrap();
        assert_eq!(fingerprint(&into, made).unwrap(), before);
        fs::write(into.join("scenarios/worlds/w.toml"), "a = 2").unwrap();
        assert_ne!(fingerprint(&into, made).unwrap(), before);
        assert!(fingerprint(&home.path().join("nothing"), made).is_err());
    }
}
