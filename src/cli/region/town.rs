//! One municipality: its files, its run, its folder.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::files::{below, copy, fingerprint};
use crate::analyses::region::{Municipality, extra};
use crate::analyses::{RunInfo, build};
use crate::cli::answer::Desk;
use crate::cli::args::Inputs;
use crate::cli::failure::Failure;
use crate::cli::folder::{FolderFault, Reservation, remove};
use crate::cli::inputs;
use crate::cli::origin::MANIFEST;
use crate::cli::results::{file, from_csv, resolved_files};
use crate::cli::run::{failed, not_written};
use crate::engine::{RunPlan, run_design};
use crate::parameters::Design;
use crate::random::Seed;
use crate::report::answer::{read_columns, write_columns};
use crate::report::manifest::Manifest;
use crate::report::number::{Form, Numbers};
use crate::report::{resolved_toml, summary};
use crate::scenario::{Input, Loaded, Memory, Request, load_from, resized};

/// What each replication came to, in the folder of a municipality.
const EXTRA: &str = "extra.csv";
/// The files that it was made with.
const FILES: &str = "scenarios";
/// Its figures.
const SUMMARY: &str = "summary.json";

/// What an earlier run left of a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// Nothing, or what this run would give again, but damaged.
    Nothing,
    /// What this run would give again.
    Same,
    /// Something else.
    Other,
}

/// A municipality with what is asked.
pub(super) struct Town<'a> {
    desk: &'a Desk<'a>,
    municipality: &'a Municipality,
}

impl<'a> Town<'a> {
    pub(super) const fn new(desk: &'a Desk<'a>, municipality: &'a Municipality) -> Self {
        Self { desk, municipality }
    }

    /// Its folder.
    pub(super) fn place(&self, folder: &Path) -> PathBuf {
        folder.join(&self.municipality.name)
    }

    /// The texts of its files: those of the template, resized, under the same names.
    fn texts(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        input_files(self.desk)
            .map(|input| (input.path.clone(), resized(&input.text, self.municipality.size).into_bytes()))
            .collect()
    }

    /// Loads it.
    ///
    /// # Errors
    /// [`Failure`] when the resized files have faults, which names the municipality.
    pub(super) fn load(&self) -> Result<Loaded, Failure> {
        let Inputs { scenarios, worlds, settings, .. } = &self.desk.order.inputs;
        let request = Request {
            scenarios: scenarios.clone(),
            worlds: worlds.clone(),
            settings: settings.clone(),
            posterior: None,
        };
        load_from(&request, &Memory(self.texts())).map_err(|faults| {
            let wording = self.desk.wording;
            let size = Numbers::new(wording.language()).show(Form::Ratio, self.municipality.size, None);
            let name = self.municipality.name.as_str();
            let told = wording.fill("region-at", &[("name", name.into()), ("size", size.into())]);
            let refused = inputs::refused(&faults, wording);
            Failure::plain(refused.exit, format!("{told}\n\n{}", refused.told))
        })
    }

    /// What it is made with: among the settings stands whose luck it has.
    fn manifest(&self, loaded: &Loaded) -> Manifest {
        let order = &self.desk.order;
        let mut settings = order.inputs.settings.clone();
        settings.push(format!("region: {} with luck {}", self.municipality.name, self.municipality.luck.0));
        Manifest::new(loaded, &settings, order.seed, order.replications)
    }

    /// What an earlier run left of it.
    ///
    /// # Errors
    /// [`Failure`] when something stands in its place that is not ours.
    pub(super) fn kept(&self, folder: &Path, loaded: &Loaded) -> Result<Kept, Failure> {
        let place = self.place(folder);
        if place.symlink_metadata().is_err() {
            return Ok(Kept::Nothing);
        }
        let Ok(text) = fs::read_to_string(place.join(MANIFEST)) else {
            // Files of somebody's own, left when a smaller region was made here, are kept; anything else is not ours to replace.
            let own = below(&place, is_made(self.desk)).is_ok_and(|made| made.is_empty());
            let foreign = || not_written(&FolderFault::Foreign(place), self.desk.wording);
            return if own { Ok(Kept::Nothing) } else { Err(foreign()) };
        };
        if !self.manifest(loaded).differences(&text).is_empty() {
            return Ok(Kept::Other);
        }
        let summary = fs::read_to_string(place.join(SUMMARY)).ok();
        let whole = summary.is_some_and(|text| summary::is_whole(&text));
        Ok(if whole && self.columns(folder).is_ok() { Kept::Same } else { Kept::Nothing })
    }

    /// What each replication came to, read from its folder.
    ///
    /// # Errors
    /// [`Failure`] when that cannot be read.
    pub(super) fn columns(&self, folder: &Path) -> Result<Vec<Vec<f64>>, Failure> {
        let path = self.place(folder).join(EXTRA);
        let worlds = &self.desk.loaded.experiment.worlds;
        let text = fs::read_to_string(&path).map_err(FolderFault::at(&path));
        let columns = text.map(|text| read_columns(worlds, self.desk.order.replications, &text));
        columns
            .and_then(|columns| columns.ok_or(FolderFault::Foreign(path)))
            .map_err(|fault| not_written(&fault, self.desk.wording))
    }

    /// Simulates it on one thread and keeps its folder.
    ///
    /// # Errors
    /// [`Failure`] when stopped, refused or not written; nothing is kept then.
    pub(super) fn run(&self, folder: &Path) -> Result<(), Failure> {
        let (order, wording) = (&self.desk.order, self.desk.wording);
        let loaded = self.load()?;
        let plan = RunPlan { seed: self.municipality.luck, replications: order.replications, threads: 1 };
        let design = Design::with_points_of(Seed(order.seed));
        let outcomes = run_design(&loaded.experiment, &plan, &design, (&|_| (), self.desk.stop.flag()))
            .map_err(|fault| failed(&fault, wording))?;
        let info = RunInfo { seed: order.seed, replications: order.replications };
        let forecast = build(&loaded.experiment, &outcomes, info);
        let columns = extra(&loaded.experiment, &outcomes);
        drop(outcomes);
        let kept = || -> Result<(), FolderFault> {
            let reservation = self.reserve(folder)?;
            let workplace = reservation.workplace();
            self.write_files(workplace)?;
            file(workplace, MANIFEST, |to| self.manifest(&loaded).write(to))?;
            for (arm, name) in resolved_files(&loaded) {
                file(workplace, &name, |to| to.write_all(resolved_toml(&loaded, arm).as_bytes()))?;
            }
            file(workplace, SUMMARY, |to| summary::write(&forecast, to))?;
            let worlds = &loaded.experiment.worlds;
            file(workplace, EXTRA, |to| write_columns(worlds, &columns, to).map_err(from_csv))?;
            reservation.commit().map(drop)
        };
        kept().map_err(|fault| not_written(&fault, wording))
    }

    /// The right to its folder.
    fn reserve(&self, folder: &Path) -> Result<Reservation, FolderFault> {
        Reservation::take_for(folder, &self.municipality.name, is_replaced)
    }

    /// Copies what was made of it out of the folder of a part.
    ///
    /// # Errors
    /// [`FolderFault`], with what stood in its place as it was.
    pub(super) fn copy(&self, from: &Path, folder: &Path) -> Result<(), FolderFault> {
        let reservation = self.reserve(folder)?;
        copy(&self.place(from), reservation.workplace(), is_made(self.desk))?;
        reservation.commit().map(drop)
    }

    /// A hash over what was made of it.
    ///
    /// # Errors
    /// [`FolderFault`] with what could not be read.
    pub(super) fn fingerprint(&self, folder: &Path) -> Result<String, FolderFault> {
        fingerprint(&self.place(folder), is_made(self.desk))
    }

    /// Sees to it that it is made again: without what its replications came to it counts for nothing. Files of somebody's own stay.
    ///
    /// # Errors
    /// [`FolderFault`] with what could not be removed.
    pub(super) fn forget(&self, folder: &Path) -> Result<(), FolderFault> {
        let columns = self.place(folder).join(EXTRA);
        remove(&columns).map_err(FolderFault::at(&columns))
    }

    /// Its scenario and world files, in their places below the folder that holds all of them.
    fn write_files(&self, into: &Path) -> Result<(), FolderFault> {
        let texts = self.texts();
        let home = common_folder(texts.keys());
        for (path, text) in &texts {
            let place = into.join(place_in(&home, path));
            let folder = place.parent().unwrap_or(into);
            fs::create_dir_all(folder).map_err(FolderFault::at(folder))?;
            fs::write(&place, text).map_err(FolderFault::at(&place))?;
        }
        Ok(())
    }
}

/// The scenario and world files of the template; what is set at the prompt is none.
fn input_files<'d>(desk: &'d Desk<'_>) -> impl Iterator<Item = &'d Input> {
    desk.loaded.inputs.iter().filter(|input| input.path.as_os_str() != "--set")
}

/// The place of a scenario or world file in the folder of a municipality; `home` is the folder that holds all of them.
fn place_in(home: &Path, file: &Path) -> PathBuf {
    Path::new(FILES).join(file.strip_prefix(home).unwrap_or(file))
}

/// Whether a run makes a file of this name in the folder of a municipality; scenario files have a folder of their own there.
fn is_replaced(name: &OsStr) -> bool {
    let Some(name) = name.to_str() else { return false };
    let arm = name.strip_prefix("resolved").and_then(|rest| rest.strip_suffix(".toml"));
    [EXTRA, SUMMARY, MANIFEST].contains(&name)
        || arm.is_some_and(|arm| arm.is_empty() || arm.starts_with('-'))
}

/// Tells which files, by their path from the folder of a municipality, are such as a run makes; all others are somebody's own.
fn is_made(desk: &Desk<'_>) -> impl Fn(&Path) -> bool + use<> {
    let home = common_folder(input_files(desk).map(|input| &input.path));
    let files: BTreeSet<PathBuf> = input_files(desk).map(|input| place_in(&home, &input.path)).collect();
    move |path| files.contains(path) || (path.components().count() == 1 && is_replaced(path.as_os_str()))
}

/// Removes what a run has made of a municipality; a file of somebody's own stays, with the folder that it is in.
///
/// # Errors
/// [`FolderFault`] with what could not be read or removed.
pub(super) fn clear(desk: &Desk<'_>, place: &Path) -> Result<(), FolderFault> {
    let mut made = below(place, is_made(desk))?;
    // The manifest goes last: what has one is a municipality.
    made.sort_by_key(|path| path.ends_with(MANIFEST));
    for path in made {
        remove(&path).map_err(FolderFault::at(&path))?;
        // A folder stays where it is not empty.
        for folder in path.ancestors().skip(1).take_while(|folder| folder.starts_with(place)) {
            let _ = fs::remove_dir(folder);
        }
    }
    Ok(())
}

/// The deepest folder that holds all files.
fn common_folder<'p>(mut paths: impl Iterator<Item = &'p PathBuf>) -> PathBuf {
    let mut home = paths.next().and_then(|path| path.parent()).unwrap_or(Path::new("")).to_path_buf();
    for path in paths {
        while !path.starts_with(&home) {
            home.pop();
        }
    }
    home
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_keep_their_places_below_the_folder_that_holds_all_of_them() {
        let home = |paths: &[&str]| {
            let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
            common_folder(paths.iter())
        };
        assert_eq!(home(&["a/x.toml", "a/worlds/w.toml"]), PathBuf::from("a"));
        assert_eq!(home(&["a/b/x.toml", "a/c/w.toml"]), PathBuf::from("a"));
        assert_eq!(home(&["x.toml", "worlds/w.toml"]), PathBuf::new());
        assert_eq!(home(&["/data/x.toml", "/data/y.toml"]), PathBuf::from("/data"));
    }
}
