//! An answer, and what is needed to quote from it.

use std::io;

use super::{chart, json, page};
use crate::analyses::calibration::{Calibration, LearntQuantity, Summary};
use crate::engine::MetricUnit;
use crate::report::answer::Answer;
use crate::report::document::{Piece, Teller, Text, form_of, pointer};
use crate::report::number::Form;
use crate::report::wording::Wording;

/// The answer, with the file of weighted draws where enough are left.
///
/// # Errors
/// None in practice: the figures are written to memory.
pub fn calibrate(found: &Calibration, wording: &Wording) -> io::Result<Answer> {
    let quotes = Quotes { found, teller: Teller::new(wording, found.run.replications) };
    Ok(Answer {
        document: page::page(&quotes),
        charts: chart::quantities(&quotes).map(|chart| ("calibrate", chart)).into_iter().collect(),
        json: crate::report::answer::json(&json::figures(found))?,
        product: found.draws_file.clone().map(|text| (json::DRAWS_FILE, text)),
        beside: Vec::new(),
    })
}

/// A calibration with what is needed to quote from it.
pub(super) struct Quotes<'a> {
    pub(super) found: &'a Calibration,
    pub(super) teller: Teller<'a>,
}

impl Quotes<'_> {
    /// What a quantity is called.
    pub(super) fn name(&self, key: &str) -> Text {
        match key {
            "demand_per_year" => self.teller.say("calibrate-demand", &[]),
            "hours_per_conversation" => self.teller.say("calibrate-hours", &[]),
            _ => self.teller.key(key),
        }
    }

    /// A place below a quantity.
    pub(super) fn at(quantity: &LearntQuantity, rest: &[&str]) -> String {
        let mut parts = vec!["quantities", quantity.key.as_str()];
        parts.extend_from_slice(rest);
        pointer(&parts)
    }

    /// P50 with P10 to P90 for the gaps of a sentence or a cell; `place` is where the summary stands.
    pub(super) fn spread(&self, place: &str, summary: &Summary, form: Form) -> Text {
        let [low, middle, high] = ["p10", "p50", "p90"].map(|name| format!("{place}/{name}"));
        let [p10, p50, p90] = &summary.quantiles;
        let gaps = [
            ("middle", self.teller.estimate(&middle, Some(p50), form).into()),
            ("low", self.teller.estimate(&low, Some(p10), form).into()),
            ("high", self.teller.estimate(&high, Some(p90), form).into()),
        ];
        self.teller.say("calibrate-spread", &gaps)
    }

    /// What a registered number is called, with its period.
    pub(super) fn registered(&self, what: &str, period: Option<&str>) -> Text {
        let what = ("what", Piece::Text(named(&self.teller, what)));
        match period {
            Some(period) => {
                self.teller.say("registered-in", &[what, ("period", Piece::Name(period.to_owned()))])
            }
            None => self.teller.say("registered-in-all", &[what]),
        }
    }
}

/// What a registered or forecast figure is called.
pub(in crate::report::answer) fn named(teller: &Teller<'_>, what: &str) -> Text {
    let own = format!("registered-{}", what.replace('_', "-"));
    let id = if teller.wording.has(&own) { own } else { format!("metric-{what}") };
    teller.say(&id, &[])
}

/// How a quantity is written.
pub(super) fn form(quantity: &LearntQuantity) -> Form {
    use crate::scenario::Unit;
    match quantity.unit {
        // A percentage without decimals would hide what there is to learn.
        Unit::Share | Unit::SharePerYear => Form::FinePercent,
        Unit::Conversations => Form::Ratio,
        unit => form_of(unit),
    }
}

/// How a result is written.
pub(in crate::report::answer) const fn form_of_metric(unit: MetricUnit) -> Form {
    match unit {
        MetricUnit::Youths => Form::Count,
        MetricUnit::Weeks | MetricUnit::Conversations => Form::Weeks,
        MetricUnit::Hours => Form::Hours,
        MetricUnit::Share => Form::Percent,
        MetricUnit::Eur => Form::Eur,
    }
}
