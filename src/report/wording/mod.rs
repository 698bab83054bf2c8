//! Every sentence that a user sees, in Dutch and in English, from one catalogue.
//!
//! Enters: the id of a sentence and what fills it. Leaves: text. Refuses to know: numbers (they arrive formatted,
//! see [`number`](super::number); a bare count only chooses between singular and plural) and layout.
//!
//! The catalogue is written in Fluent, one folder per language: `page.ftl` for what a run tells, `keys.ftl` for
//! what a quantity is called, `faults.ftl` for what is wrong with a scenario, `cli.ftl` for the prompt, `council.ftl` for the summary of
//! the gemeenteraad, `tables.ftl` for what measures and columns of tables are called, `workbook.ftl` for the workbook, and a
//! file per question of `sim compare` and the like. Both languages hold the same ids with the same
//! variables, and every id named in the code exists; tests see to both.

mod catalogue;
mod language;

pub use catalogue::{Value, Wording};
pub use language::Language;
