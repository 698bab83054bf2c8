//! In what two valid scenarios differ, and scenarios that take some of that from the one and the rest from the other.

use super::model::{Composition, Provider, Quantity, Scenario, Timeline};
use super::vocabulary::{Key, ProviderKey};

/// Something that differs between two scenarios and can be taken from either.
///
/// What only makes sense together is one part: a provider that only one of them has, the way in which a provider
/// is paid, the mean and the most of the conversations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The dotted key, or the table when it stands for several keys: `providers.derde`.
    pub name: String,
    /// Whether it is only in the second, only in the first, or in both and not alike.
    pub change: PartChange,
    swaps: Vec<Swap>,
}

/// What happens to a part on the way from the first scenario to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartChange {
    /// It comes.
    Added,
    /// It goes.
    Removed,
    /// It becomes something else.
    Altered,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Swap {
    Quantity(Key),
    Referrers,
    InflowSeason,
    LeaveSeason,
    Needs,
    Outcomes,
    MeasuredOn,
    AttractedNeed,
    CostsIndexed,
    Provider(String),
    OfProvider(String, Trait),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trait {
    Quantity(ProviderKey),
    Start,
    ExitOn,
    Expertise,
    OtherNeeds,
    BudgetIndexed,
}

/// The quantities of which a provider has one set or another.
const PAYMENT: [ProviderKey; 4] =
    [ProviderKey::Grant, ProviderKey::HoursPerWeek, ProviderKey::HourlyPrice, ProviderKey::Budget];

impl Part {
    const fn altered(name: String, swaps: Vec<Swap>) -> Self {
        Self { name, change: PartChange::Altered, swaps }
    }
}

/// The parts in which two scenarios differ, in the order of the documents. Ceilings are none: they change no outcome.
pub fn differences(one: &Scenario, other: &Scenario) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut part = |name: &str, swaps: Vec<Swap>| parts.push(Part::altered(name.to_owned(), swaps));
    let plain: [(&str, Swap, bool); 8] = [
        ("inflow.measured_on", Swap::MeasuredOn, one.inflow_measured_on != other.inflow_measured_on),
        ("inflow.referrer_shares", Swap::Referrers, shares_differ(&one.referrers, &other.referrers)),
        ("inflow.season", Swap::InflowSeason, shares_differ(&one.inflow_season, &other.inflow_season)),
        ("needs.shares", Swap::Needs, shares_differ(&one.needs, &other.needs)),
        ("attracted.need", Swap::AttractedNeed, one.attracted_need != other.attracted_need),
        ("absence.leave_season", Swap::LeaveSeason, shares_differ(&one.leave_season, &other.leave_season)),
        ("outcome.shares", Swap::Outcomes, shares_differ(&one.outcomes, &other.outcomes)),
        ("money.costs_indexed", Swap::CostsIndexed, one.costs_indexed != other.costs_indexed),
    ];
    for (name, swap, differs) in plain {
        if differs {
            part(name, vec![swap]);
        }
    }
    let differ = |key: Key| timelines_differ(one.quantity(key), other.quantity(key));
    let together = [Key::ConversationsMean, Key::ConversationsMost];
    let all_together = together.into_iter().all(differ);
    for key in Key::ALL.iter().copied().filter(|key| differ(*key)) {
        if !(all_together && together.contains(&key)) {
            part(key.entry().key, vec![Swap::Quantity(key)]);
        } else if key == together[0] {
            part("conversations", together.map(Swap::Quantity).to_vec());
        }
    }
    let find = |scenario: &Scenario, name: &str| {
        scenario.providers.iter().find(|provider| provider.name == name).cloned()
    };
    for name in names(one, other) {
        match (find(one, &name), find(other, &name)) {
            (Some(one), Some(other)) => of_provider(&one, &other, &mut parts),
            (one, _) => {
                let change = if one.is_some() { PartChange::Removed } else { PartChange::Added };
                let full = format!("providers.{name}");
                parts.push(Part { name: full, change, swaps: vec![Swap::Provider(name)] });
            }
        }
    }
    parts
}

/// `one` with the parts that `taken` says from `other`; `taken` is in the order of the parts.
pub fn mix((one, other): (&Scenario, &Scenario), parts: &[Part], taken: &[bool]) -> Scenario {
    let mut mixed = one.clone();
    let swaps = parts.iter().zip(taken).filter(|(_, taken)| **taken).flat_map(|(part, _)| &part.swaps);
    for swap in swaps {
        match swap {
            Swap::Quantity(key) => {
                mixed.quantities[*key as usize].clone_from(&other.quantities[*key as usize]);
            }
            Swap::Referrers => mixed.referrers.clone_from(&other.referrers),
            Swap::InflowSeason => mixed.inflow_season.clone_from(&other.inflow_season),
            Swap::LeaveSeason => mixed.leave_season.clone_from(&other.leave_season),
            Swap::Needs => mixed.needs.clone_from(&other.needs),
            Swap::Outcomes => mixed.outcomes.clone_from(&other.outcomes),
            Swap::MeasuredOn => mixed.inflow_measured_on = other.inflow_measured_on,
            Swap::AttractedNeed => mixed.attracted_need = other.attracted_need,
            Swap::CostsIndexed => mixed.costs_indexed = other.costs_indexed,
            Swap::Provider(name) => {
                let known = mixed.providers.len();
                mixed.providers.retain(|provider| provider.name != *name);
                if mixed.providers.len() == known {
                    mixed.providers.extend(other.providers.iter().find(|one| one.name == *name).cloned());
                }
            }
            Swap::OfProvider(name, of) => {
                let named = |provider: &&Provider| provider.name == *name;
                if let Some(from) = other.providers.iter().find(named)
                    && let Some(into) = mixed.providers.iter_mut().find(|provider| provider.name == *name)
                {
                    take(into, from, *of);
                }
            }
        }
    }
    mixed
}

/// The providers of both, those of the first in front.
fn names(one: &Scenario, other: &Scenario) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for provider in one.providers.iter().chain(&other.providers) {
        if !names.contains(&provider.name) {
            names.push(provider.name.clone());
        }
    }
    names
}

fn of_provider(one: &Provider, other: &Provider, parts: &mut Vec<Part>) {
    let name = &one.name;
    let swap = |of: Trait| Swap::OfProvider(name.clone(), of);
    let differs = |key: &ProviderKey| match (one.quantity(*key), other.quantity(*key)) {
        (Some(one), Some(other)) => timelines_differ(one, other),
        (one, other) => one.is_some() != other.is_some(),
    };
    let present = |key: &ProviderKey| one.quantity(*key).is_some() != other.quantity(*key).is_some();
    let paid_otherwise = PAYMENT.iter().any(present);
    if paid_otherwise {
        let mut swaps: Vec<Swap> = PAYMENT.iter().map(|key| swap(Trait::Quantity(*key))).collect();
        swaps.push(swap(Trait::BudgetIndexed));
        parts.push(Part::altered(format!("providers.{name}"), swaps));
    }
    let plain = [
        ("start", Trait::Start, one.start != other.start),
        ("exit_on", Trait::ExitOn, one.exit_on != other.exit_on),
        ("expertise", Trait::Expertise, one.expertise != other.expertise),
        ("accepts_other_needs", Trait::OtherNeeds, one.accepts_other_needs != other.accepts_other_needs),
        (
            "budget_indexed",
            Trait::BudgetIndexed,
            !paid_otherwise && one.budget_indexed != other.budget_indexed,
        ),
    ];
    for (key, of, _) in plain.into_iter().filter(|(.., differs)| *differs) {
        parts.push(Part::altered(format!("providers.{name}.{key}"), vec![swap(of)]));
    }
    let own = |key: &&ProviderKey| !(paid_otherwise && PAYMENT.contains(key)) && differs(key);
    for key in ProviderKey::ALL.iter().filter(own) {
        let full = format!("providers.{name}.{}", key.entry().key);
        parts.push(Part::altered(full, vec![swap(Trait::Quantity(*key))]));
    }
}

fn take(into: &mut Provider, from: &Provider, of: Trait) {
    match of {
        Trait::Quantity(key) => into.quantities[key as usize].clone_from(&from.quantities[key as usize]),
        Trait::Start => into.start = from.start,
        Trait::ExitOn => into.exit_on = from.exit_on,
        Trait::Expertise => into.expertise.clone_from(&from.expertise),
        Trait::OtherNeeds => into.accepts_other_needs = from.accepts_other_needs,
        Trait::BudgetIndexed => into.budget_indexed = from.budget_indexed,
    }
}

fn shares_differ(one: &Composition, other: &Composition) -> bool {
    one.law != other.law
}

/// Whether two quantities say something else; where they say it is no difference.
fn timelines_differ(one: &Timeline, other: &Timeline) -> bool {
    let differ =
        |one: &Quantity, other: &Quantity| one.law != other.law || one.correlation != other.correlation;
    differ(&one.initial, &other.initial)
        || one.changes.len() != other.changes.len()
        || one
            .changes
            .iter()
            .zip(&other.changes)
            .any(|((date, one), (day, other))| date != day || differ(one, other))
}
