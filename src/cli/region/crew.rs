//! Municipalities spread over threads: each takes the next that is left, and works on it alone.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::town::Town;
use crate::analyses::region::Municipality;
use crate::cli::answer::Desk;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::progress::Progress;
use crate::cli::run::failed;
use crate::engine::RunError;

/// Works through what is `left` of `count` municipalities.
///
/// # Errors
/// [`Failure`] of the first municipality by number that failed, or when stopped: what is done stays.
pub(super) fn work(
    desk: &Desk<'_>,
    folder: &Path,
    left: &[&Municipality],
    count: usize,
) -> Result<(), Failure> {
    let progress = Progress::new(left.len(), desk.order.quiet, desk.wording);
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let failure: Mutex<Option<(usize, Failure)>> = Mutex::new(None);
    let fail = |number: usize, fault: Failure| {
        // A thread that panics ends the program, so nobody meets a lock that it held.
        if let Ok(mut first) = failure.lock()
            && first.as_ref().is_none_or(|(other, _)| number < *other)
        {
            *first = Some((number, fault));
        }
    };
    let shift = || {
        while let Some(municipality) = left.get(next.fetch_add(1, Ordering::Relaxed)) {
            if desk.stop.wanted() || failure.lock().is_ok_and(|first| first.is_some()) {
                return;
            }
            match Town::new(desk, municipality).run(folder) {
                Ok(()) => {
                    done.fetch_add(1, Ordering::Relaxed);
                    progress.advance(1);
                }
                Err(fault) => fail(municipality.number, fault),
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..desk.order.threads.min(left.len()) {
            // What comes after the simulation keeps to this thread too.
            scope.spawn(|| match rayon::ThreadPoolBuilder::new().num_threads(1).build() {
                Ok(alone) => alone.install(shift),
                Err(fault) => fail(0, failed(&RunError::Threads(fault), desk.wording)),
            });
        }
    });
    progress.finish();
    if desk.stop.wanted() {
        let done = count - left.len() + done.load(Ordering::Relaxed);
        return Err(stopped(desk, folder, (done, count)));
    }
    failure.into_inner().ok().flatten().map_or(Ok(()), |(_, fault)| Err(fault))
}

/// What is told when the user stopped it with so many of so many municipalities done.
pub(super) fn stopped(desk: &Desk<'_>, folder: &Path, (done, count): (usize, usize)) -> Failure {
    let gaps =
        [("done", done.into()), ("count", count.into()), ("folder", folder.display().to_string().into())];
    Failure::new(Exit::RunFailed, desk.wording.fill("region-stopped", &gaps))
}
