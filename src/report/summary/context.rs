//! What stands beside the results: the unknowns, findings, doubts and inputs.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{Named, Number};
use crate::analyses::{FindingKind, Forecast, Input, InputValue, Warning};
use crate::scenario::{Grade, Place};

/// How a grade is spelt in files.
pub(in crate::report) const fn grade_text(grade: Grade) -> &'static str {
    match grade {
        Grade::Measured => "measured",
        Grade::Derived => "derived",
        Grade::Assumed => "assumed",
        Grade::Conflicting => "conflicting",
        Grade::Unknown => "unknown",
    }
}

/// A line in a scenario file; line 0 stands for the prompt.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::report) struct Line {
    file: String,
    line: usize,
}

impl From<&Place> for Line {
    fn from(place: &Place) -> Self {
        // A forward slash everywhere, so that the file does not depend on the platform.
        Self { file: place.file.display().to_string().replace('\\', "/"), line: place.line }
    }
}

/// An uncertain quantity and how much it matters.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Unknown<'a> {
    key: &'a str,
    /// First-order share of the variance of the (extra) net saving.
    share_of_net_saving: Number,
    /// First-order share of the variance of the (change in the) mean wait.
    share_of_wait: Number,
    /// The share of the net saving times a weight of the grade; it orders the list.
    attention: Number,
    grade: Option<&'a str>,
    unit: Option<&'a str>,
    source: Option<&'a str>,
    set_at: Option<Line>,
}

/// The unknowns of each arm in the leading world, in order of attention.
pub(super) fn unknowns(forecast: &Forecast) -> Named<'_, Vec<Unknown<'_>>> {
    Named::of(forecast.arms.iter().zip(&forecast.unknowns).map(|(arm, unknowns)| {
        let all = unknowns.iter().map(|unknown| {
            let provenance = unknown.provenance.as_ref();
            Unknown {
                key: &unknown.key,
                share_of_net_saving: unknown.on_net.into(),
                share_of_wait: unknown.on_wait.into(),
                attention: unknown.attention.into(),
                grade: provenance.map(|one| grade_text(one.grade)),
                unit: provenance.map(|one| one.unit.text()),
                source: provenance.map(|one| one.source.as_str()),
                set_at: provenance.map(|one| (&one.place).into()),
            }
        });
        (arm.name.as_str(), all.collect())
    }))
}

/// What was found elsewhere.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Study<'a> {
    /// `avoidance_share`, `break_even_share`, `use_ratio` or `closed_share`.
    about: &'a str,
    value: Number,
    low: Number,
    high: Number,
    source: &'a str,
}

/// The findings by name.
pub(super) fn studies(forecast: &Forecast) -> Named<'_, Study<'_>> {
    Named::of(forecast.studies.iter().map(|finding| {
        let about = match finding.kind {
            FindingKind::AvoidanceShare => "avoidance_share",
            FindingKind::BreakEvenShare => "break_even_share",
            FindingKind::UseRatio => "use_ratio",
            FindingKind::ClosedShare => "closed_share",
        };
        let study = Study {
            about,
            value: finding.value.into(),
            low: finding.range.map(|range| range.0).into(),
            high: finding.range.map(|range| range.1).into(),
            source: finding.source,
        };
        (finding.id, study)
    }))
}

/// A doubt; members that do not apply are absent.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub(super) struct Doubt<'a> {
    warning: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    arm: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    world: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ceiling: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replications: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cells: Option<usize>,
    /// How many weeks of the year the period has.
    #[serde(skip_serializing_if = "Option::is_none")]
    weeks: Option<usize>,
    /// How many equal draws tell as much as those of the calibration.
    #[serde(skip_serializing_if = "Option::is_none")]
    draws: Option<usize>,
    /// No quantile of the (extra) net saving in the leading world is further off, EUR.
    #[serde(skip_serializing_if = "Option::is_none")]
    quantile_bound: Option<Number>,
}

/// All doubts.
pub(super) fn warnings(forecast: &Forecast) -> Vec<Doubt<'_>> {
    let arm = |index: usize| Some(forecast.arms[index].name.as_str());
    let doubt = |warning: &'_ Warning| Doubt { warning: warning.name(), ..Doubt::default() };
    forecast
        .warnings
        .iter()
        .map(|warning| match warning {
            Warning::FewReplications { replications } => {
                Doubt { replications: Some(*replications), ..doubt(warning) }
            }
            Warning::AvoidanceNotMeasured { grade } => {
                Doubt { grade: Some(grade_text(*grade)), ..doubt(warning) }
            }
            Warning::ShortageNotIdentified { arm: index } => Doubt { arm: arm(*index), ..doubt(warning) },
            Warning::CeilingAtRisk { arm: index, ceiling } => Doubt {
                arm: arm(*index),
                ceiling: Some(&forecast.decisions[*index][0].ceilings[*ceiling].name),
                ..doubt(warning)
            },
            Warning::PartYear { arm: index, provider, period } => Doubt {
                arm: arm(*index),
                provider: Some(provider),
                period: Some(&forecast.periods[*period]),
                ..doubt(warning)
            },
            Warning::PartPeriod { period, weeks } => {
                Doubt { period: Some(&forecast.periods[*period]), weeks: Some(*weeks), ..doubt(warning) }
            }
            Warning::Calibrated { draws } => Doubt { draws: Some(*draws), ..doubt(warning) },
            Warning::Summarised { replications, bound } => Doubt {
                replications: Some(*replications),
                quantile_bound: Some((*bound).into()),
                ..doubt(warning)
            },
            Warning::NotReconciled { world, cells } => {
                Doubt { world: Some(&forecast.worlds[*world].name), cells: Some(*cells), ..doubt(warning) }
            }
        })
        .collect()
}

/// A value that went in.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct InputRow<'a> {
    key: &'a str,
    /// From when it holds; absent for the value at the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    /// Whether it is known exactly.
    fixed: bool,
    /// Its mean; absent for shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    mean: Option<Number>,
    /// Its 10 % quantile; absent for shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    p10: Option<Number>,
    /// Its median; absent for shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    p50: Option<Number>,
    /// Its 90 % quantile; absent for shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    p90: Option<Number>,
    /// Expected shares that add up to one; absent for a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    shares: Option<Named<'a, Number>>,
    unit: &'a str,
    source: &'a str,
    grade: &'a str,
    set_at: Line,
    /// The arms in which it holds, each with its worlds.
    holds_in: Named<'a, Vec<&'a str>>,
}

/// Every value that went in.
pub(super) fn inputs(forecast: &Forecast) -> Vec<InputRow<'_>> {
    forecast.inputs.iter().map(|input| input_row(forecast, input)).collect()
}

fn input_row<'a>(forecast: &'a Forecast, input: &'a Input) -> InputRow<'a> {
    let (fixed, number, shares) = match &input.value {
        InputValue::Number { fixed, mean, quantiles } => (*fixed, Some((*mean, *quantiles)), None),
        InputValue::Shares { fixed, parts } => {
            let parts = parts.iter().map(|(part, share)| (part.as_str(), (*share).into()));
            (*fixed, None, Some(Named::of(parts)))
        }
    };
    let quantile = |rank: usize| number.map(|(_, quantiles)| quantiles[rank].into());
    InputRow {
        key: &input.key,
        from: input.from.map(|date| date.to_string()),
        fixed,
        mean: number.map(|(mean, _)| mean.into()),
        p10: quantile(0),
        p50: quantile(1),
        p90: quantile(2),
        shares,
        unit: input.provenance.unit.text(),
        source: &input.provenance.source,
        grade: grade_text(input.provenance.grade),
        set_at: (&input.provenance.place).into(),
        holds_in: Named::of(input.holds_in.iter().map(|(arm, worlds)| {
            let worlds = worlds.iter().map(|world| forecast.worlds[*world].name.as_str()).collect();
            (forecast.arms[*arm].name.as_str(), worlds)
        })),
    }
}
