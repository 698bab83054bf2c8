//! The young people of a cohort as the assumptions of one arm and world see them.

use std::hint::select_unpredictable;

use super::candidates::{Candidate, Cohort, Outcome};
use super::luck::Luck;
use super::outlook::{HUISARTS, Outlook};
use crate::random::KeyStream;
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

/// A young person as a play over weeks reads it, in half a line of memory.
#[derive(Clone, Copy, Debug)]
pub struct Youth {
    /// Positive when below the log-odds of a positive closure.
    pub logit_outcome: f64,
    /// Decides the outcome when it is not positive.
    pub u_other_outcome: f64,
    /// Week of referral.
    pub week: u32,
    /// Week in which the person leaves the queue if still waiting; the number of weeks or more: never.
    pub leaves: u32,
    practice: u8,
    /// The need.
    pub need: u8,
    /// Conversations needed.
    pub conversations: u8,
    /// Weeks from one conversation to the next: 1 or 2.
    pub interval: u8,
    /// The outcome that a source registered.
    pub registered: Option<Outcome>,
    traits: u8,
}

/// The practice of those who come by way of none: one behind the last that there can be.
const NO_PRACTICE: u8 = 64;
const URGENT: u8 = 1;
const ATTRACTED: u8 = 1 << 1;
const RECOVERS: u8 = 1 << 2;
const FOLLOWED_UP: u8 = 1 << 3;
const BRIDGED: u8 = 1 << 4;

impl Youth {
    /// Whether the person has priority.
    #[inline]
    pub const fn is_urgent(&self) -> bool {
        self.traits & URGENT != 0
    }

    /// Whether the person comes only where the expertise is.
    #[inline]
    pub const fn is_attracted(&self) -> bool {
        self.traits & ATTRACTED != 0
    }

    /// Whether leaving the queue means recovery rather than specialised care.
    #[inline]
    pub const fn recovers(&self) -> bool {
        self.traits & RECOVERS != 0
    }

    /// Whether a positive closure is followed up.
    #[inline]
    pub const fn is_followed_up(&self) -> bool {
        self.traits & FOLLOWED_UP != 0
    }

    /// Whether an escalated young person is bridged.
    #[inline]
    pub const fn is_bridged(&self) -> bool {
        self.traits & BRIDGED != 0
    }

    /// The GP practice that refers, or [`Self::PRACTICES`] for other referrers.
    #[inline]
    pub const fn practice(&self) -> usize {
        self.practice as usize
    }

    /// The most GP practices that there can be.
    pub const PRACTICES: usize = NO_PRACTICE as usize;

    fn of(person: &Person) -> Self {
        let traits = [
            (person.urgent, URGENT),
            (person.attracted, ATTRACTED),
            (person.recovers, RECOVERS),
            (person.followed_up, FOLLOWED_UP),
            (person.bridged, BRIDGED),
        ];
        Self {
            logit_outcome: person.logit_outcome,
            u_other_outcome: person.u_other_outcome,
            week: short(person.week),
            // Nobody leaves before the first chance of a start.
            leaves: short(person.leaves).max(short(person.week).saturating_add(1)),
            practice: person.practice.unwrap_or(NO_PRACTICE),
            need: person.need,
            conversations: person.conversations,
            interval: person.interval,
            registered: person.registered,
            traits: traits.iter().fold(0, |bits, (is, bit)| if *is { bits | bit } else { bits }),
        }
    }
}

/// What decides on the maatwerk that a positive closure of a young person avoids.
#[derive(Clone, Copy, Debug)]
pub struct Prospect {
    /// Decides whether a positive closure really avoids maatwerk.
    pub u_avoid: f64,
    /// Decides whether the person comes back within a year.
    pub u_relapse: f64,
    /// Standard-normal deviate of the logarithm of the avoided cost.
    pub z_cost: f64,
    /// Who refers, as index into [`REFERRERS`](crate::scenario::REFERRERS).
    pub referrer: u8,
    /// Whether the person comes only where the expertise is.
    pub attracted: bool,
}

/// The people of a replication in order of arrival. Reused between replications.
#[derive(Debug, Default)]
pub struct People {
    youths: Vec<Youth>,
    prospects: Vec<Prospect>,
}

impl People {
    /// All of them, in order of arrival.
    pub fn youths(&self) -> &[Youth] {
        &self.youths
    }

    /// What decides on the maatwerk that they avoid, in the same order.
    pub fn prospects(&self) -> &[Prospect] {
        &self.prospects
    }

    /// All of them with everything that chance decides about them.
    pub fn persons(&self) -> impl Iterator<Item = Person> {
        self.youths.iter().zip(&self.prospects).map(|(youth, prospect)| Person::of(youth, prospect))
    }

    /// Reads a cohort through outlooks, in the order in which it was drawn for them: one people for each.
    pub fn read_all(all: &mut [Self], cohort: &Cohort, outlooks: &[Outlook]) {
        for people in &mut *all {
            people.youths.clear();
            people.prospects.clear();
        }
        // Worlds often differ in who comes and not in what is read of one who does: the outlooks that read alike, one bit
        // each, are read once, through the first of them.
        let mut alike: Vec<(&Outlook, u64)> = Vec::new();
        for (bit, outlook) in outlooks.iter().enumerate() {
            match alike.iter_mut().find(|(first, _)| first.reads_like(outlook)) {
                Some((_, bits)) => *bits |= 1 << bit,
                None => alike.push((outlook, 1 << bit)),
            }
        }
        for candidate in cohort.candidates() {
            let luck = Luck::draw(&mut KeyStream::of(candidate.key));
            for (outlook, bits) in &alike {
                let mut exists = candidate.exists & bits;
                if exists == 0 {
                    continue;
                }
                let (youth, prospect) = (outlook.youth(candidate, &luck), outlook.prospect(candidate, &luck));
                while exists != 0 {
                    if let Some(people) = all.get_mut(exists.trailing_zeros() as usize) {
                        people.youths.push(youth);
                        people.prospects.push(prospect);
                    }
                    exists &= exists - 1;
                }
            }
        }
    }

    /// Puts given people, in order of arrival, in the place of those read.
    pub fn replace(&mut self, persons: &[Person]) {
        self.youths.clear();
        self.youths.extend(persons.iter().map(Youth::of));
        self.prospects.clear();
        self.prospects.extend(persons.iter().map(Prospect::of));
    }
}

impl Prospect {
    fn of(person: &Person) -> Self {
        let Person { u_avoid, u_relapse, z_cost, referrer, attracted, .. } = *person;
        Self { u_avoid, u_relapse, z_cost, referrer, attracted }
    }
}

impl Person {
    fn of(youth: &Youth, prospect: &Prospect) -> Self {
        Self {
            week: youth.week as usize,
            leaves: if youth.leaves == u32::MAX { usize::MAX } else { youth.leaves as usize },
            practice: (youth.practice < NO_PRACTICE).then_some(youth.practice),
            need: youth.need,
            urgent: youth.is_urgent(),
            attracted: youth.is_attracted(),
            recovers: youth.recovers(),
            conversations: youth.conversations,
            interval: youth.interval,
            registered: youth.registered,
            logit_outcome: youth.logit_outcome,
            u_other_outcome: youth.u_other_outcome,
            referrer: prospect.referrer,
            u_avoid: prospect.u_avoid,
            u_relapse: prospect.u_relapse,
            z_cost: prospect.z_cost,
            followed_up: youth.is_followed_up(),
            bridged: youth.is_bridged(),
        }
    }
}

fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The place of `u` among cumulated shares: how many of them do not exceed it. The last part catches what rounding leaves, so
/// its own is not among them.
#[inline]
fn place_in(cumulated: &[f64], u: f64) -> u8 {
    // Counted in 64 bits, side by side with the shares.
    let place: u64 = cumulated.iter().map(|reached| u64::from(u >= *reached)).sum();
    u8::try_from(place).unwrap_or(u8::MAX)
}

impl Outlook {
    #[inline]
    fn prospect(&self, candidate: &Candidate, luck: &Luck) -> Prospect {
        let referrer = if usize::from(candidate.class) < self.referrers.len() {
            candidate.class
        } else {
            place_in(&self.referrers_cumulated, candidate.u_source)
        };
        let Luck { u_avoid, u_relapse, z_cost, .. } = *luck;
        Prospect { u_avoid, u_relapse, z_cost, referrer, attracted: candidate.is_attracted() }
    }

    #[inline]
    fn youth(&self, candidate: &Candidate, luck: &Luck) -> Youth {
        let attracted = candidate.is_attracted();
        let by_gp = usize::from(candidate.class) == HUISARTS;
        let practice = select_unpredictable(by_gp, byte(self.practice(candidate.u_source)), NO_PRACTICE);
        // The lesser of two exponential times is exponential, and which it was is independent of it.
        let hazard = self.leave + self.recover;
        let patience = luck.e_leave / hazard;
        // Time in the queue counts from the end of the week of referral, so nobody leaves before the first chance of
        // a start; a registered young person was seen and therefore stays.
        let leaves = if candidate.registered.is_some() || patience.is_nan() {
            u32::MAX
        } else {
            (candidate.week + 1).saturating_add(short(whole_part(patience)))
        };
        let traits = [
            (luck.u_urgent < self.urgent, URGENT),
            (attracted, ATTRACTED),
            (luck.u_recover * hazard < self.recover, RECOVERS),
            (luck.u_after < self.follow_up, FOLLOWED_UP),
            (luck.u_after < self.bridging, BRIDGED),
        ];
        Youth {
            logit_outcome: luck.logit_outcome,
            u_other_outcome: luck.u_other_outcome,
            week: candidate.week,
            leaves,
            practice,
            need: if attracted { self.attracted_need } else { place_in(&self.needs_cumulated, luck.u_need) },
            conversations: 1 + place_in(&self.conversations, luck.u_conversations),
            interval: if luck.u_interval < self.weekly { 1 } else { 2 },
            registered: candidate.registered,
            traits: traits.iter().fold(0, |bits, (is, bit)| bits | (u8::from(*is) * bit)),
        }
    }
}

fn byte(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
