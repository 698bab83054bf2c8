//! `sim sensitivity`: a plain run, then one on picked-and-frozen points.

use super::answer::Desk;
use super::failure::Failure;
use super::run::failed;
use crate::analyses::RunInfo;
use crate::analyses::sensitivity::{Sensitivity, answer, plan};
use crate::engine;
use crate::parameters::Design;

/// Replications of the plain run to a pair of points of the second: the same work in both.
const PER_PAIR: usize = 25;
/// Fewest and most pairs; both are whole batches.
const PAIRS: (usize, usize) = (40, 2_000);

/// What moves the answer of the last scenario in the leading world.
///
/// # Errors
/// [`Failure`] when stopped or refused.
pub(super) fn find(desk: &Desk<'_>) -> Result<Sensitivity, Failure> {
    let experiment = desk.loaded.experiment.in_leading_world();
    let order = desk.order;
    let replications = order.replications;
    #[expect(clippy::integer_division, reason = "pairs come in whole batches")]
    let pairs = (replications / PER_PAIR / 20 * 20).clamp(PAIRS.0, PAIRS.1);
    // Until the first run has told what to pick, the second is thought to be as large as it mostly is.
    let progress = desk.progress(replications + 44 * pairs);
    let run = |replications, design: &Design| {
        let plan = order.plan(replications);
        let watch = |more| progress.advance(more);
        engine::run_design(&experiment, &plan, design, (&watch, desk.stop.flag()))
            .map_err(|fault| failed(&fault, desk.wording))
    };
    let first = run(replications, &Design::default())?;
    let plan = desk.with_threads(|| plan(&experiment, &first))?;
    let keys = first.score_names().to_vec();
    drop(first);
    let frozen = run(plan.replications(pairs), plan.design())?;
    progress.finish();
    let info = RunInfo { seed: order.seed, replications };
    desk.with_threads(|| answer(&experiment, (&plan, &keys), &frozen, info))
}
