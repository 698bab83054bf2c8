//! What one provider would offer in every week, before illness and exits.

use super::contract::{Stretch, weeks_within};
use super::frame::Frame;
use crate::parameters::{Binding, Draw};
use crate::scenario::{Key, ProviderKey, Scenario};
use crate::units::nearest_whole;

/// The offer of one provider over the weeks, in one draw. Reused between draws.
#[derive(Clone, Debug, Default)]
pub(super) struct ProviderPlan {
    /// Contract hours per week.
    pub(super) contract: Vec<f64>,
    /// Sum of the contract hours over the weeks of each period in which it is contracted, and the number of these weeks.
    pub(super) contract_by_period: Vec<[f64; 2]>,
    /// First week; 0 when it was there before the warm-up.
    pub(super) start: usize,
    /// Week of a certain stop.
    pub(super) exit: Option<usize>,
    /// Hazard of stopping, per year.
    pub(super) exit_per_year: f64,
    /// Weeks from a stop to the replacement.
    pub(super) replacement: usize,
    /// Weeks to grow to the full hours.
    pub(super) ramp_up: usize,
    /// Needs in which it is expert, one bit each.
    pub(super) expertise: u8,
    /// Needs that it takes, one bit each.
    pub(super) accepts: u8,
}

impl ProviderPlan {
    /// Reads provider `number` of a scenario; `stretches` are its contract.
    pub(super) fn read(
        &mut self,
        frame: &Frame,
        (scenario, number): (&Scenario, usize),
        (binding, draw): (&Binding, &Draw),
        stretches: &[Stretch],
    ) {
        let (provider, calendar) = (&scenario.providers[number], &frame.calendar);
        let value = |key| binding.provider(number, key).map_or(0.0, |track| track.initial(draw));
        self.exit_per_year = value(ProviderKey::ExitPerYear);
        self.replacement = nearest_whole(value(ProviderKey::ReplacementWeeks));
        self.ramp_up = nearest_whole(value(ProviderKey::RampUpWeeks));
        self.start = provider.start.map_or(0, |date| calendar.week_from(date));
        self.exit = provider.exit_on.map(|date| calendar.week_from(date));
        self.expertise = provider.expertise.iter().fold(0, |bits, need| bits | 1 << (need % 8));
        self.accepts = if provider.accepts_other_needs { u8::MAX } else { self.expertise };
        self.contract.resize(calendar.weeks(), 0.0);
        self.contract_by_period.clear();
        self.contract_by_period.resize(frame.period_range.len(), [0.0; 2]);
        for stretch in stretches {
            self.contract[stretch.from..stretch.until].fill(stretch.hours);
            let weeks = (stretch.from.max(self.start), stretch.until);
            let ranges = frame.period_range.iter().filter(|_| stretch.hours > 0.0);
            for (sums, range) in self.contract_by_period.iter_mut().zip(ranges) {
                let within = weeks_within(weeks, *range);
                sums[0] += stretch.hours * within;
                sums[1] += within;
            }
        }
    }
}

/// The rates at which staff are absent, of one scenario in one draw.
pub(super) fn absence_rates(binding: &Binding, draw: &Draw) -> crate::cohort::AbsenceRates {
    crate::cohort::AbsenceRates {
        short_share: binding.value(draw, Key::ShortSickShare),
        long_per_year: binding.value(draw, Key::LongSickPerYear),
        long_weeks: binding.value(draw, Key::LongSickWeeks),
    }
}
