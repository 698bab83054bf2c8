//! A scenario file becomes a valid [`Scenario`].
//!
//! Enters: the text of scenario and world files, and values set at the prompt. Leaves: an [`Experiment`], which
//! is one valid [`Scenario`] per arm and world, with the provenance of every value and the warnings that do not
//! stop a run; or all faults of all files at once. Refuses to know: how anything is simulated, and in which
//! language a fault is told.

mod calendar;
mod model;
mod unit;
mod vocabulary;

pub use calendar::{Calendar, Period};
pub use model::{
    Arm, Ceiling, Composition, CompositionLaw, Experiment, Grade, Place, Provenance, Provider, Quantity,
    Registered, Scenario, Timeline, World,
};
pub use unit::Unit;
pub use vocabulary::{CeilingKey, Entry, Key, MONTHS, OUTCOMES, ProviderKey, REFERRERS, Role};
