//! The terms on which a provider is paid, and for how many hours.

use std::ops::Range;

use super::frame::Frame;
use crate::parameters::{Binding, Draw, Track};
use crate::scenario::{Provider, ProviderKey};

/// Weeks for which a yearly price is paid: 52 contract weeks, spread over the 52 or 53 Mondays of a year.
const CONTRACT_WEEKS: f64 = 52.0;

/// The terms of one provider in one draw.
pub(super) struct Contract<'plan> {
    draw: &'plan Draw,
    /// Price level per calendar year of the run.
    announced: &'plan [f64],
    costs_indexed: bool,
    budget_indexed: bool,
    hours: Option<&'plan Track>,
    price: Option<&'plan Track>,
    budget: Option<&'plan Track>,
    grant: Option<&'plan Track>,
}

/// What holds in a stretch of weeks, all of one calendar year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// First week.
    pub(super) from: usize,
    /// First week after it.
    pub(super) until: usize,
    /// Place of its calendar year among those of the run.
    pub(super) year: usize,
    /// Contract hours per week.
    pub(super) hours: f64,
    /// Cost per week, nominal.
    pub(super) cost: f64,
    /// The part of it that follows the index, in prices of the level year.
    pub(super) indexed_cost: f64,
}

impl<'plan> Contract<'plan> {
    /// The terms of provider `number`.
    pub(super) fn new(
        (number, provider): (usize, &Provider),
        costs_indexed: bool,
        (binding, draw): (&'plan Binding, &'plan Draw),
        announced: &'plan [f64],
    ) -> Self {
        let track = |key| binding.provider(number, key);
        Self {
            draw,
            announced,
            costs_indexed,
            budget_indexed: provider.budget_indexed,
            hours: track(ProviderKey::HoursPerWeek),
            price: track(ProviderKey::HourlyPrice),
            budget: track(ProviderKey::Budget),
            grant: track(ProviderKey::Grant),
        }
    }

    /// The stretches of weeks in which nothing changes, neither the terms nor the year, written over `stretches`.
    pub(super) fn read(&self, frame: &Frame, stretches: &mut Vec<Stretch>) {
        let weeks = frame.weeks.len();
        let mut new_years = frame.new_years.iter().map(|(week, _)| *week).peekable();
        let mut from = 0;
        stretches.clear();
        while from < weeks {
            while new_years.next_if(|week| *week <= from).is_some() {}
            let tracks = [self.hours, self.price, self.budget, self.grant].into_iter().flatten();
            let changes = tracks.filter_map(|track| track.next_change(from)).chain(new_years.peek().copied());
            let until = changes.min().unwrap_or(weeks).min(weeks);
            stretches.push(self.of(frame, from..until));
            from = until;
        }
    }

    fn of(&self, frame: &Frame, weeks: Range<usize>) -> Stretch {
        let (from, until) = (weeks.start, weeks.end);
        let (year, share_of_year) = (frame.year_of_week[from], frame.share_of_year[from]);
        let at = |track: Option<&Track>| track.map(|track| track.at(self.draw, from));
        let index = self.announced[year];
        let price = at(self.price).unwrap_or(0.0);
        let price_now = if self.costs_indexed { price * index } else { price };
        if let Some(budget) = at(self.budget) {
            let limit = if self.budget_indexed { budget * index } else { budget };
            let affordable = limit / (CONTRACT_WEEKS * price_now);
            let hours = at(self.hours).map_or(affordable, |wish| wish.min(affordable));
            let cost = hours * CONTRACT_WEEKS * price_now * share_of_year;
            return Stretch { from, until, year, hours, cost, indexed_cost: 0.0 };
        }
        let hours = at(self.hours).unwrap_or(0.0);
        let weekly = at(self.grant).unwrap_or(hours * CONTRACT_WEEKS * price) * share_of_year;
        if self.costs_indexed {
            Stretch { from, until, year, hours, cost: weekly * index, indexed_cost: weekly }
        } else {
            Stretch { from, until, year, hours, cost: weekly, indexed_cost: 0.0 }
        }
    }
}

/// How many weeks from `from` up to `until` lie in a stretch of weeks.
pub(super) fn weeks_within((from, until): (usize, usize), stretch: (usize, usize)) -> f64 {
    until.min(stretch.1).saturating_sub(from.max(stretch.0)) as f64
}
