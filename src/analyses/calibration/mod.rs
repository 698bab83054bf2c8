//! What was registered, and what it teaches about the quantities that nobody measured.
//!
//! A scenario is simulated forward many times over its prior uncertainty. A replication weighs as much as what was registered
//! is likely given what it came to, and the weighted draws are the posterior. Enters: an experiment, its outcomes and the
//! [`Evidence`]. Leaves: prior and posterior side by side, checks of the posterior, and the weighted draws. Refuses to know:
//! files, words.

mod answer;
mod evidence;
mod forward;
mod predictive;
mod quantities;
mod shares;
mod simulated;

pub use answer::{Calibration, LEAST_EFFECTIVE, Ridge, Verdict, calibrate};
pub use evidence::{Evidence, EvidencePeriod};
pub use forward::{ForwardFault, eve, forward, forward_ledger};
pub use predictive::{Checked, Hidden};
pub use quantities::{LearntQuantity, Summary, Topic};
pub use simulated::{Compared, Simulated, Term, by_draw, crossed, terms};
