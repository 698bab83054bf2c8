//! Which of several policies is best: the page, the figures, the charts.

mod charts;
mod council;
mod json;
mod page;
mod quotes;

pub(super) use council::council;
pub(super) use json::{Figures, figures, schema};
use quotes::Quotes;
pub use quotes::compare;
