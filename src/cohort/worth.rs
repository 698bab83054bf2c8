//! What a positive closure is worth under the assumptions of one arm and world.

use std::hint::select_unpredictable;

use super::outlook::REFERRERS;
use super::people::Prospect;
use crate::parameters::{Binding, Draw};
use crate::scenario::{AVOIDANCE_FACTORS, Key};

/// Assumptions on the maatwerk that a positive closure avoids, in one draw.
#[derive(Clone, Copy, Debug, Default)]
pub struct Worth {
    avoidance: [f64; REFERRERS],
    attracted: f64,
    relapse: f64,
    cost_mean: f64,
    cost_sigma: f64,
}

impl Worth {
    /// Reads the assumptions of a draw.
    pub fn read(binding: &Binding, draw: &Draw) -> Self {
        let value = |key| binding.value(draw, key);
        let share = value(Key::AvoidanceShare);
        let cv = value(Key::CareCostCv);
        Self {
            avoidance: AVOIDANCE_FACTORS.map(|factor| share * value(factor)),
            attracted: value(Key::AttractedAvoidanceFactor),
            relapse: value(Key::RelapseShare),
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
        let share = self.avoidance[usize::from(prospect.referrer)];
        let share = if prospect.attracted { share * self.attracted } else { share };
        select_unpredictable(prospect.u_avoid < share, prospect.u_relapse >= self.relapse, false)
    }
}
