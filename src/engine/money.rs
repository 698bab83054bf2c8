//! What a play cost and what it avoided, in each period.

use super::care_span::{CareSpan, padded};
use super::contract::weeks_within;
use super::frame::Frame;
use super::play::Floor;
use super::prices::Prices;
use crate::cohort::Prospect;
use crate::units::if_so;

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
    /// Avoided cost by the evaluation's method, one per period.
    pub(super) evaluation: Vec<f64>,
    /// What really was avoided over the forecast beyond what the same closures let expect: luck, with mean nought.
    pub(super) luck: f64,
    years: Vec<f64>,
    closures: Closures,
}

/// The positive closures of each week, filled up to whole lanes of a [`CareSpan`].
#[derive(Clone, Debug, Default)]
struct Closures {
    /// How many there are.
    number: Vec<f64>,
    /// What the care costs that really is avoided, relative to the mean of all care that a positive closure may avoid.
    avoiding: Vec<f64>,
    /// The same if every one avoided it.
    all: Vec<f64>,
    /// Euros of the week.
    amounts: Vec<f64>,
}

/// The maatwerk that positive closures avoid, as several cases share it.
pub(super) struct Care<'people> {
    /// What decides on it, of each person.
    pub(super) prospects: &'people [Prospect],
    /// What the care of each would cost, relative to its mean; NaN until it is asked for.
    pub(super) relative_costs: &'people mut [f64],
    /// When it would have run.
    pub(super) span: &'people CareSpan,
}

impl Money {
    /// Books a play at the prices of a case.
    pub(super) fn book(&mut self, frame: &Frame, prices: &Prices, floor: &Floor, care: &mut Care<'_>) {
        self.book_costs(frame, prices, floor);
        self.sum_closures(prices, floor, care);
        self.book_avoided(frame, prices, care.span);
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
                for stretch in &terms.stretches {
                    let weeks = (stretch.from.max(*stop), stretch.until.min(*back));
                    self.years[stretch.year] -= stretch.indexed_cost * weeks_within(weeks, weeks);
                    for (period, range) in frame.period_range.iter().enumerate() {
                        let cost = stretch.cost * weeks_within(weeks, *range);
                        costs[period] -= cost;
                        self.constant[period] -= cost * prices.constant[stretch.year];
                    }
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
                let cost = cost * f64::from(floor.journal.notes[week].held);
                *sum += cost;
                self.constant[slot] += cost * prices.constant[frame.year_of_week[week]];
            }
        }
    }

    /// Adds up the positive closures of each week.
    fn sum_closures(&mut self, prices: &Prices, floor: &Floor, care: &mut Care<'_>) {
        let Closures { number, avoiding, all, .. } = &mut self.closures;
        let weeks = padded(prices.care_cost.len());
        for sums in [&mut *number, &mut *avoiding, &mut *all] {
            sums.clear();
            sums.resize(weeks, 0.0);
        }
        // Cut to one length each, so that one look at a week or a person will do for all that is kept of it.
        let (number, avoiding, all) = (&mut number[..weeks], &mut avoiding[..weeks], &mut all[..weeks]);
        let (prospects, usual, worth) = (care.prospects, &prices.usual[..weeks], &prices.worth);
        let relative_costs = &mut care.relative_costs[..prospects.len()];
        let mut luck = 0.0;
        for (person, week) in floor.journal.closed_positive() {
            let (person, week) = (*person as usize, *week as usize);
            let prospect = &prospects[person];
            let mut cost = relative_costs[person];
            if cost.is_nan() {
                cost = worth.relative_cost(prospect);
                relative_costs[person] = cost;
            }
            let (avoided, expected) = (if_so(worth.avoids(prospect), cost), worth.chance(prospect));
            // Closure by closure, not sum less sum: where all is certain it is nought to the bit.
            luck += (avoided - expected) * usual[week];
            number[week] += 1.0;
            all[week] += cost;
            avoiding[week] += avoided;
        }
        self.luck = luck;
    }

    /// The avoided cost of a positive closure falls evenly over the weeks in which that care would have run; what
    /// falls behind the horizon is not counted.
    fn book_avoided(&mut self, frame: &Frame, prices: &Prices, span: &CareSpan) {
        let Closures { number, avoiding, all, amounts } = &mut self.closures;
        self.evaluation.clear();
        self.evaluation.extend(frame.period_range.iter().map(|(from, until)| {
            let weeks = number[*from..*until].iter().zip(&prices.care_cost[*from..*until]);
            weeks.map(|(number, care_cost)| number * care_cost).sum::<f64>()
        }));
        let mean = prices.worth.cost_mean();
        let constant = prices.care_cost[frame.calendar.forecast_from()] * mean;
        self.avoided.clear();
        self.avoided.resize(frame.period_range.len(), [0.0; 3]);
        for (kind, relative) in [&*avoiding, &*all].into_iter().enumerate() {
            amounts.clear();
            amounts.extend(
                relative.iter().zip(&prices.care_cost).map(|(relative, cost)| relative * (cost * mean)),
            );
            amounts.resize(relative.len(), 0.0);
            for (period, sums) in self.avoided.iter_mut().enumerate() {
                sums[kind] = span.sum(period, amounts);
            }
        }
        for (period, sums) in self.avoided.iter_mut().enumerate() {
            sums[2] = span.sum(period, avoiding) * constant;
        }
    }
}
