//! `resolved.toml`: one arm under the leading world as a scenario file of its own.
//!
//! It extends nothing and names no worlds, so that it can be read and run without any other file; each value bears
//! the place that set it. Numbers are written so that they are read back exactly.

use std::fmt::Write;

use crate::scenario::{
    Arm, FORMAT_VERSION, Family, Loaded, Place, Provenance, Registered, Resolved, Scenario, Value,
    as_written, quoted,
};

/// The text of the file.
pub fn resolved_toml(loaded: &Loaded, arm: usize) -> String {
    let mut out = String::new();
    let about = &loaded.experiment.arms[arm];
    let world = &loaded.experiment.worlds[0];
    // Writing to a string cannot fail.
    let _ =
        writeln!(out, "# Resolved scenario {} under world {}.", comment(&about.name), comment(&world.name));
    let _ = writeln!(out, "# Each value is followed by the place that set it.\n");
    let _ = writeln!(out, "format_version = {FORMAT_VERSION}");
    let _ = writeln!(out, "kind = \"scenario\"");
    let _ = writeln!(out, "title = {}", quoted(&about.title));
    let _ = writeln!(out, "purpose = {}", quoted(&about.purpose));
    let scenario = &loaded.experiment.scenarios[arm][0];
    let entries = &loaded.resolved[arm];
    let mut table = String::new();
    for entry in entries.iter().filter(|entry| entry.from.is_none()) {
        let (owner, key) = home(&entry.key);
        if owner != table {
            let _ = writeln!(out, "\n[{owner}]");
            owner.clone_into(&mut table);
        }
        let _ = writeln!(out, "{key} = {}  # {}", value(&entry.value), place(&entry.place));
    }
    periods(&mut out, scenario);
    for entry in entries {
        change(&mut out, entry);
    }
    for row in &scenario.registered {
        registered(&mut out, row);
    }
    reporting(&mut out, about);
    out
}

/// What people say of the study.
fn reporting(out: &mut String, arm: &Arm) {
    for (number, (key, said)) in arm.reporting.all().enumerate() {
        if number == 0 {
            let _ = writeln!(out, "\n[reporting]");
        }
        let _ = writeln!(out, "{} = {}  # {}", key.name(), quoted(&said.text), place(&said.place));
    }
}

/// The table in which a key stands, and its name there.
pub(super) fn home(key: &str) -> (&str, &str) {
    let dots = match crate::scenario::family(key) {
        Family::Team => 1,
        Family::Provider | Family::Ceiling => 2,
    };
    let at = key.match_indices('.').nth(dots - 1).map_or(0, |(at, _)| at);
    (&key[..at], key.get(at + 1..).unwrap_or(key))
}

fn value(value: &Value) -> String {
    match value.provenance() {
        Some(provenance) => format!("{{ {}, {} }}", value.text(), companions(provenance)),
        None => value.text(),
    }
}

fn companions(provenance: &Provenance) -> String {
    format!(
        "unit = {}, source = {}, grade = {}",
        quoted(provenance.unit.text()),
        quoted(&provenance.source),
        quoted(provenance.grade.text())
    )
}

/// A place as a reader finds it.
pub(super) fn place(place: &Place) -> String {
    let file = comment(&place.file.display().to_string());
    if place.line == 0 { file } else { format!("{file}:{}", place.line) }
}

/// Text that can stand in a comment: a line break in a file's name would end it.
fn comment(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The reporting periods, unless they are the budget years that a file without periods has.
fn periods(out: &mut String, scenario: &Scenario) {
    let calendar = &scenario.calendar;
    let (first, last) = (calendar.year(calendar.forecast_from()), calendar.year(calendar.weeks() - 1));
    let years = (first..=last).map(|year| year.to_string());
    let begins = |month: i8, day: i8| month == 1 && day == 1;
    let labels = calendar.periods().iter().map(|period| period.label.clone());
    if labels.eq(years)
        && calendar.periods().iter().all(|period| begins(period.from.month(), period.from.day()))
    {
        return;
    }
    for period in calendar.periods() {
        let _ =
            writeln!(out, "\n[[time.periods]]\nlabel = {}\nfrom = {}", quoted(&period.label), period.from);
    }
}

fn change(out: &mut String, entry: &Resolved) {
    if let Some(from) = entry.from {
        let _ = writeln!(out, "\n[[changes]]  # {}", place(&entry.place));
        let _ = writeln!(out, "from = {from}\nkey = {}\nto = {}", quoted(&entry.key), value(&entry.value));
    }
}

fn registered(out: &mut String, row: &Registered) {
    let _ = writeln!(out, "\n[[registered]]  # {}", place(&row.provenance.place));
    let _ = writeln!(out, "period = {}", quoted(&row.period));
    let counts = [
        ("seen", row.seen),
        ("positive", row.positive),
        ("escalated", row.escalated),
        ("unknown", row.unknown),
    ];
    for (name, count) in counts {
        let _ = writeln!(out, "{name} = {count}");
    }
    let printed = [
        ("cost_average_eur", row.printed_cost_average),
        ("avoided_eur", row.printed_avoided),
        ("cost_eur", row.printed_cost),
        ("net_eur", row.printed_net),
    ];
    let conversations = row.printed_conversations_mean.map(|mean| ("conversations_mean", mean));
    let printed: Vec<String> = printed
        .into_iter()
        .chain(conversations)
        .map(|(name, amount)| format!("{name} = {}", as_written(amount)))
        .collect();
    let _ = writeln!(out, "printed = {{ {} }}", printed.join(", "));
    let _ = writeln!(out, "source = {}", quoted(&row.provenance.source));
    let _ = writeln!(out, "grade = {}", quoted(row.provenance.grade.text()));
}
