//! One municipality: its files, its run, its folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::files::copy;
use crate::analyses::region::{Municipality, extra};
use crate::analyses::{RunInfo, build};
use crate::cli::answer::Desk;
use crate::cli::args::Inputs;
use crate::cli::failure::Failure;
use crate::cli::folder::{FolderFault, Reservation, remove};
use crate::cli::inputs;
use crate::cli::results::{file, from_csv, resolved_files};
use crate::cli::run::{failed, not_written};
use crate::engine::{RunPlan, run_design};
use crate::parameters::Design;
use crate::random::Seed;
use crate::report::answer::{read_columns, write_columns};
use crate::report::manifest::Manifest;
use crate::report::number::{Form, Numbers};
use crate::report::{resolved_toml, summary};
use crate::scenario::{Loaded, Memory, Request, load_from, resized};

/// What each replication came to, in the folder of a municipality.
const EXTRA: &str = "extra.csv";
/// The files that it was made with.
const FILES: &str = "scenarios";

/// What an earlier run left of a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// Nothing.
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
        let files = self.desk.loaded.inputs.iter().filter(|input| input.path.as_os_str() != "--set");
        files
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
        let Ok(text) = fs::read_to_string(place.join("manifest.json")) else {
            return Err(not_written(&FolderFault::Foreign(place), self.desk.wording));
        };
        let same = self.manifest(loaded).differences(&text).is_empty() && self.columns(folder).is_ok();
        Ok(if same { Kept::Same } else { Kept::Other })
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
            let reservation = Reservation::take(folder, &self.municipality.name)?;
            let workplace = reservation.workplace();
            self.write_files(workplace)?;
            file(workplace, "manifest.json", |to| self.manifest(&loaded).write(to))?;
            for (arm, name) in resolved_files(&loaded) {
                file(workplace, &name, |to| to.write_all(resolved_toml(&loaded, arm).as_bytes()))?;
            }
            file(workplace, "summary.json", |to| summary::write(&forecast, to))?;
            let worlds = &loaded.experiment.worlds;
            file(workplace, EXTRA, |to| write_columns(worlds, &columns, to).map_err(from_csv))?;
            reservation.commit().map(drop)
        };
        kept().map_err(|fault| not_written(&fault, wording))
    }

    /// Copies its folder out of that of a part.
    ///
    /// # Errors
    /// [`FolderFault`], with what stood in its place as it was.
    pub(super) fn copy(&self, from: &Path, folder: &Path) -> Result<(), FolderFault> {
        let reservation = Reservation::take(folder, &self.municipality.name)?;
        copy(&self.place(from), reservation.workplace())?;
        reservation.commit().map(drop)
    }

    /// Its scenario and world files, in their places below the folder that holds all of them.
    fn write_files(&self, into: &Path) -> Result<(), FolderFault> {
        let texts = self.texts();
        let home = common_folder(texts.keys());
        for (path, text) in &texts {
            let place = into.join(FILES).join(path.strip_prefix(&home).unwrap_or(path));
            let folder = place.parent().unwrap_or(into);
            fs::create_dir_all(folder).map_err(FolderFault::at(folder))?;
            fs::write(&place, text).map_err(FolderFault::at(&place))?;
        }
        Ok(())
    }
}

/// Removes what a run has made of a municipality, its folder of scenario files as a whole; another file of somebody's own stays,
/// with the folder that it is in.
///
/// # Errors
/// [`FolderFault`] with what could not be read or removed.
pub(super) fn clear(place: &Path) -> Result<(), FolderFault> {
    let entries = fs::read_dir(place).map_err(FolderFault::at(place))?;
    let resolved = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let toml = path.extension().is_some_and(|ending| ending == "toml");
        toml && (stem == "resolved" || stem.starts_with("resolved-"))
    });
    // The manifest goes last: what has one is a municipality.
    let made = [EXTRA, FILES, "summary.json", "manifest.json"].map(|name| place.join(name));
    for path in resolved.chain(made) {
        remove(&path).map_err(FolderFault::at(&path))?;
    }
    // It stays where it is not empty.
    let _ = fs::remove_dir(place);
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
