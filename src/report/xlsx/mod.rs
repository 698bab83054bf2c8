//! `bandbreedtes.xlsx`: a run for whoever keeps the budget, one sheet per file.
//!
//! Enters: a [`Forecast`](crate::analyses::Forecast) and the catalogue of sentences. Leaves: the bytes of a workbook
//! with tables, formulas that can be followed, and charts; the same bytes for the same forecast. Refuses to know: how
//! a figure came about. It computes nothing: every number, also that of a formula, is one of `summary.json`.

mod answers;
mod assumptions;
mod bands;
mod book;
mod break_even;
mod ceilings;
mod chart;
mod charts;
mod look;
mod odds;
mod own_sum;
mod price_effect;
mod quote;
mod reading_guide;
mod sheet;
mod table_3;

pub use book::{placed, write};
pub use sheet::Placed;
