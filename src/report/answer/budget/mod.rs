//! The best use of a yearly amount: the page, the figures, the chart.

mod charts;
mod json;
mod page;
mod quotes;

pub(super) use json::schema;
pub use quotes::budget;
use quotes::{Quotes, number};
