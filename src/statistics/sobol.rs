//! Sobol indices from picked-and-frozen points, with luck taken out.

use super::batches::COUNT;
use super::estimate::Estimate;

/// How much of the variance of a result one group of quantities explains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Index {
    /// By itself: the share of the variance that would go if the group were known.
    pub first: Estimate,
    /// With all its interactions: the share that would be left if all but the group were known.
    pub total: Estimate,
}

/// The variance of a result over the draws, and the indices of the groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Indices {
    /// The variance of what is expected given a draw.
    pub variance: f64,
    /// One per group, in the order of the design.
    pub groups: Vec<Index>,
}

/// One block: A, B and a mixture per group, each with two replications.
type Block<'a> = &'a [f64];

/// The indices of what is *expected* given a draw: the two replications of a draw have independent luck and all draws of a
/// block share it, so products of one replication's difference with the other's are free of it.
///
/// With `f` centred, `1` and `2` the two replications and `G` the point A with group g taken from B:
/// variance = mean of f1(A) f2(A) and of f1(B) f2(B); first = mean of f2(B) (f1(G) - f1(A)) and the same with
/// replications swapped, over the variance; total = half the mean of (f1(A) - f1(G)) (f2(A) - f2(G)), over the variance.
/// `values` are in replication order, `rows` draws to a block. Blocks with an undefined value are left out. Errors by the
/// jackknife over batches of blocks. `None` with fewer than 40 blocks or without variance.
///
/// Sources: Saltelli et al. (2010), doi 10.1016/j.cpc.2009.09.018, for the first; Jansen (1999),
/// doi 10.1016/S0010-4655(98)00154-4, for the total.
pub fn pick_freeze(values: &[f64], rows: usize) -> Option<Indices> {
    let blocks: Vec<(usize, Block<'_>)> = values
        .chunks_exact(2 * rows.max(1))
        .enumerate()
        .filter(|(_, block)| block.iter().all(|value| value.is_finite()))
        .collect();
    if blocks.len() < 2 * COUNT || rows < 3 {
        return None;
    }
    let count = blocks.len() as f64;
    let mean = blocks.iter().map(|(_, block)| block[..4].iter().sum::<f64>()).sum::<f64>() / (4.0 * count);
    let mut variance = [0.0; COUNT];
    let mut groups = vec![([0.0; COUNT], [0.0; COUNT]); rows - 2];
    for (number, block) in blocks {
        let batch = number % COUNT;
        let f = |row: usize, replication: usize| block[2 * row + replication] - mean;
        variance[batch] += 0.5 * (f(0, 0) * f(0, 1) + f(1, 0) * f(1, 1));
        for (group, (first, total)) in groups.iter_mut().enumerate() {
            let step = |replication| f(group + 2, replication) - f(0, replication);
            first[batch] += 0.5 * (f(1, 1) * step(0) + f(1, 0) * step(1));
            total[batch] += 0.5 * step(0) * step(1);
        }
    }
    let whole: f64 = variance.iter().sum();
    let groups: Option<Vec<Index>> = groups
        .iter()
        .map(|(first, total)| {
            Some(Index { first: share(first, &variance)?, total: share(total, &variance)? })
        })
        .collect();
    Some(Indices { variance: whole / count, groups: groups? })
}

/// A ratio of sums over batches, with its error by the jackknife; `None` when a denominator is not above nought.
pub(super) fn share(above: &[f64; COUNT], below: &[f64; COUNT]) -> Option<Estimate> {
    let (top, bottom): (f64, f64) = (above.iter().sum(), below.iter().sum());
    let ratio = |top: f64, bottom: f64| (bottom > 0.0).then(|| top / bottom);
    let value = ratio(top, bottom)?;
    let without: Option<Vec<f64>> =
        above.iter().zip(below).map(|(a, b)| ratio(top - a, bottom - b)).collect();
    Some(Estimate { value, mc_se: without.map(|without| jackknife(&without)) })
}

/// The standard error of a figure from its values without each batch in turn.
pub fn jackknife(without: &[f64]) -> f64 {
    let count = without.len() as f64;
    let mean = without.iter().sum::<f64>() / count;
    (without.iter().map(|value| (value - mean).powi(2)).sum::<f64>() * (count - 1.0) / count).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_variance_or_with_few_blocks_there_is_no_index() {
        assert_eq!(pick_freeze(&[1.0; 6 * 100], 3), None);
        assert_eq!(pick_freeze(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], 3), None);
        assert_eq!(pick_freeze(&[f64::NAN; 600], 3), None);
    }

    #[test]
    fn the_jackknife_of_equal_values_is_nought() {
        assert!(jackknife(&[2.0; 20]).abs() < 1e-12);
    }
}
