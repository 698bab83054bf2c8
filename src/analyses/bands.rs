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
                subtract(&mut columns, &base);
                columns
            }
        }
    }

    /// Its place among all: the base, then every other arm less the base and by itself.
    const fn place(self) -> usize {
        match self {
            Self::Arm(arm) => 2 * arm,
            Self::Difference(arm) => 2 * arm - 1,
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

/// Bands of all metrics of every arm in each world, and those of every arm but the base less the base; what is the same
/// in two worlds is made once.
///
/// Every metric of a world is one task, which reads each column once; the tasks are gathered in the order of their index,
/// so the number of threads changes nothing.
pub(super) fn all(
    runs: &dyn Runs,
    (arms, worlds): (usize, usize),
    periods: usize,
) -> (Vec<Vec<WorldBands>>, Vec<Vec<WorldBands>>) {
    let places: Vec<(usize, Metric)> =
        (0..worlds).flat_map(|world| Metric::ALL.iter().map(move |metric| (world, *metric))).collect();
    let made: Vec<Vec<Option<MetricBands>>> = places
        .par_iter()
        .map_init(Scratch::default, |scratch, place| of_metric(runs, *place, (arms, periods), scratch))
        .collect();
    let none = || MetricBands { total: None, by_period: vec![None; periods] };
    let table = |subjects: Vec<Subject>| {
        let of = |subject: Subject, world: usize, metric: Metric| {
            let twin = subject.twin(runs, world, metric);
            made[twin * Metric::COUNT + metric as usize][subject.place()].clone().unwrap_or_else(none)
        };
        let bands = |subject: Subject, world: usize| {
            WorldBands::new(Metric::ALL.iter().map(|metric| of(subject, world, *metric)).collect())
        };
        let row = |subject: Subject| (0..worlds).map(|world| bands(subject, world)).collect();
        subjects.into_iter().map(row).collect::<Vec<Vec<WorldBands>>>()
    };
    let of_arms = table((0..arms).map(Subject::Arm).collect());
    (of_arms, table((1..arms).map(Subject::Difference).collect()))
}

/// Bands of one metric in one world of each subject, by its place; `None` where they are those of another world.
fn of_metric(
    runs: &dyn Runs,
    (world, metric): (usize, Metric),
    (arms, periods): (usize, usize),
    scratch: &mut Scratch,
) -> Vec<Option<MetricBands>> {
    let slices: Vec<usize> = (0..=periods).collect();
    let own = |subject: Subject| subject.twin(runs, world, metric) == world;
    let mut bands = |columns: &[Vec<f64>]| {
        let mut by_period: Vec<Option<Band>> = columns.iter().map(|values| band(values, scratch)).collect();
        MetricBands { total: by_period.pop().flatten(), by_period }
    };
    let mut all = vec![None; 2 * arms - 1];
    if !(0..arms).any(|arm| own(Subject::Arm(arm)) || own(Subject::Difference(arm))) {
        return all;
    }
    let base = runs.metric((0, world), metric, &slices);
    for arm in 0..arms {
        let (itself, less) = (Subject::Arm(arm), Subject::Difference(arm));
        let mut columns = if arm == 0 || !(own(itself) || own(less)) {
            Vec::new()
        } else {
            runs.metric((arm, world), metric, &slices)
        };
        if own(itself) {
            all[itself.place()] = Some(bands(if arm == 0 { &base } else { &columns }));
        }
        if arm > 0 && own(less) {
            subtract(&mut columns, &base);
            all[less.place()] = Some(bands(&columns));
        }
    }
    all
}

/// Takes the base from an arm, replication by replication.
fn subtract(columns: &mut [Vec<f64>], base: &[Vec<f64>]) {
    for (value, base) in columns.iter_mut().flatten().zip(base.iter().flatten()) {
        *value -= base;
    }
}
