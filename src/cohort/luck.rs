//! What chance decides about one young person.

use crate::random::KeyStream;

/// The luck of one young person: what every policy and every world reads alike.
///
/// A `u_` is uniform on (0, 1), an `e_` exponential with mean 1. The numbers are drawn in the order of [`Luck::draw`] from a
/// stream of the young person's own; a new one is appended there, so that it moves none of the others.
#[derive(Clone, Copy, Debug)]
pub struct Luck {
    /// Decides the need.
    pub u_need: f64,
    /// Decides the number of conversations needed.
    pub u_conversations: f64,
    /// Decides the priority.
    pub u_urgent: f64,
    /// Decides between weekly and two-weekly conversations.
    pub u_interval: f64,
    /// Time to leaving the queue, in units of its mean.
    pub e_leave: f64,
    /// Decides whether leaving the queue means recovery.
    pub u_recover: f64,
    /// Logistic deviate held against the log-odds of a positive closure.
    pub logit_outcome: f64,
    /// Decides the outcome when it is not positive.
    pub u_other_outcome: f64,
    /// Decides whether a positive closure really avoids maatwerk.
    pub u_avoid: f64,
    /// Decides whether the young person comes back within a year.
    pub u_relapse: f64,
    /// Decides what follows a closure: watchful follow-up of a positive one, bridging of an escalated one.
    pub u_after: f64,
    /// Standard-normal deviate of the logarithm of the avoided cost.
    pub z_cost: f64,
}

impl Luck {
    /// The luck found in a young person's stream.
    pub fn draw(stream: &mut KeyStream) -> Self {
        let [u_need, u_conversations] = stream.pair();
        let [u_urgent, u_interval] = stream.pair();
        let [u_outcome, u_other_outcome] = stream.pair();
        let [u_avoid, u_relapse] = stream.pair();
        let [u_after, u_recover] = stream.pair();
        let e_leave = stream.exponential();
        let z_cost = stream.normal();
        Self {
            u_need,
            u_conversations,
            u_urgent,
            u_interval,
            e_leave,
            u_recover,
            logit_outcome: logit(u_outcome),
            u_other_outcome,
            u_avoid,
            u_relapse,
            u_after,
            z_cost,
        }
    }
}

/// Natural logarithm of the odds of a probability strictly between 0 and 1.
pub(super) fn logit(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}
