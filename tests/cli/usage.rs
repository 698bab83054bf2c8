//! What was typed and makes no command.

use crate::command::{command, sim};

/// Lines that make no command.
const LINES: [&str; 29] = [
    "chek scenarios/baseline.toml",
    "third-provider",
    "zzz",
    "run",
    "--seed 3",
    "check",
    "show scenarios/baseline.toml scenarios/awareness.toml",
    "scenarios/baseline.toml --sed 1",
    "check scenarios/baseline.toml --seed 1",
    "scenarios/baseline.toml --replications 0",
    "scenarios/baseline.toml --replications 100000001",
    "scenarios/baseline.toml --replications 1.000",
    "scenarios/baseline.toml --replications 10000,0",
    "scenarios/baseline.toml --replications veel",
    "scenarios/baseline.toml --seed -1",
    "scenarios/baseline.toml --seed",
    "scenarios/baseline.toml --seed 1 --seed 2",
    "scenarios/baseline.toml --threads 0",
    "scenarios/baseline.toml --quiet=ja",
    "scenarios/baseline.toml --lang fr",
    "scenarios/baseline.toml --shard 3/2",
    "scenarios/baseline.toml --shard 1/2 --resume",
    "scenarios/baseline.toml --precision-eur 0",
    "scenarios/baseline.toml --reports docx",
    "scenarios/baseline.toml --reports none,html",
    "scenarios/baseline.toml --reports",
    "verify --replications 119",
    "completions fsh",
    "man runn",
];

fn all_faults(language: &str) -> String {
    let mut text = String::new();
    for line in LINES {
        let spoken =
            if line.contains("--lang") { line.to_owned() } else { format!("--lang {language} {line}") };
        let told = sim(&spoken);
        assert_eq!(told.code, Some(2), "sim {line}");
        assert_eq!(told.out, "", "sim {line}");
        assert!(told.err.contains("--help"), "sim {line} says where to read on");
        text.extend(["$ sim ", line, "\n", &told.err, "\n"]);
    }
    text
}

#[test]
fn faults_in_dutch_are_as_reviewed() {
    insta::assert_snapshot!(all_faults("nl"));
}

#[test]
fn faults_in_english_are_as_reviewed() {
    insta::assert_snapshot!(all_faults("en"));
}

#[cfg(unix)]
#[test]
fn words_that_are_no_text_are_a_fault_and_no_panic() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let junk = OsStr::from_bytes(b"\xff\xfe");
    for words in [vec![OsStr::new("--lang"), junk], vec![OsStr::new("check"), OsStr::new("--set"), junk]] {
        let output = command().args(words).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
    }
    let output = command().arg("run").arg(junk).output().unwrap();
    assert_ne!(output.status.code(), Some(1), "a file of that name might exist");
}

#[cfg(unix)]
#[test]
fn a_reader_who_stops_reading_is_no_failure() {
    let told = crate::command::shell("{ sleep 0.2; \"$SIM\" completions bash; echo code $? >&2; } | true");
    assert_eq!(told.err, "code 0\n");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_told() {
    let told = crate::command::shell("\"$SIM\" --help > /dev/full");
    assert_eq!(told.code, Some(5));
    assert!(told.err.contains("vol"), "{}", told.err);
}

#[cfg(target_os = "linux")]
#[test]
fn a_page_that_cannot_be_shown_tells_where_the_new_results_are() {
    let out = tempfile::tempdir().unwrap();
    let place = out.path().display();
    let run = format!("\"$SIM\" scenarios/third-provider.toml --reports none --lang en --out {place}");
    let results = out.path().join("third-provider");
    for (line, wanted) in [
        (format!("{run} --replications 20"), "manifest.json"),
        (format!("{run} --replications 40 --force"), "manifest.json"),
        (
            format!(
                "\"$SIM\" compare scenarios/third-provider.toml --replications 20 --lang en --out {place}"
            ),
            "compare.json",
        ),
    ] {
        let told = crate::command::shell(&format!("{line} > /dev/full"));
        assert_eq!(told.code, Some(5), "{}", told.err);
        assert!(
            told.err.contains(&format!("The new results are there, in {}", results.display())),
            "{}",
            told.err
        );
        assert!(results.join(wanted).is_file());
    }
    let manifest = std::fs::read_to_string(results.join("manifest.json")).unwrap();
    assert!(manifest.contains("\"replications\": 40"), "{manifest}");
}

#[test]
fn colours_come_only_when_forced_or_looked_at() {
    let forced = command().arg("zzz").env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(forced.stderr.contains(&0x1b));
    assert!(!sim("zzz").err.contains('\u{1b}'));
}
