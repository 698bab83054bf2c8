//! What one draw says about the young people, before any of them is drawn.

use std::ops::Range;

use crate::distributions::beta_binomial;
use crate::parameters::{Binding, Draw};
use crate::scenario::{Calendar, Key, Scenario};
use crate::units::{WEEKS_PER_YEAR, nearest_whole, whole_part};

/// Classes of arrival: the five referrers, attracted demand, and registered young people. The referrers come first.
pub(super) const REFERRERS: usize = crate::scenario::REFERRERS.len();
pub(super) const CLASSES: usize = 6;
pub(super) const HUISARTS: usize = 1;
pub(super) const ATTRACTED: usize = 5;
pub(super) const REGISTERED: usize = 6;
const MOST_CONVERSATIONS: usize = 40;

/// The assumptions of one arm and world in one draw, as far as they concern young people.
///
/// Rates are in young people per week; hazards per week. Reused between draws.
#[derive(Clone, Debug, Default)]
pub struct Outlook {
    pub(super) class_rates: [f64; CLASSES],
    /// Season and trend per week, averaging about 1 in the year of measurement.
    pub(super) profile: Vec<f64>,
    pub(super) year_cv: f64,
    pub(super) referrers: [f64; REFERRERS],
    /// Cumulated shares of the referrers but the last.
    pub(super) referrers_cumulated: Vec<f64>,
    /// Cumulated shares of the needs but the last.
    pub(super) needs_cumulated: Vec<f64>,
    pub(super) attracted_need: u8,
    pub(super) practices: usize,
    pub(super) practices_aware: usize,
    pub(super) urgent: f64,
    /// Probability of at most so many conversations, from 1 on, but of the most.
    pub(super) conversations: Vec<f64>,
    pub(super) weekly: f64,
    pub(super) leave: f64,
    pub(super) recover: f64,
    pub(super) follow_up: f64,
    pub(super) bridging: f64,
    pub(super) registered_only: bool,
}

impl Outlook {
    /// Number of GP practices that know the POJ at the start of the forecast, at least one.
    pub const fn practices_aware(&self) -> usize {
        self.practices_aware
    }

    /// The practice that a uniform number decides on.
    pub(super) fn practice(&self, u: f64) -> usize {
        whole_part(u * self.practices as f64)
    }

    /// Number of GP practices.
    pub const fn practices(&self) -> usize {
        self.practices
    }

    /// How many young people of the referrers are expected in some weeks, to the POJ or past it; the shocks of the years
    /// have mean 1. Attracted demand is not among them.
    pub fn expected_referrals(&self, weeks: Range<usize>) -> f64 {
        let rate: f64 = self.class_rates[..REFERRERS].iter().sum();
        rate * self.profile.get(weeks).map_or(0.0, |profile| profile.iter().sum())
    }

    /// Whether all that is read of a young person, once there, is the same as through another outlook.
    pub(super) fn reads_like(&self, other: &Self) -> bool {
        self.referrers_cumulated == other.referrers_cumulated
            && self.needs_cumulated == other.needs_cumulated
            && self.attracted_need == other.attracted_need
            && self.practices == other.practices
            && self.conversations == other.conversations
            && self.shares().iter().eq(&other.shares())
    }

    const fn shares(&self) -> [f64; 6] {
        [self.urgent, self.weekly, self.leave, self.recover, self.follow_up, self.bridging]
    }

    /// Reads the assumptions of a draw.
    pub fn read(&mut self, scenario: &Scenario, binding: &Binding, draw: &Draw) {
        let value = |key| binding.value(draw, key);
        self.read_demand(scenario, binding, draw);
        cumulate(binding.needs.of(draw), &mut self.needs_cumulated);
        cumulate(&self.referrers, &mut self.referrers_cumulated);
        self.attracted_need = u8::try_from(scenario.attracted_need).unwrap_or(u8::MAX);
        self.urgent = value(Key::UrgentShare);
        self.weekly = value(Key::WeeklyShare);
        self.leave = value(Key::LeavePerWeek);
        self.recover = value(Key::RecoverPerWeek);
        self.follow_up = value(Key::FollowUpShare);
        self.bridging = value(Key::BridgingShare);
        let most = whole_part(value(Key::ConversationsMost)).clamp(1, MOST_CONVERSATIONS);
        let mean = value(Key::ConversationsMean).min(most as f64);
        let most = u32::try_from(most).unwrap_or(1);
        beta_binomial(most, mean, value(Key::ConversationsDispersion), &mut self.conversations);
        self.conversations.pop();
    }

    fn read_demand(&mut self, scenario: &Scenario, binding: &Binding, draw: &Draw) {
        let value = |key| binding.value(draw, key);
        let per_week = value(Key::InflowYouthsPerYear) / WEEKS_PER_YEAR;
        self.practices = whole_part(value(Key::PracticesCount)).max(1);
        // The practices that refer today produce today's referrals, so the rate of a practice follows from their number.
        let aware = nearest_whole(value(Key::PracticesAwareShare) * self.practices as f64);
        self.practices_aware = aware.clamp(1, self.practices);
        self.referrers.copy_from_slice(binding.referrers.of(draw));
        for (rate, share) in self.class_rates.iter_mut().zip(self.referrers) {
            *rate = per_week * share;
        }
        self.class_rates[HUISARTS] *= self.practices as f64 / self.practices_aware as f64;
        self.class_rates[ATTRACTED] = per_week * value(Key::AttractedShareOfInflow);
        self.registered_only = !scenario.registered.is_empty();
        self.year_cv = value(Key::InflowYearToYearCv);
        let growth = value(Key::InflowGrowthPerYear);
        let measured = scenario.inflow_measured_on;
        self.fill_profile(&scenario.calendar, measured, growth, binding.inflow_season.of(draw));
    }

    fn fill_profile(
        &mut self,
        calendar: &Calendar,
        measured: jiff::civil::Date,
        growth: f64,
        season: &[f64],
    ) {
        let mean = season.iter().sum::<f64>() / season.len() as f64;
        let days = (calendar.monday(0) - measured).get_days();
        let mut trend = (1.0 + growth).powf(f64::from(days) / 365.2425);
        let step = (1.0 + growth).powf(1.0 / WEEKS_PER_YEAR);
        self.profile.clear();
        for week in 0..calendar.weeks() {
            self.profile.push(trend * season[calendar.month(week)] / mean);
            trend *= step;
        }
    }
}

/// Adds shares up, one after another, but the last.
fn cumulate(shares: &[f64], sums: &mut Vec<f64>) {
    let mut reached = 0.0;
    sums.clear();
    sums.extend(shares.iter().take(shares.len().saturating_sub(1)).map(|share| {
        reached += share;
        reached
    }));
}
