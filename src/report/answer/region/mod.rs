//! A made-up region: the page, the figures, and the two tables that a run of it keeps.
//!
//! `extra.csv` holds what each replication of one municipality came to, exactly, so that the sums over the region can be made
//! once more without simulating. `region.csv` has a row per municipality, for spreadsheets and maps.

mod columns;
mod json;
mod page;
mod rows;

pub use columns::{read_columns, write_columns};
pub(super) use json::schema;
pub use page::region;
pub use rows::write_rows;
