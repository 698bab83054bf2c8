//! What it is worth to know more before deciding, in euros a year: everything, one quantity, a theme, or a sample of
//! closures that is followed up.

mod choice;
mod question;
mod sample;

pub use choice::{Learnt, LearntTheme, OptionValue, WorldValue};
pub use question::{Advice, Mixture, Value, ValuePlan, supported, value};
pub(super) use sample::Followed;
pub use sample::{Observed, SampleValue};
