//! What can be wrong with a scenario, as data; the words are the business of `report`.

use std::path::PathBuf;

use jiff::civil::Date;
use thiserror::Error;

use super::ledger::LedgerFault;
use crate::distributions::LawError;

/// A stretch of an input, for pointing at it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Site {
    /// The file, as the user or another file named it; `--set` for values set at the prompt.
    pub file: PathBuf,
    /// Line, from 1; 0 when the whole file is meant.
    pub line: usize,
    /// Column in characters, from 1; 0 when the whole file is meant.
    pub column: usize,
    /// First byte in the text of the file.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// The text of one input, as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The file, as the user or another file named it; `--set` for values set at the prompt.
    pub path: PathBuf,
    /// Its text, a byte-order mark included.
    pub text: String,
}

/// Something that stops a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where.
    pub site: Site,
    /// What.
    pub kind: FaultKind,
}

/// A doubt that does not stop a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// Where.
    pub site: Site,
    /// What.
    pub kind: WarningKind,
}

/// All that is wrong with the files of an experiment, in order of file and place.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("the scenario holds {} faults", self.list.len() + self.left_out)]
pub struct Faults {
    /// The faults, at most [`Faults::MOST`].
    pub list: Vec<Fault>,
    /// How many more there are, as far as they were counted.
    pub left_out: usize,
    /// Whether there were so many that the rest was not counted.
    pub uncounted: bool,
    /// Doubts found along the way.
    pub warnings: Vec<Warning>,
    /// The texts that the faults point into.
    pub inputs: Vec<Input>,
}

impl Faults {
    /// No more faults than this are kept: enough to repair a file, too few to drown in.
    pub const MOST: usize = 100;
}

/// A kind of value in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Text between quotes.
    Text,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// `true` or `false`.
    Flag,
    /// A date without a time.
    Date,
    /// A date with a time, or a time.
    Moment,
    /// A list between brackets.
    List,
    /// A list of texts.
    Texts,
    /// A table, `[name]` or between braces.
    Table,
    /// A list of tables, `[[name]]`.
    Tables,
    /// A quantity: a table with a statement, a unit, a source and a grade.
    Quantity,
    /// Shares of a whole: a table with a statement per part.
    Shares,
}

/// A word out of a fixed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordList {
    /// `scenario` or `world`.
    Kind,
    /// How far a value can be trusted.
    Grade,
    /// What was believed before counting.
    Prior,
}

/// What a syntax fault is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// A key without value.
    NoValue,
    /// A key without `=`.
    NoEquals,
    /// A bracket or brace that is not closed.
    Unclosed,
    /// A comma is missing.
    NoComma,
    /// A comma too many.
    ExtraComma,
    /// Text without quotes.
    NoQuotes,
    /// A number that cannot be read.
    BadNumber,
    /// `true` or `false` with capitals.
    BadFlag,
    /// A date that cannot be read or does not exist.
    BadDate,
    /// A text that is not closed or holds a wrong escape.
    BadText,
    /// A key with a character that needs quotes, or an empty key.
    BadKey,
    /// A character that a text file does not hold.
    BadCharacter,
    /// Anything else that is not TOML.
    Other,
}

/// Why a file cannot be read as text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is named by the sentence of its variant")]
pub enum FileFault {
    /// There is no such file; `nearest` is a file beside it with a like name.
    NotFound { nearest: Option<String> },
    /// A folder was named.
    IsFolder,
    /// A device, a pipe or another thing that is no file.
    NotAFile,
    /// More bytes than a scenario can need.
    TooLarge { bytes: u64, most: u64 },
    /// The system refused to read it.
    Unreadable { reason: String },
    /// It holds bytes that are no UTF-8 text.
    NotText,
}

/// What stops a run.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is named by the sentence of its variant")]
pub enum FaultKind {
    /// No scenario was named.
    NoScenario,
    /// A file that cannot be read as text.
    File { path: PathBuf, fault: FileFault },
    /// Not TOML; `found` is what stands there and `expected` what could have stood there.
    Syntax { syntax: Syntax, found: String, expected: Vec<String> },
    /// A key stands in a table twice.
    DuplicateKey { key: String },
    /// Brackets within brackets beyond any need.
    TooDeep { most: usize },
    /// A key of more parts, with points between them, than any key has.
    LongKey { most: usize },
    /// Made for another version of this program.
    FormatVersion { found: String, supported: i64 },
    /// A scenario where a world is needed, or the reverse.
    OtherKind { expected: &'static str },
    /// A key that nobody knows.
    UnknownKey { key: String, nearest: Option<String> },
    /// Keys that must be there and are not.
    MissingKeys { keys: Vec<String>, within: Option<String>, nearest: Option<String> },
    /// Another kind of value than the key takes.
    WrongType { key: String, expected: Shape, found: Shape },
    /// A bare number where a quantity is needed.
    BareNumber { key: String, value: f64, unit: &'static str },
    /// A number between quotes with a decimal comma, thousands points, a percent or a euro sign.
    DecimalComma { text: String, meant: f64 },
    /// A number between quotes.
    QuotedNumber { text: String },
    /// `nan`, `inf`, or a number too large to hold.
    NotFinite { key: String, text: String },
    /// Outside what the key can be.
    OutOfBounds { key: String, found: f64, low: f64, high: f64, unit: &'static str },
    /// A fraction where a whole number is needed.
    NotWhole { key: String, found: f64 },
    /// An uncertain statement for a quantity that must be one number.
    MustBeFixed { key: String, statement: String },
    /// Another unit than the one of the key.
    WrongUnit { key: String, found: String, expected: &'static str },
    /// A word that is not in its list.
    UnknownWord { list: WordList, found: String, nearest: Option<String> },
    /// A quantity or composition without a statement.
    NoStatement { key: String, options: Vec<&'static str> },
    /// Two statements in one quantity.
    TwoStatements { key: String, first: String, second: String },
    /// A statement that does not suit the quantity: counts for a share, a proportion for hours.
    UnsuitableStatement { key: String, statement: String, options: Vec<&'static str> },
    /// Low, likely and high are not in order, or all alike.
    LowHigh { key: String, low: f64, likely: f64, high: f64 },
    /// More seen than there were, or fewer than none.
    SeenOf { key: String, seen: f64, of: f64 },
    /// A number that must lie above 0 does not.
    NotPositive { key: String, found: f64 },
    /// No distribution of this kind has this mean and spread.
    Impossible { key: String, mean: f64, sd: f64 },
    /// Not two quantiles named p01 to p99.
    QuantileNames { key: String, found: Vec<String> },
    /// The higher quantile is not the higher number.
    QuantileOrder { key: String, low: String, high: String },
    /// The numbers make no distribution, for a reason that the file format does not foresee.
    Law { key: String, error: LawError },
    /// Fixed shares that do not add up to 1.
    SharesSum { key: String, sum: f64 },
    /// Parts that differ from the needed ones.
    Parts { key: String, missing: Vec<String>, unknown: Vec<String> },
    /// Too many or too few parts.
    PartCount { key: String, found: usize, most: usize },
    /// Too long, empty, or with control characters.
    BadText { key: String, most: usize },
    /// A name of a provider, ceiling or need that is not of `a-z`, `0-9` and `-`.
    BadName { name: String, most: usize },
    /// More of something than the model takes.
    TooMany { what: String, found: usize, most: usize },
    /// A name that stands in a list twice, or two files with one name.
    DuplicateName { name: String },
    /// A period with a name that results keep for something else.
    ReservedName { name: String },
    /// A key that may not stand in this kind of file: `extends` in a world, `worlds` in a child.
    NotHere { key: String, place: FilePlace },
    /// A world sets what somebody chooses.
    PolicyInWorld { key: String },
    /// The chain of parents comes back to where it was.
    CircularParents { chain: Vec<String> },
    /// A chain of parents that is too long.
    LongChain { most: usize },
    /// Scenarios that do not share one root.
    OtherRoot { root: String, expected: String },
    /// A date outside the centuries that the calendar serves.
    DateOutOfRange { key: String, found: Date },
    /// An end that is not after the start.
    EndBeforeStart { start: Date, end: Date },
    /// A longer horizon than the model takes.
    LongHorizon { years: i16, most: i16 },
    /// Neither or both of `time.years` and `time.end`.
    YearsOrEnd,
    /// Dates of periods that are not in order, or the first after the start.
    PeriodOrder { from: Date, before: Date },
    /// A reporting period without a Monday of the forecast.
    EmptyPeriod { name: String },
    /// A date behind the last day of the horizon.
    AfterHorizon { key: String, date: Date, end: Date },
    /// A change before the first day of the warm-up.
    BeforeStart { key: String, date: Date, first: Date },
    /// A provider that stops before it starts.
    ExitBeforeStart { start: Date, exit: Date },
    /// Two changes of one key on one day in one file.
    DuplicateChange { key: String, from: Date },
    /// A change of a key that cannot change on a date.
    NotDated { key: String },
    /// Not one of the three ways in which a provider is paid.
    Payment { provider: String, given: Vec<&'static str> },
    /// A budget without `budget_indexed`.
    BudgetIndexed { provider: String },
    /// A need that is not in `needs.shares`.
    UnknownNeed { found: String, needs: Vec<String>, nearest: Option<String> },
    /// A name in a list of providers that no scenario has, or values at the prompt for a provider or ceiling that
    /// no scenario has.
    UnknownProvider { found: String, nearest: Option<String> },
    /// A correlation with a key that is no quantity.
    CorrelationUnknown { with: String, nearest: Option<String> },
    /// A correlation with or of a quantity that is one fixed number.
    CorrelationFixed { key: String },
    /// Correlations that come back to where they began.
    CorrelationCircle { keys: Vec<String> },
    /// More conversations on average than anybody can need.
    MeanAboveMost { mean: f64, most: f64 },
    /// Outcomes registered that do not add up to those seen.
    RegisteredSum { seen: f64, sum: f64 },
    /// A period that is not one of the run.
    UnknownPeriod { found: String, nearest: Option<String> },
    /// Spending above a ceiling, before any chance plays.
    CeilingBroken { ceiling: String, limit: f64, total: f64, year: i16, parts: Vec<(String, f64)> },
    /// `--set` without `=`.
    NoEqualsInSetting { text: String },
    /// A registration that does not do.
    Ledger(LedgerFault),
    /// A file of weighted draws that cannot be used.
    Draws(DrawsFault),
}

/// What is wrong with a file of weighted draws.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is named by the sentence of its variant")]
pub enum DrawsFault {
    /// It does not begin as such a file does.
    NotDraws,
    /// A line with more or fewer cells than there are columns.
    Cells { found: usize, expected: usize },
    /// A weight, score or value that is none.
    Number { found: String, is_weight: bool },
    /// Hardly any draws.
    TooFew { found: usize, least: usize },
    /// No draw weighs anything.
    NoWeight,
    /// A quantity that was learnt under another law than it has here.
    OtherLaw { key: String, learnt: String, here: String },
}

/// The kind of file that a key may not stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilePlace {
    /// In a world.
    World,
    /// In a scenario with a parent.
    Child,
    /// At the prompt.
    Prompt,
}

/// What casts doubt on a scenario without stopping it.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is named by the sentence of its variant")]
pub enum WarningKind {
    /// An override that says what was said already; `file` and `line` say where.
    ChangesNothing { key: String, file: PathBuf, line: usize },
    /// A scenario's assumption that every world replaces.
    HiddenByWorlds { key: String },
    /// An initial value that dated changes replace before the forecast begins.
    HiddenByChanges { key: String, from: Date },
    /// A change on or after the last day.
    ChangeAfterHorizon { key: String, date: Date, end: Date },
    /// A world's value for a provider that no scenario has.
    NoSuchProvider { provider: String, nearest: Option<String> },
    /// A world's value for a quantity that no such provider has.
    NotReadForProvider { key: String },
    /// A ceiling on a provider that no scenario has.
    CeilingWithoutProvider { provider: String, nearest: Option<String> },
    /// More hours wished for than the budget buys at the likely price.
    WishAboveBudget { provider: String, wish: f64, affordable: f64 },
    /// A value that plays no part because registered youths are replayed.
    NotReadWhenRegistered { key: String },
    /// An expertise for a need with a share of 0.
    ExpertiseUnneeded { need: String },
    /// A need that no provider takes.
    NeedWithoutProvider { need: String },
    /// A number such as 85.000, read as 85.
    ThousandsPoint { text: String, read: f64, meant: f64 },
    /// A value for something that is switched off: the cost of a campaign that pushes nobody.
    Unread { key: String, because: String },
}
