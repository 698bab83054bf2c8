//! The schema and the tables of the format document are those of the code. `UPDATE=1` writes them anew.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use sim::report::scenario_schema;
use sim::scenario::{Described, Entry, Family, Form, Parts, Setter, Unit, all_keys};

fn document(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

fn held_against(path: &Path, now: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, now).unwrap();
    }
    let there = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert!(there == now, "{} is out of date: run the tests once with UPDATE=1", path.display());
}

#[test]
fn the_editor_schema_is_that_of_the_code() {
    let schema = serde_json::to_string_pretty(&scenario_schema()).unwrap();
    held_against(&document("scenario.schema.json"), &format!("{schema}\n"));
}

#[test]
fn the_tables_of_the_format_document_are_those_of_the_code() {
    let path = document("scenario-format.md");
    let text = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let (begin, end) = ("<!-- keys: begin -->\n", "<!-- keys: end -->");
    let (before, rest) = text.split_once(begin).expect("the mark where the tables begin");
    let (_, after) = rest.split_once(end).expect("the mark where the tables end");
    held_against(&path, &format!("{before}{begin}{}{end}{after}", tables()));
}

fn tables() -> String {
    let keys = all_keys();
    let mut out = String::new();
    for (family, title) in [
        (Family::Team, "Team and world"),
        (Family::Provider, "Below `providers.<name>`"),
        (Family::Ceiling, "Below `ceilings.<name>`"),
    ] {
        let _ = writeln!(out, "\n### {title}\n");
        let _ = writeln!(out, "| key | value | unit | bounds | set by | on a date | what it is |");
        let _ = writeln!(out, "|---|---|---|---|---|---|---|");
        for key in keys.iter().filter(|key| key.family == family) {
            let _ = writeln!(out, "{}", row(key));
        }
    }
    let units: Vec<String> = Unit::ALL.iter().map(|unit| format!("`{}`", unit.text())).collect();
    let _ = writeln!(out, "\nUnits: {}.\n", units.join(", "));
    out
}

fn row(key: &Described) -> String {
    let bounds = |entry: &Entry| format!("{} to {}", short(entry.bounds.0), short(entry.bounds.1));
    let (value, unit, bounds, dated) = match key.form {
        Form::Quantity(entry) => {
            let value = if entry.whole {
                "whole number"
            } else if entry.fixed {
                "fixed number"
            } else {
                "quantity"
            };
            (value, entry.unit.text(), bounds(&entry), entry.dated)
        }
        Form::Shares(parts @ Parts::Profile(_)) => {
            ("profile", parts.unit().text(), "0 and above".to_owned(), false)
        }
        Form::Shares(parts) => ("shares", parts.unit().text(), "add up to 1".to_owned(), false),
        Form::Flag => ("`true` or `false`", "", String::new(), false),
        Form::Date => ("date", "", "1990 to 2200".to_owned(), false),
        Form::Whole(low, high) => ("whole number, bare", "", format!("{low} to {high}"), false),
        Form::Text => ("name", "", String::new(), false),
        Form::Names => ("names", "", String::new(), false),
    };
    let setter = match key.setter {
        Setter::Root => "root",
        Setter::Scenario => "scenario",
        Setter::World => "scenario, world",
    };
    let optional = if key.required { "" } else { " (optional)" };
    let dated = if dated { "yes" } else { "" };
    format!("| `{}`{optional} | {value} | {unit} | {bounds} | {setter} | {dated} | {} |", key.key, key.about)
}

fn short(value: f64) -> String {
    if value.abs() >= 1e6 { format!("{value:e}") } else { format!("{value}") }
}

#[test]
fn every_key_of_the_code_is_in_the_schema() {
    let schema = scenario_schema();
    for key in all_keys() {
        let mut at = match key.family {
            Family::Team => &schema["properties"],
            Family::Provider => &schema["properties"]["providers"]["additionalProperties"]["properties"],
            Family::Ceiling => &schema["properties"]["ceilings"]["additionalProperties"]["properties"],
        };
        for (depth, part) in key.key.split('.').enumerate() {
            at = if depth == 0 { &at[part] } else { &at["properties"][part] };
        }
        assert_eq!(at["description"], key.about, "{}", key.key);
    }
}
