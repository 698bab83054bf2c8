//! How long the steps of a run take.

use std::time::Instant;

/// Seconds per step, in order.
#[derive(Debug)]
pub(super) struct Stopwatch {
    since: Instant,
    laps: Vec<(&'static str, f64)>,
}

impl Stopwatch {
    /// Starts with the first step.
    pub(super) fn start() -> Self {
        Self { since: Instant::now(), laps: Vec::new() }
    }

    /// A step is done, the next begins.
    pub(super) fn lap(&mut self, step: &'static str) {
        self.laps.push((step, self.since.elapsed().as_secs_f64()));
        self.since = Instant::now();
    }

    /// The steps that are done.
    pub(super) fn laps(&self) -> &[(&'static str, f64)] {
        &self.laps
    }
}
