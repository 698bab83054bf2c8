//! From a document to the bytes of a PDF.

use std::io::{self, Write};
use std::panic::resume_unwind;
use std::thread::{self, Builder};

use rayon::ThreadPoolBuilder;
use thiserror::Error;
use typst::diag::{SourceDiagnostic, Warned};
use typst::ecow::EcoVec;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::fonts::Fonts;
use super::manuscript::Manuscript;
use super::press::Press;
use crate::report::document::Document;
use crate::report::wording::Wording;

/// Stack of the thread that sets the page: typst nests deeply, more so where it is not optimised.
const STACK_BYTES: usize = 64 << 20;
/// The day that stands in the file as that of its making: an archive wants one, and the moment of a run would give
/// other bytes each time. It is the day of this version of the layout.
const DATED: (i32, u8, u8) = (2026, 11, 21);

/// Why a document did not become a PDF.
#[derive(Debug, Error)]
pub enum PdfFault {
    /// No thread could be had to set the page on.
    #[error("no thread to set the page on: {0}")]
    Thread(io::Error),
    /// The document could not be put into words for the template.
    #[error("the text of the page: {0}")]
    Manuscript(#[from] serde_json::Error),
    /// The page could not be set, or does not keep to the standards.
    #[error("the page: {0}")]
    Page(String),
}

/// Writes a document as `samenvatting.pdf`.
///
/// # Errors
/// [`PdfFault`] within an [`io::Error`] when the page cannot be set, and whatever `to` fails with.
pub fn write(document: &Document, wording: &Wording, to: &mut impl Write) -> io::Result<()> {
    let bytes = typeset(document, wording).map_err(io::Error::other)?;
    to.write_all(&bytes)
}

/// The bytes of the PDF, made on a thread of their own, for which the caller waits: a run keeps to its number of threads.
fn typeset(document: &Document, wording: &Wording) -> Result<Vec<u8>, PdfFault> {
    let fonts = Fonts::new();
    let manuscript = serde_json::to_string(&Manuscript::new(document, wording, &fonts))?;
    thread::scope(|scope| {
        let work = || {
            // typst hands work to the pool that it finds itself in; this thread is all of it.
            let alone = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build();
            alone
                .map_err(|fault| PdfFault::Thread(io::Error::other(fault)))?
                .install(|| print(&fonts, manuscript))
        };
        let thread =
            Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work).map_err(PdfFault::Thread)?;
        thread.join().unwrap_or_else(|panic| resume_unwind(panic))
    })
}

fn print(fonts: &Fonts, manuscript: String) -> Result<Vec<u8>, PdfFault> {
    let nameless = || PdfFault::Page("the template has no name".to_owned());
    let press = Press::new(fonts, manuscript).ok_or_else(nameless)?;
    let Warned { output, warnings: _ } = typst::compile::<PagedDocument>(&press);
    let pages = output.map_err(|faults| told(&faults))?;
    let bytes = typst_pdf::pdf(&pages, &options()?).map_err(|faults| told(&faults))?;
    // What typst remembers of this document is of no use to the next.
    typst::comemo::evict(0);
    Ok(bytes)
}

fn options() -> Result<PdfOptions, PdfFault> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|fault| PdfFault::Page(fault.message().to_string()))?;
    let (year, month, day) = DATED;
    Ok(PdfOptions {
        creator: Smart::Custom(Some(format!("sim {}", env!("CARGO_PKG_VERSION")))),
        timestamp: Datetime::from_ymd_hms(year, month, day, 0, 0, 0).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    })
}

/// All that typst found, in one line.
fn told(faults: &EcoVec<SourceDiagnostic>) -> PdfFault {
    let messages: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    PdfFault::Page(messages.join("; "))
}
