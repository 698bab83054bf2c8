//! The whole answer: every quantity and every theme, in order of attention.

use rayon::prelude::*;

use super::effects::{Effect, Response};
use super::groups::Theme;
use crate::analyses::bands::Subject;
use crate::analyses::inputs::{compositions, provenance, timelines};
use crate::analyses::surrogate::{Terms, ranked};
use crate::analyses::unknowns::weight;
use crate::analyses::{RunInfo, Runs, Scores};
use crate::distributions::Law;
use crate::engine::Metric;
use crate::parameters::Design;
use crate::scenario::{Arm, CompositionLaw, Experiment, Provenance, Scenario, World};
use crate::statistics::{Estimate, Index, Indices, pick_freeze};

/// The results that are looked at: (extra) net saving and (change in) mean wait.
const RESULTS: [Metric; 2] = [Metric::NetSaving, Metric::WaitMeanWeeks];
/// How many quantities get a total-order index of their own, by their effect on each result.
const PICKED: [usize; 2] = [8, 4];

/// One uncertain quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsure {
    /// The dotted key.
    pub key: String,
    /// What it is about.
    pub theme: Theme,
    /// Where its value comes from; `None` when no file states it.
    pub provenance: Option<Provenance>,
    /// Its own value at P10 and P90; `None` for a part of shares but the first.
    pub values: Option<[f64; 2]>,
    /// Effect on the net saving over the whole forecast, EUR.
    pub on_net: Option<Effect>,
    /// Effect on the mean wait, weeks.
    pub on_wait: Option<Effect>,
    /// Total-order index on the net saving; only of the quantities that were picked.
    pub total_on_net: Option<Estimate>,
    /// Total-order index on the mean wait; only of the quantities that were picked.
    pub total_on_wait: Option<Estimate>,
    /// The larger of first and total order on the net saving times the weight of the grade: the order of the list.
    pub attention: f64,
}

/// All quantities of a theme together.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeIndices {
    /// What they are about.
    pub theme: Theme,
    /// How many there are.
    pub quantities: usize,
    /// On the net saving.
    pub on_net: ThemeIndex,
    /// On the mean wait.
    pub on_wait: ThemeIndex,
}

/// What a theme explains of one result.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ThemeIndex {
    /// By itself, by regression on all draws of the plain run.
    pub first: Option<Estimate>,
    /// By itself and with its interactions, by the picked-and-frozen points.
    pub frozen: Option<Index>,
}

/// The sensitivity of one arm in one world: of the base itself, of any other arm less the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// The name of the run.
    pub name: String,
    /// The arm.
    pub arm: Arm,
    /// The base that it is held against; `None` when the arm is the base.
    pub base: Option<Arm>,
    /// The world.
    pub world: World,
    /// How it was made.
    pub run: RunInfo,
    /// Pairs of points behind the indices of themes and total order.
    pub pairs: usize,
    /// Expected (extra) net saving over the whole forecast.
    pub net: Option<Estimate>,
    /// Expected (change in) mean wait.
    pub wait: Option<Estimate>,
    /// Share of the variance of single replications that luck makes: of net saving and of wait.
    pub luck: [Option<f64>; 2],
    /// All uncertain quantities in order of attention.
    pub quantities: Vec<Unsure>,
    /// The themes in order of their total index on the net saving.
    pub themes: Vec<ThemeIndices>,
}

/// A theme with how many quantities it has, and what they explain of each result by themselves.
type Counted = (Theme, usize, [Option<Estimate>; 2]);

/// What the second run is about.
#[derive(Clone, Debug, PartialEq)]
pub struct SensitivityPlan {
    design: Design,
    themes: Vec<Counted>,
    picked: Vec<usize>,
    effects: Vec<[Option<Effect>; 2]>,
    responses: [(Option<Estimate>, Option<f64>); 2],
}

impl SensitivityPlan {
    /// The points of the second run.
    pub const fn design(&self) -> &Design {
        &self.design
    }

    /// Replications of the second run with so many pairs of points.
    pub fn replications(&self, pairs: usize) -> usize {
        self.design.block() * pairs * crate::random::REPLICATIONS_PER_DRAW
    }
}

fn subject(experiment: &Experiment) -> Subject {
    match experiment.arms.len() {
        0 | 1 => Subject::Arm(0),
        arms => Subject::Difference(arms - 1),
    }
}

fn column(experiment: &Experiment, runs: &dyn Runs, metric: Metric) -> Vec<f64> {
    let periods = experiment.scenarios[0][0].calendar.periods().len();
    subject(experiment).column(runs, 0, metric, periods)
}

/// The effects of all quantities in a plain run, and the points of the run that must follow.
pub fn plan(experiment: &Experiment, runs: &dyn Runs) -> SensitivityPlan {
    let scores = runs.scores();
    let responses = RESULTS.map(|metric| Response::new(&column(experiment, runs, metric)));
    let effects: Vec<[Option<Effect>; 2]> = scores
        .par_iter()
        .map(|score| [0, 1].map(|result| responses[result].as_ref()?.effect(&score.values)))
        .collect();
    let picked = picked(&effects);
    let themes = Theme::ALL.map(|theme| (theme, members(&scores, theme)));
    let themes: Vec<(Theme, Vec<usize>)> = themes.into_iter().filter(|(_, all)| !all.is_empty()).collect();
    let counted =
        themes.par_iter().map(|(theme, all)| (*theme, all.len(), together(&scores, all, &responses)));
    let mut groups: Vec<Vec<usize>> = themes.iter().map(|(_, all)| all.clone()).collect();
    groups.extend(picked.iter().map(|place| vec![*place]));
    SensitivityPlan {
        design: Design::pick_freeze(scores.len(), &groups),
        themes: counted.collect(),
        picked,
        effects,
        responses: responses.map(|of| (of.as_ref().map(Response::expected), of.and_then(|of| of.luck))),
    }
}

fn members(scores: &[Scores], theme: Theme) -> Vec<usize> {
    let of_theme = scores.iter().enumerate().filter(|(_, score)| Theme::of(&score.key) == theme);
    of_theme.map(|(place, _)| place).collect()
}

/// What the quantities of a theme explain of each result by themselves.
fn together(
    scores: &[Scores],
    members: &[usize],
    responses: &[Option<Response>; 2],
) -> [Option<Estimate>; 2] {
    [0, 1].map(|result| {
        let response = responses[result].as_ref()?;
        let means = std::slice::from_ref(&response.means);
        let draws = response.means.len();
        let order = ranked(scores, means, draws);
        let order: Vec<usize> = order.into_iter().filter(|place| members.contains(place)).collect();
        response.explained(&Terms::new(scores, &order, draws).smooth(means).pop()?.held_out)
    })
}

/// The quantities with the largest first-order indices on each result, each once.
fn picked(effects: &[[Option<Effect>; 2]]) -> Vec<usize> {
    let mut all = Vec::new();
    for (result, most) in PICKED.into_iter().enumerate() {
        let first = |place: usize| effects[place][result].map_or(0.0, |effect| effect.first.value);
        let mut order: Vec<usize> = (0..effects.len()).filter(|place| first(*place) > 0.0).collect();
        order.sort_by(|a, b| first(*b).total_cmp(&first(*a)).then(a.cmp(b)));
        order.retain(|place| !all.contains(place));
        all.extend(order.into_iter().take(most));
    }
    all
}

/// The answer of both runs: `frozen` is the run on the points of the plan.
pub fn answer(
    experiment: &Experiment,
    (plan, keys): (&SensitivityPlan, &[String]),
    frozen: &dyn Runs,
    run: RunInfo,
) -> Sensitivity {
    let arm = experiment.arms.len() - 1;
    let scenario = &experiment.scenarios[arm][0];
    let indices: [Option<Indices>; 2] =
        RESULTS.map(|metric| pick_freeze(&column(experiment, frozen, metric), plan.design.block()));
    let index = |result: usize, group: usize| Some(indices[result].as_ref()?.groups.get(group)?).copied();
    let mut quantities: Vec<Unsure> = keys
        .iter()
        .enumerate()
        .map(|(place, key)| {
            let group = plan.picked.iter().position(|picked| *picked == place);
            let total = |result| Some(index(result, plan.themes.len() + group?)?.total);
            unsure((scenario, key), plan.effects[place], [total(0), total(1)])
        })
        .collect();
    quantities.sort_by(|a, b| b.attention.total_cmp(&a.attention).then_with(|| a.key.cmp(&b.key)));
    let of_theme = |(group, (theme, count, first)): (usize, &Counted)| ThemeIndices {
        theme: *theme,
        quantities: *count,
        on_net: ThemeIndex { first: first[0], frozen: index(0, group) },
        on_wait: ThemeIndex { first: first[1], frozen: index(1, group) },
    };
    let mut themes: Vec<ThemeIndices> = plan.themes.iter().enumerate().map(of_theme).collect();
    let total = |theme: &ThemeIndices| theme.on_net.frozen.map_or(0.0, |index| index.total.value);
    themes.sort_by(|a, b| total(b).total_cmp(&total(a)).then(a.theme.cmp(&b.theme)));
    Sensitivity {
        name: experiment.name.clone(),
        arm: experiment.arms[arm].clone(),
        base: (arm > 0).then(|| experiment.arms[0].clone()),
        world: experiment.worlds[0].clone(),
        run,
        pairs: frozen.replications().checked_div(plan.replications(1)).unwrap_or(0),
        net: plan.responses[0].0,
        wait: plan.responses[1].0,
        luck: [plan.responses[0].1, plan.responses[1].1],
        quantities,
        themes,
    }
}

fn unsure(
    (scenario, key): (&Scenario, &str),
    [on_net, on_wait]: [Option<Effect>; 2],
    [total_on_net, total_on_wait]: [Option<Estimate>; 2],
) -> Unsure {
    let provenance = provenance(scenario, key).cloned();
    let trust = provenance.as_ref().map_or(1.0, |provenance| weight(provenance.grade));
    let first = on_net.map_or(0.0, |effect| effect.first.value);
    let most = total_on_net.map_or(first, |total| total.value.max(first));
    Unsure {
        key: key.to_owned(),
        theme: Theme::of(key),
        values: values(scenario, key),
        provenance,
        on_net,
        on_wait,
        total_on_net,
        total_on_wait,
        attention: most * trust,
    }
}

/// The value at P10 and P90, where a score stands for one.
fn values(scenario: &Scenario, key: &str) -> Option<[f64; 2]> {
    let of_number = timelines(scenario).find(|timeline| timeline.key == key).and_then(|timeline| {
        let all = std::iter::once(&timeline.initial).chain(timeline.changes.iter().map(|(_, later)| later));
        all.map(|quantity| &quantity.law).find(|law| !law.is_fixed()).cloned()
    });
    let of_shares = || {
        let (whole, part) = key.split_once('#')?;
        let composition = compositions(scenario).into_iter().find(|composition| composition.key == whole)?;
        let CompositionLaw::Dirichlet(weights) = &composition.law else { return None };
        let alpha = *weights.first().filter(|_| composition.parts.first().is_some_and(|one| one == part))?;
        Some(Law::Beta { alpha, beta: weights.iter().skip(1).sum(), low: 0.0, high: 1.0 })
    };
    let law = of_number.or_else(of_shares)?;
    Some([0.1, 0.9].map(|level| law.quantile(level)))
}
