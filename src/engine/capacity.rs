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

/// How a trajectory began, as far as its outcome depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Course {
    /// Weeks waited for the first conversation.
    pub(super) wait: u16,
    /// Conversations cut by the cap of the week of start (1) less those cut by the cap of the measurement (1).
    pub(super) cut: i8,
}

/// A trajectory that runs with a provider.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// The person.
    pub(super) person: u32,
    /// How it began.
    pub(super) course: Course,
    /// When conversations are due.
    rhythm: Rhythm,
    /// The week of the last conversation; [`ENDED`] after it.
    ends: u32,
    /// The next of those that end in the same week: its place plus one; 0 for none.
    next: u32,
}

/// The end of a trajectory that has ended.
const ENDED: u32 = u32::MAX;

impl Run {
    /// A trajectory whose first conversation is held in a week and that has `more` to come, every `interval` weeks.
    pub(super) const fn new((person, course): (u32, Course), week: u32, interval: u32, more: u32) -> Self {
        Self { person, course, rhythm: Rhythm::new(week, interval), ends: week + more * interval, next: 0 }
    }
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

/// A week of a desk.
#[derive(Clone, Copy, Debug, Default)]
struct DeskWeek {
    /// Hours available.
    available: f64,
    /// The first of the trajectories whose last conversation is due: its place plus one; 0 for none.
    ending: u32,
    /// Change in the number of persons in follow-up and bridged.
    standing: [i32; 2],
}

/// One provider in the course of a replication.
///
/// Units: hours. Hours are conserved: in no week are more used than are available; the hours put into a conversation
/// that does not fit any more are counted in the week in which they are worked.
#[derive(Clone, Debug, Default)]
pub(super) struct Desk {
    /// Hours available and used, one pair per reporting period and one for the warm-up.
    pub(super) sums: Vec<[f64; 2]>,
    /// Hours available and used in the week that was closed last.
    pub(super) last: [f64; 2],
    weeks: Vec<DeskWeek>,
    /// Trajectories in the order in which they came to this provider, those that ended among them.
    runs: Vec<Run>,
    /// How many run, by rhythm.
    rhythms: [u32; 3],
    standing: [i32; 2],
    own: f64,
    free: f64,
    carried: f64,
    behind: bool,
}

impl Desk {
    /// Prepares the desk for a new replication with so many hours in each week, and so many slots.
    pub(super) fn clear(&mut self, hours: &[f64], slots: usize) {
        self.sums.clear();
        self.sums.resize(slots, [0.0; 2]);
        self.weeks.clear();
        self.weeks.extend(hours.iter().map(|hours| DeskWeek { available: *hours, ..DeskWeek::default() }));
        self.runs.clear();
        self.rhythms = [0; 3];
        self.standing = [0; 2];
        self.carried = 0.0;
        self.behind = false;
    }

    /// Takes over the state in which another desk enters a week; its own hours stay.
    pub(super) fn adopt(&mut self, other: &Self) {
        self.sums.clone_from(&other.sums);
        for (mine, theirs) in self.weeks.iter_mut().zip(&other.weeks) {
            (mine.ending, mine.standing) = (theirs.ending, theirs.standing);
        }
        self.runs.clone_from(&other.runs);
        self.rhythms = other.rhythms;
        self.standing = other.standing;
        self.carried = other.carried;
    }

    /// Opens a week: consultation and the hours for those in follow-up and bridging come first.
    pub(super) fn open_week(&mut self, week: usize, consultation: f64, standing_hours: [f64; 2]) {
        let DeskWeek { available, standing: changed, .. } = self.weeks[week];
        self.standing[0] += changed[0];
        self.standing[1] += changed[1];
        let standing =
            f64::from(self.standing[0]) * standing_hours[0] + f64::from(self.standing[1]) * standing_hours[1];
        self.own = (available * (1.0 - consultation) - standing).max(0.0);
        self.free = self.own + self.carried;
        self.carried = 0.0;
        self.behind = false;
        self.last[0] = available;
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
    pub(super) fn close_week(&mut self, slot: usize, waited_for: bool) {
        let unused = if waited_for || self.behind {
            self.carried = self.free;
            0.0
        } else {
            // What was carried in was used last week: it never counts as used or unused in this one.
            self.free.min(self.own)
        };
        self.last[1] = self.last[0] - unused;
        let sums = &mut self.sums[slot];
        sums[0] += self.last[0];
        sums[1] += self.last[1];
    }

    /// Takes a trajectory on, behind those that are here; its conversations keep their weeks.
    pub(super) fn take_on(&mut self, mut run: Run) {
        self.rhythms[run.rhythm as usize] += 1;
        if let Some(last) = self.weeks.get_mut(run.ends as usize) {
            run.next = last.ending;
            last.ending = place_after(self.runs.len());
        }
        self.runs.push(run);
    }

    /// Conversations due in a week.
    const fn due(&self, week: u32) -> u32 {
        let by_parity = if week.is_multiple_of(2) { Rhythm::Even } else { Rhythm::Odd };
        self.rhythms[Rhythm::Weekly as usize] + self.rhythms[by_parity as usize]
    }

    /// Holds the conversations due this week, `hours` each, those of the earliest trajectories first; none where the
    /// provider is not at work. A trajectory whose conversation does not fit moves on by a week. Returns the number held.
    pub(super) fn hold_due(&mut self, week: u32, hours: f64, at_work: bool) -> u32 {
        let due = self.due(week);
        let wanted = hours * f64::from(due);
        if at_work && wanted <= self.free + SLACK {
            self.spend(wanted);
            return due;
        }
        let fit = if at_work { (self.free + SLACK) / hours } else { 0.0 };
        let held = u32::try_from(whole_part(fit)).unwrap_or(due).min(due);
        self.spend(hours * f64::from(held));
        if held < due {
            self.behind = true;
            self.postpone(week, due - held);
        }
        held
    }

    /// Ends one of the trajectories whose last conversation was held this week; none when there are no more.
    pub(super) fn end_one(&mut self, week: usize) -> Option<Run> {
        let place = (self.weeks[week].ending as usize).checked_sub(1)?;
        let run = self.runs[place];
        self.weeks[week].ending = run.next;
        self.runs[place].ends = ENDED;
        self.rhythms[run.rhythm as usize] -= 1;
        Some(run)
    }

    /// Moves the latest `late` of the trajectories due this week on by a week.
    fn postpone(&mut self, week: u32, late: u32) {
        let mut left = late;
        for place in (0..self.runs.len()).rev() {
            if left == 0 {
                return;
            }
            let run = &mut self.runs[place];
            if run.ends == ENDED || !run.rhythm.is_due(week) {
                continue;
            }
            let (from, next) = (run.ends, run.next);
            self.rhythms[run.rhythm as usize] -= 1;
            run.rhythm = run.rhythm.moved();
            run.ends += 1;
            self.rhythms[run.rhythm as usize] += 1;
            self.unlink(from, place, next);
            if let Some(last) = self.weeks.get_mut(from as usize + 1) {
                self.runs[place].next = last.ending;
                last.ending = place_after(place);
            }
            left -= 1;
        }
    }

    /// Takes a trajectory out of those that end in week `from`.
    fn unlink(&mut self, from: u32, place: usize, next: u32) {
        let Some(week) = self.weeks.get_mut(from as usize) else { return };
        let wanted = place_after(place);
        if week.ending == wanted {
            week.ending = next;
            return;
        }
        let mut at = week.ending as usize;
        while let Some(run) = at.checked_sub(1).and_then(|place| self.runs.get_mut(place)) {
            if run.next == wanted {
                run.next = next;
                return;
            }
            at = run.next as usize;
        }
    }

    /// Counts a person as standing work from next week for so many weeks.
    pub(super) fn stand(&mut self, kind: Standing, week: usize, weeks: usize) {
        if weeks == 0 {
            return;
        }
        if let Some(first) = self.weeks.get_mut(week + 1) {
            first.standing[kind as usize] += 1;
        }
        if let Some(after) = self.weeks.get_mut((week + 1).saturating_add(weeks)) {
            after.standing[kind as usize] -= 1;
        }
    }

    /// Gives all running trajectories away, in their order, before their conversations of a week are held.
    pub(super) fn hand_over(&mut self, week: usize, runs: &mut Vec<Run>) {
        runs.clear();
        runs.extend(self.runs.iter().filter(|run| run.ends != ENDED));
        self.runs.clear();
        self.rhythms = [0; 3];
        for week in self.weeks.iter_mut().skip(week) {
            week.ending = 0;
        }
    }

    /// How many trajectories run.
    pub(super) fn running(&self) -> u32 {
        self.rhythms.iter().sum()
    }
}

/// The place of a trajectory as links hold it.
fn place_after(place: usize) -> u32 {
    u32::try_from(place + 1).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk(available: f64) -> Desk {
        let mut desk = Desk::default();
        desk.clear(&[available; 4], 1);
        desk
    }

    /// Those whose trajectory ends in a week.
    fn ended(desk: &mut Desk, week: usize) -> Vec<u32> {
        let mut persons: Vec<u32> = std::iter::from_fn(|| desk.end_one(week)).map(|run| run.person).collect();
        persons.sort_unstable();
        persons
    }

    #[test]
    fn an_unused_hour_is_never_saved_for_later() {
        let mut desk = desk(5.0);
        desk.open_week(0, 0.0, [0.0; 2]);
        desk.spend(2.0);
        desk.close_week(0, false);
        assert!((desk.last[1] - 2.0).abs() < 1e-12);
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
        assert!((desk.last[1] - 5.0).abs() < 1e-12, "the fifth hour was worked");
        desk.open_week(1, 0.0, [0.0; 2]);
        assert!((desk.free() - 6.0).abs() < 1e-12, "and is not worked again");
        desk.spend(2.0);
        desk.close_week(0, false);
        assert!((desk.last[1] - 1.0).abs() < 1e-12, "of two hours one was worked last week");
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
        desk.close_week(0, false);
        assert!((desk.last[1] - 5.0).abs() < 1e-12);
    }

    #[test]
    fn what_does_not_fit_moves_on_by_a_week_and_the_earliest_trajectories_go_first() {
        let mut desk = desk(2.0);
        desk.open_week(0, 0.0, [0.0; 2]);
        desk.take_on(Run::new((7, Course::default()), 0, 1, 1));
        desk.take_on(Run::new((8, Course::default()), 0, 1, 1));
        desk.take_on(Run::new((9, Course::default()), 0, 1, 1));
        desk.open_week(1, 0.0, [0.0; 2]);
        assert_eq!(desk.hold_due(1, 1.0, true), 2);
        assert_eq!(ended(&mut desk, 1), [7, 8]);
        desk.close_week(0, false);
        desk.open_week(2, 0.0, [0.0; 2]);
        assert_eq!(desk.hold_due(2, 1.0, true), 1);
        assert_eq!(ended(&mut desk, 2), [9]);
        assert_eq!(desk.running(), 0);
    }

    #[test]
    fn a_two_weekly_trajectory_that_is_late_keeps_its_rhythm_from_then_on() {
        let mut desk = desk(1.0);
        desk.clear(&[1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0], 1);
        desk.take_on(Run::new((7, Course::default()), 0, 2, 2));
        let held: Vec<u32> = (1..8)
            .map(|week: u32| {
                desk.open_week(week as usize, 0.0, [0.0; 2]);
                let held = desk.hold_due(week, 1.0, true);
                while desk.end_one(week as usize).is_some() {}
                desk.close_week(0, false);
                held
            })
            .collect();
        assert_eq!(held, [0, 0, 1, 0, 1, 0, 0], "due in weeks 2 and 4, held in weeks 3 and 5");
    }
}
