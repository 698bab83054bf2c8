//! Laying files over each other: the root, its children, a world, the prompt.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::file::{Layer, Setting};
use super::inputs::Spot;
use super::keys::{Family, Keys, Setter, provider_of, split};
use super::model::Place;
use super::value::{Stated, Value};

/// A value as it was elsewhere: in the parent, in the scenario itself, or in another world.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// The value.
    pub value: Value,
    /// Where that was set.
    pub place: Place,
}

/// One resolved value of an arm, for showing.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// The dotted key.
    pub key: String,
    /// The date of a dated change; none for the value from the start.
    pub from: Option<Date>,
    /// The value under the leading world.
    pub value: Value,
    /// Where it was set.
    pub place: Place,
    /// What it was in the parent, where the parent differs; its value in no world.
    pub parent: Option<Earlier>,
    /// What the scenario itself says, where the leading world or the prompt says something else.
    pub own: Option<Earlier>,
    /// What other worlds make of it, by the index of the world, where they differ.
    pub worlds: Vec<(usize, Earlier)>,
}

/// A value in force, and the place that put it there; no value when that place is faulty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held<'l> {
    pub(super) value: Option<&'l Value>,
    pub(super) spot: Spot,
}

/// A dated change in force.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeldChange<'l> {
    pub(super) to: Option<&'l Stated>,
    pub(super) spot: Spot,
}

/// All that is in force for an arm in a world.
#[derive(Clone, Debug, Default)]
pub(super) struct Force<'l> {
    pub(super) held: BTreeMap<&'l str, Held<'l>>,
    pub(super) changes: BTreeMap<&'l str, BTreeMap<Date, HeldChange<'l>>>,
    pub(super) providers: Vec<(&'l str, Spot)>,
    pub(super) ceilings: Vec<(&'l str, Spot)>,
}

impl<'l> Force<'l> {
    /// A scenario with its parents, the root first.
    pub(super) fn of_chain(chain: &[&'l Layer]) -> Self {
        let mut force = Self::default();
        for layer in chain {
            for (name, spot) in &layer.providers {
                if force.providers.iter().all(|known| known.0 != name) {
                    force.providers.push((name, *spot));
                }
            }
            for (name, spot) in &layer.ceilings {
                if force.ceilings.iter().all(|known| known.0 != name) {
                    force.ceilings.push((name, *spot));
                }
            }
            for setting in &layer.settings {
                force.set(setting);
            }
            force.change(layer, |_| true);
        }
        force
    }

    /// Lays a world over it. A value for a provider, or for a quantity of a provider, that it lacks is skipped.
    pub(super) fn lay_world(&mut self, world: &'l Layer) {
        for setting in &world.settings {
            if self.has_place_for(&setting.key) {
                self.set(setting);
            }
        }
        let held: Vec<&str> = self.held.keys().copied().collect();
        self.change(world, |key| held.binary_search(&key).is_ok());
    }

    /// Lays the values set at the prompt over it; policies only where `policies` says so.
    pub(super) fn lay_prompt(&mut self, prompt: &'l Layer, keys: &Keys, policies: bool) {
        for setting in &prompt.settings {
            if !self.is_reached(&setting.key, keys, policies) {
                continue;
            }
            // The length of the horizon has two spellings; the prompt replaces either.
            match setting.key.as_str() {
                "time.years" => self.held.remove("time.end"),
                "time.end" => self.held.remove("time.years"),
                _ => None,
            };
            // Who sets a value at the prompt means it for the whole run.
            self.changes.remove(setting.key.as_str());
            self.set(setting);
        }
    }

    /// Whether a value set at the prompt for this key holds here.
    pub(super) fn is_reached(&self, key: &str, keys: &Keys, policies: bool) -> bool {
        let is_policy = keys.find_full(key).is_some_and(|key| key.setter == Setter::Scenario);
        (policies || !is_policy) && self.has_owner(key)
    }

    fn set(&mut self, setting: &'l Setting) {
        self.held.insert(&setting.key, Held { value: setting.value.as_ref(), spot: setting.spot });
    }

    fn change(&mut self, layer: &'l Layer, wanted: impl Fn(&str) -> bool) {
        for change in layer.changes.iter().filter(|change| wanted(&change.key)) {
            let held = HeldChange { to: change.to.as_ref(), spot: change.spot };
            self.changes.entry(&change.key).or_default().insert(change.from, held);
        }
    }

    /// Whether the provider or ceiling of a key is there, or the key needs none.
    pub(super) fn has_owner(&self, key: &str) -> bool {
        let named = |names: &[(&str, Spot)], prefix: &str| {
            let name = key.strip_prefix(prefix).and_then(|rest| rest.split_once('.')).map(|(name, _)| name);
            names.iter().any(|known| Some(known.0) == name)
        };
        match split(key).0 {
            Family::Team => true,
            Family::Provider => named(&self.providers, "providers."),
            Family::Ceiling => named(&self.ceilings, "ceilings."),
        }
    }

    /// Whether a world may fill a key here: one of the team, or one that the provider has.
    pub(super) fn has_place_for(&self, key: &str) -> bool {
        provider_of(key).is_none() || self.held.contains_key(key)
    }

    /// A value in force, if it is there and faultless.
    pub(super) fn value(&self, key: &str) -> Option<&'l Value> {
        self.held.get(key).and_then(|held| held.value)
    }

    /// A quantity in force, if it is there and faultless.
    pub(super) fn stated(&self, key: &str) -> Option<&'l Stated> {
        match self.value(key) {
            Some(Value::Quantity(stated)) => Some(stated),
            _ => None,
        }
    }

    pub(super) fn spot(&self, key: &str) -> Option<Spot> {
        self.held.get(key).map(|held| held.spot)
    }

    /// The quantity that holds on a date.
    pub(super) fn stated_on(&self, key: &str, date: Date) -> Option<&'l Stated> {
        let changes = self.changes.get(key);
        let last = changes.and_then(|changes| changes.range(..=date).next_back());
        last.map_or_else(|| self.stated(key), |(_, change)| change.to)
    }

    /// Every value in force with its date, in the order of the documents.
    pub(super) fn list(&self, keys: &Keys) -> Vec<(&'l str, Option<Date>, Value, Spot)> {
        let mut list: Vec<(&'l str, Option<Date>, Value, Spot)> = Vec::new();
        for (key, held) in &self.held {
            if let Some(value) = held.value {
                list.push((key, None, self.as_it_counts(value), held.spot));
            }
        }
        for (key, changes) in &self.changes {
            for (date, change) in changes {
                if let Some(to) = change.to {
                    list.push((key, Some(*date), Value::Quantity(self.effective(to)), change.spot));
                }
            }
        }
        let owner = |key: &str| match split(key).0 {
            Family::Team => 0,
            Family::Provider => {
                1 + self.providers.iter().position(|(name, _)| Some(*name) == provider_of(key)).unwrap_or(0)
            }
            Family::Ceiling => {
                let named =
                    |name: &str| key.strip_prefix("ceilings.").is_some_and(|rest| rest.starts_with(name));
                1000 + self.ceilings.iter().position(|(name, _)| named(&format!("{name}."))).unwrap_or(0)
            }
        };
        list.sort_by_key(|(key, date, ..)| (owner(key), keys.rank(key), *date));
        list
    }

    fn as_it_counts(&self, value: &Value) -> Value {
        match value {
            Value::Quantity(stated) => Value::Quantity(self.effective(stated)),
            other => other.clone(),
        }
    }

    /// The value of a key from a date on, exactly as set.
    pub(super) fn at(&self, key: &str, from: Option<Date>) -> Option<(Value, Spot)> {
        match from {
            None => {
                let held = self.held.get(key)?;
                Some((self.as_it_counts(held.value?), held.spot))
            }
            Some(date) => {
                let change = self.changes.get(key)?.get(&date)?;
                Some((Value::Quantity(self.effective(change.to?)), change.spot))
            }
        }
    }
}
