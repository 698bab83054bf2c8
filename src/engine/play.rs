//! One arm in one world played over the people of one replication, week by week.
//!
//! The order within a week: a provider that is there no more hands over its trajectories; the referred arrive in order of time;
//! those who lose patience leave; each provider spends its hours on consultation, follow-up and bridging, then on
//! conversations that are due; what is left goes to first conversations.

use super::capacity::{Cell, Desk, Run, SLACK};
use super::counters::{Counters, Waits};
use super::frame::Frame;
use super::plan::{MOST_NEEDS, Plan};
use super::waiting_list::WaitingList;
use super::witness::{WeekEnd, Witness};
use crate::cohort::{People, Person};

/// Nobody.
pub(super) const NOBODY: u8 = u8::MAX;

/// How one person's trajectory began.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course {
    pub(super) provider: u8,
    /// Conversations cut by the cap of the week of start (1) less those cut by the cap of the measurement (1).
    pub(super) cut: i8,
    pub(super) wait: u16,
}

impl Course {
    /// Not started.
    pub(super) const NONE: Self = Self { provider: NOBODY, cut: 0, wait: 0 };
}

/// Everything that changes while an arm is played. Reused between plays.
#[derive(Clone, Debug, Default)]
pub(super) struct Floor {
    pub(super) courses: Vec<Course>,
    pub(super) queue: WaitingList,
    pub(super) desks: Vec<Desk>,
    /// One per period, the last for the warm-up.
    pub(super) counters: Vec<Counters>,
    pub(super) waits: Waits,
    /// Positive closures: the person, and the week in which it is booked.
    pub(super) positives: Vec<(u32, u32)>,
    /// Starts of specialised care per month, by route: municipality, GP.
    pub(super) care_starts: Vec<[u32; 2]>,
    /// In the queue at the end of each week of the forecast.
    pub(super) waiting: Vec<usize>,
    /// Conversations held in each week.
    pub(super) held: Vec<u32>,
    /// Stops of providers: week, first week of the replacement, provider.
    pub(super) stops: Vec<(usize, usize, usize)>,
    pub(super) ended: Vec<u32>,
    pub(super) moved: Vec<Run>,
    /// The next person to arrive.
    pub(super) next: usize,
}

impl Floor {
    /// Sets everything back to the first week of a replication.
    pub(super) fn clear(&mut self, frame: &Frame, persons: usize, providers: usize) {
        let (weeks, slots) = (frame.calendar.weeks(), frame.period_range.len() + 1);
        self.courses.clear();
        self.courses.resize(persons, Course::NONE);
        self.queue.clear(persons);
        self.desks.resize_with(providers, Default::default);
        for desk in &mut self.desks {
            desk.clear(weeks);
        }
        self.counters.clear();
        self.counters.resize(slots, Counters::default());
        self.waits.clear(slots);
        self.positives.clear();
        self.care_starts.clear();
        self.care_starts.resize(frame.months.len(), [0; 2]);
        self.waiting.clear();
        self.waiting.resize(weeks - frame.calendar.forecast_from(), 0);
        self.held.clear();
        self.held.resize(weeks, 0);
        self.stops.clear();
        self.next = 0;
    }

    /// Takes over the state in which another play over the same people enters week `from`; its own stops and the hours
    /// of its desks from then on stay.
    pub(super) fn adopt(&mut self, other: &Self, from: usize) {
        self.courses.clone_from(&other.courses);
        self.queue.clone_from(&other.queue);
        self.counters.clone_from(&other.counters);
        self.waits.clone_from(&other.waits);
        self.positives.clone_from(&other.positives);
        self.care_starts.clone_from(&other.care_starts);
        self.waiting.clone_from(&other.waiting);
        self.held.clone_from(&other.held);
        self.next = other.next;
        for (mine, theirs) in self.desks.iter_mut().zip(&other.desks) {
            mine.adopt(theirs, from);
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
        for week in from..until {
            let slot = self.given.frame.slot_of_week[week];
            self.hand_over(week);
            self.admit(week, slot);
            self.let_leave(week, slot);
            self.open_desks(week);
            self.hold_due(week);
            self.start_new(week, slot);
            self.close_desks(week, slot);
            self.count(week, slot);
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
        for provider in 0..self.floor.desks.len() {
            if self.works(provider, week) || !self.works(provider, before) {
                continue;
            }
            let mut moved = std::mem::take(&mut self.floor.moved);
            self.floor.desks[provider].hand_over(week, &mut moved);
            for run in &moved {
                let need = self.given.people.persons()[run.person as usize].need;
                let to = self.successor(provider, need, week).unwrap_or(provider);
                self.floor.desks[to].take_over(*run);
                self.floor.courses[run.person as usize].provider = u8::try_from(to).unwrap_or(NOBODY);
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

    /// Whether a provider is there in a week: contracted, started and not stopped.
    fn works(&self, provider: usize, week: usize) -> bool {
        self.floor.desks[provider].cells[week].working
    }

    /// Those referred this week join the queue in order of arrival.
    fn admit(&mut self, week: usize, slot: usize) {
        let direct = self.given.direct[week];
        self.floor.counters[slot].care_direct += direct;
        self.count_care(week, 1, direct);
        let persons = self.given.people.persons();
        while let Some(person) = persons.get(self.floor.next).filter(|person| person.week == week) {
            self.arrive(person, slot);
            self.floor.next += 1;
        }
    }

    fn arrive(&mut self, person: &Person, slot: usize) {
        if person.attracted && !self.expertise_is_there(person.week) {
            return;
        }
        if let Some(practice) = person.practice {
            if person.week < self.given.aware_from[usize::from(practice)] {
                self.floor.counters[slot].care_direct += 1;
                self.count_care(person.week, 1, 1);
                return;
            }
            if self.given.frame.replays {
                return;
            }
        }
        self.floor.counters[slot].referred += 1;
        let number = u32::try_from(self.floor.next).unwrap_or(u32::MAX);
        self.floor.queue.join(number, person);
    }

    /// Whether the expertise that attracts demand is at work.
    fn expertise_is_there(&self, week: usize) -> bool {
        let need = self.given.plan.terms.attracted_need;
        (0..self.given.plan.providers.len())
            .any(|p| self.given.plan.providers[p].is_expert(need) && self.works(p, week))
    }

    /// Those whose patience ends leave the queue: to specialised care, or recovered.
    fn let_leave(&mut self, week: usize, slot: usize) {
        for number in self.given.people.leavers(week) {
            let person = &self.given.people.persons()[*number as usize];
            if !self.floor.queue.leave(*number, person.need) {
                continue;
            }
            self.floor.counters[slot].left += 1;
            if person.recovers {
                self.floor.counters[slot].recovered += 1;
            } else {
                self.count_care(week, 0, 1);
            }
        }
    }

    fn open_desks(&mut self, week: usize) {
        let terms = &self.given.plan.terms;
        for desk in &mut self.floor.desks {
            desk.open_week(week, terms.consultation, terms.standing_hours);
        }
    }

    /// Conversations of running trajectories; a trajectory ends in the week of its last one.
    fn hold_due(&mut self, week: usize) {
        let hours = self.given.plan.weeks[week].conversation;
        let mut ended = std::mem::take(&mut self.floor.ended);
        for provider in 0..self.floor.desks.len() {
            self.floor.held[week] += self.floor.desks[provider].hold_due(short(week), hours, &mut ended);
            for person in &ended {
                self.close(*person, week);
            }
        }
        self.floor.ended = ended;
    }

    /// First conversations for those who wait, as long as somebody with hours takes their need.
    fn start_new(&mut self, week: usize, slot: usize) {
        let (persons, plan) = (self.given.people.persons(), self.given.plan);
        let intake = plan.weeks[week].intake;
        let mut open = 0_u32;
        for (number, desk) in self.floor.desks.iter().enumerate() {
            open |= u32::from(desk.cells[week].working && desk.fits(intake)) << number;
        }
        while open != 0 {
            let Floor { queue, desks, .. } = &mut *self.floor;
            let found = queue.find(|number| host(plan, desks, open, persons[number as usize].need));
            let Some((number, provider)) = found else { return };
            self.floor.desks[provider].spend(intake);
            if !self.floor.desks[provider].fits(intake) {
                open &= !(1 << provider);
            }
            self.start(number, provider, week, slot);
        }
    }

    /// Closes the week of every desk, and notes whether somebody waits for want of hours.
    fn close_desks(&mut self, week: usize, slot: usize) {
        let waiting_needs = self.floor.queue.needs();
        let mut bound = false;
        for (desk, plan) in self.floor.desks.iter_mut().zip(&self.given.plan.providers) {
            let waited_for = week >= plan.start && plan.accepts & waiting_needs != 0;
            bound |= waited_for;
            desk.close_week(week, waited_for);
        }
        self.floor.counters[slot].bound_weeks += u32::from(bound);
    }

    /// The states at the end of the week.
    fn count(&mut self, week: usize, slot: usize) {
        let waiting = self.floor.queue.len();
        if let Some(reported) = week.checked_sub(self.given.frame.calendar.forecast_from()) {
            self.floor.waiting[reported] = waiting;
        }
        let counters = &mut self.floor.counters[slot];
        counters.weeks += 1;
        counters.conversations += self.floor.held[week];
        if self.given.frame.ends_period[week] {
            counters.waiting_at_end = u32::try_from(waiting).unwrap_or(u32::MAX);
            let running = self.floor.desks.iter().map(|desk| desk.runs().len()).sum::<usize>();
            counters.running_at_end = u32::try_from(running).unwrap_or(u32::MAX);
        }
    }

    /// Counts starts of specialised care in the month of a week, by route: 0 municipality, 1 GP.
    pub(super) fn count_care(&mut self, week: usize, route: usize, number: u32) {
        if let Some(month) = self.given.frame.month_of_week[week] {
            self.floor.care_starts[month][route] += number;
        }
    }

    fn week_end(&self, week: usize) -> WeekEnd {
        let mut totals = Counters::default();
        for counters in &self.floor.counters {
            totals.add(counters);
        }
        let sum =
            |hours: fn(&Cell) -> f64| self.floor.desks.iter().map(|desk| hours(&desk.cells[week])).sum();
        WeekEnd {
            week,
            referred: totals.referred,
            started: totals.started,
            closed: totals.closed,
            left: totals.left,
            held: self.floor.held[week],
            waiting: self.floor.queue.len(),
            running: self.floor.desks.iter().map(|desk| desk.runs().len()).sum(),
            hours_available: sum(|cell| cell.available),
            hours_used: sum(|cell| cell.used),
        }
    }
}

/// A week as the agenda keeps it.
pub(super) fn short(week: usize) -> u32 {
    u32::try_from(week).unwrap_or(u32::MAX)
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
