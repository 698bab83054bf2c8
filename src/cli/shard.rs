//! One of several parts of a run, played by itself.

use std::ops::Range;

use super::exit::Exit;
use super::failure::Failure;
use super::long::{Long, STRETCH};
use super::parts::Parts;
use super::progress::Progress;
use super::results::file;
use super::run::{failed, manifest, not_written, reserve};
use super::screen;
use super::simulate::{Cut, LONGEST, Table, play};
use crate::engine::{RunError, Simulation};
use crate::parameters::Design;
use crate::random::REPLICATIONS_PER_DRAW;
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
    let parts = Parts::new(reservation.workplace().to_path_buf(), manifest.identity());
    let played = if simulation.replications > order.exact {
        play_long(table, &sheet, &parts)
    } else {
        play_kept(table, &sheet, &parts)
    };
    played.map_err(|cut| table.told(cut))?;
    let place = reservation.workplace();
    file(place, "manifest.json", |to| manifest.write(to))
        .and_then(|()| file(place, ORDER, |to| sheet.write(to)))
        .map_err(|fault| not_written(&fault, wording))?;
    if stop.wanted() {
        return Err(failed(&RunError::Stopped, wording));
    }
    let target = reservation.target().to_path_buf();
    reservation.commit().map_err(|fault| not_written(&fault, wording))?;
    if !simulation.quiet {
        let gaps =
            [("folder", target.display().to_string().into()), ("shard", shard.into()), ("of", of.into())];
        screen::present(&format!("{}\n", wording.fill("shard-written", &gaps)), &target, wording)?;
    }
    Ok(Exit::Done)
}

/// Plays draws of which every number is handed in.
fn play_kept(table: &Table<'_>, sheet: &Shard, parts: &Parts) -> Result<(), Cut> {
    let Table { order, loaded, stop, wording } = *table;
    let plan = order.simulation.plan(sheet.replications);
    let mut whole = Simulation::new(&loaded.experiment, &plan, &Design::default())?;
    let draws = sheet.draws(whole.draws());
    let progress = Progress::new(draws.len(), order.simulation.quiet, wording);
    let mut next = draws.start;
    while next < draws.end {
        let until = (next + LONGEST).min(draws.end);
        let counted = play(&mut whole, next..until, &progress, stop).inspect_err(|_| progress.finish())?;
        parts.keep(&whole.stretch(&counted))?;
        next = until;
    }
    progress.finish();
    Ok(())
}

/// Plays draws of which a summary is handed in, with the files of their rows.
fn play_long(table: &Table<'_>, sheet: &Shard, parts: &Parts) -> Result<(), Cut> {
    let draws = long_draws(sheet);
    let order = &table.order.simulation;
    let progress = Progress::new(draws.len(), order.quiet, table.wording);
    let played = Long::begin(*table, (sheet.replications, draws.start), &progress)
        .map_err(Cut::from)
        .and_then(|mut long| {
            while long.until() < draws.end {
                long.play_block(draws.end, (parts, &progress))?;
            }
            long.write_rows(parts)?;
            Ok(parts.keep_digest(long.part())?)
        });
    progress.finish();
    played
}

/// The draws of a part of a run that is too long to keep: whole stretches, so that every file of rows is that of the whole run.
pub(super) fn long_draws(sheet: &Shard) -> Range<usize> {
    let all = sheet.replications.div_ceil(REPLICATIONS_PER_DRAW);
    let stretches = sheet.draws(all.div_ceil(STRETCH));
    (stretches.start * STRETCH).min(all)..(stretches.end * STRETCH).min(all)
}
