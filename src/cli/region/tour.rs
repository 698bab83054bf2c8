//! All municipalities of a region: what is left to do, and what they come to together.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::town::{Kept, Town};
use crate::analyses::RunInfo;
use crate::analyses::region::{Adder, Local, Municipality, Region, municipalities};
use crate::cli::answer::{Desk, unspoken};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::folder::FolderFault;
use crate::cli::results::from_csv;
use crate::cli::run::not_written;
use crate::random::Seed;
use crate::report::answer::{self, Answer};

/// Municipalities that a thread reads back before they are added up: enough to keep it busy, few enough for any memory.
const READ_AT_ONCE: usize = 4;

/// Runs the region, but for what an earlier run of it has done, and adds everything up.
///
/// # Errors
/// [`Failure`] when the scenario cannot be resized, when a municipality is refused, when stopped, or when something cannot be
/// written or read back.
pub(in crate::cli) fn answer(desk: &Desk<'_>, count: usize, force: bool) -> Result<Answer, Failure> {
    resizable(desk)?;
    let all = municipalities(Seed(desk.order.seed), count);
    let folder = home(desk);
    let wanted: Vec<_> = all.iter().collect();
    clear_others(desk, &folder, &wanted, force)?;
    let left = left_to_do(desk, &folder, &wanted, force)?;
    super::crew::work(desk, &folder, &left, count)?;
    add_up(desk, &folder, &all)
}

/// The folder in which the municipalities stand.
pub(super) fn home(desk: &Desk<'_>) -> PathBuf {
    desk.order.out.join(format!("{}-region", desk.loaded.experiment.name))
}

/// Refuses a scenario whose numbers belong to one municipality.
///
/// # Errors
/// [`Failure`] for such a scenario.
pub(super) fn resizable(desk: &Desk<'_>) -> Result<(), Failure> {
    let scenarios = &desk.loaded.experiment.scenarios;
    if scenarios.iter().flatten().any(|scenario| !scenario.registered.is_empty()) {
        return Err(Failure::new(Exit::Usage, desk.wording.text("region-registered")));
    }
    Ok(())
}

/// Sees to it that no municipality of an earlier, larger region stands among those wanted: refuses it, or removes it when
/// told to.
///
/// # Errors
/// [`Failure`] when there is one, or when it cannot be removed.
pub(super) fn clear_others(
    desk: &Desk<'_>,
    folder: &Path,
    wanted: &[&Municipality],
    force: bool,
) -> Result<(), Failure> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    let is_wanted = |path: &Path| wanted.iter().any(|municipality| path.ends_with(&municipality.name));
    let mut others: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("manifest.json").is_file() && !is_wanted(path))
        .collect();
    others.sort();
    match others.first() {
        Some(other) if !force => Err(differs(desk, other)),
        _ => others.iter().try_for_each(|other| {
            if let Some(name) = other.file_name() {
                // A lock that nobody holds is in nobody's way, should it stay.
                let _ = fs::remove_file(folder.join(format!(".{}.lock", name.display())));
            }
            fs::remove_dir_all(other)
                .map_err(FolderFault::at(other))
                .map_err(|fault| not_written(&fault, desk.wording))
        }),
    }
}

/// The municipalities that are not done, the largest first: then no thread is left alone with a large one at the end.
///
/// # Errors
/// [`Failure`] of the first by number that is refused, or whose place holds something else.
pub(super) fn left_to_do<'m>(
    desk: &Desk<'_>,
    folder: &Path,
    all: &[&'m Municipality],
    force: bool,
) -> Result<Vec<&'m Municipality>, Failure> {
    let look = |municipality: &&'m Municipality| {
        let town = Town::new(desk, municipality);
        // All are loaded before any is simulated, so that nobody waits for a fault.
        town.kept(folder, &town.load()?)
    };
    let kept = desk.with_threads(|| all.par_iter().map(look).collect::<Vec<_>>())?;
    let mut left = Vec::new();
    for (municipality, kept) in all.iter().copied().zip(kept) {
        match kept? {
            Kept::Same => {}
            Kept::Other if !force => return Err(differs(desk, &Town::new(desk, municipality).place(folder))),
            Kept::Other | Kept::Nothing => left.push(municipality),
        }
    }
    left.sort_by(|one, other| larger_first(one, other));
    Ok(left)
}

/// The order in which municipalities are worked on and dealt out.
pub(super) fn larger_first(one: &Municipality, other: &Municipality) -> std::cmp::Ordering {
    other.size.total_cmp(&one.size).then(one.number.cmp(&other.number))
}

/// What is told where other results stand.
pub(super) fn differs(desk: &Desk<'_>, place: &Path) -> Failure {
    let gaps = [("folder", place.display().to_string().into())];
    Failure::new(Exit::OutputNotWritten, desk.wording.fill("region-differs", &gaps))
}

/// What all municipalities come to together, once each has its folder; keeps `region.csv` beside them.
///
/// # Errors
/// [`Failure`] when something cannot be read back or written.
pub(super) fn add_up(desk: &Desk<'_>, folder: &Path, all: &[Municipality]) -> Result<Answer, Failure> {
    let region = desk.with_threads(|| sums(desk, folder, all))??;
    keep(&folder.join("region.csv"), |to| answer::write_rows(&region, to).map_err(from_csv))
        .map_err(|fault| not_written(&fault, desk.wording))?;
    answer::region(&region, desk.wording).map_err(|fault| unspoken(&fault))
}

/// The sums: municipalities are read side by side and added one after the other, by number.
fn sums(desk: &Desk<'_>, folder: &Path, all: &[Municipality]) -> Result<Region, Failure> {
    let (order, experiment) = (&desk.order, &desk.loaded.experiment);
    let mut sums = Adder::new(all, experiment.worlds.len(), order.replications);
    let read = |municipality: &Municipality| {
        let columns = Town::new(desk, municipality).columns(folder)?;
        Ok((Local::new(municipality, &columns), columns))
    };
    for some in all.chunks(order.threads.max(1) * READ_AT_ONCE) {
        for one in some.par_iter().map(read).collect::<Vec<Result<_, Failure>>>() {
            let (local, columns) = one?;
            sums.add(local, &columns);
        }
    }
    Ok(sums.region(experiment, RunInfo { seed: order.seed, replications: order.replications }))
}

/// Writes a file beside the municipalities; it takes the place of an earlier one in a single step.
///
/// # Errors
/// [`FolderFault`], with the earlier file as it was.
pub(super) fn keep(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), FolderFault> {
    let fresh = path.with_added_extension("new");
    let mut text = Vec::new();
    write(&mut text)
        .and_then(|()| fs::write(&fresh, text))
        .and_then(|()| fs::rename(&fresh, path))
        .map_err(FolderFault::at(path))
}
