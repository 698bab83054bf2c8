//! One question of a user per file, gathered into a [`Forecast`].
//!
//! Enters: the experiment and what every replication came to ([`Runs`]). Leaves: answers as plain values. Refuses
//! to know: language, number format, files.

mod bands;
mod decision;
mod forecast;
mod inputs;
mod over_time;
mod own_sum;
mod price_effect;
mod reconciliation;
mod runs;
mod studies;
mod table_3;
mod team;
mod unknowns;
mod warning;

pub use bands::{MetricBands, WorldBands};
pub use decision::{BreakEven, CeilingOdds, Decision, Odds, Shortage, shortage};
pub use forecast::{EVALUATION, Forecast, RunInfo, build};
pub use inputs::{Input, InputValue};
pub use over_time::{MonthlyStarts, OverTime, QuarterlyStarts, WeeklyQueue};
pub use own_sum::{OwnRow, OwnSum};
pub use price_effect::{Change, PartedAmount, Parts, PriceEffect};
pub use reconciliation::{Cell, ReconciledPeriod, Reconciliation};
pub use runs::{Runs, Scores};
pub use studies::{Finding, FindingKind, STUDIES};
pub use table_3::{
    PrintedPeriod, RebuiltColumn, RebuiltTable, TABLE_3, TABLE_3_SOURCE, TABLE_3_TOTAL, rebuilt,
};
pub use team::TeamMember;
pub use unknowns::Unknown;
pub use warning::Warning;
