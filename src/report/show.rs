//! `sim show`: every resolved value, with its unit, source, grade, the place that set it, and what it is elsewhere.

use std::fmt::Write;

use super::resolved::{home, place};
use super::wording::Wording;
use crate::distributions::Law;
use crate::scenario::{
    Earlier, Grade, Loaded, Provenance, Registered, Resolved, StatedChoice, Value, as_written,
};

/// The page of one arm.
pub fn show(loaded: &Loaded, arm: usize, wording: &Wording) -> String {
    let mut page = String::new();
    let about = &loaded.experiment.arms[arm];
    let worlds = &loaded.experiment.worlds;
    let lines = [
        wording.fill("show-scenario", &[("name", (&about.name).into()), ("title", (&about.title).into())]),
        wording.fill("show-question", &[("purpose", (&about.purpose).into())]),
        wording
            .fill("show-world", &[("name", (&worlds[0].name).into()), ("title", (&worlds[0].title).into())]),
    ];
    for line in lines {
        // Writing to a string cannot fail.
        let _ = writeln!(page, "{line}");
    }
    let names: Vec<&str> = worlds.iter().map(|world| world.name.as_str()).collect();
    let mut table = "";
    for entry in &loaded.resolved[arm] {
        let (owner, key) = home(&entry.key);
        if owner != table {
            let _ = writeln!(page, "\n[{owner}]");
            table = owner;
        }
        one(&mut page, key, entry, (&names, wording));
    }
    for row in &loaded.experiment.scenarios[arm][0].registered {
        registered(&mut page, row, wording);
    }
    for (number, (key, said)) in about.reporting.all().enumerate() {
        if number == 0 {
            let _ = writeln!(page, "\n[reporting]");
        }
        let _ = writeln!(page, "{}\n    {}\n    {}", key.name(), said.text, place(&said.place));
    }
    if let Some(space) = loaded.search_space.as_ref().filter(|_| arm + 1 == loaded.experiment.arms.len()) {
        choices(&mut page, &space.stated);
    }
    page
}

/// What may be bought, as `sim budget` searches it.
fn choices(page: &mut String, stated: &[StatedChoice]) {
    let mut table = "";
    for one in stated {
        if one.table != table {
            let _ = writeln!(page, "\n[{}]", one.table);
            table = &one.table;
        }
        let _ = writeln!(page, "{}\n    {}\n    {}", one.key, one.text, place(&one.place));
    }
}

fn one(page: &mut String, key: &str, entry: &Resolved, (worlds, wording): (&[&str], &Wording)) {
    let from = entry.from.map(|date| wording.fill("show-from", &[("date", date.to_string().into())]));
    let from = from.map_or_else(String::new, |from| format!(" ({from})"));
    let _ = writeln!(page, "{key}{from}");
    let _ = writeln!(page, "    {}", told(&entry.value, wording));
    if let Some(provenance) = entry.value.provenance() {
        trust(page, provenance, wording);
    }
    let at = if entry.place.line == 0 { wording.text("show-prompt") } else { place(&entry.place) };
    let _ = writeln!(page, "    {at}");
    let mut elsewhere = |id: &str, earlier: &Earlier, world: &str| {
        let gaps = [
            ("value", earlier.value.text().into()),
            ("place", place(&earlier.place).into()),
            ("world", world.into()),
        ];
        let _ = writeln!(page, "    {}", wording.fill(id, &gaps));
    };
    if let Some(parent) = &entry.parent {
        elsewhere("show-parent", parent, "");
    }
    if let Some(own) = &entry.own {
        elsewhere("show-own", own, "");
    }
    for (world, earlier) in &entry.worlds {
        elsewhere("show-in-world", earlier, worlds[*world]);
    }
}

/// The value as stated; an uncertain number with its mean and the band that holds nine tenths of it.
fn told(value: &Value, wording: &Wording) -> String {
    let text = value.text();
    match value {
        Value::Quantity(stated) if !matches!(stated.law, Law::Fixed(_)) => {
            let number = |value: f64| as_written(four_digits(value));
            let gaps = [
                ("mean", number(stated.law.mean()).into()),
                ("low", number(stated.law.quantile(0.05)).into()),
                ("high", number(stated.law.quantile(0.95)).into()),
            ];
            format!("{text}  {}", wording.fill("show-band", &gaps))
        }
        _ => text,
    }
}

/// A number with no more than four digits that count.
fn four_digits(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap_or(value)
}

const fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Measured => "show-grade-measured",
        Grade::Derived => "show-grade-derived",
        Grade::Assumed => "show-grade-assumed",
        Grade::Conflicting => "show-grade-conflicting",
        Grade::Unknown => "show-grade-unknown",
    }
}

/// Unit, grade and source of a value.
fn trust(page: &mut String, provenance: &Provenance, wording: &Wording) {
    let source = wording.fill("show-source", &[("source", (&provenance.source).into())]);
    let _ = writeln!(
        page,
        "    {} · {} · {source}",
        provenance.unit.text(),
        wording.text(grade(provenance.grade))
    );
}

fn registered(page: &mut String, row: &Registered, wording: &Wording) {
    let _ = writeln!(page, "\n[[registered]]\n{}", row.period);
    let _ = writeln!(
        page,
        "    seen = {}, positive = {}, escalated = {}, unknown = {}",
        row.seen, row.positive, row.escalated, row.unknown
    );
    let provenance = &row.provenance;
    trust(page, provenance, wording);
    let _ = writeln!(page, "    {}", place(&provenance.place));
}
