//! What every replication came to, as the analyses and the writers ask for it.

use crate::engine::{Metric, Outcomes, ProviderStat, Route};

/// The draws of one uncertain quantity, as standard normal scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// The dotted key.
    pub key: String,
    /// One score per draw.
    pub values: Vec<f64>,
}

/// The outcomes of all replications.
///
/// A slice is a reporting period by its index, or the total when it equals the number of periods. Every column is
/// in replication order, replications `2d` and `2d + 1` being those of draw `d`; NaN stands for undefined in that
/// replication. The engine's outcomes are one; a test may make its own.
pub trait Runs: Sync {
    /// How many replications there are.
    fn replications(&self) -> usize;
    /// One metric of an arm in a world over each of the slices, one column per slice: the columns lie side by side, so
    /// they are asked for together.
    fn metric(&self, at: (usize, usize), metric: Metric, slices: &[usize]) -> Vec<Vec<f64>>;
    /// The first world in which everything but the euros of an arm is the same; the world itself unless told otherwise.
    fn twin(&self, (_, world): (usize, usize)) -> usize {
        world
    }
    /// Hours of one provider of an arm in a world over one slice, replacing what `into` holds.
    fn provider(&self, at: (usize, usize), which: (usize, ProviderStat), slice: usize, into: &mut Vec<f64>);
    /// Cost under a ceiling less its limit, EUR, above nought when broken; the total is the worst period.
    fn ceiling(&self, at: (usize, usize), ceiling: usize, slice: usize, into: &mut Vec<f64>);
    /// How many replications have how many young people waiting at the end of a week of the forecast.
    fn queue(&self, at: (usize, usize), week: usize) -> &[u32];
    /// How many replications have how many starts of specialised care in a calendar month of the forecast.
    fn starts(&self, at: (usize, usize), month: usize, route: Route) -> &[u32];
    /// The uncertain quantities of the leading world.
    fn scores(&self) -> Vec<Scores>;
}

impl Runs for Outcomes {
    fn replications(&self) -> usize {
        Self::replications(self)
    }

    fn metric(&self, (arm, world): (usize, usize), metric: Metric, slices: &[usize]) -> Vec<Vec<f64>> {
        let columns: Vec<_> = slices.iter().map(|slice| self.column(arm, world, metric, *slice)).collect();
        self.gather_all(&columns)
    }

    fn twin(&self, (arm, world): (usize, usize)) -> usize {
        Self::twin(self, arm, world)
    }

    fn provider(
        &self,
        at: (usize, usize),
        (provider, stat): (usize, ProviderStat),
        slice: usize,
        into: &mut Vec<f64>,
    ) {
        self.gather(self.provider_column(at, provider, stat, slice), into);
    }

    fn ceiling(&self, at: (usize, usize), ceiling: usize, slice: usize, into: &mut Vec<f64>) {
        self.gather(self.ceiling_column(at, ceiling, slice), into);
    }

    fn queue(&self, (arm, world): (usize, usize), week: usize) -> &[u32] {
        self.queue_counts(arm, world, week)
    }

    fn starts(&self, at: (usize, usize), month: usize, route: Route) -> &[u32] {
        self.starts_counts(at, month, route)
    }

    fn scores(&self) -> Vec<Scores> {
        let quantities = self.score_names().iter().enumerate();
        quantities
            .map(|(index, key)| Scores { key: key.clone(), values: self.scores(index).to_vec() })
            .collect()
    }
}
