//! A forecast of what is past: the page, the figures, the chart.

mod chart;
mod json;
mod page;
mod quotes;

pub(super) use json::schema;
pub use quotes::backtest;
