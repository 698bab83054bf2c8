//! What a run was, in numbers: for the account that is given of it.

use jiff::ToSpan;
use jiff::civil::Date;

use super::inputs::{Input, InputValue};
use crate::random::REPLICATIONS_PER_DRAW;
use crate::scenario::{Experiment, Grade, Key, Reporting, ReportingKey};

/// What a run was.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The first day of the forecast.
    pub from: Date,
    /// The day after its last.
    pub until: Date,
    /// Its weeks.
    pub weeks: usize,
    /// Weeks that were played before it.
    pub warm_up_weeks: usize,
    /// Draws of what is not known, each with two replications.
    pub draws: usize,
    /// Policies that were compared.
    pub policies: usize,
    /// Sets of assumptions.
    pub worlds: usize,
    /// Values of which is not known what they are.
    pub uncertain: usize,
    /// Values that are known.
    pub fixed: usize,
    /// How many values have which grade.
    pub grades: Vec<(Grade, usize)>,
    /// The real discount rate per year of the leading world.
    pub discount_rate: f64,
    /// The year in whose prices the costs of the POJ are given.
    pub price_level_year: f64,
    /// The year in whose prices the cost of care is given.
    pub care_price_level_year: f64,
    /// What people say of the study.
    pub reporting: Reporting,
}

impl Account {
    /// What only people can say, of which something is said.
    pub fn statements_made(&self) -> usize {
        self.reporting.all().count()
    }

    /// What only people can say.
    pub const fn statements_asked(&self) -> usize {
        ReportingKey::ALL.len()
    }
}

/// The account of a run.
pub(super) fn account(experiment: &Experiment, replications: usize, inputs: &[Input]) -> Account {
    let scenario = &experiment.scenarios[0][0];
    let calendar = &scenario.calendar;
    let warm_up_weeks = calendar.forecast_from();
    let last = calendar.monday(calendar.weeks() - 1);
    let known = |input: &&Input| match input.value {
        InputValue::Number { fixed, .. } | InputValue::Shares { fixed, .. } => fixed,
    };
    let value = |key: Key| scenario.quantity(key).initial.law.mean();
    // The first policy beside the base gives the run its meaning.
    let asked = usize::from(experiment.arms.len() > 1);
    let fixed = inputs.iter().filter(known).count();
    Account {
        from: calendar.monday(warm_up_weeks),
        until: last.saturating_add(7.days()),
        weeks: calendar.weeks() - warm_up_weeks,
        warm_up_weeks,
        draws: replications.div_ceil(REPLICATIONS_PER_DRAW),
        policies: experiment.arms.len(),
        worlds: experiment.worlds.len(),
        uncertain: inputs.len() - fixed,
        fixed,
        grades: Grade::ALL
            .map(|grade| (grade, inputs.iter().filter(|input| input.provenance.grade == grade).count()))
            .to_vec(),
        discount_rate: value(Key::DiscountRate),
        price_level_year: value(Key::PriceLevelYear),
        care_price_level_year: value(Key::CarePriceLevelYear),
        reporting: experiment.arms[asked].reporting.clone(),
    }
}
