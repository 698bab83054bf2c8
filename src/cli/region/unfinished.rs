//! The mark of a region that is not done: in a folder that has it, municipalities of two runs may stand side by side.

use std::fs;
use std::path::Path;

use super::tour::home;
use crate::cli::answer::Desk;
use crate::cli::failure::Failure;
use crate::cli::folder::{FolderFault, remove};
use crate::report::wording::Wording;

/// The file that is the mark. Its text is for whoever opens the folder.
pub(super) const MARK: &str = "niet-af.txt";
/// The sums of a region that is done, in its folder.
pub(super) const SUMS: &str = "region.csv";

/// Whether a folder has the mark.
pub(super) fn is(folder: &Path) -> bool {
    folder.join(MARK).is_file()
}

/// Marks a folder, which is made if need be, and takes away the sums that will no longer be those of what stands there.
///
/// # Errors
/// [`FolderFault`] with what could not be written or removed.
pub(super) fn begin(desk: &Desk<'_>, folder: &Path) -> Result<(), FolderFault> {
    fs::create_dir_all(folder).map_err(FolderFault::at(folder))?;
    let mark = folder.join(MARK);
    let text = desk.wording.text("region-unfinished-file");
    fs::write(&mark, format!("{text}\n")).map_err(FolderFault::at(&mark))?;
    // A part of a region has neither sums nor an answer beside it.
    if folder == home(desk) {
        // The answer goes first, so that it never outlives the sums.
        let answer = desk.order.out.join(&desk.loaded.experiment.name).join("region.json");
        for stale in [answer, folder.join(SUMS)] {
            remove(&stale).map_err(FolderFault::at(&stale))?;
        }
    }
    Ok(())
}

/// Takes the mark away: what stands there belongs together.
///
/// # Errors
/// [`FolderFault`] when it cannot be removed.
pub(super) fn end(folder: &Path) -> Result<(), FolderFault> {
    let mark = folder.join(MARK);
    remove(&mark).map_err(FolderFault::at(&mark))
}

/// A failure that leaves municipalities of two runs side by side, with what that means for who finds them.
pub(super) fn told(failure: &Failure, folder: &Path, wording: &Wording) -> Failure {
    let gaps = [("folder", folder.display().to_string().into()), ("mark", MARK.into())];
    // The sums of the earlier region are gone, so it is not as it was.
    let told = failure.told.replace(&format!("{} ", wording.text("output-kept")), "");
    let told = format!("{told}\n{}", wording.fill("region-unfinished", &gaps));
    Failure { told, ..*failure }
}
