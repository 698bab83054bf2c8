//! A document as one self-contained web page: no script, no font, no request; for screens, phones, paper and the dark.
//!
//! Enters: a [`Document`](super::document::Document) and the catalogue of sentences. Leaves: the same bytes for the
//! same document. Refuses to know: what the figures mean; the template escapes every text, and texts out of scenario
//! files are kept apart so that they cannot turn the direction of a line.

mod writer;

pub use writer::write;
