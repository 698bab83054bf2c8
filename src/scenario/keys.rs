//! Every key of a scenario file, quantities and others alike: what the checker, the schema and the documents walk.

use std::collections::{BTreeMap, BTreeSet};

use super::vocabulary::{CeilingKey, Entry, Key, MONTHS, OUTCOMES, ProviderKey, REFERRERS, Role};

/// The parts of a composition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Shares of these parts.
    Named(&'static [&'static str]),
    /// Shares of parts that the file names itself.
    Own,
    /// A profile of relative weights over these parts.
    Profile(&'static [&'static str]),
}

/// The form of the value of a key.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// A fixed or uncertain number.
    Quantity(Entry),
    /// Shares of a whole, or a profile.
    Shares(Parts),
    /// `true` or `false`.
    Flag,
    /// A date.
    Date,
    /// A bare whole number within bounds.
    Whole(i32, i32),
    /// One name.
    Text,
    /// A list of names.
    Names,
}

/// Who may set a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setter {
    /// A scenario.
    Scenario,
    /// A scenario or a world.
    World,
    /// A scenario without a parent only: arms are compared over one horizon.
    Root,
}

/// Where a key belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// The team as a whole or the world: the key is written as it is.
    Team,
    /// Below `providers.<name>`.
    Provider,
    /// Below `ceilings.<name>`.
    Ceiling,
}

/// What is known of one key.
#[derive(Clone, Copy, Debug)]
pub struct Described {
    /// The key, dotted; below a provider or ceiling only the last part.
    pub key: &'static str,
    /// Where it belongs.
    pub family: Family,
    /// The form of its value.
    pub form: Form,
    /// Who may set it.
    pub setter: Setter,
    /// Whether it must be there.
    pub required: bool,
    /// What it is, for the format document and the editor.
    pub about: &'static str,
}

const fn plain(
    key: &'static str,
    family: Family,
    form: Form,
    setter: Setter,
    about: &'static str,
) -> Described {
    Described { key, family, form, setter, required: true, about }
}

const fn optional(mut described: Described) -> Described {
    described.required = false;
    described
}

/// Longest horizon, in years.
pub(super) const MOST_YEARS: i32 = 30;
/// Longest warm-up, in weeks.
pub(super) const MOST_WARM_UP: i32 = 520;

const PLAIN: [Described; 18] = [
    plain("time.start", Family::Team, Form::Date, Setter::Root, "First day of the forecast"),
    optional(plain(
        "time.years",
        Family::Team,
        Form::Whole(1, MOST_YEARS),
        Setter::Root,
        "Length of the forecast in whole years; either this or `time.end`",
    )),
    optional(plain(
        "time.end",
        Family::Team,
        Form::Date,
        Setter::Root,
        "The day after the last of the forecast; either this or `time.years`",
    )),
    plain(
        "time.warm_up_weeks",
        Family::Team,
        Form::Whole(0, MOST_WARM_UP),
        Setter::Root,
        "Weeks played before the forecast under the base policy, so that a queue and a caseload exist on day one",
    ),
    plain(
        "inflow.measured_on",
        Family::Team,
        Form::Date,
        Setter::World,
        "The day around which `inflow.youths_per_year` was measured",
    ),
    plain(
        "inflow.referrer_shares",
        Family::Team,
        Form::Shares(Parts::Named(&REFERRERS)),
        Setter::World,
        "Who refers, as shares of the inflow",
    ),
    plain(
        "inflow.season",
        Family::Team,
        Form::Shares(Parts::Profile(&MONTHS)),
        Setter::World,
        "Inflow of each month relative to the others",
    ),
    plain(
        "needs.shares",
        Family::Team,
        Form::Shares(Parts::Own),
        Setter::World,
        "Needs of the young people; the names are the file's own",
    ),
    plain(
        "attracted.need",
        Family::Team,
        Form::Text,
        Setter::World,
        "The need whose demand a provider with that expertise attracts",
    ),
    plain(
        "absence.leave_season",
        Family::Team,
        Form::Shares(Parts::Profile(&MONTHS)),
        Setter::World,
        "Leave of each month relative to the others",
    ),
    plain(
        "outcome.shares",
        Family::Team,
        Form::Shares(Parts::Named(&OUTCOMES)),
        Setter::World,
        "Outcomes as registered",
    ),
    plain(
        "money.costs_indexed",
        Family::Team,
        Form::Flag,
        Setter::World,
        "Whether grants, hourly prices and campaign costs follow the index",
    ),
    optional(plain(
        "start",
        Family::Provider,
        Form::Date,
        Setter::Scenario,
        "First day; absent for a provider that was there before the warm-up",
    )),
    optional(plain(
        "exit_on",
        Family::Provider,
        Form::Date,
        Setter::Scenario,
        "The day on which it stops for certain, to be replaced after `replacement_weeks`",
    )),
    plain(
        "expertise",
        Family::Provider,
        Form::Names,
        Setter::Scenario,
        "Needs in which it is expert, by the names in `needs.shares`",
    ),
    plain(
        "accepts_other_needs",
        Family::Provider,
        Form::Flag,
        Setter::Scenario,
        "Whether it also takes young people with other needs",
    ),
    optional(plain(
        "budget_indexed",
        Family::Provider,
        Form::Flag,
        Setter::Scenario,
        "Whether its budget follows the index; otherwise its hours shrink as prices rise. Required with a budget",
    )),
    plain("indexed", Family::Ceiling, Form::Flag, Setter::Scenario, "Whether the ceiling follows the index"),
];

const CEILING_PLAIN: [Described; 2] = [
    optional(plain(
        "providers",
        Family::Ceiling,
        Form::Names,
        Setter::Scenario,
        "The providers it covers; absent or empty for the whole cost of the POJ",
    )),
    plain(
        "may_break",
        Family::Ceiling,
        Form::Flag,
        Setter::Scenario,
        "Whether a scenario that breaks it on its face is run all the same",
    ),
];

const fn quantity(entry: Entry, family: Family, required: bool) -> Described {
    let setter = match entry.role {
        Role::Policy => Setter::Scenario,
        Role::Assumption => Setter::World,
    };
    Described { key: entry.key, family, form: Form::Quantity(entry), setter, required, about: entry.about }
}

/// Every key, in the order in which files and documents give them.
pub fn all_keys() -> Vec<Described> {
    let team = Key::ALL.iter().map(|key| quantity(key.entry(), Family::Team, true));
    let provider = ProviderKey::ALL.iter().map(|key| {
        let required = matches!(
            key,
            ProviderKey::Persons
                | ProviderKey::ExitPerYear
                | ProviderKey::ReplacementWeeks
                | ProviderKey::RampUpWeeks
        );
        quantity(key.entry(), Family::Provider, required)
    });
    let ceiling = CeilingKey::ALL.iter().map(|key| quantity(key.entry(), Family::Ceiling, true));
    let mut keys: Vec<Described> =
        PLAIN.into_iter().chain(CEILING_PLAIN).chain(team).chain(provider).chain(ceiling).collect();
    // Keys of one section stand together, sections in the order of their first quantity or plain key.
    let mut sections: Vec<(Family, &str)> = Vec::new();
    for key in &keys {
        if !sections.contains(&(key.family, section(key.key))) {
            sections.push((key.family, section(key.key)));
        }
    }
    keys.sort_by_cached_key(|key| {
        let at = sections.iter().position(|known| *known == (key.family, section(key.key)));
        (key.family, if key.family == Family::Team { at } else { None })
    });
    keys
}

/// The table of a file in which a key stands.
pub fn section(key: &str) -> &str {
    key.rsplit_once('.').map_or("", |(section, _)| section).split('.').next().unwrap_or("")
}

/// The keys of a file that are no values: they say what the file is, or hold tables of their own.
pub const FRAME: [&str; 12] = [
    "format_version",
    "kind",
    "title",
    "purpose",
    "extends",
    "worlds",
    "providers",
    "ceilings",
    "changes",
    "registered",
    "budget",
    "reporting",
];

/// The keys, for looking up.
#[derive(Debug)]
pub(super) struct Keys {
    all: Vec<Described>,
    index: BTreeMap<(Family, &'static str), usize>,
    tables: BTreeSet<&'static str>,
}

impl Keys {
    pub(super) fn new() -> Self {
        let all = all_keys();
        let index = all.iter().enumerate().map(|(at, key)| ((key.family, key.key), at)).collect();
        let mut tables = BTreeSet::new();
        for key in all.iter().filter(|key| key.family == Family::Team) {
            for (dot, _) in key.key.match_indices('.') {
                tables.insert(&key.key[..dot]);
            }
        }
        Self { all, index, tables }
    }

    pub(super) fn all(&self) -> &[Described] {
        &self.all
    }

    /// A key of a family, by its own name.
    pub(super) fn find(&self, family: Family, key: &str) -> Option<&Described> {
        self.index.get(&(family, key)).map(|at| &self.all[*at])
    }

    /// A key as it is written in full, `providers.<name>.` before it and all.
    pub(super) fn find_full(&self, full: &str) -> Option<&Described> {
        let (family, key) = split(full);
        self.find(family, key)
    }

    /// The place of a full key in the order of the documents.
    pub(super) fn rank(&self, full: &str) -> usize {
        let (family, key) = split(full);
        self.index.get(&(family, key)).copied().unwrap_or(usize::MAX)
    }

    /// Whether keys of the team begin with this and a point.
    pub(super) fn is_table(&self, path: &str) -> bool {
        self.tables.contains(path)
    }

    /// The known key that is most like an unknown one.
    pub(super) fn nearest(&self, family: Family, unknown: &str) -> Option<String> {
        let team = self.all.iter().filter(|key| key.family == family).map(|key| key.key);
        if family != Family::Team {
            return nearest(unknown, team);
        }
        let direct = nearest(unknown, team.clone().chain(self.tables.iter().copied()).chain(FRAME));
        direct.or_else(|| {
            // The right name in the wrong table.
            let last = |key: &'_ str| key.rsplit('.').next().unwrap_or_default().to_owned();
            let wanted = last(unknown);
            team.into_iter().find(|key| last(key) == wanted).map(str::to_owned)
        })
    }
}

/// The family of a full key, and its name within it.
pub(super) fn split(full: &str) -> (Family, &str) {
    let below = |prefix: &str| full.strip_prefix(prefix).and_then(|rest| rest.split_once('.'));
    if let Some((_, key)) = below("providers.") {
        (Family::Provider, key)
    } else if let Some((_, key)) = below("ceilings.") {
        (Family::Ceiling, key)
    } else {
        (Family::Team, full)
    }
}

/// The family of a full key.
pub fn family(full: &str) -> Family {
    split(full).0
}

/// The name of the provider of a full key.
pub(super) fn provider_of(full: &str) -> Option<&str> {
    full.strip_prefix("providers.").and_then(|rest| rest.split_once('.')).map(|(name, _)| name)
}

/// The option that is most like `found`, if any is like it at all.
pub(super) fn nearest<'o>(found: &str, options: impl IntoIterator<Item = &'o str>) -> Option<String> {
    // A very long key is no mistyped one, and comparing it takes time.
    if found.len() > 100 {
        return None;
    }
    let found = found.to_lowercase();
    let is_start = |like: &str| found.len() >= 4 && like.starts_with(&found);
    // Names of very different length are not alike; saying so at once saves most comparisons.
    let is_near = |option: &&str| {
        let (short, long) = (found.len().min(option.len()), found.len().max(option.len()));
        short * 100 >= long * 55 || is_start(option)
    };
    options
        .into_iter()
        .filter(is_near)
        .map(|option| {
            let like = option.to_lowercase();
            let likeness = strsim::normalized_damerau_levenshtein(&found, &like);
            // Who stopped halfway meant what begins like that.
            (if is_start(&like) { likeness.max(0.9) } else { likeness }, option)
        })
        .filter(|(likeness, _)| *likeness >= 0.55)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, option)| option.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_stands_in_the_table_twice() {
        let keys = Keys::new();
        assert_eq!(keys.index.len(), keys.all.len());
    }

    #[test]
    fn a_mistyped_key_finds_its_neighbour() {
        let keys = Keys::new();
        let near = |key| keys.nearest(Family::Team, key);
        assert_eq!(near("work.no_show_shar").as_deref(), Some("work.no_show_share"));
        assert_eq!(near("money.no_show_share").as_deref(), Some("work.no_show_share"));
        assert_eq!(near("inflw").as_deref(), Some("inflow"));
        assert_eq!(keys.nearest(Family::Provider, "hours_per_wek").as_deref(), Some("hours_per_week"));
        assert_eq!(near("zzzzzz"), None);
    }
}
