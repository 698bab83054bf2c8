//! When real data will tell: the page, the figures, the chart.

mod chart;
mod council;
mod json;
mod page;
mod quotes;

pub(super) use council::council;
pub(super) use json::{Figures, figures, schema};
pub(super) use page::beside_run;
pub use quotes::monitor;
