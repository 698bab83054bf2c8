//! `sim value`: all options in all worlds, and what it is worth to know more before choosing.

use super::answer::{Desk, unspoken};
use super::exit::Exit;
use super::failure::Failure;
use super::progress::Progress;
use super::run::failed;
use crate::analyses::value::{ValuePlan, value};
use crate::engine::{self, RunPlan};
use crate::random::Seed;
use crate::report::answer::{self, Answer};

/// What it is worth to know more.
///
/// # Errors
/// [`Failure`] when there is nothing to choose, when stopped or when refused.
pub(super) fn answer(desk: &Desk<'_>, closures: &[usize], worth: f64) -> Result<Answer, Failure> {
    let experiment = &desk.loaded.experiment;
    if experiment.arms.len() < 2 {
        return Err(Failure::new(Exit::Usage, desk.wording.text("value-nothing-to-choose")));
    }
    let order = &desk.ask.order;
    let progress = Progress::new(order.replications, order.quiet, desk.wording);
    let plan = RunPlan { seed: Seed(order.seed), replications: order.replications, threads: order.threads };
    let outcomes = engine::run(experiment, &plan, &|more| progress.advance(more), desk.stop.flag());
    progress.finish();
    let outcomes = outcomes.map_err(|fault| failed(&fault, desk.wording))?;
    let plan = ValuePlan::new(experiment, plan.seed, worth, closures.to_vec());
    let found = desk.with_threads(|| value(experiment, &outcomes, &plan, order.replications))?;
    answer::value(&found, desk.wording).map_err(|fault| unspoken(&fault))
}
