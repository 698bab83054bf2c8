//! `sim region` at the prompt: the same with any number of threads, going on where it was, and what it refuses.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::{Told, sim};

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

#[test]
fn a_smaller_region_never_leaves_municipalities_of_a_larger_one_behind() {
    let out = tempfile::tempdir().unwrap();
    let (folder, smaller) = (out.path().display(), LINE.replace("ties 5", "ties 3"));
    ran(LINE, out.path());
    let own = [
        "third-provider-region/gemeente-005/notes.txt",
        "third-provider-region/gemeente-004/scenarios/own.toml",
    ];
    for own in own {
        fs::write(out.path().join(own), "mine").unwrap();
    }
    let larger = files(out.path());
    let told = sim(&format!("{smaller} --out {folder}"));
    assert_eq!(told.code, Some(5), "{}", told.err);
    assert!(told.err.contains("gemeente-004") && told.err.contains("--force"), "{}", told.err);
    assert_eq!(files(out.path()), larger, "nothing was touched");
    assert_eq!(sim(&format!("{smaller} --force --out {folder}")).code, Some(0));
    let mut left = files(out.path());
    for own in own {
        let kept = left.remove(Path::new(own));
        assert_eq!(kept.as_deref(), Some("mine".as_bytes()), "{own}: what somebody put there is kept");
    }
    let alone = tempfile::tempdir().unwrap();
    assert_eq!(left, ran(&smaller, alone.path()));
    // What is left of them is in nobody's way when the region grows again.
    let again = ran(&format!("{LINE} --force"), out.path());
    assert_eq!(again.len(), larger.len());
    assert_eq!(again, larger, "with the files that somebody put there");
}

/// In the folder of a municipality other files are ours than in that of a run; behind a link nothing is.
#[test]
fn what_only_looks_like_a_result_is_somebodys_own_in_a_municipality() {
    let out = tempfile::tempdir().unwrap();
    let line = LINE.replace("ties 5", "ties 3");
    let first = ran(&line, out.path());
    let town = |number: u8| out.path().join(format!("third-provider-region/gemeente-00{number}"));
    let own = ["bands.csv", "samenvatting.pdf", "timings.json", "replications.parquet/own.txt"];
    fs::create_dir(town(2).join("replications.parquet")).unwrap();
    for own in own {
        fs::write(town(2).join(own), "mine").unwrap();
    }
    // A figure that is gone or broken is made again.
    fs::remove_file(town(1).join("summary.json")).unwrap();
    fs::write(town(3).join("summary.json"), "{").unwrap();
    let mut again = ran(&line, out.path());
    again.retain(|path, _| !own.iter().any(|own| path.ends_with(own)));
    assert_eq!(again, first);
    ran(&format!("{line} --seed 4 --force").replace("--seed 3 ", ""), out.path());
    for own in own {
        assert_eq!(fs::read_to_string(town(2).join(own)).unwrap(), "mine", "{own}");
    }
    #[cfg(unix)]
    {
        let (ours, scenarios) = (out.path().join("ours"), town(3).join("scenarios"));
        fs::rename(&scenarios, &ours).unwrap();
        std::os::unix::fs::symlink(&ours, &scenarios).unwrap();
        let before = files(&ours);
        let smaller = line.replace("ties 3", "ties 2").replace("--seed 3", "--seed 4");
        assert_eq!(sim(&format!("{smaller} --force --out {}", out.path().display())).code, Some(0));
        assert_eq!(files(&ours), before);
    }
}

/// Only an answer stands there, and a letter beside it.
#[test]
fn a_file_of_somebodys_own_beside_an_answer_blocks_nothing() {
    let out = tempfile::tempdir().unwrap();
    let line = LINE.replace("ties 5", "ties 2");
    ran(&line, out.path());
    let letter = out.path().join("third-provider/letter.txt");
    fs::write(&letter, "mine").unwrap();
    ran(&line, out.path());
    let run = "scenarios/third-provider.toml --replications 40 --reports none --quiet";
    assert_eq!(sim(&format!("{run} --out {}", out.path().display())).code, Some(0));
    assert_eq!(fs::read_to_string(letter).unwrap(), "mine");
}

/// Plays a part of the region into a folder.
fn part(line: &str, shard: &str, out: &Path) {
    let told = sim(&format!("{line} --shard {shard} --out {}", out.display()));
    assert_eq!((told.code, told.err.as_str()), (Some(0), ""), "{shard}");
}

fn merge(folders: &[PathBuf], more: &str) -> Told {
    let folders: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
    sim(&format!("merge {} {more}", folders.join(" ")))
}

#[test]
fn parts_of_a_region_in_any_order_make_the_same_bytes_as_one_run() {
    let out = tempfile::tempdir().unwrap();
    let place = |name: &str| out.path().join(name);
    // More parts than municipalities leave one with nothing to do.
    for (line, parts) in [(LINE.to_owned(), 3), (LINE.replace("ties 5", "ties 2"), 3)] {
        let whole = ran(&line, &place("whole"));
        for shard in (1..=parts).rev() {
            part(&line, &format!("{shard}/{parts}"), &place("parts"));
        }
        let told =
            merge(&[place("parts")], &format!("--quiet --threads 1 --out {}", place("merged").display()));
        assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
        assert!(files(&place("merged")) == whole, "{parts} parts");
        for name in ["whole", "parts", "merged"] {
            fs::remove_dir_all(place(name)).unwrap();
        }
    }
}

#[test]
fn a_merged_region_is_told_as_one_run_is_and_spares_other_results() {
    let out = tempfile::tempdir().unwrap();
    let place = |name: &str| out.path().join(name);
    let line = LINE.replace("ties 5", "ties 2");
    part(&line, "1/1", &place("parts"));
    let single = sim(&format!("{} --out {}", line.replace(" --quiet", ""), place("results").display()));
    for said in [
        "Alle cijfers staan in",
        "third-provider: region.json",
        "Een rij per gemeente, voor een rekenblad:",
        "third-provider-region/region.csv",
        "third-provider-region/gemeente-001",
    ] {
        assert!(single.out.contains(said), "{said}\n{}", single.out);
    }
    assert!(!single.out.contains("grafieken"), "there are none");
    let again = format!("--out {}", place("results").display());
    let told = merge(&[place("parts")], &again);
    assert_eq!((told.code, told.out), (Some(0), single.out), "over results of the same region: {}", told.err);
    ran(&line.replace("--seed 3", "--seed 4"), &place("other"));
    let told = merge(&[place("parts")], &format!("--out {}", place("other").display()));
    assert_eq!(told.code, Some(5), "{}", told.err);
    assert!(told.err.contains("gemeente-001") && told.err.contains("--force"), "{}", told.err);
    let told = merge(&[place("parts")], &format!("--quiet --force --out {}", place("other").display()));
    assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
    assert!(files(&place("other")) == files(&place("results")));
}

/// Folders of parts that do not belong together, and the municipality that was changed in one of them.
fn ill_assorted(out: &Path) -> (Vec<PathBuf>, String) {
    let place = |name: &str| out.join(name);
    let folder =
        |name: &str, shard: u8| place(name).join(format!("third-provider-region-shard-{shard}-of-6"));
    let line = LINE.replace("--replications 40", "--replications 20");
    part(&line, "1/6", &place("a"));
    part(&line, "1/6", &place("b"));
    part(&line.replace("--seed 3", "--seed 9"), "2/6", &place("c"));
    part(&line, "3/6", &place("d"));
    part(&line, "4/6", &place("e"));
    part(&line.replace("ties 5", "ties 6"), "5/6", &place("f"));
    part(&line, "1/9", &place("g"));
    let run = "run scenarios/third-provider.toml --replications 20 --quiet --reports none --shard 1/2";
    assert_eq!(sim(&format!("{run} --out {}", place("h").display())).code, Some(0));
    // One is of another version, and one was changed.
    let manifest = folder("d", 3).join("manifest.json");
    let text = fs::read_to_string(&manifest).unwrap();
    let version = format!("\"sim_version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    assert!(text.contains(&version), "{text}");
    let other = text.replace(&version, "\"sim_version\": \"0.0.7\"");
    fs::write(&manifest, other.replace("\"identity\": \"", "\"identity\": \"0")).unwrap();
    let made = fs::read_dir(folder("e", 4)).unwrap().map(|entry| entry.unwrap().path());
    let changed = made.into_iter().find(|path| path.join("summary.json").is_file()).unwrap();
    fs::write(changed.join("summary.json"), "{}").unwrap();
    let folders = ["a", "b", "c", "d", "e", "f", "g", "h", "nothing"].map(place).into();
    (folders, changed.file_name().unwrap().to_string_lossy().into_owned())
}

#[test]
fn parts_of_a_region_that_do_not_belong_together_are_refused_all_at_once() {
    let out = tempfile::tempdir().unwrap();
    let (all, changed) = ill_assorted(out.path());
    let merged = out.path().join("merged");
    for (language, said) in [
        (
            "en",
            [
                "c/third-provider-region-shard-2-of-6 belongs to another run. Different: --seed (9 here, 3 in most parts)",
                "d/third-provider-region-shard-3-of-6 belongs to another run. Different: the version of sim (0.0.7 here,",
                "f/third-provider-region-shard-5-of-6 belongs to a region of 6 municipalities",
                "g/third-provider-region-shard-1-of-9 is part 1 of 9: cut differently",
                "h/third-provider-shard-1-of-2 is a part of a run and not of a region",
                "is damaged or not complete. Play this part again with --shard 4/6",
                "there is no part of a run in",
                "part 1 of 6 stands there more than once",
                "part 6 of 6 is missing. Play it with --shard 6/6",
            ],
        ),
        (
            "nl",
            [
                "c/third-provider-region-shard-2-of-6 hoort bij een andere berekening. Anders: --seed (hier 9, in de meeste delen 3)",
                "d/third-provider-region-shard-3-of-6 hoort bij een andere berekening. Anders: de versie van sim (hier 0.0.7,",
                "f/third-provider-region-shard-5-of-6 hoort bij een streek van 6 gemeenten",
                "g/third-provider-region-shard-1-of-9 is deel 1 van 9: anders verdeeld",
                "h/third-provider-shard-1-of-2 is een deel van een berekening en niet van een streek",
                "is beschadigd of niet af. Reken dit deel opnieuw met --shard 4/6",
                "staat geen deel van een berekening",
                "deel 1 van 6 staat er meer dan een keer",
                "deel 6 van 6 ontbreekt. Reken het met --shard 6/6",
            ],
        ),
    ] {
        let told = merge(&all, &format!("--lang {language} --out {}", merged.display()));
        assert_eq!(told.code, Some(4), "{}", told.err);
        for said in said {
            assert!(told.err.contains(said), "{said}\n{}", told.err);
        }
        assert!(told.err.contains(&changed), "{}", told.err);
        assert_eq!(told.err.lines().count(), 10, "{}", told.err);
        assert!(!merged.exists(), "nothing was written");
    }
}

/// A task of a job array that is killed leaves a part that is not done; the same line finishes it, and repairs one that is.
#[test]
fn a_part_of_a_region_that_is_not_done_is_missing_until_the_same_line_finishes_it() {
    let out = tempfile::tempdir().unwrap();
    let place = |name: &str| out.path().join(name);
    let whole = ran(LINE, &place("whole"));
    for shard in ["1/2", "2/2"] {
        part(LINE, shard, &place("parts"));
    }
    let second = place("parts").join("third-provider-region-shard-2-of-2");
    let municipality = || {
        let all = fs::read_dir(&second).unwrap().map(|entry| entry.unwrap().path());
        all.into_iter().filter(|path| path.join("summary.json").is_file()).min().unwrap()
    };
    let killed = municipality();
    fs::remove_file(second.join("region-part.json")).unwrap();
    fs::remove_dir_all(&killed).unwrap();
    let merged = format!("--lang en --quiet --out {}", place("merged").display());
    let told = merge(&[place("parts")], &merged);
    assert_eq!(told.code, Some(4));
    assert!(told.err.contains("part 2 of 2 is missing"), "{}", told.err);
    part(LINE, "2/2", &place("parts"));
    fs::write(municipality().join("resolved.toml"), "").unwrap();
    assert!(merge(&[place("parts")], &merged).err.contains("is damaged"));
    part(LINE, "2/2", &place("parts"));
    let told = merge(&[place("parts")], &merged);
    assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
    assert!(files(&place("merged")) == whole);
}

/// What somebody keeps beside the results is no damage, and survives what is done to the results.
#[test]
fn files_of_somebodys_own_in_a_part_are_neither_damage_nor_lost() {
    let out = tempfile::tempdir().unwrap();
    let line = LINE.replace("ties 5", "ties 2");
    let whole = ran(&line, &out.path().join("whole"));
    part(&line, "1/1", &out.path().join("parts"));
    let town = out.path().join("parts/third-provider-region-shard-1-of-1/gemeente-002");
    let own =
        ["notes.txt", "scenarios/own.toml", "scenarios/worlds/resolved.toml"].map(|name| town.join(name));
    let kept = || own.iter().all(|own| fs::read_to_string(own).is_ok_and(|text| text == "mine"));
    for own in &own {
        fs::write(own, "mine").unwrap();
    }
    let merged = |more: &str| {
        let told = merge(
            &[out.path().join("parts")],
            &format!("--quiet {more} --out {}", out.path().join("merged").display()),
        );
        assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
        files(&out.path().join("merged"))
    };
    assert!(merged("") == whole, "they are left where they are");
    // Made again, because a figure was changed; then because it is replaced by another run.
    fs::write(town.join("summary.json"), "{}").unwrap();
    part(&line, "1/1", &out.path().join("parts"));
    assert!(kept() && merged("--force") == whole);
    part(&format!("{} --force", line.replace("--seed 3", "--seed 4")), "1/1", &out.path().join("parts"));
    assert!(kept());
}

/// Another seed would replace the part; refused, it leaves one that can still be merged.
#[test]
fn a_part_that_is_spared_stays_a_part_that_is_done() {
    let out = tempfile::tempdir().unwrap();
    let line = LINE.replace("ties 5", "ties 3");
    part(&line, "1/1", out.path());
    let before = files(out.path());
    for other in [line.replace("--seed 3", "--seed 4"), line.replace("ties 3", "ties 2")] {
        let told = sim(&format!("{other} --shard 1/1 --out {}", out.path().display()));
        assert_eq!(told.code, Some(5), "{}", told.err);
        assert_eq!(files(out.path()), before);
    }
}

#[test]
fn reports_of_a_region_are_refused_and_not_forgotten() {
    let out = tempfile::tempdir().unwrap();
    let place = |name: &str| out.path().join(name);
    part(&LINE.replace("ties 5", "ties 2"), "1/1", &place("parts"));
    let merged = format!("--quiet --lang en --out {}", place("merged").display());
    for (more, named) in [
        ("--reports pdf", "--reports cannot"),
        ("--dutch-csv", "--dutch-csv cannot"),
        ("--reports html --dutch-csv", "--reports, --dutch-csv cannot"),
    ] {
        let told = merge(&[place("parts")], &format!("{merged} {more}"));
        assert_eq!(told.code, Some(2), "{more}: {}", told.err);
        assert!(told.err.contains(named) && told.err.contains("region.csv"), "{}", told.err);
        assert!(!place("merged").exists());
    }
    let told = merge(&[place("parts")], &format!("{merged} --reports none"));
    assert_eq!((told.code, told.err.as_str()), (Some(0), ""), "none is what there is");
}

#[test]
fn a_file_of_a_part_of_a_region_that_was_changed_is_named_and_no_other_part() {
    let out = tempfile::tempdir().unwrap();
    let line = LINE.replace("ties 5", "ties 3").replace("--replications 40", "--replications 20");
    for shard in ["1/3", "2/3", "3/3"] {
        part(&line, shard, &out.path().join("parts"));
    }
    let merged = format!("--lang en --out {}", out.path().join("merged").display());
    for (shard, file, was, is) in [
        (1, "region-part.json", "Een derde aanbieder", "Een vierde aanbieder"),
        (3, "region-part.json", "\"seed\": 3", "\"seed\": 4"),
        (2, "manifest.json", "scenarios/baseline.toml", "elsewhere.toml"),
    ] {
        let place = out.path().join(format!("parts/third-provider-region-shard-{shard}-of-3")).join(file);
        let text = fs::read_to_string(&place).unwrap();
        assert!(text.contains(was), "{was}");
        fs::write(&place, text.replacen(was, is, 1)).unwrap();
        let told = merge(&[out.path().join("parts")], &merged);
        assert_eq!(told.code, Some(4));
        let said = format!("shard-{shard}-of-3): {file} is no longer");
        assert!(told.err.contains(&said), "{said}\n{}", told.err);
        assert_eq!(told.err.lines().count(), 2, "{}", told.err);
        fs::write(&place, text).unwrap();
    }
    assert_eq!(merge(&[out.path().join("parts")], &format!("{merged} --quiet")).code, Some(0));
}

/// Stops a region that replaces another when its first municipality is there; `None` when it was done before that.
#[cfg(unix)]
fn stopped_while_replacing(line: &str, out: &Path) -> Option<Told> {
    use std::process::Stdio;
    let mut command = crate::command::command();
    command.args(line.split_whitespace()).arg("--out").arg(out);
    let mut run = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let other = |path: &Path| fs::read_to_string(path).is_ok_and(|text| text.contains("\"seed\": 4"));
    let region = out.join("third-provider-region");
    while !(1..=5).any(|number| other(&region.join(format!("gemeente-00{number}/manifest.json")))) {
        if run.try_wait().unwrap().is_some() {
            return None;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    std::process::Command::new("kill").args(["-INT", &run.id().to_string()]).status().unwrap();
    Some(Told::from(run.wait_with_output().unwrap())).filter(|told| told.code != Some(0))
}

/// Municipalities of two runs may stand side by side then; whoever looks, person or command, is told.
#[cfg(unix)]
#[test]
fn a_region_that_is_stopped_while_it_replaces_another_is_marked_until_one_of_them_is_finished() {
    let out = tempfile::tempdir().unwrap();
    let earlier = LINE.replace("--replications 40", "--replications 300").replace(" --quiet", " --lang en");
    let other = earlier.replace("--seed 3", "--seed 4");
    let (mark, sums) = ("third-provider-region/niet-af.txt", "third-provider-region/region.csv");
    let there = |name: &str| out.path().join(name).exists();
    let told = (0..5).find_map(|_| {
        let done = ran(&format!("{earlier} --force --quiet"), out.path());
        assert!(done.contains_key(Path::new(sums)) && !there(mark));
        // Also when a reader took the sums away: the answer beside them goes just the same.
        fs::remove_file(out.path().join(sums)).unwrap();
        stopped_while_replacing(&format!("{other} --force --threads 1"), out.path())
    });
    let told = told.expect("one of some tries is stopped in time");
    assert_eq!(told.code, Some(4), "{}", told.err);
    assert!(told.err.contains("is not finished") && told.err.contains("niet-af.txt"), "{}", told.err);
    assert!(there(mark) && !there(sums) && !there("third-provider/region.json"), "no sum of a mixture");
    let told = sim(&format!("{earlier} --out {}", out.path().display()));
    assert_eq!(told.code, Some(5), "{}", told.err);
    assert!(told.err.contains("not finished") && told.err.contains("niet-af.txt"), "{}", told.err);
    let told = sim(&format!("{other} --force --out {}", out.path().display()));
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.err.contains("Going on where it was stopped"), "{}", told.err);
    let fresh = tempfile::tempdir().unwrap();
    assert!(
        files(out.path()) == ran(&format!("{other} --quiet"), fresh.path()),
        "and nothing is left of the other"
    );
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
        assert!(!told.err.contains("eerdere berekening"), "there is none\n{}", told.err);
    }
    let finished = ran(&line, out.path());
    let fresh = tempfile::tempdir().unwrap();
    assert!(finished == ran(&line, fresh.path()), "as if it had never been stopped");
}
