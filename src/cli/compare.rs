//! `sim compare`: all scenarios over the same young people, then the mixes of two of them.

use super::answer::Desk;
use super::exit::Exit;
use super::failure::Failure;
use super::run::failed;
use crate::analyses::{Comparison, Mixes, RunInfo, compare, explain};
use crate::engine::{self, Outcomes};
use crate::scenario::Experiment;

/// Mixes times replications that are played at most to explain a difference.
const EXPLAINING: usize = 8_000;
/// Fewest replications of a mix.
const LEAST: usize = 120;

/// Holds the scenarios against each other and explains one difference.
///
/// # Errors
/// [`Failure`] when stopped or refused, or when a scenario to be explained was not named.
pub(super) fn find(desk: &Desk<'_>, explained: &[String]) -> Result<Comparison, Failure> {
    let experiment = &desk.loaded.experiment;
    let pair = pair(desk, explained)?;
    let mixes = Mixes::new(experiment, pair);
    let replications = desk.order.replications;
    let each = EXPLAINING.checked_div(mixes.count()).unwrap_or(0).clamp(LEAST, LEAST.max(replications));
    let each = each.min(replications);
    let total = replications + mixes.count() * each;
    let progress = desk.progress(total);
    let outcomes = run(desk, experiment, replications, &|more| progress.advance(more))?;
    let info = |replications| RunInfo { seed: desk.order.seed, replications };
    let mut comparison = compare(experiment, &outcomes, info(replications));
    drop(outcomes);
    let mut figures = Vec::new();
    for batch in &mixes.batches {
        let policies = batch.arms.len();
        let outcomes = run(desk, batch, each, &|more| progress.advance(more * policies))?;
        figures.extend(Mixes::read(batch, &outcomes));
    }
    progress.finish();
    comparison.explanation = Some(explain(&mixes, &figures, info(each)));
    Ok(comparison)
}

/// The arms whose difference is explained: those that were named, or the first two that were asked for.
fn pair(desk: &Desk<'_>, explained: &[String]) -> Result<(usize, usize), Failure> {
    let arms = &desk.loaded.experiment.arms;
    let find = |name: &String| {
        let stem = name.rsplit(['/', '\\']).next().unwrap_or(name).trim_end_matches(".toml");
        arms.iter().position(|arm| arm.name == stem).ok_or_else(|| {
            let names: Vec<&str> = arms.iter().map(|arm| arm.name.as_str()).collect();
            let gaps = [("name", name.into()), ("names", names.join(", ").into())];
            Failure::new(Exit::Usage, desk.wording.fill("compare-unknown", &gaps))
        })
    };
    let last = arms.len() - 1;
    match explained {
        [] if last < 2 => Ok((0, last)),
        [] => Ok((1, 2)),
        [to] => Ok((0, find(to)?)),
        [from, to] => Ok((find(from)?, find(to)?)),
        _ => Err(Failure::new(Exit::Usage, desk.wording.text("compare-explain-two"))),
    }
}

/// Plays an experiment.
fn run(
    desk: &Desk<'_>,
    experiment: &Experiment,
    replications: usize,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Outcomes, Failure> {
    let order = desk.order;
    let plan = order.plan(replications);
    engine::run(experiment, &plan, progress, desk.stop.flag()).map_err(|fault| failed(&fault, desk.wording))
}
