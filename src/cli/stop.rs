//! Ctrl-C and a request to terminate: a clean stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::exit::Exit;

/// Set by Ctrl-C; the engine looks at it between replications, the folder before it swaps.
#[derive(Clone, Debug, Default)]
pub(super) struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Begins to listen. Where the system lets nobody listen, Ctrl-C ends the program at once, and the next run
    /// clears what it left.
    pub(super) fn listen() -> Self {
        let stop = Self::default();
        let flag = Arc::clone(&stop.0);
        let _ = ctrlc::set_handler(move || {
            if flag.swap(true, Ordering::SeqCst) {
                leave_at_once();
            }
        });
        stop
    }

    /// Whether the user asked to stop.
    pub(super) fn wanted(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    /// The flag itself, for the engine.
    pub(super) fn flag(&self) -> &AtomicBool {
        &self.0
    }
}

#[expect(clippy::exit, reason = "a second Ctrl-C says that the user does not want to wait for a clean stop")]
fn leave_at_once() {
    std::process::exit(i32::from(Exit::RunFailed.code()));
}
