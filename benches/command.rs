//! What the default run costs at the prompt, and what its stages cost: of a small run and of the default one of 10,000 replications.
//!
//! All threads of the machine are used, as at the prompt. The stages write their files to memory, the run to the disk.

#![expect(clippy::expect_used, reason = "a bench states its own valid input")]

use std::path::Path;
use std::process::Command;
use std::sync::atomic::AtomicBool;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use sim::analyses::{Forecast, RunInfo, build};
use sim::engine::{Outcomes, RunPlan, run};
use sim::random::Seed;
use sim::report::document::page;
use sim::report::manifest::Manifest;
use sim::report::terminal::{Terminal, render};
use sim::report::wording::{Language, Wording};
use sim::report::{bands_csv, replications, resolved_toml, summary};
use sim::scenario::{Loaded, Request, load};

/// Few, and as many as a run has by default.
const RUNS: [usize; 2] = [500, 10_000];

fn main() {
    divan::main();
}

fn loaded() -> Loaded {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/third-provider.toml");
    load(&Request { scenarios: vec![path], ..Request::default() }).expect("the shipped scenario is valid")
}

fn simulated(loaded: &Loaded, replications: usize) -> Outcomes {
    let plan = RunPlan { seed: Seed(1), replications, threads: 0 };
    run(&loaded.experiment, &plan, &|_| (), &AtomicBool::new(false)).expect("the run is not stopped")
}

fn analysed(loaded: &Loaded, outcomes: &Outcomes) -> Forecast {
    let replications = outcomes.replications();
    build(&loaded.experiment, outcomes, RunInfo { seed: 1, replications })
}

/// All files of a run and the page; the number of their bytes.
fn written(loaded: &Loaded, outcomes: &Outcomes, forecast: &Forecast) -> usize {
    let mut bytes = Vec::new();
    let manifest = Manifest::new(loaded, &[], 1, outcomes.replications());
    manifest.write(&mut bytes).expect("memory holds it");
    bytes.extend_from_slice(resolved_toml(loaded, 1).as_bytes());
    summary::write(forecast, &mut bytes).expect("memory holds it");
    bands_csv::write(forecast, &mut bytes).expect("memory holds it");
    replications::write(&loaded.experiment, outcomes, &mut bytes).expect("memory holds it");
    let page = page(forecast, &Wording::new(Language::Nl), None);
    bytes.extend_from_slice(render(&page, Terminal { width: 100, colour: false }).as_bytes());
    bytes.len()
}

/// The command, from this folder.
fn sim() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sim"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// `sim check scenarios/third-provider.toml` at the prompt: the file, its parent and four worlds.
#[divan::bench]
fn check(bencher: Bencher) {
    bencher.bench_local(|| {
        let output = sim().args(["check", "scenarios/third-provider.toml"]).output().expect("it is built");
        assert!(output.status.success(), "the scenario is sound");
    });
}

/// The same without starting a process.
#[divan::bench]
fn read() -> Loaded {
    loaded()
}

#[divan::bench(args = RUNS, sample_count = 3, sample_size = 1)]
fn simulate(bencher: Bencher, replications: usize) {
    let loaded = loaded();
    let items = ItemsCount::new(replications);
    bencher.counter(items).bench_local(|| simulated(black_box(&loaded), replications));
}

#[divan::bench(args = RUNS, sample_count = 3, sample_size = 1)]
fn analyse(bencher: Bencher, replications: usize) {
    let loaded = loaded();
    let outcomes = simulated(&loaded, replications);
    bencher.bench_local(|| analysed(&loaded, black_box(&outcomes)));
}

#[divan::bench(args = RUNS, sample_count = 3, sample_size = 1)]
fn write_all_files(bencher: Bencher, replications: usize) {
    let loaded = loaded();
    let outcomes = simulated(&loaded, replications);
    let forecast = analysed(&loaded, &outcomes);
    let bytes = BytesCount::new(written(&loaded, &outcomes, &forecast));
    bencher.counter(bytes).bench_local(|| written(&loaded, black_box(&outcomes), &forecast));
}

/// The command at the prompt: `sim scenarios/third-provider.toml`, into a folder that holds earlier results. Its stages overlap, so it
/// takes less than they do one after another.
#[divan::bench(args = ["none", "html,pdf,xlsx"], sample_count = 10, sample_size = 1)]
fn default_run(bencher: Bencher, reports: &str) {
    let folder = tempfile::tempdir().expect("there is room for results");
    let run = || {
        let mut command = sim();
        command.args(["scenarios/third-provider.toml", "--reports", reports, "--quiet", "--out"]);
        command.arg(folder.path());
        assert!(command.status().expect("it is built").success(), "the run succeeds");
    };
    run();
    bencher.counter(ItemsCount::new(10_000_usize)).bench_local(run);
}
