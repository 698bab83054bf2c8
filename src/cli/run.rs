//! `sim run`: from scenario files to results and a page.

use std::fs;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use super::agenda::Agenda;
use super::args::SimulationOrder;
use super::checkpoint::Checkpoint;
use super::exit::Exit;
use super::failure::Failure;
use super::folder::{self, Earlier, FolderFault, Moved, Reservation};
use super::progress::busy;
use super::results::{Results, file, write_rows};
use super::running::RunOrder;
use super::simulate::{Played, Table, Yield};
use super::stop::Stop;
use super::stopwatch::Stopwatch;
use super::{inputs, precision, screen, shard, verify};
use crate::analyses::Forecast;
use crate::engine::RunError;
use crate::report::Report;
use crate::report::document::{Written, page_with};
use crate::report::manifest::{Difference, Manifest, write_timings};
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
    let watch = Stopwatch::start();
    let simulation = &order.simulation;
    let loaded = inputs::load(&simulation.inputs, wording)?;
    if !simulation.quiet {
        inputs::warn(&loaded, wording);
    }
    let stop = Stop::listen();
    if let Some(which) = order.shard {
        return shard::run(&Table { order, loaded: &loaded, stop: &stop, wording }, which);
    }
    let agenda = Agenda::new(order, &loaded, wording)?;
    let manifest = manifest(&loaded, simulation, simulation.replications).with_answers(&agenda.topics);
    let reservation = reserve(order, &loaded.experiment.name, &manifest, wording)?;
    let mut checkpoint = Checkpoint::open(order, &reservation, &manifest, wording)?;
    if order.resume && !checkpoint.has_earlier() && !simulation.quiet {
        screen::note(&wording.text("resume-nothing"));
    }
    let mut finish = Finish { order, loaded: &loaded, agenda, stop: &stop, wording, watch };
    finish.watch.lap("read");
    let table = Table { order, loaded: &loaded, stop: &stop, wording };
    let Played { results, missed } = table.play(&mut checkpoint)?;
    finish.watch.lap("simulate");
    let replications = results.replications();
    let written = finish.write(results, reservation);
    let placed = written.map_err(|failure| checkpoint.with_hint(failure, wording))?;
    // The results are in their place; parts that cannot be removed are in nobody's way.
    let _ = checkpoint.remove();
    let answers = finish.show(&placed)?;
    if let Some(missed) = &missed {
        let told = precision::missed(order, &loaded.experiment, (missed, replications), wording);
        screen::note(&told);
        return Ok(Exit::PrecisionMissed);
    }
    Ok(answers)
}

/// What a run over some files is recognised by.
pub(super) fn manifest(loaded: &Loaded, order: &SimulationOrder, replications: usize) -> Manifest {
    Manifest::new(loaded, &order.inputs.settings, order.seed, replications)
}

/// Names and contents.
type Files = Vec<(String, Vec<u8>)>;

/// Results in their place.
pub(super) struct Placed {
    forecast: Forecast,
    folder: PathBuf,
}

/// All that follows when every replication has been played, here or elsewhere.
pub(super) struct Finish<'a> {
    pub(super) order: &'a RunOrder,
    pub(super) loaded: &'a Loaded,
    pub(super) agenda: Agenda<'a>,
    pub(super) stop: &'a Stop,
    pub(super) wording: &'a Wording,
    pub(super) watch: Stopwatch,
}

impl Finish<'_> {
    /// Analyses what was played and puts the results in their place.
    ///
    /// # Errors
    /// [`Failure`], with the earlier results as they were.
    pub(super) fn write(&mut self, played: Yield, reservation: Reservation) -> Result<Placed, Failure> {
        let (loaded, simulation, wording) = (self.loaded, &self.order.simulation, self.wording);
        // All that follows the simulation keeps to the same number of threads.
        let threads = rayon::ThreadPoolBuilder::new()
            .num_threads(simulation.threads)
            .build()
            .map_err(|fault| failed(&RunError::Threads(fault), wording))?;
        let into = reservation.workplace();
        let written = thread::scope(|scope| {
            let rows = || scope.spawn(|| write_rows(&loaded.experiment, &played, into, &threads));
            // The rows ask for nothing but what was played, and the disk may take them while that is being analysed; but beside a
            // PDF, which keeps one thread busy for as long, there is more time for them.
            let early = (!self.order.products.reports.contains(&Report::Pdf)).then(rows);
            let (forecast, files) = self.analyse(&played, &threads)?;
            let rows = early.unwrap_or_else(rows);
            let seconds = self.write_others((&forecast, &files), into, &threads);
            Ok((forecast, rows.join().unwrap_or_else(|panic| resume_unwind(panic)), seconds?))
        });
        let (forecast, rows, mut seconds) = written?;
        let settled = rows.and_then(|rows| {
            seconds.push(rows);
            self.watch.lap("write");
            file(into, "timings.json", |to| write_timings(self.watch.laps(), &seconds, to))
        });
        settled.map_err(|fault| not_written(&fault, wording))?;
        if self.stop.wanted() {
            return Err(failed(&RunError::Stopped, wording));
        }
        let (folder, leaving) = (reservation.target().to_path_buf(), reservation.leaving());
        // What was played goes while the disk is being waited for.
        let (moved, ()) = threads.join(|| reservation.commit(), || drop(played));
        let moved = moved.map_err(|fault| not_written(&fault, wording))?;
        let target = folder.display().to_string();
        if !simulation.quiet {
            if !moved.is_empty() {
                screen::note(&rehoused(&moved, &target, wording));
            }
            if !leaving.is_empty() {
                let gaps = [("folder", (&target).into()), ("files", leaving.join(", ").into())];
                screen::note(&wording.fill("output-removed", &gaps));
            }
        }
        Ok(Placed { forecast, folder })
    }

    /// Prints the page; returns how the answers that were asked along let the command end.
    ///
    /// # Errors
    /// [`Failure`] when it cannot be printed, with the new results in their place.
    pub(super) fn show(&self, Placed { forecast, folder }: &Placed) -> Result<Exit, Failure> {
        let (products, wording) = (&self.order.products, self.wording);
        if !self.order.simulation.quiet {
            let written = Written {
                folder: &folder.display().to_string(),
                reports: &products.reports,
                dutch_bands: products.dutch_csv,
            };
            let page = page_with(forecast, wording, Some(&written));
            screen::present(&terminal::render(&page, screen::page_terminal()), folder, wording)?;
        }
        Ok(verify::exit(forecast.answers.verify.as_ref()))
    }

    /// Analyses what was played and answers what was asked along; returns the forecast and the files of the answers.
    ///
    /// # Errors
    /// [`Failure`] of an answer.
    fn analyse(&mut self, played: &Yield, threads: &rayon::ThreadPool) -> Result<(Forecast, Files), Failure> {
        let Self { order, loaded, agenda, stop, wording, watch } = self;
        let simulation = &order.simulation;
        let mut forecast = busy(wording.text("progress-working"), simulation.quiet, || {
            threads.install(|| played.forecast(&loaded.experiment, simulation.seed))
        });
        watch.lap("analyse");
        let answered = agenda.answer(stop, wording, watch)?;
        forecast.answers = answered.answers;
        Ok((forecast, answered.files))
    }

    /// Writes every file but the rows; returns the seconds of each.
    ///
    /// # Errors
    /// [`Failure`] with the file that could not be written.
    fn write_others(
        &self,
        (forecast, answers): (&Forecast, &Files),
        into: &Path,
        threads: &rayon::ThreadPool,
    ) -> Result<Vec<(String, f64)>, Failure> {
        let Self { order, loaded, agenda, wording, .. } = self;
        let (simulation, replications) = (&order.simulation, forecast.run.replications);
        let manifest = manifest(loaded, simulation, replications).with_answers(&agenda.topics);
        let results =
            Results { loaded, manifest: &manifest, forecast, answers, wording, products: &order.products };
        let files = busy(wording.text("progress-writing"), simulation.quiet, || {
            threads.install(|| results.write(into))
        });
        files.map_err(|fault| not_written(&fault, wording))
    }
}

/// Where files of the user's own stand now that got another place.
fn rehoused(moved: &[Moved], folder: &str, wording: &Wording) -> String {
    let told = moved.iter().map(|Moved { from, to }| {
        let gaps = [("from", from.display().to_string().into()), ("to", to.display().to_string().into())];
        wording.fill("output-moved-file", &gaps)
    });
    let files = told.collect::<Vec<_>>().join(", ");
    wording.fill("output-moved", &[("folder", folder.into()), ("files", files.into())])
}

/// Reserves the folder of a name, unless it holds what must not be replaced.
///
/// # Errors
/// [`Failure`] when it does, or when it cannot be written.
pub(super) fn reserve(
    order: &RunOrder,
    name: &str,
    manifest: &Manifest,
    wording: &Wording,
) -> Result<Reservation, Failure> {
    let reservation =
        Reservation::take(&order.simulation.out, name).map_err(|fault| not_written(&fault, wording))?;
    let earlier = reservation.earlier().map_err(|fault| not_written(&fault, wording))?;
    if let (Earlier::Results(path), false) = (earlier, order.products.force) {
        // A manifest that cannot be read is told as such.
        let text = fs::read_to_string(path).unwrap_or_default();
        let mut differences = manifest.differences(&text);
        if order.precision.is_some() {
            // How many there will be is not known yet.
            differences.retain(|difference| !matches!(difference, Difference::Replications(..)));
        }
        spare(&differences, reservation.target(), wording)?;
    }
    Ok(reservation)
}

/// Refuses to replace results that this run would not give again.
fn spare(differences: &[Difference], target: &Path, wording: &Wording) -> Result<(), Failure> {
    if differences.is_empty() {
        return Ok(());
    }
    let what: Vec<_> =
        differences.iter().map(|difference| differs(difference, "differs-change", wording)).collect();
    let gaps = [("folder", target.display().to_string().into()), ("what", what.join("; ").into())];
    Err(Failure::new(Exit::OutputNotWritten, wording.fill("output-differs", &gaps)))
}

/// What is told when results cannot be kept.
pub(super) fn not_written(fault: &FolderFault, wording: &Wording) -> Failure {
    Failure::new(Exit::OutputNotWritten, folder::told(fault, wording))
}

/// In what two runs differ, in words; the sentence named tells which of two values is whose.
pub(super) fn differs(difference: &Difference, change: &str, wording: &Wording) -> String {
    let change = |id: &str, then: String, now: String| {
        let gaps = [("what", wording.text(id).into()), ("then", then.into()), ("now", now.into())];
        wording.fill(change, &gaps)
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
        Difference::Answers => wording.text("differs-answers"),
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
