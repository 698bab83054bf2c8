//! The document as a PDF for the archive: tagged, accessible (PDF/UA-1) and made to be kept (PDF/A-2a).
//!
//! Enters: a [`Document`](super::document::Document) and the catalogue of sentences. Leaves: the bytes of
//! `samenvatting.pdf`, the same for the same document. Refuses to know: figures, the clock, the fonts of this
//! computer.
//!
//! The page is set by typst from one fixed template. What a document says reaches the template as data
//! (`manuscript`), never as source, so nothing that stands in a scenario file can be read as markup.

mod fonts;
mod manuscript;
mod press;
mod writer;

pub use writer::{PdfFault, write};
