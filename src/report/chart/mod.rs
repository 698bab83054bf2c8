//! Charts as SVG that anyone can read: titled, described, labelled beside the line, told apart without colour.
//!
//! Enters: a [`Chart`](crate::report::document::Chart). Leaves: SVG text, the same bytes for the same chart, without
//! script, font or link. Refuses to know: what the figures mean; it scales and draws, and numbers are written by
//! [`report::number`](crate::report::number).

mod columns;
mod dots;
mod drawing;
mod frame;
mod ink;
mod labels;
mod lines;
mod plane;
mod rows;
mod scale;
mod svg;

pub use ink::{Ink, STYLE_DARK, STYLE_LIGHT};
pub use svg::{Look, Size, svg};
