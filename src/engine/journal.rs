//! What is counted and noted while an arm is played.

use super::counters::{Counters, Waits};
use super::frame::Frame;
use super::plan::{Plan, WeekRules};
use super::play::Given;
use super::track::Track;
use super::waiting_list::Leavers;
use crate::cohort::{Outcome, Youth};

/// A route by which specialised care starts: through the municipality, or directly by a GP.
pub(super) const MUNICIPALITY: usize = 0;
pub(super) const GP: usize = 1;

/// What is noted of a week.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Note {
    /// Conversations held.
    pub(super) held: u32,
    /// In the queue at its end.
    pub(super) waiting: u32,
    /// Starts of specialised care, by route.
    pub(super) care: [u32; 2],
}

/// The counts and notes of one play. Reused between plays.
///
/// What falls in the period or the week that is played is counted apart (`now`, `care`) and put in its place when these end,
/// so that the loop over young people need not look for it.
#[derive(Clone, Debug, Default)]
pub(super) struct Journal {
    /// One per period, the last for the warm-up.
    pub(super) counters: Vec<Counters>,
    /// How long those who started had waited.
    pub(super) waits: Waits,
    /// One per week.
    pub(super) notes: Vec<Note>,
    /// Who was closed positively, in order of arrival, and the week in which that is booked.
    closed_positive: Vec<(u32, u32)>,
    /// How many of these there are; what stands behind them is of no one.
    positive: usize,
    /// How many trajectories ended in each week, by outcome, and behind the last. Scratch.
    ended: Vec<[u32; 4]>,
    /// Counts of the running period, its slot, and the first week that is not counted in it yet.
    pub(super) now: Counters,
    slot: usize,
    uncounted: usize,
    /// Starts of specialised care in the running week.
    care: [u32; 2],
}

impl Journal {
    /// An empty journal for a replication with so many candidates.
    pub(super) fn clear(&mut self, frame: &Frame, persons: usize) {
        let slots = frame.period_range.len() + 1;
        self.counters.clear();
        self.counters.resize(slots, Counters::default());
        self.waits.clear(slots);
        // Every week is written when it ends.
        self.notes.resize(frame.weeks.len(), Note::default());
        // One more, because who is not closed positively is written behind the last and not counted.
        self.closed_positive.resize(persons + 1, (0, 0));
        self.positive = 0;
        self.now = Counters::default();
        (self.slot, self.uncounted) = (0, 0);
        self.care = [0; 2];
    }

    /// Takes over what another play noted before a week.
    pub(super) fn adopt(&mut self, other: &Self, week: usize) {
        self.counters.clone_from(&other.counters);
        self.waits.adopt(&other.waits);
        self.notes[..week].copy_from_slice(&other.notes[..week]);
        (self.now, self.slot, self.uncounted) = (other.now, other.slot, other.uncounted);
    }

    /// Who was closed positively, in order of arrival, and the week in which that is booked.
    pub(super) fn closed_positive(&self) -> &[(u32, u32)] {
        &self.closed_positive[..self.positive]
    }

    /// What follows is counted in a slot.
    pub(super) const fn count_in(&mut self, slot: usize) {
        self.slot = slot;
    }

    /// Ends the period of which week `last` is the last, with so many who wait and in trajectories.
    pub(super) fn end_period(&mut self, last: usize, (waiting, running): (u32, u32)) {
        let notes = &self.notes[self.uncounted..=last];
        self.now.weeks = short(notes.len());
        self.now.conversations = notes.iter().map(|note| note.held).sum();
        (self.now.waiting_at_end, self.now.running_at_end) = (waiting, running);
        self.counters[self.slot].add(&self.now);
        self.now = Counters::default();
        self.uncounted = last + 1;
    }

    /// Ends a week with so many conversations held and so many who wait.
    #[inline]
    pub(super) fn end_week(&mut self, week: u32, held: u32, waiting: u32) {
        self.notes[week as usize] = Note { held, waiting, care: std::mem::take(&mut self.care) };
    }

    /// Counts those whom a GP sends straight to specialised care.
    pub(super) const fn send_directly(&mut self, number: u32) {
        self.now.care_direct += number;
        self.care[GP] += number;
    }

    /// Counts those who leave the queue: to specialised care, but for those who recovered.
    #[inline]
    pub(super) const fn leave_queue(&mut self, leavers: Leavers) {
        self.now.left += leavers.all;
        self.now.recovered += leavers.recovered;
        self.care[MUNICIPALITY] += leavers.all - leavers.recovered;
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

    /// Counts the trajectories that ended before the last week was over, once all weeks are played.
    pub(super) fn settle(&mut self, Given { frame, youths, .. }: Given<'_>, tracks: &[Track]) {
        let ends = (0..).zip(youths.iter().zip(tracks));
        if frame.replays {
            // A source counts its young people in the period in which they were seen, so a replay does too, and also those who
            // still wait or are in a trajectory at the end.
            let came = ends.filter(|(_, (_, track))| track.came());
            self.book(
                frame,
                came.map(|(person, (youth, track))| {
                    (person, youth.week, youth.registered.unwrap_or(track.outcome))
                }),
            );
        } else {
            self.book(frame, ends.map(|(person, (_, track))| (person, track.ends, track.outcome)));
        }
    }

    /// Counts outcomes in the weeks in which they are booked; those behind the last week are nobody's.
    #[inline]
    fn book(&mut self, frame: &Frame, ends: impl Iterator<Item = (u32, u32, Outcome)>) {
        let weeks = frame.weeks.len();
        self.ended.clear();
        self.ended.resize(weeks + 1, [0; 4]);
        let (ended, closed, last) = (&mut self.ended[..], &mut self.closed_positive[..], short(weeks));
        let mut positive = 0;
        for (person, week, outcome) in ends {
            // Without a branch, since nobody can foresee how a trajectory ends.
            let week = week.min(last);
            ended[week as usize][outcome as usize] += 1;
            closed[positive] = (person, week);
            positive += usize::from(outcome == Outcome::Positive && week < last);
        }
        self.positive = positive;
        for leg in &frame.legs {
            let notes = self.notes[leg.from..leg.until].iter_mut().zip(&self.ended[leg.from..]);
            let closed = &mut self.counters[leg.slot].closed;
            for (note, ended) in notes {
                note.care[MUNICIPALITY] += ended[Outcome::Escalated as usize];
                for (sum, count) in closed.iter_mut().zip(ended) {
                    *sum += count;
                }
            }
        }
    }
}

/// A number of a week as it is kept.
pub(super) fn short(week: usize) -> u32 {
    u32::try_from(week).unwrap_or(u32::MAX)
}
