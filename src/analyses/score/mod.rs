//! An archived forecast held against what was registered: figure by figure, and all together with a rule that says when the
//! forecast needs revising.
//!
//! Enters: the archived scenario, played again by quarter, and the ledger. Leaves: per quarter and figure where it fell, how
//! far off the forecast was, and on every day of registration whether the whole still fits. Refuses to know: files.

mod counted;
mod rule;
mod scored;
mod simulated;

pub use counted::Counted;
pub use rule::{ALARM_RATE, Gauge};
pub use scored::{Judged, Looked, Score, ScoredQuarter, score};
pub use simulated::{Simulated, simulate};
