//! One arm in one world played over the people of one replication, week by week.
//!
//! A provider that is there no more hands over its trajectories; then the week is played, and what happened in it is noted.

use super::counters::Counters;
use super::desks::Desks;
use super::frame::{Frame, Leg};
use super::journal::{Journal, short};
use super::plan::Plan;
use super::track::Track;
use super::waiting_list::WaitingList;
use super::week::{Hall, Week};
use super::witness::{WeekEnd, Witness};
use crate::cohort::{Arrivals, Youth};

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
    /// Sets everything back to the first week of a replication; the desks are staffed apart. `whoever`: every provider takes
    /// everybody, also in the plays over which this queue is handed on.
    pub(super) fn clear(&mut self, frame: &Frame, persons: usize, (plan, whoever): (&Plan, bool)) {
        let (weeks, slots) = (frame.weeks.len(), frame.period_range.len() + 1);
        self.queue.clear(weeks, whoever);
        self.desks.clear(plan.providers.len(), (weeks, slots), plan.terms.standing.weeks);
        self.at_work.clear();
        self.at_work.resize(weeks, 0);
        self.journal.clear(frame, persons);
        self.tracks.resize(persons, Track::AWAY);
        self.stops.clear();
        self.next = 0;
    }

    /// Takes over the state in which another play over the same people enters a week; its own stops and the hours of its
    /// desks stay, which are the same before.
    pub(super) fn adopt(&mut self, other: &Self, week: usize) {
        self.next = other.next;
        self.queue.adopt(&other.queue);
        self.journal.adopt(&other.journal, week);
        self.tracks[..self.next].copy_from_slice(&other.tracks[..self.next]);
        self.desks.adopt(&other.desks, week);
    }
}

/// What a play is given and does not change.
#[derive(Clone, Copy)]
pub(super) struct Given<'play> {
    pub(super) frame: &'play Frame,
    pub(super) plan: &'play Plan,
    /// In order of arrival.
    pub(super) youths: &'play [Youth],
    /// Those of each week.
    pub(super) arrivals: &'play [Arrivals],
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
        let given = self.given;
        let Floor { queue, desks, at_work, journal, tracks, moved, next, .. } = &mut *self.floor;
        let mut hall = Hall { given, at_work, queue, desks, journal, tracks, moved, next: *next };
        let mut there_before = from.checked_sub(1).map_or(0, |before| hall.at_work[before]);
        for leg in given.frame.legs.iter().filter(|leg| leg.from < until && from < leg.until) {
            hall.journal.count_in(leg.slot);
            let weeks = from.max(leg.from)..until.min(leg.until);
            let rules = given.plan.weeks[weeks.clone()].iter().zip(&given.direct[weeks.clone()]);
            for (week, (rules, direct)) in weeks.clone().zip(rules) {
                let at_work = hall.at_work[week];
                let gone = there_before & !at_work;
                there_before = at_work;
                if gone != 0 {
                    hall.hand_over(gone, week);
                }
                hall.play(Week { number: short(week), at_work, rules }, *direct);
                if witness.watches() {
                    witness.week_end(&hall.week_end(week));
                }
            }
            if weeks.end == leg.until {
                hall.end_period(leg);
            }
        }
        *next = hall.next;
    }

    /// Ends a play, of which all weeks must have been played.
    pub(super) fn end(&mut self) {
        let Floor { journal, tracks, next, .. } = &mut *self.floor;
        journal.settle(self.given, &tracks[..*next]);
    }
}

impl Hall<'_> {
    /// Ends a period at the end of its last week.
    fn end_period(&mut self, leg: &Leg) {
        self.desks.end_period(leg.slot, (leg.from, leg.until));
        let last = leg.until - 1;
        self.journal.end_period(last, (self.queue.len(), self.desks.running(last)));
    }

    fn week_end(&self, week: usize) -> WeekEnd {
        let mut totals = Counters::default();
        for counters in self.journal.counters.iter().chain([&self.journal.now]) {
            totals.add(counters);
        }
        let [hours_available, hours_used] = self.desks.last();
        WeekEnd {
            week,
            referred: totals.referred,
            started: totals.started,
            closed: self.closed(week),
            left: totals.left,
            held: self.journal.notes[week].held,
            waiting: self.queue.len() as usize,
            running: self.desks.running(week) as usize,
            hours_available,
            hours_used,
        }
    }

    /// How many trajectories ended until the end of a week, by outcome.
    fn closed(&self, week: usize) -> [u32; 4] {
        let mut closed = [0; 4];
        for track in self.tracks[..self.next].iter().filter(|track| track.ends as usize <= week) {
            closed[track.outcome as usize] += 1;
        }
        closed
    }
}
