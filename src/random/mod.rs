//! Random streams by address.
//!
//! Enters: a master seed and an address (draw, replication, purpose, item). Leaves: a generator whose numbers
//! depend on that address alone, and the stratified points of the parameter draws. Refuses to know: what the
//! numbers are used for. It is the only room that builds a generator.

mod name;
mod philox;
mod stratified;
mod stream;

pub use name::hash;
pub use philox::philox4x64;
pub use stratified::{BATCHES, REPLICATIONS_PER_DRAW, stratified};
pub use stream::{Address, KeyStream, Purpose, Seed, Stream};
