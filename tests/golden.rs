//! Numbers that stay what they are: a few exact draws, and a small run of the third provider.
//!
//! A change that moves any of them is tagged [values] in the changelog and arrives alone. `UPDATE=1` writes the files again.

#![expect(clippy::expect_used, reason = "a test that cannot go on ends there")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use sim::cohort::{Luck, Spot};
use sim::distributions::{Law, Table, normal_score};
use sim::engine::{Metric, ProviderStat, RunPlan, run, watch};
use sim::random::{KeyStream, Purpose, Seed, hash, stratified};
use sim::scenario::{Experiment, Request, load};

/// How far a number may move, relative to itself: the last bits may differ between platforms.
const TOLERANCE: f64 = 1e-9;

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.txt"))
}

/// Holds named numbers to a file of lines `name = number`.
fn assert_golden(name: &str, numbers: &[(String, f64)]) {
    let path = golden(name);
    if std::env::var_os("UPDATE").is_some() {
        let lines: Vec<String> =
            numbers.iter().map(|(name, number)| format!("{name} = {number:?}\n")).collect();
        fs::write(&path, lines.concat()).expect("the folder can be written");
    }
    let text = fs::read_to_string(&path).expect("the file is committed; UPDATE=1 writes it");
    let known: Vec<(&str, &str)> = text.lines().filter_map(|line| line.split_once(" = ")).collect();
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    let found: Vec<&str> = numbers.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, found, "{name} tells of the same numbers");
    for ((name, number), (_, expected)) in numbers.iter().zip(&known) {
        let expected: f64 = expected.parse().expect("a number");
        let near = (number - expected).abs() <= TOLERANCE * expected.abs().max(1e-9);
        assert!(near || (number.is_nan() && expected.is_nan()), "{name} was {expected}, is {number}");
    }
}

fn third_provider() -> Experiment {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/third-provider.toml");
    let request = Request { scenarios: vec![path], ..Request::default() };
    load(&request).expect("the shipped scenario is valid").experiment
}

/// The first numbers of one stream of every purpose, the luck of one young person, points of a stratified sequence, and laws
/// read at a score.
#[test]
fn draws_stay_what_they_are() {
    let spot = Spot::of(Seed(2024), 7);
    let mut numbers = Vec::new();
    let purposes = [
        ("quantity", Purpose::Quantity),
        ("arrivals", Purpose::Arrivals),
        ("year", Purpose::YearShock),
        ("practice", Purpose::Practice),
        ("staff", Purpose::Staff),
        ("registration", Purpose::Registration),
    ];
    for (name, purpose) in purposes {
        let mut stream = spot.stream(purpose, 3);
        numbers.push((format!("{name}.unit"), stream.unit()));
        numbers.push((format!("{name}.exponential"), stream.exponential()));
        numbers.push((format!("{name}.normal"), stream.normal()));
    }
    let luck = Luck::draw(&mut KeyStream::of(11));
    numbers.push(("luck.need".to_owned(), luck.u_need));
    numbers.push(("luck.leave".to_owned(), luck.e_leave));
    numbers.push(("luck.outcome".to_owned(), luck.logit_outcome));
    numbers.push(("luck.cost".to_owned(), luck.z_cost));
    for (batch, index) in [(0, 0), (0, 1), (19, 0), (7, 300)] {
        let point = stratified(Seed(2024), hash("maatwerk.avoidance_share"), batch, index);
        numbers.push((format!("stratified.{batch}.{index}"), point));
    }
    let laws = [
        ("beta", Law::proportion(57.0, 98.0, 0.5, 0.5)),
        ("gamma", Law::rate(98.0, 1.0, 0.5)),
        ("pert", Law::pert(0.3, 0.9, 2.0)),
    ];
    for (name, law) in laws {
        let table = Table::new(&law.expect("the law is proper"));
        for u in [0.001, 0.3, 0.5, 0.975] {
            numbers.push((format!("{name}.{u}"), table.at(normal_score(u))));
        }
    }
    assert_golden("draws", &numbers);
}

/// Twenty replications of the third provider: means over replications in the leading world and in that of the evaluation.
#[test]
fn a_small_run_of_the_third_provider_stays_what_it_is() {
    let experiment = third_provider();
    let plan = RunPlan { seed: Seed(1), replications: 20, threads: 1 };
    let outcomes = run(&experiment, &plan, &|_| (), &AtomicBool::new(false)).expect("the run is not stopped");
    let total = experiment.scenarios[0][0].calendar.periods().len();
    let mean = |column| {
        let defined: Vec<f64> =
            outcomes.view(column).iter().copied().filter(|number| !number.is_nan()).collect();
        defined.iter().sum::<f64>() / defined.len() as f64
    };
    let mut numbers = Vec::new();
    for (arm, world) in [(0, 0), (1, 0), (1, 1), (1, 3)] {
        let who = format!("{}.{}", experiment.arms[arm].name, experiment.worlds[world].name);
        for of in Metric::ALL {
            numbers.push((format!("{who}.{}", of.name()), mean(outcomes.column(arm, world, *of, total))));
        }
    }
    for year in 0..total {
        let label = &experiment.scenarios[0][0].calendar.periods()[year].label;
        for of in [Metric::YouthsReferred, Metric::WaitMeanWeeks, Metric::PojCost, Metric::NetSaving] {
            let column = outcomes.column(1, 0, of, year);
            numbers.push((format!("third-provider.{label}.{}", of.name()), mean(column)));
        }
        let hours = outcomes.provider_column((1, 0), 2, ProviderStat::HoursUsed, year);
        numbers.push((format!("third-provider.{label}.derde.hours_used"), mean(hours)));
    }
    assert_golden("third-provider", &numbers);
}

/// One play, every tenth week.
#[test]
fn one_play_of_the_third_provider_stays_what_it_is() {
    let experiment = third_provider();
    let plan = RunPlan { seed: Seed(1), replications: 20, threads: 1 };
    let seen = watch(&experiment, &plan, 5, (1, 0), None);
    let mut numbers = Vec::new();
    for week in seen.weeks.iter().step_by(10) {
        let at = week.week;
        numbers.push((format!("{at}.referred"), f64::from(week.referred)));
        numbers.push((format!("{at}.started"), f64::from(week.started)));
        numbers.push((format!("{at}.waiting"), week.waiting as f64));
        numbers.push((format!("{at}.running"), week.running as f64));
        numbers.push((format!("{at}.held"), f64::from(week.held)));
        numbers.push((format!("{at}.hours_used"), week.hours_used));
    }
    assert_golden("one-play", &numbers);
}
