//! Whether the model holds on a scenario: the page, the figures, a table for an appendix.

mod json;
mod page;
mod told;
mod verified;

pub(super) use json::{Figures, figures, schema};
pub use page::appendix;
pub use told::told;
pub use verified::verify;
