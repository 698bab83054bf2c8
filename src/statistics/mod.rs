//! Bands, probabilities and their Monte Carlo error.
//!
//! Enters: one number per replication, two replications to a draw. Leaves: means, quantiles, probabilities, each
//! with its standard error, and the split of the variance into ignorance and luck. Refuses to know: what the
//! numbers mean.
