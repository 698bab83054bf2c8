//! One arm in one world played over the people of one replication, week by week.
//!
//! The order within a week: a provider that is there no more hands over its trajectories; the referred arrive in order of time;
//! those who lose patience leave; each provider spends its hours on consultation, follow-up and bridging, then on
//! conversations that are due; what is left goes to first conversations.

use super::capacity::{Course, Desk, Run, SLACK};
use super::counters::Counters;
use super::frame::Frame;
use super::journal::{Journal, short};
use super::plan::{MOST_NEEDS, Plan, WeekRules};
use super::waiting_list::{Waiter, WaitingList};
use super::witness::{WeekEnd, Witness};
use crate::cohort::{People, Person};

/// Everything that changes while an arm is played. Reused between plays.
#[derive(Clone, Debug, Default)]
pub(super) struct Floor {
    pub(super) queue: WaitingList,
    pub(super) desks: Vec<Desk>,
    /// The providers that are there in each week, one bit each: contracted, started and not stopped.
    pub(super) at_work: Vec<u32>,
    /// What is counted and noted.
    pub(super) journal: Journal,
    /// Stops of providers: week, first week of the replacement, provider.
    pub(super) stops: Vec<(usize, usize, usize)>,
    moved: Vec<Run>,
    /// The next person to arrive.
    next: usize,
}

impl Floor {
    /// Sets everything back to the first week of a replication; the desks are staffed apart.
    pub(super) fn clear(&mut self, frame: &Frame, persons: usize, providers: usize) {
        self.queue.clear(persons);
        self.desks.resize_with(providers, Default::default);
        self.at_work.clear();
        self.at_work.resize(frame.weeks.len(), 0);
        self.journal.clear(frame, persons);
        self.stops.clear();
        self.next = 0;
    }

    /// Takes over the state in which another play over the same people enters a week; its own stops and the hours of its
    /// desks stay, which are the same before.
    pub(super) fn adopt(&mut self, other: &Self) {
        self.queue.clone_from(&other.queue);
        self.journal.adopt(&other.journal);
        self.next = other.next;
        for (mine, theirs) in self.desks.iter_mut().zip(&other.desks) {
            mine.adopt(theirs);
        }
    }
}

/// What a play is given and does not change.
#[derive(Clone, Copy)]
pub(super) struct Given<'play> {
    pub(super) frame: &'play Frame,
    pub(super) plan: &'play Plan,
    pub(super) people: &'play People,
    /// Young people sent straight to specialised care in each week, whatever the policy.
    pub(super) direct: &'play [u32],
    /// Per practice the week from which it refers to the POJ.
    pub(super) aware_from: &'play [usize],
}

/// A plan, a cohort and a floor brought together for one play.
pub(super) struct Play<'play> {
    pub(super) given: Given<'play>,
    pub(super) floor: &'play mut Floor,
}

impl Play<'_> {
    /// Plays the weeks from `from` up to but not including `until`. The desks must have their hours already.
    pub(super) fn run(&mut self, from: usize, until: usize, witness: &mut impl Witness) {
        let (frame, plan) = (self.given.frame, self.given.plan);
        for (week, (at, rules)) in frame.weeks.iter().zip(&plan.weeks).enumerate().take(until).skip(from) {
            self.floor.journal.begin_week(*at);
            self.hand_over(week);
            self.admit(week);
            self.let_leave(week);
            let held = self.hold_due(week, rules) + self.start_new(week, rules);
            self.close_desks(week, at.slot);
            let waiting = self.floor.queue.len();
            self.floor.journal.end_week(week, *at, (held, waiting));
            if at.ends_period {
                let now = &mut self.floor.journal.now;
                now.waiting_at_end = waiting;
                now.running_at_end = self.floor.desks.iter().map(Desk::running).sum();
            }
            if witness.watches() {
                witness.week_end(&self.week_end(week));
            }
        }
    }

    /// A provider that was there last week and is not this week hands its trajectories to the others: to one with a
    /// matching expertise first, then to the one with most contract hours, then to the first in the file. Where nobody is
    /// left they wait until it is there again.
    fn hand_over(&mut self, week: usize) {
        let Some(before) = week.checked_sub(1) else { return };
        let mut gone = self.floor.at_work[before] & !self.floor.at_work[week];
        while gone != 0 {
            let provider = gone.trailing_zeros() as usize;
            gone &= gone - 1;
            let mut moved = std::mem::take(&mut self.floor.moved);
            self.floor.desks[provider].hand_over(week, &mut moved);
            for run in &moved {
                let need = self.given.people.persons()[run.person as usize].need;
                let to = self.successor(provider, need, week).unwrap_or(provider);
                self.floor.desks[to].take_on(*run);
            }
            self.floor.moved = moved;
        }
    }

    /// Who takes over a trajectory from a provider that leaves.
    fn successor(&self, leaver: usize, need: u8, week: usize) -> Option<usize> {
        let working = (0..self.given.plan.providers.len()).filter(|p| *p != leaver && self.works(*p, week));
        working.fold(None, |best: Option<usize>, candidate| {
            let rank = |p: usize| {
                (self.given.plan.providers[p].is_expert(need), self.given.plan.providers[p].contract[week])
            };
            match best {
                Some(best) if rank(candidate) <= rank(best) => Some(best),
                _ => Some(candidate),
            }
        })
    }

    /// Whether a provider is there in a week.
    fn works(&self, provider: usize, week: usize) -> bool {
        self.floor.at_work[week] >> provider & 1 == 1
    }

    /// Those referred this week join the queue in order of arrival.
    fn admit(&mut self, week: usize) {
        self.floor.journal.send_directly(self.given.direct[week]);
        let people = self.given.people;
        while let Some(person) = people.persons().get(self.floor.next).filter(|person| person.week == week) {
            self.arrive(person);
            self.floor.next += 1;
        }
    }

    fn arrive(&mut self, person: &Person) {
        if person.attracted && !self.expertise_is_there(person.week) {
            return;
        }
        if let Some(practice) = person.practice {
            if person.week < self.given.aware_from[usize::from(practice)] {
                self.floor.journal.send_directly(1);
                return;
            }
            if self.given.frame.replays {
                return;
            }
        }
        self.floor.journal.now.referred += 1;
        self.floor.queue.join(short(self.floor.next), person);
    }

    /// Whether the expertise that attracts demand is at work.
    fn expertise_is_there(&self, week: usize) -> bool {
        let plan = self.given.plan;
        self.floor.at_work[week] & plan.takes[usize::from(plan.terms.attracted_need) % MOST_NEEDS].experts
            != 0
    }

    /// Those whose patience ends leave the queue: to specialised care, or recovered.
    fn let_leave(&mut self, week: usize) {
        if self.floor.queue.len() == 0 {
            return;
        }
        let people = self.given.people;
        for number in people.leavers(week) {
            if self.floor.queue.holds(*number) {
                let person = &people.persons()[*number as usize];
                self.floor.queue.leave(Waiter { number: *number, need: person.need });
                self.floor.journal.leave_queue(person.recovers);
            }
        }
    }

    /// The desks open, and hold the conversations of running trajectories; a trajectory ends in the week of its last one.
    /// Returns the number of conversations held.
    fn hold_due(&mut self, week: usize, rules: &WeekRules) -> u32 {
        let Given { frame, plan, people, .. } = self.given;
        let Floor { desks, journal, at_work, .. } = &mut *self.floor;
        let (at_work, mut held) = (at_work[week], 0);
        for (provider, desk) in desks.iter_mut().enumerate() {
            desk.open_week(week, plan.terms.consultation, plan.terms.standing_hours);
            held += desk.hold_due(short(week), rules.conversation, at_work >> provider & 1 == 1);
            while let Some(run) = desk.end_one(week) {
                let person = &people.persons()[run.person as usize];
                journal.close((frame, plan), (person, &run), (provider, desk), week);
            }
        }
        held
    }

    /// First conversations for those who wait, as long as somebody with hours takes their need. Returns their number.
    fn start_new(&mut self, week: usize, rules: &WeekRules) -> u32 {
        let Given { frame, plan, people, .. } = self.given;
        let Floor { queue, desks, journal, at_work, .. } = &mut *self.floor;
        if queue.len() == 0 {
            return 0;
        }
        let mut open = 0_u32;
        for (provider, desk) in desks.iter().enumerate() {
            open |= u32::from(desk.fits(rules.intake)) << provider;
        }
        open &= at_work[week];
        let (mut taken, mut started) = (plan.needs_taken(open), 0);
        while let Some(waiter) = queue.first(taken) {
            let Some(provider) = host(plan, desks, open, waiter.need) else { return started };
            let (person, desk) = (&people.persons()[waiter.number as usize], &mut desks[provider]);
            queue.leave(waiter);
            started += 1;
            desk.spend(rules.intake);
            if !desk.fits(rules.intake) {
                open &= !(1 << provider);
                taken = plan.needs_taken(open);
            }
            let course = journal.start(person, week, rules, plan);
            let more = u32::from(person.conversations.min(rules.cap)) - 1;
            let run = Run::new((waiter.number, course), short(week), u32::from(person.interval), more);
            if more == 0 {
                journal.close((frame, plan), (person, &run), (provider, desk), week);
            } else {
                desk.take_on(run);
            }
        }
        started
    }

    /// Closes the week of every desk, and notes whether somebody waits for want of hours.
    fn close_desks(&mut self, week: usize, slot: usize) {
        let Floor { queue, desks, journal, .. } = &mut *self.floor;
        let (needs, mut bound) = (queue.needs(), false);
        for (desk, plan) in desks.iter_mut().zip(&self.given.plan.providers) {
            let waited_for = week >= plan.start && plan.accepts & needs != 0;
            bound |= waited_for;
            desk.close_week(slot, waited_for);
        }
        journal.now.bound_weeks += u32::from(bound);
    }

    /// Ends a play. What a source registered has ended by the end of its last period: whoever still waits or is in a
    /// trajectory there is booked with the registered outcome.
    pub(super) fn end(&mut self) {
        let Given { frame, plan, people, .. } = self.given;
        let Floor { queue, desks, journal, moved, .. } = &mut *self.floor;
        if frame.replays {
            let last = frame.weeks.len() - 1;
            for (provider, desk) in desks.iter_mut().enumerate() {
                desk.hand_over(last, moved);
                for run in &*moved {
                    let person = &people.persons()[run.person as usize];
                    journal.close((frame, plan), (person, run), (provider, desk), last);
                }
            }
            for (number, person) in (0..).zip(people.persons()).filter(|(number, _)| queue.holds(*number)) {
                let run = Run::new((number, Course::default()), short(last), 1, 0);
                journal.close((frame, plan), (person, &run), (0, &mut desks[0]), last);
            }
            queue.clear(0);
        }
        journal.end();
    }

    fn week_end(&self, week: usize) -> WeekEnd {
        let journal = &self.floor.journal;
        let mut totals = Counters::default();
        for counters in &journal.counters {
            totals.add(counters);
        }
        totals.add(&journal.now);
        let desks = || self.floor.desks.iter();
        WeekEnd {
            week,
            referred: totals.referred,
            started: totals.started,
            closed: totals.closed,
            left: totals.left,
            held: journal.held[week],
            waiting: self.floor.queue.len() as usize,
            running: desks().map(|desk| desk.running() as usize).sum(),
            hours_available: desks().map(|desk| desk.last[0]).sum(),
            hours_used: desks().map(|desk| desk.last[1]).sum(),
        }
    }
}

/// The provider for a need among those with hours, one bit each: one with the expertise first, then the one with most
/// hours left, then the first in the file.
fn host(plan: &Plan, desks: &[Desk], open: u32, need: u8) -> Option<usize> {
    let takes = plan.takes[usize::from(need) % MOST_NEEDS];
    let experts = open & takes.experts;
    let mut candidates = if experts == 0 { open & takes.all } else { experts };
    if candidates == 0 {
        return None;
    }
    let mut best = candidates.trailing_zeros() as usize;
    candidates &= candidates - 1;
    while candidates != 0 {
        let other = candidates.trailing_zeros() as usize;
        // More by rounding is not more.
        if desks[other].free() > desks[best].free() + SLACK {
            best = other;
        }
        candidates &= candidates - 1;
    }
    Some(best)
}
