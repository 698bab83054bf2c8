//! `sim value`: all options in all worlds, and what it is worth to know more before choosing.

use super::answer::Desk;
use super::exit::Exit;
use super::failure::Failure;
use super::run::failed;
use crate::analyses::value::{Value, ValuePlan, value};
use crate::engine;

/// What it is worth to know more.
///
/// # Errors
/// [`Failure`] when there is nothing to choose, when stopped or when refused.
pub(super) fn find(desk: &Desk<'_>, closures: &[usize], worth: f64) -> Result<Value, Failure> {
    let experiment = &desk.loaded.experiment;
    if experiment.arms.len() < 2 {
        return Err(Failure::new(Exit::Usage, desk.wording.text("value-nothing-to-choose")));
    }
    let order = desk.order;
    let progress = desk.progress(order.replications);
    let plan = order.plan(order.replications);
    let outcomes = engine::run(experiment, &plan, &|more| progress.advance(more), desk.stop.flag());
    progress.finish();
    let outcomes = outcomes.map_err(|fault| failed(&fault, desk.wording))?;
    let plan = ValuePlan::new(experiment, plan.seed, worth, closures.to_vec());
    desk.with_threads(|| value(experiment, &outcomes, &plan, order.replications))
}
