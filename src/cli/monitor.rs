//! `sim monitor`: a run reported by quarter, and when what it registers would tell.

use super::answer::{Desk, unspoken};
use super::exit::Exit;
use super::failure::Failure;
use super::progress::Progress;
use super::run::failed;
use crate::analyses::monitor::{MonitorPlan, by_quarter, monitor};
use crate::engine::{self, RunPlan};
use crate::random::Seed;
use crate::report::answer::{self, Answer};

/// When quarterly registration tells whether the last scenario pays back.
///
/// # Errors
/// [`Failure`] when there is nothing to conclude, when stopped or when refused.
pub(super) fn answer(desk: &Desk<'_>, closures: &[usize], bound: f64) -> Result<Answer, Failure> {
    let experiment = &desk.loaded.experiment;
    if experiment.arms.len() < 2 {
        return Err(Failure::new(Exit::Usage, desk.wording.text("monitor-nothing-to-conclude")));
    }
    let experiment = by_quarter(experiment);
    let order = &desk.ask.order;
    let progress = Progress::new(order.replications, order.quiet, desk.wording);
    let plan = RunPlan { seed: Seed(order.seed), replications: order.replications, threads: order.threads };
    let outcomes = engine::run(&experiment, &plan, &|more| progress.advance(more), desk.stop.flag());
    progress.finish();
    let outcomes = outcomes.map_err(|fault| failed(&fault, desk.wording))?;
    let plan = MonitorPlan { seed: plan.seed, bound, closures: closures.to_vec() };
    let found = desk.with_threads(|| monitor(&experiment, &outcomes, &plan))?;
    answer::monitor(&found, desk.wording).map_err(|fault| unspoken(&fault))
}
