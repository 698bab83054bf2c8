//! Registrations: what is refused and how that is told, what a correction does, and that the shipped example is sound.

use std::fmt::Write;

use sim::report::faults::render;
use sim::report::wording::{Language, Wording};
use sim::scenario::{Faults, Ledger, Memory, Quarter, load_ledger_from};

use crate::bench::{LOOK, page};

const FIRST: &str = "a.toml";
const SECOND: &str = "b.toml";

/// A sound registration of a quarter.
fn sound(head: &str, day: &str) -> String {
    format!(
        "format_version = 1\n{head}\nregistered_on = {day}\ncarried_out = \"baseline\"\nsource = \"test\"\n\
         example = true\n\n[inflow]\ntotal = 20\nscreener = 5\nhuisarts = 9\nsmw = 2\nconsulent = 3\nother = 1\n\n\
         [conversations]\nheld = 100\nin_ended_trajectories = 90\n\n[needs]\npsychisch = 12\nbeweging = 8\n\n[help]\n\
         consultation = 3\nscreening = 4\nbridging = 0\npsycho_education = 2\nshort_support = 9\nother = 1\n\n\
         [closures]\ntotal = 15\npositive = 9\nescalated = 5\ndropped_out = 1\nunknown = 0\n"
    )
}

fn files(second: &str) -> Memory {
    let mut memory = Memory::default();
    memory.0.insert(FIRST.into(), sound("quarter = \"2024-Q1\"", "2024-04-10").into_bytes());
    memory.0.insert(SECOND.into(), second.as_bytes().to_vec());
    memory
}

fn load(memory: &Memory) -> Result<Ledger, Faults> {
    let paths: Vec<_> = memory.0.keys().cloned().collect();
    load_ledger_from(&paths, "registratie", memory)
}

/// Each case: a name, what is patched in the second file, and what it becomes.
const CASES: &[(&str, &str, &str)] = &[
    ("a total that is no sum", "total = 20", "total = 21"),
    ("closures that do not add up", "positive = 9", "positive = 8"),
    ("needs of more young people than came", "beweging = 8", "beweging = 9"),
    ("fewer conversations than trajectories", "in_ended_trajectories = 90", "in_ended_trajectories = 14"),
    ("a fraction of a person", "huisarts = 9", "huisarts = 9.5"),
    ("a negative count", "smw = 2", "smw = -2"),
    ("a count beyond any municipality", "held = 100", "held = 1000000"),
    ("a number in quotes", "screener = 5", "screener = \"5\""),
    ("no quarter of the year", "2024-Q2", "2024-Q5"),
    ("a quarter outside the calendar", "2024-Q2", "1024-Q2"),
    ("registered before it was over", "2024-07-10", "2024-06-30"),
    ("a quarter twice", "2024-Q2", "2024-Q1"),
    ("neither a quarter nor a correction", "quarter = \"2024-Q2\"\n", ""),
    ("both", "quarter = \"2024-Q2\"", "quarter = \"2024-Q2\"\ncorrects = \"2024-Q1\""),
    ("a correction of nothing", "quarter = \"2024-Q2\"", "corrects = \"2024-Q2\""),
    (
        "a correction of the same day",
        "quarter = \"2024-Q2\"\nregistered_on = 2024-07-10",
        "corrects = \"2024-Q1\"\nregistered_on = 2024-04-10",
    ),
    ("an unknown key", "carried_out", "carried_ou"),
    ("an unknown referrer", "huisarts = 9", "huisars = 9"),
    ("a referrer left out", "other = 1\n\n[conversations]", "\n[conversations]"),
    ("other needs", "beweging = 8", "opvoeding = 8"),
    ("a need too many", "beweging = 8", "beweging = 6\nopvoeding = 2"),
    ("made up beside real", "example = true", "example = false"),
    ("another version", "format_version = 1", "format_version = 2"),
    ("no source", "source = \"test\"\n", ""),
    ("a date in quotes", "2024-07-10", "\"10-07-2024\""),
    ("no TOML", "held = 100", "held 100"),
];

fn told(language: Language) -> String {
    let mut text = String::new();
    for (name, from, to) in CASES {
        let second = sound("quarter = \"2024-Q2\"", "2024-07-10");
        assert!(second.contains(from), "{name}: {from} is not there");
        let faults = load(&files(&second.replacen(from, to, 1))).expect_err(name);
        let _ = writeln!(text, "== {name}\n{}", page(&faults, language));
    }
    let empty = load_ledger_from(&[], "registratie", &Memory::default()).unwrap_err();
    let _ = writeln!(text, "== nothing\n{}", render(&empty, &Wording::new(language), LOOK));
    text
}

#[test]
fn every_fault_of_a_registration_is_told_in_dutch() {
    insta::assert_snapshot!("ledger_faults_nl", told(Language::Nl));
}

#[test]
fn every_fault_of_a_registration_is_told_in_english() {
    insta::assert_snapshot!("ledger_faults_en", told(Language::En));
}

#[test]
fn all_faults_of_all_files_are_told_at_once() {
    let broken = |text: String| text.replace("total = 20", "total = 21").replace("source =", "bron =");
    let mut memory = files(&broken(sound("quarter = \"2024-Q2\"", "2024-07-10")));
    memory.0.insert("c.toml".into(), broken(sound("quarter = \"2024-Q3\"", "2024-10-10")).into_bytes());
    let faults = load(&memory).unwrap_err();
    let places: Vec<_> = faults.list.iter().map(|fault| fault.site.file.display().to_string()).collect();
    assert!(places.iter().filter(|file| *file == "b.toml").count() >= 3, "{places:?}");
    assert!(places.iter().filter(|file| *file == "c.toml").count() >= 3, "{places:?}");
}

#[test]
fn a_correction_takes_the_place_of_what_it_corrects_from_its_day_on() {
    let correction = sound("corrects = \"2024-Q1\"", "2024-09-01")
        .replace("total = 15", "total = 16")
        .replace("positive = 9", "positive = 10");
    let ledger = load(&files(&correction)).unwrap();
    let ended = |day: jiff::civil::Date| ledger.known_on(day)[0].ended();
    assert_eq!(ended(jiff::civil::date(2024, 8, 31)), Some(15), "what was known then stays");
    assert_eq!(ended(jiff::civil::date(2024, 9, 1)), Some(16));
    assert_eq!(ledger.known_on(jiff::civil::date(2025, 1, 1)).len(), 1, "one registration of a quarter");
}

#[test]
fn what_was_not_registered_may_be_left_out() {
    let text = sound("quarter = \"2024-Q2\"", "2024-07-10");
    let part = text.split("[conversations]").next().unwrap();
    let ledger = load(&files(part)).unwrap();
    let second = ledger.all().iter().find(|one| one.quarter == Quarter::parse("2024-Q2").unwrap()).unwrap();
    assert_eq!((second.referred(), second.ended(), second.conversations), (Some(20), None, None));
}

#[test]
fn the_shipped_example_is_sound_and_says_everywhere_that_it_is_one() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("registratie/voorbeeld");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let ledger = load_ledger_from(&paths, "registratie/voorbeeld", &sim::scenario::Disk).unwrap();
    assert_eq!((ledger.all().len(), ledger.days().len()), (5, 5));
    assert!(ledger.all().iter().all(|one| one.example));
    for path in paths {
        assert!(std::fs::read_to_string(&path).unwrap().contains("VOORBEELD"), "{}", path.display());
    }
}
