//! Bands, probabilities and their Monte Carlo error.
//!
//! Enters: one number per replication, two replications to a draw. Leaves: means, quantiles, probabilities, each
//! with its standard error, and the split of the variance into ignorance and luck. Refuses to know: what the
//! numbers mean.
//!
//! A NaN stands for "undefined in this replication" and is left out. Every sum runs in a fixed order.

mod band;
mod batches;
mod buckets;
mod crossing;
mod estimate;
mod explained;
mod fixed;
mod grid;
mod histogram;
mod information;
mod kept;
mod mean;
mod moments;
mod quantiles;
mod regression;
mod sensitivity;
mod sketch;
mod sobol;
mod weighted;

pub use band::{Band, Scratch, band};
pub use crossing::crossing;
pub use estimate::{Estimate, mean, probability, ratio};
pub use explained::{Explained, ScoreBins};
pub use histogram::{HistogramBand, histogram_band};
pub use information::{Payoffs, best};
pub use kept::{Chance, Histogram, Kept, Numbers};
pub use mean::Mean;
pub use quantiles::LEVELS;
pub use regression::{KNOTS, Smoothed, Spline, smooth};
pub use sensitivity::{Ranking, by_chance, first_order};
pub use sketch::{Sketch, Tally};
pub use sobol::{Index, Indices, jackknife, pick_freeze};
pub use weighted::{Sample, correlation, effective};
