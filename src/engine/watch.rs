//! One play seen week by week, for tests, self-checks and second implementations.

use std::ops::Range;

use super::pool::RunPlan;
use super::setup::Setup;
use super::witness::WeekEnd;
use super::worker::Worker;
use crate::cohort::{Person, Spot};
use crate::scenario::Experiment;

/// A play as it was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The end of every week, warm-up included.
    pub weeks: Vec<WeekEnd>,
    /// The people it was played over, in order of arrival.
    pub persons: Vec<Person>,
    /// The results as [`Outcomes`](super::Outcomes) holds them: `row[metric * (periods + 1) + slice]`, the total last.
    pub metrics: Vec<f64>,
    /// Avoided cost over the forecast less what could be expected of the same closures, EUR: see
    /// [`Outcomes::luck_column`](super::Outcomes::luck_column).
    pub luck: f64,
}

/// Plays one arm in one world in replication `number` of a run, and tells every week.
///
/// `persons`, when given, stand in for the cohort: in order of arrival, none before the first week or behind the last.
pub fn watch(
    experiment: &Experiment,
    plan: &RunPlan,
    number: usize,
    (arm, world): (usize, usize),
    persons: Option<&[Person]>,
) -> Seen {
    let setup = Setup::new(experiment);
    let mut worker = Worker::new(&setup);
    see(&setup, &mut worker, (Spot::of(plan.seed, number), arm * experiment.worlds.len() + world), persons)
}

/// Plays one arm in one world in several replications of a run, and hands each play on as it was seen.
///
/// Making an experiment ready takes as long as some plays, so that it pays to watch several at once.
pub fn watch_each<T>(
    experiment: &Experiment,
    plan: &RunPlan,
    numbers: Range<usize>,
    (arm, world): (usize, usize),
    mut tell: impl FnMut(Seen) -> T,
) -> Vec<T> {
    let setup = Setup::new(experiment);
    let mut worker = Worker::new(&setup);
    let case = arm * experiment.worlds.len() + world;
    numbers.map(|number| tell(see(&setup, &mut worker, (Spot::of(plan.seed, number), case), None))).collect()
}

fn see(
    setup: &Setup<'_>,
    worker: &mut Worker,
    (spot, case): (Spot, usize),
    persons: Option<&[Person]>,
) -> Seen {
    let seed = spot.seed;
    worker.read_draw(setup, seed, spot.draw);
    worker.draw_cohort(setup, &spot);
    if let Some(persons) = persons {
        worker.replace_people(setup, case, persons);
    }
    let mut weeks = Vec::new();
    let (metrics, luck) = worker.watch(setup, &spot, case, &mut weeks);
    Seen { weeks, persons: worker.persons(setup, case), metrics, luck }
}
