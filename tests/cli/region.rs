//! `sim region` at the prompt: the same with any number of threads, going on where it was, and what it refuses.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::sim;

const LINE: &str =
    "region scenarios/third-provider.toml --municipalities 5 --replications 40 --seed 3 --quiet";

/// Every file below a folder that a run writes, by its path.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_path_buf(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn ran(line: &str, out: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let told = sim(&format!("{line} --out {}", out.display()));
    assert_eq!(told.code, Some(0), "{}", told.err);
    files(out)
}

#[test]
fn a_region_is_the_same_with_any_threads_and_goes_on_with_what_is_missing() {
    let [one, several] = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let alone = ran(&format!("{LINE} --threads 1"), one.path());
    assert!(alone == ran(&format!("{LINE} --threads 2"), several.path()), "threads change no byte");

    let region = one.path().join("third-provider-region");
    let stamp =
        |name: &str| fs::metadata(region.join(name).join("summary.json")).unwrap().modified().unwrap();
    let before = stamp("gemeente-002");
    fs::remove_dir_all(region.join("gemeente-004")).unwrap();
    assert!(alone == ran(LINE, one.path()), "what was missing is made again, to the byte");
    assert_eq!(stamp("gemeente-002"), before, "what was there is not");

    let text = fs::read_to_string(region.join("region.csv")).unwrap();
    assert_eq!(text.lines().count(), 6, "{text}");
    let larger = ran(&LINE.replace("ties 5", "ties 6"), one.path());
    for (path, bytes) in alone.iter().filter(|(path, _)| path.to_string_lossy().contains("gemeente-00")) {
        assert!(larger[path] == *bytes, "a larger region holds the smaller one: {}", path.display());
    }
}

#[test]
fn the_total_is_the_sum_of_the_municipalities_and_each_file_runs_by_itself() {
    let out = tempfile::tempdir().unwrap();
    ran(LINE, out.path());
    let text = fs::read_to_string(out.path().join("third-provider/region.json")).unwrap();
    let figures: Value = serde_json::from_str(&text).unwrap();
    let mean = |extra: &Value, metric: &str| extra["metrics"][metric]["mean"].as_f64().unwrap();
    for metric in ["poj_cost_eur", "youths_started", "net_saving_eur"] {
        let total = mean(&figures["total"]["cautious"], metric);
        let parts = figures["by_municipality"].as_object().unwrap().values();
        let sum: f64 = parts.map(|one| mean(&one["extra"], metric)).sum();
        assert!((sum - total).abs() < 1e-6 * total.abs(), "{metric}: {sum}, not {total}");
        let groups = figures["groups"].as_array().unwrap();
        let sum: f64 = groups.iter().map(|one| mean(&one["extra"], metric)).sum();
        assert!((sum - total).abs() < 1e-6 * total.abs(), "{metric} by size: {sum}, not {total}");
    }
    let scenario = out.path().join("third-provider-region/gemeente-003/scenarios/third-provider.toml");
    assert_eq!(sim(&format!("check {}", scenario.display())).code, Some(0));
}

#[test]
fn a_region_is_refused_where_it_would_replace_other_results_or_cannot_be_resized() {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().display();
    ran(LINE, out.path());
    let other = LINE.replace("--seed 3", "--seed 4");
    let told = sim(&format!("{other} --out {folder}"));
    assert_eq!(told.code, Some(5), "{}", told.err);
    assert!(told.err.contains("gemeente-001") && told.err.contains("--force"), "{}", told.err);
    assert_eq!(sim(&format!("{other} --force --out {folder}")).code, Some(0));
    for (language, said) in [("nl", "horen bij één gemeente"), ("en", "belong to one municipality")] {
        let told = sim(&format!("region scenarios/pilot-2020-2022.toml --lang {language} --out {folder}"));
        assert_eq!(told.code, Some(2), "{}", told.err);
        assert!(told.err.contains(said), "{}", told.err);
    }
}

/// A second Ctrl-C is not needed: what is done stays, and the same line finishes the region.
#[cfg(unix)]
#[test]
fn a_region_that_is_stopped_keeps_what_is_done() {
    use crate::command::shell;
    let out = tempfile::tempdir().unwrap();
    let line = LINE.replace("--replications 40", "--replications 300");
    let told = shell(&format!(
        "$SIM {line} --threads 1 --out {0} & sleep 1; kill -INT $!; wait $!",
        out.path().display()
    ));
    // A quick machine may be done before the signal.
    assert!(matches!(told.code, Some(0 | 4)), "{:?}: {}", told.code, told.err);
    if told.code == Some(4) {
        assert!(told.err.contains("gaat verder met de rest"), "{}", told.err);
    }
    let finished = ran(&line, out.path());
    let fresh = tempfile::tempdir().unwrap();
    assert!(finished == ran(&line, fresh.path()), "as if it had never been stopped");
}
