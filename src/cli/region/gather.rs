//! The parts of a region brought together, to the same files as one run gives.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::crew::stopped;
use super::part::{SHEET, share};
use super::tour;
use super::town::{Kept, Town};
use crate::analyses::region::{Municipality, municipalities};
use crate::cli::answer::{Desk, hand_over, reserve};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::inputs;
use crate::cli::learning::MUNICIPALITIES_BOUNDS;
use crate::cli::origin::{Claim, MANIFEST, is_written_as, judge};
use crate::cli::run::not_written;
use crate::cli::running::MergeOrder;
use crate::cli::shard::ORDER;
use crate::cli::stop::Stop;
use crate::random::Seed;
use crate::report::region_part::RegionPart;
use crate::report::wording::{Value, Wording};
use crate::scenario::load_from;

/// One part as it was found.
struct Found {
    folder: PathBuf,
    sheet: RegionPart,
    /// Whether its sheet is to the byte as it was written.
    untouched: bool,
    /// What its manifest says.
    manifest: String,
}

impl Found {
    fn claim(&self) -> Claim<'_> {
        let Self { folder, sheet, untouched, manifest } = self;
        Claim { folder, file: SHEET, order: &sheet.order, untouched: *untouched, manifest }
    }
}

/// Whether a part of a region stands in one of some folders.
pub(in crate::cli) fn is_region(folders: &[PathBuf]) -> bool {
    folders.iter().any(|folder| !parts(folder, SHEET).is_empty())
}

/// Brings the parts of a region together: each municipality is copied, and all are added up.
///
/// # Errors
/// [`Failure`] with everything that is wrong with the parts at once; nothing is written then.
pub(in crate::cli) fn merge(order: &MergeOrder, wording: &Wording) -> Result<Exit, Failure> {
    if !order.report_options.is_empty() {
        let gaps = [("options", order.report_options.join(", ").into())];
        return Err(Failure::new(Exit::Usage, wording.fill("merge-region-reports", &gaps)));
    }
    let (found, mut faults) = find(&order.folders, wording);
    let claims: Vec<Claim<'_>> = found.iter().map(Found::claim).collect();
    let verdict = judge(&claims, wording);
    let (fitting, misfits) = fitting(&found, verdict.faults, wording);
    faults.extend(misfits);
    faults.extend(absent(&found, wording));
    let Some(first) = verdict.first.map(|first| &found[first]) else { return Err(refused(faults, wording)) };
    let simulation = order.simulation(&first.sheet.order);
    let (request, files) = first.sheet.order.source();
    let loaded = load_from(&request, &files).map_err(|faults| inputs::refused(&faults, wording))?;
    let stop = Stop::listen();
    let desk = Desk { order: &simulation, loaded: &loaded, stop: &stop, wording, about: None };
    let all = municipalities(Seed(simulation.seed), first.sheet.municipalities);
    faults.extend(damaged(&desk, &fitting, &all)?);
    if !faults.is_empty() {
        return Err(refused(faults, wording));
    }
    let reservation = reserve(&desk)?;
    take_over(&desk, &fitting, &all, order.products.force)?;
    let answer = tour::add_up(&desk, &tour::home(&desk), &all)?;
    hand_over(&desk, "region", &answer, &reservation)?;
    Ok(Exit::Done)
}

/// Folders with a file of this name: the folder itself, or those that stand in it.
fn parts(folder: &Path, name: &str) -> Vec<PathBuf> {
    if folder.join(name).is_file() {
        return vec![folder.to_path_buf()];
    }
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let hidden = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    entries.filter(|path| !hidden(path) && path.join(name).is_file()).collect()
}

/// Every part in the folders, in the order of its number; and what is none.
fn find(folders: &[PathBuf], wording: &Wording) -> (Vec<Found>, Vec<String>) {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    let mut fault = |id: &str, folder: &Path, file: &str| {
        let gaps = [("folder", folder.display().to_string().into()), ("file", file.into())];
        faults.push(wording.fill(id, &gaps));
    };
    for folder in folders {
        let (regional, others) = (parts(folder, SHEET), parts(folder, ORDER));
        if regional.is_empty() && others.is_empty() {
            fault("merge-no-part", folder, "");
        }
        for other in &others {
            fault("merge-no-region", other, "");
        }
        for folder in regional {
            match open(&folder) {
                Ok(part) => found.push(part),
                Err(file) => fault("merge-unreadable", &folder, file),
            }
        }
    }
    found.sort_by(|one, other| {
        let key = |part: &Found| (part.sheet.order.of, part.sheet.order.shard);
        key(one).cmp(&key(other)).then_with(|| one.folder.cmp(&other.folder))
    });
    (found, faults)
}

/// Opens a part; or the name of the file that cannot be read.
fn open(folder: &Path) -> Result<Found, &'static str> {
    let text = |name: &'static str| fs::read_to_string(folder.join(name)).map_err(|_| name);
    let read = text(SHEET)?;
    let sheet = RegionPart::read(&read).ok_or(SHEET)?;
    let (least, most) = MUNICIPALITIES_BOUNDS;
    if !(least..=most).contains(&(sheet.municipalities as u64)) {
        return Err(SHEET);
    }
    let untouched = is_written_as(&read, |to| sheet.write(to));
    Ok(Found { folder: folder.to_path_buf(), sheet, untouched, manifest: text(MANIFEST)? })
}

/// The parts that belong to the region of most, and what is wrong with the others.
fn fitting<'f>(
    found: &'f [Found],
    own: Vec<Option<String>>,
    wording: &Wording,
) -> (Vec<&'f Found>, Vec<String>) {
    let (mut fitting, mut faults) = (Vec::new(), Vec::new());
    for (part, own) in found.iter().zip(own) {
        let (sheet, first) = (&part.sheet, &found[0].sheet);
        let fault = |id, more| Some(about((part, &part.folder), id, more, wording));
        let fault = match own {
            Some(own) => Some(own),
            None if sheet.municipalities != first.municipalities => {
                fault("merge-other-region", Some(("count", sheet.municipalities.into())))
            }
            None if sheet.order.of != first.order.of => fault("merge-other-cut", None),
            None => None,
        };
        match fault {
            Some(fault) => faults.push(fault),
            None => fitting.push(part),
        }
    }
    (fitting, faults)
}

/// Parts that are not there, and parts that are there twice.
fn absent(found: &[Found], wording: &Wording) -> Vec<String> {
    let of = found.first().map_or(0, |part| part.sheet.order.of);
    let mut faults = Vec::new();
    for shard in 1..=of {
        let of_it = |part: &&Found| part.sheet.order.shard == shard && part.sheet.order.of == of;
        let gaps = [("shard", shard.into()), ("of", of.into())];
        match found.iter().filter(of_it).count() {
            0 => faults.push(wording.fill("merge-missing", &gaps)),
            1 => {}
            _ => faults.push(wording.fill("merge-twice", &gaps)),
        }
    }
    faults
}

/// Municipalities that are not what their part has made.
fn damaged(desk: &Desk<'_>, fitting: &[&Found], all: &[Municipality]) -> Result<Vec<String>, Failure> {
    let whole = |part: &Found, municipality: &Municipality| {
        let town = Town::new(desk, municipality);
        let made = part.sheet.made.get(&municipality.name);
        let unchanged = made.is_some() && town.fingerprint(&part.folder).ok().as_ref() == made;
        // One that cannot be read is damaged, whatever the reason.
        let kept = || town.load().and_then(|loaded| town.kept(&part.folder, &loaded));
        unchanged && kept().is_ok_and(|kept| kept == Kept::Same)
    };
    let mut faults = Vec::new();
    for part in fitting {
        let mine = share(all, part.sheet.order.shard, part.sheet.order.of);
        let sound = desk.with_threads(|| mine.par_iter().map(|one| whole(part, one)).collect::<Vec<_>>())?;
        for (municipality, _) in mine.iter().zip(sound).filter(|(_, sound)| !sound) {
            let place = Town::new(desk, municipality).place(&part.folder);
            faults.push(about((part, &place), "merge-damaged", None, desk.wording));
        }
    }
    Ok(faults)
}

/// Copies every municipality out of its part, but for those that stand there already.
fn take_over(desk: &Desk<'_>, parts: &[&Found], all: &[Municipality], force: bool) -> Result<(), Failure> {
    let folder = tour::home(desk);
    let wanted: Vec<&Municipality> = all.iter().collect();
    tour::complete(desk, (&folder, force), &wanted, |left| {
        let mut done = all.len() - left.len();
        for part in parts {
            let mine = share(all, part.sheet.order.shard, part.sheet.order.of);
            for municipality in mine.into_iter().filter(|municipality| left.contains(municipality)) {
                if desk.stop.wanted() {
                    return Err(stopped(desk, &folder, (done, all.len())));
                }
                let town = Town::new(desk, municipality);
                town.copy(&part.folder, &folder).map_err(|fault| not_written(&fault, desk.wording))?;
                done += 1;
            }
        }
        Ok(())
    })
}

/// A sentence about a part, or about a folder in it.
fn about(
    (part, place): (&Found, &Path),
    id: &str,
    more: Option<(&str, Value<'_>)>,
    wording: &Wording,
) -> String {
    let order = &part.sheet.order;
    let gaps = [
        ("folder", place.display().to_string().into()),
        ("shard", order.shard.into()),
        ("of", order.of.into()),
    ];
    wording.fill(id, &gaps.into_iter().chain(more).collect::<Vec<_>>())
}

/// All faults at once.
fn refused(faults: Vec<String>, wording: &Wording) -> Failure {
    let list: Vec<String> = faults.into_iter().map(|fault| format!("  - {fault}")).collect();
    let told = format!("{}\n{}", wording.text("merge-refused"), list.join("\n"));
    Failure::new(Exit::RunFailed, told)
}
