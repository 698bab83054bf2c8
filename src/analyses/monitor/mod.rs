//! When real data will tell: what quarterly registration is expected to show, quarter by quarter, before it is there.
//!
//! Every draw in every world is a hypothesis of equal weight. All take turns at being the truth: its own luck makes what
//! would be registered, and hypotheses whose registration points alike tell how likely it then is that it pays back.

mod evidence;
mod posterior;
mod question;
mod rule;
mod verdicts;

pub use question::{Monitor, MonitorPlan, RegisteredPlan, by_quarter, monitor};
pub use rule::StopRule;
pub use verdicts::{Register, Verdicts};
