//! Distributions by the statements that a source makes: counts seen, a range, a mean and a spread.
//!
//! Enters: numbers of a scenario file. Leaves: a checked [`Law`], its exact quantile function, and a [`Table`]
//! that evaluates it in a few nanoseconds. Refuses to know: which quantity it describes, and where random
//! numbers come from.

mod law;

pub use law::{Law, LawError, Support};
