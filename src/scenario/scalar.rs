//! Reading single values: numbers, texts, dates, names.

use jiff::civil::Date;

use super::fault::{FaultKind, Shape, WarningKind, WordList};
use super::inputs::{Desk, Spot};
use super::keys::{Keys, nearest};
use super::number::{dutch, grouped};
use super::tree::{Content, Node, Table};

/// Longest title, purpose or source, in characters.
pub(super) const MOST_TEXT: usize = 300;
/// Longest name of a provider, ceiling or need, in characters.
pub(super) const MOST_NAME: usize = 40;
/// The years that the calendar serves.
pub(super) const YEARS: (i16, i16) = (1990, 2200);

/// Walks the tree of one input, putting faults on the desk.
pub(super) struct Reader<'r> {
    pub(super) desk: &'r mut Desk,
    pub(super) keys: &'r Keys,
    /// Whether values may be given the short way, as at the prompt.
    pub(super) prompt: bool,
}

impl Reader<'_> {
    pub(super) fn wrong_type(&mut self, node: &Node, key: &str, expected: Shape) {
        let found = node.shape();
        self.desk.fault(node.spot, FaultKind::WrongType { key: key.to_owned(), expected, found });
    }

    /// Faults for the keys of a table that are not among these.
    pub(super) fn only(&mut self, table: &Table, within: &str, allowed: &[&str]) {
        for (name, _) in table {
            if !allowed.contains(&name.text.as_str()) {
                self.desk.fault_with(name.spot, || FaultKind::UnknownKey {
                    key: joined(within, &name.text),
                    nearest: nearest(&name.text, allowed.iter().copied()),
                });
            }
        }
    }

    pub(super) fn table<'n>(&mut self, node: &'n Node, key: &str, expected: Shape) -> Option<&'n Table> {
        if let Content::Table(table) = &node.content {
            return Some(table);
        }
        self.wrong_type(node, key, expected);
        None
    }

    /// A finite number.
    pub(super) fn number(&mut self, node: &Node, key: &str) -> Option<f64> {
        match &node.content {
            Content::Number(value, _) if value.is_finite() => {
                self.doubt_thousands(node);
                return Some(*value);
            }
            Content::Number(_, text) => {
                let text: String = text.chars().take(40).collect();
                self.desk.fault(node.spot, FaultKind::NotFinite { key: key.to_owned(), text });
            }
            Content::Text(text) if text.len() <= 40 => {
                let grouped_only = grouped(text.trim().trim_start_matches('-'));
                let kind = if text.trim().parse::<f64>().is_ok_and(f64::is_finite) && !grouped_only {
                    FaultKind::QuotedNumber { text: text.trim().to_owned() }
                } else if let Some(meant) = dutch(text) {
                    FaultKind::DecimalComma { text: text.clone(), meant }
                } else {
                    FaultKind::WrongType { key: key.to_owned(), expected: Shape::Number, found: Shape::Text }
                };
                self.desk.fault(node.spot, kind);
            }
            _ => self.wrong_type(node, key, Shape::Number),
        }
        None
    }

    /// A doubt about `85.000`, which TOML reads as 85.
    fn doubt_thousands(&mut self, node: &Node) {
        if let Content::Number(value, text) = &node.content
            && grouped(text.trim_start_matches(['-', '+']))
            && value.abs() >= 1.0
            && let Some(meant) = dutch(text)
        {
            self.desk
                .warn(node.spot, WarningKind::ThousandsPoint { text: text.clone(), read: *value, meant });
        }
    }

    pub(super) fn bounded(&mut self, node: &Node, key: &str, (low, high): (f64, f64)) -> Option<f64> {
        let found = self.number(node, key)?;
        if (low..=high).contains(&found) {
            return Some(found);
        }
        self.desk
            .fault(node.spot, FaultKind::OutOfBounds { key: key.to_owned(), found, low, high, unit: "" });
        None
    }

    pub(super) fn whole(&mut self, node: &Node, key: &str, bounds: (i32, i32)) -> Option<i32> {
        let found = self.bounded(node, key, (bounds.0.into(), bounds.1.into()))?;
        if found.fract() != 0.0 {
            self.desk.fault(node.spot, FaultKind::NotWhole { key: key.to_owned(), found });
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a whole number within bounds of the type")]
        Some(found as i32)
    }

    pub(super) fn flag(&mut self, node: &Node, key: &str) -> Option<bool> {
        if let Content::Flag(flag) = node.content {
            return Some(flag);
        }
        self.wrong_type(node, key, Shape::Flag);
        None
    }

    pub(super) fn date(&mut self, node: &Node, key: &str) -> Option<Date> {
        let Content::Date(found) = node.content else {
            self.wrong_type(node, key, Shape::Date);
            return None;
        };
        if (YEARS.0..=YEARS.1).contains(&found.year()) {
            return Some(found);
        }
        self.desk.fault(node.spot, FaultKind::DateOutOfRange { key: key.to_owned(), found });
        None
    }

    /// Text for people: not empty, one line, not endless.
    pub(super) fn text(&mut self, node: &Node, key: &str) -> Option<String> {
        let Content::Text(text) = &node.content else {
            self.wrong_type(node, key, Shape::Text);
            return None;
        };
        let unfit = text.trim().is_empty()
            || text.len() > MOST_TEXT * 4
            || text.chars().count() > MOST_TEXT
            || text.chars().any(is_unprintable);
        if unfit {
            self.desk.fault(node.spot, FaultKind::BadText { key: key.to_owned(), most: MOST_TEXT });
            return None;
        }
        Some(text.clone())
    }

    pub(super) fn name(&mut self, text: &str, spot: Spot) -> bool {
        let fits = !text.is_empty()
            && text.len() <= MOST_NAME
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !fits {
            let name = text.chars().take(MOST_NAME * 2).collect();
            self.desk.fault(spot, FaultKind::BadName { name, most: MOST_NAME });
        }
        fits
    }

    /// A list of names, each at most once.
    pub(super) fn names(&mut self, node: &Node, key: &str) -> Option<Vec<String>> {
        let Content::List(items) = &node.content else {
            self.wrong_type(node, key, Shape::Texts);
            return None;
        };
        if items.len() > 64 {
            let what = key.to_owned();
            self.desk.fault(node.spot, FaultKind::TooMany { what, found: items.len(), most: 64 });
            return None;
        }
        let mut names: Vec<String> = Vec::new();
        let mut whole = true;
        for item in items {
            match &item.content {
                Content::Text(text) if !self.name(text, item.spot) => whole = false,
                Content::Text(text) if names.contains(text) => {
                    self.desk.fault(item.spot, FaultKind::DuplicateName { name: text.clone() });
                    whole = false;
                }
                Content::Text(text) => names.push(text.clone()),
                _ => {
                    self.wrong_type(item, key, Shape::Text);
                    whole = false;
                }
            }
        }
        whole.then_some(names)
    }

    /// The position of a word in its list.
    pub(super) fn word(&mut self, node: &Node, key: &str, list: WordList) -> Option<usize> {
        let Content::Text(found) = &node.content else {
            self.wrong_type(node, key, Shape::Text);
            return None;
        };
        let options = list.words();
        let place = options.iter().position(|word| word == found);
        if place.is_none() {
            self.desk.fault_with(node.spot, || FaultKind::UnknownWord {
                list,
                found: found.chars().take(60).collect(),
                nearest: nearest(found, options.iter().copied()),
            });
        }
        place
    }
}

impl WordList {
    /// The words of the list.
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Kind => &["scenario", "world"],
            Self::Grade => &["measured", "derived", "assumed", "conflicting", "unknown"],
            Self::Prior => &["jeffreys", "uniform", "none"],
        }
    }
}

/// Whether a character would disturb a terminal or hide text: controls and marks that turn the direction.
pub(super) fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A key below a table.
pub(super) fn joined(within: &str, key: &str) -> String {
    let key: String = key.chars().take(100).collect();
    if within.is_empty() { key } else { format!("{within}.{key}") }
}
