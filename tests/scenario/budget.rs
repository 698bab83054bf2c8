//! The table `[budget]`: what it may say, and that all its faults are told at once.

use sim::report::wording::Language;
use sim::scenario::FaultKind;

use crate::bench::{Bench, page};

const GOOD: &str = "
[budget]
eur_per_year = 85000
from = 2024-10-01
within_ceilings = 0.9
[budget.more_hours]
providers = [\"PROVIDER\"]
hours_per_week = { low = 0, high = 10 }
[budget.campaign]
eur_per_year = { low = 0, high = 15000 }
push_per_year = { low = 0.1, likely = 0.4, high = 1.5 }
[budget.relief]
admin_share = { low = 0, high = 0.5 }
";

fn with(table: &str) -> Bench {
    let bench = Bench::new();
    let child = String::from_utf8(bench.files.0[std::path::Path::new("child.toml")].clone()).unwrap();
    let provider = Bench::new().load().unwrap().experiment.scenarios[0][0].providers[0].name.clone();
    bench.file("child.toml", format!("{child}\n{}", table.replace("PROVIDER", &provider)))
}

fn faults(from: &str, to: &str) -> Vec<FaultKind> {
    assert!(GOOD.contains(from), "{from}");
    let faults = with(&GOOD.replacen(from, to, 1)).load().expect_err("it is refused");
    faults.list.into_iter().map(|fault| fault.kind).collect()
}

#[test]
fn a_search_space_is_read_and_changes_nothing_else() {
    let (plain, with) = (Bench::new().load().unwrap(), with(GOOD).load().unwrap());
    let space = with.search_space.expect("the table is read");
    assert_eq!((space.eur_per_year, space.within_ceilings), (85_000.0, 0.9));
    assert_eq!(space.campaign.unwrap().push, (0.1, 0.4, 1.5));
    assert_eq!(space.relief, Some((0.0, 0.5)));
    assert!(space.provider.is_none());
    assert_eq!(plain.search_space, None);
    assert_eq!(plain.experiment, with.experiment);
}

#[test]
fn each_mistake_in_a_search_space_is_told() {
    assert!(matches!(faults("0.9", "1.9")[..], [FaultKind::OutOfBounds { .. }]));
    assert!(matches!(faults("low = 0, high = 10", "low = 10, high = 1")[..], [FaultKind::LowHigh { .. }]));
    assert!(matches!(faults("within_ceilings = 0.9", "")[..], [FaultKind::MissingKeys { .. }]));
    assert!(matches!(
        faults("admin_share", "admin_shar")[..],
        [FaultKind::UnknownKey { .. }, FaultKind::MissingKeys { .. }]
            | [FaultKind::MissingKeys { .. }, FaultKind::UnknownKey { .. }]
    ));
    assert!(matches!(faults("\"PROVIDER\"", "\"nobody\"")[..], [FaultKind::UnknownProvider { .. }]));
    assert!(matches!(faults("85000", "\"85.000\"")[..], [FaultKind::DecimalComma { .. }]));
    assert!(matches!(faults("2024-10-01", "\"oktober\"")[..], [FaultKind::WrongType { .. }]));
    let empty = "\n[budget]\neur_per_year = 1\nfrom = 2024-10-01\nwithin_ceilings = 0.5\n";
    assert!(with(empty).load().is_err(), "nothing to choose");
}

#[test]
fn all_mistakes_are_told_at_once_in_both_languages() {
    let table = GOOD
        .replace("0.9", "9")
        .replace("low = 0, high = 10", "low = 10, high = 0")
        .replace("likely = 0.4", "likely = 4")
        .replace("high = 0.5", "high = 5");
    let bench = with(&table);
    assert_eq!(bench.load().expect_err("it is refused").list.len(), 4);
    for language in Language::ALL {
        let told = page(&bench.faults(), language);
        for key in ["within_ceilings", "more_hours", "push_per_year", "admin_share"] {
            assert!(told.contains(key), "{key}: {told}");
        }
    }
}

#[test]
fn a_world_and_the_prompt_hold_no_search_space() {
    let bench = Bench::new();
    let world =
        String::from_utf8(bench.files.0[std::path::Path::new("worlds/leading.toml")].clone()).unwrap();
    let bench = bench.file("worlds/leading.toml", format!("{world}\n{GOOD}"));
    let faults = bench.load().expect_err("a world chooses nothing");
    assert!(faults.list.iter().any(|fault| matches!(fault.kind, FaultKind::NotHere { .. })));
    let faults = Bench::new().set("budget.eur_per_year=1").load().expect_err("nor does the prompt");
    assert!(faults.list.iter().any(|fault| matches!(fault.kind, FaultKind::NotHere { .. })));
}
