//! Given people, and a play over them.

use sim::cohort::{Outcome, Person};
use sim::engine::{Seen, watch};
use sim::scenario::Experiment;

use crate::engine::plan;

/// The first arm in the first world over given people.
pub(crate) fn play(experiment: &Experiment, persons: &[Person]) -> Seen {
    watch(experiment, &plan(1, 2), 0, (0, 0), Some(persons))
}

/// Somebody who needs one conversation, is seen weekly, never leaves, is helped, and really avoids maatwerk.
pub(crate) const fn person(week: usize) -> Person {
    Person {
        week,
        leaves: usize::MAX,
        practice: None,
        need: 0,
        urgent: false,
        attracted: false,
        recovers: false,
        conversations: 1,
        interval: 1,
        registered: None::<Outcome>,
        logit_outcome: -100.0,
        u_other_outcome: 0.5,
        referrer: 0,
        u_avoid: 0.25,
        u_relapse: 0.5,
        z_cost: 0.0,
        followed_up: false,
        bridged: false,
    }
}
