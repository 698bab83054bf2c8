//! A sentence chosen and its gaps filled, not yet in any language.

use crate::report::wording::{Value, Wording};
use crate::scenario::{Shape, as_written};

/// What is said of a fault: the sentence, what fills it, and the sentence that helps.
pub(super) struct Told {
    id: &'static str,
    help: Option<&'static str>,
    gaps: Vec<(&'static str, Gap)>,
}

/// What fills a gap.
enum Gap {
    /// Text as it is.
    Text(String),
    /// A count that may choose between singular and plural.
    Count(u64),
    /// A sentence of the catalogue.
    Word(&'static str),
}

impl Told {
    pub(super) const fn new(id: &'static str) -> Self {
        Self { id, help: None, gaps: Vec::new() }
    }

    /// Fills a gap with text that may come from a file: cut to a readable length, controls made visible.
    pub(super) fn put(mut self, gap: &'static str, text: &str) -> Self {
        self.gaps.push((gap, Gap::Text(clean(text))));
        self
    }

    /// Fills a gap with what was found, or says that there was nothing.
    pub(super) fn found(self, gap: &'static str, text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() { self.word(gap, "found-nothing") } else { self.put(gap, text) }
    }

    /// Fills a gap with a list.
    pub(super) fn list<T: AsRef<str>>(mut self, gap: &'static str, items: &[T]) -> Self {
        let shown: Vec<String> = items.iter().take(12).map(|item| clean(item.as_ref())).collect();
        let more = if items.len() > shown.len() { ", …" } else { "" };
        self.gaps.push((gap, Gap::Text(shown.join(", ") + more)));
        self
    }

    /// Fills a gap with a number as a file writes it.
    pub(super) fn number(mut self, gap: &'static str, value: f64) -> Self {
        self.gaps.push((gap, Gap::Text(as_written(value))));
        self
    }

    /// Fills a gap with a count.
    pub(super) fn count(mut self, gap: &'static str, count: u64) -> Self {
        self.gaps.push((gap, Gap::Count(count)));
        self
    }

    /// Fills a gap with a sentence of the catalogue.
    pub(super) fn word(mut self, gap: &'static str, id: &'static str) -> Self {
        self.gaps.push((gap, Gap::Word(id)));
        self
    }

    /// Helps with a sentence.
    pub(super) const fn help(mut self, id: &'static str) -> Self {
        self.help = Some(id);
        self
    }

    /// Helps with the nearest thing that would have been right, if there is one.
    pub(super) fn nearest(self, nearest: Option<&String>) -> Self {
        match nearest {
            Some(nearest) => self.put("nearest", nearest).help("help-nearest"),
            None => self,
        }
    }

    pub(super) fn message(&self, wording: &Wording) -> String {
        self.fill(self.id, wording)
    }

    pub(super) fn advice(&self, wording: &Wording) -> Option<String> {
        self.help.map(|id| self.fill(id, wording))
    }

    fn fill(&self, id: &str, wording: &Wording) -> String {
        let gaps: Vec<(&str, Value<'_>)> = self
            .gaps
            .iter()
            .map(|(name, gap)| {
                let value = match gap {
                    Gap::Text(text) => Value::from(text),
                    Gap::Count(count) => Value::from(*count),
                    Gap::Word(id) => Value::from(wording.text(id)),
                };
                (*name, value)
            })
            .collect();
        wording.fill(id, &gaps)
    }
}

/// Text from a file, made harmless for a terminal.
pub(super) fn clean(text: &str) -> String {
    const MOST: usize = 120;
    let mut out = String::new();
    for (at, c) in text.chars().enumerate() {
        if at == MOST {
            out.push('…');
            break;
        }
        if c.is_control() || turns(c) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
    }
    out
}

/// Whether a character turns the direction of what follows it, so that a line reads otherwise than it is.
pub(super) const fn turns(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The sentence that names a kind of value.
pub(super) const fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "shape-text",
        Shape::Number => "shape-number",
        Shape::Whole => "shape-whole",
        Shape::Flag => "shape-flag",
        Shape::Date => "shape-date",
        Shape::Moment => "shape-moment",
        Shape::List => "shape-list",
        Shape::Texts => "shape-texts",
        Shape::Table => "shape-table",
        Shape::Tables => "shape-tables",
        Shape::Quantity => "shape-quantity",
        Shape::Shares => "shape-shares",
    }
}
