//! One week of a play.
//!
//! The order within it: the referred arrive in order of time; those who lose patience leave; each provider spends its hours
//! on consultation, follow-up and bridging, then on conversations that are due; what is left goes to first
//! conversations. Who arrives changes nothing for those before them, so here the arrival comes after the conversations that
//! are due.

use std::hint::select_unpredictable;

use super::desks::Desks;
use super::journal::Journal;
use super::plan::{MOST_NEEDS, Plan, WeekRules};
use super::play::Given;
use super::track::Track;
use super::waiting_list::WaitingList;
use crate::cohort::Youth;

/// What a week of a play changes, with what it is given.
pub(super) struct Hall<'play> {
    pub(super) given: Given<'play>,
    /// The providers that are there in each week, one bit each.
    pub(super) at_work: &'play [u32],
    pub(super) queue: &'play mut WaitingList,
    pub(super) desks: &'play mut Desks,
    pub(super) journal: &'play mut Journal,
    pub(super) tracks: &'play mut [Track],
    /// Those who are handed over; empty but for then.
    pub(super) moved: &'play mut Vec<u32>,
}

/// A week, and the providers that are there in it, one bit each.
#[derive(Clone, Copy)]
pub(super) struct Week<'play> {
    pub(super) number: u32,
    pub(super) at_work: u32,
    pub(super) rules: &'play WeekRules,
}

impl Hall<'_> {
    /// Plays a week after hand-overs.
    #[inline]
    pub(super) fn play(&mut self, week: Week<'_>) {
        let Given { referrals, lines, youths, .. } = self.given;
        let referred = referrals.of(week.number);
        self.journal.send_directly(referred.directly);
        let leavers = self.queue.let_leave(week.number);
        self.journal.leave_queue(leavers);
        let (due, mut open) = self.hold_due(week);
        let started = self.journal.now.started;
        self.journal.now.referred += self.queue.join(referred, lines, (youths, self.tracks));
        self.start_new(week, &mut open);
        let mut waited_for = 0;
        if self.queue.len() > 0 {
            waited_for = self.waited_for(week);
            self.journal.now.bound_weeks += u32::from(waited_for != 0);
        }
        let held = due + self.journal.now.started - started;
        self.desks.close_week(waited_for);
        self.journal.end_week(week.number, held, self.queue.len());
    }

    /// The desks open, and hold the conversations of running trajectories. Returns the number of conversations held, and with
    /// whom a first one fits, one bit each.
    #[inline]
    fn hold_due(&mut self, week: Week<'_>) -> (u32, u32) {
        let work = (&self.given.plan.terms.standing, &week.rules.hours);
        self.desks.open_week(week.number, work, week.at_work, self.tracks)
    }

    /// First conversations for those who wait, as long as somebody with hours takes their need. `open`: the providers in whose
    /// week one fits, one bit each.
    #[inline]
    fn start_new(&mut self, week: Week<'_>, open: &mut u32) {
        let Given { plan, lines, youths, .. } = self.given;
        while *open != 0 && self.queue.len() > 0 {
            let taken = || plan.needs_taken(*open);
            let waiting = (lines, youths, &*self.tracks);
            let Some(person) = self.queue.call(taken, week.number, waiting) else { return };
            self.begin((person, &youths[person as usize]), week, open);
        }
    }

    /// A first conversation with one of the providers in whose week it fits (`open`), at least one of which takes the need: one with the
    /// expertise first, then the one with most hours left, then the first in the file.
    #[expect(
        clippy::inline_always,
        reason = "a call would put the week out of the registers, for each of so many"
    )]
    #[inline(always)]
    fn begin(&mut self, (person, youth): (u32, &Youth), week: Week<'_>, open: &mut u32) {
        let (plan, rules) = (self.given.plan, week.rules);
        let provider = self.desks.begin(hosts(plan, *open, youth.need), rules.hours.intake, open);
        let course = self.journal.start(youth, week.number, rules, plan);
        let more = u32::from(youth.conversations.min(rules.cap)) - 1;
        let track = &mut self.tracks[person as usize];
        track.start(course, week.number, youth.interval, more);
        self.given.foresee(youth, provider, track);
        self.desks.of(provider).take_on(person, track);
    }

    /// The providers for which somebody waits whom they would take, one bit each; before its first week a provider is none.
    #[inline]
    fn waited_for(&self, week: Week<'_>) -> u32 {
        let started = self.given.plan.started(week.number);
        if self.queue.is_for_whoever() {
            return started;
        }
        let needs = self.queue.needs();
        let providers = self.given.plan.providers.iter().enumerate();
        let wanted = providers.map(|(provider, plan)| u32::from(plan.accepts & needs != 0) << provider);
        started & wanted.fold(0, |bits, bit| bits | bit)
    }
}

/// Who may have a first conversation for a need, one bit each: those among the `open` that have the expertise, or all of them that take
/// it, which is at least one.
#[inline]
fn hosts(plan: &Plan, open: u32, need: u8) -> u32 {
    let takes = plan.takes[usize::from(need) % MOST_NEEDS];
    let experts = open & takes.experts;
    select_unpredictable(experts == 0, open & takes.all, experts)
}
