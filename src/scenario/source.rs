//! How scenario files are read: from disk, or from memory for tests and editors.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::fault::FileFault;
use super::keys::nearest;

/// Largest scenario file, in bytes. The shipped ones are some twenty thousand.
pub const MOST_BYTES: u64 = 1_000_000;

/// Something that holds scenario files.
pub trait Source {
    /// The text of a file.
    ///
    /// # Errors
    /// What is wrong with the file as a file.
    fn read(&self, path: &Path) -> Result<String, FileFault>;
}

/// The disk.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Source for Disk {
    fn read(&self, path: &Path) -> Result<String, FileFault> {
        // Asked before opening: opening a pipe waits for a writer, and a file of 50 MB need not be read to be refused.
        let about = fs::metadata(path).map_err(|error| refusal(path, &error))?;
        if about.is_dir() {
            return Err(FileFault::IsFolder);
        }
        if !about.is_file() {
            return Err(FileFault::NotAFile);
        }
        if about.len() > MOST_BYTES {
            return Err(FileFault::TooLarge { bytes: about.len(), most: MOST_BYTES });
        }
        let file = fs::File::open(path).map_err(|error| refusal(path, &error))?;
        let mut bytes = Vec::new();
        // One byte beyond the limit tells a file that grew, or that claims no length, from one that fits.
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| refusal(path, &error))?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES {
            return Err(FileFault::TooLarge { bytes: MOST_BYTES + 1, most: MOST_BYTES });
        }
        String::from_utf8(bytes).map_err(|_| FileFault::NotText)
    }
}

fn refusal(path: &Path, error: &std::io::Error) -> FileFault {
    if error.kind() != std::io::ErrorKind::NotFound {
        return FileFault::Unreadable { reason: error.kind().to_string() };
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .take(1000)
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.to_lowercase().ends_with(".toml"))
        .collect();
    FileFault::NotFound { nearest: nearest_file(path, beside.iter().map(String::as_str)) }
}

/// The file whose name without ending is most like the one wanted.
fn nearest_file<'n>(path: &Path, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let stems =
        names.into_iter().map(|name| name.get(..name.len().saturating_sub(".toml".len())).unwrap_or(name));
    let found = nearest(&path.file_stem().unwrap_or_default().to_string_lossy(), stems)?;
    Some(format!("{found}.toml"))
}

/// Files in memory, by path.
#[derive(Clone, Debug, Default)]
pub struct Memory(pub BTreeMap<PathBuf, Vec<u8>>);

impl Source for Memory {
    fn read(&self, path: &Path) -> Result<String, FileFault> {
        let bytes = self.0.get(path).ok_or_else(|| {
            let names: Vec<_> = self.0.keys().filter_map(|known| known.file_name()?.to_str()).collect();
            FileFault::NotFound { nearest: nearest_file(path, names) }
        })?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if length > MOST_BYTES {
            return Err(FileFault::TooLarge { bytes: length, most: MOST_BYTES });
        }
        String::from_utf8(bytes.clone()).map_err(|_| FileFault::NotText)
    }
}
