//! One of several parts of a run, played by itself.

use super::exit::Exit;
use super::failure::Failure;
use super::parts::Parts;
use super::progress::Progress;
use super::results::file;
use super::run::{failed, manifest, not_written, reserve};
use super::screen;
use super::simulate::{LONGEST, Table, play};
use crate::engine::{RunError, Simulation};
use crate::parameters::Design;
use crate::report::shard::Shard;

/// The name of the file that says which part it is.
pub(super) const ORDER: &str = "order.json";

/// Plays part `shard` of `of`, and puts it in a folder of its own.
///
/// # Errors
/// [`Failure`], with an earlier part as it was.
pub(super) fn run(table: &Table<'_>, (shard, of): (usize, usize)) -> Result<Exit, Failure> {
    let Table { order, loaded, stop, wording } = *table;
    let simulation = &order.simulation;
    let manifest = manifest(loaded, simulation, simulation.replications);
    let name = format!("{}-shard-{shard}-of-{of}", loaded.experiment.name);
    let reservation = reserve(order, &name, &manifest, wording)?;
    let sheet = Shard {
        shard,
        of,
        seed: simulation.seed,
        replications: simulation.replications,
        scenarios: simulation.inputs.scenarios.clone(),
        worlds: simulation.inputs.worlds.clone(),
        settings: simulation.inputs.settings.clone(),
        posterior: simulation.inputs.posterior.clone(),
        files: Shard::files(loaded),
    };
    let plan = simulation.plan(simulation.replications);
    let mut whole = Simulation::new(&loaded.experiment, &plan, &Design::default())
        .map_err(|fault| failed(&fault, wording))?;
    let draws = sheet.draws(whole.draws());
    let parts = Parts::new(reservation.workplace().to_path_buf(), manifest.identity());
    let progress = Progress::new(draws.len(), simulation.quiet, wording);
    let mut next = draws.start;
    while next < draws.end {
        let until = (next + LONGEST).min(draws.end);
        let played = play(&mut whole, next..until, &progress, stop);
        let counted = played.map_err(|fault| {
            progress.finish();
            failed(&fault, wording)
        })?;
        parts.keep(&whole.stretch(&counted)).map_err(|fault| not_written(&fault, wording))?;
        next = until;
    }
    progress.finish();
    let place = reservation.workplace();
    file(place, "manifest.json", |to| manifest.write(to))
        .and_then(|()| file(place, ORDER, |to| sheet.write(to)))
        .map_err(|fault| not_written(&fault, wording))?;
    if stop.wanted() {
        return Err(failed(&RunError::Stopped, wording));
    }
    let target = reservation.target().display().to_string();
    reservation.commit().map_err(|fault| not_written(&fault, wording))?;
    if !simulation.quiet {
        let gaps = [("folder", target.into()), ("shard", shard.into()), ("of", of.into())];
        screen::print(&format!("{}\n", wording.fill("shard-written", &gaps)), wording)?;
    }
    Ok(Exit::Done)
}
