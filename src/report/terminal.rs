//! A document as text for a terminal: wrapped lines, tables, colour only where asked for.

use comfy_table::{
    Cell, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table as Grid, TableStyle, Width,
};
use console::{Style, measure_text_width};

use super::document::{Align, Block, Document, Run, Table, Text};
use super::safe::visible as clean;

/// The terminal as the caller found it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Columns that may be used; kept between [`NARROWEST`] and [`WIDEST`].
    pub width: usize,
    /// Whether to colour; only on a terminal that shows it.
    pub colour: bool,
}

/// Below this many columns the tables would break up.
pub const NARROWEST: usize = 80;
/// Above this many columns running text is hard to read.
pub const WIDEST: usize = 100;

/// The document as lines of text, each ended by a newline.
pub fn render(document: &Document, terminal: Terminal) -> String {
    let writer = Writer { width: terminal.width.clamp(NARROWEST, WIDEST), colour: terminal.colour };
    let mut page = String::new();
    writer.heading(&clean(&document.title), '═', &mut page);
    for section in &document.sections {
        if let Some(heading) = &section.heading {
            page.push('\n');
            writer.heading(&clean(&heading.plain()), '─', &mut page);
        }
        for (index, block) in section.blocks.iter().enumerate() {
            if index > 0 {
                page.push('\n');
            }
            match block {
                Block::Paragraph(text) => writer.wrap(text, "", "", &mut page),
                Block::List(items) => items.iter().for_each(|item| writer.wrap(item, "- ", "  ", &mut page)),
                Block::Table(table) => writer.table(table, &mut page),
                // A picture is told: its finding, then what there is to see.
                Block::Chart(chart) => {
                    writer.wrap(&chart.title, "", "", &mut page);
                    writer.wrap(&chart.description, "  ", "  ", &mut page);
                }
            }
        }
    }
    page
}

/// Running text in lines that fit a terminal of so many columns, each ended by a newline; lines of its own stay apart, and what is
/// indented or listed stays so.
pub fn lines(text: &str, width: usize) -> String {
    let filled = |line: &str| {
        let line = clean(line);
        let said = line.trim_start_matches(' ');
        let said = said.strip_prefix("- ").unwrap_or(said);
        let (first, rest) = (&line[..line.len() - said.len()], " ".repeat(line.len() - said.len()));
        let words = said.split(' ').map(|word| (word.to_owned(), measure_text_width(word)));
        let lines = fill(words, width.min(WIDEST).saturating_sub(first.len()));
        format!("{first}{}\n", lines.join(&format!("\n{rest}")))
    };
    text.lines().map(filled).collect()
}

/// A column without spaces up to this wide keeps its cells whole.
const UNBROKEN: usize = 45;

/// The space around the text of a cell.
const PADDING: usize = 2;

struct Writer {
    width: usize,
    colour: bool,
}

impl Writer {
    fn style(&self) -> Style {
        Style::new().force_styling(self.colour)
    }

    fn heading(&self, text: &str, rule: char, page: &mut String) {
        let bold = self.style().bold();
        let mut widest = 0;
        for line in fill(text.split(' ').map(|word| (word.to_owned(), measure_text_width(word))), self.width)
        {
            widest = widest.max(measure_text_width(&line));
            page.push_str(&bold.apply_to(line).to_string());
            page.push('\n');
        }
        page.extend(std::iter::repeat_n(rule, widest));
        page.push('\n');
    }

    /// Running text in lines, the first and the others led by what belongs there.
    fn wrap(&self, text: &Text, first: &str, other: &str, page: &mut String) {
        for (index, line) in
            fill(self.words(text).into_iter(), self.width - measure_text_width(first)).iter().enumerate()
        {
            page.push_str(if index == 0 { first } else { other });
            page.push_str(line);
            page.push('\n');
        }
    }

    /// The words of a text with their widths; figures are bold where there is colour. A word may be made of several
    /// runs: a bracket and a figure do not part.
    fn words(&self, text: &Text) -> Vec<(String, usize)> {
        let mut words = vec![(String::new(), 0)];
        for run in &text.0 {
            for (index, part) in clean(run.shown()).split(' ').enumerate() {
                if index > 0 {
                    words.push((String::new(), 0));
                }
                if let Some(word) = words.last_mut() {
                    word.1 += measure_text_width(part);
                    match run {
                        Run::Figure(_) => word.0.push_str(&self.style().bold().apply_to(part).to_string()),
                        Run::Words(_) | Run::Name(_) => word.0.push_str(part),
                    }
                }
            }
        }
        words.retain(|(_, width)| *width > 0);
        words
    }

    fn table(&self, table: &Table, page: &mut String) {
        self.wrap(&table.caption, "", "", page);
        let mut grid = Grid::new();
        grid.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─')))
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(self.width).unwrap_or(u16::MAX));
        let cell = |text: &Text, align| {
            Cell::new(clean(&text.plain())).set_alignment(match align {
                Align::Left => CellAlignment::Left,
                Align::Right => CellAlignment::Right,
            })
        };
        grid.set_header(table.columns.iter().map(|column| cell(&column.heading, column.align)));
        for row in &table.rows {
            grid.add_row(row.0.iter().zip(&table.columns).map(|(text, column)| cell(text, column.align)));
        }
        let words: Vec<usize> = (0..table.columns.len()).map(|column| longest_word(table, column)).collect();
        let fits = words.iter().map(|width| width + PADDING).sum::<usize>() <= self.width;
        for (index, column) in grid.column_iter_mut().enumerate() {
            // A number or a place in a file is never broken over lines, and no word where there is room for all.
            let whole = unbroken(table, index).filter(|widest| *widest <= UNBROKEN);
            if let Some(least) = if fits { Some(words[index]) } else { whole } {
                let width = u16::try_from(least + PADDING).unwrap_or(u16::MAX);
                column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width)));
            }
        }
        for line in grid.lines() {
            page.push_str(line.trim_end());
            page.push('\n');
        }
    }
}

/// The width of the longest word in a column, heading included; of a word that no line can hold, as much as one can.
fn longest_word(table: &Table, column: usize) -> usize {
    let cells = table.rows.iter().filter_map(|row| row.0.get(column));
    let texts = cells.chain(table.columns.get(column).map(|column| &column.heading)).map(Text::plain);
    texts.filter_map(|text| text.split(' ').map(measure_text_width).max()).max().unwrap_or(0).min(UNBROKEN)
}

/// The width of the widest cell of a column whose cells are single words.
fn unbroken(table: &Table, column: usize) -> Option<usize> {
    let cells: Vec<String> = table.rows.iter().filter_map(|row| row.0.get(column)).map(Text::plain).collect();
    let single = cells.iter().all(|cell| !cell.contains(' '));
    single.then(|| cells.iter().map(|cell| measure_text_width(cell)).max().unwrap_or(0))
}

/// Words in lines of at most `width` columns; a longer word has a line to itself.
fn fill(words: impl Iterator<Item = (String, usize)>, width: usize) -> Vec<String> {
    let mut lines: Vec<(String, usize)> = Vec::new();
    for (word, wide) in words {
        match lines.last_mut() {
            Some((line, used)) if *used + 1 + wide <= width => {
                line.push(' ');
                line.push_str(&word);
                *used += 1 + wide;
            }
            _ => lines.push((word, wide)),
        }
    }
    lines.into_iter().map(|(line, _)| line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_steer_the_terminal() {
        assert_eq!(clean("a\u{1b}[31mb\u{202e}c"), "a\u{fffd}[31mb\u{fffd}c");
    }

    #[test]
    fn running_text_is_no_wider_than_the_terminal_nor_than_can_be_read() {
        let text = "een twee drie vier\nvijf";
        assert_eq!(lines(text, 8), "een twee\ndrie\nvier\nvijf\n");
        assert_eq!(lines("  - een twee drie\n\n-x", 9), "  - een\n    twee\n    drie\n\n-x\n");
        let long = "woord ".repeat(60);
        assert!(lines(&long, 500).lines().all(|line| line.len() <= WIDEST));
    }

    #[test]
    fn no_line_is_longer_than_the_width_unless_one_word_is() {
        let words = "een twee drie vier".split(' ').map(|word| (word.to_owned(), word.len()));
        assert_eq!(fill(words, 8), ["een twee", "drie", "vier"]);
    }
}
