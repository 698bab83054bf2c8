//! The chance that it pays back given what was registered.

use super::evidence::Found;
use crate::statistics::{Spline, smooth};

/// Knots per registered number: a straight line with one bend.
const KNOTS: usize = 3;
/// Hypotheses whose evidence points alike, among whom the chance is counted.
pub(super) const NEIGHBOURS: usize = 200;

/// What is known of all hypotheses by the end of a quarter.
#[derive(Clone, Debug)]
pub(super) struct Shown<'a> {
    /// The five items, a column each.
    pub(super) items: &'a [Vec<f64>],
    /// What follow-up has found.
    pub(super) found: &'a [Found],
}

/// How much of what follow-up finds is registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FollowUp {
    Nothing,
    Relapse,
    Avoided,
}

/// Per hypothesis the chance that it pays back, as one who knows only what it shows would put it.
///
/// What is shown is first brought to one number: the regression of paying back on it, by fits that left out the hypothesis's
/// own batch. Among the hypotheses that are nearest by that number the share that pays back is the chance. So no
/// likelihood has to be written down, and no weighing can collapse on a few hypotheses; what the regression misses makes
/// the registration look slower, never faster, than it is. `None` when nothing tells the hypotheses apart.
///
/// Source: Fearnhead and Prangle (2012), doi 10.1111/j.1467-9868.2011.01010.x, for the regression as the summary.
pub(super) fn chances(shown: &Shown<'_>, follow_up: FollowUp, pays: &[bool]) -> Option<Vec<f64>> {
    let target: Vec<f64> = pays.iter().map(|so| f64::from(u8::from(*so))).collect();
    let mut columns: Vec<Vec<f64>> = shown.items.iter().flat_map(|item| curved(item)).collect();
    for share in followed(shown.found, follow_up) {
        columns.extend(shown.items.iter().map(|item| item.iter().zip(&share).map(|(a, b)| a * b).collect()));
        columns.extend(curved(&share));
    }
    let fit = smooth(&columns, std::slice::from_ref(&target), &[])?.pop()?;
    Some(counted_among_neighbours(&fit.held_out, &target))
}

fn curved(column: &[f64]) -> Vec<Vec<f64>> {
    Spline::new(column, KNOTS).columns(column)
}

/// The shares that follow-up shows; before anybody was followed they say nothing.
fn followed(found: &[Found], follow_up: FollowUp) -> Vec<Vec<f64>> {
    let share = |of: fn(&Found) -> f64| -> Vec<f64> {
        found.iter().map(|found| of(found) / found.followed.max(1.0)).collect()
    };
    match follow_up {
        FollowUp::Nothing => Vec::new(),
        FollowUp::Relapse => vec![share(|found| found.relapsed)],
        FollowUp::Avoided => vec![share(|found| found.relapsed), share(|found| found.avoided)],
    }
}

/// The mean of the target over the nearest by order of the summary, as many on either side.
fn counted_among_neighbours(summary: &[f64], target: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..summary.len()).collect();
    order.sort_by(|a, b| summary[*a].total_cmp(&summary[*b]).then(a.cmp(b)));
    let mut sums = vec![0.0];
    for place in &order {
        sums.push(sums[sums.len() - 1] + target[*place]);
    }
    let width = NEIGHBOURS.min(order.len());
    let mut chances = vec![0.0; summary.len()];
    for (rank, place) in order.iter().enumerate() {
        #[expect(clippy::integer_division, reason = "half of the neighbours stand on either side")]
        let from = rank.saturating_sub(width / 2).min(order.len() - width);
        chances[*place] = (sums[from + width] - sums[from]) / width as f64;
    }
    chances
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Address, Purpose, Seed};

    /// A number x, seen with error: the posterior of x above nought is known for normals. The mean distance to it over 6,000
    /// hypotheses is the sampling error of 200 neighbours (0.03) and the bend of the regression.
    #[test]
    fn the_chance_is_that_of_the_normal_posterior() {
        let address = Address { draw: 0, replication: 0, purpose: Purpose::Quantity, item: 1 };
        let mut stream = Seed(3).stream(&address);
        let pairs: Vec<(f64, f64)> = (0..6_000).map(|_| (stream.normal(), stream.normal())).collect();
        let pays: Vec<bool> = pairs.iter().map(|(x, _)| *x >= 0.0).collect();
        let seen = vec![pairs.iter().map(|(x, error)| x + error).collect::<Vec<f64>>()];
        let shown = Shown { items: &seen, found: &[] };
        let found = chances(&shown, FollowUp::Nothing, &pays).unwrap();
        // Given y the mean of x is y / 2 and its variance 1/2: the chance is that of a normal below y / sqrt(2).
        let truth = |y: f64| 0.5 * statrs::function::erf::erfc(-y / 2.0);
        let far: f64 =
            found.iter().zip(&seen[0]).map(|(chance, y)| (chance - truth(*y)).abs()).sum::<f64>() / 6_000.0;
        assert!(far < 0.03, "{far}");
    }

    #[test]
    fn evidence_that_says_nothing_leaves_the_chance_near_what_it_was() {
        let address = Address { draw: 0, replication: 0, purpose: Purpose::Quantity, item: 2 };
        let mut stream = Seed(4).stream(&address);
        let seen = vec![(0..4_000).map(|_| stream.normal()).collect::<Vec<f64>>()];
        let pays: Vec<bool> = (0..4_000).map(|_| stream.unit() < 0.3).collect();
        let found = chances(&Shown { items: &seen, found: &[] }, FollowUp::Nothing, &pays).unwrap();
        // The share of 200 has a standard error of 0.032; over all places it hardly ever strays by five of them.
        assert!(found.iter().all(|chance| (chance - 0.3).abs() < 0.16));
    }
}
