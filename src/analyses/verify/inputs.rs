//! What goes in: are values drawn as they were declared, and does every value do something?

use super::check::{Check, Group, count, largest};
use super::dead::{self, Unmoved};
use super::laboratory::Laboratory;
use super::variants::expected;
use crate::cohort::{Person, Spot};
use crate::distributions::Law;
use crate::engine::RunError;
use crate::parameters::{Binding, Draw, ParameterSpace, Track};
use crate::scenario::{Composition, CompositionLaw, Experiment, Key, Quantity, Scenario};

/// Draws that are read; no play is needed for them.
const DRAWS: u32 = 1_000;
/// Plays whose people are counted.
const PLAYS: usize = 12;
/// Standard errors of plain draws that the mean of a quantity may be off; the stratified draws stay far within it. The parts of a
/// composition do not, since they are made of several draws, and neither do ranks: these get the bound of chance.
const PLAIN: f64 = 0.5;
/// Standard errors that a count, a mean or a rank correlation may be off: beyond it once in 150,000 seeds.
const CHANCE: f64 = 4.5;

/// One number per draw of a quantity, with what was declared.
#[derive(Clone, Debug)]
pub struct Sampled {
    /// Its key.
    pub key: String,
    /// Its law.
    pub law: Law,
    /// Lowest and highest value that it may take.
    pub bounds: (f64, f64),
    /// The values drawn.
    pub values: Vec<f64>,
}

/// Two quantities that go together.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Spearman's rank correlation as declared.
    pub rank: f64,
    /// The values drawn of both.
    pub values: [Vec<f64>; 2],
}

/// A trait of young people, counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counted {
    /// Counted.
    pub found: f64,
    /// Expected.
    pub expected: f64,
    /// Variance of the count.
    pub variance: f64,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// Every quantity.
    pub sampled: Vec<Sampled>,
    /// The shares of every whole, by draw.
    pub wholes: Vec<Vec<f64>>,
    /// The parts of every uncertain whole: a Beta law each.
    pub parts: Vec<Sampled>,
    /// Quantities that go together.
    pub pairs: Vec<Pair>,
    /// Urgent, weekly, first need, conversations.
    pub traits: [Counted; 4],
    /// Values that move no result; `None` when a pilot is replayed.
    pub unmoved: Option<Unmoved>,
}

/// Draws, plays and nudges.
///
/// # Errors
/// Those of a run.
pub(super) fn gather(
    lab: &Laboratory<'_>,
    leading: &Experiment,
    known: &Experiment,
) -> Result<Inputs, RunError> {
    let arm = leading.arms.len() - 1;
    let (scenario, space) = (&leading.scenarios[arm][0], ParameterSpace::new(leading));
    let draws: Vec<Draw> = (0..DRAWS)
        .map(|number| {
            let mut draw = Draw::default();
            space.draw(lab.seed, number, &mut draw);
            draw
        })
        .collect();
    let binding = space.binding(arm, 0);
    let sampled = sampled(scenario, binding, &draws);
    let compositions = compositions(scenario, binding);
    // A profile over the months is no whole: only its ratios count.
    let wholes =
        compositions[..3].iter().flat_map(|(_, shares)| draws.iter().map(|draw| shares.of(draw).to_vec()));
    let forecast = scenario.registered.is_empty();
    Ok(Inputs {
        wholes: wholes.collect(),
        parts: compositions
            .iter()
            .flat_map(|(whole, shares)| parts(whole, |draw| shares.of(draw), &draws))
            .collect(),
        pairs: pairs(scenario, &sampled),
        traits: if forecast { traits(lab, leading, (&space, arm)) } else { <[Counted; 4]>::default() },
        unmoved: if forecast { Some(dead::values(lab, known)?) } else { None },
        sampled,
    })
}

type Whole<'a> = (&'a Composition, &'a crate::parameters::Shares);

fn compositions<'a>(scenario: &'a Scenario, binding: &'a Binding) -> [Whole<'a>; 5] {
    [
        (&scenario.referrers, &binding.referrers),
        (&scenario.needs, &binding.needs),
        (&scenario.outcomes, &binding.outcomes),
        (&scenario.inflow_season, &binding.inflow_season),
        (&scenario.leave_season, &binding.leave_season),
    ]
}

/// The values of every quantity before its first change.
fn sampled(scenario: &Scenario, binding: &Binding, draws: &[Draw]) -> Vec<Sampled> {
    let of = |key: &str, quantity: &Quantity, bounds, track: &Track| Sampled {
        key: key.to_owned(),
        law: quantity.law.clone(),
        bounds,
        values: draws.iter().map(|draw| track.initial(draw)).collect(),
    };
    let mut all: Vec<Sampled> = Key::ALL
        .iter()
        .map(|key| {
            let timeline = scenario.quantity(*key);
            of(&timeline.key, &timeline.initial, key.entry().bounds, binding.track(*key))
        })
        .collect();
    for (number, provider) in scenario.providers.iter().enumerate() {
        for key in crate::scenario::ProviderKey::ALL {
            if let (Some(timeline), Some(track)) = (provider.quantity(*key), binding.provider(number, *key)) {
                all.push(of(&timeline.key, &timeline.initial, key.entry().bounds, track));
            }
        }
    }
    all
}

/// Each part of a Dirichlet whole, which by itself follows a Beta law.
fn parts<'a>(whole: &Composition, of: impl Fn(&'a Draw) -> &'a [f64], draws: &'a [Draw]) -> Vec<Sampled> {
    let CompositionLaw::Dirichlet(weights) = &whole.law else { return Vec::new() };
    let sum: f64 = weights.iter().sum();
    let part = |(number, weight): (usize, &f64)| Sampled {
        key: format!("{}#{}", whole.key, whole.parts[number]),
        law: Law::Beta { alpha: *weight, beta: sum - weight, low: 0.0, high: 1.0 },
        bounds: (0.0, 1.0),
        values: draws.iter().map(|draw| of(draw)[number]).collect(),
    };
    weights.iter().enumerate().map(part).collect()
}

fn pairs(scenario: &Scenario, sampled: &[Sampled]) -> Vec<Pair> {
    let own = scenario.providers.iter().flat_map(|provider| provider.quantities.iter().flatten());
    let values = |key: &str| {
        let found = sampled.iter().find(|one| one.key == key && !one.law.is_fixed());
        found.map(|one| one.values.clone())
    };
    let of = |timeline: &crate::scenario::Timeline| {
        let (with, rank) = timeline.initial.correlation.as_ref()?;
        Some(Pair { rank: *rank, values: [values(&timeline.key)?, values(with)?] })
    };
    scenario.quantities.iter().chain(own).filter_map(of).collect()
}

/// Traits of the people of some plays against the shares that held in their draw.
fn traits(
    lab: &Laboratory<'_>,
    experiment: &Experiment,
    (space, arm): (&ParameterSpace, usize),
) -> [Counted; 4] {
    let mut counted = <[Counted; 4]>::default();
    let (binding, mut draw) = (space.binding(arm, 0), Draw::default());
    for play in 0..PLAYS {
        space.draw(lab.seed, Spot::of(lab.seed, play).draw, &mut draw);
        let value = |key| binding.value(&draw, key);
        let persons = lab.watch(experiment, arm, play).persons;
        let own: Vec<&Person> = persons.iter().filter(|person| !person.attracted).collect();
        let number = persons.len() as f64;
        let share = |found: usize, of: f64, p: f64| Counted {
            found: found as f64,
            expected: of * p,
            variance: of * p * (1.0 - p),
        };
        let is = |trait_of: fn(&Person) -> bool| persons.iter().filter(|person| trait_of(person)).count();
        let (most, mean) = (value(Key::ConversationsMost) - 1.0, value(Key::ConversationsMean));
        let p = if most > 0.0 { ((mean - 1.0) / most).min(1.0) } else { 0.0 };
        let spread = most * p * (1.0 - p) * (1.0 + (most - 1.0) * value(Key::ConversationsDispersion));
        let needed: f64 = persons.iter().map(|person| f64::from(person.conversations)).sum();
        let first = own.iter().filter(|person| person.need == 0).count();
        let found = [
            share(is(|person| person.urgent), number, value(Key::UrgentShare)),
            share(is(|person| person.interval == 1), number, value(Key::WeeklyShare)),
            share(first, own.len() as f64, binding.needs.of(&draw)[0]),
            Counted { found: needed, expected: number * (1.0 + most * p), variance: number * spread },
        ];
        for (sum, more) in counted.iter_mut().zip(found) {
            sum.found += more.found;
            sum.expected += more.expected;
            sum.variance += more.variance;
        }
    }
    counted
}

/// The checks.
pub(super) fn judge(inputs: &Inputs) -> Vec<Check> {
    let most = |id, figure, bound| Check::at_most(Group::Inputs, id, figure, bound);
    let known = inputs.sampled.iter().filter(|one| one.law.is_fixed());
    let drift = known.flat_map(|one| one.values.iter().map(|value| value - one.law.mean()));
    let unknown = || inputs.sampled.iter().filter(|one| !one.law.is_fixed());
    let outside = inputs
        .sampled
        .iter()
        .flat_map(|one| one.values.iter().map(|value| !(one.bounds.0..=one.bounds.1).contains(value)));
    let sums = inputs.wholes.iter().map(|shares| shares.iter().sum::<f64>() - 1.0);
    let traits = ["inputs-urgent", "inputs-weekly", "inputs-needs", "inputs-conversations"];
    let mut checks = vec![
        most("inputs-known", largest(drift), 0.0),
        most("inputs-means", largest(unknown().map(off_mean)), PLAIN),
        most("inputs-spreads", largest(unknown().map(off_spread)), 0.15),
        most("inputs-deciles", largest(unknown().flat_map(off_deciles)), 0.02),
        most("inputs-bounds", Some(count(outside)), 0.0),
        most("inputs-wholes", largest(sums), 1e-9),
        most("inputs-parts", largest(inputs.parts.iter().map(off_mean)), CHANCE),
        most("inputs-ranks", largest(inputs.pairs.iter().map(off_rank)), CHANCE / f64::from(DRAWS).sqrt()),
    ];
    for (id, counted) in traits.into_iter().zip(&inputs.traits) {
        let off =
            (counted.variance > 0.0).then(|| (counted.found - counted.expected) / counted.variance.sqrt());
        checks.push(most(id, off.map(f64::abs), CHANCE));
    }
    checks.push(inputs.unmoved.as_ref().map_or_else(|| most("inputs-dead", None, 0.0), unread));
    checks
}

/// Whether every value is read. Where too few people come to tell, that is left open: it neither holds nor fails.
fn unread(unmoved: &Unmoved) -> Check {
    let Unmoved { dead, elsewhere, told } = unmoved;
    let figure = told.then_some(dead.len() as f64);
    let check = Check::at_most(Group::Inputs, "inputs-dead", figure, 0.0);
    let (names, open) = if *told { (dead.clone(), Vec::new()) } else { (Vec::new(), dead.clone()) };
    Check { names, open, elsewhere: elsewhere.clone(), ..check }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// By how many plain standard errors the mean drawn is off the mean declared.
fn off_mean(one: &Sampled) -> f64 {
    (mean(&one.values) - one.law.mean()) / (one.law.sd() / (one.values.len() as f64).sqrt())
}

/// By what part the standard deviation drawn is off the one declared.
fn off_spread(one: &Sampled) -> f64 {
    let centre = mean(&one.values);
    let squares: f64 = one.values.iter().map(|value| (value - centre).powi(2)).sum();
    (squares / one.values.len() as f64).sqrt() / one.law.sd() - 1.0
}

/// By how much the shares of draws below the declared P10, P50 and P90 are off.
fn off_deciles(one: &Sampled) -> [f64; 3] {
    [0.1, 0.5, 0.9].map(|level| {
        let bound = one.law.quantile(level);
        count(one.values.iter().map(|value| *value <= bound)) / one.values.len() as f64 - level
    })
}

/// By how much the rank correlation drawn is off the one declared.
fn off_rank(pair: &Pair) -> f64 {
    let [one, other] = pair.values.each_ref().map(|values| ranks(values));
    let centre = mean(&one);
    let product: f64 = one.iter().zip(&other).map(|(a, b)| (a - centre) * (b - centre)).sum();
    let square: f64 = one.iter().map(|a| (a - centre).powi(2)).sum();
    product / square - pair.rank
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    for (rank, place) in order.into_iter().enumerate() {
        ranks[place] = rank as f64;
    }
    ranks
}

/// The expected share of the first part, for variants that tilt it.
pub(super) fn tilted(composition: &Composition) -> CompositionLaw {
    let mut shares = expected(&composition.law);
    if let Some(first) = shares.first_mut() {
        *first *= 0.5;
    }
    let sum: f64 = shares.iter().sum();
    CompositionLaw::Fixed(shares.iter().map(|share| share / sum).collect())
}
