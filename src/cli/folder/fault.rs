//! Why a folder cannot hold the results.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::report::wording::Wording;

/// Why results cannot be written, or not here.
#[derive(Debug, Error)]
pub(in crate::cli) enum FolderFault {
    /// Another run holds the folder.
    #[error("another run is writing {0}")]
    Busy(PathBuf),
    /// Something stands there that no run of ours wrote.
    #[error("{0} holds no results of ours")]
    Foreign(PathBuf),
    /// The name of the run can be no folder.
    #[error("{0:?} can be no folder")]
    Name(String),
    /// The system refused.
    #[error("{path}: {fault}", path = path.display())]
    Refused {
        /// What was to be made, written or moved.
        path: PathBuf,
        /// The system's own words.
        #[source]
        fault: io::Error,
    },
}

impl FolderFault {
    /// To be mapped over a refusal of the system at `path`.
    pub(in crate::cli) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self + use<'_> {
        move |fault| Self::Refused { path: path.to_path_buf(), fault }
    }
}

/// The fault in the user's language.
pub(in crate::cli) fn told(fault: &FolderFault, wording: &Wording) -> String {
    let shown = |path: &Path| path.display().to_string();
    match fault {
        FolderFault::Busy(path) => wording.fill("output-busy", &[("folder", shown(path).into())]),
        FolderFault::Foreign(path) => wording.fill("output-foreign", &[("folder", shown(path).into())]),
        FolderFault::Name(name) => wording.fill("output-name", &[("name", name.into())]),
        FolderFault::Refused { path, fault } => {
            let gaps = [
                ("path", shown(path).into()),
                ("reason", reason(fault, wording).into()),
                ("kept", wording.text("output-kept").into()),
            ];
            wording.fill("output-refused", &gaps)
        }
    }
}

/// Why the system refused, in plain words for the cases that people meet.
pub(in crate::cli) fn reason(fault: &io::Error, wording: &Wording) -> String {
    match fault.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => wording.text("reason-disk-full"),
        ErrorKind::FileTooLarge => wording.text("reason-file-too-large"),
        ErrorKind::PermissionDenied => wording.text("reason-no-permission"),
        ErrorKind::ReadOnlyFilesystem => wording.text("reason-read-only"),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => wording.text("reason-not-a-folder"),
        ErrorKind::NotFound => wording.text("reason-not-found"),
        ErrorKind::InvalidFilename => wording.text("reason-bad-name"),
        _ => wording.fill("reason-other", &[("system", fault.to_string().into())]),
    }
}
