//! One set of parameter values out of the uncertainty: a draw.
//!
//! Enters: the scenarios of an experiment and the number of a draw. Leaves: the value of every quantity in every
//! arm and world, and the standard-normal scores behind them. Refuses to know: young people, weeks played, and
//! what a value is used for.
//!
//! Each uncertain quantity has one score per draw, found under its own key. Arms and worlds that state a quantity
//! alike thus share its value; those that state it differently share its rank; and a new quantity moves no other.

mod binding;
mod design;
mod space;

pub use binding::{Binding, Shares, Track};
pub use design::Design;
pub use space::{Draw, ParameterSpace};
