//! The valid scenario: what the rooms below read.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::calendar::Calendar;
use super::learnt::Learnt;
use super::reporting::Reporting;
use super::unit::Unit;
use super::vocabulary::{Key, ProviderKey};
use crate::distributions::Law;

/// How far a value can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Counted, in a source.
    Measured,
    /// Arithmetic on what was measured.
    Derived,
    /// A choice or an expert's guess.
    Assumed,
    /// Sources disagree.
    Conflicting,
    /// Needed, and nobody has it.
    Unknown,
}

/// A place in a file, counted from 1; line 0 stands for a value set at the prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file as the user named it, or as `extends` and `worlds` did.
    pub file: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// Unit as declared.
    pub unit: Unit,
    /// The source in the words of the file.
    pub source: String,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Where it was set.
    pub place: Place,
}

/// One fixed or uncertain number.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// How it is distributed.
    pub law: Law,
    /// The quantity with whose draws its own are correlated: the dotted key and Spearman's rho.
    pub correlation: Option<(String, f64)>,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// A quantity that may change on dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Its dotted key, for example `providers.derde.hours_per_week`.
    pub key: String,
    /// The value before the first change.
    pub initial: Quantity,
    /// Later values in order of date; each holds from the first Monday on or after its date.
    pub changes: Vec<(Date, Quantity)>,
}

/// Shares that add up to one.
#[derive(Clone, Debug, PartialEq)]
pub struct Composition {
    /// Its dotted key.
    pub key: String,
    /// The names of the parts, in a fixed order.
    pub parts: Vec<String>,
    /// How the shares are distributed.
    pub law: CompositionLaw,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// The distribution of shares that add up to one, in the order of the parts.
#[derive(Clone, Debug, PartialEq)]
pub enum CompositionLaw {
    /// Known shares.
    Fixed(Vec<f64>),
    /// A Dirichlet distribution with these concentrations, the prior already in them.
    Dirichlet(Vec<f64>),
}

/// One provider of praktijkondersteuners.
#[derive(Clone, Debug, PartialEq)]
pub struct Provider {
    /// Its name in the file.
    pub name: String,
    /// Its quantities, indexed by [`ProviderKey`]; absent ones are `None`.
    pub quantities: Vec<Option<Timeline>>,
    /// First day; `None` for a provider that was there before the warm-up.
    pub start: Option<Date>,
    /// The day on which it stops for certain, to be replaced after `replacement_weeks`.
    pub exit_on: Option<Date>,
    /// Needs in which it is expert, as indices into the parts of `needs.shares`.
    pub expertise: Vec<usize>,
    /// Whether it also takes young people with other needs.
    pub accepts_other_needs: bool,
    /// Whether its budget follows the index; otherwise its hours shrink as prices rise.
    pub budget_indexed: bool,
}

impl Provider {
    /// One of its quantities.
    pub fn quantity(&self, key: ProviderKey) -> Option<&Timeline> {
        self.quantities[key as usize].as_ref()
    }
}

/// A limit on yearly spending.
#[derive(Clone, Debug, PartialEq)]
pub struct Ceiling {
    /// Its name in the file.
    pub name: String,
    /// The most that may be spent in a whole budget year.
    pub limit: Quantity,
    /// Whether it follows the index.
    pub indexed: bool,
    /// The providers it covers, by name; empty when it covers the whole cost of the POJ. A name that an arm lacks
    /// costs nothing in that arm.
    pub providers: Vec<String>,
    /// Whether a scenario that breaks it on its face is run all the same.
    pub may_break: bool,
}

/// What was registered in one period: replayed instead of drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Registered {
    /// Label of the reporting period it belongs to.
    pub period: String,
    /// Young people seen.
    pub seen: u32,
    /// Of whom closed positively.
    pub positive: u32,
    /// Of whom escalated to specialised care.
    pub escalated: u32,
    /// Of whom the outcome is unknown.
    pub unknown: u32,
    /// The printed average cost of avoided care, EUR.
    pub printed_cost_average: f64,
    /// The printed avoided cost, EUR.
    pub printed_avoided: f64,
    /// The printed cost of the POJ, EUR.
    pub printed_cost: f64,
    /// The printed net result, EUR.
    pub printed_net: f64,
    /// The printed mean number of conversations per trajectory, over all that is registered up to the end of this period.
    pub printed_conversations_mean: Option<f64>,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// One policy under one world, resolved and valid.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// The weeks and periods.
    pub calendar: Calendar,
    /// All quantities of the team and the world, indexed by [`Key`].
    pub quantities: Vec<Timeline>,
    /// The day around which `inflow.youths_per_year` was measured.
    pub inflow_measured_on: Date,
    /// Referrers of the inflow, parts [`super::REFERRERS`].
    pub referrers: Composition,
    /// Relative inflow per month, parts [`super::MONTHS`], averaging 1 over the year when normalised.
    pub inflow_season: Composition,
    /// Relative leave per month, parts [`super::MONTHS`].
    pub leave_season: Composition,
    /// Needs of the young people; the names are the file's own.
    pub needs: Composition,
    /// Outcomes as registered, parts [`super::OUTCOMES`].
    pub outcomes: Composition,
    /// The need whose demand is attracted by a provider with that expertise, as index into the needs.
    pub attracted_need: usize,
    /// Whether grants, hourly prices and campaign costs follow the index.
    pub costs_indexed: bool,
    /// Providers in the order of the files.
    pub providers: Vec<Provider>,
    /// Ceilings in the order of the files.
    pub ceilings: Vec<Ceiling>,
    /// What was registered, in order of time; empty for a forecast.
    pub registered: Vec<Registered>,
}

impl Scenario {
    /// One quantity over time.
    pub fn quantity(&self, key: Key) -> &Timeline {
        &self.quantities[key as usize]
    }
}

/// A policy being compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arm {
    /// The name of its file without ending.
    pub name: String,
    /// Its title in the words of the file.
    pub title: String,
    /// The question it answers, in the words of the file.
    pub purpose: String,
    /// What people say of the study.
    pub reporting: Reporting,
}

/// A set of assumptions nobody chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct World {
    /// The name of its file without ending.
    pub name: String,
    /// Its title in the words of the file.
    pub title: String,
    /// What it stands for, in the words of the file.
    pub purpose: String,
}

/// All that is run together: arms by worlds over the same cohorts. Arm 0 is the base, world 0 leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Experiment {
    /// The name of the run and of its folder.
    pub name: String,
    /// The policies; the first is the base.
    pub arms: Vec<Arm>,
    /// The worlds; the first leads.
    pub worlds: Vec<World>,
    /// One scenario per arm and world: `scenarios[arm][world]`. All share one calendar and one list of needs.
    pub scenarios: Vec<Vec<Scenario>>,
    /// What a calibration learnt, in the place of the scores that it holds; shared by all arms and worlds.
    pub learnt: Option<Arc<Learnt>>,
}

impl Experiment {
    /// The same in the leading world alone.
    #[must_use]
    pub fn in_leading_world(&self) -> Self {
        let mut alone = self.clone();
        alone.worlds.truncate(1);
        for worlds in &mut alone.scenarios {
            worlds.truncate(1);
        }
        alone
    }
}
