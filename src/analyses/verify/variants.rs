//! Variants of the user's own scenario: the same with something known, doubled or taken away.

use crate::distributions::Law;
use crate::scenario::{Calendar, CompositionLaw, Experiment, Key, ProviderKey, Quantity, Scenario, Timeline};

/// The same experiment with every scenario changed.
pub(super) fn with(experiment: &Experiment, edit: impl Fn(&mut Scenario)) -> Experiment {
    let mut changed = experiment.clone();
    changed.scenarios.iter_mut().flatten().for_each(edit);
    changed
}

/// Every quantity of a scenario, those of providers included.
pub(super) fn quantities(scenario: &mut Scenario) -> impl Iterator<Item = &mut Quantity> {
    let own = scenario.providers.iter_mut().flat_map(|provider| provider.quantities.iter_mut().flatten());
    let timelines = scenario.quantities.iter_mut().chain(own);
    timelines.flat_map(|timeline: &mut Timeline| {
        std::iter::once(&mut timeline.initial).chain(timeline.changes.iter_mut().map(|(_, later)| later))
    })
}

/// Every uncertain value at its mean.
pub(super) fn steady(experiment: &Experiment) -> Experiment {
    with(experiment, |scenario| {
        for quantity in quantities(scenario) {
            quantity.law = Law::Fixed(quantity.law.mean());
            quantity.correlation = None;
        }
        for composition in [
            &mut scenario.referrers,
            &mut scenario.needs,
            &mut scenario.outcomes,
            &mut scenario.inflow_season,
            &mut scenario.leave_season,
        ] {
            composition.law = CompositionLaw::Fixed(expected(&composition.law));
        }
    })
}

/// The expected shares.
pub(super) fn expected(law: &CompositionLaw) -> Vec<f64> {
    match law {
        CompositionLaw::Fixed(shares) => shares.clone(),
        CompositionLaw::Dirichlet(weights) => {
            let sum: f64 = weights.iter().sum();
            weights.iter().map(|weight| weight / sum).collect()
        }
    }
}

/// Every uncertain value within a hair's breadth of its mean, yet drawn.
pub(super) fn narrow(experiment: &Experiment) -> Experiment {
    with(experiment, |scenario| {
        for quantity in quantities(scenario).filter(|quantity| !quantity.law.is_fixed()) {
            let mean = quantity.law.mean();
            let half = 1e-13 * mean.abs().max(1e-3);
            quantity.law = Law::Beta { alpha: 2.0, beta: 2.0, low: mean - half, high: mean + half };
        }
        for composition in [&mut scenario.referrers, &mut scenario.needs, &mut scenario.outcomes] {
            composition.law = CompositionLaw::Fixed(expected(&composition.law));
        }
    })
}

/// Sets a quantity for good.
pub(super) fn set(scenario: &mut Scenario, key: Key, value: f64) {
    settle(&mut scenario.quantities[key as usize], value);
}

/// Sets a quantity of every provider that has it, for good.
pub(super) fn set_all(scenario: &mut Scenario, key: ProviderKey, value: f64) {
    for provider in &mut scenario.providers {
        if let Some(timeline) = &mut provider.quantities[key as usize] {
            settle(timeline, value);
        }
    }
}

fn settle(timeline: &mut Timeline, value: f64) {
    timeline.initial.law = Law::Fixed(value);
    timeline.initial.correlation = None;
    timeline.changes.clear();
}

/// Multiplies the known values of a quantity, later ones too.
pub(super) fn scale(timeline: &mut Timeline, factor: f64) {
    let later = timeline.changes.iter_mut().map(|(_, later)| later);
    for quantity in std::iter::once(&mut timeline.initial).chain(later) {
        if let Law::Fixed(value) = &mut quantity.law {
            *value *= factor;
        }
    }
}

/// Multiplies a quantity of every provider that has it.
pub(super) fn scale_all(scenario: &mut Scenario, key: ProviderKey, factor: f64) {
    for provider in &mut scenario.providers {
        if let Some(timeline) = &mut provider.quantities[key as usize] {
            scale(timeline, factor);
        }
    }
}

/// Nobody is ill, on leave or in training, and nobody stops.
pub(super) fn all_present(scenario: &mut Scenario) {
    for key in [Key::LeaveWeeks, Key::ShortSickShare, Key::LongSickPerYear] {
        set(scenario, key, 0.0);
    }
    set_all(scenario, ProviderKey::ExitPerYear, 0.0);
    for provider in &mut scenario.providers {
        provider.exit_on = None;
    }
}

/// First come, first served: nobody leaves the queue, nobody has priority, every provider takes everybody, every practice
/// refers to the POJ. The forecast begins with an empty queue.
pub(super) fn first_come(scenario: &mut Scenario) {
    for key in [Key::LeavePerWeek, Key::RecoverPerWeek, Key::UrgentShare, Key::AttractedShareOfInflow] {
        set(scenario, key, 0.0);
    }
    set(scenario, Key::PracticesAwareShare, 1.0);
    for provider in &mut scenario.providers {
        provider.accepts_other_needs = true;
    }
    let calendar = &scenario.calendar;
    let (first, last) = (calendar.monday(calendar.forecast_from()), calendar.monday(calendar.weeks() - 1));
    scenario.calendar =
        Calendar::new(first, last.saturating_add(jiff::Span::new().days(1)), 0, calendar.periods().to_vec());
}

/// Everybody needs one conversation.
pub(super) fn single_conversations(scenario: &mut Scenario) {
    for key in [Key::ConversationsMean, Key::ConversationsMost, Key::ConversationsCap] {
        set(scenario, key, 1.0);
    }
}

/// Everything that is paid costs so many times as much; what a budget buys stays the same.
pub(super) fn dearer(scenario: &mut Scenario, factor: f64) {
    for key in [ProviderKey::HourlyPrice, ProviderKey::Grant, ProviderKey::Budget, ProviderKey::StartUpCost] {
        scale_all(scenario, key, factor);
    }
    for key in [Key::CampaignCostPerYear, Key::ReliefHourlyCost] {
        scale(&mut scenario.quantities[key as usize], factor);
    }
}

/// Prices stand still, and the future counts for `1 / (1 + rate)` a year.
pub(super) fn discounted(scenario: &mut Scenario, rate: f64) {
    set(scenario, Key::IndexPerYear, 0.0);
    set(scenario, Key::IndexCorrection, 0.0);
    set(scenario, Key::DiscountRate, rate);
}

/// The arms named, in that order.
pub(super) fn arms(experiment: &Experiment, which: &[usize]) -> Experiment {
    let mut chosen = experiment.clone();
    chosen.arms = which.iter().map(|arm| experiment.arms[*arm].clone()).collect();
    chosen.scenarios = which.iter().map(|arm| experiment.scenarios[*arm].clone()).collect();
    chosen
}
