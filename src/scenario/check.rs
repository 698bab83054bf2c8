//! What can only be judged with all files at hand, and the scenario that comes of it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::calendar::Calendar;
use super::fault::FaultKind;
use super::file::Layer;
use super::inputs::{Desk, Spot};
use super::keys::{Family, Keys, Setter, nearest, provider_of, split};
use super::load::Cast;
use super::model::{Composition, Quantity, Scenario, Timeline};
use super::resolve::{Earlier, Force, Resolved};
use super::value::{Stated, Value};
use super::vocabulary::Key;
use super::{ceiling, correlation, provider};

/// The files, and what is in force per arm and world.
#[derive(Debug)]
pub(super) struct Check<'l> {
    pub(super) keys: &'l Keys,
    pub(super) layers: &'l [Layer],
    pub(super) cast: &'l Cast,
    /// Per arm and world; one world when none is named.
    pub(super) forces: Vec<Vec<Force<'l>>>,
    /// Per arm, in no world and with nothing set at the prompt.
    pub(super) own: Vec<Force<'l>>,
}

impl Quantity {
    pub(super) fn of(stated: &Stated) -> Self {
        Self {
            law: stated.law.clone(),
            correlation: stated.correlation.clone(),
            provenance: stated.provenance.clone(),
        }
    }
}

impl<'l> Check<'l> {
    pub(super) fn new(keys: &'l Keys, layers: &'l [Layer], cast: &'l Cast) -> Self {
        let own: Vec<Force<'l>> = cast
            .arms
            .iter()
            .map(|chain| Force::of_chain(&chain.iter().map(|index| &layers[*index]).collect::<Vec<_>>()))
            .collect();
        let mut check = Self { keys, layers, cast, forces: Vec::new(), own };
        let arms = 0..cast.arms.len();
        check.forces = arms
            .map(|arm| check.unset(arm).into_iter().map(|force| check.with_prompt(arm, force)).collect())
            .collect();
        check
    }

    /// An arm in each world, with nothing set at the prompt.
    pub(super) fn unset(&self, arm: usize) -> Vec<Force<'l>> {
        let worlds = self.cast.worlds.iter().map(|world| {
            let mut force = self.own[arm].clone();
            force.lay_world(&self.layers[*world]);
            force
        });
        let worlds: Vec<Force<'l>> = worlds.collect();
        if worlds.is_empty() { vec![self.own[arm].clone()] } else { worlds }
    }

    /// The same with what is set at the prompt laid over it.
    pub(super) fn with_prompt(&self, arm: usize, mut force: Force<'l>) -> Force<'l> {
        if let Some(prompt) = self.cast.prompt {
            force.lay_prompt(&self.layers[prompt], self.keys, self.cast.named[arm]);
        }
        force
    }

    /// The files in use, each once.
    pub(super) fn layers_in_use(&self) -> BTreeSet<usize> {
        self.cast.arms.iter().flatten().chain(&self.cast.worlds).chain(&self.cast.prompt).copied().collect()
    }

    /// Every scenario by arm and world; none when something is wrong.
    pub(super) fn scenarios(&self, desk: &mut Desk) -> Option<Vec<Vec<Scenario>>> {
        for index in self.layers_in_use() {
            self.layer(desk, &self.layers[index]);
        }
        let calendar = self.calendar(desk)?;
        let mut whole = true;
        let mut scenarios = Vec::new();
        for (arm, worlds) in self.forces.iter().enumerate() {
            let mut row = Vec::new();
            for (world, force) in worlds.iter().enumerate() {
                let made = self.scenario(desk, (arm, world), force, &calendar);
                whole &= made.is_some();
                row.extend(made);
            }
            scenarios.push(row);
        }
        whole.then_some(scenarios)
    }

    /// Faults of one file against the others.
    fn layer(&self, desk: &mut Desk, layer: &Layer) {
        let changes = layer.changes.iter().map(|change| (change.key.as_str(), change.spot));
        for (key, spot) in layer.settings.iter().map(|set| (set.key.as_str(), set.spot)).chain(changes) {
            let setter = self.keys.find_full(key).map(|known| known.setter);
            if layer.is_world && setter == Some(Setter::Scenario) && split(key).0 != Family::Ceiling {
                desk.fault(spot, FaultKind::PolicyInWorld { key: key.to_owned() });
            }
        }
        let is_prompt = self.cast.prompt.is_some_and(|at| self.layers[at].input == layer.input);
        let in_changes = layer
            .changes
            .iter()
            .filter(|_| !layer.is_world)
            .filter_map(|change| Some((provider_of(&change.key)?, change.spot)));
        let set = layer.providers.iter().filter(|_| is_prompt).map(|(name, spot)| (name.as_str(), *spot));
        let known: Vec<&str> =
            self.own.iter().flat_map(|own| own.providers.iter().map(|known| known.0)).collect();
        for (name, spot) in in_changes.chain(set) {
            if !known.contains(&name) {
                desk.fault_with(spot, || FaultKind::UnknownProvider {
                    found: name.to_owned(),
                    nearest: nearest(name, known.iter().copied()),
                });
            }
        }
        for (name, spot) in layer.ceilings.iter().filter(|_| is_prompt) {
            let known: Vec<&str> =
                self.own.iter().flat_map(|own| own.ceilings.iter().map(|known| known.0)).collect();
            if !known.contains(&name.as_str()) {
                let nearest = nearest(name, known.iter().copied());
                desk.fault(*spot, FaultKind::UnknownProvider { found: name.clone(), nearest });
            }
        }
    }

    /// Whether one file of an arm alone has more providers or ceilings than there can be.
    pub(super) fn is_crowded(&self, arm: usize) -> bool {
        self.cast.arms[arm].iter().any(|index| self.layers[*index].crowded)
    }

    /// Keys of a family that must be there and are not.
    pub(super) fn missing(
        &self,
        desk: &mut Desk,
        layer: &Layer,
        (family, name): (Family, &str),
        force: &Force<'_>,
    ) -> bool {
        let full = |key: &str| match family {
            Family::Team => key.to_owned(),
            Family::Provider => format!("providers.{name}.{key}"),
            Family::Ceiling => format!("ceilings.{name}.{key}"),
        };
        let missing: Vec<String> = self
            .keys
            .all()
            .iter()
            .filter(|key| {
                key.family == family && key.required && !force.held.contains_key(full(key.key).as_str())
            })
            .filter(|key| {
                let full = full(key.key);
                !self.is_suspect(|suspect| {
                    full.strip_prefix(suspect).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
                })
            })
            .map(|key| key.key.to_owned())
            .collect();
        let any = !missing.is_empty();
        if any && !self.cast.arms.iter().flatten().any(|index| self.layers[*index].broken) {
            let names = match family {
                Family::Team => None,
                Family::Provider => Some((&force.providers, "providers")),
                Family::Ceiling => Some((&force.ceilings, "ceilings")),
            };
            let (spot, within, near) = match names {
                None => (Desk::whole(layer.input), None, None),
                Some((names, table)) => {
                    let spot = names
                        .iter()
                        .find(|known| known.0 == name)
                        .map_or(Desk::whole(layer.input), |known| known.1);
                    let others = names.iter().map(|known| known.0).filter(|known| *known != name);
                    (spot, Some(format!("{table}.{name}")), nearest(name, others))
                }
            };
            desk.fault(spot, FaultKind::MissingKeys { keys: missing, within, nearest: near });
        }
        any
    }

    /// Whether an unknown key in some file was probably meant for one like this.
    pub(super) fn is_suspect(&self, like: impl Fn(&str) -> bool) -> bool {
        self.cast
            .arms
            .iter()
            .flatten()
            .any(|at| self.layers[*at].suspects.iter().any(|suspect| like(suspect)))
    }

    fn scenario(
        &self,
        desk: &mut Desk,
        (arm, world): (usize, usize),
        force: &Force<'l>,
        calendar: &Calendar,
    ) -> Option<Scenario> {
        if world == 0 {
            correlation::check(self.keys, desk, &self.own[arm], true);
        }
        correlation::check(self.keys, desk, force, false);
        let needs = self.composition(desk, force, "needs.shares");
        let parts = needs.as_ref().map(|needs| needs.parts.as_slice());
        let providers = provider::providers(self, desk, arm, force, (calendar, parts));
        let ceilings = ceiling::ceilings(self, desk, arm, force);
        // A ceiling is held against the leading world, the one that decides; another may be meant to break it.
        for ceiling in ceilings.iter().flatten().filter(|_| world == 0) {
            ceiling::on_its_face(desk, force, ceiling, calendar);
        }
        let attracted_need = parts.and_then(|parts| {
            let Some(Value::Text(found)) = force.value("attracted.need") else { return None };
            let at = parts.iter().position(|part| part == found);
            if at.is_none() {
                unknown_need(desk, force.spot("attracted.need")?, found, parts);
            }
            at
        });
        let most = force.stated(Key::ConversationsMost.entry().key).map(|most| most.statement.likely());
        let mean = force.stated(Key::ConversationsMean.entry().key).map(|mean| mean.statement.likely());
        if let (Some(mean), Some(most), Some(spot)) =
            (mean, most, force.spot(Key::ConversationsMean.entry().key))
            && mean > most
        {
            desk.fault(spot, FaultKind::MeanAboveMost { mean, most });
        }
        let registered = self.registered(desk, calendar);
        let referrers = self.composition(desk, force, "inflow.referrer_shares");
        let inflow_season = self.composition(desk, force, "inflow.season");
        let leave_season = self.composition(desk, force, "absence.leave_season");
        let outcomes = self.composition(desk, force, "outcome.shares");
        let Some(Value::Date(inflow_measured_on)) = force.value("inflow.measured_on") else { return None };
        let Some(Value::Flag(costs_indexed)) = force.value("money.costs_indexed") else { return None };
        let quantities: Option<Vec<Timeline>> =
            Key::ALL.iter().map(|key| timeline(force, key.entry().key)).collect();
        Some(Scenario {
            calendar: calendar.clone(),
            quantities: quantities?,
            inflow_measured_on: *inflow_measured_on,
            referrers: referrers?,
            inflow_season: inflow_season?,
            leave_season: leave_season?,
            needs: needs?,
            outcomes: outcomes?,
            attracted_need: attracted_need?,
            costs_indexed: *costs_indexed,
            providers: providers?,
            ceilings: ceilings?,
            registered: registered?,
        })
    }

    /// Shares in force, with the parts in the order of the root.
    fn composition(&self, desk: &mut Desk, force: &Force<'l>, key: &str) -> Option<Composition> {
        let Some(Value::Shares(stated)) = force.value(key) else { return None };
        let first = match self.own[0].value(key) {
            Some(Value::Shares(first)) => first,
            _ => stated,
        };
        let order: Vec<&String> = first.parts.iter().map(|(name, _)| name).collect();
        let missing: Vec<String> = order
            .iter()
            .filter(|name| stated.parts.iter().all(|(known, _)| known != **name))
            .map(|name| (*name).clone())
            .collect();
        let unknown: Vec<String> =
            stated.parts.iter().map(|(name, _)| name).filter(|name| !order.contains(name)).cloned().collect();
        if !missing.is_empty() || !unknown.is_empty() {
            desk.fault(force.spot(key)?, FaultKind::Parts { key: key.to_owned(), missing, unknown });
            return None;
        }
        let mut stated = stated.clone();
        stated.parts.sort_by_key(|(name, _)| order.iter().position(|known| *known == name));
        Some(Composition {
            key: key.to_owned(),
            parts: stated.parts.iter().map(|(name, _)| name.clone()).collect(),
            law: stated.law(),
            provenance: stated.provenance.clone(),
        })
    }

    /// Per arm every value under the leading world, and what it was elsewhere.
    pub(super) fn resolved(&self, desk: &Desk) -> Vec<Vec<Resolved>> {
        let earlier = |found: (Value, Spot)| Earlier { value: found.0, place: desk.place(found.1) };
        let mut arms = Vec::new();
        for (arm, worlds) in self.forces.iter().enumerate() {
            let chain = &self.cast.arms[arm];
            let above: Vec<&Layer> =
                chain[..chain.len() - 1].iter().map(|index| &self.layers[*index]).collect();
            let parent = (!above.is_empty()).then(|| Force::of_chain(&above));
            let list = worlds[0].list(self.keys).into_iter().map(|(key, from, value, spot)| {
                let differs = |found: &(Value, Spot)| found.1 != spot && !found.0.says_the_same(&value);
                let own = self.own[arm].at(key, from);
                let parent = parent.as_ref().and_then(|parent| parent.at(key, from));
                // A parent that the scenario did not override says what the scenario says: told once.
                let parent = parent.filter(|parent| own.as_ref().is_none_or(|own| own.1 != parent.1));
                let others = worlds.iter().enumerate().skip(1).filter_map(|(world, force)| {
                    Some((world, earlier(force.at(key, from).filter(|found| differs(found))?)))
                });
                Resolved {
                    key: key.to_owned(),
                    from,
                    place: desk.place(spot),
                    parent: parent.filter(|found| differs(found)).map(earlier),
                    own: own.filter(|found| differs(found)).map(earlier),
                    worlds: others.collect(),
                    value,
                }
            });
            arms.push(list.collect());
        }
        arms
    }
}

pub(super) fn unknown_need(desk: &mut Desk, spot: Spot, found: &str, needs: &[String]) {
    desk.fault_with(spot, || FaultKind::UnknownNeed {
        found: found.to_owned(),
        needs: needs.to_vec(),
        nearest: nearest(found, needs.iter().map(String::as_str)),
    });
}

/// A quantity over time, if it is there and faultless.
pub(super) fn timeline(force: &Force<'_>, key: &str) -> Option<Timeline> {
    let initial = Quantity::of(&force.effective(force.stated(key)?));
    let changes: Option<Vec<(Date, Quantity)>> = force
        .changes
        .get(key)
        .into_iter()
        .flatten()
        .map(|(date, change)| Some((*date, Quantity::of(&force.effective(change.to?)))))
        .collect();
    Some(Timeline { key: key.to_owned(), initial, changes: changes? })
}
