//! The folder of results: whole or untouched, whatever happens.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::command::{Told, command, sim};

/// Few enough to be quick without optimisation.
const QUICK: &str = "scenarios/third-provider.toml --replications 40 --reports none";
/// The files of a run.
const FILES: [&str; 5] =
    ["bands.csv", "manifest.json", "replications.parquet", "resolved.toml", "summary.json"];
/// The one file that tells of the moment.
const TIMINGS: &str = "timings.json";

fn run_into(out: &Path, more: &str) -> Told {
    sim(&format!("{QUICK} --out {} {more}", out.display()))
}

/// A run that may write reports, and is done.
fn reported(out: &Path, more: &str) -> Told {
    let told =
        sim(&format!("scenarios/third-provider.toml --replications 40 --out {} {more}", out.display()));
    assert_eq!(told.code, Some(0), "{}", told.err);
    told
}

/// Every file below a folder with its contents, hidden ones of `sim` left out.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().to_string_lossy().into_owned();
            let hidden = name.starts_with('.') || name == TIMINGS;
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else if !hidden {
                found.push((entry.path(), fs::read(entry.path()).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// No workplace or aside folder is left.
fn nothing_half_written(out: &Path) {
    for entry in fs::read_dir(out).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(![".third-provider.new", ".third-provider.old"].contains(&name.as_str()), "{name} was left");
    }
}

#[test]
fn a_run_writes_its_files_and_a_page() {
    let out = tempfile::tempdir().unwrap();
    let told = run_into(out.path(), "");
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.out.len() > 500, "{}", told.out);
    let mut names: Vec<_> = fs::read_dir(out.path().join("third-provider"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| name != TIMINGS);
    names.sort();
    assert_eq!(names, FILES);
    nothing_half_written(out.path());
}

#[test]
fn the_timings_name_the_steps_and_every_file() {
    let out = tempfile::tempdir().unwrap();
    run_into(out.path(), "--quiet");
    let text = fs::read_to_string(out.path().join("third-provider").join(TIMINGS)).unwrap();
    let timings: Value = serde_json::from_str(&text).unwrap();
    for step in ["read", "simulate", "analyse", "write"] {
        assert!(timings[step].as_f64().is_some_and(|seconds| seconds >= 0.0), "{step}: {text}");
    }
    let mut files: Vec<&str> = timings["files"].as_object().unwrap().keys().map(String::as_str).collect();
    files.sort_unstable();
    assert_eq!(files, FILES);
}

/// Several files meet the end of the disk at once, in an order that nobody knows; the same one is told each time.
#[cfg(unix)]
#[test]
fn of_several_files_that_cannot_be_written_the_first_of_the_list_is_told() {
    use crate::command::shell;
    for _ in 0..3 {
        let out = tempfile::tempdir().unwrap();
        let told = shell(&format!(
            "ulimit -f 50; trap '' XFSZ; \"$SIM\" scenarios/third-provider.toml --replications 40 --quiet --out {}",
            out.path().display()
        ));
        assert_eq!(told.code, Some(5), "{}", told.err);
        assert!(told.err.contains("samenvatting.pdf"), "{}", told.err);
        assert!(!out.path().join("third-provider").exists(), "nothing half written is left");
    }
}

#[test]
fn quiet_prints_nothing_but_writes_the_same() {
    let (loud, quiet) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    run_into(loud.path(), "");
    let told = run_into(quiet.path(), "--quiet");
    assert_eq!((told.code, told.out.as_str(), told.err.as_str()), (Some(0), "", ""));
    for file in FILES {
        let read = |out: &Path| fs::read(out.join("third-provider").join(file)).unwrap();
        assert_eq!(read(loud.path()), read(quiet.path()), "{file}");
    }
}

#[test]
fn the_same_run_replaces_its_results_silently_with_the_same_bytes() {
    let out = tempfile::tempdir().unwrap();
    assert_eq!(run_into(out.path(), "").code, Some(0));
    let first = contents(out.path());
    let told = run_into(out.path(), "--lang en --threads 1");
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert_eq!(contents(out.path()), first);
}

#[test]
fn the_language_changes_the_reports_and_no_other_file() {
    let out = tempfile::tempdir().unwrap();
    let run = |more: &str| {
        reported(out.path(), more);
        contents(out.path())
    };
    let (dutch, english) = (run(""), run("--lang en"));
    let changed = dutch.iter().zip(&english).filter(|(nl, en)| nl != en);
    let names: Vec<String> =
        changed.map(|(now, _)| now.0.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert!(!names.is_empty());
    assert!(
        names.iter().all(|name| name.starts_with("samenvatting.") || name == "bandbreedtes.xlsx"),
        "{names:?}"
    );
}

#[test]
fn the_reports_that_are_asked_for_are_there_and_no_others() {
    let out = tempfile::tempdir().unwrap();
    let run = |more: &str| {
        let told = reported(out.path(), more);
        let there = |name: &str| out.path().join("third-provider").join(name).exists();
        let told_of = |name: &str| told.out.contains(&format!("- {name}:"));
        ["samenvatting.html", "bandbreedtes.xlsx", "banden.csv"].map(|name| {
            assert_eq!(there(name), told_of(name), "{name}: the page tells of what is there");
            there(name)
        })
    };
    assert_eq!(run(""), [true, true, false]);
    assert_eq!(run("--reports xlsx --dutch-csv"), [false, true, true]);
    assert_eq!(run("--reports html"), [true, false, false], "nothing is left of the run before");
    assert_eq!(run("--reports none --dutch-csv"), [false, false, true]);
    assert_eq!(run("--reports html,pdf,xlsx"), [true, true, false]);
}

#[test]
fn results_that_go_are_named() {
    let out = tempfile::tempdir().unwrap();
    let run = |more: &str| reported(out.path(), more).err;
    let first = run("--reports html,xlsx --dutch-csv");
    assert!(!first.contains("Weggehaald"), "{first}");
    let told = run("--reports xlsx");
    assert!(told.contains("third-provider: banden.csv, samenvatting.html."), "{told}");
    assert!(!run("--reports xlsx").contains("Weggehaald"));
    assert_eq!(run("--reports none --quiet"), "");
}

/// The words of a web page.
fn words(page: &str) -> String {
    let texts = page.split('<').filter_map(|piece| piece.split_once('>').map(|(_, text)| text));
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn shares_are_told_in_words_and_add_up() {
    let out = tempfile::tempdir().unwrap();
    for (language, parts) in [
        (
            "nl",
            ["screener", "huisarts", "schoolmaatschappelijk werk", "jeugd- en gezinsconsulent", "anderen"]
                .as_slice(),
        ),
        ("nl", &["positief afgerond", "doorverwezen", "onbekend"]),
        ("nl", &["psychisch", "opvoeding", "beweging"]),
        ("en", &["screener", "GP", "school social work", "youth and family consultant", "others"]),
        ("en", &["closed positively", "referred on", "unknown"]),
    ] {
        let line = format!(
            "scenarios/third-provider.toml --replications 20 --reports html --quiet --lang {language} --out {}",
            out.path().display()
        );
        assert_eq!(sim(&line).code, Some(0));
        let page = words(&fs::read_to_string(out.path().join("third-provider/samenvatting.html")).unwrap());
        // All parts in one row, each with its percentage: "one 24 %, other 76 %".
        let row = page.match_indices(&format!("{} ", parts[0])).find_map(|(at, _)| {
            let mut rest = &page[at..];
            let mut sum = 0;
            for part in parts {
                let (share, more) = rest.strip_prefix(part)?.trim_start().split_once('%')?;
                sum += share.trim().parse::<u32>().ok()?;
                rest = more.trim_start_matches([',', ' ']);
            }
            Some(sum)
        });
        assert_eq!(row, Some(100), "{parts:?}");
    }
}

#[test]
fn a_single_replication_is_told_in_the_singular() {
    let out = tempfile::tempdir().unwrap();
    for (language, one, many) in
        [("nl", "uit 1 herhaling.", "1 herhalingen"), ("en", "from 1 replication.", "1 replications")]
    {
        let line = format!(
            "scenarios/third-provider.toml --replications 1 --reports none --lang {language} --out {}",
            out.path().display()
        );
        let told = sim(&line);
        assert!(told.out.contains(one) && !told.out.contains(many), "{}", told.out);
    }
}

#[test]
fn the_workbook_has_the_same_bytes_with_any_number_of_threads() {
    let book = |threads: &str| {
        let out = tempfile::tempdir().unwrap();
        let told = sim(&format!(
            "scenarios/third-provider.toml --replications 40 --reports xlsx --threads {threads} --out {}",
            out.path().display()
        ));
        assert_eq!(told.code, Some(0), "{}", told.err);
        fs::read(out.path().join("third-provider/bandbreedtes.xlsx")).unwrap()
    };
    assert!(book("1") == book("2"));
}

#[test]
fn results_of_other_input_are_replaced_only_by_force() {
    let out = tempfile::tempdir().unwrap();
    assert_eq!(run_into(out.path(), "").code, Some(0));
    let first = contents(out.path());
    for more in ["--seed 2", "--set providers.derde.persons=2", "--world scenarios/worlds/headwind.toml"] {
        let told = run_into(out.path(), more);
        assert_eq!(told.code, Some(5), "{more}: {}", told.err);
        assert!(told.err.contains("--force") && told.err.contains("--out"), "{}", told.err);
        assert_eq!(contents(out.path()), first, "{more}");
    }
    let told = run_into(out.path(), "--seed 2 --force");
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert_ne!(contents(out.path()), first);
    nothing_half_written(out.path());
}

#[test]
fn a_place_that_cannot_hold_results_is_refused_before_anything_is_simulated() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("file");
    fs::write(&file, "mine").unwrap();
    let mut places = vec![file.clone(), file.join("below")];
    if cfg!(target_os = "linux") {
        // Nobody writes there, not even the superuser.
        places.push(PathBuf::from("/proc/sim-results"));
    }
    #[cfg(unix)]
    {
        let dangling = place.path().join("dangling");
        std::os::unix::fs::symlink(place.path().join("nowhere"), &dangling).unwrap();
        places.push(dangling);
    }
    for out in places {
        let began = Instant::now();
        let line = format!("scenarios/third-provider.toml --replications 200000 --out {}", out.display());
        let told = sim(&line);
        assert_eq!(told.code, Some(5), "{}: {}", out.display(), told.err);
        assert!(told.err.contains("--out"), "{}", told.err);
        assert!(began.elapsed() < Duration::from_secs(20), "nothing was simulated");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
}

#[test]
fn a_folder_without_results_of_ours_is_never_replaced() {
    let out = tempfile::tempdir().unwrap();
    fs::create_dir(out.path().join("third-provider")).unwrap();
    fs::write(out.path().join("third-provider/letter.txt"), "mine").unwrap();
    let told = run_into(out.path(), "--force");
    assert_eq!(told.code, Some(5), "{}", told.err);
    assert_eq!(fs::read_to_string(out.path().join("third-provider/letter.txt")).unwrap(), "mine");
}

/// Starts a run that takes long, and waits until it has its workplace.
fn long_run(out: &Path) -> std::process::Child {
    let line = format!("scenarios/third-provider.toml --replications 200000 --force --out {}", out.display());
    let mut command = command();
    command.args(line.split_whitespace()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().unwrap();
    let workplace = out.join(".third-provider.new");
    let began = Instant::now();
    while !workplace.exists() {
        assert!(began.elapsed() < Duration::from_secs(30), "the run reserves its folder");
        sleep(Duration::from_millis(10));
    }
    child
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_everything_as_it_was() {
    let out = tempfile::tempdir().unwrap();
    assert_eq!(run_into(out.path(), "").code, Some(0));
    let first = contents(out.path());
    for signal in ["-INT", "-TERM"] {
        let child = long_run(out.path());
        sleep(Duration::from_millis(200));
        Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        let told = Told::from(child.wait_with_output().unwrap());
        assert_eq!(told.code, Some(4), "{signal}: {}", told.err);
        assert!(told.err.contains("gestopt; er zijn geen resultaten geschreven"), "{}", told.err);
        assert_eq!(told.out, "");
        assert_eq!(contents(out.path()), first);
        nothing_half_written(out.path());
    }
}

#[cfg(unix)]
#[test]
fn a_killed_run_leaves_whole_results_and_the_next_run_clears_up() {
    let out = tempfile::tempdir().unwrap();
    let mut child = long_run(out.path());
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(out.path().join(".third-provider.new").exists(), "nobody could clear it");
    assert_eq!(run_into(out.path(), "").code, Some(0));
    nothing_half_written(out.path());
}

#[test]
fn a_second_run_into_one_folder_at_the_same_time_is_refused() {
    let out = tempfile::tempdir().unwrap();
    let mut first = long_run(out.path());
    let told = run_into(out.path(), "--force");
    first.kill().unwrap();
    first.wait().unwrap();
    assert_eq!(told.code, Some(5), "{}", told.err);
    assert!(told.err.contains("andere sim"), "{}", told.err);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_grow_leaves_the_earlier_results() {
    let out = tempfile::tempdir().unwrap();
    assert_eq!(run_into(out.path(), "").code, Some(0));
    let first = contents(out.path());
    // The limit counts blocks of 512 or 1024 bytes: a few kilobytes either way, less than the files need.
    let line = format!(
        "trap '' XFSZ; ulimit -f 4; \"$SIM\" {QUICK} --seed 2 --force --out {}",
        out.path().display()
    );
    let told = crate::command::shell(&line);
    assert_eq!(told.code, Some(5), "{}", told.err);
    assert!(told.err.contains("--out"), "{}", told.err);
    assert_eq!(contents(out.path()), first);
    nothing_half_written(out.path());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_earlier_results() {
    let disk = tempfile::tempdir().unwrap();
    let place = disk.path().display().to_string();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=8m", "tmpfs", &place])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !mounted {
        println!("skipped: this user or machine may not mount a small disk");
        return;
    }
    let results = std::panic::catch_unwind(|| {
        let first = run_into(disk.path(), "");
        let before = contents(disk.path());
        fill(disk.path());
        let second = run_into(disk.path(), "--seed 2 --force");
        fs::remove_file(disk.path().join("ballast")).unwrap();
        (first, before, second, contents(disk.path()))
    });
    Command::new("umount").arg(&place).status().unwrap();
    let (first, before, second, after) = results.unwrap();
    assert_eq!(first.code, Some(0), "{}", first.err);
    assert_eq!(second.code, Some(5), "{}", second.err);
    assert!(second.err.contains("de schijf is vol"), "{}", second.err);
    assert_eq!(before, after);
}

/// Fills a disk to the last byte.
#[cfg(target_os = "linux")]
fn fill(disk: &Path) {
    use std::io::Write;
    let mut ballast = fs::File::create(disk.join("ballast")).unwrap();
    while ballast.write(&[0; 512]).is_ok_and(|written| written > 0) {}
}
