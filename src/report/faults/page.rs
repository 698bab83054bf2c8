//! Faults and doubts one below the other.

use std::fmt;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode};

use super::snippet::Snippet;
use super::told::Told;
use super::{doubts, sentences};
use crate::report::wording::Wording;
use crate::scenario::{Faults, Input, Site, Warning};

/// What the reader's screen can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Characters on a line.
    pub width: usize,
    /// Whether it shows colours.
    pub colour: bool,
}

/// All faults with their lines, and how many there are.
pub fn render(faults: &Faults, wording: &Wording, look: Look) -> String {
    let mut page = String::new();
    for fault in &faults.list {
        one(
            &mut page,
            &fault.site,
            &sentences::tell(&fault.kind),
            Severity::Error,
            (&faults.inputs, wording, look),
        );
    }
    page.push_str(&render_warnings(&faults.warnings, &faults.inputs, wording, look));
    let count = faults.list.len() + faults.left_out;
    let id = if faults.uncounted { "faults-count-least" } else { "faults-count" };
    page.push_str(&wording.fill(id, &[("count", count.into())]));
    if faults.left_out > 0 {
        let id = if faults.uncounted { "faults-shown" } else { "faults-left-out" };
        let gaps = [("count", faults.left_out.into()), ("shown", faults.list.len().into())];
        page.push(' ');
        page.push_str(&wording.fill(id, &gaps));
    }
    page.push('\n');
    page
}

/// All doubts with their lines.
pub fn render_warnings(warnings: &[Warning], inputs: &[Input], wording: &Wording, look: Look) -> String {
    let mut page = String::new();
    for warning in warnings {
        one(
            &mut page,
            &warning.site,
            &doubts::tell(&warning.kind),
            Severity::Warning,
            (inputs, wording, look),
        );
    }
    page
}

/// A doubt in one line, for a page that has no room for lines of a file: `file:line: sentence`.
pub fn line(warning: &Warning, wording: &Wording) -> String {
    let site = &warning.site;
    let message = doubts::tell(&warning.kind).message(wording);
    if site.line == 0 {
        format!("{}: {message}", site.file.display())
    } else {
        format!("{}:{}: {message}", site.file.display(), site.line)
    }
}

fn one(page: &mut String, site: &Site, told: &Told, severity: Severity, about: (&[Input], &Wording, Look)) {
    let (inputs, wording, look) = about;
    let input = inputs.iter().find(|input| input.path == site.file);
    let snippet = input.and_then(|input| Snippet::of(site, input, look.width));
    let mut message = told.message(wording);
    // A sentence about an unreadable file names the file itself; one about a whole file does not.
    let name = site.file.display().to_string();
    if snippet.is_none() && !message.contains(&name) {
        message = format!("{name}: {message}");
    }
    let shown = Shown { message, help: told.advice(wording), severity, snippet };
    let theme = if look.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_context_lines(1)
        .with_width(look.width.max(40))
        .with_links(false);
    let mut drawn = String::new();
    if handler.render_report(&mut drawn, &shown).is_err() {
        // The drawing failed, the sentence must not be lost.
        drawn = format!("{}\n", shown.message);
    }
    if shown.help.is_some() {
        translate_label(&mut drawn, &wording.text("help-label"));
    }
    page.push_str(&drawn);
    page.push('\n');
}

/// The drawing knows its label of help in English only; it is the last of its words that stands there.
fn translate_label(drawn: &mut String, label: &str) {
    const ENGLISH: &str = "  help: ";
    if let Some(at) = drawn.rfind(ENGLISH) {
        drawn.replace_range(at..at + ENGLISH.len(), &format!("  {label}: "));
    }
}

#[derive(Debug)]
struct Shown {
    message: String,
    help: Option<String>,
    severity: Severity,
    snippet: Option<Snippet>,
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown {}

impl Diagnostic for Shown {
    fn severity(&self) -> Option<Severity> {
        Some(self.severity)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.snippet.as_ref().map(|snippet| snippet as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let snippet = self.snippet.as_ref()?;
        Some(Box::new(std::iter::once(LabeledSpan::new_primary_with_span(None, snippet.mark()))))
    }
}
