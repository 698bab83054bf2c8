//! Runs that are cut short, cut in parts, or cut where they are exact enough.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread::sleep;
use std::time::Instant;

use crate::command::{Told, command, sim};

const RUN: &str = "scenarios/third-provider.toml --replications 600 --reports none --quiet";

fn into(out: &Path, more: &str) -> Told {
    sim(&format!("{RUN} --out {} {more}", out.display()))
}

/// The files of a run with their contents, but for the one that tells of the moment.
fn results(out: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = out.join("third-provider");
    let mut files: Vec<(PathBuf, Vec<u8>)> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("timings.json"))
        .map(|path| (path.strip_prefix(&folder).unwrap().to_path_buf(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

fn whole() -> Vec<(PathBuf, Vec<u8>)> {
    let out = tempfile::tempdir().unwrap();
    let told = into(out.path(), "");
    assert_eq!(told.code, Some(0), "{}", told.err);
    results(out.path())
}

#[test]
fn parts_in_any_order_make_the_same_bytes_as_one_run() {
    let (out, merged) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for shard in ["3/3", "1/3", "2/3"] {
        let told = into(out.path(), &format!("--threads 1 --shard {shard}"));
        assert_eq!((told.code, told.err.as_str()), (Some(0), ""), "{shard}");
    }
    let gather =
        |parts: &str| sim(&format!("merge {parts} --reports none --quiet --out {}", merged.path().display()));
    let told = gather(&out.path().display().to_string());
    assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
    let expected = whole();
    assert_eq!(results(merged.path()), expected);
    // By name, in another order, over the earlier results of the same run.
    let part =
        |shard: u8| out.path().join(format!("third-provider-shard-{shard}-of-3")).display().to_string();
    let told = gather(&[part(2), part(3), part(1)].join(" "));
    assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
    assert_eq!(results(merged.path()), expected);
}

/// The scenario may have changed, or not be there, where the parts are brought together.
#[test]
fn parts_bring_the_texts_of_their_scenario_along() {
    let (home, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for folder in ["", "worlds"] {
        fs::create_dir_all(home.path().join("scenarios").join(folder)).unwrap();
        for entry in fs::read_dir(crate::command::root().join("scenarios").join(folder)).unwrap() {
            let from = entry.unwrap().path();
            if from.is_file() {
                let name = from.file_name().unwrap();
                fs::copy(&from, home.path().join("scenarios").join(folder).join(name)).unwrap();
            }
        }
    }
    let at_home = |line: String| -> Told {
        let mut command = command();
        command.current_dir(home.path()).args(line.split_whitespace());
        command.output().unwrap().into()
    };
    let run = "./scenarios/../scenarios/third-provider.toml --replications 80 --reports none --quiet";
    let set = "--set providers.derde.hours_per_week=12";
    for shard in ["1/2", "2/2"] {
        let told = at_home(format!("{run} {set} --shard {shard} --out {}", out.path().display()));
        assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
    }
    let told = at_home(format!("{run} {set} --out {}/one", out.path().display()));
    assert_eq!(told.code, Some(0), "{}", told.err);
    fs::remove_dir_all(home.path().join("scenarios")).unwrap();
    let told = at_home(format!("merge {0} --reports none --quiet --out {0}/many", out.path().display()));
    assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
    assert_eq!(results(&out.path().join("many")), results(&out.path().join("one")));
}

#[test]
fn parts_that_do_not_belong_together_are_refused_all_at_once() {
    let out = tempfile::tempdir().unwrap();
    let place = |name: &str| out.path().join(name);
    let play = |name: &str, more: &str| {
        let told = sim(&format!(
            "scenarios/third-provider.toml --replications 40 --reports none --quiet --out {} {more}",
            place(name).display()
        ));
        assert_eq!(told.code, Some(0), "{}", told.err);
    };
    play("a", "--shard 1/4");
    play("b", "--shard 2/4 --seed 9");
    play("c", "--shard 1/4");
    play("d", "--shard 3/4");
    let damaged = place("d").join("third-provider-shard-3-of-4");
    let file = fs::read_dir(&damaged).unwrap().map(|entry| entry.unwrap().path());
    let file = file.into_iter().find(|path| path.extension().is_some_and(|end| end == "part")).unwrap();
    let folders = ["a", "b", "c", "d", "nothing"].map(|name| place(name).display().to_string()).join(" ");
    let merge = format!("merge {folders} --reports none --lang en --out {}", place("merged").display());
    let told = sim(&merge);
    assert_eq!(told.code, Some(4));
    for said in [
        "there is no part of a run in",
        "b/third-provider-shard-2-of-4 belongs to another run",
        "--seed (9 here, 1 in most parts)",
        "part 1 of 4 stands there more than once",
        "part 4 of 4 is missing. Play it with --shard 4/4",
    ] {
        assert!(told.err.contains(said), "{said}\n{}", told.err);
    }
    assert!(!place("merged").join("third-provider").exists(), "nothing was written");
    // A part that was cut off is found when it is read.
    let bytes = fs::read(&file).unwrap();
    fs::write(&file, &bytes[..bytes.len() - 1]).unwrap();
    play("e", "--shard 2/4");
    let folders = ["a", "e", "d"].map(|name| place(name).display().to_string()).join(" ");
    let told = sim(&format!("merge {folders} --reports none --lang en --out {}", place("merged").display()));
    for said in ["part 4 of 4 is missing", "Play this part again with --shard 3/4"] {
        assert!(told.err.contains(said), "{said}\n{}", told.err);
    }
    play("f", "--shard 4/4");
    let folders = ["a", "e", "d", "f"].map(|name| place(name).display().to_string()).join(" ");
    let told = sim(&format!("merge {folders} --reports none --lang en --out {}", place("merged").display()));
    assert_eq!(told.code, Some(4));
    assert!(told.err.contains("Play this part again with --shard 3/4"), "{}", told.err);
}

/// Killed at 20 moments spread over the run, none of which it hears of; the last try is left to finish.
#[test]
#[cfg(unix)]
fn a_run_that_is_killed_at_any_moment_goes_on_to_the_same_bytes() {
    let out = tempfile::tempdir().unwrap();
    let line = format!("{RUN} --checkpoint 0 --resume --threads 1 --out {}", out.path().display());
    let began = Instant::now();
    let whole = whole();
    let lasts = began.elapsed();
    let mut kept = Vec::new();
    for kill in 0..20_u32 {
        let mut run = command();
        let run = run.args(line.split_whitespace()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut run = run.spawn().unwrap();
        // All parts of the time that it takes on a machine as busy as this, in no order.
        sleep(lasts * (kill * 7 % 20) / 18);
        // It may be done by now.
        let _ = run.kill();
        run.wait().unwrap();
        let parts = fs::read_dir(out.path().join(".third-provider.parts"));
        kept.push(parts.map_or(0, Iterator::count));
    }
    let told = into(out.path(), "--checkpoint 0 --resume");
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert_eq!(results(out.path()), whole);
    assert!(!out.path().join(".third-provider.parts").exists(), "what was kept on the way is gone");
    assert!(kept.iter().any(|parts| *parts > 0), "some tries left parts: {kept:?}");
}

#[test]
fn what_was_kept_is_thrown_away_only_when_asked() {
    let out = tempfile::tempdir().unwrap();
    let told = into(out.path(), "--shard 1/2");
    assert_eq!(told.code, Some(0), "{}", told.err);
    // A part is what a run that is cut short keeps, too.
    let parts = out.path().join(".third-provider.parts");
    fs::rename(out.path().join("third-provider-shard-1-of-2"), &parts).unwrap();
    let told = into(out.path(), "--lang en");
    assert_eq!(told.code, Some(5));
    assert!(told.err.contains("--resume") && told.err.contains("--force"), "{}", told.err);
    assert!(parts.exists());
    let told = into(out.path(), "--resume");
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert_eq!(results(out.path()), whole());
    assert!(!parts.exists());
}

#[test]
fn what_was_kept_of_another_run_is_thrown_away_only_when_asked() {
    let out = tempfile::tempdir().unwrap();
    let told = into(out.path(), "--shard 1/2");
    assert_eq!(told.code, Some(0), "{}", told.err);
    let parts = out.path().join(".third-provider.parts");
    fs::rename(out.path().join("third-provider-shard-1-of-2"), &parts).unwrap();
    // Other input, also of a run so short that it keeps nothing itself, and also when it is to go on.
    for more in ["--seed 4 --replications 600 --resume", "--seed 4 --replications 100"] {
        let told = sim(&format!(
            "scenarios/third-provider.toml --reports none --quiet --lang en --out {} {more}",
            out.path().display()
        ));
        assert_eq!(told.code, Some(5), "{more}: {}", told.err);
        for said in [".third-provider.parts", "--seed (was 1, now 4)", "--resume", "--force"] {
            assert!(told.err.contains(said), "{more}: {said}\n{}", told.err);
        }
        assert!(parts.exists() && !out.path().join("third-provider").exists(), "{more}");
    }
    let told = into(out.path(), "--seed 4 --force");
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(!parts.exists(), "thrown away as asked");
}

/// A disk without room: a limit on the size of a file, which the system refuses to exceed in the same way.
#[test]
#[cfg(unix)]
fn a_disk_without_room_ends_a_run_cleanly_and_it_goes_on_when_there_is() {
    let out = tempfile::tempdir().unwrap();
    let line = format!("{RUN} --checkpoint 0 --lang en --out {}", out.path().display());
    let told = crate::command::shell(&format!("ulimit -f 200; trap '' XFSZ; \"$SIM\" {line}"));
    assert_eq!(told.code, Some(5), "{}", told.err);
    assert!(told.err.contains(".part"), "{}", told.err);
    assert!(!out.path().join("third-provider").exists());
    let told = into(out.path(), "--resume");
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert_eq!(results(out.path()), whole());
}

/// What was said, which must stand in lines that can be read, as running text.
fn in_lines(told: &Told) -> String {
    assert!(told.err.lines().all(|line| line.chars().count() <= 100), "{}", told.err);
    told.err.lines().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_run_ends_where_it_is_exact_enough_and_equals_a_run_of_that_length() {
    let out = tempfile::tempdir().unwrap();
    let run = |more: &str, place: &str| {
        sim(&format!(
            "scenarios/third-provider.toml --reports none --quiet --lang en --out {}/{place} {more}",
            out.path().display()
        ))
    };
    // Any error will do at the first look, which is at 32 draws in each of 20 batches.
    let told = run("--precision-eur 1e9", "exact");
    assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
    let told = run("--replications 1280", "plain");
    assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
    assert_eq!(results(&out.path().join("exact")), results(&out.path().join("plain")));
    // No error is as small as a cent: the limit comes first, and the results are there.
    let told = run("--precision-eur 0.01 --replications 200", "missed");
    assert_eq!(told.code, Some(6));
    let said = in_lines(&told);
    assert!(said.contains("€0.01") && said.contains("(100,000,000)"), "{said}");
    assert!(out.path().join("missed/third-provider/summary.json").is_file());
    let told = run("--precision-eur 100 --replications 20", "unknown");
    assert_eq!(told.code, Some(6));
    assert!(in_lines(&told).contains("cannot be estimated with 20 replications"), "{}", told.err);
}

#[test]
fn a_precision_that_is_missed_names_the_number_with_the_largest_error() {
    let out = tempfile::tempdir().unwrap();
    let run = |more: &str| {
        sim(&format!(
            "scenarios/third-provider.toml --reports none --lang en --precision-eur 1000 {more} --out {}",
            out.path().display()
        ))
    };
    let told = run("--replications 1280");
    assert_eq!(told.code, Some(6), "{}", told.err);
    let told = in_lines(&told);
    let place = out.path().join("third-provider/summary.json");
    let summary: serde_json::Value = serde_json::from_str(&fs::read_to_string(place).unwrap()).unwrap();
    let differences = &summary["differences"]["third-provider"]["world"]["cautious"]["metrics"];
    let band = &differences["net_saving_eur"]["total"];
    let error = |of: &serde_json::Value| of.as_f64().unwrap();
    let (mean, low, high) = (&band["mc_se"], &band["quantile_mc_se"]["p10"], &band["quantile_mc_se"]["p90"]);
    let largest = [("the mean", error(mean)), ("P10", error(low)), ("P90", error(high))];
    let largest = largest.into_iter().max_by(|one, other| one.1.total_cmp(&other.1)).unwrap();
    for said in [
        format!("that of {} of the net of ‘Een derde aanbieder voor beweging’", largest.0),
        format!("is €{:.1}", largest.1 / 1000.0).replace('.', ",") + "00:",
        "under ‘Voorzichtig’".to_owned(),
    ] {
        assert!(told.contains(&said), "{said}\n{told}");
    }
    assert!(largest.0 == "the mean" || told.contains("The page tells the error of the mean only"));
    // So many replications, a few more or fewer, are enough.
    let needed = 1280.0 * (largest.1 / 1000.0_f64).powi(2);
    let said = told.split("about ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap().replace(',', "");
    let said: f64 = said.parse().unwrap();
    assert!(said >= needed && said < 1.1 * needed, "{said}, {needed}");
}

/// The replications of every part are sound here, so the figures would be right; but somebody reads these files.
#[test]
fn a_file_of_a_part_that_is_not_what_was_written_is_named() {
    let out = tempfile::tempdir().unwrap();
    let run = "scenarios/third-provider.toml --replications 40 --reports none --quiet --shard";
    for shard in 1..=3 {
        let told = sim(&format!("{run} {shard}/3 --out {}", out.path().display()));
        assert_eq!(told.code, Some(0), "{}", told.err);
    }
    let merged = out.path().join("merged");
    let merge =
        || sim(&format!("merge {} --quiet --lang en --out {}", out.path().display(), merged.display()));
    // The first part is no more right than another.
    for shard in [1, 2] {
        let folder = out.path().join(format!("third-provider-shard-{shard}-of-3"));
        for (file, was, is) in [
            ("order.json", "Een derde aanbieder", "Een vierde aanbieder"),
            ("order.json", "\"seed\": 1", "\"seed\": 2"),
            ("order.json", "format_version = 1", "format_version = one"),
            ("order.json", "\"settings\": []", "\"settings\": [ ]"),
            ("manifest.json", "\"file\": \"scenarios/baseline.toml\"", "\"file\": \"elsewhere.toml\""),
            ("manifest.json", "\"seed\": 1", "\"seed\": 2"),
            ("manifest.json", "\"resolved_sha256\": \"", "\"resolved_sha256\": \"0"),
        ] {
            let text = fs::read_to_string(folder.join(file)).unwrap();
            assert!(text.contains(was), "{was}");
            fs::write(folder.join(file), text.replacen(was, is, 1)).unwrap();
            let told = merge();
            assert_eq!(told.code, Some(4), "{is}");
            let said = format!("part {shard} of 3 ({}): {file} is no longer", folder.display());
            assert!(told.err.contains(&said), "{said}\n{}", told.err);
            assert_eq!(told.err.lines().count(), 2, "no other part is blamed\n{}", told.err);
            fs::write(folder.join(file), &text).unwrap();
        }
        for file in ["order.json", "manifest.json"] {
            let text = fs::read_to_string(folder.join(file)).unwrap();
            fs::write(folder.join(file), if file == "order.json" { &text[..40] } else { "" }).unwrap();
            let told = merge();
            assert_eq!(told.code, Some(4), "{file}");
            assert!(
                told.err.contains(&format!("-shard-{shard}-of-3")) && told.err.contains(file),
                "{}",
                told.err
            );
            fs::write(folder.join(file), &text).unwrap();
        }
    }
    assert!(!merged.exists(), "nothing was written");
    assert_eq!(merge().code, Some(0));
}

#[test]
fn of_two_parts_that_do_not_belong_together_neither_is_said_to_be_right() {
    let out = tempfile::tempdir().unwrap();
    for more in ["--shard 1/2", "--shard 2/2 --seed 9"] {
        assert_eq!(into(out.path(), more).code, Some(0));
    }
    let place = out.path().display();
    let told = sim(&format!("merge {place} --lang en --out {place}/merged"));
    assert_eq!(told.code, Some(4));
    let said = format!(
        "{place}/third-provider-shard-1-of-2 and {place}/third-provider-shard-2-of-2 do not belong to the same run. \
         Different: --seed (1 in the first folder, 9 in the second)."
    );
    assert!(told.err.contains(&said), "{}", told.err);
    let told = sim(&format!("merge {place} --out {place}/merged"));
    let said = "horen niet bij dezelfde berekening. Anders: --seed (in de eerste map 1, in de tweede 9).";
    assert!(told.err.contains(said), "{}", told.err);
}
