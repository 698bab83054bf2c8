//! All uncertain quantities of an experiment, and their values in one draw.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::binding::{Binding, Shares, Track};
use super::design::Design;
use crate::distributions::{Law, Table, normal_score};
use crate::random::{BATCHES, Seed, hash, stratified};
use crate::scenario::{Composition, CompositionLaw, Experiment, Learnt, Quantity, Scenario, Timeline};

/// The item of the points along the weights of what a calibration learnt.
const LEARNT: u64 = hash("calibration#draw");

/// The uncertainty of an experiment, made ready for many draws.
#[derive(Debug)]
pub struct ParameterSpace {
    scores: Vec<Score>,
    slots: Vec<Slot>,
    blocks: Vec<Block>,
    bindings: Vec<Vec<Binding>>,
    design: Design,
    learnt: Option<Arc<Learnt>>,
}

/// One source of uncertainty: a standard-normal number per draw.
#[derive(Debug)]
struct Score {
    name: String,
    item: u64,
    /// The item of its value at the other point of a picked-and-frozen plan.
    other: u64,
    parent: Option<(usize, f64)>,
    /// Its column in what a calibration learnt.
    column: Option<usize>,
}

/// One value of a draw: a law read at a score, or a known number.
#[derive(Debug)]
struct Slot {
    score: Option<usize>,
    law: Law,
    table: Table,
}

/// Shares computed from the sticks of a Dirichlet distribution, or known.
#[derive(Debug)]
struct Block {
    first: usize,
    sticks: Vec<usize>,
    known: Vec<f64>,
}

/// The values of one draw. Reused between draws, so that none is allocated.
#[derive(Clone, Debug, Default)]
pub struct Draw {
    scores: Vec<f64>,
    values: Vec<f64>,
}

impl Draw {
    /// The standard-normal score of every uncertain quantity, in the order of [`ParameterSpace::score_names`].
    pub fn scores(&self) -> &[f64] {
        &self.scores
    }

    pub(super) fn values(&self) -> &[f64] {
        &self.values
    }
}

impl ParameterSpace {
    /// The uncertainty of all arms and worlds together.
    pub fn new(experiment: &Experiment) -> Self {
        let mut builder = Builder::default();
        let wanted: Vec<Vec<Wanted>> = experiment
            .scenarios
            .iter()
            .map(|worlds| worlds.iter().map(|scenario| builder.scenario(scenario)).collect())
            .collect();
        let mut first = builder.slots.len();
        let mut firsts = Vec::with_capacity(builder.blocks.len());
        for block in &mut builder.blocks {
            block.first = first;
            firsts.push(first);
            first += block.parts();
        }
        let bindings = wanted
            .into_iter()
            .map(|worlds| worlds.into_iter().map(|wanted| wanted.bind(&builder.blocks)).collect())
            .collect();
        let (mut scores, slots, blocks) = (builder.scores, builder.slots, builder.blocks);
        let learnt = experiment.learnt.clone();
        for score in &mut scores {
            let keys = learnt.iter().flat_map(|learnt| learnt.keys());
            score.column = keys.enumerate().find(|(_, key)| **key == score.name).map(|(column, _)| column);
        }
        Self { scores, slots, blocks, bindings, design: Design::default(), learnt }
    }

    /// The same uncertainty, its draws on the points of a design.
    #[must_use]
    pub fn on(self, design: Design) -> Self {
        Self { design, ..self }
    }

    /// The point that a draw stands on, which is also the draw whose luck it has.
    pub fn point(&self, number: u32) -> u32 {
        self.design.point(number)
    }

    /// Where an arm in a world finds its values.
    pub fn binding(&self, arm: usize, world: usize) -> &Binding {
        &self.bindings[arm][world]
    }

    /// Names of the uncertain quantities; a Dirichlet distribution has one per part but the last, `key#part`.
    pub fn score_names(&self) -> Vec<String> {
        self.scores.iter().map(|score| score.name.clone()).collect()
    }

    /// The values of draw `number`, written over `draw`.
    ///
    /// The points of a batch of draws are stratified: draw `d` is point `d / 20` of batch `d % 20`, and batches are
    /// randomised independently, so that their spread measures the error of the simulation. What a calibration learnt is
    /// read from one of its draws, found along their weights at a point of the same plan; all else is as without it.
    pub fn draw(&self, seed: Seed, number: u32, draw: &mut Draw) {
        let (point, seed) = (self.design.point(number), self.design.seed_of_points(seed));
        let (batch, index) = (point % BATCHES, point.div_euclid(BATCHES));
        let mut other = self.design.other(number).iter().peekable();
        let learnt = self.learnt.as_ref().map(|learnt| learnt.at(stratified(seed, LEARNT, batch, index)));
        draw.scores.clear();
        for (place, score) in self.scores.iter().enumerate() {
            let item = if other.next_if_eq(&&place).is_some() { score.other } else { score.item };
            if let Some((learnt, column)) = learnt.zip(score.column) {
                draw.scores.push(learnt[column]);
                continue;
            }
            let own = normal_score(stratified(seed, item, batch, index));
            let z =
                score.parent.map_or(own, |(parent, r)| r * draw.scores[parent] + (1.0 - r * r).sqrt() * own);
            draw.scores.push(z);
        }
        draw.values.clear();
        for slot in &self.slots {
            draw.values.push(slot.table.at(slot.score.map_or(0.0, |score| draw.scores[score])));
        }
        for block in &self.blocks {
            block.fill(draw);
        }
    }
}

impl Block {
    fn parts(&self) -> usize {
        if self.sticks.is_empty() { self.known.len() } else { self.sticks.len() + 1 }
    }

    /// Appends the shares: each stick breaks its part off what is left.
    fn fill(&self, draw: &mut Draw) {
        if self.sticks.is_empty() {
            draw.values.extend_from_slice(&self.known);
            return;
        }
        let mut rest = 1.0;
        for stick in &self.sticks {
            let part = rest * draw.values[*stick];
            draw.values.push(part);
            rest -= part;
        }
        draw.values.push(rest.max(0.0));
    }
}

/// A binding whose shares are still numbers of blocks.
#[derive(Debug)]
struct Wanted {
    quantities: Vec<Track>,
    providers: Vec<Vec<Option<Track>>>,
    blocks: [usize; 5],
}

impl Wanted {
    fn bind(self, blocks: &[Block]) -> Binding {
        let shares = |number: usize| {
            let block = &blocks[self.blocks[number]];
            Shares { first: block.first, parts: block.parts() }
        };
        Binding {
            referrers: shares(0),
            needs: shares(1),
            outcomes: shares(2),
            inflow_season: shares(3),
            leave_season: shares(4),
            quantities: self.quantities,
            providers: self.providers,
        }
    }
}

#[derive(Debug, Default)]
struct Builder {
    scores: Vec<Score>,
    slots: Vec<Slot>,
    blocks: Vec<Block>,
    compositions: Vec<(Composition, usize)>,
}

impl Builder {
    fn scenario(&mut self, scenario: &Scenario) -> Wanted {
        let known: BTreeMap<&str, &Quantity> =
            all_timelines(scenario).map(|timeline| (timeline.key.as_str(), &timeline.initial)).collect();
        let calendar = &scenario.calendar;
        let track = |builder: &mut Self, timeline: &Timeline| Track {
            initial: builder.slot(&timeline.key, &timeline.initial, &known),
            changes: timeline
                .changes
                .iter()
                .map(|(date, quantity)| {
                    (calendar.week_from(*date), builder.slot(&timeline.key, quantity, &known))
                })
                .collect(),
        };
        let quantities = scenario.quantities.iter().map(|timeline| track(self, timeline)).collect();
        let providers = scenario
            .providers
            .iter()
            .map(|provider| {
                provider
                    .quantities
                    .iter()
                    .map(|maybe| maybe.as_ref().map(|timeline| track(self, timeline)))
                    .collect()
            })
            .collect();
        let blocks = [
            self.block(&scenario.referrers),
            self.block(&scenario.needs),
            self.block(&scenario.outcomes),
            self.block(&scenario.inflow_season),
            self.block(&scenario.leave_season),
        ];
        Wanted { quantities, providers, blocks }
    }

    /// The place of a quantity's value; alike quantities under one key share it.
    fn slot(&mut self, key: &str, quantity: &Quantity, known: &BTreeMap<&str, &Quantity>) -> usize {
        let score = (!quantity.law.is_fixed()).then(|| self.score(key, quantity.correlation.as_ref(), known));
        self.slot_at(score, &quantity.law)
    }

    fn slot_at(&mut self, score: Option<usize>, law: &Law) -> usize {
        let alike = |slot: &Slot| slot.score == score && slot.law == *law;
        self.slots.iter().position(alike).unwrap_or_else(|| {
            self.slots.push(Slot { score, law: law.clone(), table: Table::new(law) });
            self.slots.len() - 1
        })
    }

    /// The score of a quantity, made after the one that it is correlated with.
    ///
    /// A rank correlation rho asks for a correlation 2 sin(pi rho / 6) of the scores (Pearson 1907).
    fn score(
        &mut self,
        key: &str,
        correlation: Option<&(String, f64)>,
        known: &BTreeMap<&str, &Quantity>,
    ) -> usize {
        let parent = correlation.and_then(|(with, rank)| {
            let other = known.get(with.as_str())?;
            let place = self.score(with, other.correlation.as_ref(), known);
            Some((place, 2.0 * (std::f64::consts::PI * rank / 6.0).sin()))
        });
        let alike = |score: &Score| score.name == key && score.parent == parent;
        self.scores.iter().position(alike).unwrap_or_else(|| {
            let other = hash(&format!("{key}#other"));
            self.scores.push(Score { name: key.to_owned(), item: hash(key), other, parent, column: None });
            self.scores.len() - 1
        })
    }

    fn block(&mut self, composition: &Composition) -> usize {
        if let Some((_, place)) = self
            .compositions
            .iter()
            .find(|(known, _)| known.law == composition.law && known.key == composition.key)
        {
            return *place;
        }
        let (sticks, known) = match &composition.law {
            CompositionLaw::Fixed(shares) => (Vec::new(), shares.clone()),
            CompositionLaw::Dirichlet(weights) => (self.sticks(composition, weights), Vec::new()),
        };
        self.blocks.push(Block { first: 0, sticks, known });
        self.compositions.push((composition.clone(), self.blocks.len() - 1));
        self.blocks.len() - 1
    }

    /// A Dirichlet distribution by breaking sticks: part i takes a `Beta(w_i`, sum of later w) share of what is left.
    fn sticks(&mut self, composition: &Composition, weights: &[f64]) -> Vec<usize> {
        let mut later: f64 = weights.iter().sum();
        let mut sticks = Vec::new();
        for (part, weight) in composition.parts.iter().zip(weights).take(weights.len().saturating_sub(1)) {
            later -= weight;
            let law = Law::Beta { alpha: *weight, beta: later, low: 0.0, high: 1.0 };
            let score = self.score(&format!("{}#{part}", composition.key), None, &BTreeMap::new());
            sticks.push(self.slot_at(Some(score), &law));
        }
        sticks
    }
}

fn all_timelines(scenario: &Scenario) -> impl Iterator<Item = &Timeline> {
    let of_providers = scenario.providers.iter().flat_map(|provider| provider.quantities.iter().flatten());
    scenario.quantities.iter().chain(of_providers)
}
