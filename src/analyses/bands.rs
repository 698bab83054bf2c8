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

impl MetricBands {
    /// Of the bands by slice, the total being the last.
    pub(super) fn of(mut slices: Vec<Option<Band>>) -> Self {
        Self { total: slices.pop().flatten(), by_period: slices }
    }
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

/// The first world in which all but the euros of an arm is the same as in a world.
pub(super) type Twin<'a> = &'a dyn Fn((usize, usize)) -> usize;

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

    /// What is asked of an arm: of the base itself, of any other less the base.
    pub(super) const fn asked(arm: usize) -> Self {
        if arm == 0 { Self::Arm(0) } else { Self::Difference(arm) }
    }

    /// Its place among all: the base, then every other arm less the base and by itself.
    pub(super) const fn place(self) -> usize {
        match self {
            Self::Arm(arm) => 2 * arm,
            Self::Difference(arm) => 2 * arm - 1,
        }
    }

    /// The first world in which a metric is the same as in this one.
    pub(super) fn twin(self, twin: Twin<'_>, world: usize, metric: Metric) -> usize {
        if metric.is_money() {
            return world;
        }
        match self {
            Self::Arm(arm) => twin((arm, world)),
            Self::Difference(arm) => {
                let first = twin((arm, world));
                if twin((0, world)) == twin((0, first)) { first } else { world }
            }
        }
    }

    /// One metric over one slice, in replication order.
    pub(super) fn column(self, runs: &dyn Runs, world: usize, metric: Metric, slice: usize) -> Vec<f64> {
        self.columns(runs, world, metric, &[slice]).pop().unwrap_or_default()
    }
}

/// Bands of every arm in each world, and of every arm but the base less the base.
pub(super) type Tables = (Vec<Vec<WorldBands>>, Vec<Vec<WorldBands>>);

/// Bands of all metrics of every arm in each world, and those of every arm but the base less the base; what is the same
/// in two worlds is made once.
///
/// Every metric of a world is one task, which reads each column once; the tasks are gathered in the order of their index,
/// so the number of threads changes nothing.
pub(super) fn all(runs: &dyn Runs, (arms, worlds): (usize, usize), periods: usize) -> Tables {
    let made: Vec<Vec<Option<MetricBands>>> = places(worlds)
        .par_iter()
        .map_init(Scratch::default, |scratch, place| {
            let mut all = vec![None; subjects(arms)];
            each_subject(runs, *place, (arms, periods), |subject, columns| {
                let bands = columns.iter().map(|values| band(values, scratch)).collect();
                all[subject.place()] = Some(MetricBands::of(bands));
            });
            all
        })
        .collect();
    tables(&made, &|at| runs.twin(at), (arms, worlds), periods)
}

/// Every metric of every world.
pub(super) fn places(worlds: usize) -> Vec<(usize, Metric)> {
    (0..worlds).flat_map(|world| Metric::ALL.iter().map(move |metric| (world, *metric))).collect()
}

/// How many subjects so many arms make.
pub(super) const fn subjects(arms: usize) -> usize {
    2 * arms - 1
}

/// The tables of bands that were made by place and subject; `None` where they are those of another world.
pub(super) fn tables(
    made: &[Vec<Option<MetricBands>>],
    twin: Twin<'_>,
    (arms, worlds): (usize, usize),
    periods: usize,
) -> Tables {
    let none = || MetricBands { total: None, by_period: vec![None; periods] };
    let of = |subject: Subject, world: usize, metric: Metric| {
        let first = subject.twin(twin, world, metric);
        made[first * Metric::COUNT + metric as usize][subject.place()].clone().unwrap_or_else(none)
    };
    let bands = |subject: Subject, world: usize| {
        WorldBands::new(Metric::ALL.iter().map(|metric| of(subject, world, *metric)).collect())
    };
    let row = |subject: Subject| (0..worlds).map(|world| bands(subject, world)).collect();
    ((0..arms).map(Subject::Arm).map(row).collect(), (1..arms).map(Subject::Difference).map(row).collect())
}

/// Hands out the columns by slice of one metric in one world of each subject; not where they are those of another world.
pub(super) fn each_subject(
    runs: &dyn Runs,
    (world, metric): (usize, Metric),
    (arms, periods): (usize, usize),
    mut of: impl FnMut(Subject, &[Vec<f64>]),
) {
    let slices: Vec<usize> = (0..=periods).collect();
    let own = |subject: Subject| subject.twin(&|at| runs.twin(at), world, metric) == world;
    let wanted = |arm: usize| own(Subject::Arm(arm)) || arm > 0 && own(Subject::Difference(arm));
    if !(0..arms).any(wanted) {
        return;
    }
    let base = runs.metric((0, world), metric, &slices);
    if own(Subject::Arm(0)) {
        of(Subject::Arm(0), &base);
    }
    for arm in (1..arms).filter(|arm| wanted(*arm)) {
        let mut columns = runs.metric((arm, world), metric, &slices);
        if own(Subject::Arm(arm)) {
            of(Subject::Arm(arm), &columns);
        }
        if own(Subject::Difference(arm)) {
            subtract(&mut columns, &base);
            of(Subject::Difference(arm), &columns);
        }
    }
}

/// Takes the base from an arm, replication by replication.
fn subtract(columns: &mut [Vec<f64>], base: &[Vec<f64>]) {
    for (value, base) in columns.iter_mut().flatten().zip(base.iter().flatten()) {
        *value -= base;
    }
}
