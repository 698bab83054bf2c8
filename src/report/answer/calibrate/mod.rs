//! What the registration teaches: the page, the figures, the chart.

mod chart;
mod json;
mod page;
mod quotes;

pub(super) use json::schema;
pub use quotes::calibrate;
pub(super) use quotes::{form_of_metric, named};
