//! The folder of one run: reserved before anything is simulated, replaced as a whole at the end.
//!
//! Enters: the output folder and the name of a run. Leaves: a private place to write in, and at the end the
//! results under their own name, or the earlier results as they were. Refuses to know: what is written.

mod answers;
mod fault;
mod reservation;
mod settled;
mod swap;

pub(super) use answers::keep;
pub(super) use fault::{FolderFault, reason, told};
pub(super) use reservation::{Earlier, Reservation};
pub(super) use settled::{SettledFile, write_settled};
pub(super) use swap::{Moved, remove};
