//! From what was typed to an exit code.

use std::ffi::OsString;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::error::ErrorKind;

use super::args::{self, Order};
use super::exit::Exit;
use super::failure::Failure;
use super::shorthand::{self, Line};
use super::stop::Stop;
use super::{answer, check, documents, merge, region, run, running, score, screen, show, usage};
use crate::report::wording::Wording;

/// Does what `words`, the command line without the program's name, ask for. Never panics.
pub fn main(words: Vec<OsString>) -> ExitCode {
    let wording = Wording::new(shorthand::language(&words));
    guarded(&wording, || match obey(words, &wording) {
        Ok(exit) => exit,
        Err(failure) => {
            screen::tell(&failure, &wording);
            failure.exit
        }
    })
    .into()
}

/// Turns a panic, which is always a fault of the program, into a short message and its exit code.
fn guarded(wording: &Wording, work: impl FnOnce() -> Exit) -> Exit {
    let told = AtomicBool::new(false);
    let prefix = wording.text("failure-prefix");
    let text = wording.fill("internal-fault", &[("version", env!("CARGO_PKG_VERSION").into())]);
    panic::set_hook(Box::new(move |fault| {
        // Several threads may meet the same fault; it is told once.
        if !told.swap(true, Ordering::SeqCst) {
            let place = fault.location().map(|at| format!(" ({}:{})", at.file(), at.line()));
            screen::complain(&format!("{prefix} {text}{}\n", place.unwrap_or_default()));
        }
    }));
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(Exit::InternalFault)
}

fn obey(words: Vec<OsString>, wording: &Wording) -> Result<Exit, Failure> {
    let words = match shorthand::full(words, &args::names()) {
        Line::Nothing => {
            screen::print(&format!("{}\n", wording.text("help-short")), wording)?;
            return Ok(Exit::Done);
        }
        Line::Unknown(word) => return Err(usage::unknown(&word, wording)),
        Line::Full(words) => words,
    };
    let spoken = words.first().map(|word| word.to_string_lossy().into_owned()).unwrap_or_default();
    let spoken = if args::names().contains(&spoken) { spoken } else { String::new() };
    match args::parse(words, running::with_kept(args::command(wording))) {
        Ok(order) => carry_out(order, wording),
        Err(help) if matches!(help.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            let text = help.render();
            let coloured = console::colors_enabled();
            let text = if coloured { text.ansi().to_string() } else { text.to_string() };
            screen::print(&text, wording)?;
            Ok(Exit::Done)
        }
        Err(fault) => Err(usage::tell(&fault, &spoken, wording)),
    }
}

fn carry_out(order: Order, wording: &Wording) -> Result<Exit, Failure> {
    match order {
        Order::Run(order) => return run::run(&order, wording),
        Order::Merge(order) if region::is_region(&order.folders) => return region::merge(&order, wording),
        Order::Merge(order) => return merge::merge(&order, wording),
        Order::Ask(ask) => return answer::answer(&ask, &Stop::listen(), wording),
        Order::Score(order) => return score::run(&order, wording),
        Order::Check(named) => return check::check(&named, wording),
        Order::Show(named) => return show::show(&named, wording),
        Order::Schema(of) => return show::schema(of, wording),
        Order::Completions(shell) => {
            let script = documents::completions(shell, args::command(wording));
            screen::print(&String::from_utf8_lossy(&script), wording)?;
        }
        Order::Man(of) => {
            let page = documents::manual(of.as_deref(), args::command(wording), wording)
                .map_err(|fault| Failure::new(Exit::InternalFault, fault.to_string()))?;
            screen::print(&page, wording)?;
        }
    }
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::wording::Language;

    #[test]
    fn a_panic_ends_as_an_internal_fault() {
        let wording = Wording::new(Language::Nl);
        assert_eq!(guarded(&wording, || panic!("on purpose")), Exit::InternalFault);
        drop(panic::take_hook());
    }
}
