//! Correlations: each names an uncertain quantity, and none comes back to where it began.

use std::collections::BTreeMap;

use super::fault::FaultKind;
use super::inputs::{Desk, Spot};
use super::keys::{Family, Form, Keys, nearest, provider_of};
use super::resolve::Force;
use super::value::{Stated, Statement, Value};

const fn is_fixed(stated: &Stated) -> bool {
    matches!(stated.statement, Statement::Fixed(_))
}

impl Force<'_> {
    /// A quantity as it counts here. A world may fix what another quantity is correlated with, and an arm may lack
    /// the provider it belongs to: then there is nothing left to go together with.
    pub(super) fn effective(&self, stated: &Stated) -> Stated {
        let mut effective = stated.clone();
        let partner = stated.correlation.as_ref().and_then(|(with, _)| self.stated(with));
        if partner.is_none_or(is_fixed) || is_fixed(stated) {
            effective.correlation = None;
        }
        effective
    }
}

/// Faults of the correlations in force. Fixed or absent partners are faults in the scenario files themselves
/// (`own`), not where a world or an arm takes the partner away.
pub(super) fn check(keys: &Keys, desk: &mut Desk, force: &Force<'_>, own: bool) {
    let initial = force.held.iter().filter_map(|(key, held)| match held.value {
        Some(Value::Quantity(stated)) => Some((*key, stated, held.spot)),
        _ => None,
    });
    let dated = force.changes.iter().flat_map(|(key, changes)| {
        changes.values().filter_map(|change| Some((*key, change.to?, change.spot)))
    });
    let mut with: BTreeMap<&str, (&str, Spot)> = BTreeMap::new();
    for (key, stated, spot) in initial.chain(dated) {
        let Some((other, _)) = &stated.correlation else { continue };
        if own && is_fixed(stated) {
            desk.fault(spot, FaultKind::CorrelationFixed { key: key.to_owned() });
            continue;
        }
        match force.held.get(other.as_str()).map(|held| held.value) {
            Some(Some(Value::Quantity(partner))) if own && is_fixed(partner) => {
                desk.fault(spot, FaultKind::CorrelationFixed { key: other.clone() });
            }
            Some(Some(Value::Quantity(_)) | None) => {
                with.entry(key).or_insert((other, spot));
            }
            _ if own || keys.find_full(other).is_none() => desk.fault_with(spot, || {
                let quantities = keys.all().iter().filter(|key| matches!(key.form, Form::Quantity(_)));
                let team = quantities.filter(|key| key.family == Family::Team).map(|key| key.key);
                let held = force.held.keys().copied().filter(|key| provider_of(key).is_some());
                FaultKind::CorrelationUnknown {
                    with: other.clone(),
                    nearest: nearest(other, team.chain(held)),
                }
            }),
            _ => {}
        }
    }
    circles(desk, &with);
}

fn circles(desk: &mut Desk, with: &BTreeMap<&str, (&str, Spot)>) {
    for (start, (_, spot)) in with {
        let mut path = vec![(*start).to_owned()];
        let mut at = *start;
        while let Some((next, _)) = with.get(at) {
            path.push((*next).to_owned());
            if next == start {
                // Told once, at the first key of the circle by name.
                if path.iter().min().is_some_and(|first| first == start) {
                    desk.fault(*spot, FaultKind::CorrelationCircle { keys: path });
                }
                break;
            }
            if path.len() > with.len() + 1 {
                break;
            }
            at = next;
        }
    }
}
