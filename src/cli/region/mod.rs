//! `sim region`: one scenario in every municipality of a made-up region.
//!
//! Each municipality has a folder of its own, made when it is done: so a run that was stopped goes on where it was, and a
//! large region takes no more memory than a small one.

mod crew;
mod tour;
mod town;

pub(super) use tour::answer;
