//! `sim region`: one scenario in every municipality of a made-up region.
//!
//! Each municipality has a folder of its own, made when it is done: so a run that was stopped goes on where it was, and a
//! large region takes no more memory than a small one. A region may be cut in parts of whole municipalities, each worked out
//! anywhere; brought together they give the same bytes.

mod crew;
mod files;
mod gather;
mod part;
mod tour;
mod town;
mod unfinished;

pub(super) use gather::{is_region, merge};
pub(super) use part::part;
pub(super) use tour::answer;
