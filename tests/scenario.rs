//! Scenario files: what is refused and how that is told, what is doubted, layers, round trips, documents.
//!
//! Every invalid scenario is made by patching one key of a valid one, so that a test fails for its own reason.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what went wrong by stopping there; clippy excuses only the test functions themselves"
)]

#[path = "scenario/bench.rs"]
mod bench;
#[path = "scenario/budget.rs"]
mod budget;
#[path = "scenario/disk.rs"]
mod disk;
#[path = "scenario/documents.rs"]
mod documents;
#[path = "scenario/faults.rs"]
mod faults;
#[path = "scenario/layers.rs"]
mod layers;
#[path = "scenario/ledger.rs"]
mod ledger;
#[path = "scenario/properties.rs"]
mod properties;
