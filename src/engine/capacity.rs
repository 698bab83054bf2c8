//! The hours of one provider over the weeks, and what they are used for.

use crate::units::whole_part;

/// Rounding that a comparison of hours forgives.
pub(super) const SLACK: f64 = 1e-9;

/// Work that stands apart from conversations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Watchful follow-up after a positive closure.
    FollowUp,
    /// Bridging until specialised care starts.
    Bridging,
}

/// A trajectory that runs with a provider.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// The person.
    pub(super) person: u32,
    /// The week of the last conversation.
    ends: u32,
    /// When conversations are due.
    rhythm: Rhythm,
}

/// When conversations of a trajectory are due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rhythm {
    /// Every week.
    Weekly,
    /// In the weeks with an even number.
    Even,
    /// In the weeks with an odd number.
    Odd,
}

impl Rhythm {
    const fn new(week: u32, interval: u32) -> Self {
        match (interval, week % 2) {
            (1, _) => Self::Weekly,
            (_, 0) => Self::Even,
            _ => Self::Odd,
        }
    }

    const fn is_due(self, week: u32) -> bool {
        match self {
            Self::Weekly => true,
            Self::Even => week.is_multiple_of(2),
            Self::Odd => !week.is_multiple_of(2),
        }
    }

    /// The rhythm after moving on by a week.
    const fn moved(self) -> Self {
        match self {
            Self::Weekly => Self::Weekly,
            Self::Even => Self::Odd,
            Self::Odd => Self::Even,
        }
    }
}

/// One week of a desk. Units: hours, conversations, trajectories, persons.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cell {
    /// Hours available.
    pub(super) available: f64,
    /// Hours used.
    pub(super) used: f64,
    /// Whether the provider is there: contracted, started and not stopped.
    pub(super) working: bool,
    /// Trajectories whose last conversation is due.
    ends: u32,
    /// Change in the number of persons in follow-up and bridged.
    standing: [i32; 2],
}

/// One provider in the course of a replication.
///
/// Units: hours. Hours are conserved: in no week are more used than are available; the hours put into a conversation
/// that does not fit any more are counted in the week in which they are worked.
#[derive(Clone, Debug, Default)]
pub(super) struct Desk {
    /// One per week.
    pub(super) cells: Vec<Cell>,
    /// Running trajectories in the order in which they came to this provider, and how many have each rhythm.
    runs: Vec<Run>,
    rhythms: [u32; 3],
    standing: [i32; 2],
    own: f64,
    free: f64,
    carried: f64,
    behind: bool,
}

impl Desk {
    /// Prepares the desk for a new replication of so many weeks.
    pub(super) fn clear(&mut self, weeks: usize) {
        self.cells.clear();
        self.cells.resize(weeks, Cell::default());
        self.runs.clear();
        self.rhythms = [0; 3];
        self.standing = [0; 2];
        self.carried = 0.0;
        self.behind = false;
    }

    /// Takes over the state in which another desk enters week `from`; its own hours from then on stay.
    pub(super) fn adopt(&mut self, other: &Self, from: usize) {
        self.cells[..from].copy_from_slice(&other.cells[..from]);
        for (mine, theirs) in self.cells.iter_mut().zip(&other.cells).skip(from) {
            (mine.ends, mine.standing) = (theirs.ends, theirs.standing);
        }
        self.runs.clone_from(&other.runs);
        self.rhythms = other.rhythms;
        self.standing = other.standing;
        self.carried = other.carried;
    }

    /// Opens a week: consultation and the hours for those in follow-up and bridging come first.
    pub(super) fn open_week(&mut self, week: usize, consultation: f64, standing_hours: [f64; 2]) {
        let cell = &self.cells[week];
        self.standing[0] += cell.standing[0];
        self.standing[1] += cell.standing[1];
        let standing =
            f64::from(self.standing[0]) * standing_hours[0] + f64::from(self.standing[1]) * standing_hours[1];
        self.own = (cell.available * (1.0 - consultation) - standing).max(0.0);
        self.free = self.own + self.carried;
        self.carried = 0.0;
        self.behind = false;
    }

    /// Whether a conversation of so many hours fits in what is left of the week.
    pub(super) fn fits(&self, hours: f64) -> bool {
        hours <= self.free + SLACK
    }

    /// Hours left in the week.
    pub(super) const fn free(&self) -> f64 {
        self.free
    }

    /// Spends hours that fit.
    pub(super) fn spend(&mut self, hours: f64) {
        self.free = (self.free - hours).max(0.0);
    }

    /// Closes the week. Where somebody waits for a conversation that did not fit (`waited_for`, or one that was due), the
    /// rest of the week goes into preparing it and counts towards it next week; otherwise it stays unused.
    pub(super) fn close_week(&mut self, week: usize, waited_for: bool) {
        let unused = if waited_for || self.behind {
            self.carried = self.free;
            0.0
        } else {
            // What was carried in was used last week: it never counts as used or unused in this one.
            self.free.min(self.own)
        };
        let cell = &mut self.cells[week];
        cell.used = cell.available - unused;
    }

    /// Begins a trajectory: its first conversation is held now, `more` follow.
    pub(super) fn begin(&mut self, person: u32, week: u32, interval: u32, more: u32) {
        self.take_over(Run { person, ends: week + more * interval, rhythm: Rhythm::new(week, interval) });
    }

    /// Takes a running trajectory over, behind those that are here; its conversations keep their weeks.
    pub(super) fn take_over(&mut self, run: Run) {
        self.rhythms[run.rhythm as usize] += 1;
        if let Some(last) = self.cells.get_mut(run.ends as usize) {
            last.ends += 1;
        }
        self.runs.push(run);
    }

    /// Conversations due in a week.
    const fn due(&self, week: u32) -> u32 {
        let by_parity = if week.is_multiple_of(2) { Rhythm::Even } else { Rhythm::Odd };
        self.rhythms[Rhythm::Weekly as usize] + self.rhythms[by_parity as usize]
    }

    /// Holds the conversations due this week, `hours` each, those of the earliest trajectories first. A trajectory whose
    /// conversation does not fit moves on by a week. Writes who had the last conversation over `ended`, and returns the
    /// number held.
    pub(super) fn hold_due(&mut self, week: u32, hours: f64, ended: &mut Vec<u32>) -> u32 {
        ended.clear();
        let due = self.due(week);
        let Cell { mut ends, working, .. } = self.cells[week as usize];
        let wanted = hours * f64::from(due);
        let held = if !working {
            0
        } else if wanted <= self.free + SLACK {
            due
        } else {
            u32::try_from(whole_part((self.free + SLACK) / hours)).unwrap_or(due).min(due)
        };
        self.spend(hours * f64::from(held));
        if held < due {
            self.behind = true;
            self.postpone(week, due - held);
            ends = self.cells[week as usize].ends;
        }
        if ends > 0 {
            let rhythms = &mut self.rhythms;
            self.runs.retain(|run| {
                let ends = run.ends == week;
                if ends {
                    ended.push(run.person);
                    rhythms[run.rhythm as usize] -= 1;
                }
                !ends
            });
        }
        held
    }

    /// Moves the latest `late` of the trajectories due this week on by a week.
    fn postpone(&mut self, week: u32, mut late: u32) {
        for run in self.runs.iter_mut().rev() {
            if late == 0 {
                return;
            }
            if !run.rhythm.is_due(week) {
                continue;
            }
            if let Some(last) = self.cells.get_mut(run.ends as usize) {
                last.ends -= 1;
            }
            self.rhythms[run.rhythm as usize] -= 1;
            run.ends += 1;
            run.rhythm = run.rhythm.moved();
            if let Some(last) = self.cells.get_mut(run.ends as usize) {
                last.ends += 1;
            }
            self.rhythms[run.rhythm as usize] += 1;
            late -= 1;
        }
    }

    /// Counts a person as standing work from next week for so many weeks.
    pub(super) fn stand(&mut self, kind: Standing, week: usize, weeks: usize) {
        if weeks == 0 {
            return;
        }
        if let Some(first) = self.cells.get_mut(week + 1) {
            first.standing[kind as usize] += 1;
        }
        if let Some(after) = self.cells.get_mut((week + 1).saturating_add(weeks)) {
            after.standing[kind as usize] -= 1;
        }
    }

    /// Gives all running trajectories away, in their order.
    pub(super) fn hand_over(&mut self, week: usize, runs: &mut Vec<Run>) {
        runs.clear();
        runs.append(&mut self.runs);
        self.rhythms = [0; 3];
        for cell in self.cells.iter_mut().skip(week) {
            cell.ends = 0;
        }
    }

    /// Trajectories that are running.
    pub(super) fn runs(&self) -> &[Run] {
        &self.runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk(available: f64) -> Desk {
        let mut desk = Desk::default();
        desk.clear(4);
        for cell in &mut desk.cells {
            (cell.available, cell.working) = (available, true);
        }
        desk
    }

    #[test]
    fn an_unused_hour_is_never_saved_for_later() {
        let mut desk = desk(5.0);
        desk.open_week(0, 0.0, [0.0; 2]);
        desk.spend(2.0);
        desk.close_week(0, false);
        assert!((desk.cells[0].used - 2.0).abs() < 1e-12);
        desk.open_week(1, 0.0, [0.0; 2]);
        assert!((desk.free() - 5.0).abs() < 1e-12, "three hours stayed unused and are lost");
    }

    #[test]
    fn hours_put_into_a_conversation_that_does_not_fit_count_towards_it_next_week() {
        let mut desk = desk(5.0);
        desk.open_week(0, 0.0, [0.0; 2]);
        desk.spend(4.0);
        assert!(!desk.fits(2.0));
        desk.close_week(0, true);
        assert!((desk.cells[0].used - 5.0).abs() < 1e-12, "the fifth hour was worked");
        desk.open_week(1, 0.0, [0.0; 2]);
        assert!((desk.free() - 6.0).abs() < 1e-12, "and is not worked again");
        desk.spend(2.0);
        desk.close_week(1, false);
        assert!((desk.cells[1].used - 1.0).abs() < 1e-12, "of two hours one was worked last week");
    }

    #[test]
    fn standing_work_comes_first_and_never_takes_more_than_there_is() {
        let mut desk = desk(5.0);
        desk.stand(Standing::Bridging, 0, 2);
        desk.open_week(0, 0.2, [1.0, 9.0]);
        assert!((desk.free() - 4.0).abs() < 1e-12, "it begins next week");
        desk.close_week(0, false);
        desk.open_week(1, 0.2, [1.0, 9.0]);
        assert!(desk.free().abs() < 1e-12);
        desk.close_week(1, false);
        assert!((desk.cells[1].used - 5.0).abs() < 1e-12);
    }

    #[test]
    fn what_does_not_fit_moves_on_by_a_week_and_the_earliest_trajectories_go_first() {
        let mut desk = desk(2.0);
        let mut ended = Vec::new();
        desk.open_week(0, 0.0, [0.0; 2]);
        desk.begin(7, 0, 1, 1);
        desk.begin(8, 0, 1, 1);
        desk.begin(9, 0, 1, 1);
        desk.open_week(1, 0.0, [0.0; 2]);
        assert_eq!(desk.hold_due(1, 1.0, &mut ended), 2);
        assert_eq!(ended, [7, 8]);
        desk.close_week(1, false);
        desk.open_week(2, 0.0, [0.0; 2]);
        assert_eq!(desk.hold_due(2, 1.0, &mut ended), 1);
        assert_eq!(ended, [9]);
        assert!(desk.runs().is_empty());
    }

    #[test]
    fn a_two_weekly_trajectory_that_is_late_keeps_its_rhythm_from_then_on() {
        let mut desk = desk(1.0);
        desk.clear(8);
        for (week, cell) in desk.cells.iter_mut().enumerate() {
            (cell.available, cell.working) = (if week == 2 { 0.0 } else { 1.0 }, true);
        }
        let mut ended = Vec::new();
        desk.begin(7, 0, 2, 2);
        let held: Vec<u32> = (1..8)
            .map(|week: u32| {
                desk.open_week(week as usize, 0.0, [0.0; 2]);
                let held = desk.hold_due(week, 1.0, &mut ended);
                desk.close_week(week as usize, false);
                held
            })
            .collect();
        assert_eq!(held, [0, 0, 1, 0, 1, 0, 0], "due in weeks 2 and 4, held in weeks 3 and 5");
    }
}
