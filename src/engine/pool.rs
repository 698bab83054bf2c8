//! All replications, over all threads.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use thiserror::Error;

use super::blocks::{ROWS, put};
use super::counts::Counts;
use super::outcomes::{BLOCK_DRAWS, Outcomes};
use super::setup::Setup;
use super::worker::Worker;
use crate::cohort::Spot;
use crate::parameters::Design;
use crate::random::{REPLICATIONS_PER_DRAW, Seed};
use crate::scenario::Experiment;

/// Arms and worlds with assumptions of their own that one cohort can serve.
const MOST_OUTLOOKS: usize = 64;

/// Most memory for results: every number of every replication is kept until the bands are known.
const MOST_BYTES: usize = 4 << 30;

/// How an experiment is run.
#[derive(Clone, Copy, Debug)]
pub struct RunPlan {
    /// The master seed.
    pub seed: Seed,
    /// Number of replications, at least 1.
    pub replications: usize,
    /// Number of threads; 0 leaves it to the machine. It never changes a result.
    pub threads: usize,
}

/// Why a run gave no results.
#[derive(Debug, Error)]
pub enum RunError {
    /// It was told to stop.
    #[error("stopped before the end")]
    Stopped,
    /// There are more arms and worlds with different assumptions than one cohort can serve.
    #[error("{found} combinations of arm and world differ in their assumptions, at most {most} can")]
    TooManyOutlooks {
        /// How many there are.
        found: usize,
        /// How many there can be.
        most: usize,
    },
    /// The results would not fit in the memory allowed for them.
    #[error("the results take {bytes} bytes, at most {most} are allowed")]
    TooLarge {
        /// Bytes needed.
        bytes: usize,
        /// Bytes allowed.
        most: usize,
        /// Replications that would fit.
        replications: usize,
    },
    /// The machine gave no threads.
    #[error("no threads to work with: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
}

/// Plays every arm and world of an experiment over the same cohorts.
///
/// `progress` is told how many more replications are done; `stop` ends the run between two draws.
///
/// # Errors
/// [`RunError`] when stopped, when the machine gives no threads, when the results would be too large, or when too many outlooks
/// differ.
pub fn run(
    experiment: &Experiment,
    plan: &RunPlan,
    progress: &(dyn Fn(usize) + Sync),
    stop: &AtomicBool,
) -> Result<Outcomes, RunError> {
    run_design(experiment, plan, &Design::default(), (progress, stop))
}

/// The same with the draws on the points of a design; draws on one point share their luck.
///
/// # Errors
/// Those of [`run`].
pub fn run_design(
    experiment: &Experiment,
    plan: &RunPlan,
    design: &Design,
    (progress, stop): (&(dyn Fn(usize) + Sync), &AtomicBool),
) -> Result<Outcomes, RunError> {
    let mut simulation = Simulation::new(experiment, plan, design)?;
    let all = 0..simulation.draws();
    simulation.play(all, progress, stop)?;
    Ok(simulation.into_outcomes())
}

/// A run that is played in stretches of draws, by this program or by several.
///
/// A draw depends on the seed and its number alone, so it does not matter how a run is cut, or which stretches were played
/// here and which were [taken over](Simulation::adopt).
#[derive(Debug)]
pub struct Simulation<'run> {
    setup: Setup<'run>,
    seed: Seed,
    threads: rayon::ThreadPool,
    /// Number of the draw that counts as the first.
    first: usize,
    draws: usize,
    outcomes: Outcomes,
    /// Which draws are there, in rising order, no two of them touching.
    there: Vec<Range<usize>>,
}

impl<'run> Simulation<'run> {
    /// A run of which nothing has been played.
    ///
    /// # Errors
    /// Those of [`run`], but never that it was stopped.
    pub fn new(experiment: &'run Experiment, plan: &RunPlan, design: &Design) -> Result<Self, RunError> {
        let mut setup = Setup::new(experiment);
        setup.space = setup.space.on(design.clone());
        if setup.outlooks.len() > MOST_OUTLOOKS {
            return Err(RunError::TooManyOutlooks { found: setup.outlooks.len(), most: MOST_OUTLOOKS });
        }
        let per_replication = setup.layout.columns() * size_of::<f64>();
        let bytes = plan.replications.saturating_mul(per_replication);
        if bytes > MOST_BYTES {
            let replications = MOST_BYTES.checked_div(per_replication).unwrap_or(0);
            return Err(RunError::TooLarge { bytes, most: MOST_BYTES, replications });
        }
        let threads = rayon::ThreadPoolBuilder::new().num_threads(plan.threads).build()?;
        let shape = (setup.layout.clone(), setup.frame.months.clone());
        let outcomes = Outcomes::with_room(shape, setup.space.score_names(), plan.replications);
        let draws = plan.replications.div_ceil(REPLICATIONS_PER_DRAW);
        Ok(Self { setup, seed: plan.seed, threads, first: 0, draws, outcomes, there: Vec::new() })
    }

    /// Forgets what was played and begins anew with the draws from `first` on, which count from nought again; at most as
    /// many replications as it was made for. So a run is played whose results would not fit in memory together.
    pub fn restart(&mut self, first: usize, replications: usize) {
        self.first = first;
        self.outcomes.restart(replications);
        self.draws = replications.div_ceil(REPLICATIONS_PER_DRAW);
        self.there.clear();
    }

    /// Lets the threads of the simulation do other work.
    pub fn with_threads<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        self.threads.install(work)
    }

    /// How many draws the whole run has.
    pub const fn draws(&self) -> usize {
        self.draws
    }

    /// Which draws are there, in rising order, no two stretches touching.
    pub fn there(&self) -> &[Range<usize>] {
        &self.there
    }

    /// Plays draws that are not there yet; returns what was counted in them.
    ///
    /// # Errors
    /// [`RunError::Stopped`]; nothing of them is there then.
    pub fn play(
        &mut self,
        draws: Range<usize>,
        progress: &(dyn Fn(usize) + Sync),
        stop: &AtomicBool,
    ) -> Result<Counted, RunError> {
        let setup = &self.setup;
        let (columns, width) = (setup.layout.columns(), setup.space.score_names().len().max(1));
        let rows = self.outcomes.rows_of(&draws);
        let task = Task { seed: self.seed, first: self.first, columns, width, rows };
        let (values, scores) = self.outcomes.around_mut(&draws);
        let block_before = draws.start.div_euclid(BLOCK_DRAWS);
        let counts = self.threads.install(|| {
            // Whoever is done takes the next block, so that at the end nobody waits for more than one.
            values
                .chunks_mut(ROWS * columns)
                .zip(scores.chunks_mut(BLOCK_DRAWS * width))
                .enumerate()
                .par_bridge()
                .fold(
                    || None,
                    |hand, (block, (values, scores))| {
                        let mut hand = hand.unwrap_or_else(|| Hand::new(setup));
                        task.work(
                            (setup, &mut hand),
                            block_before + block,
                            (values, scores),
                            (progress, stop),
                        );
                        Some(hand)
                    },
                )
                .map(|hand| hand.map(|hand| hand.worker.into_counts()))
                .reduce(|| None, merged)
        });
        if stop.load(Ordering::Relaxed) {
            return Err(RunError::Stopped);
        }
        let counts = counts.unwrap_or_else(|| Counts::new(&self.setup.layout));
        self.outcomes.count(&counts);
        self.note(draws.clone());
        Ok(Counted { draws, counts })
    }

    /// The numbers of draws that are there, to be kept or sent elsewhere.
    pub fn stretch<'all>(&'all self, counted: &'all Counted) -> Stretch<'all> {
        let (values, scores) = self.outcomes.rows(&counted.draws);
        let Counts { queue, starts } = &counted.counts;
        Stretch {
            draws: counted.draws.clone(),
            values: values.into(),
            scores: scores.into(),
            queue: queue.into(),
            starts: starts.into(),
        }
    }

    /// Takes over draws that were played elsewhere, by the same version over the same experiment and seed.
    ///
    /// Returns whether they fit: draws of this run that are not there yet, with as many numbers as they must have.
    pub fn adopt(&mut self, stretch: &Stretch<'_>) -> bool {
        let draws = stretch.draws.clone();
        let new = |there: &Range<usize>| draws.end <= there.start || there.end <= draws.start;
        if draws.is_empty() || draws.end > self.draws || !self.there.iter().all(new) {
            return false;
        }
        let Some(counts) = Counts::new(&self.setup.layout).filled(&stretch.queue, &stretch.starts) else {
            return false;
        };
        if !self.outcomes.put_rows(&draws, &stretch.values, &stretch.scores) {
            return false;
        }
        self.outcomes.count(&counts);
        self.note(draws);
        true
    }

    /// Notes that draws are there.
    fn note(&mut self, draws: Range<usize>) {
        self.there.push(draws);
        self.there.sort_unstable_by_key(|there| there.start);
        self.there.dedup_by(|later, before| {
            let touch = before.end == later.start;
            if touch {
                before.end = later.end;
            }
            touch
        });
        let from_first = self.there.first().filter(|first| first.start == 0);
        self.outcomes.played_until(from_first.map_or(0, |first| first.end));
    }

    /// The results of the draws from the first up to the first that is not there.
    pub const fn outcomes(&self) -> &Outcomes {
        &self.outcomes
    }

    /// The same, for good.
    pub fn into_outcomes(self) -> Outcomes {
        self.outcomes
    }
}

/// What was counted over some draws.
#[derive(Clone, Debug)]
pub struct Counted {
    draws: Range<usize>,
    counts: Counts,
}

impl Counted {
    /// The draws.
    pub fn draws(&self) -> Range<usize> {
        self.draws.clone()
    }

    /// These and the draws right after them.
    #[must_use]
    pub fn with(mut self, next: &Self) -> Self {
        self.draws.end = next.draws.end;
        self.counts.merge(&next.counts);
        self
    }
}

/// The numbers of some consecutive draws, in the layout of this version of the program.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch<'all> {
    /// Which draws.
    pub draws: Range<usize>,
    /// A row of results per replication.
    pub values: Cow<'all, [f64]>,
    /// A row of scores per draw.
    pub scores: Cow<'all, [f64]>,
    /// Replications by length of the queue.
    pub queue: Cow<'all, [u32]>,
    /// Replications by starts of specialised care.
    pub starts: Cow<'all, [u32]>,
}

fn merged(mine: Option<Counts>, theirs: Option<Counts>) -> Option<Counts> {
    match (mine, theirs) {
        (Some(mut mine), Some(theirs)) => {
            mine.merge(&theirs);
            Some(mine)
        }
        (one, other) => one.or(other),
    }
}

/// What one thread works with: made once and reused.
struct Hand {
    worker: Worker,
    /// The rows of a block before they are turned into columns.
    rows: Vec<f64>,
}

impl Hand {
    fn new(setup: &Setup) -> Self {
        Self { worker: Worker::new(setup), rows: vec![0.0; ROWS * setup.layout.columns()] }
    }
}

/// What one block of a stretch asks.
struct Task {
    seed: Seed,
    /// Number of the draw that counts as the first.
    first: usize,
    columns: usize,
    width: usize,
    /// The replications of the stretch, of which a block may hold a part.
    rows: Range<usize>,
}

impl Task {
    /// Plays what a block holds of the stretch, by its number.
    fn work(
        &self,
        (setup, hand): (&Setup, &mut Hand),
        block: usize,
        (values, scores): (&mut [f64], &mut [f64]),
        (progress, stop): (&(dyn Fn(usize) + Sync), &AtomicBool),
    ) {
        let begin = block * ROWS;
        let (from, until) = (self.rows.start.max(begin), self.rows.end.min(begin + ROWS));
        let rows = &mut hand.rows[..(until - from) * self.columns];
        let draws = rows.chunks_mut(REPLICATIONS_PER_DRAW * self.columns);
        let skipped = (from - begin).div_euclid(REPLICATIONS_PER_DRAW);
        let scores = scores.chunks_mut(self.width).skip(skipped);
        for (number, (rows, scores)) in draws.zip(scores).enumerate() {
            if stop.load(Ordering::Relaxed) {
                return;
            }
            let draw = u32::try_from(self.first + block * BLOCK_DRAWS + skipped + number).unwrap_or(u32::MAX);
            let read = hand.worker.read_draw(setup, self.seed, draw);
            scores[..read.len()].copy_from_slice(read);
            for (replication, row) in rows.chunks_mut(self.columns).enumerate() {
                let replication = u8::try_from(replication).unwrap_or(u8::MAX);
                let spot = Spot { seed: self.seed, draw: setup.space.point(draw), replication };
                hand.worker.replicate(setup, &spot, row);
            }
            progress(rows.len().div_euclid(self.columns));
        }
        put(values, self.columns, (from - begin, rows));
    }
}
