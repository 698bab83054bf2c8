//! The text of a scenario for a municipality of another size: what grows with the number of young people is multiplied,
//! everything else stays, comments too.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::number::written;
use super::vocabulary::{CeilingKey, Entry, Key, ProviderKey};

/// The quantities of a municipality that grow with it.
const GROWING: [Key; 3] = [Key::InflowYouthsPerYear, Key::PracticesCount, Key::CampaignCostPerYear];
/// Those of a provider.
const GROWING_OF_PROVIDER: [ProviderKey; 5] = [
    ProviderKey::HoursPerWeek,
    ProviderKey::Budget,
    ProviderKey::Grant,
    ProviderKey::Persons,
    ProviderKey::StartUpCost,
];

/// The text of a scenario or world file for a municipality `size` times as large.
///
/// Inflow, GP practices, the campaign, and of each provider its hours, grant, budget, persons and start-up cost are
/// multiplied, and so are ceilings and dated changes of these; what is counted in heads is rounded and stays within its
/// bounds. Of a count of events only the time in which they were seen changes: the rate grows, how well it is known does not.
/// A text that is no TOML is returned as it is.
///
/// # Example
/// ```
/// use sim::scenario::resized;
/// let text = "[inflow]\nyouths_per_year = { fixed = 98, unit = \"youths/year\" } # a count";
/// assert_eq!(resized(text, 0.5), "[inflow]\nyouths_per_year = { fixed = 49, unit = \"youths/year\" } # a count");
/// ```
pub fn resized(text: &str, size: f64) -> String {
    let mut edits = Edits { size, list: Vec::new() };
    if let Ok(root) = DeTable::parse(text) {
        edits.file(root.get_ref());
    }
    let mut changed = text.to_owned();
    edits.list.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
    for (place, number) in edits.list {
        changed.replace_range(place, &number);
    }
    changed
}

/// Numbers to be written in the place of others.
struct Edits {
    size: f64,
    list: Vec<(Range<usize>, String)>,
}

impl Edits {
    fn file(&mut self, root: &DeTable<'_>) {
        for key in GROWING {
            let entry = key.entry();
            let found = entry.key.split_once('.').and_then(|(table, name)| inner(root, table)?.get(name));
            self.quantity(found, &entry);
        }
        for (_, provider) in inner(root, "providers").into_iter().flatten() {
            for key in GROWING_OF_PROVIDER {
                let found = provider.get_ref().as_table().and_then(|table| table.get(key.entry().key));
                self.quantity(found, &key.entry());
            }
        }
        for (_, ceiling) in inner(root, "ceilings").into_iter().flatten() {
            let entry = CeilingKey::EurPerYear.entry();
            self.quantity(ceiling.get_ref().as_table().and_then(|table| table.get(entry.key)), &entry);
        }
        let changes = root.get("changes").and_then(|changes| changes.get_ref().as_array());
        for change in changes.into_iter().flatten().filter_map(|change| change.get_ref().as_table()) {
            let key = change.get("key").and_then(|key| key.get_ref().as_str());
            if let Some(entry) = key.and_then(growing) {
                self.quantity(change.get("to"), &entry);
            }
        }
    }

    /// The numbers of a quantity, whichever way it is stated.
    fn quantity(&mut self, found: Option<&Spanned<DeValue<'_>>>, entry: &Entry) {
        let Some(stated) = found.and_then(|found| found.get_ref().as_table()) else { return };
        for (statement, value) in stated {
            match (statement.get_ref().as_ref(), value.get_ref().as_table()) {
                ("fixed", None) => self.number(value, self.size, entry),
                ("range" | "mean_sd" | "quantiles", Some(parts)) => {
                    for (_, part) in parts {
                        self.number(part, self.size, entry);
                    }
                }
                ("counts", Some(parts)) => {
                    if let Some(years) = parts.get("years") {
                        self.number(years, 1.0 / self.size, entry);
                    }
                }
                _ => {}
            }
        }
    }

    fn number(&mut self, found: &Spanned<DeValue<'_>>, factor: f64, entry: &Entry) {
        let known: Option<f64> = match found.get_ref() {
            DeValue::Integer(digits) if digits.radix() == 10 => digits.as_str().parse().ok(),
            DeValue::Float(digits) => digits.as_str().parse().ok(),
            _ => None,
        };
        let Some(value) = known.filter(|value| value.is_finite()) else { return };
        let grown = value * factor;
        let grown = if entry.whole {
            grown.round().clamp(entry.bounds.0, entry.bounds.1)
        } else {
            // Six decimals: finer than anything is known.
            (grown * 1e6).round() / 1e6
        };
        self.list.push((found.span(), written(grown)));
    }
}

fn inner<'t, 'i>(root: &'t DeTable<'i>, name: &str) -> Option<&'t DeTable<'i>> {
    root.get(name)?.get_ref().as_table()
}

/// The growing quantity that a dated change sets.
fn growing(key: &str) -> Option<Entry> {
    if let Some(name) = key.strip_prefix("providers.").and_then(|rest| rest.split_once('.')) {
        return GROWING_OF_PROVIDER.iter().map(|own| own.entry()).find(|entry| entry.key == name.1);
    }
    GROWING.iter().map(|own| own.entry()).find(|entry| entry.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grows_is_multiplied_and_the_rest_stays() {
        let text = "\
[inflow]
youths_per_year = { counts = { events = 98, years = 1.0, prior = \"jeffreys\" }, unit = \"youths/year\" } # seen
growth_per_year = { fixed = 0.02 }
[practices]
count = { fixed = 12 }
[providers.a]
hours_per_week = { range = { low = 10, likely = 20, high = 30 } }
hourly_price_eur = { fixed = 95.5 }
persons = { fixed = 1 }
[ceilings.all]
eur_per_year = { fixed = 319000 }
[[changes]]
from = 2025-01-01
key = \"providers.a.hours_per_week\"
to = { fixed = 24 }
[[changes]]
from = 2025-01-01
key = \"providers.a.hourly_price_eur\"
to = { fixed = 99 }
";
        let expected = text
            .replace("years = 1.0", "years = 0.4")
            .replace("count = { fixed = 12 }", "count = { fixed = 30 }")
            .replace("low = 10, likely = 20, high = 30", "low = 25, likely = 50, high = 75")
            .replace("persons = { fixed = 1 }", "persons = { fixed = 3 }")
            .replace("319000", "797500")
            .replace("fixed = 24", "fixed = 60");
        assert_eq!(resized(text, 2.5), expected);
    }

    #[test]
    fn heads_are_whole_and_within_their_bounds() {
        let text = "[practices]\ncount = { fixed = 12 }\n[providers.a]\npersons = { fixed = 2 }";
        let small = resized(text, 0.01);
        assert_eq!(small, text.replace("12", "1").replace("= 2", "= 1"));
        let large = resized(text, 100.0);
        assert_eq!(large, text.replace("12", "64").replace("= 2", "= 16"));
    }

    #[test]
    fn the_template_itself_has_size_one() {
        let text = include_str!("../../scenarios/third-provider.toml");
        assert_eq!(resized(text, 1.0), text);
        assert_eq!(resized("no = = toml", 2.0), "no = = toml");
    }
}
