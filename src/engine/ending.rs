//! How a trajectory ends.
//!
//! That is known when it begins: the luck was drawn, and weeks waited, conversations cut and the provider's match are settled
//! then. What moves later is its week, when conversations are put off, and its match, when it is handed over. So nobody need be
//! looked up in the week in which a trajectory ends; what ended is counted when the play is over.

use std::hint::select_unpredictable;

use super::desk::Standing;
use super::plan::Plan;
use super::play::Given;
use super::track::Track;
use crate::cohort::{Outcome, Youth};

impl Given<'_> {
    /// Foresees with which outcome the trajectory of somebody ends with a provider, and what work follows.
    #[inline]
    pub(super) fn foresee(&self, youth: &Youth, provider: usize, track: &mut Track) {
        let expert = self.plan.is_expert(provider, youth.need);
        track.outcome = youth.registered.unwrap_or_else(|| outcome(self.plan, youth, (track, expert)));
        // Without branches, since nobody can foresee how a trajectory ends.
        track.follows = select_unpredictable(
            track.outcome == Outcome::Positive,
            (Standing::FollowUp, youth.is_followed_up()),
            (Standing::Bridging, youth.is_bridged() && track.outcome == Outcome::Escalated),
        );
    }
}

/// The luck of the person held against the probability under this policy.
#[inline]
fn outcome(plan: &Plan, youth: &Youth, (track, expert): (&Track, bool)) -> Outcome {
    let terms = &plan.terms;
    let (unmatched, waited, cut) = terms.losses;
    let logit = terms.positive_logit
        - waited * f64::from(track.wait)
        - cut * f64::from(track.cut)
        - unmatched[usize::from(expert)];
    let escalated = youth.u_other_outcome < terms.other_outcomes.0;
    let known = youth.u_other_outcome < terms.other_outcomes.1;
    let other = select_unpredictable(known, Outcome::DroppedOut, Outcome::Unknown);
    let other = select_unpredictable(escalated, Outcome::Escalated, other);
    select_unpredictable(youth.logit_outcome < logit, Outcome::Positive, other)
}
