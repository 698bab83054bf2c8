//! The PDF of a run, read back as a reader's software reads it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod synthetic;

use std::io::{self, Write};

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use sim::analyses::Forecast;
use sim::report::document::{Block, Document, Table, Text, council};
use sim::report::pdf;
use sim::report::wording::{Language, Wording};
use synthetic::{experiment, forecast, pilot, single};

fn written(document: &Document) -> Vec<u8> {
    let mut file = Vec::new();
    pdf::write(document, &Wording::new(document.language), &mut file).unwrap();
    file
}

fn document(forecast: &Forecast, language: Language) -> Document {
    council(forecast, &Wording::new(language))
}

/// The tables that are printed: all but those of the appendix.
fn printed(document: &Document) -> Vec<&Table> {
    let appendix = |id: &str| ["sources", "account"].contains(&id);
    let sections = document.sections.iter().filter(|section| !appendix(section.id));
    let blocks = sections.flat_map(|section| &section.blocks);
    blocks
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}

/// One element of the structure of a file: its role, and what it tells those who cannot see it.
#[derive(Debug)]
struct Element {
    role: String,
    alternative: Option<String>,
}

/// What a reader's software finds in a file.
struct Found {
    language: String,
    titled_window: bool,
    marked: bool,
    metadata: String,
    elements: Vec<Element>,
    bookmarks: Vec<String>,
    pages: usize,
}

fn read(file: &[u8]) -> Found {
    let pdf = Pdf::new(file.to_vec()).unwrap();
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).unwrap();
    let metadata: Stream<'_> = catalog.get("Metadata").unwrap();
    let mut elements = Vec::new();
    walk(&catalog.get::<Dict<'_>>("StructTreeRoot").unwrap(), &mut elements);
    let mut bookmarks = Vec::new();
    turn(&catalog.get::<Dict<'_>>("Outlines").unwrap(), &mut bookmarks);
    Found {
        language: text(&catalog, "Lang").unwrap(),
        titled_window: catalog.get::<Dict<'_>>("ViewerPreferences").unwrap().get("DisplayDocTitle").unwrap(),
        marked: catalog.get::<Dict<'_>>("MarkInfo").unwrap().get("Marked").unwrap(),
        metadata: String::from_utf8(metadata.decoded().unwrap().into_owned()).unwrap(),
        elements,
        bookmarks,
        pages: pdf.pages().len(),
    }
}

/// A text of a dictionary: UTF-16 where it says so.
fn text(of: &Dict<'_>, key: &str) -> Option<String> {
    let text: PdfString<'_> = of.get(key)?;
    let bytes = text.as_bytes();
    let Some(wide) = bytes.strip_prefix(&[0xfe, 0xff]) else {
        return Some(bytes.iter().map(|byte| char::from(*byte)).collect());
    };
    let units: Vec<u16> = wide.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    Some(String::from_utf16(&units).unwrap())
}

fn walk(element: &Dict<'_>, found: &mut Vec<Element>) {
    if let Some(role) = element.get::<Name<'_>>("S").map(|role| role.as_str().to_owned()) {
        found.push(Element { role, alternative: text(element, "Alt") });
    }
    if let Some(children) = element.get::<Array<'_>>("K") {
        for child in children.iter::<Object<'_>>() {
            if let Some(child) = child.into_dict() {
                walk(&child, found);
            }
        }
    } else if let Some(child) = element.get::<Dict<'_>>("K") {
        walk(&child, found);
    }
}

fn turn(item: &Dict<'_>, found: &mut Vec<String>) {
    found.extend(text(item, "Title"));
    for key in ["First", "Next"] {
        if let Some(next) = item.get::<Dict<'_>>(key) {
            turn(&next, found);
        }
    }
}

impl Found {
    fn of(&self, role: &str) -> usize {
        self.elements.iter().filter(|element| element.role == role).count()
    }
}

#[test]
fn the_file_says_that_it_is_accessible_and_made_to_be_kept() {
    let forecast = forecast(&experiment(), 400);
    for language in Language::ALL {
        let found = read(&written(&document(&forecast, language)));
        assert_eq!(found.language, language.code());
        assert!(found.titled_window && found.marked);
        for claim in ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"] {
            assert!(found.metadata.contains(claim), "{claim} in {}", found.metadata);
        }
        assert!(found.metadata.contains("Een derde aanbieder"), "{}", found.metadata);
    }
}

#[test]
fn the_order_of_reading_is_that_of_the_document() {
    for forecast in [forecast(&experiment(), 400), forecast(&single(), 400), forecast(&pilot(), 120)] {
        let document = document(&forecast, Language::Nl);
        let found = read(&written(&document));
        let headings: Vec<String> = document
            .sections
            .iter()
            .filter_map(|section| section.heading.as_ref())
            .map(Text::plain)
            .collect();
        assert_eq!(found.bookmarks, headings);
        assert_eq!(found.of("H1"), headings.len());
        assert!(found.pages >= 1);
    }
}

#[test]
fn a_table_has_headings_for_its_columns_and_its_rows() {
    let document = document(&forecast(&experiment(), 400), Language::Nl);
    let found = read(&written(&document));
    let tables = printed(&document);
    assert_eq!(found.of("Table"), tables.len());
    let headings: usize = tables.iter().map(|table| table.columns.len() + table.rows.len()).sum();
    assert_eq!(found.of("TH"), headings);
    let cells: usize = tables.iter().map(|table| (table.columns.len() - 1) * table.rows.len()).sum();
    assert_eq!(found.of("TD"), cells);
    assert_eq!(found.of("Caption"), tables.len() + found.of("Figure"));
}

#[test]
fn every_chart_is_described_in_words_with_its_figures_where_they_are_few() {
    for language in Language::ALL {
        let document = document(&forecast(&experiment(), 400), language);
        let found = read(&written(&document));
        let told: Vec<&String> = found
            .elements
            .iter()
            .filter(|element| element.role == "Figure")
            .flat_map(|element| &element.alternative)
            .collect();
        let charts = document.charts();
        assert!(charts.len() > 3);
        assert_eq!(told.len(), charts.len());
        for (text, chart) in told.iter().zip(&charts) {
            assert!(text.starts_with(&chart.description.plain()), "{text}");
            let few = chart.data.rows.len() <= 12;
            let last = chart.data.rows.last().and_then(|row| row.0.last()).map(Text::plain).unwrap();
            assert_eq!(few, text.len() > chart.description.plain().len(), "{text}");
            assert!(!few || text.contains(&last), "{text}");
        }
    }
}

#[test]
fn what_is_too_long_for_paper_is_left_out_and_the_page_says_where_it_is() {
    let document = document(&forecast(&experiment(), 400), Language::Nl);
    let found = read(&written(&document));
    assert!(found.of("Table") < document.sections.iter().flat_map(|section| &section.blocks).count());
    assert!(Wording::new(Language::Nl).text("pdf-elsewhere").contains("resolved.toml"));
    assert!((2..=4).contains(&found.pages), "{} pages", found.pages);
}

#[test]
fn the_same_document_gives_the_same_bytes_on_any_thread() {
    let document = document(&forecast(&experiment(), 400), Language::Nl);
    let first = written(&document);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(3).build().unwrap();
    assert!(first == written(&document) && first == pool.install(|| written(&document)));
}

#[test]
fn a_title_from_a_file_is_shown_as_text() {
    for title in [
        "=HYPERLINK(\"http://example.org\";\"x\")",
        "<script>alert(1)</script> & <b>",
        "#panic(\"x\") *b* _i_ $x$ @a <a> \\ / // = == `raw` #import \"x.typ\"",
        "{page} {pages} {{ }}",
        "omgekeerd \u{202e}txet\u{202c} \u{200f}\u{feff} \u{0}\u{1b}[2J \u{e000} \u{1f600} 漢字 العربية",
        "e\u{301}\u{301}\u{301} regel\neen\r\ntwee\ttab",
        "",
        " ",
    ] {
        let mut experiment = experiment();
        title.clone_into(&mut experiment.arms[1].title);
        title.clone_into(&mut experiment.arms[1].purpose);
        let found = read(&written(&document(&forecast(&experiment, 80), Language::Nl)));
        assert!(found.metadata.contains("pdfuaid"), "{title}");
        assert!(!found.metadata.contains('\u{202e}'));
    }
}

#[test]
fn a_long_title_takes_lines_and_leaves_the_pages_whole() {
    let mut experiment = experiment();
    let plain = read(&written(&document(&forecast(&experiment, 80), Language::Nl))).pages;
    for title in ["lang ".repeat(100), "w".repeat(500), "漢".repeat(500)] {
        experiment.arms[1].title = title;
        let found = read(&written(&document(&forecast(&experiment, 80), Language::Nl)));
        // It stands in a score of places.
        assert!(found.pages <= 2 * plain, "{} pages instead of {plain}", found.pages);
    }
}

#[test]
fn a_full_disk_is_told_and_nothing_more() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let document = document(&forecast(&single(), 80), Language::En);
    let fault = pdf::write(&document, &Wording::new(Language::En), &mut Full).unwrap_err();
    assert_eq!(fault.kind(), io::ErrorKind::StorageFull);
}
