//! What was registered, and what it teaches about the quantities that nobody measured.

mod evidence;

pub use evidence::{Evidence, EvidencePeriod};
