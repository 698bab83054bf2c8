//! Whether what was registered looks like what is expected after learning, and what the registration does not show.

use super::evidence::Evidence;
use super::quantities::Summary;
use super::simulated::{Compared, Simulated, Term};
use crate::analyses::Runs;
use crate::engine::Metric;
use crate::random::REPLICATIONS_PER_DRAW;
use crate::scenario::Calendar;
use crate::statistics::{Estimate, Sample};

/// A registered number beside what is expected after learning, with new luck.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// What it is, as files name it.
    pub name: &'static str,
    /// The label of the period; `None` for all together.
    pub period: Option<String>,
    /// What was registered.
    pub observed: f64,
    /// P5, P50 and P95 of what is expected.
    pub expected: [Estimate; 3],
    /// The share of what is expected that lies below what was registered.
    pub below: Estimate,
    /// Whether it was learnt from.
    pub learnt_from: bool,
}

impl Checked {
    /// Whether it lies where nine in ten are expected.
    pub fn is_expected(&self) -> bool {
        self.observed >= self.expected[0].value && self.observed <= self.expected[2].value
    }

    fn new(name: &'static str, (period, observed): (Option<&str>, f64), sample: &Sample) -> Option<Self> {
        let [low, middle, high] = [0.05, 0.5, 0.95].map(|level| sample.quantile(level));
        Some(Self {
            name,
            period: period.map(str::to_owned),
            observed,
            expected: [low?, middle?, high?],
            below: sample.pit(observed)?,
            learnt_from: false,
        })
    }
}

/// Everything that was registered, held against what is expected after learning.
///
/// Each replication is weighed by the other of its draw, so that it never judges itself.
pub(super) fn checks(
    runs: &dyn Runs,
    (evidence, calendar): (&Evidence, &Calendar),
    (terms, simulated): (&[Term], &Simulated),
    crossed: &[f64],
) -> Vec<Checked> {
    let sample = |column: &[f64]| Sample::new(column, crossed, REPLICATIONS_PER_DRAW);
    let mut all: Vec<Checked> = terms
        .iter()
        .enumerate()
        .filter_map(|(place, term)| {
            let at = (term.period.as_deref(), term.observed);
            let checked = Checked::new(term.compared.name(), at, &sample(simulated.column(place)))?;
            Some(Checked { learnt_from: true, ..checked })
        })
        .collect();
    for period in &evidence.periods {
        let Some(slice) = calendar.periods().iter().position(|known| known.from == period.from) else {
            continue;
        };
        let read = |metric| runs.metric((0, 0), metric, &[slice]).swap_remove(0);
        let Some([positive, escalated, unknown]) = period.closed else { continue };
        let (dropped, lost) = (read(Metric::YouthsDroppedOut), read(Metric::YouthsOutcomeUnknown));
        let together: Vec<f64> = dropped.iter().zip(&lost).map(|(one, other)| one + other).collect();
        let counted = [
            ("youths_closed_positive", positive, read(Metric::YouthsClosedPositive)),
            ("youths_escalated", escalated, read(Metric::YouthsEscalated)),
            ("youths_outcome_unknown", unknown, together),
        ];
        all.extend(counted.into_iter().filter_map(|(name, count, column)| {
            Checked::new(name, (Some(&period.label), f64::from(count)), &sample(&column))
        }));
    }
    all
}

/// A result of the last period that nobody registered, before and after learning.
#[derive(Clone, Debug, PartialEq)]
pub struct Hidden {
    /// What it is.
    pub metric: Metric,
    /// Before.
    pub prior: Summary,
    /// After.
    pub posterior: Summary,
}

/// What nobody registered.
const HIDDEN: [Metric; 4] =
    [Metric::Utilisation, Metric::WeeksBoundShare, Metric::WaitMeanWeeks, Metric::YouthsLeftQueue];

/// What was not registered, of the last period that was, before and after learning.
pub(super) fn hidden(runs: &dyn Runs, terms: &[Term], likelihoods: &[f64]) -> Vec<Hidden> {
    let dated = terms.iter().filter(|term| term.compared != Compared::Conversations);
    let Some(slice) = dated.map(|term| term.slice).max() else { return Vec::new() };
    let of = |metric: Metric| {
        let column = runs.metric((0, 0), metric, &[slice]).swap_remove(0);
        let prior = Summary::new(&column, &vec![1.0; column.len()], REPLICATIONS_PER_DRAW)?;
        let posterior = Summary::new(&column, likelihoods, REPLICATIONS_PER_DRAW)?;
        Some(Hidden { metric, prior, posterior })
    };
    HIDDEN.into_iter().filter_map(of).collect()
}
