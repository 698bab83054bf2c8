//! What things cost and are worth in one arm in one world and one draw.

use super::care_span::CareSpan;
use super::contract::{Contract, Stretch, weeks_within};
use super::frame::Frame;
use super::price_index::PriceIndex;
use crate::cohort::Worth;
use crate::parameters::{Binding, Draw};
use crate::scenario::{Key, ProviderKey, Scenario};

/// Prices, costs and limits of one arm in one world. Nothing here changes what happens. Reused between draws.
#[derive(Clone, Debug, Default)]
pub(super) struct Prices {
    /// Price levels.
    pub(super) index: PriceIndex,
    /// Average cost of a maatwerk trajectory in each week, in euros of the week.
    pub(super) care_cost: Vec<f64>,
    /// Weeks from a closure to the avoided care, and its length.
    pub(super) care: (f64, f64),
    /// Which closures avoid maatwerk, and how dear.
    pub(super) worth: Worth,
    /// What a positive closure of each week avoids within the forecast if it avoids care at its mean cost, in euros of the week;
    /// filled up to whole lanes of a [`CareSpan`].
    pub(super) usual: Vec<f64>,
    /// Share of the avoided cost that leaves the budget.
    pub(super) cashable: f64,
    /// Cost of the campaign per period, nominal.
    pub(super) campaign: Vec<f64>,
    /// The same at the price level of the first week of the forecast.
    pub(super) campaign_constant: Vec<f64>,
    /// Factor per calendar year that takes costs of the POJ back to the price level of the first week of the forecast.
    pub(super) constant: Vec<f64>,
    /// Cost of the screeners' relief per conversation in each week, nominal; empty when there is none.
    pub(super) relief: Vec<f64>,
    /// The cost of each provider.
    pub(super) providers: Vec<ProviderCost>,
    /// The most that may be spent under each ceiling in each period: `[ceiling][period]`.
    pub(super) ceilings: Vec<Vec<f64>>,
    /// The providers under each ceiling; none when it covers all costs.
    pub(super) covered: Vec<Option<Vec<usize>>>,
    /// Factor that turns nominal euros of a period into the present value.
    pub(super) present_value: Vec<f64>,
    weekly: Vec<f64>,
}

/// The cost of one provider that is there from its start to the end. Units: nominal euros.
#[derive(Clone, Debug, Default)]
pub(super) struct ProviderCost {
    /// What holds when, start-up apart.
    pub(super) stretches: Vec<Stretch>,
    /// Per reporting period, start-up included.
    pub(super) by_period: Vec<f64>,
    /// The same at the price level of the first week of the forecast.
    pub(super) constant_by_period: Vec<f64>,
    /// Indexed cost per calendar year, in prices of the level year.
    pub(super) indexed_by_year: Vec<f64>,
}

impl Prices {
    /// Reads the prices of a draw.
    pub(super) fn read(&mut self, frame: &Frame, scenario: &Scenario, (binding, draw): (&Binding, &Draw)) {
        let value = |key| binding.value(draw, key);
        self.index.read(frame, scenario, (binding, draw));
        self.worth = Worth::read(binding, draw);
        self.care = (value(Key::CareDelayWeeks), value(Key::CareDurationWeeks));
        self.cashable = value(Key::CashableShare);
        self.care_cost.resize(frame.calendar.weeks(), 0.0);
        binding.track(Key::CareCostAverage).fill(draw, &mut self.care_cost);
        for (cost, year) in self.care_cost.iter_mut().zip(&frame.year_of_week) {
            *cost *= self.index.care[*year];
        }
        self.read_constant(frame, scenario.costs_indexed);
        self.read_extras(frame, scenario.costs_indexed, (binding, draw));
        self.providers.resize_with(scenario.providers.len(), ProviderCost::default);
        for (number, cost) in self.providers.iter_mut().enumerate() {
            cost.read(frame, (scenario, number), (binding, draw), (&self.index.announced, &self.constant));
        }
        self.read_ceilings(frame, scenario);
        self.read_present_value(frame, value(Key::DiscountRate));
    }

    /// Reads what closures usually avoid, once it is known when that falls.
    pub(super) fn read_usual(&mut self, span: &CareSpan) {
        let mean = self.worth.cost_mean();
        self.usual.clear();
        let weeks = self.care_cost.iter().zip(span.within());
        self.usual.extend(weeks.map(|(cost, within)| cost * mean * within));
        self.usual.resize(span.within().len(), 0.0);
    }

    fn read_constant(&mut self, frame: &Frame, indexed: bool) {
        let first = frame.year_of_week[frame.calendar.forecast_from()];
        let announced = &self.index.announced;
        let factor = |level: &f64| if indexed { announced[first] / level } else { 1.0 };
        self.constant.clear();
        self.constant.extend(announced.iter().map(factor));
    }

    /// Campaign and relief, at the prices of their year.
    fn read_extras(&mut self, frame: &Frame, indexed: bool, (binding, draw): (&Binding, &Draw)) {
        let value = |key| binding.value(draw, key);
        let level = |week: usize| if indexed { self.index.announced[frame.year_of_week[week]] } else { 1.0 };
        for campaign in [&mut self.campaign, &mut self.campaign_constant] {
            campaign.clear();
            campaign.resize(frame.period_range.len(), 0.0);
        }
        self.weekly.resize(frame.weeks.len(), 0.0);
        let campaign = binding.track(Key::CampaignCostPerYear);
        if campaign.is_ever_positive(draw) {
            campaign.fill(draw, &mut self.weekly);
            for (week, cost) in self.weekly.iter().enumerate() {
                let period = frame.weeks[week].slot;
                if let Some(sum) = self.campaign.get_mut(period) {
                    let cost = cost * level(week) * frame.share_of_year[week];
                    *sum += cost;
                    self.campaign_constant[period] += cost * self.constant[frame.year_of_week[week]];
                }
            }
        }
        self.relief.clear();
        let relief = binding.track(Key::ReliefAdminShare);
        if relief.is_ever_positive(draw) {
            relief.fill(draw, &mut self.weekly);
            let hour = value(Key::ReliefScreenerHours) * value(Key::ReliefHourlyCost);
            let relieved = value(Key::IndirectHours) * value(Key::AdminShare) * hour;
            self.relief
                .extend(self.weekly.iter().enumerate().map(|(week, share)| relieved * share * level(week)));
        }
    }

    /// The limit of each ceiling per period: the sum over its weeks of the yearly limit over the Mondays of the year.
    fn read_ceilings(&mut self, frame: &Frame, scenario: &Scenario) {
        self.covered.clear();
        self.covered.extend(scenario.ceilings.iter().map(|ceiling| {
            let place = |name: &String| scenario.providers.iter().position(|provider| provider.name == *name);
            (!ceiling.providers.is_empty()).then(|| ceiling.providers.iter().filter_map(place).collect())
        }));
        self.ceilings.resize_with(scenario.ceilings.len(), Vec::new);
        for (ceiling, limits) in scenario.ceilings.iter().zip(&mut self.ceilings) {
            let yearly = ceiling.limit.law.mean();
            limits.clear();
            limits.resize(frame.period_range.len(), 0.0);
            for part in &frame.parts {
                let level = if ceiling.indexed { self.index.announced[part.year] } else { 1.0 };
                limits[part.period] += yearly * level * part.share_of_year;
            }
        }
    }

    fn read_present_value(&mut self, frame: &Frame, rate: f64) {
        let first = frame.year_of_week[frame.calendar.forecast_from()];
        self.present_value.clear();
        for (from, _) in &frame.period_range {
            let year = frame.year_of_week[*from];
            let years = i32::try_from(year - first).unwrap_or(i32::MAX);
            let level = self.index.announced[year] / self.index.announced[first];
            self.present_value.push(1.0 / level / (1.0 + rate).powi(years));
        }
    }
}

impl ProviderCost {
    fn read(
        &mut self,
        frame: &Frame,
        (scenario, number): (&Scenario, usize),
        (binding, draw): (&Binding, &Draw),
        (announced, constant): (&[f64], &[f64]),
    ) {
        let provider = &scenario.providers[number];
        let start = provider.start.map_or(0, |date| frame.calendar.week_from(date));
        for by_period in [&mut self.by_period, &mut self.constant_by_period] {
            by_period.clear();
            by_period.resize(frame.period_range.len(), 0.0);
        }
        self.indexed_by_year.clear();
        self.indexed_by_year.resize(frame.new_years.len() + 1, 0.0);
        Contract::new((number, provider), scenario.costs_indexed, (binding, draw), announced)
            .read(frame, &mut self.stretches);
        for stretch in &self.stretches {
            let weeks = (stretch.from.max(start), stretch.until);
            self.indexed_by_year[stretch.year] += stretch.indexed_cost * weeks_within(weeks, weeks);
            for (period, range) in frame.period_range.iter().enumerate() {
                let cost = stretch.cost * weeks_within(weeks, *range);
                self.by_period[period] += cost;
                self.constant_by_period[period] += cost * constant[stretch.year];
            }
        }
        let begins = (start > 0).then(|| frame.weeks.get(start)).flatten().map(|week| week.slot);
        if let Some(period) = begins.filter(|period| *period < self.by_period.len()) {
            let start_up =
                binding.provider(number, ProviderKey::StartUpCost).map_or(0.0, |cost| cost.initial(draw));
            self.by_period[period] += start_up;
            self.constant_by_period[period] += start_up;
        }
    }
}
