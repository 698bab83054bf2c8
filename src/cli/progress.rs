//! The progress bar on a terminal, for anything that takes longer than a second.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::report::wording::Wording;
use crate::units::whole_part;

/// Nothing is shown for a run that is over sooner.
const PATIENCE: Duration = Duration::from_secs(1);

/// Time between two turns of the mark.
const TURN: Duration = Duration::from_millis(100);

/// Share done and time left, on standard error.
pub(super) struct Progress<'a> {
    bar: ProgressBar,
    wording: &'a Wording,
    /// What it is about, where there is more than one thing to do.
    about: Option<&'a str>,
    since: Instant,
    total: AtomicUsize,
    done: AtomicUsize,
    /// Of these, those that took no time.
    passed: AtomicUsize,
    visible: bool,
    shown: AtomicBool,
}

impl<'a> Progress<'a> {
    /// A bar over `total` steps; it stays hidden when `quiet` or when nobody looks.
    pub(super) fn new(total: usize, quiet: bool, wording: &'a Wording) -> Self {
        let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::hidden());
        // The template is ours and parses; should it not, the standard bar serves.
        let style = ProgressStyle::with_template("{bar:30} {percent:>3} %  {msg}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style.progress_chars("━╸─"));
        let visible = !quiet && std::io::stderr().is_terminal();
        let [total, done, passed] = [total, 0, 0].map(AtomicUsize::new);
        Self {
            bar,
            wording,
            about: None,
            since: Instant::now(),
            total,
            done,
            passed,
            visible,
            shown: AtomicBool::new(false),
        }
    }

    /// The same with what it is about before the time left.
    pub(super) fn about(self, about: Option<&'a str>) -> Self {
        Self { about, ..self }
    }

    /// So many `more` of the total are done; may be called from any thread.
    pub(super) fn advance(&self, more: usize) {
        let done = self.done.fetch_add(more, Ordering::Relaxed) + more;
        let elapsed = self.since.elapsed();
        if !self.visible || elapsed < PATIENCE || more == 0 {
            return;
        }
        if !self.shown.swap(true, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        }
        let passed = self.passed.load(Ordering::Relaxed);
        let total = self.total.load(Ordering::Relaxed);
        let left = left(elapsed, done - passed, total.saturating_sub(passed), self.wording);
        self.bar.set_message(match self.about {
            Some(about) => {
                self.wording.fill("progress-of", &[("about", about.into()), ("left", left.into())])
            }
            None => left,
        });
        self.bar.set_position(done as u64);
    }

    /// So many `more` need not be done: they say nothing about the pace.
    pub(super) fn pass(&self, more: usize) {
        self.done.fetch_add(more, Ordering::Relaxed);
        self.passed.fetch_add(more, Ordering::Relaxed);
    }

    /// It will take `total` steps, as far as can be told by now.
    pub(super) fn aim(&self, total: f64) {
        let total = whole_part(total).max(self.done.load(Ordering::Relaxed));
        self.bar.set_length(total as u64);
        self.total.store(total, Ordering::Relaxed);
    }

    /// Wipes the bar.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// Does work of unknown length; once that has taken longer than anybody likes to wait, a mark turns beside a text.
pub(super) fn busy<T>(text: String, quiet: bool, work: impl FnOnce() -> T) -> T {
    if quiet || !std::io::stderr().is_terminal() {
        return work();
    }
    thread::scope(|scope| {
        let (done, ended) = mpsc::channel::<()>();
        scope.spawn(move || {
            if ended.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                let mark = ProgressBar::new_spinner().with_message(text);
                mark.enable_steady_tick(TURN);
                // It ends when the other end is dropped, also by a panic.
                let _ = ended.recv();
                mark.finish_and_clear();
            }
        });
        let found = work();
        drop(done);
        found
    })
}

/// The time left in words, were the rest to go as fast as the part that is done.
fn left(elapsed: Duration, done: usize, total: usize, wording: &Wording) -> String {
    let seconds = elapsed.as_secs_f64() * total.saturating_sub(done) as f64 / done as f64;
    let whole = Duration::try_from_secs_f64(seconds.ceil()).map_or(u64::MAX, |left| left.as_secs());
    if whole < 120 {
        wording.fill("progress-seconds-left", &[("count", whole.into())])
    } else {
        wording.fill("progress-minutes-left", &[("count", whole.div_ceil(60).into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::wording::Language;

    #[test]
    fn what_is_done_meanwhile_is_given_back() {
        for quiet in [true, false] {
            assert_eq!(busy("bezig".to_owned(), quiet, || 6 * 7), 42);
        }
    }

    #[test]
    fn the_time_left_follows_from_the_pace_so_far() {
        let nl = Wording::new(Language::Nl);
        assert_eq!(left(Duration::from_secs(2), 4_000, 10_000, &nl), "nog 3 s");
        assert_eq!(left(Duration::from_secs(10), 100, 10_000, &nl), "nog 17 min");
        assert_eq!(left(Duration::from_secs(2), 10_000, 10_000, &nl), "nog 0 s");
    }
}
