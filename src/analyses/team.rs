//! The providers: the hours that the money buys, and how far they are used.

use super::Runs;
use super::bands::MetricBands;
use crate::engine::ProviderStat;
use crate::statistics::{Band, Scratch, band};

/// One provider of an arm in a world.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamMember {
    /// Its name in the file.
    pub name: String,
    /// Contract hours per week while it is active; they may follow from a budget and a price.
    pub hours_per_week: MetricBands,
    /// Hours available after leave, sickness, start and exit.
    pub hours_available: MetricBands,
    /// Hours used.
    pub hours_used: MetricBands,
    /// Hours used of hours available.
    pub utilisation: MetricBands,
}

/// Numbers told of a provider.
pub(super) const STATS: usize = 4;

/// All providers of one arm in one world, in the order of the scenario.
pub(super) fn team(runs: &dyn Runs, at: (usize, usize), names: &[&str], periods: usize) -> Vec<TeamMember> {
    let mut scratch = Scratch::default();
    let of = |(index, name): (usize, &&str)| {
        let mut all: [Vec<Option<Band>>; STATS] = Default::default();
        for slice in 0..=periods {
            for (bands, values) in all.iter_mut().zip(columns(runs, at, index, slice)) {
                bands.push(band(&values, &mut scratch));
            }
        }
        member(name, all)
    };
    names.iter().enumerate().map(of).collect()
}

/// A provider from its bands by number and slice.
pub(super) fn member(name: &str, all: [Vec<Option<Band>>; STATS]) -> TeamMember {
    let [hours_per_week, hours_available, hours_used, utilisation] = all.map(MetricBands::of);
    TeamMember { name: name.to_owned(), hours_per_week, hours_available, hours_used, utilisation }
}

/// What is told of a provider over one slice, in replication order.
pub(super) fn columns(runs: &dyn Runs, at: (usize, usize), index: usize, slice: usize) -> [Vec<f64>; STATS] {
    let hours = |stat| {
        let mut values = Vec::new();
        runs.provider(at, (index, stat), slice, &mut values);
        values
    };
    let [contract, available, used] =
        [ProviderStat::HoursContract, ProviderStat::HoursAvailable, ProviderStat::HoursUsed].map(hours);
    // No hours at all is no utilisation: nought by nought is NaN, which the band leaves out.
    let utilisation = used.iter().zip(&available).map(|(used, available)| used / available).collect();
    [contract, available, used, utilisation]
}
