//! All municipalities of a region: what is left to do, and what they come to together.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::town::{Kept, Town, clear};
use super::unfinished;
use crate::analyses::RunInfo;
use crate::analyses::region::{Adder, Local, Municipality, Region, municipalities};
use crate::cli::answer::{Desk, unspoken};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::folder::FolderFault;
use crate::cli::origin::MANIFEST;
use crate::cli::results::from_csv;
use crate::cli::run::not_written;
use crate::cli::screen;
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
    complete(desk, (&folder, force), &wanted, |left| super::crew::work(desk, &folder, left, count))?;
    add_up(desk, &folder, &all)
}

/// Has what is left of some municipalities made in a folder. While that is going on, and when it is cut short, the folder is
/// marked; whoever adds up what it holds takes the mark away.
///
/// # Errors
/// [`Failure`] before anything is touched when there are other results and nobody told to replace them, else that of the work.
pub(super) fn complete(
    desk: &Desk<'_>,
    (folder, force): (&Path, bool),
    wanted: &[&Municipality],
    make: impl FnOnce(&[&Municipality]) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let others = others(desk, folder, wanted, force)?;
    let left = left_to_do(desk, folder, wanted, force)?;
    if left.is_empty() && others.is_empty() {
        return Ok(());
    }
    let done = wanted.len() - left.len();
    if unfinished::is(folder) && done > 0 && !desk.order.quiet {
        let gaps = [("done", done.into()), ("count", wanted.len().into())];
        screen::note(&desk.wording.fill("region-resumed", &gaps));
    }
    let unwritten = |fault| not_written(&fault, desk.wording);
    // What is left and stands there is of another run.
    let towns = left.iter().map(|municipality| Town::new(desk, municipality));
    let earlier: Vec<Town<'_>> = towns.filter(|town| is_there(&town.place(folder))).collect();
    let is_made = |town: &Town<'_>| {
        let kept = town.load().and_then(|loaded| town.kept(folder, &loaded));
        kept.is_ok_and(|kept| kept == Kept::Same)
    };
    unfinished::begin(desk, folder).map_err(unwritten)?;
    let cleared = others.iter().try_for_each(|other| remove(desk, folder, other)).map_err(unwritten);
    cleared.and_then(|()| make(&left)).map_err(|failure| {
        // Where all that stands there is of this run, the failure says enough.
        let mixed = others.iter().any(|other| is_there(other)) || earlier.iter().any(|one| !is_made(one));
        if mixed { unfinished::told(&failure, folder, desk.wording) } else { failure }
    })
}

/// Whether a municipality stands in a folder.
fn is_there(place: &Path) -> bool {
    place.join(MANIFEST).is_file()
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

/// The municipalities of an earlier, larger region that stand among those wanted: they are in the way, and go when told to.
///
/// # Errors
/// [`Failure`] when there is one and nobody told to replace it.
fn others(
    desk: &Desk<'_>,
    folder: &Path,
    wanted: &[&Municipality],
    force: bool,
) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let is_wanted = |path: &Path| wanted.iter().any(|municipality| path.ends_with(&municipality.name));
    let mut others: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| is_there(path) && is_of_a_region(path) && !is_wanted(path))
        .collect();
    others.sort();
    match others.first() {
        Some(other) if !force => Err(differs(desk, folder, other)),
        _ => Ok(others),
    }
}

/// Whether a folder has a name that a region gives; a copy under another name is somebody's own.
fn is_of_a_region(place: &Path) -> bool {
    let name = place.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.strip_prefix("gemeente-")
        .is_some_and(|number| number.len() >= 3 && number.bytes().all(|b| b.is_ascii_digit()))
}

/// Removes a municipality, but for files of somebody's own in its folder.
fn remove(desk: &Desk<'_>, folder: &Path, other: &Path) -> Result<(), FolderFault> {
    if let Some(name) = other.file_name() {
        // A lock that nobody holds is in nobody's way, should it stay.
        let _ = fs::remove_file(folder.join(format!(".{}.lock", name.display())));
    }
    clear(desk, other)
}

/// The municipalities that are not done, the largest first: then no thread is left alone with a large one at the end.
///
/// # Errors
/// [`Failure`] of the first by number that is refused, or whose place holds something else.
fn left_to_do<'m>(
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
            Kept::Other if !force => {
                return Err(differs(desk, folder, &Town::new(desk, municipality).place(folder)));
            }
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
fn differs(desk: &Desk<'_>, folder: &Path, place: &Path) -> Failure {
    let gaps = [("folder", place.display().to_string().into()), ("mark", unfinished::MARK.into())];
    let id = if unfinished::is(folder) { "region-differs-unfinished" } else { "region-differs" };
    Failure::new(Exit::OutputNotWritten, desk.wording.fill(id, &gaps))
}

/// What all municipalities come to together, once each has its folder; keeps `region.csv` beside them, and takes the mark away.
///
/// # Errors
/// [`Failure`] when something cannot be read back or written.
pub(super) fn add_up(desk: &Desk<'_>, folder: &Path, all: &[Municipality]) -> Result<Answer, Failure> {
    let region = desk.with_threads(|| sums(desk, folder, all))??;
    keep(&folder.join(unfinished::SUMS), |to| answer::write_rows(&region, to).map_err(from_csv))
        .and_then(|()| unfinished::end(folder))
        .map_err(|fault| not_written(&fault, desk.wording))?;
    let answer = answer::region(&region, desk.wording).map_err(|fault| unspoken(&fault))?;
    let place = |name: &str| folder.join(name).display().to_string();
    let beside = vec![
        (place(unfinished::SUMS), "region-file-sums"),
        (place(&all[0].name), "region-file-municipality"),
    ];
    Ok(Answer { beside, ..answer })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_under_another_name_is_no_municipality_of_a_region() {
        let names =
            ["gemeente-001", "gemeente-1234", "kopie", "gemeente-001-kopie", "gemeente-", "gemeente-1"];
        let of_a_region = names.map(|name| is_of_a_region(&Path::new("streek").join(name)));
        assert_eq!(of_a_region, [true, true, false, false, false, false]);
    }
}
