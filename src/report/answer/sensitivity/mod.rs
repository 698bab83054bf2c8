//! What moves the answer: the page, the figures, the tornado.

mod chart;
mod council;
mod json;
mod page;
mod quotes;

pub(super) use council::council;
pub(super) use json::{Figures, figures, schema};
pub use quotes::sensitivity;
