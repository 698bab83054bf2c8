//! What must hold of every run, whatever the numbers in the files.
//!
//! Nothing here is random but the seeds and patches written down, so a correct program never fails.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on ends there")]

#[path = "engine/mod.rs"]
mod engine;
#[path = "engine/layers.rs"]
mod layers;

#[path = "properties/arms.rs"]
mod arms;
#[path = "properties/capacity.rs"]
mod capacity;
#[path = "properties/money.rs"]
mod money;
#[path = "properties/numbers.rs"]
mod numbers;
#[path = "properties/weeks.rs"]
mod weeks;
