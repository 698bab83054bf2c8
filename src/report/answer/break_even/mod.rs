//! Where a policy pays back: the page, the figures, the charts.

mod charts;
mod json;
mod page;
mod quotes;

pub(super) use json::schema;
use quotes::Quotes;
pub use quotes::break_even;
