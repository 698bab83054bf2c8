//! All replications, over all threads.

use std::sync::atomic::{AtomicBool, Ordering};

use ndarray::Array2;
use rayon::prelude::*;
use thiserror::Error;

use super::outcomes::{Counts, Outcomes};
use super::setup::Setup;
use super::worker::Worker;
use crate::cohort::Spot;
use crate::parameters::Design;
use crate::random::{REPLICATIONS_PER_DRAW, Seed};
use crate::scenario::Experiment;

/// Draws that one thread takes at a time: enough to keep the threads busy and the progress moving.
const DRAWS_PER_TASK: usize = 8;
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
    let mut setup = Setup::new(experiment);
    setup.space = setup.space.on(design.clone());
    if setup.outlooks.len() > MOST_OUTLOOKS {
        return Err(RunError::TooManyOutlooks { found: setup.outlooks.len(), most: MOST_OUTLOOKS });
    }
    let (columns, score_names) = (setup.layout.columns(), setup.space.score_names());
    let per_replication = columns * size_of::<f64>();
    let bytes = plan.replications.saturating_mul(per_replication);
    if bytes > MOST_BYTES {
        let replications = MOST_BYTES.checked_div(per_replication).unwrap_or(0);
        return Err(RunError::TooLarge { bytes, most: MOST_BYTES, replications });
    }
    let draws = plan.replications.div_ceil(REPLICATIONS_PER_DRAW);
    let mut values = vec![0.0; plan.replications * columns];
    // A run without uncertainty has no scores, but a chunk must not be empty.
    let width = score_names.len().max(1);
    let mut scores = vec![0.0; draws * width];
    let rows = REPLICATIONS_PER_DRAW * DRAWS_PER_TASK;
    let threads = rayon::ThreadPoolBuilder::new().num_threads(plan.threads).build()?;
    let counts = threads.install(|| {
        values
            .par_chunks_mut(rows * columns)
            .zip(scores.par_chunks_mut(DRAWS_PER_TASK * width))
            .enumerate()
            .fold(
                || None,
                |worker, (task, (values, scores))| {
                    let mut worker = worker.unwrap_or_else(|| Worker::new(&setup));
                    let batch = Batch { seed: plan.seed, first: task * DRAWS_PER_TASK, columns, width };
                    batch.work(&setup, &mut worker, (values, scores), (progress, stop));
                    Some(worker)
                },
            )
            .map(|worker| worker.map(Worker::into_counts))
            .reduce(|| None, merged)
    });
    if stop.load(Ordering::Relaxed) {
        return Err(RunError::Stopped);
    }
    let counts = counts.unwrap_or_else(|| Counts::new(&setup.layout));
    let values = Array2::from_shape_vec((plan.replications, columns), values).unwrap_or_default();
    let scores = Array2::from_shape_vec((draws, width), scores).unwrap_or_default();
    Ok(Outcomes::new((setup.layout, setup.frame.months), (values, counts), (score_names, scores)))
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

/// The draws of one task.
struct Batch {
    seed: Seed,
    first: usize,
    columns: usize,
    width: usize,
}

impl Batch {
    fn work(
        &self,
        setup: &Setup,
        worker: &mut Worker,
        (values, scores): (&mut [f64], &mut [f64]),
        (progress, stop): (&(dyn Fn(usize) + Sync), &AtomicBool),
    ) {
        let draws =
            values.chunks_mut(REPLICATIONS_PER_DRAW * self.columns).zip(scores.chunks_mut(self.width));
        for (number, (rows, scores)) in draws.enumerate() {
            if stop.load(Ordering::Relaxed) {
                return;
            }
            let draw = u32::try_from(self.first + number).unwrap_or(u32::MAX);
            let read = worker.read_draw(setup, self.seed, draw);
            scores[..read.len()].copy_from_slice(read);
            for (replication, row) in rows.chunks_mut(self.columns).enumerate() {
                let replication = u8::try_from(replication).unwrap_or(u8::MAX);
                let spot = Spot { seed: self.seed, draw: setup.space.point(draw), replication };
                worker.replicate(setup, &spot, row);
            }
            progress(rows.len().div_euclid(self.columns));
        }
    }
}
