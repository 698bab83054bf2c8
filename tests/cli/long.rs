//! Runs whose replications are too many to keep: the same bytes however they are cut, and within the stated bounds of a run that
//! kept every one.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::{Told, root, sim};

/// Two stretches of 20,480 replications and a part of a third, of a run that is short and has few young people.
const LONG: &str = "--replications 43000";

/// A small place with a third provider, one year, no warm-up: its replications cost little.
fn small(home: &Path) -> PathBuf {
    for name in ["baseline.toml", "third-provider.toml", "worlds/evaluation.toml"] {
        let text = fs::read_to_string(root().join("scenarios").join(name)).unwrap();
        let text = text
            .replace("\nyears = 5", "\nyears = 1")
            .replace("warm_up_weeks = 78", "warm_up_weeks = 0")
            .replace("events = 98, years = 1.0", "events = 98, years = 5.0");
        let place = home.join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
    home.join("third-provider.toml")
}

fn line(home: &Path, out: &str, more: &str) -> String {
    let (scenario, world) = (small(home), home.join("worlds/evaluation.toml"));
    format!(
        "{} --world {} --reports none --quiet --lang en --out {} {more}",
        scenario.display(),
        world.display(),
        home.join(out).display()
    )
}

fn run(home: &Path, out: &str, more: &str) -> Told {
    sim(&line(home, out, more))
}

fn done(told: &Told) {
    assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
}

/// The files below a folder with their contents, but for the one that tells of the moment.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else if !path.ends_with("timings.json") {
            all.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
    all.sort();
    all
}

fn same(one: &Path, other: &Path) {
    let names = |folder: &Path| -> Vec<PathBuf> {
        files(folder).into_iter().map(|(path, _)| path.strip_prefix(folder).unwrap().to_path_buf()).collect()
    };
    assert_eq!(names(one), names(other));
    for ((path, one), (_, other)) in files(one).iter().zip(files(other)) {
        // `assert_eq` would print megabytes.
        assert!(*one == other, "{} differs", path.display());
    }
}

#[test]
fn threads_parts_and_going_on_leave_no_trace_in_a_run_that_is_too_long_to_keep() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    done(&run(home, "whole", &format!("{LONG} --threads 1")));
    let whole = home.join("whole/third-provider");
    let rows = files(&whole.join("replications.parquet"));
    assert_eq!(rows.len(), 3, "a file per stretch");
    let timings: Value =
        serde_json::from_str(&fs::read_to_string(whole.join("timings.json")).unwrap()).unwrap();
    assert!(
        timings["files"]["replications.parquet"].as_f64().is_some_and(|seconds| seconds > 0.0),
        "{timings}"
    );
    // Parts, of which one is empty, brought together in any order.
    for shard in ["4/4", "2/4", "1/4", "3/4"] {
        done(&run(home, "parts", &format!("{LONG} --threads 3 --shard {shard}")));
    }
    let merge = |to: &str| {
        let [parts, to] = ["parts", to].map(|place| home.join(place).display().to_string());
        sim(&format!("merge {parts} --reports none --quiet --lang en --out {to}"))
    };
    done(&merge("merged"));
    same(&home.join("merged/third-provider"), &whole);
    // A part is what a run keeps that is cut short; from the first one it goes on.
    let part = home.join("parts/third-provider-shard-2-of-4");
    let kept = home.join("again/.third-provider.parts");
    fs::create_dir_all(&kept).unwrap();
    for entry in fs::read_dir(&part).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, kept.join(path.file_name().unwrap())).unwrap();
    }
    assert_eq!(run(home, "again", LONG).code, Some(5), "what was kept is not thrown away unasked");
    done(&run(home, "again", &format!("{LONG} --resume --checkpoint 0")));
    same(&home.join("again/third-provider"), &whole);
    assert!(!kept.exists());
    // Rows that are not what they were are found.
    let file =
        files(&part).into_iter().find(|(path, _)| path.extension().is_some_and(|end| end == "parquet"));
    let (path, bytes) = file.unwrap();
    fs::write(path, &bytes[1..]).unwrap();
    let told = merge("damaged");
    assert_eq!(told.code, Some(4));
    assert!(told.err.contains("--shard 2/4"), "{}", told.err);
}

#[test]
fn it_is_told_where_a_file_of_ones_own_stands_when_the_folder_that_it_was_in_becomes_a_file() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    done(&run(home, "out", "--replications 2000 --kept-replications 1000"));
    let folder = home.join("out/third-provider");
    fs::write(folder.join("replications.parquet/notes.txt"), "mine").unwrap();
    let told = sim(&line(home, "out", "--replications 1000 --force").replace(" --quiet", ""));
    assert_eq!(told.code, Some(0), "{}", told.err);
    let said = told.err.lines().collect::<Vec<_>>().join(" ");
    assert!(said.contains(&format!("Now in {}:", folder.display())), "{said}");
    assert!(said.contains("notes.txt (was replications.parquet/notes.txt)"), "{said}");
    assert_eq!(fs::read_to_string(folder.join("notes.txt")).unwrap(), "mine");
}

/// Starts a run and ends it as soon as it has kept so many draws; returns the last that it kept, and what it said.
fn cut_short(line: &str, (kept, draws): (&Path, usize), signal: &str) -> Option<(usize, String)> {
    let last = || -> Option<usize> {
        let names = fs::read_dir(kept).ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let ends = names.filter_map(|name| {
            name.strip_prefix("digest-")?.strip_suffix(".part")?.split_once('-')?.1.parse().ok()
        });
        ends.max()
    };
    let mut run = crate::command::command();
    let mut run = run.args(line.split_whitespace()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    while last().is_none_or(|last| last < draws) && run.try_wait().unwrap().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    std::process::Command::new("kill").args([signal, &run.id().to_string()]).status().unwrap();
    let told = Told::from(run.wait_with_output().unwrap());
    Some((last()?, told.err))
}

/// What is lost is a block of 2,560 replications, not a file of 20,480: the rows that are in no file yet are kept too.
#[cfg(unix)]
#[test]
fn a_long_run_keeps_its_blocks_as_often_as_asked() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let order = "--replications 19000 --kept-replications 1000 --threads 1";
    done(&run(home, "whole", order));
    for (out, signal) in [("killed", "-KILL"), ("stopped", "-INT")] {
        let kept = home.join(out).join(".third-provider.parts");
        // A quick machine may be done before it is ended.
        let last = (0..5).find_map(|_| {
            let _ = fs::remove_dir_all(home.join(out));
            cut_short(&line(home, out, &format!("{order} --checkpoint 0")), (&kept, 1_280), signal)
        });
        let (last, said) = last.expect("one of some tries is ended in time");
        if signal == "-INT" {
            let resume =
                "What had been played is kept, though: give the same command with --resume to go on.";
            assert_eq!(said, format!("Error: stopped; no results were written.\n{resume}\n"));
        }
        assert!(last > 0 && last < 9_500 && last.is_multiple_of(1_280), "{out}: {last}");
        // What was kept says of which run it is, so that another can say in what it differs.
        let told = run(home, out, &format!("{order} --resume --seed 4"));
        assert_eq!(told.code, Some(5), "{}", told.err);
        assert!(told.err.contains("--seed (was 1, now 4)"), "{}", told.err);
        done(&run(home, out, &format!("{order} --resume")));
        same(&home.join(out).join("third-provider"), &home.join("whole/third-provider"));
        assert!(!kept.exists());
    }
}

/// An earlier try has looked at the error after its first blocks, and gone on; one that goes on does not look there again.
#[cfg(unix)]
#[test]
fn a_long_run_that_goes_on_ends_where_it_would_have_ended() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    // Played at once it looks after 2,560, 5,120 and 10,240 replications, and ends there.
    let order = "--precision-eur 180 --kept-replications 600 --threads 1";
    done(&run(home, "whole", order));
    let kept = home.join("again/.third-provider.parts");
    let at = |replications: usize| {
        let order = format!("--replications {replications} --kept-replications 600");
        done(&run(home, &format!("plain-{replications}"), &order));
    };
    at(10_240);
    same(&home.join("whole/third-provider"), &home.join("plain-10240/third-provider"));
    let last = (0..9).find_map(|_| {
        let _ = fs::remove_dir_all(home.join("again"));
        let order = order.replace("180", "1");
        cut_short(&line(home, "again", &format!("{order} --checkpoint 0")), (&kept, 3_840), "-KILL")
    });
    assert!(last.is_some());
    done(&run(home, "again", &format!("{order} --resume")));
    same(&home.join("again/third-provider"), &home.join("whole/third-provider"));
}

/// Numbers beside each other in two summaries: quantiles within their bound, all else but for rounding.
fn compare(place: &str, long: &Value, kept: &Value) {
    match (long, kept) {
        (Value::Object(long), Value::Object(kept)) => {
            let bound = long.get("quantile_bound").and_then(Value::as_f64);
            for (name, value) in
                long.iter().filter(|(name, _)| *name != "quantile_bound" && *name != "warnings")
            {
                let (at, other) = (format!("{place}/{name}"), &kept[name]);
                match (name.as_str(), bound) {
                    ("p5" | "p10" | "p25" | "p50" | "p75" | "p90" | "p95", Some(bound)) => {
                        near(&at, value, other, bound + 1e-6);
                    }
                    // Errors of quantiles are read from groups of bins, indices from bins of equal chance.
                    ("quantile_mc_se", Some(_)) => {}
                    // In another order where two matter as much.
                    _ if at.starts_with("/unknowns") => {}
                    ("quantiles", Some(bound)) => {
                        for (level, value) in value.as_object().unwrap() {
                            near(&format!("{at}/{level}"), value, &other[level], bound + 1e-6);
                        }
                    }
                    _ => compare(&at, value, other),
                }
            }
        }
        (Value::Array(long), Value::Array(kept)) => {
            assert_eq!(long.len(), kept.len(), "{place}");
            for (at, (long, kept)) in long.iter().zip(kept).enumerate() {
                compare(&format!("{place}/{at}"), long, kept);
            }
        }
        (Value::Number(_), _) => {
            let size = kept.as_f64().map_or(0.0, f64::abs);
            near(place, long, kept, 1e-8 * size + 1e-7);
        }
        _ => assert_eq!(long, kept, "{place}"),
    }
}

fn near(place: &str, one: &Value, other: &Value, tolerance: f64) {
    if let (Some(one), Some(other)) = (one.as_f64(), other.as_f64()) {
        assert!((one - other).abs() <= tolerance, "{place}: {one} and {other}, at most {tolerance} apart");
    } else {
        assert_eq!(one, other, "{place}");
    }
}

#[test]
fn a_run_that_is_too_long_to_keep_tells_what_one_that_kept_everything_tells() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    done(&run(home, "kept", "--replications 12000"));
    done(&run(home, "long", "--replications 12000 --kept-replications 1000"));
    let read = |out: &str| -> Value {
        let place = home.join(out).join("third-provider/summary.json");
        serde_json::from_str(&fs::read_to_string(place).unwrap()).unwrap()
    };
    let (long, kept) = (read("long"), read("kept"));
    compare("", &long, &kept);
    let doubt = |summary: &Value| {
        let all = summary["warnings"].as_array().unwrap().clone();
        all.into_iter().find(|doubt| doubt["warning"] == "summarised")
    };
    assert_eq!(doubt(&kept), None);
    let bound = doubt(&long).unwrap()["quantile_bound"].as_f64().unwrap();
    // The bound holds for every net saving that is told, so for those of an arm by itself, which spread most.
    let band = &kept["arms"]["third-provider"]["world"]["evaluation"]["metrics"]["net_saving_eur"]["total"];
    let error = band["quantile_mc_se"]["p5"].as_f64().unwrap();
    assert!(bound > 0.0 && bound < error, "a bound of {bound} beside an error of {error}");
}

/// With 600 replications, which may be kept, the largest error is EUR 633; with 2,560, which may not, it is EUR 343.
#[test]
fn a_run_goes_on_until_it_is_exact_enough_when_it_is_too_long_to_keep() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let told = run(home, "sought", "--precision-eur 450 --kept-replications 600");
    done(&told);
    done(&run(home, "plain", "--replications 2560 --kept-replications 600"));
    same(&home.join("sought/third-provider"), &home.join("plain/third-provider"));
}

/// A disk without room: a limit on the size of a file, which the system refuses to exceed in the same way.
#[test]
#[cfg(unix)]
fn a_disk_without_room_for_rows_ends_a_long_run_cleanly() {
    let home = tempfile::tempdir().unwrap();
    let (scenario, out) = (small(home.path()), home.path().join("out"));
    let line = format!(
        "{} --replications 21000 --reports none --lang en --out {}",
        scenario.display(),
        out.display()
    );
    let world = home.path().join("worlds/evaluation.toml");
    let told = crate::command::shell(&format!(
        "ulimit -f 200; trap '' XFSZ; \"$SIM\" {line} --world {}",
        world.display()
    ));
    assert_eq!(told.code, Some(5), "{}", told.err);
    assert!(told.err.contains(".parquet"), "{}", told.err);
    assert!(!out.join("third-provider").exists() && !out.join(".third-provider.parts").exists());
}
