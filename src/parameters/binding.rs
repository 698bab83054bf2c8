//! Which values of a draw one scenario reads.

use crate::scenario::{Key, ProviderKey};

use super::space::Draw;

/// A quantity over time: places in the values of a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// The value before the first change.
    pub(super) initial: usize,
    /// First week and value of each change, in order of week.
    pub(super) changes: Vec<(usize, usize)>,
}

impl Track {
    /// Its value before any change.
    pub fn initial(&self, draw: &Draw) -> f64 {
        draw.values()[self.initial]
    }

    /// The value of change `number`, counted from 0 in order of date, also of one before the first week.
    pub fn changed(&self, draw: &Draw, number: usize) -> f64 {
        self.changes.get(number).map_or_else(|| self.initial(draw), |(_, place)| draw.values()[*place])
    }

    /// Its value in a week.
    pub fn at(&self, draw: &Draw, week: usize) -> f64 {
        draw.values()[self.place_at(week)]
    }

    /// Where its value in a week stands in a draw: two tracks with one place have one value.
    pub fn place_at(&self, week: usize) -> usize {
        let held = self.changes.iter().rev().find(|(from, _)| *from <= week);
        held.map_or(self.initial, |(_, place)| *place)
    }

    /// The first week behind `week` that has a new value.
    pub fn next_change(&self, week: usize) -> Option<usize> {
        self.changes.iter().map(|(from, _)| *from).find(|from| *from > week)
    }

    /// Whether it is above nought in some week.
    pub fn is_ever_positive(&self, draw: &Draw) -> bool {
        let changed = self.changes.iter().map(|(_, place)| place);
        std::iter::once(&self.initial).chain(changed).any(|place| draw.values()[*place] > 0.0)
    }

    /// Its value in every week, written over `weeks`.
    pub fn fill(&self, draw: &Draw, weeks: &mut [f64]) {
        weeks.fill(self.initial(draw));
        for (from, place) in &self.changes {
            if let Some(later) = weeks.get_mut(*from..) {
                later.fill(draw.values()[*place]);
            }
        }
    }
}

/// Shares that add up to one: neighbouring places in the values of a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    pub(super) first: usize,
    pub(super) parts: usize,
}

impl Shares {
    /// The shares, in the order of the parts.
    pub fn of<'draw>(&self, draw: &'draw Draw) -> &'draw [f64] {
        &draw.values()[self.first..self.first + self.parts]
    }
}

/// Where one arm in one world finds its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    pub(super) quantities: Vec<Track>,
    pub(super) providers: Vec<Vec<Option<Track>>>,
    /// Referrers of the inflow.
    pub referrers: Shares,
    /// Needs of the young people.
    pub needs: Shares,
    /// Outcomes as registered.
    pub outcomes: Shares,
    /// Relative inflow per month, as shares of one.
    pub inflow_season: Shares,
    /// Relative leave per month, as shares of one.
    pub leave_season: Shares,
}

impl Binding {
    /// A quantity over time.
    pub fn track(&self, key: Key) -> &Track {
        &self.quantities[key as usize]
    }

    /// The first value of a quantity that does not change by date.
    pub fn value(&self, draw: &Draw, key: Key) -> f64 {
        self.track(key).initial(draw)
    }

    /// A quantity of a provider over time, where the file gives it.
    pub fn provider(&self, provider: usize, key: ProviderKey) -> Option<&Track> {
        self.providers[provider][key as usize].as_ref()
    }
}
