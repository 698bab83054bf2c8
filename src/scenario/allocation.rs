//! One way to spend a yearly amount, and the scenario file that does so.

use std::fmt::Write;

use jiff::civil::Date;

use super::model::{Provider, Scenario, Timeline};
use super::search_space::SearchSpace;
use super::value::quoted;
use super::vocabulary::{Key, ProviderKey};

/// Weeks for which a yearly price is paid.
const WEEKS: f64 = 52.0;
/// The source of every value that a search sets.
const SOURCE: &str = "sim budget";

/// One way to spend a yearly amount. What the search space does not offer is nought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Allocation {
    /// Hours a week of the new provider.
    pub hours: f64,
    /// Which of its prices, starts and expertises.
    pub choices: [usize; 3],
    /// Extra hours a week of the providers that are there, at the price level of the files.
    pub more_hours: f64,
    /// Cost of the campaign, EUR per year.
    pub campaign: f64,
    /// Share of the administration that the screeners take over.
    pub relief: f64,
}

impl SearchSpace {
    /// What an allocation costs a year on paper, EUR at the price level of the files: hours at the likely price and the
    /// campaign; the hours of the screeners depend on the work and are left out.
    pub fn paper_cost(&self, allocation: &Allocation, scenario: &Scenario) -> f64 {
        let new = self.provider.as_ref().map_or(0.0, |new| {
            let chosen = new.prices.get(allocation.choices[0]).copied();
            chosen.unwrap_or_else(|| price(scenario, &new.name)) * allocation.hours * WEEKS
        });
        let more = self.more_hours.as_ref().map_or(0.0, |more| {
            let prices: f64 = more.providers.iter().map(|name| price(scenario, name)).sum();
            prices / more.providers.len().max(1) as f64 * allocation.more_hours * WEEKS
        });
        new + more + allocation.campaign
    }

    /// The scenario file of an allocation: `named` are its title and purpose and the parent that it extends, which is
    /// `scenario`.
    pub fn file(&self, allocation: &Allocation, named: [&str; 3], scenario: &Scenario) -> String {
        let [title, purpose, parent] = named.map(quoted);
        let mut text = format!(
            "format_version = 1\nkind = \"scenario\"\ntitle = {title}\npurpose = {purpose}\nextends = {parent}\n"
        );
        self.new_provider(allocation, scenario, &mut text);
        self.changes(allocation, scenario, &mut text);
        text
    }

    fn new_provider(&self, allocation: &Allocation, scenario: &Scenario, text: &mut String) {
        let Some(new) = &self.provider else { return };
        let _ = writeln!(text, "\n[providers.{}]", new.name);
        let mut line = |key: &str, value: String| {
            let _ = writeln!(text, "{key} = {value}");
        };
        line("hours_per_week", fixed(allocation.hours, "hours/week"));
        let known = scenario.providers.iter().find(|provider| provider.name == new.name);
        if allocation.hours <= 0.0 {
            // Without hours nothing begins, so nothing is paid for beginning.
            if known.is_some_and(|known| known.quantity(ProviderKey::StartUpCost).is_some()) {
                line("start_up_cost_eur", fixed(0.0, "eur"));
            }
            return;
        }
        let chosen = new.prices.get(allocation.choices[0]).copied();
        if let Some(price) = chosen {
            line("hourly_price_eur", fixed(price, "eur/hour"));
        }
        if known.is_some_and(|known| known.quantity(ProviderKey::Budget).is_some()) {
            let price = chosen.unwrap_or_else(|| price(scenario, &new.name));
            line("budget_eur_per_year", fixed(allocation.hours * price * WEEKS, "eur/year"));
        }
        if let Some(start) = new.starts.get(allocation.choices[1]) {
            line("start", start.to_string());
        }
        if let Some(expertise) = new.expertises.get(allocation.choices[2]) {
            let names: Vec<String> = expertise.iter().map(|name| quoted(name)).collect();
            line("expertise", format!("[{}]", names.join(", ")));
        }
    }

    fn changes(&self, allocation: &Allocation, scenario: &Scenario, text: &mut String) {
        let mut change = |from: Date, key: &str, to: String| {
            let _ = write!(text, "\n[[changes]]\nfrom = {from}\nkey = \"{key}\"\nto = {to}\n");
        };
        if let Some(more) = self.more_hours.as_ref().filter(|_| allocation.more_hours > 0.0) {
            let each = allocation.more_hours / more.providers.len().max(1) as f64;
            for provider in scenario.providers.iter().filter(|known| more.providers.contains(&known.name)) {
                for (from, level) in self.levels(scenario) {
                    let key = format!("providers.{}.hours_per_week", provider.name);
                    // The money stays the same while prices rise, so it buys fewer hours every year.
                    let hours = hours_on(provider, from) + each / level;
                    change(from, &key, fixed(hours, "hours/week"));
                }
            }
        }
        if let Some(campaign) = self.campaign.as_ref().filter(|_| allocation.campaign > 0.0) {
            let part = allocation.campaign / campaign.cost.1;
            let (low, likely, high) = campaign.push;
            let push = format!(
                "{{ range = {{ low = {}, likely = {}, high = {} }}, {} }}",
                plain(low * part),
                plain(likely * part),
                plain(high * part),
                rest("per year")
            );
            change(self.from, Key::CampaignPushPerYear.entry().key, push);
            change(self.from, Key::CampaignCostPerYear.entry().key, fixed(allocation.campaign, "eur/year"));
        }
        if self.relief.is_some() && allocation.relief > 0.0 {
            change(self.from, Key::ReliefAdminShare.entry().key, fixed(allocation.relief, "share"));
        }
    }

    /// The days on which hours are bought anew, with the expected price level of that year.
    fn levels(&self, scenario: &Scenario) -> Vec<(Date, f64)> {
        let calendar = &scenario.calendar;
        let last = calendar.monday(calendar.weeks().saturating_sub(1)).year();
        let level_year = mean_on(scenario.quantity(Key::PriceLevelYear), self.from);
        let index = scenario.quantity(Key::IndexPerYear);
        let mut level = 1.0;
        let mut levels = Vec::new();
        for year in self.from.year()..=last {
            let Ok(first) = Date::new(year, 1, 1) else { break };
            if scenario.costs_indexed && f64::from(year) > level_year {
                level *= 1.0 + mean_on(index, first);
            }
            levels.push((first.max(self.from), level));
        }
        levels
    }
}

fn price(scenario: &Scenario, name: &str) -> f64 {
    let provider = scenario.providers.iter().find(|provider| provider.name == name);
    let price = provider.and_then(|provider| provider.quantity(ProviderKey::HourlyPrice));
    price.map_or(0.0, |price| price.initial.law.mean())
}

fn hours_on(provider: &Provider, date: Date) -> f64 {
    provider.quantity(ProviderKey::HoursPerWeek).map_or(0.0, |hours| mean_on(hours, date))
}

/// The mean of what holds on a day.
fn mean_on(timeline: &Timeline, date: Date) -> f64 {
    let held = timeline.changes.iter().rev().find(|(from, _)| *from <= date);
    held.map_or(&timeline.initial, |(_, quantity)| quantity).law.mean()
}

fn fixed(value: f64, unit: &str) -> String {
    format!("{{ fixed = {}, {} }}", plain(value), rest(unit))
}

fn rest(unit: &str) -> String {
    format!("unit = \"{unit}\", source = \"{SOURCE}\", grade = \"assumed\"")
}

/// Four decimals: finer than anybody contracts.
fn plain(value: f64) -> String {
    let text = format!("{value:.4}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    short.to_owned()
}
