//! The forecast: everything that any report shows of a run, as plain values.

use rayon::prelude::*;

use super::account::{Account, account};
use super::answers::Answers;
use super::bands::{self, Subject, WorldBands};
use super::decision::{Decision, decide};
use super::inputs::{Input, inputs};
use super::over_time::{OverTime, over_time};
use super::own_sum::{OwnSum, own_sum};
use super::price_effect::{self, PriceEffect, price_effects};
use super::reconciliation::{Reconciliation, reconcile};
use super::team::{TeamMember, team};
use super::unknowns::{Unknown, unknowns};
use super::warning::{Warning, doubts};
use super::{Finding, Runs, STUDIES};
use crate::engine::Metric;
use crate::scenario::{Arm, Experiment, World};
use crate::statistics::Ranking;

/// How the run was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunInfo {
    /// The master seed.
    pub seed: u64,
    /// How many replications.
    pub replications: usize,
}

/// Everything that any report shows of a run. Tables are indexed `[arm][world]`, arm 0 being the base and world 0
/// the leading one.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The name of the run and of its folder.
    pub name: String,
    /// How it was made.
    pub run: RunInfo,
    /// The policies.
    pub arms: Vec<Arm>,
    /// The worlds.
    pub worlds: Vec<World>,
    /// Labels of the reporting periods.
    pub periods: Vec<String>,
    /// Bands of every metric of each arm.
    pub results: Vec<Vec<WorldBands>>,
    /// Bands of every metric of each arm but the base, less the base: `differences[arm - 1][world]`.
    pub differences: Vec<Vec<WorldBands>>,
    /// What a decision needs: of the base itself, of each other arm less the base.
    pub decisions: Vec<Vec<Decision>>,
    /// The providers.
    pub teams: Vec<Vec<Vec<TeamMember>>>,
    /// The queue by week and the starts of specialised care by month.
    pub over_time: Vec<Vec<OverTime>>,
    /// The uncertain quantities of the leading world in order of attention: `unknowns[arm]`, of the base for its own
    /// net saving and of any other arm for its difference from the base.
    pub unknowns: Vec<Vec<Unknown>>,
    /// A registered pilot held against what is printed, of the base by world; `None` for a forecast.
    pub reconciliation: Option<Vec<Reconciliation>>,
    /// Index and volume of each arm by itself.
    pub price_effects: Vec<Vec<PriceEffect>>,
    /// Index and volume of each arm but the base, less the base: `extra_price_effects[arm - 1][world]`.
    pub extra_price_effects: Vec<Vec<PriceEffect>>,
    /// A sum to do again with other assumptions, in the leading world: of the base itself, of each other arm less the
    /// base.
    pub own_sums: Vec<OwnSum>,
    /// What was found elsewhere.
    pub studies: &'static [Finding],
    /// Every value that went in.
    pub inputs: Vec<Input>,
    /// Doubts.
    pub warnings: Vec<Warning>,
    /// What the run was.
    pub account: Account,
    /// What was asked along with it; [`build`] asks nothing.
    pub answers: Answers,
}

impl Forecast {
    /// Bands of an arm less the base; `None` for the base.
    pub fn difference(&self, arm: usize, world: usize) -> Option<&WorldBands> {
        Some(&self.differences[arm.checked_sub(1)?][world])
    }
}

/// Answers everything that is asked of a run of which every replication was kept.
pub fn build(experiment: &Experiment, runs: &dyn Runs, run: RunInfo) -> Forecast {
    let calendar = &experiment.scenarios[0][0].calendar;
    let count = calendar.periods().len();
    let size = (experiment.arms.len(), experiment.worlds.len());
    // Each score is put in order once, for every arm and result.
    let scores = runs.scores();
    let rankings: Vec<(String, Ranking)> =
        scores.into_par_iter().map(|score| (score.key, Ranking::of(&score.values))).collect();
    let of_arm = |arm| unknowns(runs, Subject::asked(arm), &rankings, &experiment.scenarios[arm][0], count);
    let found = Found {
        bands: bands::all(runs, size, count),
        decisions: table(experiment, |at| decide(runs, at, count, &experiment.scenarios[at.0][at.1])),
        teams: teams(experiment, runs, count),
        over_time: table(experiment, |at| {
            over_time(calendar, |week| runs.queue(at, week), |month, route| runs.starts(at, month, route))
        }),
        unknowns: (0..size.0).map(of_arm).collect(),
        price_effects: price_effects(runs, size, count),
    };
    assemble(experiment, found, run)
}

/// What was found of the replications of a run.
pub(super) struct Found {
    /// Of each arm, and of each but the base less the base.
    pub(super) bands: bands::Tables,
    pub(super) decisions: Vec<Vec<Decision>>,
    pub(super) teams: Vec<Vec<Vec<TeamMember>>>,
    pub(super) over_time: Vec<Vec<OverTime>>,
    pub(super) unknowns: Vec<Vec<Unknown>>,
    /// Of each arm, and of each but the base less the base.
    pub(super) price_effects: price_effect::Tables,
}

/// The forecast from what was found, and from what follows from that and the scenarios.
pub(super) fn assemble(experiment: &Experiment, found: Found, run: RunInfo) -> Forecast {
    let periods = experiment.scenarios[0][0].calendar.periods();
    let (results, differences) = found.bands;
    let (price_effects, extra_price_effects) = found.price_effects;
    let asked = |arm: usize| if arm == 0 { &results[0][0] } else { &differences[arm - 1][0] };
    let reconciliation: Option<Vec<Reconciliation>> = (0..experiment.worlds.len())
        .map(|world| reconcile(&experiment.scenarios[0][world], &results[0][world]))
        .collect();
    let mut warnings = doubts(experiment, &found.decisions, run.replications);
    for (world, table) in reconciliation.iter().flatten().enumerate() {
        // Only the evaluation's own assumptions promise its cents.
        if experiment.worlds[world].name == EVALUATION && table.deviations() > 0 {
            warnings.push(Warning::NotReconciled { world, cells: table.deviations() });
        }
    }
    // Of everything that a report shows of it: every arm and difference, in every world, by year and in total.
    let nets = results.iter().chain(&differences).flatten().map(|world| world.metric(Metric::NetSaving));
    let bands = nets.flat_map(|net| net.by_period.iter().chain([&net.total]));
    let bounds = bands.filter_map(|band| band.as_ref()?.quantile_bound);
    if let Some(bound) = bounds.reduce(f64::max) {
        warnings.push(Warning::Summarised { replications: run.replications, bound });
    }
    let inputs = inputs(experiment);
    let own = |arm: usize| own_sum(&experiment.scenarios[arm][0], asked(arm));
    Forecast {
        name: experiment.name.clone(),
        run,
        arms: experiment.arms.clone(),
        worlds: experiment.worlds.clone(),
        decisions: found.decisions,
        teams: found.teams,
        over_time: found.over_time,
        unknowns: found.unknowns,
        price_effects,
        extra_price_effects,
        own_sums: (0..experiment.arms.len()).map(own).collect(),
        reconciliation,
        studies: STUDIES,
        account: account(experiment, run.replications, &inputs),
        inputs,
        warnings,
        periods: periods.iter().map(|period| period.label.clone()).collect(),
        answers: Answers::default(),
        results,
        differences,
    }
}

/// The world under whose assumptions a pilot is held against the evaluation.
pub const EVALUATION: &str = "evaluation";

/// The providers of each arm in each world; hours that are the same in two worlds are read once.
fn teams(experiment: &Experiment, runs: &dyn Runs, periods: usize) -> Vec<Vec<Vec<TeamMember>>> {
    let teams = table(experiment, |at| {
        let providers = &experiment.scenarios[at.0][at.1].providers;
        let names: Vec<&str> = providers.iter().map(|provider| provider.name.as_str()).collect();
        (runs.twin(at) == at.1).then(|| team(runs, at, &names, periods))
    });
    with_twins(teams, &|at| runs.twin(at))
}

/// What was made once for worlds in which it is the same, in each of them.
pub(super) fn with_twins<T: Clone>(mut made: Vec<Vec<Option<T>>>, twin: bands::Twin<'_>) -> Vec<Vec<T>> {
    for (arm, worlds) in made.iter_mut().enumerate() {
        for world in 0..worlds.len() {
            if worlds[world].is_none() {
                let first = worlds[twin((arm, world))].clone();
                worlds[world] = first;
            }
        }
    }
    made.into_iter().map(|worlds| worlds.into_iter().flatten().collect()).collect()
}

/// One value per arm and world, computed in parallel and gathered in order.
pub(super) fn table<T: Send>(
    experiment: &Experiment,
    of: impl Fn((usize, usize)) -> T + Sync,
) -> Vec<Vec<T>> {
    let worlds = experiment.worlds.len();
    let places: Vec<(usize, usize)> =
        (0..experiment.arms.len()).flat_map(|arm| (0..worlds).map(move |world| (arm, world))).collect();
    let values: Vec<T> = places.par_iter().map(|at| of(*at)).collect();
    let mut rest = values.into_iter();
    experiment.arms.iter().map(|_| rest.by_ref().take(worlds).collect()).collect()
}
