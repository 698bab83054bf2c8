//! What chance decides about one young person.

use crate::random::Stream;

/// The luck of one young person: what every policy and every world reads alike.
///
/// A `u_` is uniform on (0, 1), an `e_` exponential with mean 1. The fields are drawn in their order from a stream
/// of the young person's own; a new one is appended, so that it moves none of the others.
#[derive(Clone, Copy, Debug)]
pub struct Luck {
    /// Decides the need.
    pub u_need: f64,
    /// Decides the referrer where the class of arrival does not.
    pub u_referrer: f64,
    /// Decides the priority.
    pub u_urgent: f64,
    /// Decides the number of conversations needed.
    pub u_conversations: f64,
    /// Decides between weekly and two-weekly conversations.
    pub u_interval: f64,
    /// Time to leaving the queue for specialised care, in units of its mean.
    pub e_leave: f64,
    /// Time to recovery while waiting, in units of its mean.
    pub e_recover: f64,
    /// Logistic deviate held against the log-odds of a positive closure.
    pub logit_outcome: f64,
    /// Decides the outcome when it is not positive.
    pub u_other_outcome: f64,
    /// Decides whether a positive closure really avoids maatwerk.
    pub u_avoid: f64,
    /// Decides whether the young person comes back within a year.
    pub u_relapse: f64,
    /// Decides on watchful follow-up.
    pub u_follow_up: f64,
    /// Decides on bridging.
    pub u_bridging: f64,
    /// Standard-normal deviate of the logarithm of the avoided cost.
    pub z_cost: f64,
}

impl Luck {
    /// The luck found in a young person's stream.
    pub fn draw(stream: &mut Stream) -> Self {
        Self {
            u_need: stream.unit(),
            u_referrer: stream.unit(),
            u_urgent: stream.unit(),
            u_conversations: stream.unit(),
            u_interval: stream.unit(),
            e_leave: stream.exponential(),
            e_recover: stream.exponential(),
            logit_outcome: logit(stream.unit()),
            u_other_outcome: stream.unit(),
            u_avoid: stream.unit(),
            u_relapse: stream.unit(),
            u_follow_up: stream.unit(),
            u_bridging: stream.unit(),
            z_cost: stream.normal(),
        }
    }
}

/// Natural logarithm of the odds of a probability strictly between 0 and 1.
pub(super) fn logit(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}
