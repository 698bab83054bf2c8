//! The value of a quantity at which a policy pays back as often as is asked.
//!
//! Enters: a [`Trial`] that plays the policy with a quantity set to any value. Leaves: the value, its error, and the
//! curve it was read from; for two quantities the line along which it pays back. Refuses to know: how a value is set.

mod map;
mod payback;
mod search;

pub use map::{Map, map};
pub use payback::{PayBack, Sought, Today};
pub use search::{Crossing, Point, Question, Threshold, Trial, search};
