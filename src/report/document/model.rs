//! The parts of a document.

use super::chart::Chart;
use crate::report::wording::Language;

/// A whole document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The language it is written in.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// Its sections in reading order.
    pub sections: Vec<Section>,
}

/// A titled part of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// A stable name for links and tests.
    pub id: &'static str,
    /// Its heading; none for what stands before the first heading.
    pub heading: Option<Text>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A paragraph, a list, a table or a chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Text),
    /// A list without order.
    List(Vec<Text>),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Box<Chart>),
}

/// Running text with its figures marked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text(pub Vec<Run>);

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Run {
    /// Words of the catalogue.
    Words(String),
    /// A name or title out of a scenario file, or a label: shown as it is, never read as markup.
    Name(String),
    /// A figure of the summary.
    Figure(Figure),
}

/// A figure as it is shown, with where it was taken from.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// As it is shown.
    pub text: String,
    /// Its place in `summary.json`, an RFC 6901 pointer.
    pub pointer: String,
    /// Its value there; `None` for `null`.
    pub value: Option<f64>,
}

/// A table with headings for its columns and rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it shows, and in which unit.
    pub caption: Text,
    /// The columns, that of the row headings included.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its heading.
    pub heading: Text,
    /// How its cells stand.
    pub align: Align,
}

/// How a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Text.
    Left,
    /// Numbers.
    Right,
}

/// A row of a table: its heading and then its cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Row(pub Vec<Text>);

impl Align {
    /// Whether the cells stand on the right.
    pub const fn is_right(self) -> bool {
        matches!(self, Self::Right)
    }
}

impl Text {
    /// Words of the catalogue.
    pub fn words(words: impl Into<String>) -> Self {
        Self(vec![Run::Words(words.into())])
    }

    /// A name or label.
    pub fn name(name: impl Into<String>) -> Self {
        Self(vec![Run::Name(name.into())])
    }

    /// The text as it is shown.
    pub fn plain(&self) -> String {
        self.0.iter().map(Run::shown).collect()
    }
}

impl Run {
    /// The figure, where it is one.
    pub const fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Figure(figure) => Some(figure),
            Self::Words(_) | Self::Name(_) => None,
        }
    }

    /// As it is shown.
    pub fn shown(&self) -> &str {
        match self {
            Self::Words(text) | Self::Name(text) => text,
            Self::Figure(figure) => &figure.text,
        }
    }
}

impl From<Figure> for Text {
    fn from(figure: Figure) -> Self {
        Self(vec![Run::Figure(figure)])
    }
}

impl Block {
    /// The chart, where it is one.
    pub fn chart(&self) -> Option<&Chart> {
        match self {
            Self::Chart(chart) => Some(chart),
            Self::Paragraph(_) | Self::List(_) | Self::Table(_) => None,
        }
    }
}

impl Table {
    /// Every text in it, in reading order.
    pub fn texts(&self) -> Vec<&Text> {
        let headings = self.columns.iter().map(|column| &column.heading);
        let cells = self.rows.iter().flat_map(|row| &row.0);
        [&self.caption].into_iter().chain(headings).chain(cells).collect()
    }
}

impl Document {
    /// Every text in it, in reading order.
    pub fn texts(&self) -> Vec<&Text> {
        let mut all = Vec::new();
        for section in &self.sections {
            all.extend(&section.heading);
            for block in &section.blocks {
                match block {
                    Block::Paragraph(text) => all.push(text),
                    Block::List(items) => all.extend(items),
                    Block::Table(table) => all.extend(table.texts()),
                    Block::Chart(chart) => {
                        all.extend([&chart.title, &chart.description]);
                        all.extend(chart.data.texts());
                    }
                }
            }
        }
        all
    }

    /// Every figure in it, in reading order.
    pub fn figures(&self) -> Vec<&Figure> {
        let runs = self.texts().into_iter().flat_map(|text| &text.0);
        runs.filter_map(Run::figure).collect()
    }

    /// Every chart in it, in reading order.
    pub fn charts(&self) -> Vec<&Chart> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.filter_map(Block::chart).collect()
    }
}
