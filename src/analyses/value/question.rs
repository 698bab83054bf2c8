//! The whole answer over all worlds, and what should be registered first.

use super::choice::{Stage, WorldValue, decide, draws, samples};
use super::sample::{Followed, Observed, SampleValue};
use crate::analyses::{RunInfo, Runs};
use crate::random::Seed;
use crate::scenario::{Arm, Experiment, World};
use crate::statistics::{Estimate, Payoffs};

/// Mean days of a year and of a week make weeks of a year.
const WEEKS_PER_YEAR: f64 = 365.2425 / 7.0;
/// Standard errors that a worth must be away from nought to be said.
const ERRORS: f64 = 2.0;

/// How the question is put.
#[derive(Clone, Debug, PartialEq)]
pub struct ValuePlan {
    /// The master seed, by which the values of the draws are found again.
    pub seed: Seed,
    /// What an extra positive closure is worth beside avoided cost, EUR.
    pub closure_worth: f64,
    /// Numbers of closures that may be followed.
    pub closures: Vec<usize>,
    /// Years of the forecast.
    years: f64,
}

impl ValuePlan {
    /// Over the forecast of an experiment.
    pub fn new(experiment: &Experiment, seed: Seed, closure_worth: f64, closures: Vec<usize>) -> Self {
        let calendar = &experiment.scenarios[0][0].calendar;
        let weeks = calendar.weeks() - calendar.forecast_from();
        Self { seed, closure_worth, closures, years: weeks as f64 / WEEKS_PER_YEAR }
    }

    pub(super) const fn years(&self) -> f64 {
        self.years
    }
}

/// The decision when nobody knows which world holds, every one weighing the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixture {
    /// Per option what it is expected to be worth more than the base, EUR a year.
    pub expected: Vec<Estimate>,
    /// The option that is best when nothing more is learnt.
    pub best: usize,
    /// What it is worth to know which world holds.
    pub world_known: Estimate,
    /// What it is worth to know everything.
    pub perfect: Estimate,
    /// Per sample.
    pub samples: Vec<SampleValue>,
}

/// What should be registered first.
#[derive(Clone, Debug, PartialEq)]
pub enum Advice {
    /// Follow positive closures; the place among the samples of the mixture, or of the leading world when there is one.
    Follow(usize),
    /// One quantity of the leading world, by its place.
    Quantity(usize),
    /// Nothing is worth more than its error.
    Nothing,
}

/// The worth of knowing more for the choice between the arms.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The name of the run.
    pub name: String,
    /// The options, the base first.
    pub options: Vec<Arm>,
    /// The worlds, the leading one first.
    pub worlds: Vec<World>,
    /// How it was made.
    pub run: RunInfo,
    /// Draws behind every figure.
    pub draws: usize,
    /// What an extra positive closure is worth beside avoided cost, EUR.
    pub closure_worth: f64,
    /// Per world.
    pub by_world: Vec<WorldValue>,
    /// Over all worlds; `None` when there is one.
    pub mixture: Option<Mixture>,
    /// What should be registered first.
    pub advice: Advice,
}

impl Value {
    /// The samples that the advice points into.
    pub fn samples(&self) -> &[SampleValue] {
        match (&self.mixture, self.by_world.first()) {
            (Some(mixture), _) => &mixture.samples,
            (None, Some(world)) => &world.samples,
            (None, None) => &[],
        }
    }
}

/// Whether a worth is told apart from nought by its error.
pub fn supported(value: &Estimate) -> bool {
    value.mc_se.is_some_and(|error| value.value > ERRORS * error && value.value > 0.0)
}

/// The worth of knowing more. The experiment has at least two arms.
pub fn value(experiment: &Experiment, runs: &dyn Runs, plan: &ValuePlan, replications: usize) -> Value {
    let scores = runs.scores();
    let stages: Vec<Stage> = (0..experiment.worlds.len())
        .map(|world| Stage::new(experiment, runs, (world, &scores), plan))
        .collect();
    let by_world: Vec<WorldValue> = stages
        .iter()
        .enumerate()
        .map(|(world, stage)| decide(experiment, runs, (world, &scores, stage), plan))
        .collect();
    let mixture = (stages.len() > 1).then(|| mixture(&stages, &plan.closures));
    let mut value = Value {
        name: experiment.name.clone(),
        options: experiment.arms.clone(),
        worlds: experiment.worlds.clone(),
        run: RunInfo { seed: plan.seed.0, replications },
        draws: draws(runs),
        closure_worth: plan.closure_worth,
        by_world,
        mixture,
        advice: Advice::Nothing,
    };
    value.advice = advice(&value);
    value
}

fn mixture(stages: &[Stage], closures: &[usize]) -> Mixture {
    let options = stages[0].payoffs.len();
    let stacked = |of: &dyn Fn(&Stage, usize) -> Vec<f64>| -> Vec<Vec<f64>> {
        (0..options).map(|option| stages.iter().flat_map(|stage| of(stage, option)).collect()).collect()
    };
    let payoffs = stacked(&|stage, option| stage.payoffs[option].clone());
    let everything = stacked(&|stage, option| stage.expected[option].clone());
    let by_world = stacked(&|stage, option| {
        let column = &stage.payoffs[option];
        vec![column.iter().sum::<f64>() / column.len().max(1) as f64; column.len()]
    });
    let followed = Followed {
        relapse: stages.iter().flat_map(|stage| stage.followed.relapse.clone()).collect(),
        avoided: stages.iter().flat_map(|stage| stage.followed.avoided.clone()).collect(),
    };
    let table = Payoffs { options: &payoffs };
    Mixture {
        expected: (0..options).map(|option| table.expected(option)).collect(),
        best: table.best(),
        world_known: table.gain(&by_world),
        perfect: table.gain(&everything),
        samples: samples(table, &followed, closures),
    }
}

/// Following closures when that is worth something and no quantity of the leading world is worth more; of several numbers of
/// closures the smallest that brings nine tenths of the best.
fn advice(value: &Value) -> Advice {
    let samples = value.samples();
    let quantity = value.by_world.first().and_then(|world| world.quantities.first());
    let quantity = quantity.map(|one| one.value).filter(supported);
    let most =
        samples.iter().filter(|one| supported(&one.value)).map(|one| one.value.value).fold(0.0, f64::max);
    if most > 0.0 && quantity.is_none_or(|quantity| quantity.value <= most) {
        let enough = |one: &SampleValue| supported(&one.value) && one.value.value >= 0.9 * most;
        // Of two that bring the same, the one that asks for less.
        let mut order: Vec<usize> = (0..samples.len()).filter(|place| enough(&samples[*place])).collect();
        order.sort_by_key(|place| (samples[*place].closures, samples[*place].observed == Observed::Avoided));
        return order.first().map_or(Advice::Nothing, |place| Advice::Follow(*place));
    }
    if quantity.is_some() { Advice::Quantity(0) } else { Advice::Nothing }
}
