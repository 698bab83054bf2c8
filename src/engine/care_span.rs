//! In which reporting periods the care falls that a positive closure avoids.

use super::frame::Frame;
use crate::units::whole_part;

/// Weeks that are added up side by side, so that the sum does not wait for itself.
const LANES: usize = 4;

/// Per period what part of the care avoided by the closures of each week falls in it, in one draw.
///
/// That care would have run evenly over its length, from a delay after the closure on; what falls behind the horizon, or
/// before the first period, is in none.
#[derive(Clone, Debug, Default)]
pub(super) struct CareSpan {
    /// `[period * weeks + week]`.
    shares: Vec<f64>,
    /// By week the share that falls in any period.
    within: Vec<f64>,
    /// Weeks, filled up to whole lanes.
    weeks: usize,
    /// Per period the weeks, in whole lanes, of which some care may fall in it.
    reach: Vec<(usize, usize)>,
}

impl CareSpan {
    /// Reads a delay and a length, in weeks.
    pub(super) fn read(&mut self, frame: &Frame, (delay, length): (f64, f64)) {
        self.weeks = padded(frame.weeks.len());
        self.shares.clear();
        self.shares.resize(self.weeks * frame.period_range.len(), 0.0);
        self.within.clear();
        self.within.resize(self.weeks, 0.0);
        self.reach.clear();
        let (per_week, last) = (1.0 / length, frame.weeks.len());
        for (shares, (begin, end)) in self.shares.chunks_mut(self.weeks.max(1)).zip(&frame.period_range) {
            let (begin, end) = (*begin as f64, *end as f64);
            let from = whole_part((begin - delay - length).max(0.0)).min(last);
            let until = whole_part((end - delay).max(0.0)).saturating_add(1).clamp(from, last);
            self.reach.push((from - from % LANES, padded(until)));
            let weeks = shares.iter_mut().zip(&mut self.within).enumerate();
            for (week, (share, within)) in weeks.take(until).skip(from) {
                let from = week as f64 + delay;
                *share = ((from + length).min(end) - from.max(begin)).max(0.0) * per_week;
                *within += *share;
            }
        }
    }

    /// What part of the care avoided by the closures of each week falls in any period, by week.
    pub(super) fn within(&self) -> &[f64] {
        &self.within
    }

    /// Adds up what of the amounts of each week, filled up to whole lanes, falls in a period.
    pub(super) fn sum(&self, period: usize, amounts: &[f64]) -> f64 {
        let (from, until) = self.reach[period];
        let (amounts, shares) = (&amounts[from..until], &self.shares[period * self.weeks..][from..until]);
        let mut sums = [0.0; LANES];
        for (amounts, shares) in amounts.as_chunks::<LANES>().0.iter().zip(shares.as_chunks::<LANES>().0) {
            for lane in 0..LANES {
                sums[lane] += amounts[lane] * shares[lane];
            }
        }
        (sums[0] + sums[1]) + (sums[2] + sums[3])
    }
}

/// So many weeks filled up to whole lanes.
pub(super) const fn padded(weeks: usize) -> usize {
    weeks.next_multiple_of(LANES)
}
