//! The page, filled by its template.

use std::fmt::Display;
use std::io::{self, Write};

use askama::Template;

use super::super::chart::{Ink, Look, STYLE_DARK, STYLE_LIGHT, Size, svg};
use super::super::document::{Block, Chart, Document, Run, Section};
use super::super::number::Numbers;
use super::super::safe;
use super::super::wording::Wording;

/// What the template is filled with.
#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    document: &'a Document,
    sections: Vec<(String, &'a Section)>,
    wording: &'a Wording,
    numbers: Numbers,
    style: &'static str,
    light: &'static str,
    dark: &'static str,
}

/// Writes a document as a web page.
///
/// # Errors
/// Whatever writing to `to` fails with.
pub fn write(document: &Document, wording: &Wording, to: &mut impl Write) -> io::Result<()> {
    let page = Page {
        document,
        sections: anchored(document),
        wording,
        numbers: Numbers::new(document.language),
        style: include_str!("page.css"),
        light: STYLE_LIGHT,
        dark: STYLE_DARK,
    };
    let text = page.render().map_err(io::Error::other)?;
    to.write_all(text.as_bytes())
}

impl Page<'_> {
    /// A sentence of the catalogue.
    fn text(&self, id: &str) -> String {
        self.wording.text(id)
    }

    /// A chart for a wide page.
    fn wide(&self, chart: &Chart) -> String {
        svg(chart, &self.numbers, Look { ink: Ink::Page, size: Size::Wide, titled: false })
    }

    /// The same chart for a narrow page; the style shows one of the two.
    fn narrow(&self, chart: &Chart) -> String {
        svg(chart, &self.numbers, Look { ink: Ink::Page, size: Size::Narrow, titled: false })
    }

    /// A name for a table.
    fn table_of(owner: &str, index: &(impl Display + ?Sized)) -> String {
        format!("{owner}-table-{index}")
    }
}

/// The sections, each with a name that no other section has.
fn anchored(document: &Document) -> Vec<(String, &Section)> {
    let sections = document.sections.iter().enumerate();
    sections
        .map(|(index, section)| {
            let before = document.sections[..index].iter().filter(|other| other.id == section.id).count();
            let anchor =
                if before == 0 { section.id.to_owned() } else { format!("{}-{}", section.id, before + 1) };
            (anchor, section)
        })
        .collect()
}
