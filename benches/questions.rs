//! What the questions behind a forecast cost at their default settings, from files to answer; each must stay within 5 seconds
//! on two cores, `sim budget` within 30. `at_the_prompt` times whole commands, from start to files.
//!
//! All threads of the machine are used, as at the prompt.

#![expect(clippy::expect_used, reason = "a bench states its own valid input")]

use std::path::Path;
use std::process::Command;
use std::sync::atomic::AtomicBool;

use sim::analyses::RunInfo;
use sim::analyses::monitor::{MonitorPlan, by_quarter, monitor};
use sim::analyses::sensitivity::{answer as told, plan};
use sim::analyses::value::{ValuePlan, value};
use sim::engine::{Outcomes, RunPlan, run_design};
use sim::parameters::Design;
use sim::random::Seed;
use sim::report::answer::{self, Answer};
use sim::report::wording::{Language, Wording};
use sim::scenario::{Experiment, Request, load};

/// Closures that may be followed, as at the prompt.
const CLOSURES: [usize; 4] = [25, 50, 100, 200];

/// Questions as they are typed.
const LINES: [&str; 5] = [
    "compare scenarios/third-provider.toml scenarios/more-hours.toml scenarios/awareness.toml scenarios/admin-relief.toml",
    "break-even scenarios/third-provider.toml",
    "break-even scenarios/third-provider.toml --key inflow.youths_per_year --world scenarios/worlds/evaluation.toml",
    "break-even scenarios/third-provider.toml --key maatwerk.avoidance_share --key providers.derde.hourly_price_eur",
    "budget scenarios/budget.toml",
];

fn main() {
    divan::main();
}

fn shipped(names: &[&str]) -> Experiment {
    let path = |name: &&str| Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{name}.toml"));
    let request = Request { scenarios: names.iter().map(path).collect(), ..Request::default() };
    load(&request).expect("the shipped scenarios are valid").experiment
}

fn played(experiment: &Experiment, replications: usize, design: &Design) -> Outcomes {
    let plan = RunPlan { seed: Seed(1), replications, threads: 0 };
    run_design(experiment, &plan, design, (&|_| (), &AtomicBool::new(false))).expect("the run is not stopped")
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn sensitivity() -> Answer {
    let experiment = shipped(&["third-provider"]).in_leading_world();
    let first = played(&experiment, 6_000, &Design::default());
    let found = plan(&experiment, &first);
    let frozen = played(&experiment, found.replications(240), found.design());
    let info = RunInfo { seed: 1, replications: 6_000 };
    let found = told(&experiment, (&found, first.score_names()), &frozen, info);
    answer::sensitivity(&found, &Wording::new(Language::Nl)).expect("memory holds it")
}

#[divan::bench(args = [&["third-provider"][..], &["third-provider", "more-hours", "awareness"]], sample_count = 3, sample_size = 1)]
fn worth(names: &[&str]) -> Answer {
    let experiment = shipped(names);
    let outcomes = played(&experiment, 4_000, &Design::default());
    let plan = ValuePlan::new(&experiment, Seed(1), 0.0, CLOSURES.to_vec());
    let found = value(&experiment, &outcomes, &plan, 4_000);
    answer::value(&found, &Wording::new(Language::Nl)).expect("memory holds it")
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn registering() -> Answer {
    let experiment = by_quarter(&shipped(&["third-provider"]));
    let outcomes = played(&experiment, 3_000, &Design::default());
    let plan = MonitorPlan { seed: Seed(1), bound: 0.9, closures: CLOSURES.to_vec() };
    let found = monitor(&experiment, &outcomes, &plan);
    answer::monitor(&found, &Wording::new(Language::Nl)).expect("memory holds it")
}

#[divan::bench(args = LINES, sample_count = 3, sample_size = 1)]
fn at_the_prompt(line: &str) {
    let out = tempfile::tempdir().expect("there is room for an answer");
    let mut sim = Command::new(env!("CARGO_BIN_EXE_sim"));
    sim.current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(line.split(' '))
        .args(["--quiet", "--out"])
        .arg(out.path());
    assert!(sim.status().expect("sim starts").success(), "{line}");
}
