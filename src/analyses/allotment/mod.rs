//! The best use of a yearly amount.
//!
//! Enters: a search space and a [`Field`] that plays any allocation in every world. Leaves: the best allocations under
//! the constraints, what is traded for what, and how flat the optimum is. Refuses to know: how an allocation is played.
//!
//! Method: every allocation meets the same young people (common random numbers). A coarse grid is played with few
//! replications; the neighbourhood of the best is played in steps of half and a quarter of the grid; what is clearly
//! worse drops out; the finalists are played with all replications (successive halving, Karnin, Koren and Somekh
//! (2013), Almost optimal exploration in multi-armed bandits).

mod judged;
mod outcome;
mod search;
mod steps;

pub use judged::{Bands, Field, Judged, Played, Rules};
pub use outcome::Allotment;
pub use search::{BestUse, Kept, Verdict, allot};
pub use steps::paper_grid;
