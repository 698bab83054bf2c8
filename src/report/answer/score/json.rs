//! `score.json`: every figure of the answer. It holds counts below five and is not meant to be published.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::analyses::score::{ALARM_RATE, Judged, Looked, Score, ScoredQuarter};
use crate::report::answer::FORMAT_VERSION;
use crate::report::summary::{Band, Estimate, Named, Number};
use crate::scenario::HELP;

/// An archived forecast held against what was registered.
///
/// `null` stands for undefined. Counts are those of a quarter of a year, or of all registered quarters together.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "score.json of sim")]
pub(super) struct Figures<'a> {
    format_version: u32,
    scenario: &'a str,
    /// The policy that was carried out.
    arm: &'a str,
    /// The assumptions: the leading world of the archived run.
    world: &'a str,
    seed: u64,
    /// Replications of the archived run.
    replications: usize,
    /// Replications that the figures are held against.
    sampled: usize,
    /// Whether the registrations are made up.
    example: bool,
    /// How often a right forecast is called wrong by somebody who looks every quarter until its end.
    alarm_rate: Estimate,
    /// Registered quarters.
    quarters_known: usize,
    /// Whether the forecast needs revising.
    needs_revising: bool,
    /// The bands of every whole quarter of the forecast.
    forecast: Named<'a, Named<'a, Band>>,
    /// The registered quarters.
    quarters: Named<'a, OneQuarter<'a>>,
    /// All registered quarters together.
    so_far: Named<'a, Together>,
    /// On every day of registration, what was known then and what it said; the last entry is today's.
    history: Vec<OneLook>,
    /// Needs that were registered under names that the forecast does not know.
    other_needs: &'a [String],
}

#[derive(Serialize, JsonSchema)]
struct OneQuarter<'a> {
    registered_on: String,
    /// Whether it took the place of an earlier registration.
    corrects: bool,
    source: &'a str,
    example: bool,
    /// Conversations of the trajectories that ended, per trajectory; the model has no forecast of it.
    conversations_per_ended_trajectory: Number,
    /// Kinds of help given; the model has no forecast of it.
    help: Named<'a, Number>,
    figures: Named<'a, OneFigure>,
}

/// Where a figure fell in its band.
#[derive(Serialize, JsonSchema)]
struct OneFigure {
    registered: Number,
    /// From P10 to P90.
    within_80: bool,
    /// From P5 to P95.
    within_90: bool,
    /// The probability integral transform: the share of the forecast below it, half of what equals it included.
    place: Estimate,
    /// The continuous ranked probability score, in the unit of the count.
    crps: Estimate,
}

#[derive(Serialize, JsonSchema)]
struct Together {
    #[serde(flatten)]
    figure: OneFigure,
    forecast: Band,
}

#[derive(Serialize, JsonSchema)]
struct OneLook {
    day: String,
    example: bool,
    quarters: usize,
    figures: usize,
    within_80: usize,
    /// As many as are expected when the forecast is right.
    expected_within_80: Number,
    within_90: usize,
    /// As many as are expected when the forecast is right.
    expected_within_90: Number,
    /// The share of futures of the forecast at least as unusual as what was known.
    share: Estimate,
    /// At or below this share the forecast needs revising.
    threshold: Number,
    needs_revising: bool,
}

pub(super) fn figures(found: &Score) -> Figures<'_> {
    Figures {
        format_version: FORMAT_VERSION,
        scenario: &found.name,
        arm: &found.arm.name,
        world: &found.world.name,
        seed: found.run.seed,
        replications: found.run.replications,
        sampled: found.sampled,
        example: found.example,
        alarm_rate: (&ALARM_RATE).into(),
        quarters_known: found.quarters.len(),
        needs_revising: found.history.last().is_some_and(Looked::revise),
        forecast: Named::owned(found.bands.iter().map(|(quarter, bands)| {
            let bands = bands.iter().map(|(counted, band)| (counted.name().into(), Some(band).into()));
            (quarter.to_string().into(), Named::owned(bands))
        })),
        quarters: Named::owned(
            found
                .quarters
                .iter()
                .map(|quarter| (quarter.registration.quarter.to_string().into(), one_quarter(quarter))),
        ),
        so_far: Named::owned(found.so_far.iter().map(|judged| {
            let together = Together { figure: one(judged), forecast: Some(&judged.band).into() };
            (Cow::from(judged.counted.name()), together)
        })),
        history: found.history.iter().map(|looked| look(looked, found.example)).collect(),
        other_needs: &found.other_needs,
    }
}

fn one_quarter(quarter: &ScoredQuarter) -> OneQuarter<'_> {
    let registration = &quarter.registration;
    let per_trajectory = registration.conversations.zip(registration.ended()).filter(|(_, ended)| *ended > 0);
    let help = registration.help.iter().flat_map(|counts| HELP.iter().zip(counts));
    OneQuarter {
        registered_on: registration.registered_on.to_string(),
        corrects: registration.corrects,
        source: &registration.source,
        example: registration.example,
        conversations_per_ended_trajectory: per_trajectory
            .map(|(counted, ended)| f64::from(counted.in_ended_trajectories) / f64::from(ended))
            .into(),
        help: Named::of(help.map(|(name, count)| (*name, f64::from(*count).into()))),
        figures: Named::owned(
            quarter.figures.iter().map(|judged| (judged.counted.name().into(), one(judged))),
        ),
    }
}

fn one(judged: &Judged) -> OneFigure {
    OneFigure {
        registered: judged.registered.into(),
        within_80: judged.within_80(),
        within_90: judged.within_90(),
        place: (&judged.place).into(),
        crps: (&judged.crps).into(),
    }
}

fn look(looked: &Looked, example: bool) -> OneLook {
    OneLook {
        day: looked.day.to_string(),
        example,
        quarters: looked.quarters,
        figures: looked.figures,
        within_80: looked.within_80,
        expected_within_80: looked.expected_within_80().into(),
        within_90: looked.within_90,
        expected_within_90: looked.expected_within_90().into(),
        share: (&looked.share).into(),
        threshold: looked.threshold.into(),
        needs_revising: looked.revise(),
    }
}

/// The schema of the file.
pub(in crate::report::answer) fn schema() -> Schema {
    schemars::schema_for!(Figures<'static>)
}
