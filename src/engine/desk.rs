//! The hours of one provider over the weeks, and what they are used for.

use super::track::{Rhythm, Track};
use crate::units::{if_so, whole_part};

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

/// The work that comes before conversations.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct StandingWork {
    /// Share of the available hours that consultation leaves.
    pub(super) at_conversations: f64,
    /// Hours per week and young person in follow-up, and bridged.
    pub(super) hours: [f64; 2],
    /// Weeks of follow-up, and of bridging.
    pub(super) weeks: [usize; 2],
}

/// The hours of conversations that hold in a week.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hours {
    /// Of one conversation.
    pub(super) conversation: f64,
    /// Of a first conversation.
    pub(super) intake: f64,
}

/// A week of a provider.
#[derive(Clone, Copy, Debug, Default)]
struct DeskWeek {
    /// Hours available.
    available: f64,
    /// Trajectories that ended the week before: those with a conversation every two weeks, and every week.
    ended: [i32; 2],
    /// More, or fewer, persons in follow-up and bridged than the week before.
    standing: [i32; 2],
}

/// One provider in the course of a replication.
///
/// Units: hours. Hours are conserved: in no week are more used than are available; the hours put into a conversation
/// that does not fit any more are counted in the week in which they are worked.
#[derive(Clone, Debug, Default)]
pub(super) struct Desk {
    /// Hours available in the running week, and those after standing work.
    available: f64,
    own: f64,
    /// Hours worked last week towards a conversation of this one.
    carried: f64,
    /// Persons in follow-up and bridged.
    standing: [i32; 2],
    /// How many trajectories run, by rhythm; those that ended this week among them.
    rhythms: [i32; 3],
    /// Whether a conversation due this week did not fit.
    behind: bool,
    /// Hours used in the week that was closed last, and in the running period.
    used: [f64; 2],
    /// Weeks of standing work after a trajectory, by kind.
    standing_weeks: [usize; 2],
    /// Behind the last week stand the one after it and one for all that comes later, which are not played.
    weeks: Vec<DeskWeek>,
    /// Who came here, in that order, those whose trajectory ended among them.
    runs: Vec<u32>,
    /// Hours available and used: one per slot, the last for the warm-up.
    pub(super) sums: Vec<[f64; 2]>,
}

impl Desk {
    /// Prepares a provider, to be [staffed](Self::staff), for so many weeks and slots, with so many weeks of standing work of each kind.
    pub(super) fn clear(&mut self, (weeks, slots): (usize, usize), standing_weeks: [usize; 2]) {
        let Self { weeks: mut all, mut runs, mut sums, .. } = std::mem::take(self);
        all.clear();
        all.resize(weeks + 2, DeskWeek::default());
        runs.clear();
        sums.clear();
        sums.resize(slots, [0.0; 2]);
        *self = Self { standing_weeks, weeks: all, runs, sums, ..Self::default() };
    }

    /// Gives the provider its hours in each week.
    pub(super) fn staff(&mut self, hours: impl Iterator<Item = f64>) {
        for (week, hours) in self.weeks.iter_mut().zip(hours) {
            week.available = hours;
        }
    }

    /// Takes over the state in which another enters a week; the hours stay.
    pub(super) fn adopt(&mut self, other: &Self, week: usize) {
        (self.carried, self.standing, self.rhythms, self.used) =
            (other.carried, other.standing, other.rhythms, other.used);
        // What was to end or to begin before the week has done so.
        for (mine, theirs) in self.weeks.iter_mut().zip(&other.weeks).skip(week) {
            (mine.ended, mine.standing) = (theirs.ended, theirs.standing);
        }
        self.runs.clone_from(&other.runs);
        self.sums.clone_from(&other.sums);
    }

    /// Opens a week: consultation and standing work come first, then the conversations that are due, those of the earliest
    /// trajectories first; none when the provider is not `there`. A trajectory whose conversation does not fit moves
    /// on by a week. Returns the number of conversations held and the hours that are left for first ones.
    #[inline]
    pub(super) fn open_week(
        &mut self,
        week: u32,
        (standing, conversation): (&StandingWork, f64),
        there: bool,
        tracks: &mut [Track],
    ) -> (u32, f64) {
        let (new, parity) = (self.weeks[week as usize], (week % 2) as usize);
        // What ended last week was due then.
        self.rhythms[1 - parity] -= new.ended[0];
        self.rhythms[Rhythm::Weekly as usize] -= new.ended[1];
        self.standing[0] += new.standing[0];
        self.standing[1] += new.standing[1];
        let stands =
            f64::from(self.standing[0]) * standing.hours[0] + f64::from(self.standing[1]) * standing.hours[1];
        self.available = new.available;
        self.own = (new.available * standing.at_conversations - stands).max(0.0);
        let free = self.own + self.carried;
        let due = self.rhythms[parity] + self.rhythms[Rhythm::Weekly as usize];
        let wanted = conversation * f64::from(due);
        let fit = there && wanted <= free + SLACK;
        self.behind = !fit && due > 0;
        if self.behind {
            return self.hold_some((week, due.cast_unsigned()), (conversation, free), there, tracks);
        }
        (due.cast_unsigned(), (free - wanted).max(0.0))
    }

    /// Holds as many of the conversations due as fit, and puts the others off.
    fn hold_some(
        &mut self,
        (week, due): (u32, u32),
        (hours, free): (f64, f64),
        there: bool,
        tracks: &mut [Track],
    ) -> (u32, f64) {
        let fit = if there { (free + SLACK) / hours } else { 0.0 };
        let held = u32::try_from(whole_part(fit)).unwrap_or(due).min(due);
        self.behind = held < due;
        if self.behind {
            self.postpone(week, due - held, tracks);
        }
        (held, (free - hours * f64::from(held)).max(0.0))
    }

    /// Moves the latest `number` of the trajectories due this week on by a week.
    fn postpone(&mut self, week: u32, number: u32, tracks: &mut [Track]) {
        let runs = std::mem::take(&mut self.runs);
        let mut still = number;
        // Those that ended are passed over; they came early, as a rule, and stand where nobody looks.
        for person in runs.iter().rev() {
            let track = &mut tracks[*person as usize];
            if track.ends < week || !track.rhythm.is_due(week) {
                continue;
            }
            self.count(track, -1);
            (track.rhythm, track.ends) = (track.rhythm.moved(), track.ends + 1);
            self.count(track, 1);
            still -= 1;
            if still == 0 {
                break;
            }
        }
        self.runs = runs;
    }

    /// Counts a trajectory that runs (1), or does not any more (-1): here and now, and in what changes when it ends and when
    /// the work that follows does.
    #[inline]
    fn count(&mut self, track: &Track, one: i32) {
        let (kind, follows) = (track.follows.0 as usize, one * i32::from(track.follows.1));
        self.rhythms[track.rhythm as usize] += one;
        let (next, last) = (track.ends as usize + 1, self.weeks.len() - 1);
        let end = (next + self.standing_weeks[kind]).min(last);
        let next = &mut self.weeks[next.min(last)];
        next.ended[usize::from(track.rhythm == Rhythm::Weekly)] += one;
        next.standing[kind] += follows;
        self.weeks[end].standing[kind] -= follows;
    }

    /// Takes a trajectory on, behind those that are here: one that begins, or of another provider that gave it away.
    #[inline]
    pub(super) fn take_on(&mut self, person: u32, track: &Track) {
        self.count(track, 1);
        self.runs.push(person);
    }

    /// Gives all running trajectories away, in their order, before their conversations of a week are held.
    pub(super) fn give_away(&mut self, week: u32, tracks: &[Track], to: &mut Vec<u32>) {
        to.clear();
        to.extend(self.runs.drain(..).filter(|person| tracks[*person as usize].ends >= week));
        for person in to {
            self.count(&tracks[*person as usize], -1);
        }
    }

    /// Closes the week with the hours that are `left` of it. When somebody waits for a conversation that did not fit (`waited_for`, or
    /// one that was due), they go into preparing it and count towards it next week; otherwise they stay unused.
    #[inline]
    pub(super) fn close_week(&mut self, left: f64, waited_for: bool) {
        let kept = waited_for | self.behind;
        // What was carried in was used last week: it never counts as used or unused in this one.
        let unused = if_so(!kept, left.min(self.own));
        self.carried = if_so(kept, left);
        self.used[0] = self.available - unused;
        self.used[1] += self.used[0];
    }

    /// Puts the hours of some weeks on end, the latest that were played, in a slot.
    pub(super) fn end_period(&mut self, slot: usize, weeks: std::ops::Range<usize>) {
        let available: f64 = self.weeks[weeks].iter().map(|week| week.available).sum();
        self.sums[slot][0] += available;
        self.sums[slot][1] += std::mem::take(&mut self.used[1]);
    }

    /// How many trajectories run at the end of a week, the latest that was played.
    pub(super) fn running(&self, week: usize) -> u32 {
        let ended: i32 = self.weeks[week + 1].ended.iter().sum();
        u32::try_from(self.rhythms.iter().sum::<i32>() - ended).unwrap_or(0)
    }

    /// Hours available and used in the week that was closed last.
    pub(super) fn last(&self) -> [f64; 2] {
        [self.available, self.used[0]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A provider with so many hours in each of some weeks.
    fn staffed(hours: &[f64]) -> Desk {
        let mut desk = Desk::default();
        desk.clear((hours.len(), 1), [2, 2]);
        desk.staff(hours.iter().copied());
        desk
    }

    fn desk(available: f64) -> Desk {
        staffed(&[available; 4])
    }

    /// Standing work beside conversations of an hour.
    const fn work(consultation: f64, hours: [f64; 2]) -> (StandingWork, f64) {
        (StandingWork { at_conversations: 1.0 - consultation, hours, weeks: [2; 2] }, 1.0)
    }

    const PLAIN: (StandingWork, f64) = work(0.0, [0.0; 2]);

    fn open(
        desk: &mut Desk,
        week: u32,
        (standing, hours): (StandingWork, f64),
        tracks: &mut [Track],
    ) -> (u32, f64) {
        desk.open_week(week, (&standing, hours), true, tracks)
    }

    /// A trajectory that begins in week 0.
    fn begun(interval: u8, more: u32) -> Track {
        let mut track = Track::WAITING;
        track.start((0, 0), 0, interval, more);
        track
    }

    #[test]
    fn an_unused_hour_is_never_saved_for_later() {
        let mut desk = desk(5.0);
        let (_, left) = open(&mut desk, 0, PLAIN, &mut []);
        desk.close_week(left - 2.0, false);
        assert!((desk.last()[1] - 2.0).abs() < 1e-12);
        let (_, left) = open(&mut desk, 1, PLAIN, &mut []);
        assert!((left - 5.0).abs() < 1e-12, "three hours stayed unused and are lost");
    }

    #[test]
    fn hours_put_into_a_conversation_that_does_not_fit_count_towards_it_next_week() {
        let mut desk = desk(5.0);
        let (_, left) = open(&mut desk, 0, PLAIN, &mut []);
        desk.close_week(left - 4.0, true);
        assert!((desk.last()[1] - 5.0).abs() < 1e-12, "the fifth hour was worked");
        let (_, left) = open(&mut desk, 1, PLAIN, &mut []);
        assert!((left - 6.0).abs() < 1e-12, "and is not worked again");
        desk.close_week(left - 2.0, false);
        assert!((desk.last()[1] - 1.0).abs() < 1e-12, "of two hours one was worked last week");
    }

    #[test]
    fn standing_work_comes_first_and_never_takes_more_than_there_is() {
        let mut desk = desk(5.0);
        let track = Track { follows: (Standing::Bridging, true), ..begun(1, 0) };
        let (_, left) = open(&mut desk, 0, work(0.2, [1.0, 9.0]), &mut []);
        desk.take_on(0, &track);
        assert!((left - 4.0).abs() < 1e-12, "it begins next week");
        desk.close_week(left, false);
        let (_, left) = open(&mut desk, 1, work(0.2, [1.0, 9.0]), &mut [track]);
        assert!(left.abs() < 1e-12);
        desk.close_week(left, false);
        assert!((desk.last()[1] - 5.0).abs() < 1e-12);
        let (_, left) = open(&mut desk, 2, work(0.2, [1.0, 0.5]), &mut [track]);
        assert!((left - 3.5).abs() < 1e-12);
        desk.close_week(left, false);
        let (_, left) = open(&mut desk, 3, work(0.2, [1.0, 0.5]), &mut [track]);
        assert!((left - 4.0).abs() < 1e-12, "and is over after two weeks");
    }

    #[test]
    fn what_does_not_fit_moves_on_by_a_week_and_the_earliest_trajectories_go_first() {
        let mut desk = desk(2.0);
        open(&mut desk, 0, PLAIN, &mut []);
        let mut tracks = [begun(1, 1); 10];
        for person in [7, 8, 9] {
            desk.take_on(person, &tracks[person as usize]);
        }
        assert_eq!(open(&mut desk, 1, PLAIN, &mut tracks), (2, 0.0));
        assert_eq!([7, 8, 9].map(|person| tracks[person].ends), [1, 1, 2]);
        assert_eq!(desk.running(1), 1);
        desk.close_week(0.0, false);
        assert_eq!(open(&mut desk, 2, PLAIN, &mut tracks), (1, 1.0));
        assert_eq!(desk.running(2), 0);
    }

    #[test]
    fn a_two_weekly_trajectory_that_is_late_keeps_its_rhythm_from_then_on() {
        let mut desk = staffed(&[1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0]);
        let mut tracks = [begun(2, 2)];
        desk.take_on(0, &tracks[0]);
        let held: Vec<u32> = (1..8)
            .map(|week: u32| {
                let (held, left) = open(&mut desk, week, PLAIN, &mut tracks);
                desk.close_week(left, false);
                held
            })
            .collect();
        assert_eq!(held, [0, 0, 1, 0, 1, 0, 0], "due in weeks 2 and 4, held in weeks 3 and 5");
    }

    #[test]
    fn who_is_given_away_leaves_nothing_behind() {
        let mut desk = desk(5.0);
        let tracks = [Track { follows: (Standing::FollowUp, true), ..begun(1, 1) }, begun(2, 0), begun(2, 1)];
        open(&mut desk, 0, PLAIN, &mut []);
        for (person, track) in (0..).zip(&tracks) {
            desk.take_on(person, track);
        }
        let mut moved = Vec::new();
        desk.give_away(1, &tracks, &mut moved);
        assert_eq!(moved, [0, 2], "one has ended in the week before");
        let standing = work(0.0, [1.0; 2]);
        let opened: Vec<(u32, f64)> = (1..4).map(|week| open(&mut desk, week, standing, &mut [])).collect();
        assert_eq!(opened, [(0, 5.0); 3]);
    }
}
