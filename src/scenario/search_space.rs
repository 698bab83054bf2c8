//! The table `[budget]`: what may be bought for a yearly amount, as `sim budget` searches it.

use jiff::civil::Date;

use super::check::{Check, unknown_need};
use super::fault::{FaultKind, Shape};
use super::file::Layer;
use super::inputs::{Desk, Spot};
use super::keys::nearest;
use super::model::{Place, Scenario};
use super::scalar::{Reader, joined};
use super::tree::{Content, Node, Table, get};
use super::value::quoted;

/// Most choices of a price, a start or an expertise.
const MOST_CHOICES: usize = 6;
/// Most euros, hours and the like that a range can hold.
const MOST: f64 = 1e9;

/// What may be bought for a yearly amount.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchSpace {
    /// The most that may be spent more than in the base, EUR per year, not indexed.
    pub eur_per_year: f64,
    /// The day from which everything but the new provider holds.
    pub from: Date,
    /// The least chance, year by year, of staying within the amount and within every ceiling.
    pub within_ceilings: f64,
    /// A new provider.
    pub provider: Option<NewProvider>,
    /// More hours for providers that are there.
    pub more_hours: Option<MoreHours>,
    /// A campaign among GPs.
    pub campaign: Option<Campaign>,
    /// Least and most share of the administration that the screeners take over.
    pub relief: Option<(f64, f64)>,
    /// What the file says, line by line.
    pub stated: Vec<StatedChoice>,
}

/// One key of the table as it stands in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct StatedChoice {
    /// The table in which it stands.
    pub table: String,
    /// Its name there.
    pub key: String,
    /// The value as it was written.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// A new provider: which hours, price, start and expertise it may have.
#[derive(Clone, Debug, PartialEq)]
pub struct NewProvider {
    /// Its name; its other values stand under `providers.<name>`.
    pub name: String,
    /// Fewest and most hours a week.
    pub hours: (f64, f64),
    /// Hourly prices, EUR; empty for the price of the file.
    pub prices: Vec<f64>,
    /// First days; empty for that of the file.
    pub starts: Vec<Date>,
    /// Expertises; empty for that of the file.
    pub expertises: Vec<Vec<String>>,
}

/// More hours for providers that are there, shared evenly.
#[derive(Clone, Debug, PartialEq)]
pub struct MoreHours {
    /// The providers.
    pub providers: Vec<String>,
    /// Fewest and most hours a week, of all together.
    pub hours: (f64, f64),
}

/// A campaign among GPs.
#[derive(Clone, Debug, PartialEq)]
pub struct Campaign {
    /// Least and most that it costs, EUR per year.
    pub cost: (f64, f64),
    /// The push per year at the highest cost: low, likely, high. At a lower cost it is less in proportion.
    pub push: (f64, f64, f64),
}

/// A search space with its place, and the places of the names in it.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    pub(super) space: SearchSpace,
    pub(super) spot: Spot,
}

/// Something in a table is wrong, and told.
struct Faulty;

const KEYS: [&str; 7] =
    ["eur_per_year", "from", "within_ceilings", "provider", "more_hours", "campaign", "relief"];

impl Reader<'_> {
    /// The table `[budget]`; none when something in it is wrong.
    pub(super) fn search_space(&mut self, spot: Spot, node: &Node) -> Option<Stated> {
        let table = self.table(node, "budget", Shape::Table)?;
        self.only(table, "budget", &KEYS);
        let eur_per_year = self.needed(node, table, ("budget", "eur_per_year"));
        let from = self.needed(node, table, ("budget", "from"));
        let within = self.needed(node, table, ("budget", "within_ceilings"));
        let eur_per_year =
            eur_per_year.and_then(|node| self.bounded(node, "budget.eur_per_year", (0.0, MOST)));
        let from = from.and_then(|node| self.date(node, "budget.from"));
        let within = within.and_then(|node| self.bounded(node, "budget.within_ceilings", (0.0, 1.0)));
        let provider = self.part(table, "provider", Self::new_provider);
        let more_hours = self.part(table, "more_hours", Self::more_hours);
        let campaign = self.part(table, "campaign", Self::campaign);
        let relief = self.part(table, "relief", Self::relief);
        let space = SearchSpace {
            eur_per_year: eur_per_year?,
            from: from?,
            within_ceilings: within?,
            provider: provider.ok()?,
            more_hours: more_hours.ok()?,
            campaign: campaign.ok()?,
            relief: relief.ok()?,
            stated: stated(self.desk, "budget", table),
        };
        let empty = space.provider.is_none()
            && space.more_hours.is_none()
            && space.campaign.is_none()
            && space.relief.is_none();
        if empty {
            let keys = KEYS[3..].iter().map(|key| (*key).to_owned()).collect();
            let within = Some("budget".to_owned());
            self.desk.fault(node.spot, FaultKind::MissingKeys { keys, within, nearest: None });
            return None;
        }
        Some(Stated { space, spot })
    }

    /// A table of the table, if it is there.
    fn part<T>(
        &mut self,
        table: &Table,
        name: &str,
        read: impl FnOnce(&mut Self, &Node, &Table) -> Option<T>,
    ) -> Result<Option<T>, Faulty> {
        let Some(node) = get(table, name) else { return Ok(None) };
        let inner = self.table(node, &joined("budget", name), Shape::Table).ok_or(Faulty)?;
        read(self, node, inner).map(Some).ok_or(Faulty)
    }

    /// A key that must be there.
    fn needed<'t>(&mut self, node: &Node, table: &'t Table, (within, key): (&str, &str)) -> Option<&'t Node> {
        let found = get(table, key);
        if found.is_none() {
            let (keys, within) = (vec![key.to_owned()], Some(within.to_owned()));
            self.desk.fault(node.spot, FaultKind::MissingKeys { keys, within, nearest: None });
        }
        found
    }

    fn new_provider(&mut self, node: &Node, table: &Table) -> Option<NewProvider> {
        const WITHIN: &str = "budget.provider";
        self.only(table, WITHIN, &["name", "hours_per_week", "hourly_price_eur", "start", "expertise"]);
        let name = self
            .needed(node, table, (WITHIN, "name"))
            .and_then(|node| self.text(node, "budget.provider.name"));
        let hours = self.span(node, table, (WITHIN, "hours_per_week"), 1e4);
        let prices = self.choices(table, (WITHIN, "hourly_price_eur"), |reader, item, key| {
            reader.bounded(item, key, (1.0, 1e4))
        });
        let starts = self.choices(table, (WITHIN, "start"), Self::date);
        let expertises = self.choices(table, (WITHIN, "expertise"), Self::names);
        Some(NewProvider {
            name: name?,
            hours: hours?,
            prices: prices?,
            starts: starts?,
            expertises: expertises?,
        })
    }

    fn more_hours(&mut self, node: &Node, table: &Table) -> Option<MoreHours> {
        const WITHIN: &str = "budget.more_hours";
        self.only(table, WITHIN, &["providers", "hours_per_week"]);
        let providers = self.needed(node, table, (WITHIN, "providers"));
        let providers = providers.and_then(|node| self.names(node, "budget.more_hours.providers"));
        let hours = self.span(node, table, (WITHIN, "hours_per_week"), 1e4);
        Some(MoreHours { providers: providers?, hours: hours? })
    }

    fn campaign(&mut self, node: &Node, table: &Table) -> Option<Campaign> {
        const WITHIN: &str = "budget.campaign";
        self.only(table, WITHIN, &["eur_per_year", "push_per_year"]);
        let cost = self.span(node, table, (WITHIN, "eur_per_year"), MOST);
        let push = self.needed(node, table, (WITHIN, "push_per_year")).and_then(|node| {
            let key = "budget.campaign.push_per_year";
            let inner = self.table(node, key, Shape::Table)?;
            self.only(inner, key, &["low", "likely", "high"]);
            let [low, likely, high] = ["low", "likely", "high"].map(|name| {
                let found = self.needed(node, inner, (key, name))?;
                self.bounded(found, &joined(key, name), (0.0, 50.0))
            });
            let (low, likely, high) = (low?, likely?, high?);
            self.ordered(node, key, (low, likely, high)).then_some((low, likely, high))
        });
        Some(Campaign { cost: cost?, push: push? })
    }

    fn relief(&mut self, node: &Node, table: &Table) -> Option<(f64, f64)> {
        self.only(table, "budget.relief", &["admin_share"]);
        self.span(node, table, ("budget.relief", "admin_share"), 1.0)
    }

    /// A range `{ low, high }` from nought up.
    fn span(
        &mut self,
        node: &Node,
        table: &Table,
        (within, name): (&str, &str),
        most: f64,
    ) -> Option<(f64, f64)> {
        let found = self.needed(node, table, (within, name))?;
        let key = joined(within, name);
        let inner = self.table(found, &key, Shape::Table)?;
        self.only(inner, &key, &["low", "high"]);
        let [low, high] = ["low", "high"].map(|name| {
            let end = self.needed(found, inner, (&key, name))?;
            self.bounded(end, &joined(&key, name), (0.0, most))
        });
        let (low, high) = (low?, high?);
        self.ordered(found, &key, (low, high, high)).then_some((low, high))
    }

    fn ordered(&mut self, node: &Node, key: &str, (low, likely, high): (f64, f64, f64)) -> bool {
        let in_order = low <= likely && likely <= high && low < high;
        if !in_order {
            let key = key.to_owned();
            self.desk.fault(node.spot, FaultKind::LowHigh { key, low, likely, high });
        }
        in_order
    }

    /// A list of choices; empty when the key is not there.
    fn choices<T>(
        &mut self,
        table: &Table,
        (within, name): (&str, &str),
        read: impl Fn(&mut Self, &Node, &str) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Some(node) = get(table, name) else { return Some(Vec::new()) };
        let key = joined(within, name);
        let Content::List(items) = &node.content else {
            self.wrong_type(node, &key, Shape::List);
            return None;
        };
        if items.len() > MOST_CHOICES {
            let found = items.len();
            self.desk.fault(node.spot, FaultKind::TooMany { what: key, found, most: MOST_CHOICES });
            return None;
        }
        let read: Vec<Option<T>> = items.iter().map(|item| read(self, item, &key)).collect();
        read.into_iter().collect()
    }
}

/// What a table says, the tables within it after its own keys.
fn stated(desk: &Desk, name: &str, table: &Table) -> Vec<StatedChoice> {
    let ranges = |inner: &Table| get(inner, "low").is_some();
    let mut own = Vec::new();
    let mut below = Vec::new();
    for (key, node) in table {
        match &node.content {
            Content::Table(inner) if !ranges(inner) => {
                below.extend(stated(desk, &joined(name, &key.text), inner));
            }
            _ => own.push(StatedChoice {
                table: name.to_owned(),
                key: key.text.clone(),
                text: written(node),
                place: desk.place(key.spot),
            }),
        }
    }
    own.extend(below);
    own
}

/// A value as it was written, on one line.
fn written(node: &Node) -> String {
    match &node.content {
        Content::Text(text) => quoted(text),
        Content::Number(_, text) => text.clone(),
        Content::Flag(flag) => flag.to_string(),
        Content::Date(date) => date.to_string(),
        Content::Moment => String::new(),
        Content::List(items) => {
            format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(", "))
        }
        Content::Table(table) => {
            let entries = table.iter().map(|(key, node)| format!("{} = {}", key.text, written(node)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The search space of the scenario that was named last, held against the providers and needs that it has.
pub(super) fn of_last(
    check: &Check<'_>,
    scenarios: Option<&[Vec<Scenario>]>,
    desk: &mut Desk,
) -> Option<SearchSpace> {
    let chain = check.cast.arms.last()?;
    let layers: Vec<&Layer> = chain.iter().map(|index| &check.layers[*index]).collect();
    let stated = layers.iter().rev().find_map(|layer| layer.budget.as_ref())?;
    let own = check.own.last()?;
    let (space, spot) = (&stated.space, stated.spot);
    let known: Vec<&str> = own.providers.iter().map(|known| known.0).collect();
    let wanted = space.provider.iter().map(|provider| &provider.name);
    let more = space.more_hours.iter().flat_map(|more| &more.providers);
    for name in wanted.chain(more).filter(|name| !known.contains(&name.as_str())) {
        desk.fault_with(spot, || FaultKind::UnknownProvider {
            found: name.clone(),
            nearest: nearest(name, known.iter().copied()),
        });
    }
    // Without a faultless scenario its needs are not known, and its own faults are told.
    let Some(last) = scenarios.and_then(|scenarios| scenarios.last()?.first()) else {
        return Some(space.clone());
    };
    let needs = &last.needs.parts;
    let sought = space.provider.iter().flat_map(|provider| provider.expertises.iter().flatten());
    for need in sought.filter(|need| !needs.contains(need)) {
        unknown_need(desk, spot, need, needs);
    }
    Some(space.clone())
}
