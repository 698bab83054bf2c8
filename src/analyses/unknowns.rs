//! What we do not know that matters: how much of the variance of the answer each uncertain quantity explains, and
//! how far its value can be trusted.

use rayon::prelude::*;

use super::Runs;
use super::bands::Subject;
use super::inputs::provenance;
use crate::engine::Metric;
use crate::scenario::{Grade, Provenance, Scenario};
use crate::statistics::Ranking;

/// One uncertain quantity of an arm in the leading world.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// The dotted key.
    pub key: String,
    /// Where its value comes from; `None` when no file states it.
    pub provenance: Option<Provenance>,
    /// First-order share of the variance of the (extra) net saving over the draws.
    pub on_net: Option<f64>,
    /// First-order share of the variance of the (change in the) mean wait over the draws.
    pub on_wait: Option<f64>,
    /// `on_net` times the weight of the grade: the order of the list, with no meaning beyond that.
    pub attention: f64,
}

/// How much a grade asks for attention: what nobody has counts in full, what was counted hardly.
///
/// A choice of ours that orders a list and enters no other figure.
pub(super) const fn weight(grade: Grade) -> f64 {
    match grade {
        Grade::Unknown => 1.0,
        Grade::Conflicting => 0.8,
        Grade::Assumed => 0.7,
        Grade::Derived => 0.4,
        Grade::Measured => 0.2,
    }
}

/// The uncertain quantities in order of attention.
pub(super) fn unknowns(
    runs: &dyn Runs,
    subject: Subject,
    scores: &[(String, Ranking)],
    scenario: &Scenario,
    periods: usize,
) -> Vec<Unknown> {
    let [net, wait] = RESULTS.map(|metric| draw_means(&subject.column(runs, 0, metric, periods)));
    let index = |(key, ranking): &(String, Ranking)| {
        (key.clone(), [ranking.first_order(&net), ranking.first_order(&wait)])
    };
    ordered(scenario, scores.par_iter().map(index).collect())
}

/// What the quantities explain something of: the (extra) net saving and the (change in the) mean wait.
pub(super) const RESULTS: [Metric; 2] = [Metric::NetSaving, Metric::WaitMeanWeeks];

/// Quantities with what each explains of the [`RESULTS`], in order of attention; of equal ones the more important for the wait
/// first, then by key.
pub(super) fn ordered(scenario: &Scenario, indices: Vec<(String, [Option<f64>; 2])>) -> Vec<Unknown> {
    let of = |(key, [on_net, on_wait]): (String, [Option<f64>; 2])| {
        let provenance = provenance(scenario, &key).cloned();
        let trust = provenance.as_ref().map_or(1.0, |provenance| weight(provenance.grade));
        Unknown { key, on_net, on_wait, attention: on_net.unwrap_or(0.0) * trust, provenance }
    };
    let mut all: Vec<Unknown> = indices.into_iter().map(of).collect();
    all.sort_by(|a, b| {
        let by_wait = || b.on_wait.unwrap_or(0.0).total_cmp(&a.on_wait.unwrap_or(0.0));
        b.attention.total_cmp(&a.attention).then_with(by_wait).then_with(|| a.key.cmp(&b.key))
    });
    all
}

/// The mean of the two replications of each draw; NaN when either is undefined.
pub(super) fn draw_means(values: &[f64]) -> Vec<f64> {
    values.chunks(2).map(|pair| pair.iter().sum::<f64>() / pair.len() as f64).collect()
}
