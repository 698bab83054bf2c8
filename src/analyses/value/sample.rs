//! The worth of a sample: positive closures that are followed for a year.

use crate::parameters::{Binding, Draw, ParameterSpace};
use crate::random::Seed;
use crate::scenario::{AVOIDANCE_FACTORS, Experiment, Key};
use crate::statistics::{Estimate, Payoffs};

/// What is registered of a followed closure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Observed {
    /// Whether the young person came back within a year.
    Relapse,
    /// Whether maatwerk was really avoided: it would have followed, as the municipality's own front office judges at the
    /// closure, and did not within a year.
    Avoided,
}

impl Observed {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Relapse, Self::Avoided];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Relapse => "relapse",
            Self::Avoided => "avoided",
        }
    }
}

/// What it is worth to follow a number of closures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SampleValue {
    /// How many closures are followed.
    pub closures: usize,
    /// What is registered of each.
    pub observed: Observed,
    /// Its worth, EUR a year, before the cost of registering.
    pub value: Estimate,
}

/// The chances of what follow-up can find in each draw.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::analyses) struct Followed {
    /// The chance that a young person comes back within a year.
    pub(in crate::analyses) relapse: Vec<f64>,
    /// The chance that maatwerk is really avoided, so that nobody comes back either.
    pub(in crate::analyses) avoided: Vec<f64>,
}

impl Followed {
    /// Of an arm in a world, for so many draws.
    pub(in crate::analyses) fn new(
        experiment: &Experiment,
        (arm, world): (usize, usize),
        (seed, draws): (Seed, usize),
    ) -> Self {
        let space = ParameterSpace::new(experiment);
        let binding = space.binding(arm, world);
        let mut draw = Draw::default();
        let numbers = (0..draws).filter_map(|number| u32::try_from(number).ok());
        let (relapse, avoided) = numbers
            .map(|number| {
                space.draw(seed, number, &mut draw);
                let relapse = binding.value(&draw, Key::RelapseShare);
                (relapse, (1.0 - relapse) * avoidance(binding, &draw))
            })
            .unzip();
        Self { relapse, avoided }
    }

    /// The chance of what is observed in each draw.
    pub(super) fn of(&self, observed: Observed) -> &[f64] {
        match observed {
            Observed::Relapse => &self.relapse,
            Observed::Avoided => &self.avoided,
        }
    }
}

/// The avoidance share over all referrers.
fn avoidance(binding: &Binding, draw: &Draw) -> f64 {
    let shares = binding.referrers.of(draw);
    let factor: f64 =
        AVOIDANCE_FACTORS.into_iter().zip(shares).map(|(key, share)| share * binding.value(draw, key)).sum();
    (binding.value(draw, Key::AvoidanceShare) * factor).clamp(0.0, 1.0)
}

/// The worth of following `closures` closures, when each shows a success with these chances by draw.
pub(super) fn worth(payoffs: Payoffs<'_>, chances: &[f64], closures: usize) -> Estimate {
    let logs: Vec<(f64, f64)> = chances.iter().map(|p| (p.ln(), (1.0 - p).ln())).collect();
    let choose: Vec<f64> =
        (0..=closures).map(|k| statrs::function::factorial::ln_binomial(closures as u64, k as u64)).collect();
    // No success has no logarithm to count, also where its chance is nought.
    let term = |count: usize, log: f64| if count == 0 { 0.0 } else { count as f64 * log };
    payoffs.gain_of_sample(closures + 1, |k, draw| {
        let (success, failure) = logs[draw];
        (choose[k] + term(k, success) + term(closures - k, failure)).exp()
    })
}
