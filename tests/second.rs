//! The engine against the second implementation in Python (`tests/oracles/second/`), which shares no code with it.
//!
//! Skipped, and said so, on a machine without Python 3.11; `.ci/run` has it.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on ends there"
)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;

use serde_json::{Map, Value, json};
use sim::cohort::{Outcome, Person, Spot};
use sim::engine::{Metric, Outcomes, ProviderStat, RunPlan, Seen, WeekEnd, run, watch};
use sim::parameters::{Binding, Draw, ParameterSpace, Track};
use sim::random::{Purpose, Seed, hash};
use sim::scenario::{Calendar, Experiment, Key, Provider, ProviderKey, Request, Scenario, Timeline, load};

/// Exponential numbers of each stream of the staff that are written down: more than any play reads.
const EXPONENTIALS: usize = 1_000;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A Python that can run the second implementation.
fn python() -> Option<String> {
    let named = std::env::var("PYTHON").ok();
    let found = named.into_iter().chain(["python3".to_owned(), "python".to_owned()]).find(|name| {
        Command::new(name).args(["-c", "import tomllib"]).output().is_ok_and(|tried| tried.status.success())
    });
    if found.is_none() {
        eprintln!("skipped: the second implementation needs Python 3.11 or later");
    }
    found
}

fn load_all(scenarios: &[&str]) -> Experiment {
    let scenarios = scenarios.iter().map(|name| root().join(name)).collect::<Vec<PathBuf>>();
    let request = Request { scenarios, ..Request::default() };
    load(&request).map_or_else(|faults| panic!("{faults:?}"), |loaded| loaded.experiment)
}

fn undefined(values: impl Iterator<Item = f64>) -> Value {
    values.map(|value| if value.is_finite() { json!(value) } else { Value::Null }).collect()
}

fn timeline(timeline: &Timeline, track: &Track, draw: &Draw) -> Value {
    let changes: Vec<Value> = timeline
        .changes
        .iter()
        .enumerate()
        .map(|(number, (date, _))| json!([date.to_string(), track.changed(draw, number)]))
        .collect();
    json!({"initial": track.initial(draw), "changes": changes})
}

fn person(person: &Person, weeks: usize) -> Value {
    json!({
        "week": person.week, "leaves": person.leaves.min(weeks), "practice": person.practice, "need": person.need,
        "urgent": person.urgent, "attracted": person.attracted, "recovers": person.recovers,
        "conversations": person.conversations, "interval": person.interval,
        "registered": person.registered.map(|outcome| match outcome {
            Outcome::Positive => 0, Outcome::Escalated => 1, Outcome::DroppedOut => 2, Outcome::Unknown => 3,
        }),
        "logit_outcome": person.logit_outcome, "u_other_outcome": person.u_other_outcome,
        "referrer": person.referrer, "u_avoid": person.u_avoid, "u_relapse": person.u_relapse,
        "z_cost": person.z_cost, "followed_up": person.followed_up, "bridged": person.bridged,
    })
}

fn provider((number, provider): (usize, &Provider), binding: &Binding, draw: &Draw) -> Value {
    let mut quantities = Map::new();
    for key in ProviderKey::ALL {
        if let (Some(said), Some(track)) = (provider.quantity(*key), binding.provider(number, *key)) {
            quantities.insert(key.entry().key.to_owned(), timeline(said, track, draw));
        }
    }
    json!({
        "name": provider.name, "start": provider.start.map(|date| date.to_string()),
        "exit_on": provider.exit_on.map(|date| date.to_string()), "expertise": provider.expertise,
        "accepts_other_needs": provider.accepts_other_needs, "budget_indexed": provider.budget_indexed,
        "quantities": quantities,
    })
}

/// The unit exponentials that the staff of a scenario find in their streams.
fn exponentials(spot: &Spot, scenario: &Scenario) -> Value {
    let mut found = Map::new();
    let mut put = |name: String, item: u64| {
        let mut stream = spot.stream(Purpose::Staff, item);
        found.insert(name, (0..EXPONENTIALS).map(|_| json!(stream.exponential())).collect());
    };
    for provider in &scenario.providers {
        put(format!("{}#exit", provider.name), hash(&format!("{}#exit", provider.name)));
        let persons = provider.quantity(ProviderKey::Persons).map_or(1.0, |said| said.initial.law.mean());
        for number in (0..).take_while(|number| f64::from(*number) < persons) {
            let name = format!("{}#{number}", provider.name);
            put(name.clone(), hash(&name));
            put(format!("{name} short"), !hash(&name));
        }
    }
    Value::Object(found)
}

fn practices(spot: &Spot, count: f64) -> Value {
    let numbers = (0_u32..).take_while(|number| f64::from(*number) < count);
    numbers
        .map(|number| {
            let mut stream = spot.stream(Purpose::Practice, u64::from(number));
            json!([stream.unit(), stream.exponential()])
        })
        .collect()
}

fn week(week: &WeekEnd) -> Value {
    json!({
        "counts": [week.referred, week.started, week.closed, week.left],
        "held": week.held, "waiting": week.waiting, "running": week.running,
        "hours": [week.hours_available, week.hours_used],
    })
}

/// The results of a case of a run that do not depend on those whom a GP always sends directly to specialised care.
fn booked(outcomes: &Outcomes, scenario: &Scenario, case: (usize, usize), replication: usize) -> Value {
    let slices = scenario.calendar.periods().len() + 1;
    let stats = [ProviderStat::HoursContract, ProviderStat::HoursAvailable, ProviderStat::HoursUsed];
    let providers: Vec<Vec<Value>> = (0..scenario.providers.len())
        .map(|provider| {
            let row = |slice| {
                undefined(stats.iter().map(|stat| {
                    outcomes.view(outcomes.provider_column(case, provider, *stat, slice))[replication]
                }))
            };
            (0..slices).map(row).collect()
        })
        .collect();
    let excess: Vec<Value> = (0..scenario.ceilings.len())
        .map(|ceiling| {
            undefined(
                (0..slices - 1)
                    .map(|slice| outcomes.view(outcomes.ceiling_column(case, ceiling, slice))[replication]),
            )
        })
        .collect();
    json!({"providers": providers, "ceilings": excess})
}

fn metrics(seen: &Seen, slices: usize) -> Value {
    let rows: Map<String, Value> = Metric::ALL
        .iter()
        .map(|metric| {
            let from = *metric as usize * slices;
            (metric.name().to_owned(), undefined(seen.metrics[from..from + slices].iter().copied()))
        })
        .collect();
    Value::Object(rows)
}

fn calendar(calendar: &Calendar) -> Map<String, Value> {
    let periods: Vec<Value> =
        calendar.periods().iter().map(|period| json!([period.label, period.from.to_string()])).collect();
    let said = json!({
        "weeks": calendar.weeks(), "forecast_from": calendar.forecast_from(),
        "first_monday": calendar.monday(0).to_string(), "periods": periods,
    });
    said.as_object().cloned().unwrap_or_default()
}

/// Every play of an experiment in some replications: what it was given, and what came of it.
fn given(experiment: &Experiment, seed: u64, replications: usize) -> Value {
    let space = ParameterSpace::new(experiment);
    let plan = RunPlan { seed: Seed(seed), replications, threads: 1 };
    let outcomes = run(experiment, &plan, &|_| {}, &AtomicBool::new(false)).expect("a run");
    let mut document = calendar(&experiment.scenarios[0][0].calendar);
    let (mut cases, mut draw) = (Vec::new(), Draw::default());
    for number in 0..replications {
        let spot = Spot::of(plan.seed, number);
        space.draw(plan.seed, spot.draw, &mut draw);
        for (arm, worlds) in experiment.scenarios.iter().enumerate() {
            for (world, scenario) in worlds.iter().enumerate() {
                let binding = space.binding(arm, world);
                let slices = scenario.calendar.periods().len() + 1;
                // Those who never come to the POJ are only counted; the people that are told are played once more alone.
                let people = watch(experiment, &plan, number, (arm, world), None).persons;
                let watched = watch(experiment, &plan, number, (arm, world), Some(&people));
                let values: Map<String, Value> = Key::ALL
                    .iter()
                    .map(|key| {
                        let said = timeline(scenario.quantity(*key), binding.track(*key), &draw);
                        (key.entry().key.to_owned(), said)
                    })
                    .collect();
                cases.push(json!({
                    "name": format!("{} in {}, replication {number}", experiment.arms[arm].name, experiment.worlds[world].name),
                    "values": values,
                    "providers": scenario.providers.iter().enumerate().map(|each| provider(each, binding, &draw)).collect::<Vec<_>>(),
                    "outcomes": binding.outcomes.of(&draw), "leave_season": binding.leave_season.of(&draw),
                    "attracted_need": scenario.attracted_need, "costs_indexed": scenario.costs_indexed,
                    "replays": !scenario.registered.is_empty(),
                    "exponentials": exponentials(&spot, scenario),
                    "practices": practices(&spot, binding.value(&draw, Key::PracticesCount)),
                    "ceilings": scenario.ceilings.iter().map(|ceiling| json!({
                        "limit": ceiling.limit.law.mean(), "indexed": ceiling.indexed, "providers": ceiling.providers,
                    })).collect::<Vec<_>>(),
                    "people": people.iter().map(|each| person(each, scenario.calendar.weeks())).collect::<Vec<_>>(),
                    "engine": {
                        "weeks": watched.weeks.iter().map(week).collect::<Vec<_>>(),
                        "metrics": metrics(&watched, slices),
                        "luck": watched.luck,
                        "booked": booked(&outcomes, scenario, (arm, world), number),
                    },
                }));
            }
        }
    }
    document.insert("cases".to_owned(), Value::Array(cases));
    Value::Object(document)
}

/// Runs the judge over a document: whether it agrees, and what it says.
fn judge(python: &str, how: &str, name: &str, document: &Value) -> (bool, String) {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    std::fs::write(&file, document.to_string()).expect("the folder for tests can be written");
    let script = root().join("tests/oracles/second/judge.py");
    let judged =
        Command::new(python).arg("-B").arg(script).arg(how).arg(&file).output().expect("Python starts");
    let said =
        format!("{}{}", String::from_utf8_lossy(&judged.stdout), String::from_utf8_lossy(&judged.stderr));
    eprintln!("{said}");
    (judged.status.success(), said)
}

/// Exact but for the last bits of sums: no random test. All arms and worlds that are shipped are among the cases.
#[test]
fn every_week_of_a_given_cohort_is_the_same_in_a_second_implementation() {
    let Some(python) = python() else { return };
    let policies = [
        "scenarios/third-provider.toml",
        "scenarios/more-hours.toml",
        "scenarios/awareness.toml",
        "scenarios/admin-relief.toml",
        "scenarios/zzp-exit.toml",
        "scenarios/session-cap-6.toml",
    ];
    for (name, scenarios) in [
        ("policies", &policies[..]),
        ("pilot", &["scenarios/pilot-2020-2022.toml"][..]),
        ("small", &["tests/oracles/second/small-third.toml"][..]),
    ] {
        let (agrees, said) = judge(&python, "given", name, &given(&load_all(scenarios), 20_240_305, 2));
        assert!(agrees, "{said}");
    }
}

/// What the test above is worth: one conversation more in one week, one young person with another need, an hour less of a
/// contract, a cent less in one year.
#[test]
fn one_planted_fault_is_seen_by_the_second_implementation() {
    type Plant = fn(&Value) -> Value;
    let Some(python) = python() else { return };
    let sound = given(&load_all(&["tests/oracles/second/small-third.toml"]), 3, 1);
    let faults: [(&str, Plant); 4] = [
        ("/cases/0/engine/weeks/50/held", |held| json!(held.as_u64().unwrap_or(0) + 1)),
        ("/cases/0/people/40/conversations", |needed| json!(needed.as_u64().unwrap_or(0) % 15 + 1)),
        ("/cases/0/providers/0/quantities/hours_per_week/initial", |_| json!(17.0)),
        ("/cases/0/engine/metrics/poj_cost_eur/1", |cost| json!(cost.as_f64().unwrap_or(0.0) - 0.01)),
    ];
    for (place, plant) in faults {
        let mut planted = sound.clone();
        let spot = planted.pointer_mut(place).expect(place);
        *spot = plant(spot);
        assert!(!judge(&python, "given", "planted", &planted).0, "{place}");
    }
}

/// Replications of the engine and of the second implementation in the comparison of whole runs.
const RUN: usize = 8_000;
const SECOND_RUN: usize = 250;

/// Mean and variance, each with its standard error; replications of one draw go together.
fn moments(pairs: &[[f64; 2]]) -> [f64; 4] {
    let defined =
        |pair: &[f64; 2]| pair.iter().copied().filter(|value| value.is_finite()).collect::<Vec<_>>();
    let all: Vec<f64> = pairs.iter().flat_map(defined).collect();
    let mean = all.iter().sum::<f64>() / all.len() as f64;
    let error = |of: &dyn Fn(f64) -> f64, centre: f64| {
        let sums =
            pairs.iter().map(|pair| defined(pair).into_iter().map(|value| of(value) - centre).sum::<f64>());
        sums.map(|sum| sum * sum).sum::<f64>().sqrt() / all.len() as f64
    };
    let square = |value: f64| (value - mean).powi(2);
    let variance = all.iter().map(|value| square(*value)).sum::<f64>() / all.len() as f64;
    [mean, error(&|value| value, mean), variance, error(&square, variance)]
}

/// The level is stated in `drawn.py`: a correct program fails in fewer than one of 6,000 pairs of seeds; both are fixed.
/// `SECOND_REPLICATIONS` makes the second implementation work longer.
#[test]
fn whole_runs_agree_with_a_second_implementation_that_has_its_own_random_numbers() {
    let Some(python) = python() else { return };
    let mut runs = Map::new();
    for name in ["small.toml", "small-third.toml"] {
        let path = format!("tests/oracles/second/{name}");
        let experiment = load_all(&[&path]);
        let plan = RunPlan { seed: Seed(31), replications: RUN, threads: 2 };
        let outcomes = run(&experiment, &plan, &|_| {}, &AtomicBool::new(false)).expect("a run");
        let arm = experiment.arms.len() - 1;
        let slices = experiment.scenarios[0][0].calendar.periods().len() + 1;
        let found: Map<String, Value> = Metric::ALL
            .iter()
            .map(|metric| {
                let row = |slice| {
                    let column = outcomes.view(outcomes.column(arm, 0, *metric, slice)).to_vec();
                    let pairs: Vec<[f64; 2]> =
                        column.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect();
                    json!(moments(&pairs))
                };
                (metric.name().to_owned(), (0..slices).map(row).collect())
            })
            .collect();
        runs.insert(name.to_owned(), Value::Object(found));
    }
    let wanted = std::env::var("SECOND_REPLICATIONS").ok().and_then(|count| count.parse().ok());
    let document = json!({"replications": wanted.unwrap_or(SECOND_RUN), "runs": runs});
    let said = judge(&python, "drawn", "whole-runs", &document);
    assert!(said.0, "{}", said.1);
}
