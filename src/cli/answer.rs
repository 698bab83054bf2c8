//! `sim compare` and the other questions: load, ask, keep the figures, print the answer.

use std::io;

use super::break_even::Asked;
use super::exit::Exit;
use super::failure::Failure;
use super::folder::{self, Reservation};
use super::question::{Ask, Question};
use super::run::{failed, not_written};
use super::stop::Stop;
use super::{break_even, budget, compare, inputs, monitor, screen, sensitivity, value, verify};
use crate::engine::RunError;
use crate::report::answer::Answer;
use crate::report::terminal;
use crate::report::wording::Wording;
use crate::scenario::Loaded;

/// What it takes to answer.
pub(super) struct Desk<'a> {
    pub(super) ask: &'a Ask,
    pub(super) loaded: &'a Loaded,
    pub(super) stop: &'a Stop,
    pub(super) wording: &'a Wording,
}

impl Desk<'_> {
    /// Does work on as many threads as the run has.
    ///
    /// # Errors
    /// [`Failure`] when the machine gives no threads.
    pub(super) fn with_threads<T: Send>(&self, work: impl FnOnce() -> T + Send) -> Result<T, Failure> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.ask.order.threads).build();
        pool.map(|pool| pool.install(work)).map_err(|fault| failed(&RunError::Threads(fault), self.wording))
    }
}

/// Answers a question.
///
/// The folder is reserved first, so that nobody waits for figures that cannot be kept.
///
/// # Errors
/// [`Failure`], with the earlier answer as it was.
pub(super) fn answer(ask: &Ask, wording: &Wording) -> Result<Exit, Failure> {
    let loaded = inputs::load(&ask.order.inputs, wording)?;
    if !ask.order.quiet {
        inputs::warn(&loaded, wording);
    }
    let stop = Stop::listen();
    let reservation = Reservation::take(&ask.order.out, &loaded.experiment.name)
        .map_err(|fault| not_written(&fault, wording))?;
    reservation.earlier().map_err(|fault| not_written(&fault, wording))?;
    let desk = Desk { ask, loaded: &loaded, stop: &stop, wording };
    let mut exit = Exit::Done;
    let answer = match &ask.question {
        Question::Compare { explain } => compare::answer(&desk, explain)?,
        Question::BreakEven { keys, ranges, probability } => {
            break_even::answer(&desk, &Asked { keys, ranges, probability: *probability })?
        }
        Question::Budget => budget::answer(&desk)?,
        Question::Sensitivity => sensitivity::answer(&desk)?,
        Question::Value { closures, worth } => value::answer(&desk, closures, *worth)?,
        Question::Monitor { closures, bound } => monitor::answer(&desk, closures, *bound)?,
        Question::Verify => {
            let (answer, sound) = verify::answer(&desk)?;
            if !sound {
                exit = Exit::CheckFailed;
            }
            answer
        }
    };
    let files = answer.files(ask.name, wording);
    folder::keep(&reservation, &files).map_err(|fault| not_written(&fault, wording))?;
    if !ask.order.quiet {
        show(&answer, &files, &reservation, wording)?;
    }
    Ok(exit)
}

fn show(
    answer: &Answer,
    files: &[(String, Vec<u8>)],
    reservation: &Reservation,
    wording: &Wording,
) -> Result<(), Failure> {
    let page = terminal::render(&answer.document, screen::page_terminal());
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let folder = reservation.target().display().to_string();
    let gaps = [("folder", folder.into()), ("files", names.join(", ").into())];
    screen::print(&format!("{page}\n{}\n", wording.fill("answer-files", &gaps)), wording)
}

/// An answer that could not be put into words is a fault of the program.
pub(super) fn unspoken(fault: &io::Error) -> Failure {
    Failure::new(Exit::InternalFault, fault.to_string())
}
