//! Where a policy pays back: the page, the figures, the charts.

mod charts;
mod council;
mod json;
mod page;
mod quotes;

pub(super) use council::council;
pub(super) use json::{Figures, figures, schema};
pub(super) use page::beside_run;
use quotes::Quotes;
pub use quotes::break_even;
