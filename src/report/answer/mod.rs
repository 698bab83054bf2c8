//! Answers to the questions behind a forecast: a page, a file of figures with its schema, and charts.
//!
//! Enters: what an analysis found. Leaves: an [`Answer`], in which every figure that is said or drawn carries its place
//! in the file of figures. Refuses to know: how anything was computed; an answer that the Monte Carlo error does not
//! support is not given.

mod along;
mod backtest;
mod break_even;
mod budget;
mod calibrate;
mod compare;
mod given;
mod monitor;
mod quantity;
mod region;
mod score;
mod sensitivity;
mod value;
mod verify;

pub use backtest::backtest;
pub use break_even::break_even;
pub use budget::budget;
pub use calibrate::calibrate;
pub use compare::compare;
pub use given::{ANSWERS, Answer, Product, schema};
pub use monitor::monitor;
pub use region::{read_columns, region, write_columns, write_rows};
pub use score::{Archive, Archived, score};
pub use sensitivity::sensitivity;
pub use value::value;
pub use verify::{appendix, told, verify};

pub(in crate::report) use along::{Along, asked, for_council, gists};

use given::{FORMAT_VERSION, json};
