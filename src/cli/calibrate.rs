//! `sim calibrate` and `sim backtest`: the registered scenario simulated forward, and what that teaches.

use std::path::Path;

use super::answer::{Desk, unspoken};
use super::exit::Exit;
use super::failure::Failure;
use super::progress::Progress;
use super::run::failed;
use super::{inputs, score};
use crate::analyses::BacktestPlan;
use crate::analyses::calibration::{ForwardFault, calibrate, forward, forward_ledger, terms};
use crate::engine::{self, Outcomes};
use crate::random::Seed;
use crate::report::answer::{self, Answer};
use crate::report::wording::Wording;
use crate::scenario::{Experiment, load_ledger};

/// What the registration of the last scenario teaches, or a ledger of it, and a file of weighted draws.
///
/// # Errors
/// [`Failure`] when there is nothing to learn from, when stopped or when refused.
pub(super) fn answer(desk: &Desk<'_>, ledger: Option<&Path>) -> Result<Answer, Failure> {
    let refused = |fault| refused(fault, ledger.is_some(), desk.wording);
    let (experiment, evidence) = match ledger {
        Some(folder) => {
            let name = folder.display().to_string();
            let ledger = load_ledger(&score::files(folder), &name)
                .map_err(|faults| inputs::refused(&faults, desk.wording))?;
            forward_ledger(&desk.loaded.experiment, &ledger)
        }
        None => forward(&desk.loaded.experiment),
    }
    .map_err(refused)?;
    let calendar = &experiment.scenarios[0][0].calendar;
    let terms = terms(&evidence, calendar, evidence.periods.len()).map_err(refused)?;
    let outcomes = simulate(desk, &experiment)?;
    let seed = Seed(desk.order.seed);
    let found = desk.with_threads(|| calibrate(&experiment, &outcomes, (&evidence, &terms), seed))?;
    answer::calibrate(&found, desk.wording).map_err(|fault| unspoken(&fault))
}

/// A forecast of the last registered period from those before it, held against what happened.
///
/// # Errors
/// [`Failure`] when there is nothing to learn from or to hold it against, when stopped or when refused.
pub(super) fn backtest(desk: &Desk<'_>) -> Result<Answer, Failure> {
    let plan =
        BacktestPlan::new(&desk.loaded.experiment).map_err(|fault| refused(fault, false, desk.wording))?;
    let outcomes = simulate(desk, &plan.experiment)?;
    let found = desk.with_threads(|| plan.judge(&outcomes, Seed(desk.order.seed)))?;
    answer::backtest(&found, desk.wording).map_err(|fault| unspoken(&fault))
}

fn simulate(desk: &Desk<'_>, experiment: &Experiment) -> Result<Outcomes, Failure> {
    let order = &desk.order;
    let progress = Progress::new(order.replications, order.quiet, desk.wording);
    let plan = order.plan(order.replications);
    let outcomes = engine::run(experiment, &plan, &|more| progress.advance(more), desk.stop.flag());
    progress.finish();
    outcomes.map_err(|fault| failed(&fault, desk.wording))
}

fn refused(fault: ForwardFault, from_ledger: bool, wording: &Wording) -> Failure {
    let id = match fault {
        ForwardFault::NothingRegistered if from_ledger => "forward-not-carried-out",
        ForwardFault::NothingRegistered => "forward-nothing-registered",
        ForwardFault::OnePeriod => "forward-one-period",
        ForwardFault::KnownInflow => "forward-known-inflow",
        ForwardFault::NoSuchPeriod => "forward-no-such-period",
    };
    Failure::new(Exit::ScenarioRefused, wording.text(id))
}
