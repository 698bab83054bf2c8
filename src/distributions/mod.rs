//! Distributions by the statements that a source makes: counts seen, a range, a mean and a spread.
//!
//! Enters: numbers of a scenario file. Leaves: a checked [`Law`], its exact quantile function, and a [`Table`]
//! that evaluates it in a few nanoseconds. Refuses to know: which quantity it describes, and where random
//! numbers come from.

mod incomplete;
mod law;
mod normal;
mod solver;
mod statement;
mod table;
mod trials;

pub use law::{Law, LawError, Support};
pub use normal::normal_score;
pub use table::Table;
pub use trials::beta_binomial;
