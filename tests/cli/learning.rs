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
            let told = sim(&format!("{line} --lang {language}"));
            assert_eq!(told.code, Some(code), "sim {line}: {}", told.err);
            assert!(told.err.contains(word), "sim {line}: {}", told.err);
        }
    }
}
