//! All providers side by side, in the order of the file.

use std::hint::select_unpredictable;

use super::desk::{Desk, Hours, SLACK, StandingWork};
use super::track::Track;

/// All providers in the course of a replication. Reused between replications.
#[derive(Clone, Debug, Default)]
pub(super) struct Desks {
    all: Vec<Desk>,
    /// Hours that each has left in the running week. They stand apart, because first conversations ask for nothing else, and each
    /// waits for what the one before it has left.
    left: [f64; MOST],
}

/// Places for providers: as many as there are bits for them.
const MOST: usize = 32;

impl Desks {
    /// Prepares so many providers without hours for so many weeks and slots, with so many weeks of standing work of each kind.
    pub(super) fn clear(&mut self, providers: usize, span: (usize, usize), standing_weeks: [usize; 2]) {
        self.all.resize_with(providers, Desk::default);
        for desk in &mut self.all {
            desk.clear(span, standing_weeks);
        }
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Desk] {
        &self.all
    }

    /// One of them.
    #[inline]
    pub(super) fn of(&mut self, provider: usize) -> &mut Desk {
        &mut self.all[provider]
    }

    /// Takes over the state in which others enter a week; the hours stay.
    pub(super) fn adopt(&mut self, others: &Self, week: usize) {
        for (mine, theirs) in self.all.iter_mut().zip(&others.all) {
            mine.adopt(theirs, week);
        }
    }

    /// Opens a week with those at work, one bit each. Returns the number of conversations held, and with whom a first
    /// one fits after that.
    #[inline]
    pub(super) fn open_week(
        &mut self,
        week: u32,
        (standing, hours): (&StandingWork, &Hours),
        at_work: u32,
        tracks: &mut [Track],
    ) -> (u32, u32) {
        let (mut held, mut open) = (0, 0);
        for (provider, desk) in self.all.iter_mut().enumerate() {
            let there = at_work >> provider & 1 == 1;
            let (conversations, hours_left) =
                desk.open_week(week, (standing, hours.conversation), there, tracks);
            held += conversations;
            self.left[provider % MOST] = hours_left;
            open |= u32::from(there & fits(hours.intake, hours_left)) << provider;
        }
        (held, open)
    }

    /// Spends the hours of a first conversation with the provider that has most left among some, one bit each, at least one; the first
    /// in the file of those with as many. Returns it, and takes it from the `open` when no other one fits.
    #[inline]
    pub(super) fn begin(&mut self, candidates: u32, hours: f64, open: &mut u32) -> usize {
        let first = candidates.trailing_zeros() as usize % MOST;
        let others = candidates & candidates.wrapping_sub(1);
        // Two at most, as a rule; without a branch, because which of them has more is hard to foresee.
        let second = select_unpredictable(others == 0, first, others.trailing_zeros() as usize % MOST);
        let more = self.left[second] > self.left[first] + SLACK;
        let mut best = select_unpredictable(more, second, first);
        let mut others = others & others.wrapping_sub(1);
        while others != 0 {
            let other = others.trailing_zeros() as usize % MOST;
            // More by rounding is not more.
            if self.left[other] > self.left[best] + SLACK {
                best = other;
            }
            others &= others - 1;
        }
        let left = (self.left[best] - hours).max(0.0);
        self.left[best] = left;
        *open &= !(u32::from(!fits(hours, left)) << best);
        best
    }

    /// Closes the week; `waited_for`: those for whom somebody waits, one bit each.
    #[inline]
    pub(super) fn close_week(&mut self, waited_for: u32) {
        for (provider, desk) in self.all.iter_mut().enumerate() {
            desk.close_week(self.left[provider % MOST], waited_for >> provider & 1 == 1);
        }
    }

    /// Puts the hours of some weeks on end, the latest that were played, in a slot.
    pub(super) fn end_period(&mut self, slot: usize, (from, until): (usize, usize)) {
        for desk in &mut self.all {
            desk.end_period(slot, from..until);
        }
    }

    /// How many trajectories run at the end of a week, the latest that was played.
    pub(super) fn running(&self, week: usize) -> u32 {
        self.all.iter().map(|desk| desk.running(week)).sum()
    }

    /// Hours available and used in the week that was closed last.
    pub(super) fn last(&self) -> [f64; 2] {
        self.all
            .iter()
            .map(Desk::last)
            .fold([0.0; 2], |[all, used], [more, of_it]| [all + more, used + of_it])
    }
}

/// Whether a conversation fits in the hours that are left.
#[inline]
fn fits(hours: f64, left: f64) -> bool {
    hours <= left + SLACK
}
