//! One of several parts of a region, worked out by itself: whole municipalities in a folder of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::tour::{complete, keep, larger_first, resizable};
use super::town::Town;
use super::unfinished;
use crate::analyses::region::{Municipality, municipalities};
use crate::cli::answer::Desk;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::folder::{FolderFault, Reservation};
use crate::cli::origin::MANIFEST;
use crate::cli::run::{manifest, not_written};
use crate::cli::screen;
use crate::random::Seed;
use crate::report::manifest::Manifest;
use crate::report::region_part::RegionPart;
use crate::report::shard::Shard;

/// The name of the file that says which part it is; it is there when the part is done.
pub(super) const SHEET: &str = "region-part.json";

/// Works out part `shard` of `of` of a region of `count` municipalities.
///
/// A part that was stopped goes on where it was, and one that is done is looked through: what was damaged since is made again.
///
/// # Errors
/// [`Failure`] when the scenario cannot be resized, when a municipality is refused, when stopped, or when something cannot be
/// written.
pub(in crate::cli) fn part(
    desk: &Desk<'_>,
    (count, force): (usize, bool),
    (shard, of): (usize, usize),
) -> Result<Exit, Failure> {
    resizable(desk)?;
    let Desk { order, loaded, wording, .. } = desk;
    let unwritten = |fault| not_written(&fault, wording);
    let name = format!("{}-region-shard-{shard}-of-{of}", loaded.experiment.name);
    // Held for the sole right to the folder alone: municipalities come into it one by one, each in a single step.
    let sole = Reservation::take(&order.out, &name).map_err(unwritten)?;
    let folder = sole.target();
    let all = municipalities(Seed(order.seed), count);
    let mine = share(&all, shard, of);
    let manifest = manifest(loaded, order, order.replications);
    // A part of another region that is not to be replaced stays what it is: a part that is done.
    if force || is_earlier(folder, &manifest, count) {
        forget_damaged(desk, folder, &mine).map_err(unwritten)?;
    }
    complete(desk, (folder, force), &mine, |left| super::crew::work(desk, folder, left, mine.len()))?;
    // One without municipalities is a part too.
    fs::create_dir_all(folder).map_err(FolderFault::at(folder)).map_err(unwritten)?;
    let sheet = RegionPart {
        municipalities: count,
        order: Shard {
            shard,
            of,
            seed: order.seed,
            replications: order.replications,
            scenarios: order.inputs.scenarios.clone(),
            worlds: order.inputs.worlds.clone(),
            settings: order.inputs.settings.clone(),
            posterior: order.inputs.posterior.clone(),
            files: Shard::files(loaded),
        },
        made: made(desk, folder, &mine)?,
    };
    keep(&folder.join(MANIFEST), |to| manifest.write(to))
        .and_then(|()| keep(&folder.join(SHEET), |to| sheet.write(to)))
        .and_then(|()| unfinished::end(folder))
        .map_err(unwritten)?;
    if !order.quiet {
        let gaps =
            [("folder", folder.display().to_string().into()), ("shard", shard.into()), ("of", of.into())];
        screen::present(&format!("{}\n", wording.fill("shard-written", &gaps)), folder, wording)?;
    }
    Ok(Exit::Done)
}

/// The municipalities of a part: dealt out from large to small, so that every part has about as much to do.
pub(super) fn share(all: &[Municipality], shard: usize, of: usize) -> Vec<&Municipality> {
    let mut dealt: Vec<&Municipality> = all.iter().collect();
    dealt.sort_by(|one, other| larger_first(one, other));
    let mine = dealt.into_iter().enumerate().filter(|(rank, _)| rank % of == shard - 1);
    mine.map(|(_, municipality)| municipality).collect()
}

/// A hash over what was made of each municipality.
fn made(desk: &Desk<'_>, folder: &Path, mine: &[&Municipality]) -> Result<BTreeMap<String, String>, Failure> {
    let hash = |municipality: &&Municipality| {
        Ok((municipality.name.clone(), Town::new(desk, municipality).fingerprint(folder)?))
    };
    let made = desk.with_threads(|| mine.par_iter().map(hash).collect::<Vec<Result<_, FolderFault>>>())?;
    made.into_iter().collect::<Result<_, _>>().map_err(|fault| not_written(&fault, desk.wording))
}

/// Whether a folder holds this part of this region from an earlier run, or nothing that can be read as another.
fn is_earlier(folder: &Path, manifest: &Manifest, count: usize) -> bool {
    let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
    let Some(earlier) = read(SHEET).and_then(|text| RegionPart::read(&text)) else { return true };
    earlier.municipalities == count
        && read(MANIFEST).is_some_and(|text| manifest.differences(&text).is_empty())
}

/// Forgets municipalities that are no longer what an earlier run of this part has made, and then what it said of them: a part
/// that is being worked on is not done.
fn forget_damaged(desk: &Desk<'_>, folder: &Path, mine: &[&Municipality]) -> Result<(), FolderFault> {
    let sheet = folder.join(SHEET);
    let Ok(text) = fs::read_to_string(&sheet) else { return Ok(()) };
    let earlier = RegionPart::read(&text).map(|part| part.made).unwrap_or_default();
    for municipality in mine {
        let town = Town::new(desk, municipality);
        let made = earlier.get(&municipality.name).filter(|_| town.place(folder).is_dir());
        if made.is_some_and(|made| town.fingerprint(folder).ok().as_ref() != Some(made)) {
            town.forget(folder)?;
        }
    }
    fs::remove_file(&sheet).map_err(FolderFault::at(&sheet))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_municipality_is_in_one_part_and_no_part_is_much_larger_than_another() {
        let all = municipalities(Seed(3), 25);
        let parts: Vec<Vec<&Municipality>> = (1..=4).map(|shard| share(&all, shard, 4)).collect();
        let mut numbers: Vec<usize> = parts.iter().flatten().map(|one| one.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=25).collect::<Vec<_>>());
        let sizes = parts.iter().map(|part| part.iter().map(|one| one.size).sum::<f64>());
        let largest = all.iter().map(|one| one.size).fold(0.0, f64::max);
        let (least, most) =
            sizes.fold((f64::MAX, 0.0_f64), |(least, most), size| (least.min(size), most.max(size)));
        assert!(most - least <= largest, "{least} and {most}");
    }

    #[test]
    fn a_part_may_have_nothing_to_do() {
        assert!(share(&municipalities(Seed(3), 2), 3, 3).is_empty());
    }
}
