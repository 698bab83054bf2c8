//! The lines around a fault, cut so that a terminal can bear them.

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::told::turns;
use crate::scenario::{Input, Site};

/// A few lines of an input with a marked stretch.
#[derive(Debug)]
pub(super) struct Snippet {
    name: String,
    text: String,
    /// Number of the first line, from 0.
    first: usize,
    lines: usize,
    line: usize,
    column: usize,
    mark: SourceSpan,
}

impl Snippet {
    /// The lines around a site; none when the site is a whole file.
    pub(super) fn of(site: &Site, input: &Input, width: usize) -> Option<Self> {
        if site.line == 0 {
            return None;
        }
        let text = input.text.strip_prefix('\u{feff}').unwrap_or(&input.text);
        let first = site.line.saturating_sub(2);
        let mut shown = String::new();
        let mut mark = (0, 0);
        let mut lines = 0;
        let length = input
            .text
            .get(site.start..site.end)
            .map_or(1, |marked| marked.lines().next().unwrap_or("").chars().count().max(1));
        for (at, line) in text.split('\n').enumerate().skip(first).take(site.line + 1 - first) {
            let line = line.trim_end_matches('\r');
            let cut = if at + 1 == site.line { site.column.saturating_sub(1) } else { 0 };
            let (window, before) = window(line, cut, width.saturating_sub(MARGIN).max(30));
            if at + 1 == site.line {
                let from = byte_of(&window, before);
                let to = byte_of(&window, before + length);
                mark = (shown.len() + from, (to - from).max(1));
            }
            shown.push_str(&window);
            shown.push('\n');
            lines += 1;
        }
        Some(Self {
            name: site.file.display().to_string(),
            text: shown,
            first,
            lines,
            line: site.line,
            column: site.column,
            mark: mark.into(),
        })
    }

    pub(super) const fn mark(&self) -> SourceSpan {
        self.mark
    }
}

/// Characters left of a line for its number, and right of it for the sign that it was cut.
const MARGIN: usize = 14;

/// The part of a line that is shown, and how many characters of it come before the mark.
fn window(line: &str, mark: usize, most: usize) -> (String, usize) {
    let visible = |c: char| if (c.is_control() && c != '\t') || turns(c) { '\u{fffd}' } else { c };
    if line.len() <= most || line.chars().take(most + 1).count() <= most {
        return (line.chars().map(visible).collect(), mark);
    }
    // A line that is cut keeps a third of its width before the mark, and its beginning where that is near.
    let before = most.div_ceil(3);
    let from = if mark < 2 * before { 0 } else { mark - before };
    let lead = if from > 0 { "… " } else { "" };
    let kept: String = line.chars().skip(from).take(most).map(visible).collect();
    (format!("{lead}{kept} …"), mark - from + lead.chars().count())
}

fn byte_of(text: &str, character: usize) -> usize {
    text.char_indices().nth(character).map_or(text.len(), |(at, _)| at)
}

impl SourceCode for Snippet {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let bytes = self.text.as_bytes();
        // Without context the place itself is asked for, to be named in the heading.
        let contents = if before == 0 && after == 0 {
            let data =
                bytes.get(span.offset()..span.offset() + span.len()).ok_or(MietteError::OutOfBounds)?;
            MietteSpanContents::new_named(self.name.clone(), data, *span, self.line - 1, self.column - 1, 1)
        } else {
            let whole = (0, bytes.len()).into();
            MietteSpanContents::new_named(self.name.clone(), bytes, whole, self.first, 0, self.lines)
        };
        Ok(Box::new(contents))
    }
}
