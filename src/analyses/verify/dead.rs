//! Values that do nothing: each is changed in turn, and some result must move.
//!
//! A value can be without effect because another shuts it off (the hours of a follow-up that nobody gets). So all such doors
//! are opened first: a value of nought gets one of its own kind.

use super::inputs::tilted;
use super::laboratory::Laboratory;
use super::results::Results;
use super::variants;
use crate::distributions::Law;
use crate::engine::RunError;
use crate::scenario::{Entry, Experiment, Key, ProviderKey, Quantity, Scenario, Timeline, Unit};

/// Replications of each change.
const REPLICATIONS: usize = 12;

/// Something that can be changed.
#[derive(Clone, Copy)]
enum Value {
    Team(Key),
    Provider(usize, ProviderKey),
    Shares(usize),
}

/// The keys of the values that move no result. `known` has every value at its mean.
///
/// # Errors
/// Those of a run.
pub(super) fn values(lab: &Laboratory<'_>, known: &Experiment) -> Result<Vec<String>, RunError> {
    let arm = known.arms.len() - 1;
    let open = variants::with(&variants::arms(known, &[arm]), open);
    let before = results(lab, &open)?;
    let mut dead = Vec::new();
    for value in all(&open.scenarios[0][0]) {
        let nudged = variants::with(&open, |scenario| nudge(scenario, value));
        if results(lab, &nudged)?.differing(&before, |_| true) < 1.0 {
            dead.push(name(&open.scenarios[0][0], value));
        }
    }
    Ok(dead)
}

/// How many runs that takes.
pub(super) fn runs(experiment: &Experiment) -> usize {
    experiment
        .scenarios
        .last()
        .and_then(|worlds| worlds.first())
        .map_or(0, |scenario| all(scenario).len() + 1)
}

fn results(lab: &Laboratory<'_>, experiment: &Experiment) -> Result<Results, RunError> {
    Ok(Results::of(experiment, &lab.run(experiment, REPLICATIONS)?))
}

/// Everything that can be changed and is read: the start-up cost only of a provider that starts.
fn all(scenario: &Scenario) -> Vec<Value> {
    let mut all: Vec<Value> = Key::ALL.iter().map(|key| Value::Team(*key)).collect();
    for (number, provider) in scenario.providers.iter().enumerate() {
        let begins = provider.start.map_or(0, |date| scenario.calendar.week_from(date))
            >= scenario.calendar.forecast_from().max(1);
        let read = |key: &&ProviderKey| {
            provider.quantity(**key).is_some() && (**key != ProviderKey::StartUpCost || begins)
        };
        all.extend(ProviderKey::ALL.iter().filter(read).map(|key| Value::Provider(number, *key)));
    }
    all.extend((0..5).map(Value::Shares));
    all
}

fn name(scenario: &Scenario, value: Value) -> String {
    match value {
        Value::Team(key) => key.entry().key.to_owned(),
        Value::Provider(number, key) => {
            format!("providers.{}.{}", scenario.providers[number].name, key.entry().key)
        }
        Value::Shares(0) => scenario.referrers.key.clone(),
        Value::Shares(1) => scenario.needs.key.clone(),
        Value::Shares(2) => scenario.outcomes.key.clone(),
        Value::Shares(3) => scenario.inflow_season.key.clone(),
        Value::Shares(_) => scenario.leave_season.key.clone(),
    }
}

/// Opens the doors: what is nought becomes something, every GP practice may still learn, every provider can stop.
fn open(scenario: &mut Scenario) {
    for key in Key::ALL {
        unlock(&mut scenario.quantities[*key as usize], &key.entry());
    }
    for provider in &mut scenario.providers {
        for key in ProviderKey::ALL {
            if let Some(timeline) = &mut provider.quantities[*key as usize] {
                unlock(timeline, &key.entry());
            }
        }
        provider.accepts_other_needs = true;
    }
    variants::set(scenario, Key::PracticesAwareShare, 0.5);
    // A cap below what some need, and not the one under which the outcomes were measured.
    let most = scenario.quantity(Key::ConversationsMost).initial.law.mean();
    variants::set(scenario, Key::ConversationsCap, (most / 2.0).floor().max(1.0));
    variants::set(scenario, Key::OutcomeCap, most);
    let need = scenario.attracted_need;
    if let Some(provider) = scenario.providers.last_mut()
        && !provider.expertise.contains(&need)
    {
        provider.expertise.push(need);
    }
}

fn unlock(timeline: &mut Timeline, entry: &Entry) {
    let opened = match entry.unit {
        Unit::Eur | Unit::EurPerYear => 5_000.0,
        Unit::Weeks | Unit::WeeksPerYear => 4.0,
        Unit::PerWeek | Unit::SharePerYear => 0.02,
        _ => 0.25,
    };
    for quantity in each(timeline) {
        if let Law::Fixed(value) = &mut quantity.law
            && *value == 0.0
            && !entry.whole
        {
            *value = opened;
        }
    }
}

fn each(timeline: &mut Timeline) -> impl Iterator<Item = &mut Quantity> {
    std::iter::once(&mut timeline.initial).chain(timeline.changes.iter_mut().map(|(_, later)| later))
}

fn nudge(scenario: &mut Scenario, value: Value) {
    match value {
        Value::Team(key) => lessen(&mut scenario.quantities[key as usize], &key.entry()),
        Value::Provider(number, key) => {
            if let Some(timeline) = &mut scenario.providers[number].quantities[key as usize] {
                lessen(timeline, &key.entry());
            }
        }
        Value::Shares(which) => {
            let composition = [
                &mut scenario.referrers,
                &mut scenario.needs,
                &mut scenario.outcomes,
                &mut scenario.inflow_season,
                &mut scenario.leave_season,
            ];
            for (_, composition) in composition.into_iter().enumerate().filter(|(number, _)| *number == which)
            {
                composition.law = tilted(composition);
            }
        }
    }
}

/// Halves a value; a year becomes the one before, a whole number at its lowest one more.
fn lessen(timeline: &mut Timeline, entry: &Entry) {
    for quantity in each(timeline) {
        let Law::Fixed(value) = &mut quantity.law else { continue };
        *value = match entry.unit {
            Unit::Year => *value - 1.0,
            _ if entry.whole && *value / 2.0 < entry.bounds.0.max(1.0) => *value + 1.0,
            _ if entry.whole => (*value / 2.0).floor(),
            _ => (*value / 2.0).max(entry.bounds.0),
        };
    }
}
