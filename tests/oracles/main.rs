//! The engine against closed forms and against ledgers worked out by hand.
//!
//! No oracle uses the code that it judges: rates, seasons, Mondays, indices and chains are worked out here, from
//! `docs/model.md` alone.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on ends there")]

#[path = "../engine/mod.rs"]
mod engine;

mod awareness;
mod flow;
mod given;
mod indices;
mod information;
mod ledger;
mod money;
mod price_level;
mod queue;
mod staff;
