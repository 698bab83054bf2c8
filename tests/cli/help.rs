//! Help, in both languages, and what follows from the command line itself.

use crate::command::{root, sim};

/// Every text that explains the command.
const HELP: [&str; 20] = [
    "",
    "--help",
    "run --help",
    "compare --help",
    "break-even --help",
    "budget --help",
    "sensitivity --help",
    "value --help",
    "monitor --help",
    "verify --help",
    "calibrate --help",
    "backtest --help",
    "score --help",
    "region --help",
    "merge --help",
    "check --help",
    "show --help",
    "completions --help",
    "man --help",
    "schema --help",
];

fn all_help(language: &str) -> String {
    let mut text = String::new();
    for line in HELP {
        let told = sim(&format!("{line} --lang {language}"));
        assert_eq!(told.code, Some(0), "sim {line}");
        assert_eq!(told.err, "", "sim {line}");
        assert!(
            told.out.contains("sim scenarios/") || told.out.contains("  sim "),
            "sim {line} has an example"
        );
        assert!(!told.out.contains('\u{1b}'), "no colours where nobody looks");
        text.extend(["$ sim ", line, "\n", &told.out, "\n"]);
    }
    text
}

#[test]
fn help_in_dutch_is_as_reviewed() {
    insta::assert_snapshot!(all_help("nl"));
}

#[test]
fn help_in_english_is_as_reviewed() {
    insta::assert_snapshot!(all_help("en"));
}

#[test]
fn dutch_help_holds_no_english_headings() {
    let text = all_help("nl");
    for word in ["Usage", "Options:", "Commands", "Arguments", "default:", "possible values", "Print"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn help_is_the_same_whichever_way_it_is_asked_for() {
    let asked = sim("run --help").out;
    for line in ["help run", "--help run", "run -h", "run --seed 3 --help", "--lang nl run --help"] {
        assert_eq!(sim(line).out, asked, "sim {line}");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    assert_eq!(sim("--version").out, concat!("sim ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let told = sim(&format!("completions {shell}"));
        assert_eq!(told.code, Some(0), "{shell}");
        assert!(!told.out.contains("kept-replications"), "{shell}: an option of the tests");
        assert!(told.out.contains("replications"), "{shell}");
    }
}

#[test]
fn the_manual_is_roff_in_the_language_of_the_user() {
    let nl = sim("man").out;
    assert!(nl.contains(".TH sim 1"), "{nl}");
    assert!(nl.contains(".SH NAAM") && nl.contains(".SH OPTIES"), "{nl}");
    let en = sim("man run --lang en").out;
    assert!(en.contains(".SH NAME") && en.contains("\\-\\-replications"), "{en}");
}

#[test]
fn the_schemas_in_docs_are_those_of_the_command() {
    for of in ["scenario", "summary", "registration"].into_iter().chain(sim::report::answer::ANSWERS) {
        let told = sim(&format!("schema {of}"));
        assert_eq!(told.code, Some(0), "{}", told.err);
        let path = root().join("docs").join(format!("{of}.schema.json"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &told.out).unwrap();
        }
        let there = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(there == told.out, "{} is out of date: run the tests once with UPDATE=1", path.display());
    }
}
