//! How exact the answer of a run is so far.

use super::Runs;
use super::bands::Subject;
use crate::engine::Metric;
use crate::scenario::Experiment;
use crate::statistics::{Band, LEVELS, Scratch, band};

/// The levels of which the error counts beside that of the mean.
const TOLD: [f64; 2] = [0.10, 0.90];

/// The largest error that counts, and what it is the error of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LargestError {
    /// The arm: its net saving less that of the base, or that of the base when it is alone.
    pub arm: usize,
    /// The level of the quantile; `None` for the mean.
    pub level: Option<f64>,
    /// The Monte Carlo standard error, EUR; infinite while it is not known.
    pub error: f64,
}

impl LargestError {
    /// About how many replications bring it down to `wanted`, where it was found with `replications`: an error falls with the
    /// square root of their number. Infinite while it is not known.
    ///
    /// # Example
    /// ```
    /// use sim::analyses::LargestError;
    /// let found = LargestError { arm: 1, level: None, error: 300.0 };
    /// assert_eq!(found.replications(100.0, 2_000), 18_000.0);
    /// ```
    pub fn replications(&self, wanted: f64, replications: usize) -> f64 {
        replications as f64 * (self.error / wanted).powi(2)
    }
}

/// The largest Monte Carlo standard error of the mean and of P10 and P90 of the net saving over the whole forecast in
/// the leading world: of every arm less the base, or of the base when it is alone.
pub fn largest_error(experiment: &Experiment, runs: &dyn Runs) -> LargestError {
    let total = experiment.scenarios[0][0].calendar.periods().len();
    let mut scratch = Scratch::default();
    largest_of(experiment.arms.len(), |subject| {
        band(&subject.column(runs, 0, Metric::NetSaving, total), &mut scratch)
    })
}

/// The largest of the errors that count in the bands of so many arms.
pub(super) fn largest_of(arms: usize, mut band_of: impl FnMut(Subject) -> Option<Band>) -> LargestError {
    let asked = usize::from(arms > 1)..arms;
    let errors = asked.flat_map(|arm| {
        let band = band_of(Subject::asked(arm));
        let at = |level, error: Option<f64>| LargestError {
            arm,
            level,
            error: error.filter(|error| !error.is_nan()).unwrap_or(f64::INFINITY),
        };
        let mut all = vec![at(None, band.as_ref().and_then(|band| band.mc_se))];
        for (place, level) in LEVELS.iter().enumerate().filter(|(_, level)| TOLD.contains(level)) {
            all.push(at(Some(*level), band.as_ref().and_then(|band| band.quantile_mc_se[place])));
        }
        all
    });
    // Of equal errors the first: the mean before the quantiles.
    errors.reduce(|most, next| if next.error > most.error { next } else { most }).unwrap_or(LargestError {
        arm: 0,
        level: None,
        error: f64::INFINITY,
    })
}
