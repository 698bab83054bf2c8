//! The whole answer: every truth in turn, every quarter, every way of registering.

use rayon::prelude::*;

use super::evidence::{Evidence, Found};
use super::posterior::{FollowUp, Shown, chances};
use super::rule::{BreakEvens, StopRule};
use super::verdicts::{Register, Verdict, Verdicts};
use crate::analyses::bands::Subject;
use crate::analyses::surrogate::{Terms, ranked};
use crate::analyses::{RunInfo, Runs};
use crate::engine::Metric;
use crate::random::{BATCHES, REPLICATIONS_PER_DRAW, Seed};
use crate::scenario::{Arm, Experiment, World};
use crate::statistics::{Estimate, ratio};

/// Fewer hypotheses than this tell nothing.
const LEAST_DRAWS: usize = 400;

/// How the question is put.
#[derive(Clone, Debug, PartialEq)]
pub struct MonitorPlan {
    /// The master seed.
    pub seed: Seed,
    /// The chance at which a conclusion is drawn, above a half.
    pub bound: f64,
    /// Numbers of followed closures for which a rule is given.
    pub closures: Vec<usize>,
}

/// What is expected to have been registered by the end of the forecast, over all hypotheses.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisteredPlan {
    /// Young people referred.
    pub referred: f64,
    /// Positive closures.
    pub closed_positive: f64,
    /// Positive closures that have been followed for a year.
    pub followed: f64,
}

/// When real data will tell whether an arm pays back, less the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Monitor {
    /// The name of the run.
    pub name: String,
    /// The arm.
    pub arm: Arm,
    /// The base.
    pub base: Arm,
    /// The worlds, all of equal weight.
    pub worlds: Vec<World>,
    /// How it was made.
    pub run: RunInfo,
    /// Hypotheses: draws times worlds. Each takes its turn as the truth.
    pub hypotheses: usize,
    /// The chance at which a conclusion is drawn.
    pub bound: f64,
    /// Quarters of the forecast.
    pub quarters: usize,
    /// The chance that it pays back with what is known today.
    pub prior: Estimate,
    /// The same in each world.
    pub prior_by_world: Vec<Estimate>,
    /// What will have been registered.
    pub registered: RegisteredPlan,
    /// Per way of registering; none with too few draws.
    pub verdicts: Vec<Verdicts>,
    /// The rules in words.
    pub rules: Vec<StopRule>,
}

/// The experiment reported by quarter, as the monitor needs its run.
#[must_use]
pub fn by_quarter(experiment: &Experiment) -> Experiment {
    let mut quarterly = experiment.clone();
    for scenario in quarterly.scenarios.iter_mut().flatten() {
        scenario.calendar = scenario.calendar.by_quarter();
    }
    quarterly
}

/// When real data will tell. `experiment` is reported by quarter and has at least two arms; the last is asked about.
pub fn monitor(experiment: &Experiment, runs: &dyn Runs, plan: &MonitorPlan) -> Monitor {
    let draws = runs.replications().div_euclid(REPLICATIONS_PER_DRAW);
    let draws = draws - draws % BATCHES as usize;
    let arm = experiment.arms.len() - 1;
    let quarters = experiment.scenarios[0][0].calendar.periods().len();
    let found: Vec<(Evidence, [Vec<f64>; 3])> = (0..experiment.worlds.len())
        .into_par_iter()
        .map(|world| {
            let evidence = Evidence::new(experiment, runs, (arm, world), (plan.seed, draws));
            (evidence, expected(experiment, runs, world, draws))
        })
        .collect();
    let break_evens = BreakEvens::new(found.iter().flat_map(|(_, [_, cost, all])| shares(cost, all)));
    let worlds: Vec<(Evidence, Vec<bool>)> = found
        .into_iter()
        .map(|(evidence, [net, ..])| (evidence, net.into_iter().map(|net| net >= 0.0).collect()))
        .collect();
    let pays: Vec<bool> = worlds.iter().flat_map(|(_, pays)| pays.clone()).collect();
    let enough = pays.len() >= LEAST_DRAWS;
    Monitor {
        name: experiment.name.clone(),
        arm: experiment.arms[arm].clone(),
        base: experiment.arms[0].clone(),
        worlds: experiment.worlds.clone(),
        run: RunInfo { seed: plan.seed.0, replications: runs.replications() },
        hypotheses: pays.len(),
        bound: plan.bound,
        quarters,
        prior: share(&pays),
        prior_by_world: worlds.iter().map(|(_, pays)| share(pays)).collect(),
        registered: registered(&worlds, quarters),
        verdicts: if enough { verdicts(&worlds, &pays, quarters, plan.bound) } else { Vec::new() },
        rules: plan.closures.par_iter().map(|n| break_evens.rule(*n, plan.bound)).collect(),
    }
}

fn share(pays: &[bool]) -> Estimate {
    let column: Vec<f64> =
        pays.iter().flat_map(|so| [f64::from(u8::from(*so)); REPLICATIONS_PER_DRAW]).collect();
    ratio(&column, &vec![1.0; column.len()]).unwrap_or(Estimate { value: 0.0, mc_se: None })
}

/// What is expected in each draw of a world, so that luck is no reason: the extra net saving, the extra cost, and what would
/// be avoided if every extra positive closure avoided maatwerk.
fn expected(experiment: &Experiment, runs: &dyn Runs, world: usize, draws: usize) -> [Vec<f64>; 3] {
    let scores = runs.scores();
    let periods = experiment.scenarios[0][0].calendar.periods().len();
    let subject = Subject::Difference(experiment.arms.len() - 1);
    let means = [Metric::NetSaving, Metric::PojCost, Metric::AvoidedCostIfAll].map(|metric| {
        let column = subject.column(runs, world, metric, periods);
        let pairs = column.as_chunks::<REPLICATIONS_PER_DRAW>().0.iter().take(draws);
        pairs.map(|pair| pair.iter().sum::<f64>() / pair.len() as f64).collect::<Vec<f64>>()
    });
    let order = ranked(&scores, &means, draws);
    let mut smoothed = Terms::new(&scores, &order, draws).smooth(&means).into_iter().map(|fit| fit.held_out);
    [(); 3].map(|()| smoothed.next().unwrap_or_default())
}

/// The share of the positive closures that must avoid maatwerk in each draw; out of reach where nothing can be avoided.
fn shares<'a>(cost: &'a [f64], all: &'a [f64]) -> impl Iterator<Item = f64> {
    cost.iter().zip(all).map(|(cost, all)| match (*all > 0.0, *cost > 0.0) {
        (true, _) => cost / all,
        (false, true) => f64::INFINITY,
        (false, false) => 0.0,
    })
}

/// What each way of registering concludes, every hypothesis in turn being the truth.
fn verdicts(worlds: &[(Evidence, Vec<bool>)], pays: &[bool], quarters: usize, bound: f64) -> Vec<Verdicts> {
    let ways = [FollowUp::Nothing, FollowUp::Relapse, FollowUp::Avoided];
    // Before anything is registered all have the same chance.
    let prior = pays.iter().filter(|so| **so).count() as f64 / pays.len().max(1) as f64;
    let by_quarter: Vec<[Option<Vec<f64>>; 3]> = (0..quarters)
        .into_par_iter()
        .map(|quarter| {
            let columns = worlds.first().map_or(0, |(evidence, _)| evidence.items[quarter].len());
            let stacked = |column: usize| -> Vec<f64> {
                worlds.iter().flat_map(|(evidence, _)| evidence.items[quarter][column].clone()).collect()
            };
            let items: Vec<Vec<f64>> = (0..columns).map(stacked).collect();
            let found: Vec<Found> =
                worlds.iter().flat_map(|(evidence, _)| evidence.found[quarter].clone()).collect();
            let shown = Shown { items: &items, found: &found };
            ways.map(|way| chances(&shown, way, pays))
        })
        .collect();
    let conclude = |chance: f64| {
        let not = (chance <= 1.0 - bound).then_some(false);
        if chance >= bound { Some(true) } else { not }
    };
    let judge = |way: usize, truth: usize| {
        let later = by_quarter.iter().map(|ways| ways[way].as_ref().map_or(prior, |chances| chances[truth]));
        let said = std::iter::once(prior).chain(later).enumerate();
        let first = said.into_iter().find_map(|(quarter, chance)| Some((quarter, conclude(chance)?)));
        Verdict { passed: first.map(|(quarter, said)| (quarter, said == pays[truth])), pays: pays[truth] }
    };
    Register::ALL
        .into_iter()
        .enumerate()
        .map(|(way, register)| {
            let all: Vec<Verdict> = (0..pays.len()).map(|truth| judge(way, truth)).collect();
            Verdicts::new(register, &all, quarters)
        })
        .collect()
}

fn registered(worlds: &[(Evidence, Vec<bool>)], quarters: usize) -> RegisteredPlan {
    let count = worlds.len().max(1) as f64;
    let last = quarters.saturating_sub(1);
    let mean = |metric| worlds.iter().map(|(evidence, _)| evidence.mean(last, metric)).sum::<f64>() / count;
    let followed = worlds.iter().map(|(evidence, _)| {
        let found = evidence.found.last().map_or(&[][..], Vec::as_slice);
        found.iter().map(|found| found.followed).sum::<f64>() / found.len().max(1) as f64
    });
    RegisteredPlan {
        referred: mean(Metric::YouthsReferred),
        closed_positive: mean(Metric::YouthsClosedPositive),
        followed: followed.sum::<f64>() / count,
    }
}
