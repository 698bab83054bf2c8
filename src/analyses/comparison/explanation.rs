//! Why two policies differ: the difference shared out over the parts in which they do.

use crate::analyses::{RunInfo, Runs};
use crate::engine::Metric;
use crate::scenario::{Arm, Experiment, Part, PartChange, differences, mix};
use crate::statistics::{Estimate, mean};

/// Most parts over which a difference is shared out exactly: all mixes of eight parts are 256 policies.
pub const MOST_PARTS: usize = 8;

/// What is shared out.
const METRICS: [Metric; 3] = [Metric::NetSaving, Metric::YouthsClosedPositive, Metric::WaitMeanWeeks];

/// One of the three figures shared out over the parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Net saving, positive closures, or mean wait.
    pub metric: Metric,
    /// The first policy's own.
    pub from: Option<Estimate>,
    /// The second policy's own.
    pub to: Option<Estimate>,
    /// What each part adds, in the order of the steps; together the difference.
    pub steps: Vec<Option<Estimate>>,
    /// What is reached from the first policy after each step; the last is the second policy's own.
    pub reached: Vec<Option<f64>>,
}

/// One part in which two policies differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The key, or the table when it stands for several keys.
    pub part: String,
    /// Whether it comes, goes or changes.
    pub change: PartChange,
}

/// A difference explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The policy that is begun with.
    pub from: Arm,
    /// The policy that is ended with.
    pub to: Arm,
    /// How it was run.
    pub run: RunInfo,
    /// The parts in which they differ.
    pub steps: Vec<Step>,
    /// Each figure shared out; empty when there are more parts than [`MOST_PARTS`].
    pub shares: Vec<Share>,
}

/// All mixes of two policies in the leading world, ready to be run.
#[derive(Clone, Debug)]
pub struct Mixes {
    /// The policies by number: bit `k` says whether part `k` is taken from the second. In batches of at most
    /// [`Mixes::BATCH`] arms.
    pub batches: Vec<Experiment>,
    from: Arm,
    to: Arm,
    parts: Vec<Part>,
}

impl Mixes {
    /// Policies run at a time, so that their results fit in memory.
    pub const BATCH: usize = 32;

    /// The mixes of two arms; without batches when they differ in more than [`MOST_PARTS`] parts, or in none.
    pub fn new(experiment: &Experiment, (from, to): (usize, usize)) -> Self {
        let (one, other) = (&experiment.scenarios[from][0], &experiment.scenarios[to][0]);
        let parts = differences(one, other);
        let arm = |index: usize| experiment.arms[index].clone();
        let mut mixes = Self { batches: Vec::new(), from: arm(from), to: arm(to), parts };
        if mixes.parts.is_empty() || mixes.parts.len() > MOST_PARTS {
            return mixes;
        }
        let numbers: Vec<usize> = (0..1 << mixes.parts.len()).collect();
        for batch in numbers.chunks(Self::BATCH) {
            let scenario = |number: &usize| {
                let taken: Vec<bool> = (0..mixes.parts.len()).map(|part| number >> part & 1 == 1).collect();
                vec![mix((one, other), &mixes.parts, &taken)]
            };
            let name = |number: &usize| Arm { name: format!("mix-{number}"), ..Arm::default() };
            mixes.batches.push(Experiment {
                name: experiment.name.clone(),
                arms: batch.iter().map(name).collect(),
                worlds: vec![experiment.worlds[0].clone()],
                scenarios: batch.iter().map(scenario).collect(),
                learnt: experiment.learnt.clone(),
            });
        }
        mixes
    }

    /// How many policies there are.
    pub fn count(&self) -> usize {
        self.batches.iter().map(|batch| batch.arms.len()).sum()
    }

    /// The figures of a batch that was run, in the order of its policies.
    pub fn read(batch: &Experiment, runs: &dyn Runs) -> Vec<[Vec<f64>; 3]> {
        let periods = batch.scenarios[0][0].calendar.periods().len();
        let column = |arm: usize, metric| runs.metric((arm, 0), metric, &[periods]).pop().unwrap_or_default();
        (0..batch.arms.len()).map(|arm| METRICS.map(|metric| column(arm, metric))).collect()
    }
}

/// Shares the difference out by Shapley values: what a part adds, on average over all orders in which the parts can be
/// taken from the second policy one by one.
///
/// `figures` holds what [`Mixes::read`] gave of all batches in order. The values of a replication add up to its
/// difference, so their means do.
///
/// Source: Shapley (1953), A value for n-person games, in Contributions to the Theory of Games II.
pub fn explain(mixes: &Mixes, figures: &[[Vec<f64>; 3]], run: RunInfo) -> Explanation {
    let count = mixes.parts.len();
    let steps =
        mixes.parts.iter().map(|part| Step { part: part.name.clone(), change: part.change }).collect();
    let whole = figures.len() == mixes.count() && !figures.is_empty();
    let share = |(index, metric): (usize, Metric)| {
        let column = |mix: usize| figures[mix][index].as_slice();
        let from = mean(column(0));
        let steps: Vec<Option<Estimate>> =
            (0..count).map(|part| mean(&shapley(part, count, &column))).collect();
        let reached = steps.iter().scan(from.map(|from| from.value), |reached, step| {
            *reached = reached.zip(*step).map(|(reached, step)| reached + step.value);
            Some(*reached)
        });
        let reached = reached.collect();
        Share { metric, from, to: mean(column(figures.len() - 1)), steps, reached }
    };
    let shares = if whole { METRICS.into_iter().enumerate().map(share).collect() } else { Vec::new() };
    Explanation { from: mixes.from.clone(), to: mixes.to.clone(), run, steps, shares }
}

/// What a part adds in every replication.
fn shapley<'f>(part: usize, count: usize, column: &impl Fn(usize) -> &'f [f64]) -> Vec<f64> {
    let mut added = vec![0.0; column(0).len()];
    for without in (0..1_usize << count).filter(|mix| mix >> part & 1 == 0) {
        let weight = weight(without.count_ones(), count);
        let (less, more) = (column(without), column(without | 1 << part));
        for ((sum, less), more) in added.iter_mut().zip(less).zip(more) {
            *sum += weight * (more - less);
        }
    }
    added
}

/// The share of the orders in which exactly these others go before: s! (n - s - 1)! / n!.
fn weight(before: u32, count: usize) -> f64 {
    let factorial = |n: f64| statrs::function::gamma::gamma(n + 1.0);
    let (before, count) = (f64::from(before), count as f64);
    factorial(before) * factorial(count - before - 1.0) / factorial(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_of_all_orders_add_up_to_one() {
        for count in 1..=MOST_PARTS {
            let sum: f64 = (0..1_usize << (count - 1)).map(|others| weight(others.count_ones(), count)).sum();
            assert!((sum - 1.0).abs() < 1e-12, "{count} parts");
        }
    }

    #[test]
    fn a_game_with_a_known_value_is_shared_out_as_by_hand() {
        // The glove game: part 0 is a left glove, parts 1 and 2 are right ones; a pair is worth 1.
        let worth = |mix: usize| if mix & 1 == 1 && mix >> 1 > 0 { 1.0 } else { 0.0 };
        let columns: Vec<Vec<f64>> = (0..8).map(|mix| vec![worth(mix)]).collect();
        let column = |mix: usize| columns[mix].as_slice();
        let values: Vec<f64> = (0..3).map(|part| shapley(part, 3, &column)[0]).collect();
        for (value, hand) in values.iter().zip([2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]) {
            assert!((value - hand).abs() < 1e-12, "{values:?}");
        }
    }
}
