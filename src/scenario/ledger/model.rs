//! The valid registrations: what the rooms below read.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::quarter::Quarter;
use crate::scenario::model::Place;

/// Conversations of a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversations {
    /// Held in the quarter.
    pub held: u32,
    /// Of the trajectories that ended in the quarter, over their whole length.
    pub in_ended_trajectories: u32,
}

/// What was registered of one quarter on one day. What was not registered is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// The quarter.
    pub quarter: Quarter,
    /// The day on which it was known.
    pub registered_on: Date,
    /// Whether it takes the place of an earlier registration.
    pub corrects: bool,
    /// The scenario that was carried out, by the name of its file.
    pub carried_out: String,
    /// Where the counts come from.
    pub source: String,
    /// Whether it is made up.
    pub example: bool,
    /// Young people referred, by referrer in the order of [`REFERRERS`](crate::scenario::REFERRERS).
    pub inflow: Option<[u32; 5]>,
    /// Conversations.
    pub conversations: Option<Conversations>,
    /// Young people referred, by need.
    pub needs: Option<Vec<(String, u32)>>,
    /// Times that a kind of help was given, in the order of [`HELP`](super::HELP).
    pub help: Option<[u32; 6]>,
    /// Trajectories ended, by outcome in the order of [`CLOSURES`](super::CLOSURES).
    pub closures: Option<[u32; 4]>,
    /// Where it stands.
    pub place: Place,
}

impl Registration {
    /// Young people referred.
    pub fn referred(&self) -> Option<u32> {
        self.inflow.map(|counts| counts.iter().sum())
    }

    /// Trajectories ended.
    pub fn ended(&self) -> Option<u32> {
        self.closures.map(|counts| counts.iter().sum())
    }
}

/// All registrations, in order of quarter and then of date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub(super) all: Vec<Registration>,
}

impl Ledger {
    /// Every registration and correction, in order of quarter and then of date.
    pub fn all(&self) -> &[Registration] {
        &self.all
    }

    /// Whether the figures are made up.
    pub fn is_example(&self) -> bool {
        self.all.iter().any(|one| one.example)
    }

    /// The days on which something was registered, in order.
    pub fn days(&self) -> Vec<Date> {
        let mut days: Vec<Date> = self.all.iter().map(|one| one.registered_on).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// What was known at the end of a day: of each quarter the latest registration, in order of quarter.
    pub fn known_on(&self, day: Date) -> Vec<&Registration> {
        let mut known: BTreeMap<Quarter, &Registration> = BTreeMap::new();
        for one in self.all.iter().filter(|one| one.registered_on <= day) {
            known.insert(one.quarter, one);
        }
        known.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registered(number: u8, month: i8, positive: u32) -> Registration {
        Registration {
            quarter: Quarter { year: 2025, number },
            registered_on: Date::constant(2025, month, 15),
            corrects: false,
            carried_out: "base".to_owned(),
            source: "test".to_owned(),
            example: true,
            inflow: None,
            conversations: None,
            needs: None,
            help: None,
            closures: Some([positive, 0, 0, 0]),
            place: Place { file: "a.toml".into(), line: 1, column: 1 },
        }
    }

    #[test]
    fn a_correction_holds_from_its_day_on_and_not_before() {
        let ledger = Ledger { all: vec![registered(1, 4, 10), registered(1, 9, 12), registered(2, 7, 11)] };
        let ended = |month| -> Vec<Option<u32>> {
            let known = ledger.known_on(Date::constant(2025, month, 20));
            known.iter().map(|one| one.ended()).collect()
        };
        assert_eq!(ended(3), []);
        assert_eq!(ended(4), [Some(10)]);
        assert_eq!(ended(8), [Some(10), Some(11)]);
        assert_eq!(ended(9), [Some(12), Some(11)]);
        assert_eq!(ledger.days().len(), 3);
    }
}
