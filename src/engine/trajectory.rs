//! A trajectory from the first conversation to its outcome.

use super::capacity::Standing;
use super::play::{Course, NOBODY, Play, short};
use crate::cohort::{Outcome, Person};

impl Play<'_> {
    /// The first conversation of a person with a provider.
    pub(super) fn start(&mut self, number: u32, provider: usize, week: usize, slot: usize) {
        let person = &self.given.people.persons()[number as usize];
        self.floor.queue.leave(number, person.need);
        let wait = week - person.week;
        let short_wait = u16::try_from(wait).unwrap_or(u16::MAX);
        let counters = &mut self.floor.counters[slot];
        counters.started += 1;
        counters.wait_weeks += u32::from(short_wait);
        counters.within_norm += u32::from(wait as f64 <= self.given.plan.terms.norm);
        self.floor.waits.count(slot, wait);
        self.floor.held[week] += 1;
        let cap = self.given.plan.weeks[week].cap;
        let measured_at_cap = self.given.plan.terms.measured_at_cap;
        self.floor.courses[number as usize] = Course {
            provider: u8::try_from(provider).unwrap_or(NOBODY),
            // The outcomes were measured under a cap: only what this one cuts more, or less, changes them.
            cut: i8::from(person.conversations > cap) - i8::from(person.conversations > measured_at_cap),
            wait: short_wait,
        };
        let more = u32::from(person.conversations.min(cap)) - 1;
        if more == 0 {
            self.close(number, week);
        } else {
            self.floor.desks[provider].begin(number, short(week), u32::from(person.interval), more);
        }
    }

    /// The trajectory ends: its outcome is booked and the follow-up or bridging begins.
    pub(super) fn close(&mut self, number: u32, week: usize) {
        let people = self.given.people;
        let person = &people.persons()[number as usize];
        let course = self.floor.courses[number as usize];
        let outcome = person.registered.unwrap_or_else(|| self.outcome(course, person));
        // A source counts its young people in the period in which they were seen, so a replay does too.
        let booked = if person.registered.is_some() { person.week } else { week };
        let slot = self.given.frame.slot_of_week[booked];
        self.floor.counters[slot].closed[outcome as usize] += 1;
        let weeks = self.given.plan.terms.standing_weeks;
        let desk = &mut self.floor.desks[usize::from(course.provider)];
        match outcome {
            Outcome::Positive => {
                if person.followed_up {
                    desk.stand(Standing::FollowUp, week, weeks[0]);
                }
                self.floor.positives.push((number, short(booked)));
            }
            Outcome::Escalated => {
                if person.bridged {
                    desk.stand(Standing::Bridging, week, weeks[1]);
                }
                self.count_care(booked, 0, 1);
            }
            Outcome::DroppedOut | Outcome::Unknown => {}
        }
    }

    /// The luck of the person held against the probability under this policy.
    fn outcome(&self, course: Course, person: &Person) -> Outcome {
        let terms = &self.given.plan.terms;
        let (matched, waited, cut) = terms.effects;
        let mut logit = terms.positive_logit - waited * f64::from(course.wait) - cut * f64::from(course.cut);
        if !self.given.plan.providers[usize::from(course.provider)].is_expert(person.need) {
            logit -= matched;
        }
        if person.logit_outcome < logit {
            Outcome::Positive
        } else if person.u_other_outcome < terms.other_outcomes.0 {
            Outcome::Escalated
        } else if person.u_other_outcome < terms.other_outcomes.1 {
            Outcome::DroppedOut
        } else {
            Outcome::Unknown
        }
    }

    /// What a source registered has ended by the end of its last period: whoever still waits or is in a trajectory
    /// there is booked with the registered outcome.
    pub(super) fn close_registered(&mut self) {
        if !self.given.frame.replays {
            return;
        }
        let last = self.given.frame.calendar.weeks() - 1;
        for provider in 0..self.floor.desks.len() {
            for place in 0..self.floor.desks[provider].runs().len() {
                self.close(self.floor.desks[provider].runs()[place].person, last);
            }
        }
        for number in 0..u32::try_from(self.given.people.persons().len()).unwrap_or(0) {
            if self.floor.queue.leave(number, self.given.people.persons()[number as usize].need) {
                self.floor.courses[number as usize].provider = 0;
                self.close(number, last);
            }
        }
    }
}
