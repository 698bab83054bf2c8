//! Index or volume: what part of an amount, and of its change from year to year, comes from prices.
//!
//! An amount at constant prices is what it would have been at the prices of the first week of the forecast; that is
//! its volume. What the amount itself is more than that is the index. For avoided cost the price is that of an average
//! trajectory, so that a dated change of it counts as price; for the cost of the POJ it is the announced index, and
//! what settles a correction of the index is index in full.

use rayon::prelude::*;

use super::Runs;
use crate::engine::Metric;
use crate::statistics::{Estimate, Mean};

/// An amount of a period or of the total, parted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    /// The amount itself, nominal.
    pub nominal: Estimate,
    /// At the prices of the first week of the forecast.
    pub volume: Estimate,
    /// The rest: what prices have changed since.
    pub index: Estimate,
}

/// How the parts of an amount change from one period to the next, EUR.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// By volume.
    pub volume: f64,
    /// By index.
    pub index: f64,
    /// Together.
    pub nominal: f64,
}

/// One amount over time.
#[derive(Clone, Debug, PartialEq)]
pub struct PartedAmount {
    /// Over the whole forecast.
    pub total: Parts,
    /// Per reporting period.
    pub by_period: Vec<Parts>,
    /// From the period before, per reporting period but the first.
    pub changes: Vec<Change>,
}

/// The amounts of one arm, or of one arm less the base, in one world.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceEffect {
    /// Cost of the POJ.
    pub cost: PartedAmount,
    /// Avoided cost.
    pub avoided: PartedAmount,
    /// Avoided cost less cost.
    pub net: PartedAmount,
}

/// Cost and avoided cost of one case by slice, at their prices and at constant prices.
struct Means([Vec<[Mean; 2]>; 2]);

impl Means {
    /// From the means of a metric by slice.
    fn of(means: impl Fn(Metric) -> Vec<Mean>) -> Self {
        let column = |metric| means(metric).into_iter();
        let pair = |nominal, constant| column(nominal).zip(column(constant)).map(|(a, b)| [a, b]).collect();
        Self([
            pair(Metric::PojCost, Metric::PojCostConstant),
            pair(Metric::AvoidedCost, Metric::AvoidedCostConstant),
        ])
    }

    fn less(&self, base: &Self) -> Self {
        let ([cost, avoided], [base_cost, base_avoided]) = (&self.0, &base.0);
        Self([less(cost, base_cost), less(avoided, base_avoided)])
    }

    fn effect(&self) -> PriceEffect {
        let [cost, avoided] = &self.0;
        PriceEffect { cost: parted(cost), avoided: parted(avoided), net: parted(&less(avoided, cost)) }
    }
}

/// Those of each arm, and of each but the base less the base.
pub(super) type Tables = (Vec<Vec<PriceEffect>>, Vec<Vec<PriceEffect>>);

/// The parts of cost, avoided cost and net saving.
pub(super) fn price_effects(runs: &dyn Runs, size: (usize, usize), periods: usize) -> Tables {
    let slices: Vec<usize> = (0..=periods).collect();
    effects(size, |at, metric| {
        runs.metric(at, metric, &slices).iter().map(|values| Mean::of(values)).collect()
    })
}

/// The same from the means of a metric by slice, of an arm in a world.
pub(super) fn effects(
    (arms, worlds): (usize, usize),
    means: impl Fn((usize, usize), Metric) -> Vec<Mean> + Sync,
) -> Tables {
    let means = &means;
    let of = |at| Means::of(|metric| means(at, metric));
    let all: Vec<Vec<Means>> =
        (0..arms).map(|arm| (0..worlds).into_par_iter().map(|world| of((arm, world))).collect()).collect();
    let base = all.first().map(Vec::as_slice).unwrap_or_default();
    let extra = |arm: &Vec<Means>| arm.iter().zip(base).map(|(arm, base)| arm.less(base).effect()).collect();
    let itself = |arm: &Vec<Means>| arm.iter().map(Means::effect).collect();
    (all.iter().map(itself).collect(), all.iter().skip(1).map(extra).collect())
}

/// Slice by slice, each kind of price for itself.
fn less(these: &[[Mean; 2]], base: &[[Mean; 2]]) -> Vec<[Mean; 2]> {
    let slice = |(a, b): (&[Mean; 2], &[Mean; 2])| [a[0].less(&b[0]), a[1].less(&b[1])];
    these.iter().zip(base).map(slice).collect()
}

/// The slices as parts, the last being the total.
fn parted(slices: &[[Mean; 2]]) -> PartedAmount {
    let mut by_period: Vec<Parts> = slices
        .iter()
        .map(|[nominal, volume]| Parts {
            nominal: nominal.estimate(),
            volume: volume.estimate(),
            index: nominal.less(volume).estimate(),
        })
        .collect();
    let none = Estimate { value: 0.0, mc_se: None };
    let total = by_period.pop().unwrap_or(Parts { nominal: none, volume: none, index: none });
    let changes = by_period.windows(2).filter_map(|pair| Some(change(pair.first()?, pair.last()?))).collect();
    PartedAmount { total, by_period, changes }
}

fn change(before: &Parts, after: &Parts) -> Change {
    let rise = |part: fn(&Parts) -> Estimate| part(after).value - part(before).value;
    Change {
        volume: rise(|parts| parts.volume),
        index: rise(|parts| parts.index),
        nominal: rise(|parts| parts.nominal),
    }
}
