//! Files as the disk holds them: missing, huge, no files at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use sim::report::wording::Language;
use sim::scenario::{Fault, FaultKind, FileFault, Request, load};

use crate::bench::page;

fn refused(path: &Path) -> Fault {
    let request = Request { scenarios: vec![path.to_path_buf()], ..Request::default() };
    let faults = load(&request).expect_err("refused");
    page(&faults, Language::Nl);
    assert_eq!(faults.list.len(), 1);
    faults.list[0].clone()
}

fn fault_of(path: &Path) -> FileFault {
    match refused(path).kind {
        FaultKind::File { fault, .. } => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_fixture_loads_from_disk() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/scenario/child.toml");
    let loaded = load(&Request { scenarios: vec![path], ..Request::default() }).unwrap();
    assert_eq!(loaded.inputs.len(), 4);
}

#[test]
fn every_shipped_scenario_loads() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    for file in files {
        let request = Request { scenarios: vec![file.clone()], ..Request::default() };
        if let Err(faults) = load(&request) {
            panic!("{}: {}", file.display(), page(&faults, Language::En));
        }
    }
}

#[test]
fn a_missing_file_names_its_neighbour() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("baseline.toml"), "").unwrap();
    let fault = fault_of(&folder.path().join("baselin.toml"));
    assert_eq!(fault, FileFault::NotFound { nearest: Some("baseline.toml".to_owned()) });
    assert_eq!(fault_of(&folder.path().join("x/y/z.toml")), FileFault::NotFound { nearest: None });
}

#[test]
fn a_folder_is_no_scenario() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(fault_of(folder.path()), FileFault::IsFolder);
}

#[test]
fn a_file_of_fifty_megabytes_is_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.toml");
    fs::File::create(&path).unwrap().set_len(50_000_000).unwrap();
    let started = Instant::now();
    assert_eq!(fault_of(&path), FileFault::TooLarge { bytes: 50_000_000, most: 1_000_000 });
    assert!(started.elapsed().as_millis() < 500);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_without_waiting_for_a_writer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pipe.toml");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(fault_of(&path), FileFault::NotAFile);
    }
    assert_eq!(fault_of(Path::new("/dev/null")), FileFault::NotAFile);
}

#[test]
fn a_path_with_dots_comes_back_to_the_same_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/scenario");
    let round = folder.join("worlds/../child.toml");
    let loaded = load(&Request { scenarios: vec![round], ..Request::default() }).unwrap();
    assert!(loaded.inputs.iter().all(|input| !input.path.display().to_string().contains("..")));
}
