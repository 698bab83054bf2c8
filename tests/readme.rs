//! The README says what is true: its commands exist, CI runs them, and what it points at is there.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::Path;
use std::process::Command;

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// The section of the README below a heading.
fn section(heading: &str) -> String {
    let readme = read("README.md");
    let rest = readme.split(&format!("\n## {heading}\n")).nth(1).expect(heading).to_owned();
    rest.split("\n## ").next().unwrap().to_owned()
}

/// The lines of the fenced blocks of a text.
fn fenced(text: &str) -> Vec<String> {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            inside = !inside;
        } else if inside {
            lines.push(line.to_owned());
        }
    }
    lines
}

#[test]
fn there_are_exactly_two_commands() {
    assert_eq!(
        fenced(&section("Two commands")),
        ["cargo run --release -- scenarios/third-provider.toml", "cargo test --release"]
    );
}

#[test]
fn ci_runs_the_commands_of_the_readme_and_not_a_copy_of_them() {
    let ci = read(".ci/run");
    for begin in ["'cargo run --release -- scenarios/'", "'cargo test --release'"] {
        assert!(ci.contains(&format!("command_in README.md {begin}")), "{begin}");
        let begin = begin.trim_matches('\'');
        let first = read("README.md").lines().find(|line| line.starts_with(begin)).unwrap().to_owned();
        assert!(fenced(&section("Two commands")).contains(&first), "CI takes the first line: {first}");
    }
}

/// The page of the main command, run as in a clean clone.
fn page() -> String {
    let clone = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for folder in ["", "worlds"] {
        fs::create_dir_all(clone.path().join("scenarios").join(folder)).unwrap();
        for entry in fs::read_dir(from.join(folder)).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_file() {
                fs::copy(entry.path(), clone.path().join("scenarios").join(folder).join(entry.file_name()))
                    .unwrap();
            }
        }
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_sim"));
    command.current_dir(clone.path()).arg("scenarios/third-provider.toml");
    for variable in ["COLUMNS", "LINES", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

#[test]
fn the_picture_is_what_the_main_command_prints() {
    if cfg!(debug_assertions) {
        println!("skipped: without optimisation ten thousand replications take minutes");
        return;
    }
    let page = page();
    if std::env::var_os("UPDATE").is_some() {
        let readme = read("README.md");
        let (before, rest) = readme.split_once("\n```text\n").unwrap();
        let (before, old) =
            if before.contains("<!-- picture") { (before, rest) } else { panic!("no picture") };
        let (_, after) = old.split_once("```\n").unwrap();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        fs::write(path, format!("{before}\n```text\n{page}```\n{after}")).unwrap();
    }
    let shown = fenced(&section("What it looks like")).join("\n") + "\n";
    assert!(shown == page, "the picture in the README is out of date: run the tests once with UPDATE=1");
}

#[test]
fn every_exit_code_is_told() {
    let table = section("Results are safe");
    for exit in sim::cli::Exit::ALL {
        assert!(table.contains(&format!("\n| {} |", exit.code())), "exit code {}", exit.code());
    }
}

#[test]
fn what_the_documents_point_at_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for document in ["README.md", "ARCHITECTURE.md"] {
        let text = read(document);
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://")) {
            assert!(root.join(link).exists(), "{document} points at {link}");
        }
        let quoted = text.split('`').skip(1).step_by(2);
        for path in quoted.filter(|path| {
            path.contains('/')
                && ["src/", "docs/", "scenarios/", "tests/"].iter().any(|folder| path.starts_with(folder))
                && !path.contains(['{', '<', ' '])
        }) {
            assert!(root.join(path).exists(), "{document} names {path}");
        }
    }
}
