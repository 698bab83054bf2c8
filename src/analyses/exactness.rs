//! How exact the answer of a run is so far.

use super::Runs;
use super::bands::Subject;
use crate::engine::Metric;
use crate::scenario::Experiment;
use crate::statistics::{Band, LEVELS, Scratch, band};

/// The levels of which the error counts beside that of the mean.
const TOLD: [f64; 2] = [0.10, 0.90];

/// The largest Monte Carlo standard error, EUR, of the mean and of P10 and P90 of the net saving over the whole forecast in
/// the leading world: of every arm less the base, or of the base when it is alone. Infinite while an error is not known.
pub fn largest_error(experiment: &Experiment, runs: &dyn Runs) -> f64 {
    let (arms, total) = (experiment.arms.len(), experiment.scenarios[0][0].calendar.periods().len());
    let subjects = (1..arms).map(Subject::Difference);
    let subjects: Vec<Subject> = if arms > 1 { subjects.collect() } else { vec![Subject::Arm(0)] };
    let mut scratch = Scratch::default();
    let bands = subjects
        .into_iter()
        .map(|subject| band(&subject.column(runs, 0, Metric::NetSaving, total), &mut scratch));
    largest_of(bands)
}

/// The largest of the errors that count in some bands.
pub(super) fn largest_of(bands: impl Iterator<Item = Option<Band>>) -> f64 {
    let errors = bands.flat_map(|band| {
        let quantiles = LEVELS.iter().enumerate().filter(|(_, level)| TOLD.contains(level));
        let of_quantile = |place: usize| band.as_ref().and_then(|band| band.quantile_mc_se[place]);
        let mean = band.as_ref().and_then(|band| band.mc_se);
        quantiles.map(|(place, _)| of_quantile(place)).chain([mean]).collect::<Vec<_>>()
    });
    errors.fold(0.0, |most, error| error.map_or(f64::INFINITY, |error| most.max(error)))
}
