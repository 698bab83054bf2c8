//! Who waits for a first conversation: first come, first served within priority and need.

use super::lines::Lines;
use super::plan::MOST_NEEDS;
use super::referrals::{Referrals, Referred};
use super::track::Track;
use crate::cohort::Youth;

/// The queue: how far the [lines](Lines) have come of those who are [referred](Referrals). Who started stands in the person's track;
/// who left is known by the week.
#[derive(Clone, Debug, Default)]
pub(super) struct WaitingList {
    /// Of the urgent and the others: all before it are in the line no more.
    heads: [usize; 2],
    /// The first in the line who has not been referred yet.
    tails: [usize; 2],
    /// Whether every provider takes everybody, so that needs are not told apart.
    whoever: bool,
    by_need: [u32; MOST_NEEDS],
    length: u32,
    /// Of all who are referred and did not start, how many lose patience in each week; one more for never.
    leaving: Vec<Leavers>,
    /// The same by need, where needs are told apart.
    leaving_by_need: Vec<[u32; MOST_NEEDS]>,
}

/// Those who leave the queue in one week.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Leavers {
    /// All of them.
    pub(super) all: u32,
    /// Those who recovered.
    pub(super) recovered: u32,
}

impl Leavers {
    /// One more.
    #[inline]
    pub(super) fn add(&mut self, youth: &Youth) {
        self.all += 1;
        self.recovered += u32::from(youth.recovers());
    }

    /// One fewer.
    #[inline]
    pub(super) fn remove(&mut self, youth: &Youth) {
        self.all -= 1;
        self.recovered -= u32::from(youth.recovers());
    }
}

/// The week in which somebody loses patience, of so many; the one behind them for never.
#[inline]
pub(super) fn leaves_in(youth: &Youth, weeks: usize) -> usize {
    (youth.leaves as usize).min(weeks)
}

impl WaitingList {
    /// Empties the queue before the first week. `whoever`: every provider takes everybody.
    pub(super) fn clear(&mut self, referrals: &Referrals, whoever: bool) {
        (self.heads, self.tails) = ([0; 2], [0; 2]);
        self.whoever = whoever;
        self.by_need = [0; MOST_NEEDS];
        self.length = 0;
        self.leaving.clone_from(&referrals.leaving);
        self.leaving_by_need.clone_from(&referrals.leaving_by_need);
    }

    /// Takes over another, over the same lines and with the same referrals up to now; those to come may differ.
    pub(super) fn adopt(&mut self, other: &Self, (mine, theirs): (&Referrals, &Referrals)) {
        (self.heads, self.tails, self.whoever) = (other.heads, other.tails, other.whoever);
        (self.by_need, self.length) = (other.by_need, other.length);
        self.leaving.clone_from(&mine.leaving);
        self.leaving_by_need.clone_from(&mine.leaving_by_need);
        // Those who started there have started here.
        let (all, left) = (theirs.leaving.iter(), other.leaving.iter());
        for (leaving, (all, left)) in self.leaving.iter_mut().zip(all.zip(left)) {
            leaving.all -= all.all - left.all;
            leaving.recovered -= all.recovered - left.recovered;
        }
        let (all, left) = (theirs.leaving_by_need.iter(), other.leaving_by_need.iter());
        for (leaving, (all, left)) in self.leaving_by_need.iter_mut().zip(all.zip(left)) {
            for (number, (all, left)) in leaving.iter_mut().zip(all.iter().zip(left)) {
                *number -= all - left;
            }
        }
    }

    /// How many wait.
    #[inline]
    pub(super) const fn len(&self) -> u32 {
        self.length
    }

    /// Whether every provider takes everybody.
    #[inline]
    pub(super) const fn is_for_whoever(&self) -> bool {
        self.whoever
    }

    /// The needs with which somebody waits, one bit each; all of them where needs are not told apart.
    #[inline]
    pub(super) fn needs(&self) -> u8 {
        if self.whoever {
            return if self.length > 0 { u8::MAX } else { 0 };
        }
        self.by_need.iter().rev().fold(0, |bits, waiting| bits << 1 | u8::from(*waiting > 0))
    }

    /// Those who are referred in a week join behind those who came before. Returns how many. Every week must be told once, in order.
    #[inline]
    pub(super) fn join(
        &mut self,
        referred: &Referred,
        lines: &Lines,
        (youths, tracks): (&[Youth], &[Track]),
    ) -> u32 {
        let (before, [urgent, others]) = (self.tails, referred.places);
        self.tails = [before[0] + urgent as usize, before[1] + others as usize];
        self.length += referred.joining;
        if !self.whoever {
            for (line, (from, until)) in lines.all().iter().zip(before.into_iter().zip(self.tails)) {
                for person in line[from..until].iter().filter(|person| tracks[**person as usize].came()) {
                    self.by_need[usize::from(youths[*person as usize].need) % MOST_NEEDS] += 1;
                }
            }
        }
        referred.joining
    }

    /// Somebody starts.
    #[inline]
    fn release(&mut self, youth: &Youth) {
        self.length -= 1;
        let week = leaves_in(youth, self.leaving.len() - 1);
        self.leaving[week].remove(youth);
        if !self.whoever {
            let need = usize::from(youth.need) % MOST_NEEDS;
            self.by_need[need] -= 1;
            self.leaving_by_need[week][need] -= 1;
        }
    }

    /// Those whose patience ends in a week leave. Every week must be told once, in order.
    #[inline]
    pub(super) fn let_leave(&mut self, week: u32) -> Leavers {
        let leavers = self.leaving[week as usize];
        self.length -= leavers.all;
        if !self.whoever {
            for (waiting, leaving) in self.by_need.iter_mut().zip(self.leaving_by_need[week as usize]) {
                *waiting -= leaving;
            }
        }
        leavers
    }

    /// Calls the first with one of the needs that are taken, given as one bit each, in the order in which they are to be
    /// served: the urgent before the others, each in order of arrival. Who is called must start next.
    #[inline]
    pub(super) fn call(
        &mut self,
        taken: impl FnOnce() -> u8,
        week: u32,
        (lines, youths, tracks): (&Lines, &[Youth], &[Track]),
    ) -> Option<u32> {
        let called = if self.whoever {
            self.next(week, (lines, youths, tracks))
        } else {
            self.find(taken(), week, (lines, youths, tracks))
        };
        if let Some(person) = called {
            self.release(&youths[person as usize]);
        }
        called
    }

    /// The next in the lines where needs are not told apart: so all before have started or left, or never came.
    #[inline]
    fn next(&mut self, week: u32, (lines, youths, tracks): (&Lines, &[Youth], &[Track])) -> Option<u32> {
        for ((line, head), tail) in lines.all().iter().zip(&mut self.heads).zip(self.tails) {
            while *head < tail {
                let person = line[*head];
                *head += 1;
                if youths[person as usize].leaves > week && tracks[person as usize].came() {
                    return Some(person);
                }
            }
        }
        None
    }

    /// The first with one of some needs.
    fn find(
        &mut self,
        needs: u8,
        week: u32,
        (lines, youths, tracks): (&Lines, &[Youth], &[Track]),
    ) -> Option<u32> {
        let waits = |person: u32| tracks[person as usize].waits() && youths[person as usize].leaves > week;
        for ((line, head), tail) in lines.all().iter().zip(&mut self.heads).zip(self.tails) {
            // Those at the head who started or left are passed over once and for all.
            while *head < tail && !waits(line[*head]) {
                *head += 1;
            }
            let fits = |person: &u32| {
                waits(*person) && needs >> (usize::from(youths[*person as usize].need) % MOST_NEEDS) & 1 == 1
            };
            let found = line[*head..tail].iter().copied().find(fits);
            if found.is_some() {
                return found;
            }
        }
        None
    }
}
