//! One question of a user per file, gathered into a [`Forecast`].
//!
//! Enters: the experiment and what every replication came to ([`Runs`]). Leaves: answers as plain values. Refuses
//! to know: language, number format, files.

mod account;
mod allotment;
mod answers;
mod backtest;
mod bands;
pub mod calibration;
mod comparison;
mod decision;
mod digest;
mod exactness;
mod forecast;
mod inputs;
pub mod monitor;
mod over_time;
mod own_sum;
mod precision;
mod price_effect;
mod reconciliation;
pub mod region;
mod runs;
pub mod score;
pub mod sensitivity;
mod studies;
mod surrogate;
mod table_3;
mod team;
mod threshold;
mod unknowns;
pub mod value;
pub mod verify;
mod warning;

pub use account::Account;
pub use allotment::{
    Allotment, Bands, BestUse, Field, Judged, Kept, Played, Rules, Verdict, allot, paper_grid,
};
pub use answers::Answers;
pub use backtest::{Backtest, BacktestPlan, Hit, TESTED_LEVELS, Tested};
pub use bands::{MetricBands, WorldBands};
pub use comparison::{
    Comparison, Contender, Dominance, Explanation, MOST_PARTS, Mixes, Share, Standing, Step, compare, explain,
};
pub use decision::{BreakEven, CeilingOdds, Decision, Odds, Shortage, shortage};
pub use digest::{BLOCK_DRAWS, Digest, Leaf};
pub use exactness::{LargestError, largest_error};
pub use forecast::{EVALUATION, Forecast, RunInfo, build};
pub use inputs::{Input, InputValue};
pub use over_time::{MonthlyStarts, OverTime, QuarterlyStarts, WeeklyQueue};
pub use own_sum::{OwnRow, OwnSum};
pub use precision::{Precision, controlled, precision};
pub use price_effect::{Change, PartedAmount, Parts, PriceEffect};
pub use reconciliation::{Cell, ReconciledPeriod, Reconciliation};
pub use runs::{Runs, Scores};
pub use studies::{Finding, FindingKind, STUDIES};
pub use table_3::{
    PrintedPeriod, RebuiltColumn, RebuiltTable, TABLE_3, TABLE_3_SOURCE, TABLE_3_TOTAL, rebuilt,
};
pub use team::TeamMember;
pub use threshold::{Crossing, Map, PayBack, Point, Question, Sought, Threshold, Today, Trial, map, search};
pub use unknowns::Unknown;
pub use warning::Warning;
