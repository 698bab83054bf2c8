//! How much certainty a replication brings: beside plain Monte Carlo, and with what has a known mean taken off.
//!
//! Enters: an experiment and what its replications came to. Leaves: the variance of the mean extra net saving in four ways.
//! Plain Monte Carlo draws quantities and young people independently for every replication and for every arm; a run stratifies the
//! quantities, plays all arms over the same young people, and uses each draw twice. *Conditioned* is the same with the luck of
//! avoided care taken off: its expectation given the closures stands in its place. *Controls* are numbers whose mean is known
//! exactly, whatever the scenario: products of scores have mean nought, and so has the number of young people referred less
//! what the rates of the draw expect. What the extra net saving follows them by is taken off too, fitted to the other batches,
//! so that the mean stays what it is.
//!
//! Source: Glasserman (2003), Monte Carlo Methods in Financial Engineering, sections 4.1 and 4.3; for conditional Monte Carlo
//! Asmussen and Glynn (2007), Stochastic Simulation, section V.4.

use super::bands::Subject;
use crate::cohort::Outlook;
use crate::engine::{Metric, Outcomes};
use crate::parameters::{Draw, ParameterSpace};
use crate::random::{REPLICATIONS_PER_DRAW, Seed};
use crate::scenario::{Experiment, Scenario};
use crate::statistics::{Estimate, mean, smooth};

/// The scores whose squares and products are controls: what moves the extra net saving of the shipped scenarios most. The list is
/// fixed beforehand: one chosen by the results would not leave the mean alone. It is short, since every control costs certainty
/// about its coefficient.
const SCORES: [&str; 4] = [
    "maatwerk.avoidance_share",
    "maatwerk.light_case_factor",
    "inflow.youths_per_year",
    "inflow.growth_per_year",
];

/// What is known of the mean extra net saving of the last arm in one world, over the whole forecast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision {
    /// Replications.
    pub replications: usize,
    /// Variance that a replication of plain Monte Carlo has: that of both arms together, EUR squared.
    pub plain: f64,
    /// The mean as a run gives it.
    pub paired: Estimate,
    /// The mean with the luck of avoided care taken off.
    pub conditioned: Estimate,
    /// The mean with that and the controls taken off; `None` with too few draws for them.
    pub controlled: Option<Estimate>,
}

impl Precision {
    /// How many replications of plain Monte Carlo give the standard error that one replication of an estimate gives; `None`
    /// where there is no error.
    pub fn worth(&self, estimate: &Estimate) -> Option<f64> {
        let error = estimate.mc_se.filter(|error| *error > 0.0)?;
        Some(self.plain / (self.replications as f64 * error * error))
    }
}

/// Measures it; `None` for a base alone or an odd number of replications.
pub fn precision(
    experiment: &Experiment,
    outcomes: &Outcomes,
    (seed, world): (Seed, usize),
) -> Option<Precision> {
    let last = experiment.arms.len() - 1;
    let replications = Outcomes::replications(outcomes);
    if last == 0 || !replications.is_multiple_of(REPLICATIONS_PER_DRAW) {
        return None;
    }
    let total = experiment.scenarios[0][world].calendar.periods().len();
    let of = |subject: Subject, metric| subject.column(outcomes, world, metric, total);
    let plain = [0, last].map(|arm| variance(&of(Subject::Arm(arm), Metric::NetSaving))).iter().sum();
    let extra = of(Subject::Difference(last), Metric::NetSaving);
    let conditioned = without_luck(&extra, outcomes, (last, world));
    let mut controls = products(experiment, outcomes, world);
    if arrivals_are_known(&experiment.scenarios[0][world]) {
        let come = [Metric::YouthsReferred, Metric::SpecialistReferralsHuisarts]
            .map(|metric| of(Subject::Arm(0), metric));
        let come: Vec<f64> = come[0].iter().zip(&come[1]).map(|(poj, direct)| poj + direct).collect();
        let known = expected(experiment, seed, (world, by_draw(&come).len()));
        controls.push(by_draw(&come).iter().zip(known).map(|(come, known)| come - known).collect());
    }
    let controlled = controlled(&by_draw(&conditioned), &controls).and_then(|values| {
        // Both replications of a draw are in its one value.
        let both: Vec<f64> = values.iter().flat_map(|value| [*value; REPLICATIONS_PER_DRAW]).collect();
        mean(&both)
    });
    Some(Precision {
        replications,
        plain,
        paired: mean(&extra)?,
        conditioned: mean(&conditioned)?,
        controlled,
    })
}

/// The values by draw with the controls taken off, as the draws of the other batches are fitted by them. A control has mean
/// nought, so the mean of the values is kept; `None` with too few draws.
///
/// # Example
/// ```
/// use sim::analyses::controlled;
/// let control: Vec<f64> = (0..80).map(|draw| f64::from(draw % 7) - 3.0).collect();
/// let values: Vec<f64> = control.iter().map(|control| 5.0 + 2.0 * control).collect();
/// assert!(controlled(&values, &[control]).unwrap().iter().all(|value| (value - 5.0).abs() < 1e-4));
/// ```
pub fn controlled(values: &[f64], controls: &[Vec<f64>]) -> Option<Vec<f64>> {
    let at_their_mean = vec![0.0; controls.len()];
    let fit = smooth(controls, &[values.to_vec()], &[at_their_mean])?.pop()?;
    let (_, without) = fit.at.first()?;
    let expected = without.iter().cycle().take(values.len());
    Some(
        values
            .iter()
            .zip(&fit.held_out)
            .zip(expected)
            .map(|((value, fitted), mean)| value - fitted + mean)
            .collect(),
    )
}

/// An arm's extra net saving by replication, with what could be expected of its closures and of those of the base in the place of
/// the care that really was avoided.
///
/// The coefficient is one and not fitted. Given draw and closures the luck has mean nought, so it is uncorrelated with all that is
/// left when it is taken off whole: no other coefficient leaves less variance, and a fit would only add its own error. For the
/// same reason it needs no draws to spare, and does no harm where it is nought everywhere.
fn without_luck(extra: &[f64], outcomes: &Outcomes, (arm, world): (usize, usize)) -> Vec<f64> {
    let columns = [arm, 0].map(|arm| outcomes.luck_column(arm, world));
    let lucks = outcomes.gather_all(&columns);
    let luck = lucks[0].iter().zip(&lucks[1]).map(|(arm, base)| arm - base);
    extra.iter().zip(luck).map(|(extra, luck)| extra - luck).collect()
}

/// The means of the replications of each draw.
fn by_draw(values: &[f64]) -> Vec<f64> {
    values.chunks(REPLICATIONS_PER_DRAW).map(|both| both.iter().sum::<f64>() / both.len() as f64).collect()
}

fn variance(values: &[f64]) -> f64 {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0)
}

/// The scores, their squares less 1 and their products. Those of two correlated quantities have another mean and are left out.
fn products(experiment: &Experiment, outcomes: &Outcomes, world: usize) -> Vec<Vec<f64>> {
    let names = outcomes.score_names();
    let correlated = |one: &str, other: &str| {
        let all = experiment.scenarios.iter().flat_map(|arm| &arm[world].quantities);
        let mut partners = all.filter_map(|quantity| {
            let (with, _) = quantity.initial.correlation.as_ref()?;
            Some((quantity.key.as_str(), with.as_str()))
        });
        partners.any(|pair| pair == (one, other) || pair == (other, one))
    };
    let found: Vec<(&str, Vec<f64>)> = SCORES
        .iter()
        .filter_map(|name| {
            let place = names.iter().position(|known| known == name)?;
            Some((*name, outcomes.scores(place).to_vec()))
        })
        .collect();
    let mut controls = Vec::new();
    for (rank, (name, scores)) in found.iter().enumerate() {
        controls.push(scores.clone());
        controls.push(scores.iter().map(|z| z * z - 1.0).collect());
        for (_, others) in found[..rank].iter().filter(|(other, _)| !correlated(name, other)) {
            controls.push(scores.iter().zip(others).map(|(a, b)| a * b).collect());
        }
    }
    controls
}

/// Whether everybody who comes in the base comes at a rate that the draw states: nobody is replayed, and nobody attracted.
fn arrivals_are_known(base: &Scenario) -> bool {
    base.registered.is_empty()
        && base.providers.iter().all(|provider| !provider.expertise.contains(&base.attracted_need))
}

/// How many young people the rates of each draw expect in the base, over the forecast: to the POJ and past it.
fn expected(experiment: &Experiment, seed: Seed, (world, draws): (usize, usize)) -> Vec<f64> {
    let (space, mut draw, mut outlook) =
        (ParameterSpace::new(experiment), Draw::default(), Outlook::default());
    let scenario = &experiment.scenarios[0][world];
    let weeks = scenario.calendar.forecast_from()..scenario.calendar.weeks();
    (0..draws)
        .map(|number| {
            space.draw(seed, u32::try_from(number).unwrap_or(u32::MAX), &mut draw);
            outlook.read(scenario, space.binding(0, world), &draw);
            outlook.expected_referrals(weeks.clone())
        })
        .collect()
}
