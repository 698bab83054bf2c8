//! A document as plain data for the template: every text cleaned for print, nothing left to be read as markup.

use serde::Serialize;

use super::fonts::Fonts;
use crate::report::chart::{Ink, Look, Size, svg};
use crate::report::document::{Align, Block, Chart, Document, Section, Table, Text};
use crate::report::number::Numbers;
use crate::report::wording::{Value, Wording};

/// The sections that are too long for paper; the page says where they are.
const APPENDICES: [(&str, &str); 2] = [("sources", "pdf-elsewhere"), ("account", "pdf-elsewhere-account")];
/// A chart with at most this many rows of data has them in its text alternative.
const ROWS_TOLD: usize = 12;

/// What the template reads.
#[derive(Serialize)]
pub(super) struct Manuscript {
    language: &'static str,
    title: String,
    /// What stands below every page, with gaps `{page}` and `{pages}`.
    page_of: String,
    sections: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    heading: Option<String>,
    blocks: Vec<Item>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Item {
    Paragraph { text: String },
    List { items: Vec<String> },
    Table { caption: String, columns: Vec<Head>, rows: Vec<Vec<String>> },
    Charts { charts: Vec<Drawn> },
}

#[derive(Serialize)]
struct Head {
    text: String,
    right: bool,
}

#[derive(Serialize)]
struct Drawn {
    title: String,
    description: String,
    svg: String,
}

impl Manuscript {
    /// The manuscript of a document.
    pub(super) fn new(document: &Document, wording: &Wording, fonts: &Fonts) -> Self {
        let editor = Editor { fonts, wording, numbers: Numbers::new(document.language) };
        let gaps = [("page", Value::from("{page}")), ("pages", Value::from("{pages}"))];
        Self {
            language: document.language.code(),
            title: fonts.printable(&document.title),
            page_of: wording.fill("pdf-page-of", &gaps),
            sections: document.sections.iter().map(|section| editor.part(section)).collect(),
        }
    }
}

/// Makes texts fit for print.
struct Editor<'a> {
    fonts: &'a Fonts,
    wording: &'a Wording,
    numbers: Numbers,
}

impl Editor<'_> {
    fn part(&self, section: &Section) -> Part {
        let heading = section.heading.as_ref().map(|heading| self.text(heading));
        if let Some((_, elsewhere)) = APPENDICES.iter().find(|(id, _)| *id == section.id) {
            return Part { heading, blocks: vec![Item::Paragraph { text: self.wording.text(elsewhere) }] };
        }
        // Charts that follow each other stand side by side.
        let runs = section.blocks.chunk_by(|one, next| one.chart().is_some() && next.chart().is_some());
        Part { heading, blocks: runs.flat_map(|run| self.items(run)).collect() }
    }

    fn items(&self, run: &[Block]) -> Vec<Item> {
        let charts: Vec<&Chart> = run.iter().filter_map(Block::chart).collect();
        if charts.is_empty() {
            return run.iter().filter_map(|block| self.item(block)).collect();
        }
        let size = if charts.len() > 1 { Size::Narrow } else { Size::Wide };
        vec![Item::Charts { charts: charts.into_iter().map(|chart| self.drawn(chart, size)).collect() }]
    }

    fn item(&self, block: &Block) -> Option<Item> {
        match block {
            Block::Paragraph(text) => Some(Item::Paragraph { text: self.text(text) }),
            Block::List(items) => {
                Some(Item::List { items: items.iter().map(|item| self.text(item)).collect() })
            }
            Block::Table(table) => Some(self.table(table)),
            Block::Chart(_) => None,
        }
    }

    fn table(&self, table: &Table) -> Item {
        let columns = table.columns.iter();
        let columns = columns
            .map(|column| Head { text: self.text(&column.heading), right: column.align == Align::Right });
        let rows = table.rows.iter().map(|row| row.0.iter().map(|cell| self.text(cell)).collect());
        Item::Table { caption: self.text(&table.caption), columns: columns.collect(), rows: rows.collect() }
    }

    fn drawn(&self, chart: &Chart, size: Size) -> Drawn {
        // The title stands above the picture.
        let look = Look { ink: Ink::File, size, titled: false };
        let mut description = chart.description.plain();
        if chart.data.rows.len() <= ROWS_TOLD {
            for row in &chart.data.rows {
                description.push(' ');
                description.push_str(&told(&chart.data, &row.0));
            }
        }
        Drawn {
            title: self.text(&chart.title),
            description: self.fonts.printable(&description),
            svg: self.fonts.printable_picture(&svg(chart, &self.numbers, look)),
        }
    }

    fn text(&self, text: &Text) -> String {
        self.fonts.printable(&text.plain())
    }
}

/// A row of a table in words: what it is about, then each column with its value.
fn told(table: &Table, cells: &[Text]) -> String {
    let values = cells.iter().zip(&table.columns).skip(1);
    let values: Vec<_> =
        values.map(|(cell, column)| format!("{} {}", column.heading.plain(), cell.plain())).collect();
    let about = cells.first().map(Text::plain).unwrap_or_default();
    format!("{about}: {}.", values.join(", "))
}
