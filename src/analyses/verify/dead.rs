//! Values that do nothing: each is changed in turn, and some result must move.
//!
//! A value can be without effect because another shuts it off (the hours of a follow-up that nobody gets). So all such doors
//! are opened first: a value of nought gets one of its own kind. It can also be that too few young people come to see it, or that
//! nobody waits, or that a budget buys fewer hours than there are. What moves nothing is therefore changed once more where many
//! come, with few hours and with many: a value that moves something there is read.

use super::inputs::tilted;
use super::laboratory::Laboratory;
use super::results::Results;
use super::variants;
use crate::distributions::Law;
use crate::engine::{Metric, RunError};
use crate::scenario::{Entry, Experiment, Key, ProviderKey, Quantity, Scenario, Timeline, Unit};

/// Replications of each change.
const REPLICATIONS: usize = 12;

/// Young people a year where many come, and the share of them that comes on top where there is expertise.
const MANY: f64 = 300.0;
const ATTRACTED: f64 = 1.0;
/// How often a provider stops there, per year: in a single year too somebody does.
const EXITS: f64 = 4.0;
/// Hours a week of each provider there: so few that most wait, and so many that a budget is the limit, or nobody waits.
const HOURS: [f64; 2] = [10.0, 60.0];
/// Fewest young people who begin in each, in all replications together, for what moves nothing to be called unread: a value that
/// matters to one in a hundred of them is then as good as always seen.
const ENOUGH: f64 = 500.0;

/// Values that move no result of the scenario itself, its doors opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unmoved {
    /// Those that move none where many come either, by key.
    pub dead: Vec<String>,
    /// Those that do, by key: they are read.
    pub elsewhere: Vec<String>,
    /// Whether enough young people begin there to tell the first from the others.
    pub told: bool,
}

/// Something that can be changed.
#[derive(Clone, Copy, PartialEq)]
enum Value {
    Team(Key),
    Provider(usize, ProviderKey),
    Shares(usize),
}

/// The values that move no result. `known` has every value at its mean.
///
/// # Errors
/// Those of a run.
pub(super) fn values(lab: &Laboratory<'_>, known: &Experiment) -> Result<Unmoved, RunError> {
    let arm = known.arms.len() - 1;
    let open = variants::with(&variants::arms(known, &[arm]), open);
    sift(lab, &open, all(&open.scenarios[0][0]))
}

/// Which of some values move no result of an experiment of one arm, and which of those none where many come either.
fn sift(lab: &Laboratory<'_>, open: &Experiment, values: Vec<Value>) -> Result<Unmoved, RunError> {
    let named = |values: &[Value]| values.iter().map(|value| name(&open.scenarios[0][0], *value)).collect();
    let (_, still) = unmoved(lab, open, values)?;
    let (mut dead, mut told) = (still.clone(), true);
    // How many more runs there will be cannot be known before, so these are no steps.
    let lab = Laboratory { progress: &|_| {}, ..*lab };
    for hours in HOURS {
        if !dead.is_empty() {
            let busy = variants::with(open, |scenario| crowd(scenario, hours));
            let (began, left) = unmoved(&lab, &busy, dead)?;
            dead = left;
            told = told && began >= ENOUGH;
        }
    }
    let elsewhere: Vec<Value> = still.into_iter().filter(|value| !dead.contains(value)).collect();
    Ok(Unmoved { dead: named(&dead), elsewhere: named(&elsewhere), told: told || dead.is_empty() })
}

/// How many young people begin in all replications of an experiment together, and which of some values move nothing in it.
fn unmoved(
    lab: &Laboratory<'_>,
    experiment: &Experiment,
    values: Vec<Value>,
) -> Result<(f64, Vec<Value>), RunError> {
    let before = results(lab, experiment)?;
    let mut unmoved = Vec::new();
    for value in values {
        let nudged = variants::with(experiment, |scenario| nudge(scenario, value));
        if results(lab, &nudged)?.differing(&before, |_| true) < 1.0 {
            unmoved.push(value);
        }
    }
    Ok((before.totals(Metric::YouthsStarted).sum(), unmoved))
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

/// Everything that can be changed and is read: the start-up cost only of a provider that starts, the discount rate only when there is
/// a second period, and the correction of an index only when there is a third, which pays for it in full.
fn all(scenario: &Scenario) -> Vec<Value> {
    let periods = scenario.calendar.periods().len();
    let is_read = |key: &&Key| match key {
        Key::DiscountRate => periods > 1,
        Key::IndexCorrection => periods > 2,
        _ => true,
    };
    let mut all: Vec<Value> = Key::ALL.iter().filter(is_read).map(|key| Value::Team(*key)).collect();
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

/// Many young people come, some of them attracted, and every provider has so many hours and may well stop.
fn crowd(scenario: &mut Scenario, hours: f64) {
    variants::set(scenario, Key::InflowYouthsPerYear, MANY);
    variants::set(scenario, Key::AttractedShareOfInflow, ATTRACTED);
    variants::set_all(scenario, ProviderKey::HoursPerWeek, hours);
    variants::set_all(scenario, ProviderKey::ExitPerYear, EXITS);
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

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use super::*;
    use crate::random::Seed;
    use crate::scenario::{Request, load};

    /// The start-up cost of a provider that was there before the forecast is paid by nobody, however many come.
    #[test]
    fn a_value_that_nobody_reads_is_told_from_one_that_nobody_comes_to_show() {
        let request =
            Request { scenarios: vec!["scenarios/third-provider.toml".into()], ..Request::default() };
        let steady = variants::steady(&load(&request).unwrap().experiment.in_leading_world());
        let open = variants::with(&variants::arms(&steady, &[1]), |scenario| {
            open(scenario);
            variants::set(scenario, Key::InflowYouthsPerYear, 1.0);
            scenario.providers[2].start = None;
        });
        let stop = AtomicBool::new(false);
        let lab = Laboratory { seed: Seed(1), replications: 12, threads: 1, progress: &|_| {}, stop: &stop };
        let values = vec![
            Value::Provider(2, ProviderKey::StartUpCost),
            Value::Team(Key::LeavePerWeek),
            Value::Team(Key::DirectHours),
        ];
        let [unread, unseen] =
            ["providers.derde.start_up_cost_eur", "queue.leave_per_week"].map(String::from);
        let expected = Unmoved { dead: vec![unread], elsewhere: vec![unseen], told: true };
        assert_eq!(sift(&lab, &open, values).unwrap(), expected);
    }
}
