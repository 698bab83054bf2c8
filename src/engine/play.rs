//! One arm in one world played over the people of one replication, week by week.
//!
//! A provider that is there no more hands over its trajectories; then the week is played, and what happened in it is noted.

use super::counters::Counters;
use super::desks::Desks;
use super::frame::{Frame, Leg};
use super::journal::{Journal, short};
use super::lines::Lines;
use super::plan::Plan;
use super::referrals::Referrals;
use super::track::Track;
use super::waiting_list::WaitingList;
use super::week::{Hall, Week};
use super::witness::{WeekEnd, Witness};
use crate::cohort::Youth;

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
    /// One per person.
    tracks: Vec<Track>,
    moved: Vec<u32>,
}

impl Floor {
    /// Sets the providers and what is noted back to the first week of a replication; the desks are staffed apart.
    pub(super) fn clear(&mut self, frame: &Frame, persons: usize, plan: &Plan) {
        let (weeks, slots) = (frame.weeks.len(), frame.period_range.len() + 1);
        self.desks.clear(plan.providers.len(), (weeks, slots), plan.terms.standing.weeks);
        self.at_work.clear();
        self.at_work.resize(weeks, 0);
        self.journal.clear(frame, persons);
        self.stops.clear();
    }

    /// Sets the queue and the young people back. `whoever`: every provider takes everybody, also in the plays over which this queue
    /// is handed on.
    pub(super) fn expect(&mut self, referrals: &Referrals, whoever: bool) {
        self.queue.clear(referrals, whoever);
        self.tracks.clone_from(&referrals.tracks);
    }

    /// Takes over the state in which another play over the same people enters a week, before which so many `arrived`; its own stops and
    /// the hours of its desks stay, which are the same before, and so do its referrals (`mine`) from then on.
    pub(super) fn adopt(
        &mut self,
        other: &Self,
        (week, arrived): (usize, usize),
        (mine, theirs): (&Referrals, &Referrals),
    ) {
        self.queue.adopt(&other.queue, (mine, theirs));
        self.journal.adopt(&other.journal, week);
        self.tracks[..arrived].copy_from_slice(&other.tracks[..arrived]);
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
    /// The order in which they are to be served.
    pub(super) lines: &'play Lines,
    /// Who of them are referred, and when.
    pub(super) referrals: &'play Referrals,
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
        let Floor { queue, desks, at_work, journal, tracks, moved, .. } = &mut *self.floor;
        let mut hall = Hall { given, at_work, queue, desks, journal, tracks, moved };
        let mut there_before = from.checked_sub(1).map_or(0, |before| hall.at_work[before]);
        for leg in given.frame.legs.iter().filter(|leg| leg.from < until && from < leg.until) {
            hall.journal.count_in(leg.slot);
            let weeks = from.max(leg.from)..until.min(leg.until);
            for (week, rules) in weeks.clone().zip(&given.plan.weeks[weeks.clone()]) {
                let at_work = hall.at_work[week];
                let gone = there_before & !at_work;
                there_before = at_work;
                if gone != 0 {
                    hall.hand_over(gone, week);
                }
                hall.play(Week { number: short(week), at_work, rules });
                if witness.watches() {
                    witness.week_end(&hall.week_end(week));
                }
            }
            if weeks.end == leg.until {
                hall.end_period(leg);
            }
        }
    }

    /// Ends a play, of which all weeks must have been played.
    pub(super) fn end(&mut self) {
        let Floor { journal, tracks, .. } = &mut *self.floor;
        journal.settle(self.given, tracks);
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
        for track in self.tracks.iter().filter(|track| track.ends as usize <= week) {
            closed[track.outcome as usize] += 1;
        }
        closed
    }
}
