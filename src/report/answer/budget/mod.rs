//! The best use of a yearly amount: the page, the figures, the chart.

mod charts;
mod council;
mod json;
mod page;
mod quotes;

pub(super) use council::council;
pub(super) use json::{Figures, figures, schema};
pub use quotes::budget;
use quotes::{Quotes, number};
