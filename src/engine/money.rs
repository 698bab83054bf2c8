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
    /// All cost per period at the price level of the first week of the forecast; what settles an index is none.
    pub(super) constant: Vec<f64>,
    /// Avoided cost per period: really, if every positive closure avoided it, and really at the price of the first
    /// week of the forecast.
    pub(super) avoided: Vec<[f64; 3]>,
    /// Avoided cost by the evaluation's method, one per period, the last for the warm-up.
    pub(super) evaluation: Vec<f64>,
    years: Vec<f64>,
    closures: Vec<Closures>,
}

/// The positive closures of a week: their number, and what the care avoided costs relative to the mean of all care that a
/// positive closure may avoid, really and if every one avoided it.
#[derive(Clone, Copy, Debug, Default)]
struct Closures {
    number: f64,
    avoiding: f64,
    all: f64,
}

impl Money {
    /// Books a play at the prices of a case.
    ///
    /// `people` are the persons, with what the care of each would cost relative to its mean.
    pub(super) fn book(
        &mut self,
        frame: &Frame,
        prices: &Prices,
        floor: &Floor,
        people: (&[Person], &[f64]),
    ) {
        self.book_costs(frame, prices, floor);
        self.book_avoided(frame, prices, &floor.journal.closed_positive, people);
    }

    /// A provider costs from its start, but not between a stop and its replacement. In the first week of a year what
    /// the correction of last year's index adds to last year's contracts is paid.
    fn book_costs(&mut self, frame: &Frame, prices: &Prices, floor: &Floor) {
        let periods = frame.period_range.len();
        self.providers.clear();
        self.providers.resize(prices.providers.len() * periods, 0.0);
        self.constant.clear();
        self.constant.extend_from_slice(&prices.campaign_constant);
        for (number, (costs, terms)) in self.providers.chunks_mut(periods).zip(&prices.providers).enumerate()
        {
            costs.copy_from_slice(&terms.by_period);
            for (sum, cost) in self.constant.iter_mut().zip(&terms.constant_by_period) {
                *sum += cost;
            }
            self.years.clear();
            self.years.extend_from_slice(&terms.indexed_by_year);
            for (stop, back, _) in floor.stops.iter().filter(|(_, _, who)| *who == number) {
                for week in *stop..(*back).min(frame.calendar.weeks()) {
                    if let Some(cost) = costs.get_mut(frame.weeks[week].slot) {
                        *cost -= terms.weekly[week];
                        self.constant[frame.weeks[week].slot] -= terms.weekly[week] * prices.constant[week];
                    }
                    self.years[frame.year_of_week[week]] -= terms.indexed[week];
                }
            }
            for (week, year) in &frame.new_years {
                if let Some(cost) = costs.get_mut(frame.weeks[*week].slot) {
                    *cost += prices.index.settled[*year] * self.years[*year - 1];
                }
            }
        }
        self.other.clear();
        self.other.extend_from_slice(&prices.campaign);
        for (week, cost) in prices.relief.iter().enumerate() {
            let slot = frame.weeks[week].slot;
            if let Some(sum) = self.other.get_mut(slot) {
                let cost = cost * f64::from(floor.journal.held[week]);
                *sum += cost;
                self.constant[slot] += cost * prices.constant[week];
            }
        }
    }

    /// The avoided cost of a positive closure falls evenly over the weeks in which that care would have run; what
    /// falls behind the horizon is not counted.
    fn book_avoided(
        &mut self,
        frame: &Frame,
        prices: &Prices,
        closed: &[(u32, u32)],
        (persons, relative_costs): (&[Person], &[f64]),
    ) {
        self.closures.clear();
        self.closures.resize(frame.weeks.len(), Closures::default());
        // In order of arrival, so that arms that close the same young people add up the same.
        for (number, week) in closed {
            let (person, cost) = (&persons[*number as usize], relative_costs[*number as usize]);
            let closures = &mut self.closures[*week as usize];
            closures.number += 1.0;
            closures.all += cost;
            closures.avoiding += if prices.worth.avoids(person) { cost } else { 0.0 };
        }
        self.avoided.clear();
        self.avoided.resize(frame.period_range.len(), [0.0; 3]);
        self.evaluation.clear();
        self.evaluation.resize(frame.period_range.len() + 1, 0.0);
        let first_price = prices.care_cost[frame.calendar.forecast_from()];
        for (week, closures) in self.closures.iter().enumerate().filter(|(_, week)| week.number > 0.0) {
            let care_cost = prices.care_cost[week];
            self.evaluation[frame.weeks[week].slot] += closures.number * care_cost;
            let mean = care_cost * prices.worth.cost_mean();
            let constant = closures.avoiding * (first_price * prices.worth.cost_mean());
            let amounts = [closures.avoiding * mean, closures.all * mean, constant];
            spread(&mut self.avoided, frame, (week as f64 + prices.care.0, prices.care.1), amounts);
        }
    }
}

/// Spreads amounts evenly over the weeks from `from` on, `length` long, and adds to each period what falls in it.
fn spread(periods: &mut [[f64; 3]], frame: &Frame, (from, length): (f64, f64), amounts: [f64; 3]) {
    let until = from + length;
    for (sums, (begin, end)) in periods.iter_mut().zip(&frame.period_range) {
        let (begin, end) = (*begin as f64, *end as f64);
        if begin >= until {
            return;
        }
        if end > from {
            let share = (until.min(end) - from.max(begin)) / length;
            for (sum, amount) in sums.iter_mut().zip(amounts) {
                *sum += amount * share;
            }
        }
    }
}
