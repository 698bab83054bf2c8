//! The folder of a municipality as a whole: a hash over its files, and a copy of them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::folder::FolderFault;
use crate::report::region_part;

/// A hash over every file below a folder, by name and content.
///
/// # Errors
/// [`FolderFault`] with what could not be read.
pub(super) fn fingerprint(folder: &Path) -> Result<String, FolderFault> {
    let mut files = Vec::new();
    for path in below(folder)? {
        let content = fs::read(&path).map_err(FolderFault::at(&path))?;
        files.push((name_in(folder, &path), content));
    }
    Ok(region_part::fingerprint(files.iter().map(|(name, content)| (name.as_str(), content.as_slice()))))
}

/// Copies every file below a folder to the same place below another.
///
/// # Errors
/// [`FolderFault`] with what could not be read or written.
pub(super) fn copy(from: &Path, into: &Path) -> Result<(), FolderFault> {
    for path in below(from)? {
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

/// Every file below a folder, in the order of their paths.
fn below(folder: &Path) -> Result<Vec<PathBuf>, FolderFault> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).map_err(FolderFault::at(&next))? {
            let path = entry.map_err(FolderFault::at(&next))?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
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
        copy(&from, &into).unwrap();
        let before = fingerprint(&from).unwrap();
        assert_eq!(fingerprint(&into).unwrap(), before);
        fs::write(into.join("scenarios/worlds/w.toml"), "a = 2").unwrap();
        assert_ne!(fingerprint(&into).unwrap(), before);
        assert!(fingerprint(&home.path().join("nothing")).is_err());
    }
}
