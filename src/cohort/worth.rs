//! What a positive closure is worth under the assumptions of one arm and world.

use std::hint::select_unpredictable;

use super::outlook::REFERRERS;
use super::people::Prospect;
use crate::parameters::{Binding, Draw};
use crate::scenario::{AVOIDANCE_FACTORS, Key};

/// Assumptions on the maatwerk that a positive closure avoids, in one draw.
#[derive(Clone, Copy, Debug, Default)]
pub struct Worth {
    /// Of those who come anyway and of those attracted, by referrer.
    avoidance: [[Avoidance; REFERRERS]; 2],
    relapse: f64,
    cost_mean: f64,
    cost_sigma: f64,
}

/// How often positive closures of some young people avoid maatwerk.
#[derive(Clone, Copy, Debug, Default)]
struct Avoidance {
    /// The share that does but for relapse.
    share: f64,
    /// The probability, relapse included.
    chance: f64,
}

impl Worth {
    /// Reads the assumptions of a draw.
    pub fn read(binding: &Binding, draw: &Draw) -> Self {
        let value = |key| binding.value(draw, key);
        let (share, cv) = (value(Key::AvoidanceShare), value(Key::CareCostCv));
        let by_referrer = AVOIDANCE_FACTORS.map(|factor| share * value(factor));
        let relapse = value(Key::RelapseShare);
        // Two independent uniform numbers decide: one below the share, the other not below that of relapse.
        let avoidance =
            |share: f64| Avoidance { share, chance: share.clamp(0.0, 1.0) * (1.0 - relapse.clamp(0.0, 1.0)) };
        let attracted = value(Key::AttractedAvoidanceFactor);
        Self {
            avoidance: [1.0, attracted].map(|factor| by_referrer.map(|share| avoidance(share * factor))),
            relapse,
            cost_mean: value(Key::LightCaseFactor),
            cost_sigma: cv.mul_add(cv, 1.0).ln().sqrt(),
        }
    }

    /// Mean cost of the maatwerk that a positive closure would avoid, relative to the average trajectory.
    pub const fn cost_mean(&self) -> f64 {
        self.cost_mean
    }

    /// The cost of the maatwerk that a person would have had, relative to that mean: log-normal.
    pub fn relative_cost(&self, prospect: &Prospect) -> f64 {
        let sigma = self.cost_sigma;
        if sigma == 0.0 { 1.0 } else { (sigma * prospect.z_cost - 0.5 * sigma * sigma).exp() }
    }

    /// Whether a positive closure of a person really avoids it.
    pub fn avoids(&self, prospect: &Prospect) -> bool {
        let share = self.avoidance(prospect).share;
        select_unpredictable(prospect.u_avoid < share, prospect.u_relapse >= self.relapse, false)
    }

    /// How likely that was before chance had decided it. It is also what a positive closure of a person was expected to avoid,
    /// relative to the mean cost: relative costs have mean one and are drawn apart.
    pub fn chance(&self, prospect: &Prospect) -> f64 {
        self.avoidance(prospect).chance
    }

    fn avoidance(&self, prospect: &Prospect) -> &Avoidance {
        &self.avoidance[usize::from(prospect.attracted)][usize::from(prospect.referrer)]
    }
}
