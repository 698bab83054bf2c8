//! The quantities that a calibration learns about, their values in every draw, and prior beside posterior.

use crate::parameters::{Binding, Draw, ParameterSpace};
use crate::random::Seed;
use crate::scenario::{Experiment, Key, Scenario, Unit};
use crate::statistics::{Estimate, Sample};
use crate::units::nearest_whole;

/// What a quantity is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// How many young people ask for help.
    Demand,
    /// Hours that a conversation takes.
    Hours,
    /// Conversations per young person.
    Conversations,
    /// GPs who know the POJ.
    Awareness,
    /// What waiting does.
    Waiting,
    /// Worked out from others.
    Derived,
}

/// What is learnt about, in the order of the answer.
const KEYS: [(Key, Topic); 20] = [
    (Key::InflowYouthsPerYear, Topic::Demand),
    (Key::InflowGrowthPerYear, Topic::Demand),
    (Key::InflowYearToYearCv, Topic::Demand),
    (Key::PracticesAwareShare, Topic::Awareness),
    (Key::PracticesLearnPerYear, Topic::Awareness),
    (Key::PracticesSpreadPerYear, Topic::Awareness),
    (Key::CampaignPushPerYear, Topic::Awareness),
    (Key::DirectHours, Topic::Hours),
    (Key::IndirectHours, Topic::Hours),
    (Key::IntakeExtraHours, Topic::Hours),
    (Key::NoShowShare, Topic::Hours),
    (Key::ConsultationShare, Topic::Hours),
    (Key::LeaveWeeks, Topic::Hours),
    (Key::ConversationsMean, Topic::Conversations),
    (Key::ConversationsDispersion, Topic::Conversations),
    (Key::WeeklyShare, Topic::Conversations),
    (Key::FollowUpShare, Topic::Hours),
    (Key::BridgingShare, Topic::Hours),
    (Key::LeavePerWeek, Topic::Waiting),
    (Key::RecoverPerWeek, Topic::Waiting),
];

/// The name of the demand on the day that the inflow is measured on, practices that came to know the POJ included.
pub(super) const DEMAND: &str = "demand_per_year";
/// The name of the contract hours that a conversation takes with all that goes with it.
pub(super) const HOURS: &str = "hours_per_conversation";
/// Weeks of a year.
const WEEKS_PER_YEAR: f64 = 365.2425 / 7.0;

/// A quantity with its value in every draw.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Its dotted key, or the name of what is worked out.
    pub(super) key: String,
    pub(super) topic: Topic,
    pub(super) unit: Unit,
    pub(super) values: Vec<f64>,
}

/// The quantities of a scenario that are uncertain, and what is worked out from them, in every draw.
pub(super) fn columns(experiment: &Experiment, seed: Seed, draws: usize) -> Vec<Column> {
    let scenario = &experiment.scenarios[0][0];
    let space = ParameterSpace::new(experiment);
    let binding = space.binding(0, 0);
    let uncertain = KEYS.into_iter().filter(|(key, _)| !scenario.quantity(*key).initial.law.is_fixed());
    let keys: Vec<(Key, Topic)> = uncertain.collect();
    let mut columns: Vec<Column> = keys
        .iter()
        .map(|(key, topic)| Column {
            key: key.entry().key.to_owned(),
            topic: *topic,
            unit: key.entry().unit,
            values: Vec::with_capacity(draws),
        })
        .collect();
    let derived = [(DEMAND, Unit::YouthsPerYear), (HOURS, Unit::Hours)];
    columns.extend(derived.map(|(name, unit)| Column {
        key: name.to_owned(),
        topic: Topic::Derived,
        unit,
        values: Vec::with_capacity(draws),
    }));
    let mut draw = Draw::default();
    for number in 0..draws {
        space.draw(seed, u32::try_from(number).unwrap_or(u32::MAX), &mut draw);
        let worked_out = [demand(scenario, binding, &draw), hours(binding, &draw)];
        let values = keys.iter().map(|(key, _)| binding.value(&draw, *key)).chain(worked_out);
        for (column, value) in columns.iter_mut().zip(values) {
            column.values.push(value);
        }
    }
    columns
}

/// Young people a year on the day that the inflow is measured on, with the GPs expected to refer by then.
fn demand(scenario: &Scenario, binding: &Binding, draw: &Draw) -> f64 {
    let value = |key| binding.value(draw, key);
    let practices = value(Key::PracticesCount).max(1.0);
    let at_start = (nearest_whole(practices * value(Key::PracticesAwareShare)) as f64).clamp(1.0, practices);
    let calendar = &scenario.calendar;
    let (learn, spread) = (value(Key::PracticesLearnPerYear), value(Key::PracticesSpreadPerYear));
    let mut aware = at_start;
    for week in calendar.forecast_from()..calendar.week_from(scenario.inflow_measured_on) {
        let push = binding.track(Key::CampaignPushPerYear).at(draw, week);
        let hazard = (learn + spread * aware / practices + push) / WEEKS_PER_YEAR;
        aware += (practices - aware) * -(-hazard).exp_m1();
    }
    let by_practices = binding.referrers.of(draw).get(1).copied().unwrap_or(0.0);
    value(Key::InflowYouthsPerYear) * (1.0 + by_practices * (aware / at_start - 1.0))
}

/// Contract hours that a conversation takes: itself, the work around it, its part of the intake, and its part of the hours
/// for consultation.
fn hours(binding: &Binding, draw: &Draw) -> f64 {
    let value = |key| binding.value(draw, key);
    let relieved = value(Key::AdminShare) * value(Key::ReliefAdminShare);
    let held = value(Key::DirectHours) / (1.0 - value(Key::NoShowShare))
        + value(Key::IndirectHours) * (1.0 - relieved);
    let intake = value(Key::IntakeExtraHours) / value(Key::ConversationsMean).max(1.0);
    (held + intake) / (1.0 - value(Key::ConsultationShare))
}

/// How a quantity is spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// The mean.
    pub mean: Estimate,
    /// The standard deviation.
    pub sd: Estimate,
    /// The tenth, fiftieth and ninetieth percentile.
    pub quantiles: [Estimate; 3],
}

impl Summary {
    /// Of weighted numbers, `per_draw` to a draw; `None` when nothing weighs anything.
    pub(super) fn new(values: &[f64], weights: &[f64], per_draw: usize) -> Option<Self> {
        let sample = Sample::new(values, weights, per_draw);
        let quantiles = [0.1, 0.5, 0.9].map(|level| sample.quantile(level));
        let [Some(low), Some(middle), Some(high)] = quantiles else { return None };
        Some(Self { mean: sample.mean()?, sd: sample.sd()?, quantiles: [low, middle, high] })
    }
}

/// A quantity before and after learning.
#[derive(Clone, Debug, PartialEq)]
pub struct LearntQuantity {
    /// Its dotted key, or the name of what is worked out.
    pub key: String,
    /// What it is about.
    pub topic: Topic,
    /// Its unit.
    pub unit: Unit,
    /// Before.
    pub prior: Summary,
    /// After.
    pub posterior: Summary,
    /// How wide it is after, as a share of how wide it was before.
    pub width: Estimate,
    /// How far its mean moved, in standard deviations of before.
    pub shift: Estimate,
}

/// By how much a quantity must narrow or move, beyond two errors, to count as learnt.
const LEARNT: f64 = 0.1;

impl LearntQuantity {
    pub(super) fn new(column: &Column, weights: &[f64]) -> Option<Self> {
        let prior = Summary::new(&column.values, &vec![1.0; column.values.len()], 1)?;
        let posterior = Summary::new(&column.values, weights, 1)?;
        let wide = prior.sd.value;
        let share = |value: f64, error: Option<f64>| Estimate {
            value: if wide > 0.0 { value / wide } else { 0.0 },
            mc_se: error.filter(|_| wide > 0.0).map(|error| error / wide),
        };
        // The prior comes from all draws, the posterior from the few that count: the error is that of the latter.
        let width = share(posterior.sd.value, posterior.sd.mc_se);
        let shift = share(posterior.mean.value - prior.mean.value, posterior.mean.mc_se);
        let (key, topic, unit) = (column.key.clone(), column.topic, column.unit);
        Some(Self { key, topic, unit, prior, posterior, width, shift })
    }

    /// Whether it moved or narrowed by more than a tenth, beyond two errors.
    pub fn is_learnt(&self) -> bool {
        let beyond =
            |distance: f64, of: &Estimate| of.mc_se.is_some_and(|error| distance - 2.0 * error > LEARNT);
        beyond(1.0 - self.width.value, &self.width) || beyond(self.shift.value.abs(), &self.shift)
    }
}
