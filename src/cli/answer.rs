//! `sim compare` and the other questions: load, ask, keep the figures, print the answer.

use std::io;

use super::args::SimulationOrder;
use super::break_even::Asked;
use super::exit::Exit;
use super::failure::Failure;
use super::folder::{self, Reservation};
use super::progress::{Progress, busy};
use super::question::{Ask, Question};
use super::run::{failed, not_written};
use super::stop::Stop;
use super::{
    break_even, budget, calibrate, compare, inputs, monitor, region, screen, sensitivity, value, verify,
};
use crate::analyses::Answers;
use crate::engine::RunError;
use crate::report::answer::{self, Answer};
use crate::report::terminal;
use crate::report::wording::Wording;
use crate::scenario::Loaded;

/// What it takes to answer.
pub(super) struct Desk<'a> {
    pub(super) order: &'a SimulationOrder,
    pub(super) loaded: &'a Loaded,
    pub(super) stop: &'a Stop,
    pub(super) wording: &'a Wording,
    /// The question, where it is one of several things to do.
    pub(super) about: Option<&'a str>,
}

impl<'a> Desk<'a> {
    /// Does work on as many threads as the run has.
    ///
    /// # Errors
    /// [`Failure`] when the machine gives no threads.
    pub(super) fn with_threads<T: Send>(&self, work: impl FnOnce() -> T + Send) -> Result<T, Failure> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.order.threads).build();
        let text = match self.about {
            Some(about) => self.wording.fill("progress-working-on", &[("about", about.into())]),
            None => self.wording.text("progress-working"),
        };
        pool.map(|pool| busy(text, self.order.quiet, || pool.install(work)))
            .map_err(|fault| failed(&RunError::Threads(fault), self.wording))
    }

    /// A bar over so many steps.
    pub(super) fn progress(&self, steps: usize) -> Progress<'a> {
        Progress::new(steps, self.order.quiet, self.wording).about(self.about)
    }
}

/// Answers a question.
///
/// The folder is reserved first, so that nobody waits for figures that cannot be kept.
///
/// # Errors
/// [`Failure`], with the earlier answer as it was.
pub(super) fn answer(ask: &Ask, stop: &Stop, wording: &Wording) -> Result<Exit, Failure> {
    let loaded = inputs::load(&ask.order.inputs, wording)?;
    if !ask.order.quiet {
        inputs::warn(&loaded, wording);
    }
    let desk = Desk { order: &ask.order, loaded: &loaded, stop, wording, about: None };
    if let Question::Region { municipalities, force, shard: Some(shard) } = ask.question {
        return region::part(&desk, (municipalities, force), shard);
    }
    let reservation = reserve(&desk)?;
    let mut found = Answers::default();
    let answer = find(&desk, &ask.question, &mut found)?;
    let exit = verify::exit(found.verify.as_ref());
    hand_over(&desk, ask.name, &answer, &reservation)?;
    Ok(exit)
}

/// Reserves the folder of the run that an answer belongs to.
///
/// # Errors
/// [`Failure`] when it holds what is not ours, or cannot be written.
pub(super) fn reserve(desk: &Desk<'_>) -> Result<Reservation, Failure> {
    let taken = Reservation::take(&desk.order.out, &desk.loaded.experiment.name);
    taken
        .and_then(|reservation| reservation.earlier().map(|_| reservation))
        .map_err(|fault| not_written(&fault, desk.wording))
}

/// Keeps the files of an answer and prints it.
///
/// # Errors
/// [`Failure`], with the earlier answer as it was.
pub(super) fn hand_over(
    desk: &Desk<'_>,
    name: &str,
    answer: &Answer,
    reservation: &Reservation,
) -> Result<(), Failure> {
    let files = answer.files(name, desk.wording);
    folder::keep(reservation, &files).map_err(|fault| not_written(&fault, desk.wording))?;
    if desk.order.quiet { Ok(()) } else { show(answer, &files, reservation, desk.wording) }
}

/// Finds the answer to a question, puts it `among` the others, and puts it into words.
///
/// # Errors
/// [`Failure`] when it cannot be asked of what was loaded, when stopped or when refused.
pub(super) fn find(desk: &Desk<'_>, question: &Question, among: &mut Answers) -> Result<Answer, Failure> {
    let wording = desk.wording;
    let told = match question {
        Question::Compare { explain } => {
            answer::compare(among.compare.insert(compare::find(desk, explain)?), wording)
        }
        Question::BreakEven { keys, ranges, probability } => {
            let asked = Asked { keys, ranges, probability: *probability };
            answer::break_even(among.break_even.insert(break_even::find(desk, &asked)?), wording)
        }
        Question::Budget => {
            let found = among.budget.insert(budget::find(desk)?);
            let product = budget::proposal(desk, found);
            answer::budget(found, wording).map(|answer| Answer { product, ..answer })
        }
        Question::Sensitivity => {
            answer::sensitivity(among.sensitivity.insert(sensitivity::find(desk)?), wording)
        }
        Question::Value { closures, worth } => {
            answer::value(among.value.insert(value::find(desk, closures, *worth)?), wording)
        }
        Question::Monitor { closures, bound } => {
            answer::monitor(among.monitor.insert(monitor::find(desk, closures, *bound)?), wording)
        }
        Question::Region { municipalities, force, .. } => {
            return region::answer(desk, *municipalities, *force);
        }
        Question::Calibrate { ledger } => return calibrate::answer(desk, ledger.as_deref()),
        Question::Backtest => return calibrate::backtest(desk),
        Question::Verify => answer::verify(among.verify.insert(verify::find(desk)?), wording),
    };
    told.map_err(|fault| unspoken(&fault))
}

pub(super) fn show(
    answer: &Answer,
    files: &[(String, Vec<u8>)],
    reservation: &Reservation,
    wording: &Wording,
) -> Result<(), Failure> {
    let page = terminal::render(&answer.document, screen::page_terminal());
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let drawn = !answer.charts.is_empty();
    let folder = reservation.target();
    let gaps = [("folder", folder.display().to_string().into()), ("files", names.join(", ").into())];
    let mut told = wording.fill(if drawn { "answer-files" } else { "answer-figures" }, &gaps);
    for (place, id) in &answer.beside {
        told = format!("{told}\n{}", wording.fill(id, &[("place", place.into())]));
    }
    screen::present(&format!("{page}\n{told}\n"), folder, wording)
}

/// An answer that could not be put into words is a fault of the program.
pub(super) fn unspoken(fault: &io::Error) -> Failure {
    Failure::new(Exit::InternalFault, fault.to_string())
}
