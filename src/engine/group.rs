//! Four providers side by side: what each has and does in a week.

use std::array;

use super::track::Rhythm;

/// Rounding that a comparison of hours forgives.
pub(super) const SLACK: f64 = 1e-9;

/// Providers in a group.
pub(super) const LANES: usize = 4;
/// All of a group, one bit each.
pub(super) const FULL: u32 = (1 << LANES) - 1;
pub(super) type Lanes<T> = [T; LANES];

/// A week of a group.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Row {
    /// Hours available.
    pub(super) available: Lanes<f64>,
    /// Change in the number of persons in follow-up and bridged.
    pub(super) standing: [Lanes<i32>; 2],
}

/// What the providers of a group have and do in the running week, and what they have done in the running period.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Group {
    /// Hours of the week after standing work.
    pub(super) own: Lanes<f64>,
    /// Hours that are left.
    pub(super) free: Lanes<f64>,
    /// Hours worked last week towards a conversation of this one.
    pub(super) carried: Lanes<f64>,
    /// Persons in follow-up and bridged.
    pub(super) standing: [Lanes<i32>; 2],
    /// How many trajectories run, by rhythm.
    pub(super) rhythms: [Lanes<i32>; 3],
    /// Providers with a conversation due that did not fit, one bit each.
    pub(super) behind: u32,
    /// Hours available and used in the running period.
    pub(super) period: [Lanes<f64>; 2],
    /// Hours used in the week that was closed last.
    pub(super) used: Lanes<f64>,
}

/// The hours of conversations and of standing work that hold in a week.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hours {
    /// Share of the available hours for consultation.
    pub(super) consultation: f64,
    /// Per week and young person in follow-up, and bridged.
    pub(super) standing: [f64; 2],
    /// Of one conversation.
    pub(super) conversation: f64,
}

/// The lanes for which something holds, one bit each.
#[inline]
pub(super) fn bits_of(holds: impl Fn(usize) -> bool) -> u32 {
    (0..LANES).fold(0, |bits, lane| bits | u32::from(holds(lane)) << lane)
}

impl Group {
    /// Opens a week: consultation and standing work come first.
    #[inline]
    pub(super) fn open(&mut self, row: &Row, hours: &Hours) {
        let at_conversations = 1.0 - hours.consultation;
        for lane in 0..LANES {
            self.standing[0][lane] += row.standing[0][lane];
            self.standing[1][lane] += row.standing[1][lane];
            let standing = f64::from(self.standing[0][lane]) * hours.standing[0]
                + f64::from(self.standing[1][lane]) * hours.standing[1];
            self.own[lane] = (row.available[lane] * at_conversations - standing).max(0.0);
            self.free[lane] = self.own[lane] + self.carried[lane];
        }
        self.carried = [0.0; LANES];
        self.behind = 0;
    }

    /// Conversations due in an even or an odd week.
    #[inline]
    pub(super) fn due(&self, parity: usize) -> Lanes<i32> {
        let weekly = Rhythm::Weekly as usize;
        array::from_fn(|lane| self.rhythms[weekly][lane] + self.rhythms[parity][lane])
    }

    /// Holds all that is due with those at work (`there`, one bit each) whose hours suffice. Returns how many that are, and
    /// with whom not all was held.
    #[inline]
    pub(super) fn hold(&mut self, parity: usize, hours: f64, there: u32) -> (u32, u32) {
        let due = self.due(parity);
        let wanted: Lanes<f64> = array::from_fn(|lane| hours * f64::from(due[lane]));
        let mut short = bits_of(|lane| wanted[lane] > self.free[lane] + SLACK);
        if there != FULL {
            short |= bits_of(|lane| due[lane] > 0) & !there;
        }
        if short == 0 {
            self.free = array::from_fn(|lane| (self.free[lane] - wanted[lane]).max(0.0));
            return (due.iter().sum::<i32>().cast_unsigned(), 0);
        }
        let mut held = 0;
        for lane in (0..LANES).filter(|lane| short >> lane & 1 == 0) {
            self.free[lane] = (self.free[lane] - wanted[lane]).max(0.0);
            held += due[lane].cast_unsigned();
        }
        (held, short)
    }

    /// Closes the week; those waited for, and those behind, keep what is left for the next.
    #[inline]
    pub(super) fn close(&mut self, row: &Row, waited_for: u32) {
        let kept = waited_for | self.behind;
        for lane in 0..LANES {
            // What was carried in was used last week: it never counts as used or unused in this one.
            let unused = self.free[lane].min(self.own[lane]);
            self.used[lane] = row.available[lane] - unused;
        }
        if kept != 0 {
            for lane in (0..LANES).filter(|lane| kept >> lane & 1 == 1) {
                self.carried[lane] = self.free[lane];
                self.used[lane] = row.available[lane];
            }
        }
        for lane in 0..LANES {
            self.period[0][lane] += row.available[lane];
            self.period[1][lane] += self.used[lane];
        }
    }
}
