//! Numbers with a unit: hours and euros.
//!
//! Enters: a bare number from a checked place. Leaves: a newtype with only the arithmetic that means something.
//! Refuses to know: where a number came from, and how it is written for a reader.

mod choice;
mod quantity;
mod whole;

pub use choice::if_so;
pub use quantity::{Eur, EurPerHour, Hours};
pub use whole::{nearest_whole, whole_part};

/// Weeks in an average year of the Gregorian calendar, to turn a yearly hazard or rate into a weekly one.
pub const WEEKS_PER_YEAR: f64 = 365.2425 / 7.0;
