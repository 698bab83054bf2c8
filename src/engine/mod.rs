//! One arm played over a cohort, week by week, and the pool that does so for all replications.
//!
//! Enters: an [`Experiment`](crate::scenario::Experiment), a seed and a number of replications. Leaves: the
//! metrics of every replication, and counts of the queue by week. Refuses to know: files, the terminal, and what
//! the metrics are worth to a reader.

mod metric;

pub use metric::{Metric, MetricUnit};
