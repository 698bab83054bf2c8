//! The young people of a cohort as the assumptions of one arm and world see them.

use super::candidates::{Candidate, Cohort, Outcome};
use super::luck::Luck;
use super::outlook::{HUISARTS, Outlook};
use crate::units::whole_part;

/// One young person. What a policy decides is not here.
#[expect(clippy::struct_excessive_bools, reason = "each is a trait of its own that chance decides")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Person {
    /// Week of referral, from the first week of the warm-up.
    pub week: usize,
    /// Week in which the person leaves the queue if still waiting; the number of weeks or more: never.
    pub leaves: usize,
    /// The GP practice that refers; none for other referrers.
    pub practice: Option<u8>,
    /// The need, as index into the needs of the scenario.
    pub need: u8,
    /// Whether the person has priority.
    pub urgent: bool,
    /// Whether the person comes only where the expertise is.
    pub attracted: bool,
    /// Whether leaving the queue means recovery rather than specialised care.
    pub recovers: bool,
    /// Conversations needed.
    pub conversations: u8,
    /// Weeks from one conversation to the next: 1 or 2.
    pub interval: u8,
    /// The outcome that a source registered.
    pub registered: Option<Outcome>,
    /// Positive when below the log-odds of a positive closure.
    pub logit_outcome: f64,
    /// Decides the outcome when it is not positive.
    pub u_other_outcome: f64,
    /// Who refers, as index into [`REFERRERS`](crate::scenario::REFERRERS).
    pub referrer: u8,
    /// Decides whether a positive closure really avoids maatwerk.
    pub u_avoid: f64,
    /// Decides whether the person comes back within a year.
    pub u_relapse: f64,
    /// Standard-normal deviate of the logarithm of the avoided cost.
    pub z_cost: f64,
    /// Whether a positive closure is followed up.
    pub followed_up: bool,
    /// Whether an escalated young person is bridged.
    pub bridged: bool,
}

/// The people of a replication in order of arrival. Reused between replications.
#[derive(Debug, Default)]
pub struct People {
    persons: Vec<Person>,
    leaver_starts: Vec<usize>,
    leavers: Vec<u32>,
}

impl People {
    /// All persons, in order of arrival.
    pub fn persons(&self) -> &[Person] {
        &self.persons
    }

    /// Those who would leave the queue in a week, in order of arrival.
    pub fn leavers(&self, week: usize) -> &[u32] {
        &self.leavers[self.leaver_starts[week]..self.leaver_starts[week + 1]]
    }

    /// Reads a cohort through an outlook, which is number `bit` of those that the cohort was drawn for.
    pub fn read(&mut self, cohort: &Cohort, outlook: &Outlook, bit: usize) {
        self.persons.clear();
        let there = cohort.candidates().filter(|(candidate, _)| candidate.exists >> bit & 1 == 1);
        self.persons.extend(there.map(|(candidate, luck)| outlook.person(candidate, luck)));
        self.sort_leavers(outlook.profile.len());
    }

    /// Puts given people, in order of arrival, in the place of those read; of a run of so many weeks.
    pub fn replace(&mut self, persons: &[Person], weeks: usize) {
        self.persons.clear();
        self.persons.extend_from_slice(persons);
        self.sort_leavers(weeks);
    }

    fn sort_leavers(&mut self, weeks: usize) {
        self.leaver_starts.clear();
        self.leaver_starts.resize(weeks + 2, 0);
        for person in &self.persons {
            if person.leaves < weeks {
                self.leaver_starts[person.leaves + 2] += 1;
            }
        }
        for week in 0..=weeks {
            self.leaver_starts[week + 1] += self.leaver_starts[week];
        }
        self.leavers.clear();
        self.leavers.resize(self.leaver_starts[weeks + 1], 0);
        for (number, person) in self.persons.iter().enumerate() {
            if person.leaves < weeks {
                let place = &mut self.leaver_starts[person.leaves + 1];
                self.leavers[*place] = u32::try_from(number).unwrap_or(u32::MAX);
                *place += 1;
            }
        }
    }
}

/// The first part whose cumulated share exceeds `u`; the last part catches what rounding leaves.
fn part_at(shares: &[f64], u: f64) -> usize {
    let mut reached = 0.0;
    for (part, share) in shares.iter().enumerate() {
        reached += share;
        if u < reached {
            return part;
        }
    }
    shares.len().saturating_sub(1)
}

/// The place of `u` in a cumulative distribution.
fn place_in(cumulative: &[f64], u: f64) -> usize {
    cumulative.iter().position(|reached| u < *reached).unwrap_or(cumulative.len().saturating_sub(1))
}

fn byte(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

impl Outlook {
    fn person(&self, candidate: &Candidate, luck: &Luck) -> Person {
        let attracted = candidate.is_attracted();
        let referrer = if candidate.class < self.referrers.len() {
            candidate.class
        } else {
            part_at(&self.referrers, candidate.u_source)
        };
        let need = if attracted { self.attracted_need } else { byte(part_at(&self.needs, luck.u_need)) };
        // The lesser of two exponential times is exponential, and which it was is independent of it.
        let hazard = self.leave + self.recover;
        let patience = luck.e_leave / hazard;
        // Time in the queue counts from the end of the week of referral, so nobody leaves before the first chance of
        // a start; a registered young person was seen and therefore stays.
        let leaves = if candidate.registered.is_some() || patience.is_nan() {
            usize::MAX
        } else {
            (candidate.week + 1).saturating_add(whole_part(patience))
        };
        Person {
            week: candidate.week,
            leaves,
            practice: (candidate.class == HUISARTS).then(|| byte(self.practice(candidate.u_source))),
            need,
            urgent: luck.u_urgent < self.urgent,
            attracted,
            recovers: luck.u_recover * hazard < self.recover,
            conversations: byte(1 + place_in(&self.conversations, luck.u_conversations)),
            interval: if luck.u_interval < self.weekly { 1 } else { 2 },
            registered: candidate.registered,
            logit_outcome: luck.logit_outcome,
            u_other_outcome: luck.u_other_outcome,
            referrer: byte(referrer),
            u_avoid: luck.u_avoid,
            u_relapse: luck.u_relapse,
            z_cost: luck.z_cost,
            followed_up: luck.u_after < self.follow_up,
            bridged: luck.u_after < self.bridging,
        }
    }
}
