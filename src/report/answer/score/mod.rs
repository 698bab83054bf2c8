//! Whether an archived forecast comes true: the archive as it is found, the page, the figures, the charts.

mod archive;
mod chart;
mod json;
mod page;
mod quotes;

pub use archive::{Archive, Archived};
pub(super) use json::schema;
pub use quotes::score;
