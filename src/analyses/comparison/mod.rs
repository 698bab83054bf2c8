//! Which of several policies is best, and why two of them differ.
//!
//! Enters: an experiment and what every replication of it came to. Leaves: per policy and world what it brings for
//! its money, how often it is the best and what is missed by choosing it. Refuses to know: where the policies come
//! from.

mod contest;
mod explanation;

pub use contest::{Comparison, Contender, Dominance, Standing, compare};
pub use explanation::{Explanation, MOST_PARTS, Mixes, Share, Step, explain};
