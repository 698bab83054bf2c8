//! What the run was, and what people say of the study.

use schemars::JsonSchema;
use serde::Serialize;

use super::context::grade_text;
use super::figure::{Named, Number};
use crate::analyses::Forecast;
use crate::scenario::ReportingKey;

/// What a run was, for the account that is given of it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Account<'a> {
    /// The first day of the forecast.
    from: String,
    /// The day after its last.
    until: String,
    weeks: usize,
    warm_up_weeks: usize,
    /// Draws of what is not known, each with two replications.
    draws: usize,
    policies: usize,
    worlds: usize,
    /// Values of which is not known what they are.
    uncertain_values: usize,
    /// Values that are known.
    fixed_values: usize,
    /// How many values have which grade.
    grades: Named<'a, usize>,
    discount_rate_per_year: Number,
    price_level_year: Number,
    /// The year in whose prices the cost of care is given.
    care_price_level_year: Number,
    /// What only people can say, and of how much of it something is said.
    statements_asked: usize,
    statements_made: usize,
}

pub(super) fn account(forecast: &Forecast) -> Account<'_> {
    let account = &forecast.account;
    Account {
        from: account.from.to_string(),
        until: account.until.to_string(),
        weeks: account.weeks,
        warm_up_weeks: account.warm_up_weeks,
        draws: account.draws,
        policies: account.policies,
        worlds: account.worlds,
        uncertain_values: account.uncertain,
        fixed_values: account.fixed,
        grades: Named::of(account.grades.iter().map(|(grade, count)| (grade_text(*grade), *count))),
        discount_rate_per_year: account.discount_rate.into(),
        price_level_year: account.price_level_year.into(),
        care_price_level_year: account.care_price_level_year.into(),
        statements_asked: account.statements_asked(),
        statements_made: account.statements_made(),
    }
}

/// What people say of the study.
pub(super) fn reporting(forecast: &Forecast) -> Named<'_, Option<&str>> {
    let said = |key: &ReportingKey| forecast.account.reporting.said(*key).map(|said| said.text.as_str());
    Named::of(ReportingKey::ALL.iter().map(|key| (key.name(), said(key))))
}
