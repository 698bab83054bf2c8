//! One world: what each option is worth, and what it is worth to know more.

use rayon::prelude::*;

use super::question::ValuePlan;
use super::sample::{Followed, Observed, SampleValue, worth};
use crate::analyses::bands::Subject;
use crate::analyses::inputs::provenance;
use crate::analyses::sensitivity::Theme;
use crate::analyses::surrogate::{Terms, ranked};
use crate::analyses::{Runs, Scores};
use crate::engine::Metric;
use crate::random::{BATCHES, REPLICATIONS_PER_DRAW};
use crate::scenario::{Experiment, Provenance};
use crate::statistics::{Estimate, Payoffs, best, probability, ratio};

/// One option in one world, less the base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OptionValue {
    /// What it is expected to be worth more than the base, EUR a year.
    pub expected: Estimate,
    /// The chance that it is the best of all options, given all that can be known.
    pub chance_best: Estimate,
    /// What an extra positive closure has to be worth, beside avoided cost, for the option to equal the base; `None` for the
    /// base and without extra closures.
    pub even_worth: Option<Estimate>,
}

/// What it is worth to know one quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct Learnt {
    /// The dotted key.
    pub key: String,
    /// Where its value comes from.
    pub provenance: Option<Provenance>,
    /// Its worth, EUR a year.
    pub value: Estimate,
}

/// What it is worth to know all quantities of a theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LearntTheme {
    /// What they are about.
    pub theme: Theme,
    /// Their worth, EUR a year.
    pub value: Estimate,
}

/// The decision in one world.
#[derive(Clone, Debug, PartialEq)]
pub struct WorldValue {
    /// Per option, the base first.
    pub options: Vec<OptionValue>,
    /// The option that is best when nothing more is learnt.
    pub best: usize,
    /// What it is worth to know everything, EUR a year.
    pub perfect: Estimate,
    /// Per quantity, the most valuable first.
    pub quantities: Vec<Learnt>,
    /// Per theme, the most valuable first.
    pub themes: Vec<LearntTheme>,
    /// Per sample.
    pub samples: Vec<SampleValue>,
}

/// Payoffs of all options by draw in one world, and what is expected of them given everything.
pub(super) struct Stage {
    pub(super) payoffs: Vec<Vec<f64>>,
    pub(super) expected: Vec<Vec<f64>>,
    pub(super) followed: Followed,
}

impl Stage {
    pub(super) fn new(
        experiment: &Experiment,
        runs: &dyn Runs,
        (world, scores): (usize, &[Scores]),
        plan: &ValuePlan,
    ) -> Self {
        let draws = draws(runs);
        let payoffs: Vec<Vec<f64>> = (0..experiment.arms.len())
            .map(|arm| {
                if arm == 0 {
                    vec![0.0; draws]
                } else {
                    by_draw(&payoff(experiment, runs, (arm, world), plan), draws)
                }
            })
            .collect();
        let order = ranked(scores, &payoffs[1..], draws);
        let expected = expected(&payoffs, &Terms::new(scores, &order, draws));
        let last = experiment.arms.len() - 1;
        let followed = Followed::new(experiment, (last, world), (plan.seed, draws));
        Self { payoffs, expected, followed }
    }
}

/// Whole batches of draws.
pub(super) fn draws(runs: &dyn Runs) -> usize {
    let draws = runs.replications().div_euclid(REPLICATIONS_PER_DRAW);
    draws - draws % BATCHES as usize
}

fn by_draw(column: &[f64], draws: usize) -> Vec<f64> {
    column.chunks_exact(REPLICATIONS_PER_DRAW).take(draws).map(|pair| 0.5 * (pair[0] + pair[1])).collect()
}

/// What an option is worth more than the base in each replication, EUR a year.
fn payoff(
    experiment: &Experiment,
    runs: &dyn Runs,
    (arm, world): (usize, usize),
    plan: &ValuePlan,
) -> Vec<f64> {
    let periods = experiment.scenarios[0][0].calendar.periods().len();
    let of = |metric| Subject::Difference(arm).column(runs, world, metric, periods);
    let (net, closures) = (of(Metric::NetSaving), of(Metric::YouthsClosedPositive));
    net.iter().zip(&closures).map(|(net, more)| (net + plan.closure_worth * more) / plan.years()).collect()
}

/// What is expected of every option in each draw by fits to the other batches; the base is worth nought.
fn expected(payoffs: &[Vec<f64>], terms: &Terms) -> Vec<Vec<f64>> {
    let mut all = vec![vec![0.0; payoffs.first().map_or(0, Vec::len)]];
    all.extend(terms.smooth(&payoffs[1..]).into_iter().map(|option| option.held_out));
    all
}

/// The decision in one world.
pub(super) fn decide(
    experiment: &Experiment,
    runs: &dyn Runs,
    (world, scores, stage): (usize, &[Scores], &Stage),
    plan: &ValuePlan,
) -> WorldValue {
    let payoffs = Payoffs { options: &stage.payoffs };
    let draws = draws(runs);
    let order = ranked(scores, &stage.payoffs[1..], draws);
    let scenario = &experiment.scenarios[experiment.arms.len() - 1][world];
    let learn =
        |places: &[usize]| payoffs.gain(&expected(&stage.payoffs, &Terms::new(scores, places, draws)));
    let mut quantities: Vec<Learnt> = scores
        .par_iter()
        .enumerate()
        .map(|(place, score)| Learnt {
            key: score.key.clone(),
            provenance: provenance(scenario, &score.key).cloned(),
            value: learn(&[place]),
        })
        .collect();
    quantities.sort_by(|a, b| b.value.value.total_cmp(&a.value.value).then_with(|| a.key.cmp(&b.key)));
    let mut themes: Vec<LearntTheme> = Theme::ALL
        .par_iter()
        .map(|theme| {
            let of_theme = |place: &usize| Theme::of(&scores[*place].key) == *theme;
            let places: Vec<usize> = order.iter().copied().filter(of_theme).collect();
            LearntTheme { theme: *theme, value: learn(&places) }
        })
        .collect();
    themes.sort_by(|a, b| b.value.value.total_cmp(&a.value.value).then(a.theme.cmp(&b.theme)));
    // All that can be known holds every part of it: a rule on a part that does better is a better rule on all.
    let parts = quantities.iter().map(|one| one.value).chain(themes.iter().map(|one| one.value));
    let perfect = parts.fold(payoffs.gain(&stage.expected), |a, b| if b.value > a.value { b } else { a });
    WorldValue {
        options: options(experiment, runs, (world, stage), plan),
        best: payoffs.best(),
        perfect,
        quantities,
        themes,
        samples: samples(payoffs, &stage.followed, &plan.closures),
    }
}

fn options(
    experiment: &Experiment,
    runs: &dyn Runs,
    (world, stage): (usize, &Stage),
    plan: &ValuePlan,
) -> Vec<OptionValue> {
    let draws = stage.payoffs[0].len();
    let winners: Vec<usize> =
        (0..draws).map(|draw| best(stage.expected.iter().map(|option| option[draw]))).collect();
    let periods = experiment.scenarios[0][0].calendar.periods().len();
    (0..experiment.arms.len())
        .map(|arm| {
            let wins = winners.iter().flat_map(|winner| [*winner == arm; REPLICATIONS_PER_DRAW]);
            let payoff =
                if arm == 0 { vec![0.0; 2 * draws] } else { payoff(experiment, runs, (arm, world), plan) };
            let even_worth = (arm > 0).then(|| {
                let of = |metric| Subject::Difference(arm).column(runs, world, metric, periods);
                let short: Vec<f64> = of(Metric::NetSaving).iter().map(|net| -net).collect();
                ratio(&short, &of(Metric::YouthsClosedPositive))
            });
            OptionValue {
                expected: ratio(&payoff, &vec![1.0; payoff.len()])
                    .unwrap_or(Estimate { value: 0.0, mc_se: None }),
                chance_best: probability(wins),
                even_worth: even_worth.flatten(),
            }
        })
        .collect()
}

/// The worth of following each number of closures, both ways.
pub(super) fn samples(payoffs: Payoffs<'_>, followed: &Followed, closures: &[usize]) -> Vec<SampleValue> {
    let all: Vec<(usize, Observed)> =
        closures.iter().flat_map(|n| Observed::ALL.map(|observed| (*n, observed))).collect();
    all.into_par_iter()
        .map(|(closures, observed)| SampleValue {
            closures,
            observed,
            value: worth(payoffs, followed.of(observed), closures),
        })
        .collect()
}
