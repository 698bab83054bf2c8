//! Which of several policies is best: the page, the figures, the charts.

mod charts;
mod json;
mod page;
mod quotes;

pub(super) use json::schema;
use quotes::Quotes;
pub use quotes::compare;
