//! Ceilings, and whether a policy breaks one before any chance plays.

use jiff::civil::Date;

use super::calendar::Calendar;
use super::check::Check;
use super::fault::FaultKind;
use super::inputs::Desk;
use super::keys::Family;
use super::model::{Ceiling, Quantity};
use super::resolve::Force;
use super::value::Value;
use super::vocabulary::{Key, ProviderKey};
use crate::units::{Eur, EurPerHour, Hours};

/// Weeks in a year for a sum on paper: an hourly price times the hours of 52 weeks.
const WEEKS: f64 = 52.0;

/// The ceilings in force; none when something is wrong.
pub(super) fn ceilings(
    check: &Check<'_>,
    desk: &mut Desk,
    arm: usize,
    force: &Force<'_>,
) -> Option<Vec<Ceiling>> {
    let leaf = &check.layers[*check.cast.arms[arm].last()?];
    let most = super::file::MOST_CEILINGS;
    if force.ceilings.len() > most {
        if !check.is_crowded(arm) {
            let (what, found) = ("ceilings".to_owned(), force.ceilings.len());
            desk.fault(force.ceilings[most].1, FaultKind::TooMany { what, found, most });
        }
        return None;
    }
    let mut made = Vec::new();
    for (name, _) in &force.ceilings {
        if check.missing(desk, leaf, (Family::Ceiling, name), force) {
            continue;
        }
        made.extend(make(force, name));
    }
    (made.len() == force.ceilings.len()).then_some(made)
}

fn make(force: &Force<'_>, name: &str) -> Option<Ceiling> {
    let key = |key: &str| format!("ceilings.{name}.{key}");
    let flag = |name: &str| match force.value(&key(name)) {
        Some(Value::Flag(flag)) => Some(*flag),
        _ => None,
    };
    let providers = match force.value(&key("providers")) {
        Some(Value::Names(names)) => names.clone(),
        None if force.held.contains_key(key("providers").as_str()) => return None,
        _ => Vec::new(),
    };
    Some(Ceiling {
        name: name.to_owned(),
        limit: Quantity::of(force.stated(&key("eur_per_year"))?),
        indexed: flag("indexed")?,
        providers,
        may_break: flag("may_break")?,
    })
}

/// A fault when the policy costs more than the ceiling in its first full year, at the likely values and at the
/// price level of the files: no index, no screeners' hours, 52 weeks.
pub(super) fn on_its_face(desk: &mut Desk, force: &Force<'_>, ceiling: &Ceiling, calendar: &Calendar) {
    let key = format!("ceilings.{}.eur_per_year", ceiling.name);
    let (Some(limit), Some(spot)) = (force.stated(&key), force.spot(&key)) else { return };
    let limit = limit.statement.likely();
    if ceiling.may_break {
        return;
    }
    let covered: Vec<&str> = force
        .providers
        .iter()
        .map(|known| known.0)
        .filter(|name| ceiling.providers.is_empty() || ceiling.providers.iter().any(|listed| listed == name))
        .collect();
    let Some(on) = first_full_year(force, &covered, calendar) else { return };
    let mut parts: Vec<(String, f64)> = covered
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), yearly_cost(force, name, on)?.value())))
        .collect();
    if ceiling.providers.is_empty()
        && let Some(campaign) = force.stated_on(Key::CampaignCostPerYear.entry().key, on)
        && campaign.statement.likely() > 0.0
    {
        parts.push(("campaign".to_owned(), campaign.statement.likely()));
    }
    let total: f64 = parts.iter().map(|(_, amount)| amount).sum();
    // A cent of slack: a limit and a price times hours are both rounded figures.
    if total > limit + 0.01 {
        let (ceiling, year) = (ceiling.name.clone(), on.year());
        desk.fault(spot, FaultKind::CeilingBroken { ceiling, limit, total, year, parts });
    }
}

/// 1 January of the first budget year wholly within the horizon in which all of these providers are there; of the
/// last year when there is none.
fn first_full_year(force: &Force<'_>, providers: &[&str], calendar: &Calendar) -> Option<Date> {
    let first = calendar.monday(calendar.forecast_from());
    let last = calendar.monday(calendar.weeks() - 1);
    let starts = providers.iter().filter_map(|name| match force.value(&format!("providers.{name}.start")) {
        Some(Value::Date(date)) => Some(*date),
        _ => None,
    });
    let from = starts.fold(first, Date::max);
    // A year is whole when its first Monday is played and its last is.
    let year = if from.month() == 1 && from.day() <= 7 { from.year() } else { from.year() + 1 };
    Date::new(year.min(last.year()), 1, 1)
        .ok()
        .map(|date| date.max(Date::new(first.year(), 1, 1).unwrap_or(date)))
}

/// What a provider costs in a year at the values that hold on a date.
fn yearly_cost(force: &Force<'_>, name: &str, on: Date) -> Option<Eur> {
    let value = |key: ProviderKey| {
        force
            .stated_on(&format!("providers.{name}.{}", key.entry().key), on)
            .map(|stated| stated.statement.likely())
    };
    if let Some(grant) = value(ProviderKey::Grant) {
        return Some(Eur(grant));
    }
    let price = EurPerHour(value(ProviderKey::HourlyPrice)?);
    let asked = value(ProviderKey::HoursPerWeek).map(|hours| price * Hours(hours * WEEKS));
    let budget = value(ProviderKey::Budget).map(Eur);
    match (asked, budget) {
        (Some(asked), Some(budget)) => Some(if asked < budget { asked } else { budget }),
        (asked, budget) => budget.or(asked),
    }
}

/// Hours per week that a budget buys at the likely price, and the hours wished for.
pub(super) fn wish_and_means(force: &Force<'_>, name: &str) -> Option<(f64, f64)> {
    let value = |key: ProviderKey| {
        force.stated(&format!("providers.{name}.{}", key.entry().key)).map(|stated| stated.statement.likely())
    };
    let hours = Eur(value(ProviderKey::Budget)?) / EurPerHour(value(ProviderKey::HourlyPrice)?);
    Some((value(ProviderKey::HoursPerWeek)?, hours.value() / WEEKS))
}
