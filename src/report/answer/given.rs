//! An answer and its files, and the schema of its file of figures.

use std::io;

use serde::Serialize;

use super::{
    backtest, break_even, budget, calibrate, compare, monitor, region, score, sensitivity, value, verify,
};
use crate::report::chart::{Ink, Look, Size, svg};
use crate::report::document::{Chart, Document};
use crate::report::number::Numbers;
use crate::report::summary::Layout;
use crate::report::wording::Wording;

/// The questions, by their commands; their files are named after them.
pub const ANSWERS: [&str; 11] = [
    "compare",
    "break-even",
    "budget",
    "sensitivity",
    "value",
    "monitor",
    "verify",
    "score",
    "region",
    "calibrate",
    "backtest",
];

/// The version of the format of the files of figures.
pub(super) const FORMAT_VERSION: u32 = 1;

/// An answer, ready to be shown and kept.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What is said.
    pub document: Document,
    /// What is drawn, each with the name of its file without ending.
    pub charts: Vec<(&'static str, Chart)>,
    /// The file of figures.
    pub json: String,
    /// What it hands to a run.
    pub product: Option<Product>,
    /// Files that came elsewhere with it: where each is, and the id of what it is.
    pub beside: Vec<(String, &'static str)>,
}

/// A file that a run can take: a scenario that is proposed, or weighted draws. Its name and its text.
pub type Product = (&'static str, String);

impl Answer {
    /// The files of the answer to a question: its figures, its charts, what it hands to a run.
    pub fn files(&self, question: &str, wording: &Wording) -> Vec<(String, Vec<u8>)> {
        let numbers = Numbers::new(wording.language());
        let look = Look { ink: Ink::File, size: Size::Wide, titled: true };
        let charts = self
            .charts
            .iter()
            .map(|(name, chart)| (format!("{name}.svg"), svg(chart, &numbers, look).into_bytes()));
        let product = self.product.iter().map(|(name, text)| ((*name).to_owned(), text.clone().into_bytes()));
        std::iter::once((format!("{question}.json"), self.json.clone().into_bytes()))
            .chain(charts)
            .chain(product)
            .collect()
    }
}

/// The JSON Schema of the file of figures of a question, as committed in `docs/<question>.schema.json`.
///
/// # Errors
/// When it cannot be written as JSON, which would be a fault of this program.
pub fn schema(question: &str) -> Result<String, serde_json::Error> {
    let schema = match question {
        "break-even" => break_even::schema(),
        "budget" => budget::schema(),
        "sensitivity" => sensitivity::schema(),
        "value" => value::schema(),
        "monitor" => monitor::schema(),
        "verify" => verify::schema(),
        "calibrate" => calibrate::schema(),
        "backtest" => backtest::schema(),
        "score" => score::schema(),
        "region" => region::schema(),
        _ => compare::schema(),
    };
    serde_json::to_string_pretty(&schema).map(|text| text + "\n")
}

/// A file of figures as text.
pub(super) fn json(figures: &impl Serialize) -> io::Result<String> {
    let mut text = Vec::new();
    figures.serialize(&mut serde_json::Serializer::with_formatter(&mut text, Layout::default()))?;
    text.push(b'\n');
    Ok(String::from_utf8_lossy(&text).into_owned())
}
