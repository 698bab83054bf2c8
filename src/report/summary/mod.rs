//! `summary.json`: every figure that any report shows, for scripts and spreadsheets.
//!
//! Enters: a [`Forecast`](crate::analyses::Forecast). Leaves: the same bytes for the same forecast, in a form that
//! `docs/summary.schema.json` describes. Refuses to know: language; an undefined figure is `null`, never NaN.

mod account;
mod context;
mod decision;
mod figure;
mod layout;
mod over_time;
mod own_sum;
mod price_effect;
mod reconciliation;
mod results;
mod root;
mod rounding;
mod table_3;

pub(in crate::report) use context::{Line, grade_text};
pub(in crate::report) use figure::{Band, Estimate, Named, Number};
pub(in crate::report) use layout::Layout;
pub use root::{FORMAT_VERSION, is_whole, schema, write};
pub(in crate::report) use rounding::rounded;
