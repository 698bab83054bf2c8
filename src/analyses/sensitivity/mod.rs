//! What moves the answer: a tornado, Sobol indices, and what we do not know that matters.
//!
//! A plain run gives the effect of every uncertain quantity; from it the most important ones are picked, and a second
//! run on picked-and-frozen points gives the indices of these and of all groups with their interactions.

mod effects;
mod groups;
mod indices;

pub use effects::{Effect, Swing};
pub use groups::Theme;
pub use indices::{Sensitivity, SensitivityPlan, ThemeIndex, ThemeIndices, Unsure, answer, plan};
