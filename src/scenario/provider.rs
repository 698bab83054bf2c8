//! The providers of an arm: how each is paid, what it can do, and when it is there.

use super::calendar::Calendar;
use super::check::{Check, timeline, unknown_need};
use super::fault::FaultKind;
use super::inputs::{Desk, Spot};
use super::keys::Family;
use super::model::Provider;
use super::resolve::Force;
use super::value::Value;
use super::vocabulary::ProviderKey;

/// The providers in force, in the order of the files; none when something is wrong.
pub(super) fn providers(
    check: &Check<'_>,
    desk: &mut Desk,
    arm: usize,
    force: &Force<'_>,
    (calendar, needs): (&Calendar, Option<&[String]>),
) -> Option<Vec<Provider>> {
    let leaf = &check.layers[*check.cast.arms[arm].last()?];
    let most = super::file::MOST_PROVIDERS;
    if force.providers.len() > most {
        if !check.is_crowded(arm) {
            let what = "providers".to_owned();
            let spot = force.providers[most].1;
            desk.fault(spot, FaultKind::TooMany { what, found: force.providers.len(), most });
        }
        return None;
    }
    // What is missing may have stood on a line that could not be read.
    let is_broken = check.cast.arms[arm].iter().any(|index| check.layers[*index].broken);
    let mut made = Vec::new();
    for (name, spot) in &force.providers {
        let missing = check.missing(desk, leaf, (Family::Provider, name), force);
        let provider = Named { name, spot: *spot, force };
        let is_suspect = check.is_suspect(|suspect| suspect.starts_with(&format!("providers.{name}.")));
        let paid = !is_suspect && !is_broken && provider.payment(desk);
        let dated = provider.dates(desk, calendar);
        let expertise = needs.and_then(|needs| provider.expertise(desk, needs));
        if missing || !paid || !dated {
            continue;
        }
        made.extend(provider.make(expertise));
    }
    (made.len() == force.providers.len()).then_some(made)
}

struct Named<'f, 'l> {
    name: &'f str,
    spot: Spot,
    force: &'f Force<'l>,
}

impl Named<'_, '_> {
    fn key(&self, key: &str) -> String {
        format!("providers.{}.{key}", self.name)
    }

    fn has(&self, key: ProviderKey) -> bool {
        self.force.held.contains_key(self.key(key.entry().key).as_str())
    }

    /// Whether it is paid in exactly one of the three ways.
    fn payment(&self, desk: &mut Desk) -> bool {
        let all =
            [ProviderKey::HoursPerWeek, ProviderKey::Budget, ProviderKey::HourlyPrice, ProviderKey::Grant];
        let has = all.map(|key| self.has(key));
        let known =
            matches!(has, [true, false, true, false] | [_, true, true, false] | [true, false, false, true]);
        if !known {
            let given =
                all.into_iter().zip(has).filter(|(_, has)| *has).map(|(key, _)| key.entry().key).collect();
            desk.fault(self.spot, FaultKind::Payment { provider: self.name.to_owned(), given });
            return false;
        }
        if has[1] && !self.force.held.contains_key(self.key("budget_indexed").as_str()) {
            desk.fault(self.spot, FaultKind::BudgetIndexed { provider: self.name.to_owned() });
            return false;
        }
        true
    }

    /// Whether it starts within the horizon and stops after that.
    fn dates(&self, desk: &mut Desk, calendar: &Calendar) -> bool {
        let (start_key, exit_key) = (self.key("start"), self.key("exit_on"));
        let date = |key: &str| match self.force.value(key) {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        };
        let last = calendar.monday(calendar.weeks() - 1);
        let start = date(&start_key);
        if let (Some(date), Some(spot)) = (start, self.force.spot(&start_key))
            && date > last
        {
            desk.fault(spot, FaultKind::AfterHorizon { key: start_key, date, end: last });
            return false;
        }
        if let (Some(start), Some(exit), Some(spot)) = (start, date(&exit_key), self.force.spot(&exit_key))
            && exit <= start
        {
            desk.fault(spot, FaultKind::ExitBeforeStart { start, exit });
            return false;
        }
        true
    }

    fn expertise(&self, desk: &mut Desk, needs: &[String]) -> Option<Vec<usize>> {
        let key = self.key("expertise");
        let Some(Value::Names(names)) = self.force.value(&key) else { return None };
        let spot = self.force.spot(&key)?;
        let mut found = Vec::new();
        for name in names {
            match needs.iter().position(|need| need == name) {
                Some(at) => found.push(at),
                None => unknown_need(desk, spot, name, needs),
            }
        }
        (found.len() == names.len()).then_some(found)
    }

    fn make(&self, expertise: Option<Vec<usize>>) -> Option<Provider> {
        let flag = |key: &str| match self.force.value(&self.key(key)) {
            Some(Value::Flag(flag)) => Some(*flag),
            _ => None,
        };
        let date = |key: &str| match self.force.value(&self.key(key)) {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        };
        let mut quantities = Vec::new();
        for key in ProviderKey::ALL {
            let full = self.key(key.entry().key);
            let there = self.force.held.contains_key(full.as_str());
            let made = timeline(self.force, &full);
            if there && made.is_none() {
                return None;
            }
            quantities.push(made);
        }
        Some(Provider {
            name: self.name.to_owned(),
            quantities,
            start: date("start"),
            exit_on: date("exit_on"),
            expertise: expertise?,
            accepts_other_needs: flag("accepts_other_needs")?,
            budget_indexed: flag("budget_indexed").unwrap_or(false),
        })
    }
}
