//! The hours of the providers over the weeks, and what they are used for.
//!
//! Providers stand side by side, four to a [group](super::group), so that what is the same sum for each is one for four.

use std::hint::select_unpredictable;

use super::group::{FULL, Group, Hours, LANES, Row, SLACK, bits_of};
use super::track::{GONE, Track, link};
use crate::units::whole_part;

/// Work that stands apart from conversations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Watchful follow-up after a positive closure.
    FollowUp,
    /// Bridging until specialised care starts.
    Bridging,
}

/// All providers in the course of a replication.
///
/// Units: hours. Hours are conserved: in no week are more used than are available; the hours put into a conversation
/// that does not fit any more are counted in the week in which they are worked.
#[derive(Clone, Debug, Default)]
pub(super) struct Desks {
    /// Hours available and used: `[provider][slot]`, the last slot for the warm-up.
    pub(super) sums: Vec<Vec<[f64; 2]>>,
    groups: Vec<Group>,
    /// `[week * groups + group]`.
    rows: Vec<Row>,
    /// Per week one of those whose last conversation is due in it, as [`link`] holds it; each names the next.
    ending: Vec<u32>,
    /// Who came to each provider, in that order, those whose trajectory ended among them.
    runs: Vec<Vec<u32>>,
    weeks: usize,
    /// Places in a group that no provider has, one bit each.
    spare: u32,
}

/// Of the ended trajectories that a provider had, so many are kept at least.
const MOST_ENDED: usize = 8;

/// The group and the lane of a provider.
#[inline]
const fn place(provider: usize) -> (usize, usize) {
    (provider >> LANES.trailing_zeros(), provider & (LANES - 1))
}

impl Desks {
    /// Prepares so many providers without hours for a replication of so many weeks and slots.
    pub(super) fn clear(&mut self, providers: usize, weeks: usize, slots: usize) {
        let groups = providers.div_ceil(LANES);
        self.weeks = weeks;
        self.spare = u32::MAX << providers;
        self.groups.clear();
        self.groups.resize(groups, Group::default());
        self.rows.clear();
        self.rows.resize((weeks + 1) * groups, Row::default());
        self.ending.clear();
        self.ending.resize(weeks, 0);
        self.sums.resize_with(providers, Vec::new);
        self.runs.resize_with(providers, Vec::new);
        for (sums, runs) in self.sums.iter_mut().zip(&mut self.runs) {
            sums.clear();
            sums.resize(slots, [0.0; 2]);
            runs.clear();
        }
    }

    /// Gives a provider its hours in each week.
    pub(super) fn staff(&mut self, provider: usize, hours: impl Iterator<Item = f64>) {
        let (group, lane) = place(provider);
        for (groups, hours) in self.rows.chunks_exact_mut(self.groups.len()).zip(hours) {
            groups[group].available[lane] = hours;
        }
    }

    /// Takes over the state in which others enter a week; the hours stay.
    pub(super) fn adopt(&mut self, others: &Self, week: usize) {
        for (mine, theirs) in self.sums.iter_mut().zip(&others.sums) {
            mine.clone_from(theirs);
        }
        for (mine, theirs) in self.runs.iter_mut().zip(&others.runs) {
            mine.clone_from(theirs);
        }
        for (mine, theirs) in self.groups.iter_mut().zip(&others.groups) {
            *mine = *theirs;
        }
        // What was to end or to begin before the week has done so.
        let (wide, narrow) = (self.groups.len(), others.groups.len());
        let rows = self.rows.chunks_mut(wide).zip(others.rows.chunks(narrow)).skip(week);
        for (mine, theirs) in rows.flat_map(|(mine, theirs)| mine.iter_mut().zip(theirs)) {
            mine.standing = theirs.standing;
        }
        self.ending[week..].copy_from_slice(&others.ending[week..]);
    }

    /// Opens a week: consultation and standing work come first, then the conversations that are due, those of the earliest
    /// trajectories first; none where a provider is not at work. A trajectory whose conversation does not fit moves
    /// on by a week. Returns the number of conversations held.
    #[inline]
    pub(super) fn open_week(&mut self, week: u32, hours: &Hours, at_work: u32, tracks: &mut [Track]) -> u32 {
        let (mut held, parity) = (0, (week % 2) as usize);
        let from = week as usize * self.groups.len();
        let rows = &self.rows[from..from + self.groups.len()];
        // Who is not there has nothing due, and need not be looked at.
        let (mut late, present) = (0, at_work | self.spare);
        for (number, (group, row)) in self.groups.iter_mut().zip(rows).enumerate() {
            group.open(row, hours);
            let there = present >> (LANES * number) & FULL;
            let (of_group, short) = group.hold(parity, hours.conversation, there);
            held += of_group;
            late |= short << (LANES * number);
        }
        if late == 0 {
            held
        } else {
            held + self.hold_some((week, late), hours.conversation, at_work, tracks)
        }
    }

    /// Holds as many of the conversations due as fit with each of some providers, and puts the others off.
    fn hold_some(
        &mut self,
        (week, providers): (u32, u32),
        hours: f64,
        at_work: u32,
        tracks: &mut [Track],
    ) -> u32 {
        let (mut left, mut all_held) = (providers, 0);
        while left != 0 {
            let provider = left.trailing_zeros() as usize;
            left &= left - 1;
            let (group, lane) = place(provider);
            let group = &mut self.groups[group];
            let due = u32::try_from(group.due((week % 2) as usize)[lane]).unwrap_or(0);
            let there = at_work >> provider & 1 == 1;
            let fit = if there { (group.free[lane] + SLACK) / hours } else { 0.0 };
            let held = u32::try_from(whole_part(fit)).unwrap_or(due).min(due);
            group.free[lane] = (group.free[lane] - hours * f64::from(held)).max(0.0);
            all_held += held;
            if held < due {
                group.behind |= 1 << lane;
                self.postpone(provider, week, due - held, tracks);
            }
        }
        all_held
    }

    /// One of those noted to end in a week, as [`link`] holds it: where to begin [taking out](Self::take_ended).
    #[inline]
    pub(super) fn ending(&self, week: u32) -> u32 {
        self.ending[week as usize]
    }

    /// Takes out the next of those whose trajectory ended in a week; who was put off since then is noted anew. `None` when
    /// that were all.
    #[inline]
    pub(super) fn take_ended(&mut self, at: &mut u32, week: u32, tracks: &mut [Track]) -> Option<u32> {
        while let Some(person) = at.checked_sub(1) {
            let track = &mut tracks[person as usize];
            *at = track.next;
            if track.ends == week {
                track.ends = GONE;
                let (group, lane) = place(usize::from(track.provider));
                self.groups[group].rhythms[track.rhythm as usize][lane] -= 1;
                return Some(person);
            }
            self.link(person, track);
        }
        None
    }

    /// Moves the latest `number` of the trajectories due this week with a provider on by a week.
    ///
    /// They stay noted in the week in which they would have ended, until that is [read](Self::take_ended).
    fn postpone(&mut self, provider: usize, week: u32, number: u32, tracks: &mut [Track]) {
        let ((group, lane), runs) = (place(provider), &mut self.runs[provider]);
        let rhythms = &mut self.groups[group].rhythms;
        let running: i32 = rhythms.iter().map(|of_rhythm| of_rhythm[lane]).sum();
        // Those that ended are passed over, and forgotten before they are many.
        if runs.len() > MOST_ENDED + 2 * usize::try_from(running).unwrap_or(0) {
            runs.retain(|person| tracks[*person as usize].ends != GONE);
        }
        let mut still = number;
        for person in runs.iter().rev() {
            let track = &mut tracks[*person as usize];
            if track.ends == GONE || !track.rhythm.is_due(week) {
                continue;
            }
            let rhythm = track.rhythm.moved();
            rhythms[track.rhythm as usize][lane] -= 1;
            rhythms[rhythm as usize][lane] += 1;
            (track.rhythm, track.ends) = (rhythm, track.ends + 1);
            still -= 1;
            if still == 0 {
                return;
            }
        }
    }

    /// Notes the week in which a trajectory ends; nothing when that is behind the last.
    #[inline]
    fn link(&mut self, person: u32, track: &mut Track) {
        if let Some(first) = self.ending.get_mut(track.ends as usize) {
            track.next = *first;
            *first = link(person);
        }
    }

    /// The providers in whose week a conversation of so many hours fits, one bit each.
    #[inline]
    pub(super) fn open_for(&self, hours: f64) -> u32 {
        self.groups
            .iter()
            .rev()
            .fold(0, |bits, group| bits << LANES | bits_of(|lane| hours <= group.free[lane] + SLACK))
    }

    /// The provider with most hours left among some, one bit each, at least one; the first in the file of those with as many.
    #[inline]
    pub(super) fn roomiest(&self, candidates: u32) -> usize {
        let first = candidates.trailing_zeros() as usize;
        let others = candidates & (candidates - 1);
        // Two at most, as a rule; without a branch, because which of them has more is hard to foresee.
        let second = select_unpredictable(others == 0, first, others.trailing_zeros() as usize % 32);
        let more = self.free(second) > self.free(first) + SLACK;
        let mut best = select_unpredictable(more, second, first);
        let mut others = others & others.wrapping_sub(1);
        while others != 0 {
            let other = others.trailing_zeros() as usize;
            // More by rounding is not more.
            if self.free(other) > self.free(best) + SLACK {
                best = other;
            }
            others &= others - 1;
        }
        best
    }

    /// Hours that a provider has left in the week.
    #[inline]
    fn free(&self, provider: usize) -> f64 {
        let (group, lane) = place(provider);
        self.groups[group].free[lane]
    }

    /// Spends hours of a provider that fit; whether as many fit once more.
    #[inline]
    pub(super) fn spend(&mut self, provider: usize, hours: f64) -> bool {
        let (group, lane) = place(provider);
        let free = &mut self.groups[group].free[lane];
        *free = (*free - hours).max(0.0);
        hours <= *free + SLACK
    }

    /// A provider takes a trajectory on that begins, behind those that it has.
    #[inline]
    pub(super) fn take_on(&mut self, provider: usize, person: u32, track: &mut Track) {
        self.link(person, track);
        self.take_over(provider, person, track);
    }

    /// A provider takes a trajectory over from another, behind those that it has; its conversations keep their weeks.
    #[inline]
    pub(super) fn take_over(&mut self, provider: usize, person: u32, track: &mut Track) {
        let (group, lane) = place(provider);
        track.provider = u8::try_from(provider).unwrap_or(u8::MAX);
        self.groups[group].rhythms[track.rhythm as usize][lane] += 1;
        self.runs[provider].push(person);
    }

    /// Counts a person, or nobody, as standing work of a provider from next week for so many weeks.
    #[inline]
    pub(super) fn stand(&mut self, provider: usize, kind: Standing, (week, weeks): (u32, usize), is: bool) {
        let ((group, lane), groups, next) = (place(provider), self.groups.len(), week as usize + 1);
        // Behind the last week stands one that is never played, so that no end need be looked for.
        let end = next.saturating_add(weeks).min(self.weeks);
        self.rows[next * groups + group].standing[kind as usize][lane] += i32::from(is);
        self.rows[end * groups + group].standing[kind as usize][lane] -= i32::from(is);
    }

    /// Closes the week. Where somebody waits for a conversation that did not fit (with the providers `waited_for`, one bit
    /// each, or one that was due), the rest of the week goes into preparing it and counts towards it next week; otherwise
    /// it stays unused.
    #[inline]
    pub(super) fn close_week(&mut self, week: u32, waited_for: u32) {
        let from = week as usize * self.groups.len();
        let rows = &self.rows[from..from + self.groups.len()];
        for (number, (group, row)) in self.groups.iter_mut().zip(rows).enumerate() {
            group.close(row, waited_for >> (LANES * number) & FULL);
        }
    }

    /// Puts the hours of the running period in its slot.
    pub(super) fn end_period(&mut self, slot: usize) {
        for (provider, sums) in self.sums.iter_mut().enumerate() {
            let (group, lane) = place(provider);
            let period = &mut self.groups[group].period;
            for (sum, part) in sums[slot].iter_mut().zip(period) {
                *sum += std::mem::take(&mut part[lane]);
            }
        }
    }

    /// A provider gives all running trajectories away, in their order, before their conversations of a week are held.
    pub(super) fn hand_over(&mut self, provider: usize, tracks: &[Track], to: &mut Vec<u32>) {
        let (group, lane) = place(provider);
        to.clear();
        to.extend(self.runs[provider].iter().filter(|person| tracks[**person as usize].ends != GONE));
        self.runs[provider].clear();
        for rhythm in &mut self.groups[group].rhythms {
            rhythm[lane] = 0;
        }
    }

    /// How many trajectories run with all providers.
    pub(super) fn running(&self) -> u32 {
        let all: i32 = self.groups.iter().flat_map(|group| group.rhythms.iter().flatten()).sum();
        u32::try_from(all).unwrap_or(0)
    }

    /// Hours available and used in a week, when it was closed last.
    pub(super) fn last(&self, week: usize) -> [f64; 2] {
        let rows = self.rows.iter().skip(week * self.groups.len());
        let available = rows.zip(&self.groups).flat_map(|(row, _)| row.available).sum();
        [available, self.groups.iter().flat_map(|group| group.used).sum()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One provider with so many hours in each of some weeks.
    fn staffed(hours: &[f64]) -> Desks {
        let mut desks = Desks::default();
        desks.clear(1, hours.len(), 1);
        desks.staff(0, hours.iter().copied());
        desks
    }

    fn desk(available: f64) -> Desks {
        staffed(&[available; 4])
    }

    const fn hours(consultation: f64, standing: [f64; 2]) -> Hours {
        Hours { consultation, standing, conversation: 1.0 }
    }

    const PLAIN: Hours = hours(0.0, [0.0; 2]);

    /// A trajectory that begins in week 0.
    fn begun(interval: u8, more: u32) -> Track {
        let mut track = Track::default();
        track.start((0, 0), 0, interval, more);
        track
    }

    /// Those whose trajectory ends in a week.
    fn ended(desk: &mut Desks, week: u32, tracks: &mut [Track]) -> Vec<u32> {
        let (mut persons, mut at) = (Vec::new(), desk.ending(week));
        while let Some(person) = desk.take_ended(&mut at, week, tracks) {
            persons.push(person);
        }
        persons.sort_unstable();
        persons
    }

    #[test]
    fn an_unused_hour_is_never_saved_for_later() {
        let mut desk = desk(5.0);
        desk.open_week(0, &PLAIN, 1, &mut []);
        desk.spend(0, 2.0);
        desk.close_week(0, 0);
        assert!((desk.last(0)[1] - 2.0).abs() < 1e-12);
        desk.open_week(1, &PLAIN, 1, &mut []);
        assert!((desk.free(0) - 5.0).abs() < 1e-12, "three hours stayed unused and are lost");
    }

    #[test]
    fn hours_put_into_a_conversation_that_does_not_fit_count_towards_it_next_week() {
        let mut desk = desk(5.0);
        desk.open_week(0, &PLAIN, 1, &mut []);
        desk.spend(0, 4.0);
        assert_eq!(desk.open_for(2.0) & 1, 0);
        desk.close_week(0, 1);
        assert!((desk.last(0)[1] - 5.0).abs() < 1e-12, "the fifth hour was worked");
        desk.open_week(1, &PLAIN, 1, &mut []);
        assert!((desk.free(0) - 6.0).abs() < 1e-12, "and is not worked again");
        desk.spend(0, 2.0);
        desk.close_week(1, 0);
        assert!((desk.last(1)[1] - 1.0).abs() < 1e-12, "of two hours one was worked last week");
    }

    #[test]
    fn standing_work_comes_first_and_never_takes_more_than_there_is() {
        let mut desk = desk(5.0);
        desk.stand(0, Standing::Bridging, (0, 2), true);
        desk.open_week(0, &hours(0.2, [1.0, 9.0]), 1, &mut []);
        assert!((desk.free(0) - 4.0).abs() < 1e-12, "it begins next week");
        desk.close_week(0, 0);
        desk.open_week(1, &hours(0.2, [1.0, 9.0]), 1, &mut []);
        assert!(desk.free(0).abs() < 1e-12);
        desk.close_week(1, 0);
        assert!((desk.last(1)[1] - 5.0).abs() < 1e-12);
    }

    #[test]
    fn what_does_not_fit_moves_on_by_a_week_and_the_earliest_trajectories_go_first() {
        let mut desk = desk(2.0);
        desk.open_week(0, &PLAIN, 1, &mut []);
        let mut tracks = [begun(1, 1); 10];
        for person in [7, 8, 9] {
            desk.take_on(0, person, &mut tracks[person as usize]);
        }
        assert_eq!(desk.open_week(1, &PLAIN, 1, &mut tracks), 2);
        assert_eq!(ended(&mut desk, 1, &mut tracks), [7, 8]);
        desk.close_week(1, 0);
        assert_eq!(desk.open_week(2, &PLAIN, 1, &mut tracks), 1);
        assert_eq!(ended(&mut desk, 2, &mut tracks), [9]);
        assert_eq!(desk.running(), 0);
    }

    #[test]
    fn a_two_weekly_trajectory_that_is_late_keeps_its_rhythm_from_then_on() {
        let mut desk = staffed(&[1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0]);
        let mut tracks = [begun(2, 2)];
        desk.take_on(0, 0, &mut tracks[0]);
        let held: Vec<u32> = (1..8)
            .map(|week: u32| {
                let held = desk.open_week(week, &PLAIN, 1, &mut tracks);
                ended(&mut desk, week, &mut tracks);
                desk.close_week(week, 0);
                held
            })
            .collect();
        assert_eq!(held, [0, 0, 1, 0, 1, 0, 0], "due in weeks 2 and 4, held in weeks 3 and 5");
    }
}
