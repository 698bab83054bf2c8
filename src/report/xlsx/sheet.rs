//! One sheet while it is filled.

use rust_xlsxwriter::{Chart, Formula, Url, Worksheet, XlsxError};

use super::look::{Kind, Look};
use super::quote::Quote;
use crate::report::number::{Form, UNDEFINED};
use crate::report::safe::visible;
use crate::report::wording::{Value, Wording};

/// A row and a column, both from 0.
pub(super) type Cell = (u32, u16);

/// Most characters in a cell, counted as the format counts them.
const LENGTH_MOST: usize = 32_767;
/// Headings of columns of text; all others stand over numbers.
const TEXTS: [&str; 24] = [
    "table-3-line",
    "column-scenario",
    "column-world",
    "column-amount",
    "column-year",
    "column-period",
    "column-chance-of",
    "column-method",
    "column-ceiling",
    "column-limit-indexed",
    "column-likeliest",
    "column-what",
    "column-unit",
    "column-grade",
    "column-source",
    "column-from",
    "column-holds-in",
    "column-key",
    "column-place",
    "column-told-apart",
    "column-followed",
    "column-option",
    "column-keeps",
    "column-frontier",
];
/// An amount that is nearer to nought shows no digit but a nought.
const HALF_A_EURO: f64 = 0.5;
/// Characters of running text that fit in a unit of a column's width.
const LETTERS_PER_WIDTH: f64 = 1.1;
/// Height in points of a line of running text.
const LINE: f64 = 13.5;

/// A number that was put in a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The name of the sheet.
    pub sheet: String,
    /// Row and column, both from 0.
    pub cell: (u32, u16),
    /// Its place in `summary.json`.
    pub pointer: String,
    /// Its value.
    pub value: f64,
    /// Whether the cell works it out by formula.
    pub formula: bool,
}

/// A name by which formulas and readers can call a cell.
pub(super) struct DefinedName {
    pub(super) name: String,
    pub(super) at: Cell,
}

/// A sheet of the workbook.
pub(super) struct Sheet<'a> {
    pub(super) paper: Worksheet,
    pub(super) name: String,
    /// What it tells, in a line.
    pub(super) about: String,
    pub(super) wording: &'a Wording,
    pub(super) placed: Vec<Placed>,
    /// Charts of its figures, for the sheet of charts.
    pub(super) charts: Vec<Chart>,
    /// Names of its cells.
    pub(super) names: Vec<DefinedName>,
    far: Cell,
    /// The last column that is printed, where not all are.
    printed_to: Option<u16>,
}

impl<'a> Sheet<'a> {
    /// An empty sheet named by the catalogue, with its title and a line on what it tells.
    pub(super) fn new(wording: &'a Wording, id: &str) -> Result<Self, XlsxError> {
        let name = wording.text(&format!("sheet-{id}"));
        let mut paper = Worksheet::new();
        paper.set_name(&name)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        paper
            .set_footer("&L&A&R&P / &N")
            .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
            .set_screen_gridlines(false);
        let about = wording.text(&format!("sheet-{id}-about"));
        let mut sheet = Self {
            paper,
            name,
            about,
            wording,
            placed: Vec::new(),
            charts: Vec::new(),
            names: Vec::new(),
            far: (0, 0),
            printed_to: None,
        };
        sheet.say((0, 0), &format!("sheet-{id}-title"), Kind::Title)?;
        sheet.paper.set_row_height(0, 24)?;
        sheet.say((1, 0), &format!("sheet-{id}-about"), Kind::Prose)?;
        Ok(sheet)
    }

    /// A text that is never read as anything but text.
    pub(super) fn text(&mut self, at: Cell, text: &str, look: impl Into<Look>) -> Result<(), XlsxError> {
        let format = look.into().format(self.wording.language());
        self.paper.write_string_with_format(at.0, at.1, shown(text), &format)?;
        self.reach(at);
        Ok(())
    }

    /// A sentence of the catalogue.
    pub(super) fn say(&mut self, at: Cell, id: &str, look: impl Into<Look>) -> Result<(), XlsxError> {
        self.text(at, &self.wording.text(id), look)
    }

    /// A sentence of the catalogue with its gaps filled.
    pub(super) fn fill(&mut self, at: Cell, id: &str, gaps: &[(&str, Value<'_>)]) -> Result<(), XlsxError> {
        self.text(at, &self.wording.fill(id, gaps), Kind::Prose)
    }

    /// A paragraph in a column of a width, over as many lines as it takes.
    pub(super) fn paragraph(&mut self, at: Cell, text: &str, width: f64) -> Result<(), XlsxError> {
        self.text(at, text, Kind::Note)?;
        self.fit(at.0, &[(text, width)])
    }

    /// Makes a row as high as the longest of some texts in columns of their widths takes.
    pub(super) fn fit(&mut self, row: u32, texts: &[(&str, f64)]) -> Result<(), XlsxError> {
        let lines =
            |(text, width): &(&str, f64)| (text.chars().count() as f64 / (width * LETTERS_PER_WIDTH)).ceil();
        let most = texts.iter().map(lines).fold(1.0, f64::max);
        self.paper.set_row_height(row, LINE * most + 2.0)?;
        Ok(())
    }

    /// Leaves the columns behind one out of print.
    pub(super) fn print_to(&mut self, column: u16) {
        self.printed_to = Some(column);
    }

    /// A row of headings, with the ids of their sentences.
    pub(super) fn headings(&mut self, at: Cell, ids: &[&str]) -> Result<(), XlsxError> {
        for (column, id) in (at.1..).zip(ids) {
            let kind = if TEXTS.contains(id) { Kind::Heading } else { Kind::NumberHeading };
            self.say((at.0, column), id, kind)?;
        }
        self.paper.set_row_height(at.0, 3.0 * LINE)?;
        Ok(())
    }

    /// A figure of the summary; one that is undefined is a dash.
    pub(super) fn figure(&mut self, at: Cell, quote: &Quote, look: impl Into<Look>) -> Result<(), XlsxError> {
        let look = look.into();
        let Some(value) = quote.value else {
            return self.text(at, UNDEFINED, Look { kind: Kind::Plain, ..look });
        };
        let nought = look.kind == Kind::Number(Form::Eur) && value < 0.0 && value > -HALF_A_EURO;
        let look = if nought { Look { kind: Kind::Nought, ..look } } else { look };
        self.paper.write_number_with_format(at.0, at.1, value, &look.format(self.wording.language()))?;
        self.place(at, quote, value, false);
        Ok(())
    }

    /// A formula whose result is a figure of the summary; an undefined one gives a dash.
    pub(super) fn formula(
        &mut self,
        at: Cell,
        formula: &str,
        quote: &Quote,
        look: impl Into<Look>,
    ) -> Result<(), XlsxError> {
        let format = look.into().format(self.wording.language());
        let result = quote.value.map_or_else(|| UNDEFINED.to_owned(), |value| value.to_string());
        let formula = Formula::new(formula).set_result(result);
        self.paper.write_formula_with_format(at.0, at.1, formula, &format)?;
        match quote.value {
            Some(value) => self.place(at, quote, value, true),
            None => self.reach(at),
        }
        Ok(())
    }

    /// A formula whose result is a text.
    pub(super) fn verdict(
        &mut self,
        at: Cell,
        formula: &str,
        result: &str,
        look: impl Into<Look>,
    ) -> Result<(), XlsxError> {
        let format = look.into().format(self.wording.language());
        self.paper.write_formula_with_format(
            at.0,
            at.1,
            Formula::new(formula).set_result(result),
            &format,
        )?;
        self.reach(at);
        Ok(())
    }

    /// Names a cell by a word of the catalogue.
    pub(super) fn name(&mut self, id: &str, at: Cell) {
        self.names.push(DefinedName { name: self.wording.text(id), at });
    }

    /// A way to another sheet.
    pub(super) fn link(&mut self, at: Cell, sheet: &str) -> Result<(), XlsxError> {
        let url = Url::new(format!("internal:'{sheet}'!A1")).set_text(sheet);
        let format = Look::from(Kind::Link).format(self.wording.language());
        self.paper.write_url_with_format(at.0, at.1, url, &format)?;
        self.reach(at);
        Ok(())
    }

    /// Puts a chart with its upper left corner in a cell; it covers so many rows and columns.
    pub(super) fn chart(&mut self, at: Cell, chart: &Chart, (rows, columns): Cell) -> Result<(), XlsxError> {
        self.paper.insert_chart(at.0, at.1, chart)?;
        self.reach((at.0 + rows, at.1 + columns));
        Ok(())
    }

    /// Widths of the columns from the first on, in characters.
    pub(super) fn widths(&mut self, widths: &[f64]) -> Result<(), XlsxError> {
        for (column, width) in (0..).zip(widths) {
            self.paper.set_column_width(column, *width)?;
        }
        Ok(())
    }

    /// Headings that stay in view, up to a row and a column, the last of which comes back on every page.
    pub(super) fn freeze(&mut self, (row, column): Cell) -> Result<(), XlsxError> {
        self.paper.set_freeze_panes(row, column)?;
        self.paper.set_repeat_rows(row - 1, row - 1)?;
        Ok(())
    }

    /// The finished sheet: all that was written is printed.
    pub(super) fn finish(mut self) -> Result<(Worksheet, Vec<Placed>), XlsxError> {
        self.paper.set_print_area(0, 0, self.far.0, self.printed_to.unwrap_or(self.far.1))?;
        Ok((self.paper, self.placed))
    }

    /// The address of a cell as a formula on this sheet names it.
    pub(super) fn address((row, column): Cell) -> String {
        rust_xlsxwriter::utility::row_col_to_cell(row, column)
    }

    fn place(&mut self, at: Cell, quote: &Quote, value: f64, formula: bool) {
        self.reach(at);
        let pointer = quote.pointer.clone();
        self.placed.push(Placed { sheet: self.name.clone(), cell: at, pointer, value, formula });
    }

    fn reach(&mut self, at: Cell) {
        self.far = (self.far.0.max(at.0), self.far.1.max(at.1));
    }
}

/// A text without what would turn the reading direction or spoil the file, and no longer than a cell holds.
pub(super) fn shown(text: &str) -> String {
    let mut room = LENGTH_MOST;
    let fits = |letter: &char| {
        room = room.saturating_sub(letter.len_utf16());
        room > 0
    };
    visible(text).chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_fits_in_a_cell_and_turns_no_reading_direction() {
        assert_eq!(shown(&"€".repeat(40_000)).chars().count(), LENGTH_MOST - 1);
        assert_eq!(shown("=1+1 \u{202e}x\u{7}"), "=1+1 \u{fffd}x\u{fffd}");
    }
}
