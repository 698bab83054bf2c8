//! The rules of the house that a compiler does not check: the order of the rooms, the size of files, and who may
//! touch files, clock and terminal.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from top to bottom: a room may use those above it, never one below it.
const ROOMS: [&str; 11] = [
    "units",
    "random",
    "distributions",
    "scenario",
    "parameters",
    "cohort",
    "engine",
    "statistics",
    "analyses",
    "report",
    "cli",
];
/// Most lines of code in a file, before its tests.
const LINES_MOST: usize = 400;

/// One source file of the library.
struct Source {
    path: PathBuf,
    /// The room it stands in; empty for `lib.rs` and `main.rs`.
    room: String,
    /// The text before the tests.
    code: String,
    /// The same without comments and texts.
    bare: String,
}

fn sources() -> Vec<Source> {
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![house.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let inside = path.strip_prefix(&house).unwrap();
                let steps: Vec<_> = inside.iter().map(|step| step.to_str().unwrap().to_owned()).collect();
                let room = if steps.len() > 1 { steps[0].clone() } else { String::new() };
                let text = fs::read_to_string(&path).unwrap();
                // A file of nothing but tests is named for it.
                let all_tests = inside.file_stem().is_some_and(|stem| stem == "tests")
                    || steps.iter().any(|step| step == "tests");
                let code = if all_tests { "" } else { text.split("#[cfg(test)]\nmod ").next().unwrap() };
                found.push(Source { room, bare: bare(code), code: code.to_owned(), path });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 20, "the sources were found");
    found
}

/// Code without comments and without the contents of texts, so that a word in a sentence is no use of a thing.
fn bare(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    for line in code.lines() {
        let mut characters = line.chars().peekable();
        let mut in_text = false;
        while let Some(c) = characters.next() {
            match c {
                '\\' if in_text => {
                    characters.next();
                }
                '\'' if !in_text => {
                    // A quote as a character would open a text that never closes.
                    let ahead: String = characters.clone().take(3).collect();
                    let length = match ahead.as_bytes() {
                        [b'\\', _, b'\''] => 3,
                        _ if ahead.chars().nth(1) == Some('\'') => 2,
                        _ => 0,
                    };
                    for _ in 0..length {
                        characters.next();
                    }
                }
                '"' => {
                    in_text = !in_text;
                    out.push(c);
                }
                '/' if !in_text && characters.peek() == Some(&'/') => break,
                _ if in_text => {}
                _ => out.push(c),
            }
        }
        out.push('\n');
    }
    out
}

/// The rooms that a text names by `crate::room`, also in `use crate::{a, b}`.
fn rooms_named(bare: &str) -> BTreeSet<String> {
    let word = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
    };
    let mut named = BTreeSet::new();
    for rest in bare.split("crate::").skip(1) {
        if let Some(group) = rest.strip_prefix('{') {
            // Only the first name of every member counts; deeper braces belong to that member.
            let mut depth = 0_usize;
            let mut start = 0;
            for (at, c) in group.char_indices() {
                match c {
                    '{' => depth += 1,
                    ',' | '}' if depth == 0 => {
                        named.insert(word(&group[start..at]));
                        start = at + 1;
                        if c == '}' {
                            break;
                        }
                    }
                    '}' => depth -= 1,
                    _ => {}
                }
            }
        } else {
            named.insert(word(rest));
        }
    }
    named.remove("");
    named
}

/// Fails with all complaints at once.
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// Complaints about every file of the rooms `where_not` that holds one of `words`.
fn holding(words: &[&str], where_not: impl Fn(&Source) -> bool) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| where_not(source)) {
        for word in words.iter().filter(|word| source.bare.contains(**word)) {
            complaints.push(format!("{} holds `{word}`", source.path.display()));
        }
    }
    complaints
}

#[test]
fn a_room_uses_only_the_rooms_above_it() {
    let place = |room: &str| ROOMS.iter().position(|known| *known == room);
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| !source.room.is_empty()) {
        let Some(own) = place(&source.room) else {
            complaints.push(format!("{} stands in no known room", source.path.display()));
            continue;
        };
        for named in rooms_named(&source.bare) {
            match place(&named) {
                Some(other) if other <= own => {}
                Some(_) => {
                    complaints.push(format!("{} uses {named}, a room below it", source.path.display()));
                }
                None => complaints.push(format!("{} uses crate::{named}, no room", source.path.display())),
            }
        }
    }
    none(&complaints);
}

#[test]
fn the_library_declares_the_rooms_in_their_order() {
    let lib = sources().into_iter().find(|source| source.path.ends_with("lib.rs")).unwrap();
    let declared: Vec<_> =
        lib.bare.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(declared, ROOMS);
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    let long = |source: &Source| source.code.lines().count() > LINES_MOST;
    let complaints: Vec<_> = sources()
        .iter()
        .filter(|source| long(source))
        .map(|source| format!("{} has more than {LINES_MOST} lines before its tests", source.path.display()))
        .collect();
    none(&complaints);
}

#[test]
fn the_main_file_knows_nothing() {
    let main = sources().into_iter().find(|source| source.path.ends_with("main.rs")).unwrap();
    assert!(main.code.lines().count() < 30);
}

#[test]
fn every_room_says_what_enters_what_leaves_and_what_it_refuses_to_know() {
    for room in ROOMS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room).join("mod.rs");
        let text = fs::read_to_string(&path).unwrap();
        let lines = text.lines().map_while(|line| line.strip_prefix("//!"));
        let opening: String = lines.map(str::trim).collect::<Vec<_>>().join(" ");
        for sentence in ["Enters: ", "Leaves: "] {
            assert!(opening.contains(sentence), "the opening of {room} does not say `{sentence}`");
        }
        let refuses = opening.contains("Refuses to know: ");
        assert!(refuses, "the opening of {room} does not say what it refuses to know");
    }
}

#[test]
fn a_mod_file_declares_and_computes_nothing() {
    let complaints: Vec<_> = sources()
        .iter()
        .filter(|source| source.path.ends_with("mod.rs"))
        .filter(|source| {
            source.bare.lines().any(|line| {
                let line = line.trim_start();
                let line = line.strip_prefix("pub ").unwrap_or(line);
                line.starts_with("fn ") || line.starts_with("const fn ") || line.starts_with("impl ")
            })
        })
        .map(|source| format!("{} computes", source.path.display()))
        .collect();
    none(&complaints);
}

#[test]
fn only_scenario_and_report_know_serde() {
    none(&holding(&["Serialize", "Deserialize", "serde::"], |source| {
        !["scenario", "report"].contains(&source.room.as_str())
    }));
}

#[test]
fn only_cli_and_report_touch_disk_clock_and_terminal() {
    let touching = [
        "std::fs",
        "fs::",
        "File::",
        "std::io",
        "std::env::",
        "std::process",
        "Instant::",
        "SystemTime",
        "println!",
        "eprintln!",
        "print!",
        "console::",
        "indicatif",
    ];
    none(&holding(&touching, |source| {
        // The one exception: reading scenario files belongs to the room that understands them.
        let reader = source.path.ends_with("scenario/source.rs");
        !["cli", "report", ""].contains(&source.room.as_str()) && !reader
    }));
}

#[test]
fn nothing_is_remembered_between_calls() {
    none(&holding(
        &["static mut", "thread_local!", "OnceLock", "LazyLock", "OnceCell", "lazy_static"],
        |_| true,
    ));
}

#[test]
fn nothing_depends_on_the_order_of_a_hash() {
    none(&holding(&["HashMap", "HashSet"], |_| true));
}

#[test]
fn only_the_room_of_randomness_builds_a_generator() {
    let building = ["seed_from_u64", "from_seed", "Xoshiro256PlusPlus", "rand::rng", "from_os_rng"];
    none(&holding(&building, |source| source.room != "random"));
}

#[test]
fn numbers_are_formatted_in_one_place() {
    none(&holding(&["icu_decimal", "fixed_decimal"], |source| {
        !source.path.iter().any(|part| part.to_str().is_some_and(|part| part.starts_with("number")))
    }));
}

#[test]
fn no_source_carries_a_mark_of_unfinished_work() {
    let marks = ["todo!", "unimplemented!", "FIXME", "TODO", "XXX"];
    let complaints: Vec<_> = sources()
        .iter()
        .flat_map(|source| marks.iter().map(move |mark| (source, mark)))
        .filter(|(source, mark)| source.code.contains(**mark))
        .map(|(source, mark)| format!("{} holds {mark}", source.path.display()))
        .collect();
    none(&complaints);
}

#[test]
fn the_reader_of_this_test_sees_uses_but_not_words() {
    let bare = bare(
        "use crate::{units::Eur, scenario::{A, B}}; // crate::cli\nlet c = '\"'; let x = \"crate::report\";\n",
    );
    let named: Vec<_> = rooms_named(&bare).into_iter().collect();
    assert_eq!(named, ["scenario", "units"]);
}
