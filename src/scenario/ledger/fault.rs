//! What can be wrong with registrations and with no other file.

use jiff::civil::Date;

use super::quarter::Quarter;

/// What makes registrations unfit to be held against a forecast.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is named by the sentence of its variant")]
pub enum LedgerFault {
    /// No registrations were found in a folder.
    Empty { folder: String },
    /// More files than a forecast has quarters.
    TooManyFiles { found: usize, most: usize },
    /// Not a quarter, or one outside the centuries that the calendar serves.
    NoQuarter { found: String },
    /// Neither or both of `quarter` and `corrects`.
    QuarterOrCorrects,
    /// Registered before the quarter was over.
    TooEarly { quarter: Quarter, date: Date },
    /// A total that is not the sum of its parts.
    Sum { table: &'static str, total: f64, sum: f64 },
    /// Needs of another number of young people than came.
    Needs { came: f64, sum: f64 },
    /// Fewer conversations than trajectories that ended: each has at least one.
    FewConversations { ended: f64, conversations: f64 },
    /// A quarter that another file gave already.
    Twice { quarter: Quarter, file: String },
    /// A correction of a quarter that was never registered.
    CorrectsNothing { quarter: Quarter },
    /// A correction that is not later than what it corrects.
    NotLater { quarter: Quarter, date: Date, earlier: Date, file: String },
    /// Another set of needs than in the first file.
    OtherNeeds { missing: Vec<String>, unknown: Vec<String>, file: String },
    /// Made-up figures beside real ones.
    Mixed { file: String },
}
