//! What is counted and noted while an arm is played.

use super::counters::{Counters, Waits};
use super::desks::{Desks, Standing};
use super::frame::{Frame, FrameWeek};
use super::plan::{Plan, WeekRules};
use super::play::Given;
use super::track::Track;
use crate::cohort::{Outcome, Youth};

/// A route by which specialised care starts: through the municipality, or directly by a GP.
pub(super) const MUNICIPALITY: usize = 0;
pub(super) const GP: usize = 1;

/// The counts and notes of one play. Reused between plays.
///
/// What falls in the week that is played is counted apart (`now`, `care`) and put in its period and month when these end,
/// so that the loop over young people need not look for them.
#[derive(Clone, Debug, Default)]
pub(super) struct Journal {
    /// One per period, the last for the warm-up.
    pub(super) counters: Vec<Counters>,
    /// How long those who started had waited.
    pub(super) waits: Waits,
    /// Who was closed positively, in order of closing, and the week in which that is booked.
    pub(super) closed_positive: Vec<(u32, u32)>,
    /// Starts of specialised care per month, by route.
    pub(super) care_starts: Vec<[u32; 2]>,
    /// In the queue at the end of each week of the forecast.
    pub(super) waiting: Vec<u32>,
    /// Conversations held in each week.
    pub(super) held: Vec<u32>,
    /// Counts of the running period, and its slot.
    pub(super) now: Counters,
    slot: usize,
    /// Starts of specialised care in the running week.
    care: [u32; 2],
}

impl Journal {
    /// An empty journal for a replication.
    pub(super) fn clear(&mut self, frame: &Frame) {
        let (weeks, slots) = (frame.calendar.weeks(), frame.period_range.len() + 1);
        self.counters.clear();
        self.counters.resize(slots, Counters::default());
        self.waits.clear(slots);
        self.closed_positive.clear();
        self.care_starts.clear();
        self.care_starts.resize(frame.months.len(), [0; 2]);
        self.waiting.clear();
        self.held.clear();
        self.held.resize(weeks, 0);
        self.now = Counters::default();
        self.slot = frame.weeks.first().map_or(0, |week| week.slot);
        self.care = [0; 2];
    }

    /// Takes over what another play noted.
    pub(super) fn adopt(&mut self, other: &Self) {
        self.counters.clone_from(&other.counters);
        self.waits.adopt(&other.waits);
        self.closed_positive.clone_from(&other.closed_positive);
        self.care_starts.clone_from(&other.care_starts);
        self.waiting.clone_from(&other.waiting);
        self.held.clone_from(&other.held);
        (self.now, self.slot, self.care) = (other.now, other.slot, other.care);
    }

    /// Begins a week.
    #[inline]
    pub(super) const fn begin_week(&mut self, slot: usize) {
        self.slot = slot;
    }

    /// Ends a period with so many who wait and in trajectories.
    pub(super) fn end_period(&mut self, waiting: u32, running: u32) {
        (self.now.waiting_at_end, self.now.running_at_end) = (waiting, running);
        self.counters[self.slot].add(&self.now);
        self.now = Counters::default();
    }

    /// Ends a week with so many conversations held and so many who wait.
    #[inline]
    pub(super) fn end_week(&mut self, week: usize, at: FrameWeek, (held, waiting): (u32, u32)) {
        self.held[week] = held;
        self.now.weeks += 1;
        self.now.conversations += held;
        if let Some(month) = at.month {
            self.waiting.push(waiting);
            let starts = &mut self.care_starts[month];
            starts[MUNICIPALITY] += self.care[MUNICIPALITY];
            starts[GP] += self.care[GP];
        }
        self.care = [0; 2];
    }

    /// Counts those whom a GP sends straight to specialised care.
    pub(super) const fn send_directly(&mut self, number: u32) {
        self.now.care_direct += number;
        self.care[GP] += number;
    }

    /// Counts one who leaves the queue.
    pub(super) const fn leave_queue(&mut self, recovers: bool) {
        self.now.left += 1;
        if recovers {
            self.now.recovered += 1;
        } else {
            self.care[MUNICIPALITY] += 1;
        }
    }

    /// Notes a first conversation; returns how the trajectory begins: weeks waited, and conversations cut.
    #[inline]
    pub(super) fn start(&mut self, youth: &Youth, week: u32, rules: &WeekRules, plan: &Plan) -> (u16, i8) {
        let wait = week - youth.week;
        let short_wait = u16::try_from(wait).unwrap_or(u16::MAX);
        self.now.started += 1;
        self.now.wait_weeks += u32::from(short_wait);
        self.now.within_norm += u32::from(f64::from(short_wait) <= plan.terms.norm);
        self.waits.count(self.slot, wait as usize);
        let measured_at_cap = plan.terms.measured_at_cap;
        // The outcomes were measured under a cap: only what this one cuts more, or less, changes them.
        let cut = i8::from(youth.conversations > rules.cap) - i8::from(youth.conversations > measured_at_cap);
        (short_wait, cut)
    }

    /// A trajectory ends: its outcome is booked and the follow-up or bridging begins.
    #[inline]
    pub(super) fn close(
        &mut self,
        Given { frame, plan, people, .. }: Given<'_>,
        (person, track): (u32, &Track),
        desks: &mut Desks,
        week: u32,
    ) {
        let (youth, provider) = (&people.youths()[person as usize], usize::from(track.provider));
        let expert = plan.providers[provider].is_expert(youth.need);
        let outcome = youth.registered.unwrap_or_else(|| outcome(plan, youth, (track, expert)));
        let mut booked = week;
        if youth.registered.is_some() {
            booked = youth.week;
            self.book_registered(frame.weeks[booked as usize], outcome);
        } else {
            self.now.closed[outcome as usize] += 1;
            self.care[MUNICIPALITY] += u32::from(outcome == Outcome::Escalated);
        }
        let weeks = plan.terms.standing_weeks;
        if outcome == Outcome::Positive {
            if youth.is_followed_up() {
                desks.stand(provider, Standing::FollowUp, week, weeks[0]);
            }
            self.closed_positive.push((person, booked));
        } else if outcome == Outcome::Escalated && youth.is_bridged() {
            desks.stand(provider, Standing::Bridging, week, weeks[1]);
        }
    }

    /// A source counts its young people in the period in which they were seen, so a replay does too.
    fn book_registered(&mut self, seen: FrameWeek, outcome: Outcome) {
        self.counters[seen.slot].closed[outcome as usize] += 1;
        if let (Outcome::Escalated, Some(month)) = (outcome, seen.month) {
            self.care_starts[month][MUNICIPALITY] += 1;
        }
    }
}

/// The luck of the person held against the probability under this policy.
#[inline]
fn outcome(plan: &Plan, youth: &Youth, (track, expert): (&Track, bool)) -> Outcome {
    let terms = &plan.terms;
    let (matched, waited, cut) = terms.effects;
    let mut logit = terms.positive_logit - waited * f64::from(track.wait) - cut * f64::from(track.cut);
    if !expert {
        logit -= matched;
    }
    if youth.logit_outcome < logit {
        Outcome::Positive
    } else if youth.u_other_outcome < terms.other_outcomes.0 {
        Outcome::Escalated
    } else if youth.u_other_outcome < terms.other_outcomes.1 {
        Outcome::DroppedOut
    } else {
        Outcome::Unknown
    }
}

/// A number of a week as it is kept.
pub(super) fn short(week: usize) -> u32 {
    u32::try_from(week).unwrap_or(u32::MAX)
}
