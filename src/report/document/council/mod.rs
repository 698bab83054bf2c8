//! The summary for the gemeenteraad: its questions, in its order, in plain words.
//!
//! Enters: a [`Forecast`](crate::analyses::Forecast) and the catalogue of sentences. Leaves: a
//! [`Document`](super::Document). Refuses to know: how a page is made. Groups of fewer than five young people are
//! not told.

mod account;
mod asked;
mod avoidance;
mod choices;
mod exactness;
mod flows;
mod options;
mod proposal;
mod queue;
mod referrers;
mod risks;
mod sources;
mod summary;
mod unknown;
mod years;

pub use summary::council;
