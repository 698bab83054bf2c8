//! What was registered, quarter by quarter: files of counts become a valid [`Ledger`], or all faults of all files at once.
//!
//! Enters: the texts of registration files, one per quarter, and of later corrections. Leaves: for every date on which
//! something was registered, what was known then. Refuses to know: persons, and what a forecast says.

mod check;
mod fault;
mod model;
mod quarter;
mod read;

pub use check::{load_ledger, load_ledger_from};
pub use fault::LedgerFault;
pub use model::{Conversations, Ledger, Registration};
pub use quarter::Quarter;
pub use read::{CLOSURES, HELP, LEDGER_FRAME, MOST_COUNT, MOST_FILES};
