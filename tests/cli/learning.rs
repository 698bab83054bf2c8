//! `sim sensitivity`, `sim value` and `sim monitor` at the prompt.

use std::fs;

use crate::command::{command, sim};

#[test]
fn each_question_is_answered_with_figures_and_a_chart_beside_the_results() {
    let out = tempfile::tempdir().unwrap();
    for question in ["sensitivity", "value", "monitor"] {
        let ask = || {
            let mut command = command();
            command.args([
                question,
                "scenarios/third-provider.toml",
                "--replications",
                "400",
                "--seed",
                "3",
                "--out",
            ]);
            let told = command.arg(out.path()).output().unwrap();
            let page = String::from_utf8(told.stdout).unwrap();
            assert_eq!(told.status.code(), Some(0), "{}", String::from_utf8_lossy(&told.stderr));
            assert!(page.contains("Het antwoord"), "{page}");
            fs::read_to_string(out.path().join(format!("third-provider/{question}.json"))).unwrap()
        };
        let first = ask();
        let figures: serde_json::Value = serde_json::from_str(&first).unwrap();
        assert_eq!(figures["scenario"], "third-provider");
        assert_eq!(figures["seed"], 3);
        assert_eq!(first, ask(), "the same question gives the same bytes");
    }
    let chart = fs::read_to_string(out.path().join("third-provider/monitor.svg")).unwrap();
    assert!(chart.contains("<title"), "{chart}");
}

#[test]
fn a_base_without_an_option_leaves_nothing_to_choose_or_to_follow() {
    let out = tempfile::tempdir().unwrap();
    let told = |question: &str, language: &str| {
        let place = out.path().display();
        sim(&format!("{question} scenarios/baseline.toml --lang {language} --out {place}"))
    };
    for (question, language, word) in [
        ("value", "nl", "niets te kiezen"),
        ("value", "en", "nothing to choose"),
        ("monitor", "nl", "niets om te volgen"),
        ("monitor", "en", "nothing to follow"),
    ] {
        let told = told(question, language);
        assert_eq!(told.code, Some(2), "{}", told.err);
        assert!(told.err.contains(word) && told.out.is_empty(), "{}", told.err);
    }
}

#[test]
fn a_base_by_itself_can_be_asked_what_matters() {
    let out = tempfile::tempdir().unwrap();
    let told = sim(&format!(
        "sensitivity scenarios/baseline.toml --replications 400 --out {}",
        out.path().display()
    ));
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.out.contains("Wat maakt het meest uit?"), "{}", told.out);
}

#[test]
fn a_wrong_number_or_key_is_told_in_both_languages() {
    let out = tempfile::tempdir().unwrap();
    for (line, code, nl, en) in [
        ("monitor scenarios/third-provider.toml --bound 0.4", 2, "van 0.51 tot 0.99", "from 0.51 to 0.99"),
        ("value scenarios/third-provider.toml --closures 0", 2, "1", "1"),
        ("value scenarios/third-provider.toml --closure-worth veel", 2, "veel", "veel"),
        (
            "sensitivity scenarios/third-provider.toml --set maatwerk.avoidance=0.4",
            3,
            "avoidance",
            "avoidance",
        ),
        ("sensitivity scenarios/third-provider.toml scenarios/awareness.toml", 2, "--help", "--help"),
    ] {
        for (language, word) in [("nl", nl), ("en", en)] {
            let told = sim(&format!("{line} --lang {language} --out {}", out.path().display()));
            assert_eq!(told.code, Some(code), "sim {line}: {}", told.err);
            assert!(told.err.contains(word), "sim {line}: {}", told.err);
        }
    }
}

/// Runs the base and holds it against the example year.
fn scored(out: &std::path::Path, more: &str) -> crate::command::Told {
    let place = out.display();
    sim(&format!("score {place} --ledger registratie/voorbeeld --replications 200 {more}"))
}

#[test]
fn an_archived_forecast_is_held_against_registrations_and_keeps_its_score() {
    let out = tempfile::tempdir().unwrap();
    let ran = sim(&format!(
        "run scenarios/baseline.toml --replications 240 --reports none --out {}",
        out.path().display()
    ));
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let told = scored(out.path(), "");
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.out.contains("Dit is een voorbeeld") && told.out.contains("Het antwoord"), "{}", told.out);
    let read = || fs::read_to_string(out.path().join("baseline/score-example.json")).unwrap();
    let first = read();
    let figures: serde_json::Value = serde_json::from_str(&first).unwrap();
    assert_eq!((&figures["example"], &figures["quarters_known"]), (&true.into(), &4.into()));
    assert_eq!(scored(out.path(), "--threads 1 --quiet").out, "");
    assert_eq!(read(), first, "the same question gives the same bytes");
    assert!(!out.path().join("baseline/score.json").exists(), "an example takes the place of no real score");
    let again = sim(&format!(
        "run scenarios/baseline.toml --replications 240 --reports none --out {}",
        out.path().display()
    ));
    assert_eq!((again.code, read()), (Some(0), first), "a run leaves the score where it is");
    // Figures that are not those of the scenario beside them are not judged.
    let summary = out.path().join("baseline/summary.json");
    let text = fs::read_to_string(&summary).unwrap();
    fs::write(&summary, text.replace("\"seed\": 1", "\"seed\": 2")).unwrap();
    let told = scored(out.path(), "--lang en");
    assert_eq!(told.code, Some(2), "{}", told.err);
    assert!(told.err.contains("cannot be worked out again exactly"), "{}", told.err);
}

#[test]
fn registrations_with_faults_or_without_a_forecast_are_told() {
    let out = tempfile::tempdir().unwrap();
    for (language, none, empty) in [
        ("nl", "geen raming om te beoordelen", "geen registraties"),
        ("en", "no forecast to judge", "no registrations"),
    ] {
        let told = scored(out.path(), &format!("--lang {language}"));
        assert_eq!(told.code, Some(2), "{}", told.err);
        assert!(told.err.contains(none) && told.out.is_empty(), "{}", told.err);
        let told = sim(&format!("score --ledger {} --lang {language}", out.path().display()));
        assert_eq!(told.code, Some(3), "{}", told.err);
        assert!(told.err.contains(empty), "{}", told.err);
    }
}
