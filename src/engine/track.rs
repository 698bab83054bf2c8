//! The trajectory of one person, from the day of joining the queue.

use super::desk::Standing;
use crate::cohort::Outcome;

/// Where a person stands in a play, and how the trajectory runs.
///
/// A play keeps one per person, at the person's place in the order of arrival, so that all that changes about a person
/// lies together. How the trajectory ends is [foreseen](super::ending) when it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Track {
    /// The week of the last conversation; [`WAITS`] before the first, also for those who left, and [`AWAY`] for those who do
    /// not come under this policy.
    pub(super) ends: u32,
    /// Weeks waited for the first conversation.
    pub(super) wait: u16,
    /// Conversations cut by the cap of the week of start (1) less those cut by the cap of the measurement (1).
    pub(super) cut: i8,
    /// When conversations are due.
    pub(super) rhythm: Rhythm,
    /// How it ends.
    pub(super) outcome: Outcome,
    /// The work that may follow, and whether it does.
    pub(super) follows: (Standing, bool),
}

/// In the queue, or left it.
const WAITS: u32 = u32::MAX - 1;
/// Not come to the POJ.
const AWAY: u32 = u32::MAX;

impl Track {
    /// Somebody in the queue.
    pub(super) const WAITING: Self = Self {
        ends: WAITS,
        wait: 0,
        cut: 0,
        rhythm: Rhythm::Even,
        outcome: Outcome::Unknown,
        follows: (Standing::FollowUp, false),
    };

    /// Somebody who does not come to the POJ under this policy.
    pub(super) const AWAY: Self = Self { ends: AWAY, ..Self::WAITING };

    /// The trajectory begins: its first conversation is held in a week, and `more` are to come, every `interval` weeks.
    #[inline]
    pub(super) const fn start(&mut self, (wait, cut): (u16, i8), week: u32, interval: u8, more: u32) {
        self.ends = week + more * interval as u32;
        (self.wait, self.cut) = (wait, cut);
        self.rhythm = Rhythm::new(week, interval);
    }

    /// Whether the person is in the queue, or left it.
    #[inline]
    pub(super) const fn waits(&self) -> bool {
        self.ends == WAITS
    }

    /// Whether the person came to the POJ.
    #[inline]
    pub(super) const fn came(&self) -> bool {
        self.ends != AWAY
    }
}

/// When conversations of a trajectory are due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Rhythm {
    /// In the weeks with an even number.
    #[default]
    Even,
    /// In the weeks with an odd number.
    Odd,
    /// Every week.
    Weekly,
}

impl Rhythm {
    #[inline]
    const fn new(week: u32, interval: u8) -> Self {
        [Self::Even, Self::Odd, Self::Weekly, Self::Weekly]
            [(week % 2) as usize | ((interval == 1) as usize) << 1]
    }

    /// Whether a conversation is due in a week.
    #[inline]
    pub(super) const fn is_due(self, week: u32) -> bool {
        let due = 1 << Self::Weekly as u32 | 1 << (week % 2);
        due >> self as u32 & 1 == 1
    }

    /// The rhythm after moving on by a week.
    #[inline]
    pub(super) const fn moved(self) -> Self {
        [Self::Odd, Self::Even, Self::Weekly][self as usize]
    }
}
