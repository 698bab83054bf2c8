//! What a play cost and what it avoided, in each period.

use super::frame::Frame;
use super::play::Floor;
use super::prices::Prices;
use crate::cohort::Person;

/// The euros of one replication of one case. Units: nominal euros per reporting period. Reused between replications.
#[derive(Clone, Debug, Default)]
pub(super) struct Money {
    /// Cost per provider and period: `[provider * periods + period]`.
    pub(super) providers: Vec<f64>,
    /// Campaign and relief per period.
    pub(super) other: Vec<f64>,
    /// Avoided cost per period: really, and if every positive closure avoided it.
    pub(super) avoided: Vec<[f64; 2]>,
    /// Avoided cost by the evaluation's method, one per period, the last for the warm-up.
    pub(super) evaluation: Vec<f64>,
    years: Vec<f64>,
}

impl Money {
    /// Books a play at the prices of a case.
    pub(super) fn book(&mut self, frame: &Frame, prices: &Prices, floor: &Floor, persons: &[Person]) {
        self.book_costs(frame, prices, floor);
        self.book_avoided(frame, prices, floor, persons);
    }

    /// A provider costs from its start, but not between a stop and its replacement. In the first week of a year what
    /// the correction of last year's index adds to last year's contracts is paid.
    fn book_costs(&mut self, frame: &Frame, prices: &Prices, floor: &Floor) {
        let periods = frame.period_range.len();
        self.providers.clear();
        self.providers.resize(prices.providers.len() * periods, 0.0);
        for (number, (costs, terms)) in self.providers.chunks_mut(periods).zip(&prices.providers).enumerate()
        {
            costs.copy_from_slice(&terms.by_period);
            self.years.clear();
            self.years.extend_from_slice(&terms.indexed_by_year);
            for (stop, back, _) in floor.stops.iter().filter(|(_, _, who)| *who == number) {
                for week in *stop..(*back).min(frame.calendar.weeks()) {
                    if let Some(cost) = costs.get_mut(frame.slot_of_week[week]) {
                        *cost -= terms.weekly[week];
                    }
                    self.years[frame.year_of_week[week]] -= terms.indexed[week];
                }
            }
            for (week, year) in &frame.new_years {
                if let Some(cost) = costs.get_mut(frame.slot_of_week[*week]) {
                    *cost += prices.index.settled[*year] * self.years[*year - 1];
                }
            }
        }
        self.other.clear();
        self.other.extend_from_slice(&prices.campaign);
        for (week, cost) in prices.relief.iter().enumerate() {
            if let Some(sum) = self.other.get_mut(frame.slot_of_week[week]) {
                *sum += cost * f64::from(floor.held[week]);
            }
        }
    }

    /// The avoided cost of a positive closure falls evenly over the weeks in which that care would have run; what
    /// falls behind the horizon is not counted.
    fn book_avoided(&mut self, frame: &Frame, prices: &Prices, floor: &Floor, persons: &[Person]) {
        self.avoided.clear();
        self.avoided.resize(frame.period_range.len(), [0.0; 2]);
        self.evaluation.clear();
        self.evaluation.resize(frame.period_range.len() + 1, 0.0);
        let (delay, length) = prices.care;
        for (number, week) in &floor.positives {
            let (person, week) = (&persons[*number as usize], *week as usize);
            self.evaluation[frame.slot_of_week[week]] += prices.care_cost[week];
            let amount = prices.worth.cost_factor(person) * prices.care_cost[week];
            let really = if prices.worth.avoids(person) { amount } else { 0.0 };
            let from = week as f64 + delay;
            let until = from + length;
            for (avoided, (begin, end)) in self.avoided.iter_mut().zip(&frame.period_range) {
                let (begin, end) = (*begin as f64, *end as f64);
                if begin >= until {
                    break;
                }
                let share = (until.min(end) - from.max(begin)).max(0.0) / length;
                avoided[0] += really * share;
                avoided[1] += amount * share;
            }
        }
    }
}
