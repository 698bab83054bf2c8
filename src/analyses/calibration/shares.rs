//! Outcomes and referrers of a ledger, as likely as the shares of each draw make them.

use super::evidence::{Evidence, EvidencePeriod};
use crate::parameters::{Draw, ParameterSpace};
use crate::random::Seed;
use crate::scenario::Experiment;

/// The likelihood of the registered outcomes and referrers given the shares of each draw, up to a common factor; `None` when
/// they must not weigh, because the shares were made from those very counts.
///
/// The counts are taken for multinomial with the shares as they were measured: what waiting, expertise and the cap do to the
/// outcomes, and GPs that came to know the POJ, is left out here.
pub(super) fn likelihoods(
    experiment: &Experiment,
    evidence: &Evidence,
    (seed, draws): (Seed, usize),
) -> Option<Vec<f64>> {
    if evidence.counts_inflow {
        return None;
    }
    let sum = |of: &dyn Fn(&EvidencePeriod) -> Option<Vec<u32>>| {
        let mut all: Vec<f64> = Vec::new();
        for counts in evidence.periods.iter().filter_map(of) {
            all.resize(counts.len(), 0.0);
            for (sum, count) in all.iter_mut().zip(counts) {
                *sum += f64::from(count);
            }
        }
        all
    };
    let closed = sum(&|period| Some(period.closed?.to_vec()));
    let referrers = sum(&|period| Some(period.referrers?.to_vec()));
    let space = ParameterSpace::new(experiment);
    let binding = space.binding(0, 0);
    let mut draw = Draw::default();
    let logs: Vec<f64> = (0..draws)
        .map(|number| {
            space.draw(seed, u32::try_from(number).unwrap_or(u32::MAX), &mut draw);
            log_likelihood(&closed, binding.outcomes.of(&draw))
                + log_likelihood(&referrers, binding.referrers.of(&draw))
        })
        .collect();
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Some(logs.iter().map(|log| (log - most).exp()).collect())
}

/// The logarithm of the chance of counts under shares, without what is the same for all shares.
fn log_likelihood(counts: &[f64], shares: &[f64]) -> f64 {
    let parts = counts.iter().zip(shares).filter(|(count, _)| **count > 0.0);
    parts.map(|(count, share)| count * share.max(f64::MIN_POSITIVE).ln()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_likeliest_under_their_own_shares() {
        let counts = [57.0, 37.0, 4.0];
        let own: Vec<f64> = counts.iter().map(|count| count / 98.0).collect();
        for other in [[0.5, 0.4, 0.1], [0.6, 0.37, 0.03], [1.0 / 3.0; 3]] {
            assert!(log_likelihood(&counts, &own) > log_likelihood(&counts, &other));
        }
        assert!(
            (log_likelihood(&[0.0, 2.0], &[0.0, 1.0])).abs() < 1e-12,
            "what nobody saw may be impossible"
        );
    }
}
