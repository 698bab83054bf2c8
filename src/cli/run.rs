//! `sim run`: from scenario files to results and a page.

use std::fs;
use std::path::Path;

use super::args::{RunOrder, SimulationOrder};
use super::exit::Exit;
use super::failure::Failure;
use super::folder::{self, Earlier, FolderFault, Reservation};
use super::progress::Progress;
use super::results::Results;
use super::stop::Stop;
use super::stopwatch::Stopwatch;
use super::{inputs, screen};
use crate::analyses::{RunInfo, build};
use crate::engine::{self, Outcomes, RunError, RunPlan};
use crate::random::Seed;
use crate::report::document::{Written, page_with};
use crate::report::manifest::{Difference, Manifest};
use crate::report::terminal;
use crate::report::wording::Wording;
use crate::scenario::Loaded;

/// Runs what was ordered.
///
/// The folder is reserved first, so that nobody waits for figures that cannot be kept.
///
/// # Errors
/// [`Failure`], with the earlier results as they were.
pub(super) fn run(order: &RunOrder, wording: &Wording) -> Result<Exit, Failure> {
    let mut watch = Stopwatch::start();
    let simulation = &order.simulation;
    let loaded = inputs::load(&simulation.inputs, wording)?;
    if !simulation.quiet {
        inputs::warn(&loaded, wording);
    }
    let stop = Stop::listen();
    let manifest =
        Manifest::new(&loaded, &simulation.inputs.settings, simulation.seed, simulation.replications);
    let reservation = reserve(order, &loaded, &manifest, wording)?;
    // All that follows the simulation keeps to the same number of threads.
    let threads = rayon::ThreadPoolBuilder::new()
        .num_threads(simulation.threads)
        .build()
        .map_err(|fault| failed(&RunError::Threads(fault), wording))?;
    watch.lap("read");
    let outcomes = simulate(simulation, &loaded, &stop, wording)?;
    watch.lap("simulate");
    let info = RunInfo { seed: simulation.seed, replications: simulation.replications };
    let forecast = threads.install(|| build(&loaded.experiment, &outcomes, info));
    watch.lap("analyse");
    let results = Results {
        loaded: &loaded,
        manifest: &manifest,
        outcomes: &outcomes,
        forecast: &forecast,
        wording,
        order,
    };
    threads
        .install(|| results.write(reservation.workplace(), &mut watch))
        .map_err(|fault| not_written(&fault, wording))?;
    if stop.wanted() {
        return Err(failed(&RunError::Stopped, wording));
    }
    let target = reservation.target().display().to_string();
    reservation.commit().map_err(|fault| not_written(&fault, wording))?;
    if !simulation.quiet {
        let written = Written { folder: &target, reports: &order.reports, dutch_bands: order.dutch_csv };
        let page = page_with(&forecast, wording, Some(&written));
        screen::print(&terminal::render(&page, screen::page_terminal()), wording)?;
    }
    Ok(Exit::Done)
}

/// Reserves the folder, unless it holds what must not be replaced.
fn reserve(
    order: &RunOrder,
    loaded: &Loaded,
    manifest: &Manifest,
    wording: &Wording,
) -> Result<Reservation, Failure> {
    let reservation = Reservation::take(&order.simulation.out, &loaded.experiment.name)
        .map_err(|fault| not_written(&fault, wording))?;
    let earlier = reservation.earlier().map_err(|fault| not_written(&fault, wording))?;
    if let (Earlier::Results(path), false) = (earlier, order.force) {
        // A manifest that cannot be read is told as such.
        let text = fs::read_to_string(path).unwrap_or_default();
        spare(&manifest.differences(&text), reservation.target(), wording)?;
    }
    Ok(reservation)
}

/// Refuses to replace results that this run would not give again.
fn spare(differences: &[Difference], target: &Path, wording: &Wording) -> Result<(), Failure> {
    if differences.is_empty() {
        return Ok(());
    }
    let what: Vec<_> = differences.iter().map(|difference| differs(difference, wording)).collect();
    let gaps = [("folder", target.display().to_string().into()), ("what", what.join("; ").into())];
    Err(Failure::new(Exit::OutputNotWritten, wording.fill("output-differs", &gaps)))
}

/// What is told when results cannot be kept.
pub(super) fn not_written(fault: &FolderFault, wording: &Wording) -> Failure {
    Failure::new(Exit::OutputNotWritten, folder::told(fault, wording))
}

fn simulate(
    order: &SimulationOrder,
    loaded: &Loaded,
    stop: &Stop,
    wording: &Wording,
) -> Result<Outcomes, Failure> {
    let plan = RunPlan { seed: Seed(order.seed), replications: order.replications, threads: order.threads };
    let progress = Progress::new(order.replications, order.quiet, wording);
    let outcomes = engine::run(&loaded.experiment, &plan, &|more| progress.advance(more), stop.flag());
    progress.finish();
    outcomes.map_err(|fault| failed(&fault, wording))
}

fn differs(difference: &Difference, wording: &Wording) -> String {
    let change = |id: &str, then: String, now: String| {
        wording.fill(
            "differs-change",
            &[("what", wording.text(id).into()), ("then", then.into()), ("now", now.into())],
        )
    };
    match difference {
        Difference::Version(then, now) => change("differs-version", then.clone(), now.clone()),
        Difference::Seed(then, now) => change("differs-seed", then.to_string(), now.to_string()),
        Difference::Replications(then, now) => {
            change("differs-replications", then.to_string(), now.to_string())
        }
        Difference::Cast => wording.text("differs-cast"),
        Difference::Changed(file) => file.clone(),
        Difference::Settings => wording.text("differs-settings"),
        Difference::Unreadable => wording.text("differs-unreadable"),
    }
}

/// What is told when a run gives no results.
pub(super) fn failed(fault: &RunError, wording: &Wording) -> Failure {
    let told = match fault {
        RunError::Stopped => wording.text("stopped"),
        RunError::TooManyOutlooks { found, most } => {
            wording.fill("run-too-many-outlooks", &[("found", (*found).into()), ("most", (*most).into())])
        }
        RunError::TooLarge { replications, .. } => {
            wording.fill("run-too-large", &[("replications", (*replications).into())])
        }
        RunError::Threads(fault) => wording.fill("run-no-threads", &[("system", fault.to_string().into())]),
    };
    Failure::new(Exit::RunFailed, told)
}
