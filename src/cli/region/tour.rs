//! All municipalities of a region: what is left to do, and what they come to together.

use std::fs;
use std::path::{Path, PathBuf};

use super::town::{Kept, Town};
use crate::analyses::RunInfo;
use crate::analyses::region::{Adder, Municipality, municipalities};
use crate::cli::answer::{Desk, unspoken};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::folder::FolderFault;
use crate::cli::run::not_written;
use crate::random::Seed;
use crate::report::answer::{self, Answer};

/// Runs the region, but for what an earlier run of it has done, and adds everything up.
///
/// # Errors
/// [`Failure`] when the scenario cannot be resized, when a municipality is refused, when stopped, or when something cannot be
/// written or read back.
pub(in crate::cli) fn answer(desk: &Desk<'_>, count: usize, force: bool) -> Result<Answer, Failure> {
    let experiment = &desk.loaded.experiment;
    if experiment.scenarios.iter().flatten().any(|scenario| !scenario.registered.is_empty()) {
        return Err(Failure::new(Exit::Usage, desk.wording.text("region-registered")));
    }
    let order = &desk.order;
    let all = municipalities(Seed(order.seed), count);
    let folder = order.out.join(format!("{}-region", experiment.name));
    let left = left_to_do(desk, &folder, (&all, force))?;
    super::crew::work(desk, &folder, &left, count)?;
    let mut sums = Adder::new(&all, experiment.worlds.len(), order.replications);
    for municipality in &all {
        sums.add(municipality, &Town::new(desk, municipality).columns(&folder)?);
    }
    let info = RunInfo { seed: order.seed, replications: order.replications };
    let region = sums.region(experiment, info);
    keep_rows(&folder.join("region.csv"), |to| answer::write_rows(&region, to))
        .map_err(|fault| not_written(&fault, desk.wording))?;
    answer::region(&region, desk.wording).map_err(|fault| unspoken(&fault))
}

/// The municipalities that are not done, the largest first: then no thread is left alone with a large one at the end.
fn left_to_do<'m>(
    desk: &Desk<'_>,
    folder: &Path,
    (all, force): (&'m [Municipality], bool),
) -> Result<Vec<&'m Municipality>, Failure> {
    let mut left = Vec::new();
    for municipality in all {
        let town = Town::new(desk, municipality);
        match town.kept(folder, &town.load()?)? {
            Kept::Same => {}
            Kept::Other if !force => {
                let gaps = [("folder", town.place(folder).display().to_string().into())];
                return Err(Failure::new(Exit::OutputNotWritten, desk.wording.fill("region-differs", &gaps)));
            }
            Kept::Other | Kept::Nothing => left.push(municipality),
        }
    }
    left.sort_by(|one, other| other.size.total_cmp(&one.size).then(one.number.cmp(&other.number)));
    Ok(left)
}

/// Writes a table beside the municipalities; it takes the place of an earlier one in a single step.
fn keep_rows(
    path: &Path,
    write: impl FnOnce(&mut dyn std::io::Write) -> Result<(), csv::Error>,
) -> Result<(), FolderFault> {
    let fresh: PathBuf = path.with_extension("csv.new");
    let mut text = Vec::new();
    write(&mut text)
        .map_err(std::io::Error::other)
        .and_then(|()| fs::write(&fresh, text))
        .and_then(|()| fs::rename(&fresh, path))
        .map_err(FolderFault::at(path))
}
