//! Faults and doubts in the reader's language, with the lines of the file that they are about.
//!
//! Enters: faults as data and the texts they point into. Leaves: text for a terminal. Refuses to know: how a fault
//! was found.

mod doubts;
mod page;
mod registrations;
mod sentences;
mod snippet;
mod told;

pub use page::{Look, line, render, render_warnings};
