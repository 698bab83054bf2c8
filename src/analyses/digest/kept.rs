//! The whole of what is kept, and how blocks and parts are taken in.

use rayon::prelude::*;

use super::choice::Choice;
use crate::analyses::Runs;
use crate::analyses::bands::{Subject, each_subject, places, subjects};
use crate::analyses::forecast::table;
use crate::analyses::over_time::months;
use crate::analyses::team;
use crate::analyses::unknowns::{RESULTS, draw_means};
use crate::engine::{Metric, Route};
use crate::random::BATCHES;
use crate::scenario::Experiment;
use crate::statistics::{Explained, Histogram, Kept, Numbers, ScoreBins, Sketch};

/// Draws of a block: every batch has its points one in each of 64 strata, and its results fit in memory for any experiment.
pub const BLOCK_DRAWS: usize = 64 * BATCHES as usize;

/// One of the many small things that a digest keeps.
pub type Leaf<'all> = Numbers<'all>;

/// Everything that a forecast asks of a run, without the replications.
#[derive(Clone, Debug)]
pub struct Digest {
    pub(super) size: (usize, usize),
    pub(super) periods: usize,
    /// The first world in which all but the euros of an arm is the same: `[arm][world]`.
    pub(super) twins: Vec<Vec<usize>>,
    replications: usize,
    /// By place, subject and slice; empty where it is that of another world.
    pub(super) metrics: Vec<Vec<Vec<Sketch>>>,
    /// By arm, world, and provider, number and slice; empty where it is that of another world.
    pub(super) teams: Vec<Vec<Vec<Sketch>>>,
    pub(super) choices: Vec<Vec<Choice>>,
    /// By arm and quantity, of each of the results.
    pub(super) unknowns: Vec<Vec<[Explained; 2]>>,
    pub(super) score_names: Vec<String>,
    score_bins: ScoreBins,
    /// By arm and world: by week, then by month and route.
    pub(super) counts: Vec<Vec<Vec<Histogram>>>,
}

impl Digest {
    /// A digest of a run of which this is the first block; it is not taken in yet.
    pub fn begin(experiment: &Experiment, first: &dyn Runs) -> Self {
        let size = (experiment.arms.len(), experiment.worlds.len());
        let periods = experiment.scenarios[0][0].calendar.periods().len();
        let metrics = places(size.1).into_par_iter().map(|place| {
            let mut all = vec![Vec::new(); subjects(size.0)];
            each_subject(first, place, (size.0, periods), |subject, columns| {
                all[subject.place()] = columns.iter().map(|column| Sketch::begin(column)).collect();
            });
            all
        });
        let providers = |at: (usize, usize)| experiment.scenarios[at.0][at.1].providers.len();
        let teams = table(experiment, |at| {
            let providers = if first.twin(at) == at.1 { providers(at) } else { 0 };
            let all = (0..providers).flat_map(|index| (0..=periods).map(move |slice| (index, slice)));
            all.flat_map(|(index, slice)| team::columns(first, at, index, slice))
                .map(|column| Sketch::begin(&column))
                .collect()
        });
        let ceilings = |at: (usize, usize)| experiment.scenarios[at.0][at.1].ceilings.len();
        let scores = first.scores();
        Self {
            size,
            periods,
            twins: (0..size.0)
                .map(|arm| (0..size.1).map(|world| first.twin((arm, world))).collect())
                .collect(),
            replications: 0,
            metrics: metrics.collect(),
            teams,
            choices: table(experiment, |at| Choice::begin(first, at, (periods, ceilings(at)))),
            unknowns: (0..size.0)
                .map(|arm| {
                    let of = results(first, arm, periods).map(|means| Explained::begin(&means));
                    vec![of; scores.len()]
                })
                .collect(),
            score_names: scores.into_iter().map(|score| score.key).collect(),
            score_bins: ScoreBins::default(),
            counts: table(experiment, |at| {
                counts(experiment, first, at).map(|all| Histogram(vec![0; all.len()])).collect()
            }),
        }
    }

    /// Takes a block in.
    pub fn absorb(&mut self, experiment: &Experiment, block: &dyn Runs) {
        let (size, periods) = (self.size, self.periods);
        self.replications += block.replications();
        self.metrics.par_iter_mut().zip(places(size.1)).for_each(|(sketches, place)| {
            each_subject(block, place, (size.0, periods), |subject, columns| {
                for (sketch, column) in sketches[subject.place()].iter_mut().zip(columns) {
                    sketch.absorb(column);
                }
            });
        });
        self.teams.iter_mut().enumerate().for_each(|(arm, worlds)| {
            worlds.par_iter_mut().enumerate().for_each(|(world, sketches)| {
                let slices = sketches.chunks_mut(team::STATS).enumerate();
                for (place, sketches) in slices {
                    let (index, slice) = (place.div_euclid(periods + 1), place.rem_euclid(periods + 1));
                    let columns = team::columns(block, (arm, world), index, slice);
                    for (sketch, column) in sketches.iter_mut().zip(columns) {
                        sketch.absorb(&column);
                    }
                }
            });
        });
        for (arm, worlds) in self.choices.iter_mut().enumerate() {
            let all = worlds.par_iter_mut().enumerate();
            all.for_each(|(world, choice)| choice.absorb(block, (arm, world), periods));
        }
        let scores = block.scores();
        for (arm, quantities) in self.unknowns.iter_mut().enumerate() {
            let results = results(block, arm, periods);
            quantities.par_iter_mut().zip(&scores).for_each(|(explained, scores)| {
                for (explained, means) in explained.iter_mut().zip(&results) {
                    explained.absorb(&scores.values, means, &self.score_bins);
                }
            });
        }
        for (arm, worlds) in self.counts.iter_mut().enumerate() {
            for (world, histograms) in worlds.iter_mut().enumerate() {
                for (histogram, more) in histograms.iter_mut().zip(counts(experiment, block, (arm, world))) {
                    let more = Histogram(more.to_vec());
                    histogram.adopt(&more.numbers());
                }
            }
        }
    }

    /// How many replications were taken in.
    pub const fn replications(&self) -> usize {
        self.replications
    }

    /// The first world in which all but the euros of an arm is the same.
    pub(super) fn twin(&self, (arm, world): (usize, usize)) -> usize {
        self.twins[arm][world]
    }

    /// What is kept of a metric by slice.
    pub(super) fn sketches(&self, subject: Subject, world: usize, metric: Metric) -> &[Sketch] {
        let world = subject.twin(&|at| self.twin(at), world, metric);
        &self.metrics[world * Metric::COUNT + metric as usize][subject.place()]
    }

    /// All that is kept, in a fixed order.
    fn leaves(&mut self) -> Vec<&mut dyn Kept> {
        let Self { metrics, teams, choices, unknowns, counts, .. } = self;
        let sketches = metrics.iter_mut().chain(teams).flatten().flatten();
        let explained = unknowns.iter_mut().flatten().flatten();
        let mut all: Vec<&mut dyn Kept> = sketches.map(|one| one as &mut dyn Kept).collect();
        all.extend(explained.map(|one| one as &mut dyn Kept));
        all.extend(counts.iter_mut().flatten().flatten().map(|one| one as &mut dyn Kept));
        all.extend(choices.iter_mut().flatten().flat_map(Choice::leaves));
        all
    }

    /// What it holds, to be kept or sent elsewhere.
    pub fn numbers(&mut self) -> Vec<Leaf<'_>> {
        let leaves = self.leaves();
        leaves.into_iter().map(|leaf| (*leaf).numbers()).collect()
    }

    /// Takes in what a digest of other replications of the run holds; returns whether it is one. Of anything else nothing is
    /// taken in.
    pub fn adopt(&mut self, replications: usize, leaves: &[Leaf<'_>]) -> bool {
        let mut mine = self.leaves();
        let alike = |(mine, other): (&&mut dyn Kept, &Leaf<'_>)| {
            let mine = mine.numbers();
            (mine.counts.len(), mine.sums.len()) == (other.counts.len(), other.sums.len())
        };
        if mine.len() != leaves.len() || !mine.iter().zip(leaves).all(alike) {
            return false;
        }
        let added = mine.iter_mut().zip(leaves).all(|(mine, other)| mine.adopt(other));
        self.replications += replications;
        added
    }
}

/// By draw what the quantities are to explain something of.
fn results(runs: &dyn Runs, arm: usize, periods: usize) -> [Vec<f64>; 2] {
    RESULTS.map(|metric| draw_means(&Subject::asked(arm).column(runs, 0, metric, periods)))
}

/// The counts of a block: by week those waiting, then by month and route those who start.
fn counts<'all>(
    experiment: &Experiment,
    runs: &'all dyn Runs,
    at: (usize, usize),
) -> impl Iterator<Item = &'all [u32]> {
    let calendar = &experiment.scenarios[0][0].calendar;
    let weeks = calendar.weeks() - calendar.forecast_from();
    let months = months(calendar).len();
    let starts = (0..months).flat_map(move |month| {
        [Route::Municipality, Route::Huisarts].map(|route| runs.starts(at, month, route))
    });
    (0..weeks).map(move |week| runs.queue(at, week)).chain(starts)
}
