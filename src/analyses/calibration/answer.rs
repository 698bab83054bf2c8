//! The whole answer: prior beside posterior, checks, what goes together, and the weighted draws.

use rayon::prelude::*;

use super::evidence::Evidence;
use super::predictive::{Checked, Hidden, checks, hidden};
use super::quantities::{Column, DEMAND, LearntQuantity, columns};
use super::shares;
use super::simulated::{Simulated, Term, by_draw, crossed};
use crate::analyses::{RunInfo, Runs};
use crate::random::{REPLICATIONS_PER_DRAW, Seed, stratified};
use crate::scenario::{Arm, Experiment, Key, World, draws_text, law_of, law_text, level_text};
use crate::statistics::{Estimate, correlation, effective};

/// Fewest equal draws that must be left for anything to be said.
pub const LEAST_EFFECTIVE: f64 = 100.0;
/// Most draws in the file.
const MOST_DRAWS: usize = 4_000;
/// Draws that weigh less than this share of the heaviest are left out of the file.
const LIGHT: f64 = 1e-4;
/// What a pilot teaches of itself alone: who knew it at its start, and how hard it was made known.
const PILOT_ONLY: [Key; 2] = [Key::PracticesAwareShare, Key::CampaignPushPerYear];
/// Most pairs of quantities that go together.
const RIDGES: usize = 6;

/// Two quantities that the registration ties together without telling either.
#[derive(Clone, Debug, PartialEq)]
pub struct Ridge {
    /// The one.
    pub one: String,
    /// The other.
    pub other: String,
    /// Their correlation after learning.
    pub correlation: Estimate,
}

/// Whether anything can be concluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There are enough draws that look like what was registered.
    Enough,
    /// There are too few.
    TooFew,
}

/// What was learnt.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibration {
    /// The scenario.
    pub arm: Arm,
    /// The world whose assumptions hold.
    pub world: World,
    /// How it was made.
    pub run: RunInfo,
    /// What was held against the simulation.
    pub terms: Vec<Term>,
    /// Whether outcomes and referrers weigh too, because their laws do not hold those counts yet.
    pub shares_weigh: bool,
    /// Whether the registration is made up.
    pub example: bool,
    /// Draws of the prior.
    pub draws: usize,
    /// How many equal draws would tell as much as the posterior.
    pub effective: f64,
    /// The share of the weight on the heaviest draw.
    pub heaviest: f64,
    /// The quantities, before and after.
    pub quantities: Vec<LearntQuantity>,
    /// What goes together, the strongest first.
    pub ridges: Vec<Ridge>,
    /// The registration beside what is expected.
    pub checks: Vec<Checked>,
    /// What nobody registered.
    pub hidden: Vec<Hidden>,
    /// The file of weighted draws; `None` when there are too few.
    pub draws_file: Option<String>,
}

impl Calibration {
    /// Whether anything can be concluded.
    pub fn verdict(&self) -> Verdict {
        if self.effective >= LEAST_EFFECTIVE { Verdict::Enough } else { Verdict::TooFew }
    }

    /// A quantity by its key or name.
    pub fn quantity(&self, key: &str) -> Option<&LearntQuantity> {
        self.quantities.iter().find(|quantity| quantity.key == key)
    }
}

/// What the evidence teaches. `experiment` is the forward one, of one arm and one world, and `runs` its outcomes.
pub fn calibrate(
    experiment: &Experiment,
    runs: &dyn Runs,
    (evidence, terms): (&Evidence, &[Term]),
    seed: Seed,
) -> Calibration {
    let draws = runs.replications().div_euclid(REPLICATIONS_PER_DRAW);
    let simulated = Simulated::new(runs, terms);
    let observed: Vec<f64> = terms.iter().map(|term| term.observed).collect();
    let mut likelihoods = simulated.likelihoods(&observed);
    let shares =
        shares::likelihoods(experiment, evidence, (seed, likelihoods.len().div_ceil(REPLICATIONS_PER_DRAW)));
    for (pair, share) in likelihoods.chunks_mut(REPLICATIONS_PER_DRAW).zip(shares.iter().flatten()) {
        for likelihood in pair {
            *likelihood *= share;
        }
    }
    let weights = by_draw(&likelihoods);
    let columns = columns(experiment, seed, weights.len());
    let quantities: Vec<LearntQuantity> =
        columns.par_iter().filter_map(|column| LearntQuantity::new(column, &weights)).collect();
    let calendar = &experiment.scenarios[0][0].calendar;
    let sum: f64 = weights.iter().sum();
    let most = weights.iter().copied().fold(0.0, f64::max);
    let effective = effective(&weights);
    let enough = effective >= LEAST_EFFECTIVE;
    Calibration {
        arm: experiment.arms[0].clone(),
        world: experiment.worlds[0].clone(),
        run: RunInfo { seed: seed.0, replications: runs.replications() },
        terms: terms.to_vec(),
        shares_weigh: shares.is_some(),
        example: evidence.example,
        draws,
        effective,
        heaviest: if sum > 0.0 { most / sum } else { 1.0 },
        ridges: ridges(&columns, &weights),
        checks: checks(runs, (evidence, calendar), (terms, &simulated), &crossed(&likelihoods)),
        hidden: hidden(runs, terms, &likelihoods),
        draws_file: enough.then(|| file(experiment, (&columns, runs), evidence, (&weights, seed))),
        quantities,
    }
}

/// The pairs that go together most, each told apart from nought by four errors.
fn ridges(columns: &[Column], weights: &[f64]) -> Vec<Ridge> {
    let pairs: Vec<(usize, usize)> =
        (0..columns.len()).flat_map(|one| (one + 1..columns.len()).map(move |other| (one, other))).collect();
    let mut all: Vec<Ridge> = pairs
        .into_par_iter()
        .filter_map(|(one, other)| {
            let (one, other) = (&columns[one], &columns[other]);
            // What is worked out goes with its own parts by making.
            let before = correlation(&one.values, &other.values, &vec![1.0; one.values.len()])?;
            let after = correlation(&one.values, &other.values, weights)?;
            let told = after.mc_se.is_some_and(|error| after.value.abs() > 4.0 * error);
            let new = (after.value - before.value).abs() > 0.15 && before.value.abs() < 0.15;
            (told && new).then(|| Ridge {
                one: one.key.clone(),
                other: other.key.clone(),
                correlation: after,
            })
        })
        .collect();
    all.sort_by(|a, b| b.correlation.value.abs().total_cmp(&a.correlation.value.abs()));
    all.truncate(RIDGES);
    all
}

/// The weighted draws as a file: scores under the laws of the scenario; of the demand its value, in the place of the count
/// that it was learnt from.
fn file(
    experiment: &Experiment,
    (columns, runs): (&[Column], &dyn Runs),
    evidence: &Evidence,
    (weights, seed): (&[f64], Seed),
) -> String {
    let scenario = &experiment.scenarios[0][0];
    let scores = runs.scores();
    let demand = Key::InflowYouthsPerYear.entry().key;
    let mut named: Vec<(String, String)> = Vec::new();
    let mut numbers: Vec<&[f64]> = Vec::new();
    for column in columns {
        let key = column.key.as_str();
        if let (true, Some(count)) = (key == demand, evidence.count_law()) {
            let Some(values) = columns.iter().find(|known| known.key == DEMAND) else { continue };
            named.push((key.to_owned(), level_text(&count, scenario)));
            numbers.push(&values.values);
        } else if let (Some(found), Some(law)) =
            (scores.iter().find(|one| one.key == key), law_of(scenario, key))
            && !(evidence.counts_inflow && PILOT_ONLY.map(|own| own.entry().key).contains(&key))
        {
            named.push((key.to_owned(), law_text(&law)));
            numbers.push(&found.values);
        }
    }
    if !evidence.counts_inflow {
        // What outcomes and referrers taught stands in the scores of their shares.
        for score in scores.iter().filter(|score| score.key.contains('#')) {
            if let Some(law) = law_of(scenario, &score.key) {
                named.push((score.key.clone(), law_text(&law)));
                numbers.push(&score.values);
            }
        }
    }
    let kept = kept(weights, seed);
    let rows: Vec<(f64, Vec<f64>)> = kept
        .into_iter()
        .map(|(draw, weight)| (weight, numbers.iter().map(|column| column[draw]).collect()))
        .collect();
    let about = format!(
        "{}version {}; seed {}; learnt from {}; {} draws, as good as {:.0} equal ones",
        if evidence.example { "MADE-UP EXAMPLE; " } else { "" },
        env!("CARGO_PKG_VERSION"),
        seed.0,
        experiment.arms[0].name,
        weights.len(),
        effective(weights)
    );
    draws_text(&about, &named, &rows)
}

/// The draws that count with their weights; when they are too many, as many as fit, picked evenly along the weights.
fn kept(weights: &[f64], seed: Seed) -> Vec<(usize, f64)> {
    let sum: f64 = weights.iter().sum();
    let most = weights.iter().copied().fold(0.0, f64::max);
    let shares = weights.iter().enumerate().filter(|(_, weight)| **weight > LIGHT * most);
    let all: Vec<(usize, f64)> = shares.map(|(draw, weight)| (draw, weight / sum)).collect();
    if all.len() <= MOST_DRAWS {
        return all;
    }
    let step = all.iter().map(|(_, share)| share).sum::<f64>() / MOST_DRAWS as f64;
    let mut next = step * stratified(seed, crate::random::hash("calibration#pick"), 0, 0);
    let mut so_far = 0.0;
    let picked = all.into_iter().filter_map(|(draw, share)| {
        so_far += share;
        let mut times = 0.0;
        while next < so_far {
            times += 1.0;
            next += step;
        }
        (times > 0.0).then_some((draw, times / MOST_DRAWS as f64))
    });
    picked.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_many_draws_are_picked_evenly_along_their_weights() {
        // Weights without a rhythm that the even steps could fall in with.
        let weight = |draw: u32| if draw.wrapping_mul(2_654_435_761) >> 31 == 0 { 1.0 } else { 3.0 };
        let weights: Vec<f64> = (0..20_000).map(weight).collect();
        let found = kept(&weights, Seed(1));
        assert!(found.len() <= MOST_DRAWS);
        let heavy: f64 = found.iter().filter(|(draw, _)| weights[*draw] > 2.0).map(|(_, share)| share).sum();
        assert!((heavy - 0.75).abs() < 0.01, "{heavy}");
        assert!((found.iter().map(|(_, share)| share).sum::<f64>() - 1.0).abs() < 1e-3);
    }

    #[test]
    fn few_draws_are_all_kept() {
        assert_eq!(kept(&[1.0, 0.0, 3.0], Seed(1)), [(0, 0.25), (2, 0.75)]);
    }
}
