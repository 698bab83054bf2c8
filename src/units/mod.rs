//! Numbers with a unit: hours, weeks, euros, shares.
//!
//! Enters: a bare number from a checked place. Leaves: a newtype with only the arithmetic that means something.
//! Refuses to know: where a number came from, and how it is written for a reader.

mod quantity;
mod share;

pub use quantity::{Eur, EurPerHour, Hours, Weeks};
pub use share::{Share, ShareError};
