//! Standard output and standard error: what they can show, and writing to them.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use console::{Term, colors_enabled, colors_enabled_stderr, style};

use super::exit::Exit;
use super::failure::Failure;
use super::folder;
use crate::report::faults::Look;
use crate::report::terminal::{Terminal, WIDEST, lines};
use crate::report::wording::Wording;

/// The page's terminal: its width, and colours only where somebody sees them.
pub(super) fn page_terminal() -> Terminal {
    Terminal { width: width(&Term::stdout()), colour: colors_enabled() }
}

/// The same for faults and doubts.
pub(super) fn look_of_errors() -> Look {
    Look { width: width(&Term::stderr()), colour: colors_enabled_stderr() }
}

/// Where nobody looks there is no width, and the text must not depend on one.
fn width(terminal: &Term) -> usize {
    terminal.size_checked().map_or(WIDEST, |(_, columns)| usize::from(columns))
}

/// Prints to standard output.
///
/// # Errors
/// [`Failure`] when the text cannot be written.
pub(super) fn print(text: &str, wording: &Wording) -> Result<(), Failure> {
    put(text).map_err(|fault| {
        let gaps = [("reason", folder::reason(&fault, wording).into())];
        Failure::new(Exit::OutputNotWritten, wording.fill("output-screen", &gaps))
    })
}

/// Prints what tells of results that are in place already.
///
/// # Errors
/// [`Failure`] when the text cannot be written, with where the results are.
pub(super) fn present(text: &str, results: &Path, wording: &Wording) -> Result<(), Failure> {
    put(text).map_err(|fault| {
        let reason = folder::reason(&fault, wording);
        let gaps = [("reason", reason.into()), ("folder", results.display().to_string().into())];
        Failure::new(Exit::OutputNotWritten, wording.fill("output-shown-nowhere", &gaps))
    })
}

/// Writes to standard output. A reader who stops reading, as `head` does, is no failure.
fn put(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(fault) if fault.kind() != ErrorKind::BrokenPipe => Err(fault),
        _ => Ok(()),
    }
}

/// Prints to standard error. If even that cannot be written, there is nobody left to tell.
pub(super) fn complain(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

/// Says something about a run on standard error, in lines that fit the terminal and can be read.
pub(super) fn note(text: &str) {
    complain(&lines(text, look_of_errors().width));
}

/// Tells of a failure so that it stands out.
pub(super) fn tell(failure: &Failure, wording: &Wording) {
    let told = failure.told.trim_end();
    if !failure.announced {
        return complain(&format!("{told}\n"));
    }
    let prefix = wording.text("failure-prefix");
    let columns = Term::stderr().size_checked().map(|(_, columns)| usize::from(columns));
    let rest = after(&prefix, told, columns);
    complain(&format!("{}{rest}", style(prefix).for_stderr().red().bold()));
}

/// What comes after the prefix of a failure: in lines that fit the terminal, and whole where there is none, so that it can be
/// searched for.
fn after(prefix: &str, told: &str, columns: Option<usize>) -> String {
    let whole = format!("{prefix} {told}\n");
    let text = columns.map_or(whole.clone(), |columns| lines(&whole, columns));
    text.strip_prefix(prefix).map_or(whole, str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_fits_the_terminal_and_is_whole_where_nobody_looks() {
        let told = "de map is vol\n  - een bestand te veel";
        assert_eq!(after("Fout:", told, Some(15)), " de map is\nvol\n  - een bestand\n    te veel\n");
        assert_eq!(after("Fout:", told, None), " de map is vol\n  - een bestand te veel\n");
        assert_eq!(after("Fout:", told, Some(3)).lines().next(), Some(""));
    }
}
