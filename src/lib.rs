//! Monte Carlo policy simulation of youth mental-health support workers (praktijkondersteuners jeugd, POJ).
//!
//! A scenario file walks through the rooms below from top to bottom and leaves as a forecast. A room may use
//! the rooms above it, never one below it; `tests/architecture.rs` holds it to that.

pub mod units;

pub mod random;

pub mod distributions;

pub mod scenario;

pub mod parameters;

pub mod cohort;

pub mod engine;

pub mod statistics;

pub mod analyses;

pub mod report;

#[cfg(feature = "command")]
pub mod cli;
