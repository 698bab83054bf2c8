//! What chance does not decide of what happens in one arm in one world and one draw.

use super::desk::{Hours, StandingWork};
use super::frame::Frame;
use super::prices::ProviderCost;
use super::provider_plan::ProviderPlan;
use crate::parameters::{Binding, Draw};
use crate::scenario::{Key, Scenario};
use crate::units::{WEEKS_PER_YEAR, nearest_whole, whole_part};

/// Needs that a scenario may name.
pub(super) const MOST_NEEDS: usize = 8;

/// Providers that take a need, one bit each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Takes {
    /// Those with the expertise.
    pub(super) experts: u32,
    /// All.
    pub(super) all: u32,
}

/// What the weeks of an arm look like: hours per conversation, caps, contracts. Reused between draws.
///
/// Vectors run over the weeks of the calendar, warm-up included.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    /// Rules of each week.
    pub(super) weeks: Vec<WeekRules>,
    /// Hazard per week that the campaign adds.
    pub(super) push: Vec<f64>,
    /// Share of the staff at work after leave.
    pub(super) after_leave: Vec<f64>,
    /// The providers.
    pub(super) providers: Vec<ProviderPlan>,
    /// The first week of the last of them.
    all_from: usize,
    /// Who takes each need.
    pub(super) takes: [Takes; MOST_NEEDS],
    /// How many needs there are.
    needs: usize,
    /// Numbers that hold in every week.
    pub(super) terms: Terms,
    shares: Vec<f64>,
}

/// What holds in one week.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WeekRules {
    /// Hours of conversations.
    pub(super) hours: Hours,
    /// Highest number of conversations for those who start in the week.
    pub(super) cap: u8,
}

/// The numbers of a plan that hold in every week.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Terms {
    /// What comes before conversations.
    pub(super) standing: StandingWork,
    /// Log-odds of a positive closure without any effect.
    pub(super) positive_logit: f64,
    /// What the log-odds lose without a match, and with one; per week waited; by the cap.
    pub(super) losses: ([f64; 2], f64, f64),
    /// Cap under which the outcomes were measured.
    pub(super) measured_at_cap: u8,
    /// Among outcomes that are not positive: cumulative share escalated, then dropped out.
    pub(super) other_outcomes: (f64, f64),
    /// Longest wait within the norm, in weeks.
    pub(super) norm: f64,
    /// Hazard per week of becoming aware: own, and of others when all know.
    pub(super) awareness: (f64, f64),
    /// The need of attracted demand.
    pub(super) attracted_need: u8,
}

fn byte(number: f64) -> u8 {
    u8::try_from(whole_part(number)).unwrap_or(u8::MAX)
}

impl Plan {
    /// Reads the plan of a draw; `costs` are those of its providers.
    pub(super) fn read(
        &mut self,
        frame: &Frame,
        scenario: &Scenario,
        (binding, draw): (&Binding, &Draw),
        costs: &[ProviderCost],
    ) {
        self.read_work(frame, binding, draw);
        self.read_terms(scenario, binding, draw);
        self.providers.resize_with(scenario.providers.len(), ProviderPlan::default);
        for (number, (provider, cost)) in self.providers.iter_mut().zip(costs).enumerate() {
            provider.read(frame, (scenario, number), (binding, draw), &cost.stretches);
        }
        self.all_from = self.providers.iter().map(|provider| provider.start).max().unwrap_or(0);
        self.needs = binding.needs.of(draw).len().min(MOST_NEEDS);
        for (need, takes) in self.takes.iter_mut().enumerate() {
            *takes = Takes::default();
            for (number, provider) in self.providers.iter().enumerate() {
                takes.experts |= u32::from(provider.expertise >> need & 1) << number;
                takes.all |= u32::from(provider.accepts >> need & 1) << number;
            }
        }
    }

    /// The providers whose first week is not behind a week, one bit each.
    #[inline]
    pub(super) fn started(&self, week: u32) -> u32 {
        let (week, all) = (week as usize, (1_u32 << (self.providers.len() % 32)).wrapping_sub(1));
        if week >= self.all_from {
            return all;
        }
        let providers = self.providers.iter().enumerate();
        providers.fold(0, |bits, (provider, plan)| bits | u32::from(week >= plan.start) << provider)
    }

    /// Whether a provider has the expertise for a need.
    #[inline]
    pub(super) fn is_expert(&self, provider: usize, need: u8) -> bool {
        self.takes[usize::from(need) % MOST_NEEDS].experts >> (provider % 32) & 1 == 1
    }

    /// The providers whose expertise attracts demand, one bit each.
    pub(super) fn attracting(&self) -> u32 {
        self.takes[usize::from(self.terms.attracted_need) % MOST_NEEDS].experts
    }

    /// The needs that one of some providers takes, one bit each.
    pub(super) fn needs_taken(&self, providers: u32) -> u8 {
        let bits = self
            .takes
            .iter()
            .take(self.needs)
            .enumerate()
            .map(|(need, takes)| u8::from(takes.all & providers != 0) << need);
        bits.fold(0, |needs, bit| needs | bit)
    }

    fn read_work(&mut self, frame: &Frame, binding: &Binding, draw: &Draw) {
        let value = |key| binding.value(draw, key);
        let weeks = frame.weeks.len();
        self.weeks.resize(weeks, WeekRules::default());
        self.push.resize(weeks, 0.0);
        self.shares.resize(weeks, 0.0);
        binding.track(Key::CampaignPushPerYear).fill(draw, &mut self.push);
        if binding.track(Key::CampaignPushPerYear).is_ever_positive(draw) {
            for push in &mut self.push {
                *push /= WEEKS_PER_YEAR;
            }
        }
        let (indirect, admin) = (value(Key::IndirectHours), value(Key::AdminShare));
        let held = value(Key::DirectHours) / (1.0 - value(Key::NoShowShare)) + indirect;
        let intake_extra = value(Key::IntakeExtraHours);
        binding.track(Key::ReliefAdminShare).fill(draw, &mut self.shares);
        for (rules, relief) in self.weeks.iter_mut().zip(&self.shares) {
            let conversation = held - indirect * admin * relief;
            rules.hours = Hours { conversation, intake: conversation + intake_extra };
        }
        binding.track(Key::ConversationsCap).fill(draw, &mut self.shares);
        for (rules, cap) in self.weeks.iter_mut().zip(&self.shares) {
            rules.cap = byte(*cap).max(1);
        }
        let season = binding.leave_season.of(draw);
        let mean = season.iter().sum::<f64>() / season.len() as f64;
        let leave = value(Key::LeaveWeeks) / WEEKS_PER_YEAR / mean;
        let after: [f64; 12] = std::array::from_fn(|month| (1.0 - leave * season[month]).max(0.0));
        self.after_leave.clear();
        self.after_leave.extend(frame.month_of_week.iter().map(|month| after[*month]));
    }

    fn read_terms(&mut self, scenario: &Scenario, binding: &Binding, draw: &Draw) {
        let value = |key| binding.value(draw, key);
        let outcomes = binding.outcomes.of(draw);
        let dropped = outcomes[2] * value(Key::DropoutShareOfUnknown);
        let others = (outcomes[1] + outcomes[2]).max(f64::MIN_POSITIVE);
        // The shares were measured with some mismatch and some waiting in them: both effects count from there.
        let measured = value(Key::MatchEffect) * (1.0 - value(Key::OutcomeMatched))
            + value(Key::WaitEffect) * value(Key::OutcomeWait);
        self.terms = Terms {
            standing: StandingWork {
                at_conversations: 1.0 - value(Key::ConsultationShare),
                hours: [value(Key::FollowUpHours), value(Key::BridgingHours)],
                weeks: [nearest_whole(value(Key::FollowUpWeeks)), nearest_whole(value(Key::BridgingWeeks))],
            },
            positive_logit: (outcomes[0] / (1.0 - outcomes[0])).ln() + measured,
            measured_at_cap: byte(value(Key::OutcomeCap)),
            losses: ([value(Key::MatchEffect), 0.0], value(Key::WaitEffect), value(Key::CapEffect)),
            other_outcomes: (outcomes[1] / others, (outcomes[1] + dropped) / others),
            norm: value(Key::NormWeeks),
            awareness: (
                value(Key::PracticesLearnPerYear) / WEEKS_PER_YEAR,
                value(Key::PracticesSpreadPerYear) / WEEKS_PER_YEAR,
            ),
            attracted_need: u8::try_from(scenario.attracted_need).unwrap_or(u8::MAX),
        };
    }
}
