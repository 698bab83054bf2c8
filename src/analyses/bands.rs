//! Bands of every metric, per period and in total, of one arm or of the difference between two.

use rayon::prelude::*;

use super::Runs;
use crate::engine::Metric;
use crate::statistics::{Band, Scratch, band};

/// Bands of one metric: `None` where no replication defines it.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricBands {
    /// Over the whole forecast.
    pub total: Option<Band>,
    /// Per reporting period.
    pub by_period: Vec<Option<Band>>,
}

/// Bands of all metrics in one world, in the order of [`Metric::ALL`].
#[derive(Clone, Debug, PartialEq)]
pub struct WorldBands {
    metrics: Vec<MetricBands>,
}

impl WorldBands {
    /// The bands of one metric.
    pub fn metric(&self, metric: Metric) -> &MetricBands {
        &self.metrics[metric as usize]
    }

    /// Bands made elsewhere, one per metric in the order of [`Metric::ALL`].
    pub const fn new(metrics: Vec<MetricBands>) -> Self {
        Self { metrics }
    }
}

/// Whose results: those of an arm, or an arm's less the base's, pair by pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// An arm by itself.
    Arm(usize),
    /// An arm less the base.
    Difference(usize),
}

impl Subject {
    /// One metric in replication order, a column per slice.
    pub(super) fn columns(
        self,
        runs: &dyn Runs,
        world: usize,
        metric: Metric,
        slices: &[usize],
    ) -> Vec<Vec<f64>> {
        match self {
            Self::Arm(arm) => runs.metric((arm, world), metric, slices),
            Self::Difference(arm) => {
                let mut columns = runs.metric((arm, world), metric, slices);
                let base = runs.metric((0, world), metric, slices);
                for (value, base) in columns.iter_mut().flatten().zip(base.iter().flatten()) {
                    *value -= base;
                }
                columns
            }
        }
    }

    /// The first world in which a metric is the same as in this one.
    fn twin(self, runs: &dyn Runs, world: usize, metric: Metric) -> usize {
        if metric.is_money() {
            return world;
        }
        match self {
            Self::Arm(arm) => runs.twin((arm, world)),
            Self::Difference(arm) => {
                let twin = runs.twin((arm, world));
                if runs.twin((0, world)) == runs.twin((0, twin)) { twin } else { world }
            }
        }
    }

    /// One metric over one slice, in replication order.
    pub(super) fn column(self, runs: &dyn Runs, world: usize, metric: Metric, slice: usize) -> Vec<f64> {
        self.columns(runs, world, metric, &[slice]).pop().unwrap_or_default()
    }
}

/// Bands of all metrics of each subject in each world; what is the same in two worlds is made once.
///
/// Every metric of a subject in a world is one task; the tasks are gathered in the order of their index, so the number
/// of threads changes nothing.
pub(super) fn all(
    runs: &dyn Runs,
    subjects: &[Subject],
    worlds: usize,
    periods: usize,
) -> Vec<Vec<WorldBands>> {
    let slices: Vec<usize> = (0..=periods).collect();
    let places: Vec<(Subject, usize, Metric)> = subjects
        .iter()
        .flat_map(|subject| (0..worlds).map(move |world| (*subject, world)))
        .flat_map(|(subject, world)| Metric::ALL.iter().map(move |metric| (subject, world, *metric)))
        .collect();
    let twins: Vec<usize> =
        places.iter().map(|(subject, world, metric)| subject.twin(runs, *world, *metric)).collect();
    let bands: Vec<Option<MetricBands>> = places
        .par_iter()
        .zip(&twins)
        .map_init(Scratch::default, |scratch, ((subject, world, metric), twin)| {
            (twin == world).then(|| {
                let columns = subject.columns(runs, *world, *metric, &slices);
                let mut by_period: Vec<Option<Band>> =
                    columns.iter().map(|values| band(values, scratch)).collect();
                MetricBands { total: by_period.pop().flatten(), by_period }
            })
        })
        .collect();
    let of = |place: usize| {
        let twin = place - (places[place].1 - twins[place]) * Metric::COUNT;
        bands[twin].clone().unwrap_or(MetricBands { total: None, by_period: vec![None; periods] })
    };
    let world_of = |place: usize| WorldBands::new((place..place + Metric::COUNT).map(of).collect());
    let mut all = (0..places.len()).step_by(Metric::COUNT).map(world_of);
    subjects.iter().map(|_| all.by_ref().take(worlds).collect()).collect()
}
