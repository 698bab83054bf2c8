//! Seeds, threads, settings, files and pages: counts of what differs where nothing may.

use super::check::{Check, Group, largest};
use super::laboratory::Laboratory;
use super::results::Results;
use crate::engine::{Metric, RunError};
use crate::random::Seed;
use crate::scenario::Experiment;

/// Numbers of threads that are compared.
const THREADS: [usize; 3] = [1, 2, 8];
/// Replications of the runs on several threads.
const REPLICATIONS: usize = 120;

/// What can only be told where files and pages are made.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told {
    /// Figures on a page that are not in the summary with that value.
    pub not_in_summary: f64,
    /// Figures that one language shows and the other does not.
    pub not_in_both: f64,
    /// Bytes of the summary that differ when it is made again.
    pub not_repeated: f64,
    /// Numbers of the summary that are not finite.
    pub not_finite: f64,
    /// Values that a setting at the prompt moved beside the one that it names, or failed to set.
    pub not_set: f64,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Interface {
    /// The same run on 1, 2 and 8 threads.
    pub threads: Vec<Results>,
    /// The same run again.
    pub again: Results,
    /// With another seed.
    pub other_seed: Results,
    /// A play that was watched: its metrics, by metric and slice, and the same of the run.
    pub watched: Vec<(f64, f64)>,
    /// What can only be told where files and pages are made.
    pub told: Told,
}

/// Runs what the checks need.
///
/// # Errors
/// Those of a run.
pub(super) fn gather(lab: &Laboratory<'_>, leading: &Experiment, told: Told) -> Result<Interface, RunError> {
    let run = |seed, threads| -> Result<Results, RunError> {
        Ok(Results::of(leading, &lab.run_with(leading, (seed, REPLICATIONS, threads))?))
    };
    let threads = THREADS.into_iter().map(|threads| run(lab.seed, threads)).collect::<Result<Vec<_>, _>>()?;
    let again = run(lab.seed, lab.threads)?;
    let arm = leading.arms.len() - 1;
    let seen = lab.watch(leading, arm, 1).metrics;
    let reported = again.metrics[arm].iter().flatten().map(|column| column[1]);
    Ok(Interface {
        watched: seen.into_iter().zip(reported).collect(),
        other_seed: run(Seed(lab.seed.0.wrapping_add(1)), lab.threads)?,
        threads,
        again,
        told,
    })
}

/// The checks.
pub(super) fn judge(found: &Interface) -> Vec<Check> {
    let most = |id, figure, bound| Check::at_most(Group::Interface, id, figure, bound);
    let threads = found.threads.windows(2).map(|pair| pair[0].differing(&pair[1], |_| true));
    let again = found.threads.first().map(|first| first.differing(&found.again, |_| true));
    let watched = found.watched.iter().filter(|(seen, run)| seen.to_bits() != run.to_bits()).count();
    let told = &found.told;
    vec![
        most("interface-threads", largest(threads), 0.0),
        most("interface-again", again, 0.0),
        Check::at_least(
            Group::Interface,
            "interface-seed",
            Some(moved(&found.again, &found.other_seed)),
            0.9,
        ),
        most("interface-watched", Some(watched as f64), 0.0),
        most("interface-figures", Some(told.not_in_summary), 0.0),
        most("interface-languages", Some(told.not_in_both), 0.0),
        most("interface-bytes", Some(told.not_repeated), 0.0),
        most("interface-finite", Some(told.not_finite), 0.0),
        most("interface-setting", Some(told.not_set), 0.0),
    ]
}

/// Share of the replications in which something is otherwise under another seed.
fn moved(one: &Results, other: &Results) -> f64 {
    let rows = |results: &Results| -> Vec<Vec<u64>> {
        let columns: Vec<&[f64]> = Metric::ALL.iter().map(|metric| results.total(0, *metric)).collect();
        (0..columns[0].len())
            .map(|row| columns.iter().map(|column| column[row].to_bits()).collect())
            .collect()
    };
    let (one, other) = (rows(one), rows(other));
    one.iter().zip(&other).filter(|(a, b)| a != b).count() as f64 / one.len().max(1) as f64
}
