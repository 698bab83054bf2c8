//! One set of parameter values out of the uncertainty: a draw.
//!
//! Enters: the scenarios of an experiment and the number of a draw. Leaves: the value of every quantity in every
//! arm and world, and the standard-normal scores behind them. A quantity that two arms or worlds state alike has
//! one value in both. Refuses to know: young people, weeks played, and what a value is used for.
