//! All providers side by side, in the order of the file.

use std::hint::select_unpredictable;

use super::desk::{Desk, Hours, SLACK, StandingWork};
use super::track::Track;

/// All providers in the course of a replication. Reused between replications.
#[derive(Clone, Debug, Default)]
pub(super) struct Desks(Vec<Desk>);

impl Desks {
    /// Prepares so many providers without hours for so many weeks and slots, with so many weeks of standing work of each kind.
    pub(super) fn clear(&mut self, providers: usize, span: (usize, usize), standing_weeks: [usize; 2]) {
        self.0.resize_with(providers, Desk::default);
        for desk in &mut self.0 {
            desk.clear(span, standing_weeks);
        }
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Desk] {
        &self.0
    }

    /// One of them.
    #[inline]
    pub(super) fn of(&mut self, provider: usize) -> &mut Desk {
        &mut self.0[provider]
    }

    /// Takes over the state in which others enter a week; the hours stay.
    pub(super) fn adopt(&mut self, others: &Self, week: usize) {
        for (mine, theirs) in self.0.iter_mut().zip(&others.0) {
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
        for (provider, desk) in self.0.iter_mut().enumerate() {
            let there = at_work >> provider & 1 == 1;
            held += desk.open_week(week, (standing, hours.conversation), there, tracks);
            open |= u32::from(there & desk.has_room(hours.intake)) << provider;
        }
        (held, open)
    }

    /// The provider with most hours left among some, one bit each, at least one; the first in the file of those with as many.
    #[inline]
    pub(super) fn roomiest(&self, candidates: u32) -> usize {
        let first = candidates.trailing_zeros() as usize;
        let others = candidates & (candidates - 1);
        // Two at most, as a rule; without a branch, because which of them has more is hard to foresee.
        let second = select_unpredictable(others == 0, first, others.trailing_zeros() as usize % 32);
        let more = self.0[second].free > self.0[first].free + SLACK;
        let mut best = select_unpredictable(more, second, first);
        let mut others = others & others.wrapping_sub(1);
        while others != 0 {
            let other = others.trailing_zeros() as usize;
            // More by rounding is not more.
            if self.0[other].free > self.0[best].free + SLACK {
                best = other;
            }
            others &= others - 1;
        }
        best
    }

    /// Closes the week; `waited_for`: those for whom somebody waits, one bit each.
    #[inline]
    pub(super) fn close_week(&mut self, waited_for: u32) {
        for (provider, desk) in self.0.iter_mut().enumerate() {
            desk.close_week(waited_for >> provider & 1 == 1);
        }
    }

    /// Puts the hours of some weeks on end, the latest that were played, in a slot.
    pub(super) fn end_period(&mut self, slot: usize, (from, until): (usize, usize)) {
        for desk in &mut self.0 {
            desk.end_period(slot, from..until);
        }
    }

    /// How many trajectories run at the end of a week, the latest that was played.
    pub(super) fn running(&self, week: usize) -> u32 {
        self.0.iter().map(|desk| desk.running(week)).sum()
    }

    /// Hours available and used in the week that was closed last.
    pub(super) fn last(&self) -> [f64; 2] {
        self.0.iter().map(Desk::last).fold([0.0; 2], |[all, used], [more, of_it]| [all + more, used + of_it])
    }
}
