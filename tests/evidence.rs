//! The figures in the shipped scenarios agree with the arithmetic of the two sources and with `docs/evidence.md`.
//!
//! The figures are read with the TOML parser alone, so that this judges them and not our own reader.
#![expect(clippy::expect_used, clippy::panic, reason = "helpers of a test stop it")]

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use sim::scenario::{Calendar, CeilingKey, Key, ProviderKey, Request, load};
use toml::de::{DeTable, DeValue};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(name: &str) -> String {
    fs::read_to_string(root().join("scenarios").join(name)).expect("a shipped file can be read")
}

fn files() -> Vec<String> {
    let mut names = Vec::new();
    for folder in ["", "worlds/"] {
        let entries = fs::read_dir(root().join("scenarios").join(folder)).expect("the folder is shipped");
        for entry in entries {
            let path = entry.expect("an entry can be read").path();
            if path.extension().is_some_and(|ending| ending == "toml") {
                let stem = path.file_name().and_then(|name| name.to_str()).expect("names are plain");
                names.push(format!("{folder}{stem}"));
            }
        }
    }
    names.sort();
    names
}

fn document() -> String {
    fs::read_to_string(root().join("docs/evidence.md")).expect("the document is shipped")
}

fn parse(text: &str) -> DeTable<'_> {
    DeTable::parse(text).expect("shipped files are TOML").into_inner()
}

fn at<'a, 'i>(table: &'a DeTable<'i>, path: &str) -> &'a DeValue<'i> {
    let mut parts = path.split('.');
    let first = parts.next().expect("a path has a part");
    let mut value = table.get(first).unwrap_or_else(|| panic!("no {first} in {path}")).get_ref();
    for part in parts {
        let DeValue::Table(inner) = value else { panic!("{part} of {path} is in no table") };
        value = inner.get(part).unwrap_or_else(|| panic!("no {part} in {path}")).get_ref();
    }
    value
}

fn number(value: &DeValue<'_>) -> f64 {
    match value {
        DeValue::Integer(whole) => whole.as_str().parse().expect("a whole number"),
        DeValue::Float(real) => real.as_str().parse().expect("a number"),
        other => panic!("{other:?} is no number"),
    }
}

fn figure(table: &DeTable<'_>, path: &str) -> f64 {
    number(at(table, path))
}

fn word<'a>(table: &'a DeTable<'_>, path: &str) -> &'a str {
    match at(table, path) {
        DeValue::String(word) => word,
        other => panic!("{other:?} is no text"),
    }
}

fn list<'a, 'i>(table: &'a DeTable<'i>, path: &str) -> Vec<&'a DeTable<'i>> {
    let DeValue::Array(items) = at(table, path) else { panic!("{path} is no list") };
    items
        .iter()
        .map(|item| match item.get_ref() {
            DeValue::Table(inner) => inner,
            other => panic!("{other:?} is no table"),
        })
        .collect()
}

/// The value that a dated change of `key` sets from `from`.
fn changed(table: &DeTable<'_>, key: &str, from: &str) -> f64 {
    let found = list(table, "changes").into_iter().find(|change| {
        let DeValue::Datetime(day) = at(change, "from") else { panic!("from is a date") };
        word(change, "key") == key && day.to_string() == from
    });
    figure(found.unwrap_or_else(|| panic!("no change of {key} from {from}")), "to.fixed")
}

/// Visits every quantity of a file: each table that states a unit.
fn quantities<'a, 'i>(path: &str, value: &'a DeValue<'i>, seen: &mut Vec<(String, &'a DeTable<'i>)>) {
    match value {
        DeValue::Table(table) if table.contains_key("unit") => seen.push((path.to_owned(), table)),
        DeValue::Table(table) => {
            for (name, inner) in table {
                quantities(&format!("{path}.{}", name.get_ref()), inner.get_ref(), seen);
            }
        }
        DeValue::Array(items) => {
            for item in items {
                quantities(path, item.get_ref(), seen);
            }
        }
        _ => {}
    }
}

fn all_quantities<'a, 'i>(table: &'a DeTable<'i>) -> Vec<(String, &'a DeTable<'i>)> {
    let mut seen = Vec::new();
    for (name, value) in table {
        quantities(name.get_ref(), value.get_ref(), &mut seen);
    }
    seen
}

/// An amount rounded to cents; text compares exactly.
fn cents(eur: f64) -> String {
    format!("{eur:.2}")
}

fn close(left: f64, right: f64, tolerance: f64) -> bool {
    (left - right).abs() <= tolerance
}

/// Mean of a fixed number or of a PERT range.
fn mean(table: &DeTable<'_>, key: &str) -> f64 {
    let DeValue::Table(quantity) = at(table, key) else { panic!("{key} is a quantity") };
    if quantity.contains_key("fixed") {
        return figure(quantity, "fixed");
    }
    let part = |name| figure(quantity, &format!("range.{name}"));
    (4.0f64.mul_add(part("likely"), part("low")) + part("high")) / 6.0
}

#[test]
fn the_present_price_and_hours_leave_85_000_euros_of_the_budget() {
    let (base, third) = (text("baseline.toml"), text("third-provider.toml"));
    let (base, third) = (parse(&base), parse(&third));
    let total = figure(&base, "ceilings.totaal.eur_per_year.fixed");
    let third = figure(&third, "ceilings.derde-aanbieder.eur_per_year.fixed");
    let present: f64 = ["aanbieder-a", "aanbieder-b"]
        .iter()
        .map(|name| {
            52.0 * figure(&base, &format!("providers.{name}.hours_per_week.fixed"))
                * figure(&base, &format!("providers.{name}.hourly_price_eur.fixed"))
        })
        .sum();
    assert_eq!(cents(total - third), cents(present));
    assert_eq!(cents(present), cents(234_000.0));
}

#[test]
fn the_budget_of_the_third_provider_buys_14_and_a_half_hours_not_20() {
    let third = text("third-provider.toml");
    let third = parse(&third);
    let budget = figure(&third, "providers.derde.budget_eur_per_year.fixed");
    assert_eq!(cents(budget), cents(figure(&third, "ceilings.derde-aanbieder.eur_per_year.fixed")));
    let hours = budget / figure(&third, "providers.derde.hourly_price_eur.range.likely") / 52.0;
    assert!(close(hours, 14.53, 0.005), "{hours}");
    let wish = figure(&third, "providers.derde.hours_per_week.fixed");
    assert!(wish <= hours && hours - wish < 0.05, "{wish} of {hours}");
}

#[test]
fn more_hours_spend_the_same_85_000_euros_as_prices_rise() {
    let (base, more) = (text("baseline.toml"), text("more-hours.toml"));
    let (base, more) = (parse(&base), parse(&more));
    let likely = list(&base, "changes")
        .into_iter()
        .find_map(|change| match at(change, "to") {
            DeValue::Table(to) if to.contains_key("range") => Some(figure(to, "range.likely")),
            _ => None,
        })
        .expect("the index from 2026 is a range");
    let mut price = figure(&base, "providers.aanbieder-a.hourly_price_eur.fixed");
    for (from, index) in [
        ("2024-10-01", 0.0),
        ("2025-01-01", changed(&base, "money.index_per_year", "2025-01-01")),
        ("2026-01-01", likely),
        ("2027-01-01", likely),
        ("2028-01-01", likely),
    ] {
        price *= 1.0 + index;
        let hours: f64 = ["a", "b"]
            .iter()
            .map(|name| changed(&more, &format!("providers.aanbieder-{name}.hours_per_week"), from))
            .sum();
        let extra = (hours - 40.0) * price * 52.0;
        assert!(close(extra, 85_000.0, 250.0), "{extra} euros from {from}");
    }
}

#[test]
fn positive_closures_times_cost_reproduce_the_printed_cents_per_period() {
    let pilot = text("pilot-2020-2022.toml");
    let pilot = parse(&pilot);
    let registered = list(&pilot, "registered");
    let costs = [
        figure(&pilot, "maatwerk.cost_average_eur.fixed"),
        changed(&pilot, "maatwerk.cost_average_eur", "2022-01-01"),
    ];
    let mut totals = [0.0; 3];
    for (period, cost) in registered.iter().zip(costs) {
        let avoided = figure(period, "positive") * cost;
        assert_eq!(cents(cost), cents(figure(period, "printed.cost_average_eur")));
        assert_eq!(cents(avoided), cents(figure(period, "printed.avoided_eur")));
        let net = avoided - figure(period, "printed.cost_eur");
        assert_eq!(cents(net), cents(figure(period, "printed.net_eur")));
        totals[0] += figure(period, "printed.avoided_eur");
        totals[1] += figure(period, "printed.cost_eur");
        totals[2] += figure(period, "printed.net_eur");
    }
    assert_eq!(totals.map(cents), [778_216.88, 441_532.20, 336_684.68].map(cents));
    let unweighted = f64::midpoint(costs[0], costs[1]);
    assert_eq!(cents(unweighted), cents(7_227.79), "the printed total of q");
    assert!(!close(107.0 * unweighted, totals[0], 1_000.0), "which does not give the printed total");
}

#[test]
fn outcomes_and_referrers_add_up_to_the_young_people_seen() {
    let (pilot, base) = (text("pilot-2020-2022.toml"), text("baseline.toml"));
    let (pilot, base) = (parse(&pilot), parse(&base));
    let mut all = 0.0;
    for period in list(&pilot, "registered") {
        let sum: f64 = ["positive", "escalated", "unknown"].iter().map(|part| figure(period, part)).sum();
        assert_eq!(cents(sum), cents(figure(period, "seen")));
        all += sum;
    }
    assert_eq!(cents(all), cents(174.0));
    let sum = |table: &DeTable<'_>, path: &str| -> f64 {
        let DeValue::Table(parts) = at(table, path) else { panic!("{path} holds parts") };
        parts.iter().map(|(_, part)| number(part.get_ref())).sum()
    };
    assert_eq!(cents(sum(&base, "inflow.referrer_shares.dirichlet")), cents(174.0));
    assert_eq!(cents(sum(&pilot, "inflow.referrer_shares.dirichlet")), cents(174.0));
    assert_eq!(cents(sum(&base, "outcome.shares.dirichlet")), cents(98.0));
}

#[test]
fn inflow_rises_from_60_point_8_a_year_in_the_pilot_to_98_in_the_base() {
    let pilot = text("pilot-2020-2022.toml");
    let pilot = parse(&pilot);
    let first = figure(&pilot, "inflow.youths_per_year.counts.events")
        / figure(&pilot, "inflow.youths_per_year.counts.years");
    assert!(close(first, 60.8, 1e-9));
    assert!(word(&pilot, "inflow.growth_per_year.source").contains("60,8 en daarna 98"));
    let base = text("baseline.toml");
    let base = parse(&base);
    assert!(close(figure(&base, "inflow.youths_per_year.counts.events"), 98.0, 1e-9));
}

#[test]
fn grants_spread_over_the_mondays_cost_what_was_printed() {
    let pilot = text("pilot-2020-2022.toml");
    let pilot = parse(&pilot);
    let calendar = Calendar::new(date(2020, 10, 1), date(2023, 1, 1), 0, Vec::new());
    let from_2022 = calendar.week_from(date(2022, 1, 1));
    let mut spent = [0.0; 2];
    for name in ["aanbieder-a", "aanbieder-b"] {
        let key = format!("providers.{name}.grant_eur_per_year");
        let grants = [figure(&pilot, &format!("{key}.fixed")), changed(&pilot, &key, "2022-01-01")];
        for week in 0..calendar.weeks() {
            let period = usize::from(week >= from_2022);
            spent[period] += grants[period] / f64::from(calendar.weeks_in_year(week));
        }
    }
    let printed: Vec<_> =
        list(&pilot, "registered").iter().map(|period| cents(figure(period, "printed.cost_eur"))).collect();
    assert_eq!(spent.map(cents).to_vec(), printed);
}

#[test]
fn capacity_lies_between_clearly_unused_and_more_than_full() {
    let base = text("baseline.toml");
    let base = parse(&base);
    let end = |key: &str, end: &str| figure(&base, &format!("{key}.range.{end}"));
    let hours = |side: &str| {
        end("work.direct_hours_per_conversation", side)
            + end("work.indirect_hours_per_conversation", side)
            + end("work.intake_extra_hours", side) / 6.0
    };
    let available = 2_080.0
        * (1.0 - mean(&base, "absence.leave_weeks_per_year") / 52.0)
        * (1.0 - mean(&base, "absence.short_sick_share"))
        / (1.0 + mean(&base, "absence.long_sick_per_year") * mean(&base, "absence.long_sick_weeks") / 52.0)
        * (1.0 - mean(&base, "work.consultation_share"));
    let used = |side: &str| 98.0 * 6.0 * hours(side) / available;
    assert!(used("low") < 0.6, "{}", used("low"));
    assert!((0.7..0.9).contains(&used("likely")), "{}", used("likely"));
    assert!(used("high") > 1.2, "{}", used("high"));
}

#[test]
fn the_tables_of_the_document_say_what_the_files_say() {
    let document = document();
    let (base, third) = (text("baseline.toml"), text("third-provider.toml"));
    let (base, third) = (parse(&base), parse(&third));
    let worlds: Vec<_> = ["cautious", "literature", "headwind"]
        .iter()
        .map(|name| (*name, text(&format!("worlds/{name}.toml"))))
        .collect();
    let mut rows = 0;
    for line in document.lines() {
        let cells: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
        let Some(place) = cells.iter().position(|cell| cell.starts_with('`') && cell.contains('.')) else {
            continue;
        };
        let key = cells[place].trim_matches('`');
        if !line.starts_with('|') || place > 1 {
            continue;
        }
        let world = worlds.iter().find(|(name, _)| place == 1 && *name == cells[0]);
        let world = world.map(|(_, text)| parse(text));
        let file = world.as_ref().unwrap_or(if key.contains(".derde") { &third } else { &base });
        let DeValue::Table(quantity) = at(file, key) else { panic!("{key} is a quantity") };
        let told: Vec<f64> =
            cells[place + 1].split(['=', '/', ' ', ',']).filter_map(|part| part.parse().ok()).collect();
        let stated: Vec<f64> = if quantity.contains_key("fixed") {
            vec![figure(quantity, "fixed")]
        } else if quantity.contains_key("range") {
            ["low", "likely", "high"].iter().map(|end| figure(quantity, &format!("range.{end}"))).collect()
        } else {
            vec![figure(quantity, "counts.events"), figure(quantity, "counts.years")]
        };
        assert_eq!(told, stated, "{line}");
        assert!(cells.contains(&word(quantity, "grade")), "grade of {line}");
        rows += 1;
    }
    assert!(rows > 90, "only {rows} rows were compared");
}

#[test]
fn the_document_explains_every_quantity_that_a_file_can_hold() {
    let document = document();
    for key in Key::ALL {
        let key = key.entry().key;
        assert!(document.contains(&format!("`{key}`")), "{key}");
    }
    let provider =
        ProviderKey::ALL.iter().filter(|key| **key != ProviderKey::Grant).map(|key| key.entry().key);
    for key in provider.chain(CeilingKey::ALL.iter().map(|key| key.entry().key)) {
        assert!(document.contains(&format!(".{key}`")), "{key}");
    }
}

#[test]
fn every_public_source_named_in_a_file_stands_in_the_document() {
    let document = document();
    for name in files() {
        let text = text(&name);
        let table = parse(&text);
        for (path, quantity) in all_quantities(&table) {
            for part in word(quantity, "source").split([' ', ';', ',', '(', ')']) {
                let site = [".nl", ".com", ".net"].iter().any(|ending| part.ends_with(ending));
                if site || part.starts_with("10.") {
                    assert!(document.contains(part), "{part} of {path} in {name}");
                }
            }
        }
    }
}

#[test]
fn what_is_graded_measured_or_derived_names_its_place() {
    for name in files() {
        let text = text(&name);
        let table = parse(&text);
        for (path, quantity) in all_quantities(&table) {
            let source = word(quantity, "source");
            let named = ["E:", "V:", ".nl", "85.000 /"].iter().any(|mark| source.contains(mark));
            let hard = ["measured", "derived"].contains(&word(quantity, "grade"));
            assert!(named || !hard, "{path} in {name}: {source}");
        }
    }
}

#[test]
fn what_is_graded_unknown_is_never_one_fixed_number() {
    for name in files() {
        let text = text(&name);
        let table = parse(&text);
        for (path, quantity) in all_quantities(&table) {
            let fixed = quantity.contains_key("fixed");
            assert!(!fixed || word(quantity, "grade") != "unknown", "{path} in {name}");
        }
    }
}

#[test]
fn every_file_opens_with_the_question_it_answers() {
    for name in files() {
        let text = text(&name);
        let mut lines = text.lines();
        let schema =
            lines.next().and_then(|line| line.strip_prefix("#:schema ")).expect("a schema for editors");
        let folder = root().join("scenarios").join(&name);
        let folder = folder.parent().unwrap_or(Path::new(""));
        assert!(folder.join(schema).ends_with("docs/scenario.schema.json"), "{name}");
        assert!(
            lines.next().is_some_and(|line| line.starts_with("# De vraag: ") && line.ends_with('?')),
            "{name}"
        );
    }
}

#[test]
fn every_shipped_scenario_is_accepted_without_a_warning_under_its_worlds() {
    for name in files().iter().filter(|name| !name.starts_with("worlds/")) {
        let scenarios = vec![root().join("scenarios").join(name)];
        let loaded = load(&Request { scenarios, ..Request::default() });
        let loaded = loaded.unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        assert!(loaded.warnings.is_empty(), "{name}: {:?}", loaded.warnings);
        let leading = if name.starts_with("pilot") { "evaluation" } else { "cautious" };
        assert_eq!(loaded.experiment.worlds[0].name, leading, "{name}");
        assert_eq!(
            loaded.experiment.arms.len(),
            if ["baseline.toml", "pilot-2020-2022.toml"].contains(&name.as_str()) { 1 } else { 2 }
        );
    }
}

#[test]
fn all_shipped_scenarios_on_one_base_can_be_run_together() {
    let scenarios: Vec<_> = files()
        .iter()
        .filter(|name| !name.starts_with("worlds/") && !name.starts_with("pilot"))
        .map(|name| root().join("scenarios").join(name))
        .collect();
    let arms = scenarios.len();
    let loaded = load(&Request { scenarios, ..Request::default() }).expect("the shipped files are valid");
    assert_eq!(loaded.experiment.arms.len(), arms);
}
