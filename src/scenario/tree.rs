//! The text of a file as a tree of values, each knowing where it stands; all that is not TOML becomes a fault.

use std::collections::BTreeSet;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{FaultKind, FileFault, Shape, Syntax};
use super::inputs::{Desk, Spot};
use super::syntax;

/// A key, with its place.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) spot: Spot,
}

/// A value, with its place.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) spot: Spot,
    pub(super) content: Content,
}

/// The entries of a table in the order of the file.
pub(super) type Table = Vec<(Name, Node)>;

/// What stands at a place.
#[derive(Clone, Debug)]
pub(super) enum Content {
    Text(String),
    /// The number, and as it was written.
    Number(f64, String),
    Flag(bool),
    Date(Date),
    Moment,
    List(Vec<Node>),
    Table(Table),
}

impl Node {
    /// The kind of value.
    pub(super) fn shape(&self) -> Shape {
        match &self.content {
            Content::Text(_) => Shape::Text,
            Content::Number(..) => Shape::Number,
            Content::Flag(_) => Shape::Flag,
            Content::Date(_) => Shape::Date,
            Content::Moment => Shape::Moment,
            Content::List(items)
                if items.first().is_some_and(|item| matches!(item.content, Content::Table(_))) =>
            {
                Shape::Tables
            }
            Content::List(_) => Shape::List,
            Content::Table(_) => Shape::Table,
        }
    }
}

/// The entry of a table with this name.
pub(super) fn get<'t>(table: &'t Table, name: &str) -> Option<&'t Node> {
    table.iter().find(|(key, _)| key.text == name).map(|(_, node)| node)
}

/// Most brackets within brackets. A scenario needs three; the parser behind this takes many more, at the price
/// of a deep stack.
const DEEPEST: usize = 24;

/// Reads the text of an input. The second value lists where the syntax is wrong.
pub(super) fn read(desk: &mut Desk, input: usize) -> (Table, Vec<Spot>) {
    let text = desk.text(input).to_owned();
    let base = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let text = &text[base..];
    if let Some(at) = text.find('\0') {
        let spot = Spot { input, start: base + at, end: base + at + 1 };
        let path = desk.path(input).to_path_buf();
        desk.fault(spot, FaultKind::File { path, fault: FileFault::NotText });
        return (Table::new(), vec![spot]);
    }
    let brackets = syntax::brackets(text, DEEPEST);
    if let Some(at) = brackets.too_deep {
        let spot = Spot { input, start: base + at, end: base + at + 1 };
        desk.fault(spot, FaultKind::TooDeep { most: DEEPEST });
        return (Table::new(), vec![spot]);
    }
    let mut broken = Vec::new();
    let parts = [(&brackets.unclosed, Syntax::Unclosed), (&brackets.endless, Syntax::BadText)];
    for (at, syntax) in
        parts.into_iter().flat_map(|(parts, syntax)| parts.iter().map(move |part| (part.0, syntax)))
    {
        let spot = Spot { input, start: base + at, end: base + at + 1 };
        let (found, expected) = (String::new(), Vec::new());
        desk.fault(spot, FaultKind::Syntax { syntax, found, expected });
        broken.push(spot);
    }
    let text = &syntax::without(&syntax::without(text, &brackets.unclosed), &brackets.endless);
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut lines = BTreeSet::new();
    for error in &errors {
        let (start, end, kind) = syntax::translate(text, error);
        let spot = Spot { input, start: base + start, end: base + end };
        broken.push(spot);
        // One mistake often trips the parser more than once on a line; the first is the mistake.
        if lines.insert(desk.line(spot)) {
            desk.fault(spot, kind);
        }
        if desk.is_full() {
            break;
        }
    }
    let place = Placed { input, base };
    (place.table(root.get_ref()), broken)
}

#[derive(Clone, Copy)]
struct Placed {
    input: usize,
    base: usize,
}

impl Placed {
    fn spot(self, span: &std::ops::Range<usize>) -> Spot {
        Spot { input: self.input, start: self.base + span.start, end: self.base + span.end }
    }

    fn table(self, table: &DeTable<'_>) -> Table {
        table
            .iter()
            .map(|(key, value)| {
                (Name { text: key.get_ref().to_string(), spot: self.spot(&key.span()) }, self.node(value))
            })
            .collect()
    }

    fn node(self, value: &Spanned<DeValue<'_>>) -> Node {
        let content = match value.get_ref() {
            DeValue::String(text) => Content::Text(text.to_string()),
            DeValue::Integer(number) => {
                Content::Number(integer(number.as_str(), number.radix()), number.to_string())
            }
            DeValue::Float(number) => {
                Content::Number(number.as_str().parse().unwrap_or(f64::NAN), number.to_string())
            }
            DeValue::Boolean(flag) => Content::Flag(*flag),
            DeValue::Datetime(moment) => match moment.date {
                Some(date) if moment.time.is_none() => date_of(date.year, date.month, date.day),
                _ => Content::Moment,
            },
            DeValue::Array(items) => Content::List(items.iter().map(|item| self.node(item)).collect()),
            DeValue::Table(table) => Content::Table(self.table(table)),
        };
        Node { spot: self.spot(&value.span()), content }
    }
}

fn date_of(year: u16, month: u8, day: u8) -> Content {
    let parts = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
    let (Ok(year), Ok(month), Ok(day)) = parts else { return Content::Moment };
    Date::new(year, month, day).map_or(Content::Moment, Content::Date)
}

fn integer(digits: &str, radix: u32) -> f64 {
    if radix == 10 {
        digits.parse().unwrap_or(f64::NAN)
    } else {
        // Hexadecimal and the like have no sign; beyond 64 bits they are no number of this program.
        u64::from_str_radix(digits, radix).map_or(f64::INFINITY, |whole| whole as f64)
    }
}
