//! `sim monitor`: a run reported by quarter, and when what it registers would tell.

use super::answer::Desk;
use super::exit::Exit;
use super::failure::Failure;
use super::run::failed;
use crate::analyses::monitor::{Monitor, MonitorPlan, by_quarter, monitor};
use crate::engine;

/// When quarterly registration tells whether the last scenario pays back.
///
/// # Errors
/// [`Failure`] when there is nothing to conclude, when stopped or when refused.
pub(super) fn find(desk: &Desk<'_>, closures: &[usize], bound: f64) -> Result<Monitor, Failure> {
    let experiment = &desk.loaded.experiment;
    if experiment.arms.len() < 2 {
        return Err(Failure::new(Exit::Usage, desk.wording.text("monitor-nothing-to-conclude")));
    }
    let experiment = by_quarter(experiment);
    let order = desk.order;
    let progress = desk.progress(order.replications);
    let plan = order.plan(order.replications);
    let outcomes = engine::run(&experiment, &plan, &|more| progress.advance(more), desk.stop.flag());
    progress.finish();
    let outcomes = outcomes.map_err(|fault| failed(&fault, desk.wording))?;
    let plan = MonitorPlan { seed: plan.seed, bound, closures: closures.to_vec() };
    desk.with_threads(|| monitor(&experiment, &outcomes, &plan))
}
