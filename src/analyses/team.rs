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

/// All providers of one arm in one world, in the order of the scenario.
pub(super) fn team(runs: &dyn Runs, at: (usize, usize), names: &[&str], periods: usize) -> Vec<TeamMember> {
    let mut scratch = Scratch::default();
    let mut members = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let mut all: [Vec<Option<Band>>; 4] = Default::default();
        for slice in 0..=periods {
            let hours = |stat| {
                let mut values = Vec::new();
                runs.provider(at, (index, stat), slice, &mut values);
                values
            };
            let [contract, available, used] =
                [ProviderStat::HoursContract, ProviderStat::HoursAvailable, ProviderStat::HoursUsed]
                    .map(hours);
            // No hours at all is no utilisation: nought by nought is NaN, which the band leaves out.
            let utilisation = used.iter().zip(&available).map(|(used, available)| used / available).collect();
            for (bands, values) in all.iter_mut().zip([contract, available, used, utilisation]) {
                bands.push(band(&values, &mut scratch));
            }
        }
        let [hours_per_week, hours_available, hours_used, utilisation] =
            all.map(|mut by_period| MetricBands { total: by_period.pop().flatten(), by_period });
        let name = (*name).to_owned();
        members.push(TeamMember { name, hours_per_week, hours_available, hours_used, utilisation });
    }
    members
}
