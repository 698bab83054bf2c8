//! What the runs brought to light, and what the checks make of it.

use super::check::Check;
use super::flow::Flow;
use super::inputs::Inputs;
use super::interface::{Interface, Told};
use super::laboratory::Laboratory;
use super::money::Money;
use super::results::Results;
use super::uncertainty::Uncertainty;
use super::{dead, flow, inputs, interface, money, uncertainty, variants};
use crate::engine::{Outcomes, RunError};
use crate::scenario::Experiment;

/// Runs that are made beside those of the dead-value check, at most.
const RUNS: usize = 36;

/// What the runs brought to light, before anything is made of it.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The main run, in the leading world.
    pub main: Results,
    /// What goes in.
    pub inputs: Inputs,
    /// Young people, hours and weeks.
    pub flow: Flow,
    /// Euros.
    pub money: Money,
    /// Draws and luck.
    pub uncertainty: Uncertainty,
    /// Threads, files and pages.
    pub interface: Interface,
}

/// How many steps [`gather`] tells of.
pub fn steps(experiment: &Experiment) -> usize {
    RUNS + dead::runs(experiment)
}

/// Runs everything that the checks need; `outcomes` is the main run of all worlds.
///
/// # Errors
/// Those of a run.
pub fn gather(
    lab: &Laboratory<'_>,
    experiment: &Experiment,
    (outcomes, told): (&Outcomes, Told),
) -> Result<Evidence, RunError> {
    let leading = experiment.in_leading_world();
    let known = variants::steady(&leading);
    let main = Results::of(&leading, outcomes);
    Ok(Evidence {
        inputs: inputs::gather(lab, &leading, &known)?,
        flow: flow::gather(lab, &leading, &known)?,
        money: money::gather(lab, &known)?,
        uncertainty: uncertainty::gather(lab, experiment, (&leading, &main))?,
        interface: interface::gather(lab, &leading, told)?,
        main,
    })
}

/// All checks, in order of group.
pub fn judge(evidence: &Evidence) -> Vec<Check> {
    let mut checks = inputs::judge(&evidence.inputs);
    checks.extend(flow::judge(&evidence.flow, &evidence.main));
    checks.extend(money::judge(&evidence.money, &evidence.main));
    checks.extend(uncertainty::judge(&evidence.uncertainty, &evidence.main));
    checks.extend(interface::judge(&evidence.interface));
    checks
}
