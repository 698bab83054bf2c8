//! Who is referred to the POJ under one policy.
//!
//! Enters: the lines of a replication, the weeks from which practices know the POJ, and those in which the expertise that attracts
//! demand is at work. Leaves: how many join the queue in each week, how many would lose patience in each, and how many are sent
//! straight to specialised care. Refuses to know: hours, starts, and who still waits.
//!
//! Nothing that happens in a play changes this, so it is found before the weeks are played, once for all plays in which it is
//! alike; a week then lets its young people in by number.

use super::awareness::AwareFrom;
use super::lines::Lines;
use super::plan::MOST_NEEDS;
use super::track::Track;
use super::waiting_list::{Leavers, leaves_in};
use crate::cohort::Youth;

/// What decides under a policy on who is referred.
#[derive(Clone, Copy, Debug)]
pub(super) struct Admission<'play> {
    /// Young people sent straight to specialised care in each week, whatever the policy.
    pub(super) direct: &'play [u32],
    /// Per practice the week from which it refers to the POJ; of those who come by way of none, the first. `None` where all of these
    /// people come by way of a practice that does.
    pub(super) aware_from: Option<&'play AwareFrom>,
    /// The providers that are there in each week, one bit each, and those whose expertise attracts demand.
    pub(super) at_work: &'play [u32],
    pub(super) attracting: u32,
    /// Whether registered young people stand for all.
    pub(super) replays: bool,
    /// Whether every provider takes everybody, so that needs are not told apart.
    pub(super) whoever: bool,
}

/// Those who are referred in one week.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Referred {
    /// How far the lines of the urgent and of the others move on, with those who do not come.
    pub(super) places: [u32; 2],
    /// Referred to the POJ.
    pub(super) joining: u32,
    /// Sent straight to specialised care.
    pub(super) directly: u32,
}

/// All who are referred in a replication. Reused between replications.
#[derive(Clone, Debug, Default)]
pub(super) struct Referrals {
    /// By week.
    weeks: Vec<Referred>,
    /// How many of all lose patience in each week unless they start before; one more for never.
    pub(super) leaving: Vec<Leavers>,
    /// The same by need, where needs are told apart.
    pub(super) leaving_by_need: Vec<[u32; MOST_NEEDS]>,
    /// Everybody as they are before their first conversation, or away.
    pub(super) tracks: Vec<Track>,
}

impl Referrals {
    /// Finds who is referred of the people in some lines.
    pub(super) fn read(&mut self, lines: &Lines, youths: &[Youth], admission: &Admission<'_>) {
        let Admission { direct, aware_from, at_work, attracting, replays, whoever } = *admission;
        let weeks = lines.weeks.iter().zip(direct);
        self.weeks.clear();
        self.weeks.extend(weeks.map(|(referred, directly)| Referred { directly: *directly, ..*referred }));
        self.leaving.clone_from(&lines.leaving);
        self.tracks.clear();
        self.tracks.resize(youths.len(), Track::WAITING);
        for person in &lines.attracted {
            let youth = &youths[*person as usize];
            if at_work[youth.week as usize] & attracting == 0 {
                self.take_out(*person, youth);
            }
        }
        if let Some(aware_from) = aware_from {
            for (person, youth) in (0..).zip(youths) {
                let is_known = youth.week as usize >= aware_from[youth.practice()];
                if !is_known && self.tracks[person as usize].came() {
                    self.weeks[youth.week as usize].directly += 1;
                    self.take_out(person, youth);
                }
            }
        }
        if replays {
            for (person, youth) in (0..).zip(youths) {
                if youth.practice() != Youth::PRACTICES && self.tracks[person as usize].came() {
                    self.take_out(person, youth);
                }
            }
        }
        self.tell_needs_apart(youths, whoever);
    }

    /// Somebody does not come.
    fn take_out(&mut self, person: u32, youth: &Youth) {
        self.tracks[person as usize] = Track::AWAY;
        self.weeks[youth.week as usize].joining -= 1;
        self.leaving[leaves_in(youth, self.weeks.len())].remove(youth);
    }

    fn tell_needs_apart(&mut self, youths: &[Youth], whoever: bool) {
        self.leaving_by_need.clear();
        if whoever {
            return;
        }
        let weeks = self.weeks.len();
        self.leaving_by_need.resize(weeks + 1, [0; MOST_NEEDS]);
        for (youth, _) in youths.iter().zip(&self.tracks).filter(|(_, track)| track.came()) {
            self.leaving_by_need[leaves_in(youth, weeks)][usize::from(youth.need) % MOST_NEEDS] += 1;
        }
    }

    /// Those of a week.
    #[inline]
    pub(super) fn of(&self, week: u32) -> &Referred {
        &self.weeks[week as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cohort::{People, Person};

    /// Somebody who comes in a week and leaves the queue in another, by way of no practice.
    fn person(week: usize, leaves: usize) -> Person {
        Person {
            week,
            leaves,
            practice: None,
            need: 0,
            urgent: false,
            attracted: false,
            recovers: false,
            conversations: 3,
            interval: 2,
            registered: None,
            logit_outcome: 0.0,
            u_other_outcome: 0.5,
            referrer: 0,
            u_avoid: 0.5,
            u_relapse: 0.5,
            z_cost: 0.0,
            followed_up: false,
            bridged: false,
        }
    }

    /// Four weeks: in the first an urgent one and one of a practice, in the second two attracted ones, in the third another of the practice.
    fn read(change: impl FnOnce(&mut Admission<'_>)) -> Referrals {
        let mut people = People::default();
        people.replace(&[
            Person { urgent: true, recovers: true, ..person(0, 2) },
            Person { practice: Some(1), ..person(0, 9) },
            Person { attracted: true, need: 2, ..person(1, 3) },
            Person { attracted: true, recovers: true, need: 2, ..person(2, 3) },
            Person { practice: Some(1), ..person(2, 3) },
        ]);
        let mut lines = Lines::default();
        lines.read(people.youths(), 4);
        assert_eq!(*lines.all(), [vec![0], vec![1, 2, 3, 4]]);
        let mut aware_from = [0; Youth::PRACTICES + 1];
        aware_from[1] = 2;
        let mut admission = Admission {
            direct: &[5, 0, 0, 0],
            aware_from: Some(&aware_from),
            at_work: &[0b11, 0b01, 0b11, 0b11],
            attracting: 0b10,
            replays: false,
            whoever: false,
        };
        change(&mut admission);
        let mut referrals = Referrals::default();
        referrals.read(&lines, people.youths(), &admission);
        referrals
    }

    fn weeks(referrals: &Referrals) -> [[u32; 4]; 4] {
        let of = |week| referrals.of(week);
        [0, 1, 2, 3].map(|week| [of(week).places[0], of(week).places[1], of(week).joining, of(week).directly])
    }

    fn leaving(referrals: &Referrals) -> Vec<(u32, u32)> {
        referrals.leaving.iter().map(|leavers| (leavers.all, leavers.recovered)).collect()
    }

    #[test]
    fn who_is_attracted_or_of_a_practice_comes_only_when_the_expertise_is_there_or_the_practice_knows() {
        let referrals = read(|_| ());
        assert_eq!(weeks(&referrals), [[1, 1, 1, 6], [0, 1, 0, 0], [0, 2, 2, 0], [0; 4]]);
        assert_eq!(leaving(&referrals), [(0, 0), (0, 0), (1, 1), (2, 1), (0, 0)]);
        assert_eq!(referrals.leaving_by_need[3][..3], [1, 0, 1]);
        let came: Vec<bool> = referrals.tracks.iter().map(Track::came).collect();
        assert_eq!(came, [true, false, false, true, true]);
    }

    #[test]
    fn where_every_practice_knows_nobody_is_looked_up_and_never_stands_behind_the_last_week() {
        let referrals = read(|admission| admission.aware_from = None);
        assert_eq!(weeks(&referrals)[0], [1, 1, 2, 5]);
        assert_eq!(leaving(&referrals)[4], (1, 0));
    }

    #[test]
    fn in_a_replay_only_those_who_were_registered_come() {
        let referrals = read(|admission| admission.replays = true);
        assert_eq!(weeks(&referrals), [[1, 1, 1, 6], [0, 1, 0, 0], [0, 2, 1, 0], [0; 4]]);
        let referrals = read(|admission| (admission.replays, admission.whoever) = (true, true));
        assert!(referrals.leaving_by_need.is_empty());
    }
}
