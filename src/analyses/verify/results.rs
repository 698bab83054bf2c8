//! The numbers of a run in the leading world, as plain columns.

use crate::engine::{Metric, Outcomes, ProviderStat};
use crate::scenario::Experiment;

/// Every metric of every arm in the leading world.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// Number of reporting periods; the total comes behind them.
    pub periods: usize,
    /// `metrics[arm][metric][slice][replication]`; NaN is undefined.
    pub metrics: Vec<Vec<Vec<Vec<f64>>>>,
    /// Hours available and used of each provider in total: `hours[arm][provider]`, each by replication.
    pub hours: Vec<Vec<[Vec<f64>; 2]>>,
    /// Names of the uncertain quantities with their scores by draw.
    pub scores: Vec<(String, Vec<f64>)>,
}

impl Results {
    /// The leading world of a run.
    pub(super) fn of(experiment: &Experiment, outcomes: &Outcomes) -> Self {
        let periods = experiment.scenarios[0][0].calendar.periods().len();
        let column = |arm, metric, slice| outcomes.view(outcomes.column(arm, 0, metric, slice)).to_vec();
        let metrics = (0..experiment.arms.len()).map(|arm| {
            let of = |metric: &Metric| (0..=periods).map(|slice| column(arm, *metric, slice)).collect();
            Metric::ALL.iter().map(of).collect()
        });
        let hours = experiment.scenarios.iter().enumerate().map(|(arm, worlds)| {
            let of = |provider| {
                [ProviderStat::HoursAvailable, ProviderStat::HoursUsed].map(|stat| {
                    outcomes.view(outcomes.provider_column((arm, 0), provider, stat, periods)).to_vec()
                })
            };
            (0..worlds[0].providers.len()).map(of).collect()
        });
        let scores = outcomes.score_names().iter().enumerate();
        Self {
            periods,
            metrics: metrics.collect(),
            hours: hours.collect(),
            scores: scores.map(|(place, name)| (name.clone(), outcomes.scores(place).to_vec())).collect(),
        }
    }

    /// A metric of an arm in a period, by replication.
    pub fn slice(&self, arm: usize, metric: Metric, slice: usize) -> &[f64] {
        &self.metrics[arm][metric as usize][slice]
    }

    /// The total of a metric of an arm, by replication.
    pub fn total(&self, arm: usize, metric: Metric) -> &[f64] {
        self.slice(arm, metric, self.periods)
    }

    /// Every total of a metric, of all arms.
    pub(super) fn totals(&self, metric: Metric) -> impl Iterator<Item = f64> {
        (0..self.metrics.len()).flat_map(move |arm| self.total(arm, metric).iter().copied())
    }

    /// Every number of the metrics named, of all arms and periods.
    pub(super) fn numbers(&self, wanted: impl Fn(Metric) -> bool) -> impl Iterator<Item = f64> {
        let columns = self.metrics.iter().flat_map(move |metrics| {
            let kept: Vec<&Vec<Vec<f64>>> = metrics
                .iter()
                .zip(Metric::ALL)
                .filter(|(_, metric)| wanted(**metric))
                .map(|(c, _)| c)
                .collect();
            kept
        });
        columns.flatten().flatten().copied()
    }

    /// How many numbers of the metrics named differ from those of another run, in any bit.
    pub(super) fn differing(&self, other: &Self, wanted: impl Fn(Metric) -> bool + Copy) -> f64 {
        let (mine, theirs): (Vec<f64>, Vec<f64>) =
            (self.numbers(wanted).collect(), other.numbers(wanted).collect());
        let differ = mine.iter().zip(&theirs).filter(|(a, b)| a.to_bits() != b.to_bits()).count();
        (differ + mine.len().abs_diff(theirs.len())) as f64
    }

    /// The run of one arm alone.
    pub(super) fn arm(&self, arm: usize) -> Self {
        Self {
            periods: self.periods,
            metrics: vec![self.metrics[arm].clone()],
            hours: vec![self.hours[arm].clone()],
            scores: self.scores.clone(),
        }
    }

    /// The first replications.
    pub(super) fn first(&self, replications: usize) -> Self {
        let mut cut = self.clone();
        for column in cut.metrics.iter_mut().flatten().flatten() {
            column.truncate(replications);
        }
        cut
    }
}

/// Whether a metric is a sum over weeks, so that years add up to the total.
pub(super) const fn adds_up(metric: Metric) -> bool {
    !matches!(
        metric,
        Metric::YouthsWaitingYearEnd
            | Metric::YouthsInTreatmentYearEnd
            | Metric::WaitMeanWeeks
            | Metric::WaitP50Weeks
            | Metric::WaitP90Weeks
            | Metric::ShareWithinNorm
            | Metric::Utilisation
            | Metric::WeeksBoundShare
            | Metric::MunicipalReferralShare
    )
}
