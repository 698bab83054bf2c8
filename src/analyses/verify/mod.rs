//! The self-checks of the model on somebody's own scenario.
//!
//! Variants of the scenario are run and compared: what is known to be equal must be equal, what is known to double must
//! double. Enters: an experiment and a [`Laboratory`]. Leaves: the [`Evidence`] of the runs, and what the checks find in
//! it. A check is a pure function of evidence, so that a test can plant a fault in a copy and want it caught. Refuses to
//! know: files, pages and words; what only those can tell comes in as counts ([`Told`]).

mod check;
mod dead;
mod evidence;
mod flow;
mod inputs;
mod interface;
mod laboratory;
mod money;
mod results;
mod uncertainty;
mod variants;
mod verified;

pub use check::{Bound, Check, Group, Verdict};
pub use dead::Unmoved;
pub use evidence::{Evidence, gather, judge, steps};
pub use flow::{Flow, Queue, Watched};
pub use inputs::{Counted, Inputs, Pair, Sampled};
pub use interface::{Interface, Told};
pub use laboratory::Laboratory;
pub use money::Money;
pub use results::Results;
pub use uncertainty::Uncertainty;
pub use verified::Verified;
