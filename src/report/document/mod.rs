//! What a run tells a reader, free of any format.
//!
//! Enters: a [`Forecast`](crate::analyses::Forecast) and the catalogue of sentences. Leaves: a [`Document`] of
//! titled sections, paragraphs and tables in which every figure carries the place in `summary.json` that it was
//! taken from. Refuses to know: width, colour, fonts, files. It computes nothing: a figure that is not in the
//! summary cannot be said.

mod answer;
mod bands;
mod break_even;
mod chart;
mod closing;
mod council;
mod figures;
mod model;
mod page;
mod pilot;
mod rooted;
mod sentence;
mod support;
mod teller;
mod unknowns;

pub use chart::{
    Along, Axis, Chart, Columns, Dots, Line, Lines, Picture, Plane, Plotted, RowOfBars, Rows, Span, Spread,
    Start,
};
pub use closing::Written;
pub use council::council;
pub use model::{Align, Block, Column, Document, Figure, Row, Run, Section, Table, Text};
pub use page::{page, page_with};

pub(in crate::report) use closing::doubt_texts;
pub(in crate::report) use figures::pointer;
pub(in crate::report) use rooted::beneath;
pub(in crate::report) use sentence::{Piece, together};
pub(in crate::report) use support::{Direction, ENOUGH};
pub(in crate::report) use teller::{Teller, error_form, form_of};
pub(in crate::report) use unknowns::{grade_id, key_name, part_name};
