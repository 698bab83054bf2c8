//! `sim calibrate`, `sim backtest` and `--posterior` at the prompt.

use std::fs;

use crate::command::sim;

#[test]
fn what_was_learnt_stands_beside_the_figures_and_a_run_takes_it_over() {
    let out = tempfile::tempdir().unwrap();
    let place = out.path().display();
    // With fewer than the usual replications only little can be learnt from: one quarter.
    let ledger = out.path().join("kwartalen");
    fs::create_dir(&ledger).unwrap();
    fs::copy("registratie/voorbeeld/2024-q1.toml", ledger.join("2024-q1.toml")).unwrap();
    let ledger = ledger.display();
    let told = sim(&format!("calibrate --ledger {ledger} --replications 12000 --out {place}"));
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.out.contains("verzonnen voorbeeld"), "{}", told.out);
    let draws = out.path().join("baseline/calibrate-draws.csv");
    assert!(out.path().join("baseline/calibrate.svg").exists());
    let run = format!("run scenarios/baseline.toml --replications 200 --reports html --out {place}");
    let told = sim(&format!("{run} --posterior {}", draws.display()));
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.out.contains("sim calibrate"), "the page says so: {}", told.out);
    let read = |name: &str| fs::read_to_string(out.path().join("baseline").join(name)).unwrap();
    assert!(read("manifest.json").contains("calibrate-draws.csv"));
    assert!(read("summary.json").contains("\"calibrated\""));
    assert!(read("samenvatting.html").contains("sim calibrate"));
    assert!(draws.exists(), "a run leaves the draws where they are");
    // A score can learn at once from what it judged by.
    let learnt = fs::read(&draws).unwrap();
    let told =
        sim(&format!("score {place} --ledger {ledger} --learn scenarios/baseline.toml --replications 12000"));
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(out.path().join("baseline/score-example.json").exists());
    assert!(
        told.out.contains("verzonnen voorbeeld") && told.out.contains("calibrate-draws.csv"),
        "{}",
        told.out
    );
    assert!(fs::read(&draws).unwrap() == learnt, "the same as sim calibrate");
}

#[test]
fn one_draw_is_never_told_in_the_plural() {
    let out = tempfile::tempdir().unwrap();
    for question in ["calibrate", "backtest"] {
        for (language, plurals) in
            [("nl", ["1 trekkingen", "1 gelijke"]), ("en", ["1 draws", "1 equal draws"])]
        {
            let place = out.path().display();
            let told = sim(&format!("{question} --replications 2 --lang {language} --out {place}"));
            assert_eq!(told.code, Some(0), "{}", told.err);
            let said = told.out.split_whitespace().collect::<Vec<_>>().join(" ");
            for plural in plurals {
                assert!(!said.contains(&format!(" {plural}")), "{question}: {plural}\n{said}");
            }
        }
    }
}

#[test]
fn too_few_draws_and_nothing_registered_are_told_in_both_languages() {
    let out = tempfile::tempdir().unwrap();
    let place = out.path().display();
    for (line, code, nl, en) in [
        ("calibrate --replications 200", 0, "niets uit te besluiten", "Nothing can be concluded"),
        ("calibrate scenarios/baseline.toml", 3, "heeft geen [[registered]]", "has no [[registered]]"),
        ("backtest scenarios/baseline.toml", 3, "heeft geen [[registered]]", "has no [[registered]]"),
        (
            "calibrate scenarios/pilot-forward.toml --set inflow.youths_per_year=80",
            3,
            "één vast getal",
            "one fixed number",
        ),
        (
            "calibrate scenarios/third-provider.toml --ledger tests",
            3,
            "geen registraties",
            "no registrations",
        ),
        (
            "run scenarios/baseline.toml --posterior README.md",
            3,
            "geen bestand met trekkingen",
            "no file of draws",
        ),
        ("check scenarios/baseline.toml --posterior nergens.csv", 3, "nergens.csv", "nergens.csv"),
    ] {
        for (language, word) in [("nl", nl), ("en", en)] {
            let kept = if line.starts_with("check") { String::new() } else { format!(" --out {place}") };
            let told = sim(&format!("{line} --lang {language}{kept}"));
            assert_eq!(told.code, Some(code), "sim {line}: {}", told.err);
            let said = format!("{}{}", told.out, told.err).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains(word), "sim {line}: {said}");
        }
    }
}

#[test]
fn a_forecast_of_what_is_past_is_held_against_what_happened() {
    let out = tempfile::tempdir().unwrap();
    let told = sim(&format!("backtest --replications 4000 --out {}", out.path().display()));
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.out.contains("Wat betekent een misser?"), "{}", told.out);
    let figures = fs::read_to_string(out.path().join("pilot-forward/backtest.json")).unwrap();
    let figures: serde_json::Value = serde_json::from_str(&figures).unwrap();
    assert_eq!(figures["forecast"]["youths_started"]["happened"], 98.0);
}
