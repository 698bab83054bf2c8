//! A made-up region: municipalities of unequal size out of one scenario, and what they come to together.
//!
//! Enters: a seed and a number of municipalities; later, one by one, what the replications of each came to. Leaves: their
//! sizes and seeds, and the sums over all of them. Refuses to know: files, and any municipality that exists.

mod municipalities;
mod total;

pub use municipalities::{Municipality, SPREAD, municipalities};
pub use total::{ADDED, Adder, Extra, Local, Region, SizeGroup, extra};
