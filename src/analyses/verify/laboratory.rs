//! Where variants are run.

use std::sync::atomic::AtomicBool;

use super::results::Results;
use crate::engine::{Outcomes, RunError, RunPlan, Seen, run, watch};
use crate::random::Seed;
use crate::scenario::Experiment;

/// Replications of a variant: what is compared is exact, so that few are enough.
const VARIANT: usize = 60;

/// How the checks are carried out.
#[derive(Clone, Copy)]
pub struct Laboratory<'a> {
    /// The master seed.
    pub seed: Seed,
    /// Replications of the main run.
    pub replications: usize,
    /// Threads.
    pub threads: usize,
    /// Is told of every run that is done.
    pub progress: &'a (dyn Fn(usize) + Sync),
    /// Ends the work.
    pub stop: &'a AtomicBool,
}

impl Laboratory<'_> {
    /// A run of so many replications.
    pub(super) fn run(&self, experiment: &Experiment, replications: usize) -> Result<Outcomes, RunError> {
        self.run_with(experiment, (self.seed, replications, self.threads))
    }

    /// The same with a seed and threads of its own.
    pub(super) fn run_with(
        &self,
        experiment: &Experiment,
        (seed, replications, threads): (Seed, usize, usize),
    ) -> Result<Outcomes, RunError> {
        let plan = RunPlan { seed, replications, threads };
        let outcomes = run(experiment, &plan, &|_| {}, self.stop);
        (self.progress)(1);
        outcomes
    }

    /// The results of a variant.
    pub(super) fn variant(&self, experiment: &Experiment) -> Result<Results, RunError> {
        Ok(Results::of(experiment, &self.run(experiment, VARIANT)?))
    }

    /// One play of an arm, week by week.
    pub(super) fn watch(&self, experiment: &Experiment, arm: usize, number: usize) -> Seen {
        let plan = RunPlan { seed: self.seed, replications: VARIANT, threads: 1 };
        watch(experiment, &plan, number, (arm, 0), None)
    }
}
