//! Whole numbers counted while an arm is played.

use crate::cohort::Outcome;

/// Longest wait told apart in the distribution of waits, in weeks; longer ones count as this long.
pub(super) const LONGEST_WAIT: usize = 260;

/// What is counted in one reporting period, or in the warm-up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counters {
    pub(super) referred: u32,
    pub(super) started: u32,
    pub(super) closed: [u32; 4],
    pub(super) left: u32,
    pub(super) recovered: u32,
    pub(super) conversations: u32,
    pub(super) wait_weeks: u32,
    pub(super) within_norm: u32,
    pub(super) care_direct: u32,
    pub(super) weeks: u32,
    pub(super) bound_weeks: u32,
    pub(super) waiting_at_end: u32,
    pub(super) running_at_end: u32,
}

impl Counters {
    /// Trajectories that ended so.
    pub(super) const fn closed(&self, outcome: Outcome) -> u32 {
        self.closed[outcome as usize]
    }

    /// Those who left the queue for specialised care.
    pub(super) const fn care_from_queue(&self) -> u32 {
        self.left - self.recovered
    }

    /// Adds the counts of a later period; what is a state is that of the later one.
    pub(super) fn add(&mut self, later: &Self) {
        self.referred += later.referred;
        self.started += later.started;
        for (sum, count) in self.closed.iter_mut().zip(later.closed) {
            *sum += count;
        }
        self.left += later.left;
        self.recovered += later.recovered;
        self.conversations += later.conversations;
        self.wait_weeks += later.wait_weeks;
        self.within_norm += later.within_norm;
        self.care_direct += later.care_direct;
        self.weeks += later.weeks;
        self.bound_weeks += later.bound_weeks;
        self.waiting_at_end = later.waiting_at_end;
        self.running_at_end = later.running_at_end;
    }
}

/// How many started after each whole number of weeks, per period. The last slot is the warm-up.
#[derive(Clone, Debug, Default)]
pub(super) struct Waits {
    counts: Vec<u32>,
    /// The longest wait counted: all beyond it is nought.
    longest: usize,
}

/// Places of one slot.
const WAITS: usize = LONGEST_WAIT + 1;

impl Waits {
    pub(super) fn clear(&mut self, slots: usize) {
        for slot in self.counts.chunks_mut(WAITS) {
            slot[..=self.longest].fill(0);
        }
        self.counts.resize(WAITS * slots, 0);
        self.longest = 0;
    }

    /// Takes over the counts of another.
    pub(super) fn adopt(&mut self, other: &Self) {
        let all = self.longest.max(other.longest);
        for (mine, theirs) in self.counts.chunks_mut(WAITS).zip(other.counts.chunks(WAITS)) {
            mine[..=all].copy_from_slice(&theirs[..=all]);
        }
        self.longest = other.longest;
    }

    #[inline]
    pub(super) fn count(&mut self, slot: usize, wait: usize) {
        let wait = wait.min(LONGEST_WAIT);
        self.longest = self.longest.max(wait);
        self.counts[slot * WAITS + wait] += 1;
    }

    /// The smallest wait that at least the share `level` of `started` starts in these slots did not exceed; NaN without
    /// starts.
    pub(super) fn quantile(&self, slots: std::ops::Range<usize>, started: u32, level: f64) -> f64 {
        if started == 0 {
            return f64::NAN;
        }
        let (mut reached, wanted) = (0, level * f64::from(started));
        for wait in 0..=self.longest {
            reached += slots.clone().map(|slot| self.counts[slot * WAITS + wait]).sum::<u32>();
            if f64::from(reached) >= wanted {
                return wait as f64;
            }
        }
        self.longest as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantile_of_waits_is_one_that_somebody_waited() {
        let mut waits = Waits::default();
        waits.clear(2);
        for wait in [0, 0, 3, 9, 900] {
            waits.count(0, wait);
        }
        let quantile = |level| waits.quantile(0..1, 5, level);
        assert_eq!((quantile(0.4), quantile(0.5), quantile(0.8), quantile(0.9)), (0.0, 3.0, 9.0, 260.0));
        assert!(waits.quantile(1..2, 0, 0.5).is_nan(), "nobody started");
    }
}
