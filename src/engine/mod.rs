//! One arm played over a cohort, week by week, and the pool that does so for all replications.
//!
//! Enters: an [`Experiment`](crate::scenario::Experiment), a seed and a number of replications. Leaves: the
//! metrics of every replication, and counts of the queue by week. Refuses to know: files, the terminal, and what
//! the metrics are worth to a reader.

mod awareness;
mod blocks;
mod branch;
mod care_span;
mod contract;
mod counters;
mod counts;
mod desk;
mod desks;
mod ending;
mod frame;
mod hand_over;
mod journal;
mod lines;
mod metric;
mod money;
mod outcomes;
mod plan;
mod play;
mod pool;
mod price_index;
mod prices;
mod provider_plan;
mod referrals;
mod setup;
mod tally;
mod track;
mod waiting_list;
mod watch;
mod week;
mod witness;
mod worker;

pub use metric::{Metric, MetricUnit};
pub use outcomes::{Column, Outcomes, ProviderStat, Route};
pub use pool::{Counted, RunError, RunPlan, Simulation, Stretch, run, run_design};
pub use watch::{Seen, watch, watch_each};
pub use witness::{WeekEnd, Witness};
