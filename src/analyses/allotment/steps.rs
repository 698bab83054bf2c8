//! The allocations that are looked at: a coarse grid, and the neighbours of the best.

use crate::scenario::{Allocation, Scenario, SearchSpace};

/// Values of hours on the coarse grid.
const HOURS: usize = 3;
/// A part of a euro beyond the amount is rounding.
const ROUNDING: f64 = 1.0;

/// The coarse grid, first choices only: what fits on paper within the amount.
pub fn paper_grid(space: &SearchSpace, scenario: &Scenario) -> Vec<Allocation> {
    let [hours, more, campaign, relief] = ranges(space).map(|range| {
        let count = if range.1 > range.0 { HOURS } else { 1 };
        let step = |at: usize| range.0 + (range.1 - range.0) * at as f64 / (HOURS - 1) as f64;
        (0..count).map(step).collect::<Vec<f64>>()
    });
    let mut grid = Vec::new();
    for hours in &hours {
        for more_hours in &more {
            for campaign in ends(&campaign) {
                for relief in ends(&relief) {
                    let allocation = Allocation {
                        hours: *hours,
                        choices: [0; 3],
                        more_hours: *more_hours,
                        campaign,
                        relief,
                    };
                    add(&mut grid, space, scenario, allocation);
                }
            }
        }
    }
    grid
}

/// The first and the last of some values.
fn ends(values: &[f64]) -> Vec<f64> {
    let mut ends: Vec<f64> = values.first().into_iter().chain(values.last()).copied().collect();
    ends.dedup();
    ends
}

/// Least and most of hours, more hours, campaign and relief.
fn ranges(space: &SearchSpace) -> [(f64, f64); 4] {
    [
        space.provider.as_ref().map_or((0.0, 0.0), |new| new.hours),
        space.more_hours.as_ref().map_or((0.0, 0.0), |more| more.hours),
        space.campaign.as_ref().map_or((0.0, 0.0), |campaign| campaign.cost),
        space.relief.unwrap_or((0.0, 0.0)),
    ]
}

fn get(allocation: &Allocation) -> [f64; 4] {
    [allocation.hours, allocation.more_hours, allocation.campaign, allocation.relief]
}

fn set(allocation: &Allocation, [hours, more_hours, campaign, relief]: [f64; 4]) -> Allocation {
    Allocation { hours, more_hours, campaign, relief, ..*allocation }
}

/// What lies one step from an allocation: one amount more or less, one amount less for another, or another choice of
/// price, start or expertise. A step is `part` of the range.
pub(super) fn neighbours(
    allocation: &Allocation,
    (space, scenario): (&SearchSpace, &Scenario),
    part: f64,
) -> Vec<Allocation> {
    let ranges = ranges(space);
    let moved = |moves: &[(usize, f64)]| {
        let mut values = get(allocation);
        for (which, sign) in moves {
            let (low, high) = ranges[*which];
            values[*which] = (values[*which] + sign * part * (high - low)).clamp(low, high);
        }
        set(allocation, values)
    };
    let mut near = Vec::new();
    for which in 0..ranges.len() {
        for sign in [-1.0, 1.0] {
            add(&mut near, space, scenario, moved(&[(which, sign)]));
        }
        for other in (0..ranges.len()).filter(|other| *other != which) {
            add(&mut near, space, scenario, moved(&[(which, -1.0), (other, 1.0)]));
        }
    }
    if let Some(new) = space.provider.as_ref().filter(|_| allocation.hours > 0.0) {
        let counts = [new.prices.len(), new.starts.len(), new.expertises.len()];
        for (which, count) in counts.into_iter().enumerate() {
            for choice in 0..count {
                let mut other = *allocation;
                other.choices[which] = choice;
                add(&mut near, space, scenario, other);
            }
        }
    }
    near.retain(|one| one != allocation);
    near
}

/// Adds an allocation that is new and that the amount pays for; choices of a provider without hours are none.
fn add(list: &mut Vec<Allocation>, space: &SearchSpace, scenario: &Scenario, allocation: Allocation) {
    let mut allocation = allocation;
    if allocation.hours <= 0.0 {
        allocation.choices = [0; 3];
    }
    let affordable = space.paper_cost(&allocation, scenario) <= space.eur_per_year + ROUNDING;
    if affordable && !list.contains(&allocation) {
        list.push(allocation);
    }
}
