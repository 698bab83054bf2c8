//! What a forecast asks of a run that is too long to keep: each block of replications is taken in and dropped.
//!
//! Enters: blocks of replications, each as [`Runs`](super::Runs). Leaves: a [`Forecast`](super::Forecast), with a bound on how far
//! quantiles are off. Refuses to know: in which order blocks come, and who played them. Everything that is kept is a whole number,
//! so parts of a run add up to the same bits however it was cut; the bins of counts come from the first block of the run,
//! which whoever plays a part plays too.

mod choice;
mod kept;
mod told;

pub use kept::{BLOCK_DRAWS, Digest, Leaf};
