//! Questions that a run answers along: what is refused and how, what is written, and that it is the same every time.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::sim;

/// Enough for every analysis to have something to say, few enough to be quick without optimisation.
const QUICK: &str = "--replications 40 --reports none";

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).expect("it is kept")).expect("it is JSON")
}

/// The files of a folder with their contents; the one that tells of the moment left out.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.unwrap().path());
    let mut all: Vec<_> = entries
        .filter(|path| !path.ends_with("timings.json"))
        .map(|path| (path.file_name().unwrap().into(), fs::read(&path).unwrap()))
        .collect();
    all.sort();
    all
}

#[test]
fn what_is_asked_stands_in_the_folder_the_summary_the_manifest_and_the_page() {
    let out = tempfile::tempdir().unwrap();
    let told = sim(&format!(
        "scenarios/third-provider.toml --with value,monitor {QUICK} --out {}",
        out.path().display()
    ));
    assert_eq!(told.code, Some(0), "{}", told.err);
    let folder = out.path().join("third-provider");
    let summary = json(&folder.join("summary.json"));
    for question in ["monitor", "value"] {
        assert_eq!(summary["answers"][question], json(&folder.join(format!("{question}.json"))));
        assert!(told.out.contains(&format!("{question}.json")), "{}", told.out);
    }
    assert_eq!(summary["answers"].as_object().unwrap().len(), 2);
    assert_eq!(json(&folder.join("manifest.json"))["answers"], serde_json::json!(["monitor", "value"]));
    assert!(told.out.contains("Wanneer weten we het?"), "{}", told.out);
}

#[test]
fn an_answer_along_is_the_one_that_the_command_gives() {
    let (beside, single) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let line = format!("run scenarios/third-provider.toml --with sensitivity {QUICK} --quiet");
    assert_eq!(sim(&format!("{line} --out {}", beside.path().display())).code, Some(0));
    let line = "sensitivity scenarios/third-provider.toml --replications 40 --quiet";
    assert_eq!(sim(&format!("{line} --out {}", single.path().display())).code, Some(0));
    let read = |out: &Path| fs::read(out.join("third-provider/sensitivity.json")).unwrap();
    assert!(read(beside.path()) == read(single.path()));
}

#[test]
fn one_two_and_eight_threads_give_the_same_bytes_with_all_questions() {
    let world = "--world scenarios/worlds/cautious.toml --world scenarios/worlds/headwind.toml";
    let run = |threads: &str| {
        let out = tempfile::tempdir().unwrap();
        let told = sim(&format!(
            "scenarios/budget.toml scenarios/more-hours.toml --with all {world} --replications 20 --quiet \
             --threads {threads} --out {}",
            out.path().display()
        ));
        assert_eq!(told.code, Some(0), "{}", told.err);
        files(&out.path().join("budget+more-hours"))
    };
    let first = run("1");
    let names: Vec<String> = first.iter().map(|(name, _)| name.display().to_string()).collect();
    for question in ["monitor", "value", "sensitivity", "compare", "break-even", "budget"] {
        assert!(names.contains(&format!("{question}.json")), "{names:?}");
    }
    assert!(names.contains(&"budget.toml".to_owned()), "{names:?}");
    for threads in ["2", "8"] {
        assert!(run(threads) == first, "{threads} threads");
    }
}

#[test]
fn a_question_that_cannot_be_answered_is_refused_before_anything_is_simulated() {
    for (line, nl, en) in [
        ("scenarios/third-provider.toml --with budget", "geen tabel [budget]", "no table [budget]"),
        ("scenarios/baseline.toml --with monitor,value", "er is niets te kiezen", "nothing to choose"),
        ("scenarios/baseline.toml --with compare", "er is niets om te vergelijken", "nothing to compare"),
        ("scenarios/third-provider.toml --with score", "monitor, value", "monitor, value"),
        ("scenarios/third-provider.toml --with all,value", "all", "all"),
    ] {
        for (language, said) in [("nl", nl), ("en", en)] {
            let out = tempfile::tempdir().unwrap();
            let told = sim(&format!(
                "run {line} --replications 200000 --lang {language} --out {}",
                out.path().display()
            ));
            assert_eq!(told.code, Some(2), "{line}: {}", told.err);
            assert!(told.err.contains(said), "{line}: {}", told.err);
            assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0, "nothing was written");
        }
    }
}

#[test]
fn of_all_questions_those_that_cannot_be_answered_are_told_and_left_out() {
    let out = tempfile::tempdir().unwrap();
    let told = sim(&format!("scenarios/baseline.toml --with all {QUICK} --out {}", out.path().display()));
    assert_eq!(told.code, Some(0), "{}", told.err);
    for question in ["monitor", "value", "compare", "budget"] {
        assert!(told.err.contains(&format!("Overgeslagen: {question}")), "{}", told.err);
    }
    let answers = &json(&out.path().join("baseline/manifest.json"))["answers"];
    assert_eq!(*answers, serde_json::json!(["sensitivity", "break-even"]));
}

#[test]
fn answers_are_added_silently_and_lost_only_by_force() {
    let out = tempfile::tempdir().unwrap();
    let run = |more: &str| {
        let folder = out.path().display();
        sim(&format!("scenarios/third-provider.toml {QUICK} --quiet --out {folder} {more}"))
    };
    assert_eq!(run("").code, Some(0));
    assert_eq!(run("--with break-even").code, Some(0));
    let kept = files(&out.path().join("third-provider"));
    let told = run("");
    assert_eq!(told.code, Some(5), "{}", told.err);
    assert!(told.err.contains("--with") && told.err.contains("--force"), "{}", told.err);
    assert!(files(&out.path().join("third-provider")) == kept);
    assert_eq!(run("--force").code, Some(0));
    let summary = json(&out.path().join("third-provider/summary.json"));
    assert!(summary.get("answers").is_none());
}

#[cfg(unix)]
#[test]
fn a_run_that_is_interrupted_in_a_question_leaves_no_results() {
    use std::process::Stdio;
    use std::time::{Duration, Instant};

    for (more, kept) in [("", false), ("--checkpoint 0", true)] {
        let out = tempfile::tempdir().unwrap();
        let mut command = crate::command::command();
        // The run itself is over at once; the search for the best use takes long.
        let line = format!(
            "run scenarios/budget.toml --with budget --replications 2000 --reports none {more} --out {}",
            out.path().display()
        );
        command.args(line.split_whitespace()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().unwrap();
        let began = Instant::now();
        while !out.path().join(".budget.new").exists() {
            assert!(began.elapsed() < Duration::from_secs(30), "the run reserves its folder");
            std::thread::sleep(Duration::from_millis(10));
        }
        std::thread::sleep(Duration::from_millis(1_500));
        std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        let told = crate::command::Told::from(child.wait_with_output().unwrap());
        assert_eq!(told.code, Some(4), "{}", told.err);
        assert!(told.err.contains("gestopt; er zijn geen resultaten geschreven"), "{}", told.err);
        assert_eq!(told.err.contains("--resume"), kept, "{}", told.err);
        assert!(!out.path().join("budget").exists() && !out.path().join(".budget.new").exists());
        assert_eq!(out.path().join(".budget.parts").exists(), kept);
    }
}

#[test]
fn a_chance_over_all_worlds_says_that_it_is_another_one_than_above() {
    let out = tempfile::tempdir().unwrap();
    let line = format!(
        "scenarios/third-provider.toml --with monitor --replications 1000 --reports none --out {}",
        out.path().display()
    );
    let told = |more: &str| sim(&format!("{line}{more}")).out.replace('\n', " ");
    assert!(told("").contains("Daarom is het een andere kans dan hierboven."));
    let one = told("/one --world scenarios/worlds/cautious.toml");
    assert!(one.contains("Wanneer weten we het?") && !one.contains("een andere kans"), "{one}");
}

#[test]
fn worth_that_few_replications_do_not_support_is_not_said() {
    let out = tempfile::tempdir().unwrap();
    let told =
        sim(&format!("value scenarios/third-provider.toml --replications 50 --out {}", out.path().display()));
    let page = told.out.replace('\n', " ");
    assert!(page.contains("Wat u het beste het eerst registreert, is bij dit aantal herhalingen"), "{page}");
    assert!(!page.contains("afrondingen een jaar lang") && !page.contains("verandert meer weten"), "{page}");
    assert!(json(&out.path().join("third-provider/value.json"))["register_first"].is_null());
}
