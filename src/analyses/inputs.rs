//! Every value that went in: how it is distributed, where it comes from, and in which arms and worlds it holds.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::distributions::Law;
use crate::scenario::{Composition, CompositionLaw, Experiment, Provenance, Quantity, Scenario, Timeline};

/// What a quantity may be.
#[derive(Clone, Debug, PartialEq)]
pub enum InputValue {
    /// A number, known or not.
    Number {
        /// Whether it is one known number.
        fixed: bool,
        /// Its mean.
        mean: f64,
        /// Its 10 %, 50 % and 90 % quantiles.
        quantiles: [f64; 3],
    },
    /// Shares that add up to one: the part and its expected share.
    Shares {
        /// Whether they are known.
        fixed: bool,
        /// Part and expected share.
        parts: Vec<(String, f64)>,
    },
}

/// One value that went in.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// The dotted key.
    pub key: String,
    /// From when it holds; `None` for the value at the start.
    pub from: Option<Date>,
    /// What it is.
    pub value: InputValue,
    /// Where it comes from.
    pub provenance: Provenance,
    /// The arms in which it holds, each with the worlds, by index.
    pub holds_in: Vec<(usize, Vec<usize>)>,
}

/// A value as a scenario states it, and where it holds.
struct Stated<'a> {
    law: StatedLaw<'a>,
    provenance: &'a Provenance,
    holds_in: Vec<(usize, Vec<usize>)>,
}

#[derive(Clone, Copy, PartialEq)]
enum StatedLaw<'a> {
    Number(&'a Law),
    Shares(&'a Composition),
}

/// All values of all arms and worlds, those that are the same once, in the order of their keys and dates.
pub(super) fn inputs(experiment: &Experiment) -> Vec<Input> {
    let mut by_key: BTreeMap<(String, Option<Date>), Vec<Stated<'_>>> = BTreeMap::new();
    for (arm, worlds) in experiment.scenarios.iter().enumerate() {
        for (world, scenario) in worlds.iter().enumerate() {
            for (key, from, law, provenance) in values(scenario) {
                let same_key = by_key.entry((key, from)).or_default();
                let known = same_key.iter_mut().find(|one| one.law == law && one.provenance == provenance);
                if let Some(known) = known {
                    hold(&mut known.holds_in, arm, world);
                } else {
                    same_key.push(Stated { law, provenance, holds_in: vec![(arm, vec![world])] });
                }
            }
        }
    }
    // Only now, once per distinct value: an exact quantile is dear.
    let input = |((key, from), stated): (&(String, Option<Date>), Stated<'_>)| Input {
        key: key.clone(),
        from: *from,
        value: match stated.law {
            StatedLaw::Number(law) => number(law),
            StatedLaw::Shares(composition) => shares(composition),
        },
        provenance: stated.provenance.clone(),
        holds_in: stated.holds_in,
    };
    by_key
        .into_iter()
        .flat_map(|(key, all)| all.into_iter().map(|stated| input((&key, stated))).collect::<Vec<_>>())
        .collect()
}

fn hold(places: &mut Vec<(usize, Vec<usize>)>, arm: usize, world: usize) {
    match places.iter_mut().find(|(known, _)| *known == arm) {
        Some((_, worlds)) => worlds.push(world),
        None => places.push((arm, vec![world])),
    }
}

/// The quantities over time of one scenario: of the world, the providers and nothing else.
pub(super) fn timelines(scenario: &Scenario) -> impl Iterator<Item = &Timeline> {
    let of_providers = scenario.providers.iter().flat_map(|provider| provider.quantities.iter().flatten());
    scenario.quantities.iter().chain(of_providers)
}

pub(super) fn compositions(scenario: &Scenario) -> [&Composition; 5] {
    [
        &scenario.referrers,
        &scenario.inflow_season,
        &scenario.leave_season,
        &scenario.needs,
        &scenario.outcomes,
    ]
}

type Value<'a> = (String, Option<Date>, StatedLaw<'a>, &'a Provenance);

fn values(scenario: &Scenario) -> Vec<Value<'_>> {
    let mut all = Vec::new();
    for timeline in timelines(scenario) {
        all.push(stated(timeline.key.clone(), None, &timeline.initial));
        for (date, quantity) in &timeline.changes {
            all.push(stated(timeline.key.clone(), Some(*date), quantity));
        }
    }
    for ceiling in &scenario.ceilings {
        all.push(stated(format!("ceilings.{}.eur_per_year", ceiling.name), None, &ceiling.limit));
    }
    for composition in compositions(scenario) {
        all.push((composition.key.clone(), None, StatedLaw::Shares(composition), &composition.provenance));
    }
    all
}

fn stated(key: String, from: Option<Date>, quantity: &Quantity) -> Value<'_> {
    (key, from, StatedLaw::Number(&quantity.law), &quantity.provenance)
}

fn number(law: &Law) -> InputValue {
    InputValue::Number {
        fixed: law.is_fixed(),
        mean: law.mean(),
        quantiles: [0.1, 0.5, 0.9].map(|level| law.quantile(level)),
    }
}

fn shares(composition: &Composition) -> InputValue {
    let (fixed, weights) = match &composition.law {
        CompositionLaw::Fixed(shares) => (true, shares),
        CompositionLaw::Dirichlet(concentrations) => (false, concentrations),
    };
    let sum: f64 = weights.iter().sum();
    let parts = composition.parts.iter().zip(weights).map(|(part, weight)| (part.clone(), weight / sum));
    InputValue::Shares { fixed, parts: parts.collect() }
}

/// Where the quantity behind a score comes from: the one whose key the score's key begins with, and of its dated
/// changes the one whose date the rest of the score's key names.
pub(super) fn provenance<'a>(scenario: &'a Scenario, score: &str) -> Option<&'a Provenance> {
    let of_timelines = timelines(scenario).filter(|timeline| names(score, &timeline.key)).map(|timeline| {
        let rest = &score[timeline.key.len()..];
        let change = timeline.changes.iter().find(|(date, _)| rest.contains(&date.to_string()));
        (timeline.key.len(), &change.map_or(&timeline.initial, |(_, quantity)| quantity).provenance)
    });
    let of_compositions = compositions(scenario)
        .into_iter()
        .filter(|composition| names(score, &composition.key))
        .map(|composition| (composition.key.len(), &composition.provenance));
    of_timelines.chain(of_compositions).max_by_key(|(length, _)| *length).map(|(_, provenance)| provenance)
}

fn names(score: &str, key: &str) -> bool {
    score
        .strip_prefix(key)
        .is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
}
