//! What a reader sees: the terminal page, files, faults, all wording and all number formats.
//!
//! Enters: answers and faults as plain values. Leaves: text and files. Refuses to know: how a figure was computed;
//! a writer computes nothing.

pub mod answer;
pub mod bands_csv;
pub mod chart;
pub mod document;
pub mod faults;
pub mod html;
pub mod manifest;
pub mod number;
pub mod part;
#[cfg(feature = "command")]
pub mod pdf;
pub mod region_part;
pub mod replications;
pub mod shard;
pub mod summary;
pub mod terminal;
pub mod wording;
pub mod xlsx;

mod kind;
mod registration_schema;
mod resolved;
mod safe;
mod schema;
mod show;

pub use kind::{Report, Topic};
pub use registration_schema::registration_schema;
pub use resolved::resolved_toml;
pub use schema::scenario_schema;
pub use show::show;
