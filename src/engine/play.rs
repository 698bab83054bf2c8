//! One arm in one world played over the people of one replication, week by week.
//!
//! A provider that is there no more hands over its trajectories; then the week is played, and what happened in it is noted.

use super::counters::Counters;
use super::desks::Desks;
use super::frame::Frame;
use super::journal::{Journal, short};
use super::plan::Plan;
use super::track::Track;
use super::waiting_list::WaitingList;
use super::week::{Hall, Week};
use super::witness::{WeekEnd, Witness};
use crate::cohort::{People, Youth};

/// Everything that changes while an arm is played. Reused between plays.
#[derive(Clone, Debug, Default)]
pub(super) struct Floor {
    pub(super) queue: WaitingList,
    pub(super) desks: Desks,
    /// The providers that are there in each week, one bit each: contracted, started and not stopped.
    pub(super) at_work: Vec<u32>,
    /// What is counted and noted.
    pub(super) journal: Journal,
    /// Stops of providers: week, first week of the replacement, provider.
    pub(super) stops: Vec<(usize, usize, usize)>,
    /// One per person; those who have not come yet hold nothing.
    tracks: Vec<Track>,
    moved: Vec<u32>,
    /// The next person to arrive.
    next: usize,
}

impl Floor {
    /// Sets everything back to the first week of a replication; the desks are staffed apart.
    pub(super) fn clear(&mut self, frame: &Frame, persons: usize, plan: &Plan) {
        let providers = plan.providers.len();
        self.queue.clear(frame.weeks.len(), plan.open_to_all);
        self.desks.clear(providers, frame.weeks.len(), frame.period_range.len() + 1);
        self.at_work.clear();
        self.at_work.resize(frame.weeks.len(), 0);
        self.journal.clear(frame);
        self.tracks.resize(persons, Track::default());
        self.stops.clear();
        self.next = 0;
    }

    /// Takes over the state in which another play over the same people enters a week; its own stops and the hours of its
    /// desks stay, which are the same before.
    pub(super) fn adopt(&mut self, other: &Self, week: usize) {
        self.next = other.next;
        self.queue.clone_from(&other.queue);
        self.journal.adopt(&other.journal);
        self.tracks[..self.next].copy_from_slice(&other.tracks[..self.next]);
        self.desks.adopt(&other.desks, week);
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
    /// Per practice the week from which it refers to the POJ; of those who come by way of none, the first.
    pub(super) aware_from: &'play [usize; Youth::PRACTICES + 1],
}

/// A plan, a cohort and a floor brought together for one play.
pub(super) struct Play<'play> {
    pub(super) given: Given<'play>,
    pub(super) floor: &'play mut Floor,
}

impl Play<'_> {
    /// Plays the weeks from `from` up to but not including `until`. The desks must have their hours already.
    pub(super) fn run(&mut self, from: usize, until: usize, witness: &mut impl Witness) {
        let (given, weeks) = (self.given, from..until);
        let frame = given.frame.weeks[weeks.clone()].iter().zip(&given.plan.weeks[weeks.clone()]);
        let mut there_before = from.checked_sub(1).map_or(0, |before| self.floor.at_work[before]);
        for ((week, (at, rules)), direct) in weeks.clone().zip(frame).zip(&given.direct[weeks]) {
            let at_work = self.floor.at_work[week];
            let gone = there_before & !at_work;
            if gone != 0 {
                self.hand_over(gone, week);
            }
            there_before = at_work;
            let Floor { queue, desks, journal, tracks, next, .. } = &mut *self.floor;
            journal.begin_week(at.slot);
            let mut hall = Hall { given, queue, desks, journal, tracks, next: *next };
            let held = hall.play(Week { number: short(week), at_work, rules }, *direct);
            *next = hall.next;
            let waiting = queue.len();
            journal.end_week(week, *at, (held, waiting));
            if at.ends_period {
                desks.end_period(at.slot);
                journal.end_period(waiting, desks.running());
            }
            if witness.watches() {
                witness.week_end(&self.week_end(week));
            }
        }
    }

    /// Providers that were there last week and are not this week hand their trajectories to the others: to one with a
    /// matching expertise first, then to the one with most contract hours, then to the first in the file. Where nobody is
    /// left they wait until it is there again.
    fn hand_over(&mut self, providers: u32, week: usize) {
        let mut gone = providers;
        while gone != 0 {
            let provider = gone.trailing_zeros() as usize;
            gone &= gone - 1;
            let mut moved = std::mem::take(&mut self.floor.moved);
            self.floor.desks.hand_over(provider, &self.floor.tracks, &mut moved);
            for person in &moved {
                let need = self.given.people.youths()[*person as usize].need;
                let to = self.successor(provider, need, week).unwrap_or(provider);
                self.floor.desks.take_over(to, *person, &mut self.floor.tracks[*person as usize]);
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

    /// Ends a play. What a source registered has ended by the end of its last period: whoever still waits or is in a
    /// trajectory there is booked with the registered outcome.
    pub(super) fn end(&mut self) {
        let frame = self.given.frame;
        let Floor { queue, desks, journal, tracks, moved, .. } = &mut *self.floor;
        if frame.replays {
            let last = frame.weeks.len() - 1;
            for provider in 0..self.given.plan.providers.len() {
                desks.hand_over(provider, tracks, moved);
                for person in &*moved {
                    journal.close(self.given, (*person, &tracks[*person as usize]), desks, short(last));
                }
            }
            for (person, track) in (0..).zip(&*tracks).filter(|(_, track)| track.waits()) {
                journal.close(self.given, (person, track), desks, short(last));
            }
            queue.clear(0, true);
        }
    }

    fn week_end(&self, week: usize) -> WeekEnd {
        let journal = &self.floor.journal;
        let mut totals = Counters::default();
        for counters in &journal.counters {
            totals.add(counters);
        }
        totals.add(&journal.now);
        let desks = &self.floor.desks;
        let [hours_available, hours_used] = desks.last(week);
        WeekEnd {
            week,
            referred: totals.referred,
            started: totals.started,
            closed: totals.closed,
            left: totals.left,
            held: journal.held[week],
            waiting: self.floor.queue.len() as usize,
            running: desks.running() as usize,
            hours_available,
            hours_used,
        }
    }
}
