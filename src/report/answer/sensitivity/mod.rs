//! What moves the answer: the page, the figures, the tornado.

mod chart;
mod json;
mod page;
mod quotes;

pub(super) use json::schema;
pub use quotes::sensitivity;
