//! Who waits for a first conversation: first come, first served within priority and need.

use super::plan::MOST_NEEDS;
use super::track::Track;
use crate::cohort::Youth;

/// The queue, one line per priority. Who started stands in the person's track; who left is known by the week.
#[derive(Clone, Debug, Default)]
pub(super) struct WaitingList {
    /// The urgent and the others, in order of arrival, those who left or started among them.
    lines: [Vec<u32>; 2],
    /// All before it are in the line no more.
    heads: [usize; 2],
    /// Whether every provider takes everybody, so that needs are not told apart.
    whoever: bool,
    by_need: [u32; MOST_NEEDS],
    length: u32,
    /// Of those who wait, how many lose patience in each week unless they start before; one more for never.
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

impl WaitingList {
    /// Empties the queue for so many weeks. `whoever`: every provider takes everybody.
    pub(super) fn clear(&mut self, weeks: usize, whoever: bool) {
        for line in &mut self.lines {
            line.clear();
        }
        self.heads = [0; 2];
        self.whoever = whoever;
        self.by_need = [0; MOST_NEEDS];
        self.length = 0;
        self.leaving.clear();
        self.leaving.resize(weeks + 1, Leavers::default());
        self.leaving_by_need.clear();
        self.leaving_by_need.resize(if whoever { 0 } else { weeks + 1 }, [0; MOST_NEEDS]);
    }

    /// Takes over another, in the room that is there.
    pub(super) fn adopt(&mut self, other: &Self) {
        for (mine, theirs) in self.lines.iter_mut().zip(&other.lines) {
            mine.clone_from(theirs);
        }
        (self.heads, self.whoever) = (other.heads, other.whoever);
        (self.by_need, self.length) = (other.by_need, other.length);
        self.leaving.clone_from(&other.leaving);
        self.leaving_by_need.clone_from(&other.leaving_by_need);
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

    /// A person joins behind those who came before.
    #[inline]
    pub(super) fn join(&mut self, person: u32, youth: &Youth, track: &mut Track) {
        self.lines[usize::from(!youth.is_urgent())].push(person);
        *track = Track::WAITING;
        self.count(youth, 1);
    }

    /// One more or one fewer who waits like this person.
    #[inline]
    fn count(&mut self, youth: &Youth, change: i32) {
        let counted = |number: &mut u32| *number = number.wrapping_add_signed(change);
        counted(&mut self.length);
        // Behind the last week stands never.
        let week = (youth.leaves as usize).min(self.leaving.len() - 1);
        counted(&mut self.leaving[week].all);
        let recovered = &mut self.leaving[week].recovered;
        *recovered = recovered.wrapping_add_signed(change * i32::from(youth.recovers()));
        if !self.whoever {
            let need = usize::from(youth.need) % MOST_NEEDS;
            counted(&mut self.by_need[need]);
            counted(&mut self.leaving_by_need[week][need]);
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
        (youths, tracks): (&[Youth], &[Track]),
    ) -> Option<u32> {
        if self.length == 0 {
            return None;
        }
        let called =
            if self.whoever { self.next(week, youths) } else { self.find(taken(), week, (youths, tracks)) };
        if let Some(person) = called {
            self.count(&youths[person as usize], -1);
        }
        called
    }

    /// The next in the lines where needs are not told apart: so all before have started or left.
    #[inline]
    fn next(&mut self, week: u32, youths: &[Youth]) -> Option<u32> {
        for (line, head) in self.lines.iter().zip(&mut self.heads) {
            while let Some(person) = line.get(*head) {
                *head += 1;
                if youths[*person as usize].leaves > week {
                    return Some(*person);
                }
            }
        }
        None
    }

    /// The first with one of some needs.
    fn find(&mut self, needs: u8, week: u32, (youths, tracks): (&[Youth], &[Track])) -> Option<u32> {
        let waits = |person: u32| tracks[person as usize].waits() && youths[person as usize].leaves > week;
        for (line, head) in self.lines.iter().zip(&mut self.heads) {
            // Those at the head who started or left are passed over once and for all.
            while line.get(*head).is_some_and(|person| !waits(*person)) {
                *head += 1;
            }
            let fits = |person: &u32| {
                waits(*person) && needs >> (usize::from(youths[*person as usize].need) % MOST_NEEDS) & 1 == 1
            };
            let found = line[*head..].iter().copied().find(fits);
            if found.is_some() {
                return found;
            }
        }
        None
    }
}
