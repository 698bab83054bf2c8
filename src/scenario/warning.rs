//! Doubts about a valid experiment: overrides without effect, values that nobody reads.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::ceiling;
use super::check::Check;
use super::fault::WarningKind;
use super::file::Layer;
use super::inputs::{self, Desk, Spot};
use super::keys::{nearest, provider_of};
use super::model::{CompositionLaw, Scenario};
use super::resolve::Force;
use super::value::{Statement, Value};
use super::vocabulary::Key;

/// Puts every doubt on the desk.
pub(super) fn look(check: &Check<'_>, scenarios: &[Vec<Scenario>], desk: &mut Desk) {
    for chain in &check.cast.arms {
        for depth in 1..chain.len() {
            overrides(check, &chain[..=depth], desk);
        }
    }
    for world in &check.cast.worlds {
        world_overrides(check, &check.layers[*world], desk);
        absent_providers(check, &check.layers[*world], desk);
    }
    hidden_by_worlds(check, desk);
    prompt_overrides(check, desk);
    late_changes(check, scenarios, desk);
    for (arm, own) in check.own.iter().enumerate() {
        // What is set at the prompt is the last layer of every chain.
        let force = &check.with_prompt(arm, own.clone());
        wishes(force, desk);
        ceilings(check, force, desk);
        needs(force, &scenarios[arm][0], desk);
        // A child of a replayed pilot states these for learning from it.
        registered(force, arm == 0 && !scenarios[arm][0].registered.is_empty(), desk);
    }
}

fn told(desk: &Desk, spot: Spot) -> (PathBuf, usize) {
    let place = desk.place(spot);
    (place.file, place.line)
}

fn nothing_new(desk: &mut Desk, spot: Spot, key: &str, before: Spot) {
    let (file, line) = told(desk, before);
    desk.warn(spot, WarningKind::ChangesNothing { key: key.to_owned(), file, line });
}

/// What the last file of a chain says that its parents said already, or that later changes undo.
fn overrides(check: &Check<'_>, chain: &[usize], desk: &mut Desk) {
    let layers: Vec<&Layer> = chain.iter().map(|index| &check.layers[*index]).collect();
    let Some((leaf, above)) = layers.split_last() else { return };
    let parent = Force::of_chain(above);
    for setting in &leaf.settings {
        let before = parent.held.get(setting.key.as_str());
        let (Some(before), Some(value)) = (before, &setting.value) else { continue };
        if before.value.is_some_and(|known| known.says_the_same(value)) {
            nothing_new(desk, setting.spot, &setting.key, before.spot);
            continue;
        }
        let start = match parent.value("time.start") {
            Some(Value::Date(start)) => *start,
            _ => continue,
        };
        let undone = parent.changes.get(setting.key.as_str()).and_then(|changes| changes.keys().next());
        let again = leaf.changes.iter().any(|change| change.key == setting.key);
        if let Some(from) = undone.filter(|from| **from <= start && !again) {
            let (key, from) = (setting.key.clone(), *from);
            desk.warn(setting.spot, WarningKind::HiddenByChanges { key, from });
        }
    }
    for change in &leaf.changes {
        let before = parent.changes.get(change.key.as_str()).and_then(|changes| changes.get(&change.from));
        if let (Some(before), Some(to)) = (before, &change.to)
            && before.to.is_some_and(|known| known.says_the_same(to))
        {
            nothing_new(desk, change.spot, &change.key, before.spot);
        }
    }
}

/// What a world says that every scenario says already.
fn world_overrides(check: &Check<'_>, world: &Layer, desk: &mut Desk) {
    for setting in &world.settings {
        let Some(value) = &setting.value else { continue };
        let before: Vec<_> = check.own.iter().filter_map(|own| own.held.get(setting.key.as_str())).collect();
        if let Some(first) = before.first()
            && before.iter().all(|held| held.value.is_some_and(|known| known.says_the_same(value)))
        {
            nothing_new(desk, setting.spot, &setting.key, first.spot);
        }
    }
}

/// What is set at the prompt and holds already, on every date, wherever it is meant for.
fn prompt_overrides(check: &Check<'_>, desk: &mut Desk) {
    let Some(prompt) = check.cast.prompt else { return };
    let unset: Vec<_> = (0..check.own.len()).map(|arm| check.unset(arm)).collect();
    for setting in &check.layers[prompt].settings {
        let Some(value) = &setting.value else { continue };
        let key = setting.key.as_str();
        let reached: Vec<&Force<'_>> = unset
            .iter()
            .zip(&check.cast.named)
            .flat_map(|(worlds, named)| {
                worlds.iter().filter(|force| force.is_reached(key, check.keys, *named))
            })
            .collect();
        let holds = |force: &&Force<'_>| {
            force.value(key).is_some_and(|known| known.says_the_same(value))
                && force.changes.get(key).is_none_or(BTreeMap::is_empty)
        };
        if let (Some(before), true) =
            (reached.first().and_then(|first| first.spot(key)), reached.iter().all(holds))
        {
            nothing_new(desk, setting.spot, key, before);
        }
    }
}

/// What a world says of providers, or of quantities of providers, that no scenario has.
///
/// The worlds that a root names serve all its children, and not every run has the child that adds the provider:
/// then only a name that looks mistyped is doubted. A world named by the user is meant for this very run.
fn absent_providers(check: &Check<'_>, world: &Layer, desk: &mut Desk) {
    let is_named = check.layers[check.cast.arms[0][0]].worlds.iter().all(|(path, _)| {
        inputs::beside(desk.path(check.layers[check.cast.arms[0][0]].input), path) != desk.path(world.input)
    });
    let known: Vec<&str> =
        check.own.iter().flat_map(|own| own.providers.iter().map(|known| known.0)).collect();
    for (name, spot) in &world.providers {
        if !known.contains(&name.as_str()) {
            let nearest = nearest(name, known.iter().copied());
            if is_named || nearest.is_some() {
                desk.warn(*spot, WarningKind::NoSuchProvider { provider: name.clone(), nearest });
            }
        }
    }
    for setting in &world.settings {
        let has_provider = provider_of(&setting.key).is_some_and(|name| known.contains(&name));
        if has_provider && check.own.iter().all(|own| !own.has_place_for(&setting.key)) {
            desk.warn(setting.spot, WarningKind::NotReadForProvider { key: setting.key.clone() });
        }
    }
}

/// Assumptions of a child that every world replaces.
fn hidden_by_worlds(check: &Check<'_>, desk: &mut Desk) {
    let worlds: Vec<&Layer> = check.cast.worlds.iter().map(|index| &check.layers[*index]).collect();
    if worlds.is_empty() {
        return;
    }
    for chain in &check.cast.arms {
        for index in &chain[1..] {
            for setting in &check.layers[*index].settings {
                if worlds.iter().all(|world| world.setting(&setting.key).is_some()) {
                    desk.warn(setting.spot, WarningKind::HiddenByWorlds { key: setting.key.clone() });
                }
            }
        }
    }
}

/// Changes and exits behind the last week.
fn late_changes(check: &Check<'_>, scenarios: &[Vec<Scenario>], desk: &mut Desk) {
    let calendar = &scenarios[0][0].calendar;
    let last = calendar.monday(calendar.weeks() - 1);
    for index in check.layers_in_use() {
        let layer = &check.layers[index];
        // A world is laid over many horizons; it need not end with this one.
        for change in layer.changes.iter().filter(|change| change.from > last && !layer.is_world) {
            let (key, date) = (change.key.clone(), change.from);
            desk.warn(change.spot, WarningKind::ChangeAfterHorizon { key, date, end: last });
        }
        for setting in layer.settings.iter().filter(|setting| setting.key.ends_with(".exit_on")) {
            if let Some(Value::Date(date)) = setting.value
                && date > last
            {
                let key = setting.key.clone();
                desk.warn(setting.spot, WarningKind::ChangeAfterHorizon { key, date, end: last });
            }
        }
    }
}

/// Hours asked for beyond what the budget buys.
fn wishes(force: &Force<'_>, desk: &mut Desk) {
    for (name, spot) in &force.providers {
        if let Some((wish, affordable)) = ceiling::wish_and_means(force, name)
            && wish > affordable + 1e-9
        {
            let at = force.spot(&format!("providers.{name}.hours_per_week")).unwrap_or(*spot);
            let provider = (*name).to_owned();
            desk.warn(at, WarningKind::WishAboveBudget { provider, wish, affordable });
        }
    }
}

/// Ceilings on a provider that nobody has and whose name is much like one that somebody has. A root may well name
/// providers that only its children add, and not every run has such a child.
fn ceilings(check: &Check<'_>, force: &Force<'_>, desk: &mut Desk) {
    let known: Vec<&str> =
        check.own.iter().flat_map(|own| own.providers.iter().map(|known| known.0)).collect();
    for (name, _) in &force.ceilings {
        let key = format!("ceilings.{name}.providers");
        let (Some(Value::Names(names)), Some(spot)) = (force.value(&key), force.spot(&key)) else { continue };
        for provider in names.iter().filter(|provider| !known.contains(&provider.as_str())) {
            if let Some(near) = nearest(provider, known.iter().copied()) {
                let nearest = Some(near);
                desk.warn(spot, WarningKind::CeilingWithoutProvider { provider: provider.clone(), nearest });
            }
        }
    }
}

/// Expertise that nobody needs, and needs that nobody serves.
fn needs(force: &Force<'_>, scenario: &Scenario, desk: &mut Desk) {
    let share = |at: usize| match &scenario.needs.law {
        CompositionLaw::Fixed(shares) | CompositionLaw::Dirichlet(shares) => shares[at],
    };
    let attracts = |at: usize| at == scenario.attracted_need;
    for provider in &scenario.providers {
        let key = format!("providers.{}.expertise", provider.name);
        for at in provider.expertise.iter().filter(|at| share(**at) <= 0.0 && !attracts(**at)) {
            if let Some(spot) = force.spot(&key) {
                desk.warn(spot, WarningKind::ExpertiseUnneeded { need: scenario.needs.parts[*at].clone() });
            }
        }
    }
    for (at, need) in scenario.needs.parts.iter().enumerate().filter(|(at, _)| share(*at) > 0.0) {
        let taken = |provider: &super::model::Provider| {
            provider.accepts_other_needs || provider.expertise.contains(&at)
        };
        if let (false, Some(spot)) = (scenario.providers.iter().any(taken), force.spot("needs.shares")) {
            desk.warn(spot, WarningKind::NeedWithoutProvider { need: need.clone() });
        }
    }
}

/// What plays no part when registered young people are replayed, and a campaign that costs and does nothing.
fn registered(force: &Force<'_>, replays: bool, desk: &mut Desk) {
    let likely_zero = |key: &str| {
        force.stated(key).is_none_or(|stated| stated.statement == Statement::Fixed(0.0))
            && force.changes.get(key).is_none_or(BTreeMap::is_empty)
    };
    if replays {
        for key in [Key::InflowGrowthPerYear, Key::InflowYearToYearCv] {
            let key = key.entry().key;
            if let (false, Some(spot)) = (likely_zero(key), force.spot(key)) {
                desk.warn(spot, WarningKind::NotReadWhenRegistered { key: key.to_owned() });
            }
        }
    }
    let (push, cost) = (Key::CampaignPushPerYear.entry().key, Key::CampaignCostPerYear.entry().key);
    if let (true, false, Some(spot)) = (likely_zero(push), likely_zero(cost), force.spot(cost)) {
        desk.warn(spot, WarningKind::Unread { key: cost.to_owned(), because: push.to_owned() });
    }
}
