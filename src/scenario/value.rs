//! What a file states of a key, kept as stated, so that it can be shown and written back word for word.

use std::fmt::Write;

use jiff::civil::Date;

use super::model::{CompositionLaw, Grade, Provenance};
use super::number::written;
use crate::distributions::Law;

/// What was believed before counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prior {
    /// Half an observation per possibility.
    Jeffreys,
    /// One observation per possibility.
    Uniform,
    /// Nothing: the counts as they are.
    None,
}

impl Prior {
    /// All, in the order of the documents.
    pub const ALL: [Self; 3] = [Self::Jeffreys, Self::Uniform, Self::None];

    /// The spelling in a file.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Jeffreys => "jeffreys",
            Self::Uniform => "uniform",
            Self::None => "none",
        }
    }

    /// Observations added per possibility.
    pub const fn weight(self) -> f64 {
        match self {
            Self::Jeffreys => 0.5,
            Self::Uniform => 1.0,
            Self::None => 0.0,
        }
    }
}

impl Grade {
    /// All, from firm to loose.
    pub const ALL: [Self; 5] =
        [Self::Measured, Self::Derived, Self::Assumed, Self::Conflicting, Self::Unknown];

    /// The spelling in a file.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Derived => "derived",
            Self::Assumed => "assumed",
            Self::Conflicting => "conflicting",
            Self::Unknown => "unknown",
        }
    }
}

/// What a source says of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(
    missing_docs,
    reason = "the fields bear the names of the file format, which docs/scenario-format.md explains"
)]
pub enum Statement {
    /// One known number.
    Fixed(f64),
    /// Events counted over some years: a Gamma posterior.
    Counts { events: f64, years: f64, prior: Prior },
    /// Seen among so many: a Beta posterior.
    Proportion { seen: f64, of: f64, prior: Prior },
    /// What an expert would give: a PERT distribution.
    Range { low: f64, likely: f64, high: f64 },
    /// A mean and a standard deviation.
    MeanSd { mean: f64, sd: f64 },
    /// Two quantiles, by percentage and value, the lower first.
    Quantiles { low: (u8, f64), high: (u8, f64) },
}

/// The statements of a quantity, by their names in a file.
pub const STATEMENTS: [&str; 6] = ["fixed", "counts", "proportion", "range", "mean_sd", "quantiles"];
/// The statements of shares.
pub const SHARE_STATEMENTS: [&str; 2] = ["fixed", "dirichlet"];
/// The statements of a profile.
pub const PROFILE_STATEMENTS: [&str; 1] = ["relative"];

impl Statement {
    /// Its name in a file.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Fixed(_) => STATEMENTS[0],
            Self::Counts { .. } => STATEMENTS[1],
            Self::Proportion { .. } => STATEMENTS[2],
            Self::Range { .. } => STATEMENTS[3],
            Self::MeanSd { .. } => STATEMENTS[4],
            Self::Quantiles { .. } => STATEMENTS[5],
        }
    }

    /// The number to reckon with where one must do: fixed, likely, counted, mean, or between the quantiles.
    pub fn likely(&self) -> f64 {
        match *self {
            Self::Fixed(value) => value,
            Self::Counts { events, years, .. } => events / years,
            Self::Proportion { seen, of, .. } => seen / of,
            Self::Range { likely, .. } => likely,
            Self::MeanSd { mean, .. } => mean,
            Self::Quantiles { low, high } => f64::midpoint(low.1, high.1),
        }
    }

    /// As in a file, without the braces around it: `range = { low = 1, likely = 2, high = 3 }`.
    pub fn text(&self) -> String {
        let prior = |prior: Prior| format!("prior = \"{}\"", prior.text());
        match *self {
            Self::Fixed(value) => format!("fixed = {}", written(value)),
            Self::Counts { events, years, prior: before } => format!(
                "counts = {{ events = {}, years = {}, {} }}",
                written(events),
                written(years),
                prior(before)
            ),
            Self::Proportion { seen, of, prior: before } => {
                format!(
                    "proportion = {{ seen = {}, of = {}, {} }}",
                    written(seen),
                    written(of),
                    prior(before)
                )
            }
            Self::Range { low, likely, high } => format!(
                "range = {{ low = {}, likely = {}, high = {} }}",
                written(low),
                written(likely),
                written(high)
            ),
            Self::MeanSd { mean, sd } => {
                format!("mean_sd = {{ mean = {}, sd = {} }}", written(mean), written(sd))
            }
            Self::Quantiles { low, high } => format!(
                "quantiles = {{ p{:02} = {}, p{:02} = {} }}",
                low.0,
                written(low.1),
                high.0,
                written(high.1)
            ),
        }
    }
}

/// A quantity as stated and as understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// What the file says.
    pub statement: Statement,
    /// What follows from it.
    pub law: Law,
    /// The key with whose draws its own are correlated, and Spearman's rho.
    pub correlation: Option<(String, f64)>,
    /// Where it comes from.
    pub provenance: Provenance,
}

impl Stated {
    /// Whether another says the same of the world, wherever it stands and whoever says so.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.statement == other.statement && self.correlation == other.correlation
    }
}

/// Shares or a profile, as stated and as understood.
#[derive(Clone, Debug, PartialEq)]
pub struct StatedShares {
    /// The parts and the number stated of each, in the fixed order of the parts.
    pub parts: Vec<(String, f64)>,
    /// How they were stated.
    pub statement: SharesStatement,
    /// Where they come from.
    pub provenance: Provenance,
}

/// How shares are stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharesStatement {
    /// Known shares.
    Fixed,
    /// Counts per part.
    Dirichlet(Prior),
    /// Weights relative to each other.
    Relative,
}

impl StatedShares {
    /// What follows from the statement.
    pub fn law(&self) -> CompositionLaw {
        let numbers = self.parts.iter().map(|(_, number)| *number);
        match self.statement {
            SharesStatement::Fixed | SharesStatement::Relative => CompositionLaw::Fixed(numbers.collect()),
            SharesStatement::Dirichlet(prior) => {
                CompositionLaw::Dirichlet(numbers.map(|count| count + prior.weight()).collect())
            }
        }
    }

    /// As in a file, without the braces around it.
    pub fn text(&self) -> String {
        let parts: Vec<String> =
            self.parts.iter().map(|(name, number)| format!("{name} = {}", written(*number))).collect();
        let parts = parts.join(", ");
        match self.statement {
            SharesStatement::Fixed => format!("fixed = {{ {parts} }}"),
            SharesStatement::Dirichlet(prior) => {
                format!("dirichlet = {{ {parts} }}, prior = \"{}\"", prior.text())
            }
            SharesStatement::Relative => format!("relative = {{ {parts} }}"),
        }
    }

    /// Whether another says the same, wherever it stands.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.parts == other.parts && self.statement == other.statement
    }
}

/// The value of a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A fixed or uncertain number.
    Quantity(Stated),
    /// Shares or a profile.
    Shares(StatedShares),
    /// `true` or `false`.
    Flag(bool),
    /// A date.
    Date(Date),
    /// A bare whole number.
    Whole(i32),
    /// A name.
    Text(String),
    /// A list of names.
    Names(Vec<String>),
}

impl Value {
    /// The unit, source and grade, of a value that has them.
    pub const fn provenance(&self) -> Option<&Provenance> {
        match self {
            Self::Quantity(stated) => Some(&stated.provenance),
            Self::Shares(stated) => Some(&stated.provenance),
            _ => None,
        }
    }

    /// Whether another says the same, wherever it stands.
    pub fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Quantity(one), Self::Quantity(other)) => one.says_the_same(other),
            (Self::Shares(one), Self::Shares(other)) => one.says_the_same(other),
            _ => self == other,
        }
    }

    /// The value as in a file; a quantity or shares without unit, source, grade and braces.
    pub fn text(&self) -> String {
        match self {
            Self::Quantity(stated) => {
                let correlation = stated.correlation.as_ref().map_or_else(String::new, |(with, rank)| {
                    format!(", correlation = {{ with = {}, rank = {} }}", quoted(with), written(*rank))
                });
                stated.statement.text() + &correlation
            }
            Self::Shares(stated) => stated.text(),
            Self::Flag(flag) => flag.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Whole(whole) => whole.to_string(),
            Self::Text(text) => quoted(text),
            Self::Names(names) => {
                format!("[{}]", names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", "))
            }
        }
    }
}

/// A text as a TOML file writes it.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
