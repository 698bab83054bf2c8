//! The pilot replayed: table 3 of the evaluation to the cent, in every replication.

#![expect(clippy::expect_used, reason = "a test that cannot go on ends there")]

use std::path::Path;
use std::sync::atomic::AtomicBool;

use sim::analyses::{RunInfo, build};
use sim::engine::{Metric, Outcomes, RunPlan, run};
use sim::random::Seed;
use sim::scenario::{Experiment, Request, load};

const REPLICATIONS: usize = 30;

fn pilot() -> (Experiment, Outcomes) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/pilot-2020-2022.toml");
    let request = Request { scenarios: vec![path], ..Request::default() };
    let experiment = load(&request).expect("the shipped scenario is valid").experiment;
    let plan = RunPlan { seed: Seed(1), replications: REPLICATIONS, threads: 1 };
    let outcomes = run(&experiment, &plan, &|_| (), &AtomicBool::new(false)).expect("the run is not stopped");
    (experiment, outcomes)
}

/// A column of one period, or the total, in the world in which the evaluation reckons.
fn column(experiment: &Experiment, outcomes: &Outcomes, of: Metric, slice: usize) -> Vec<f64> {
    let world = experiment.worlds.iter().position(|world| world.name == "evaluation").expect("it is shipped");
    outcomes.view(outcomes.column(0, world, of, slice)).to_vec()
}

fn cents(eur: f64) -> String {
    format!("{:.2}", (eur * 100.0).round() / 100.0)
}

/// Cells of all replications that are not what is printed, to the cent.
fn wrong(table: &[(Metric, [&str; 3])]) -> Vec<String> {
    let (experiment, outcomes) = pilot();
    let mut wrong = Vec::new();
    for (of, printed) in table {
        for (slice, printed) in printed.iter().enumerate() {
            for (number, found) in column(&experiment, &outcomes, *of, slice).iter().enumerate() {
                if cents(*found) != *printed {
                    wrong.push(format!("{} {slice} replication {number}: {found} for {printed}", of.name()));
                }
            }
        }
    }
    wrong
}

/// E:473-490; the total of the cost is the sum of its periods.
#[test]
fn every_replication_gives_table_3_to_the_cent() {
    let table = [
        (Metric::AvoidedCostEvaluation, ["326796.79", "451420.09", "778216.88"]),
        (Metric::PojCost, ["237000.00", "204532.20", "441532.20"]),
        (Metric::NetSavingEvaluation, ["89796.79", "246887.89", "336684.68"]),
    ];
    assert_eq!(wrong(&table), Vec::<String>::new());
}

/// The world `evaluation` says that every closure avoids an average trajectory in the period in which it closes.
#[test]
fn the_real_avoided_cost_under_the_evaluations_own_assumptions_is_the_evaluations() {
    let table = [
        (Metric::AvoidedCost, ["326796.79", "451420.09", "778216.88"]),
        (Metric::NetSaving, ["89796.79", "246887.89", "336684.68"]),
    ];
    assert_eq!(wrong(&table), Vec::<String>::new());
}

#[test]
fn every_replication_has_the_young_people_that_were_registered() {
    let (experiment, outcomes) = pilot();
    let counts = [
        (Metric::YouthsReferred, [76, 98, 174]),
        (Metric::YouthsClosedPositive, [50, 57, 107]),
        (Metric::YouthsEscalated, [26, 37, 63]),
        (Metric::YouthsDroppedOut, [0, 0, 0]),
        (Metric::YouthsOutcomeUnknown, [0, 4, 4]),
        (Metric::YouthsLeftQueue, [0, 0, 0]),
    ];
    for world in 0..experiment.worlds.len() {
        for (of, registered) in counts {
            for (slice, expected) in registered.into_iter().enumerate() {
                for found in outcomes.view(outcomes.column(0, world, of, slice)) {
                    assert!((found - f64::from(expected)).abs() < 1e-9, "{} {slice}: {found}", of.name());
                }
            }
        }
    }
}

/// The average cost: 6,535.94 and 7,919.65, and in total the unweighted mean of the two periods, 7,227.79.
#[test]
fn the_average_cost_of_each_replication_is_the_printed_one() {
    let (experiment, outcomes) = pilot();
    let averages = |slice| -> Vec<f64> {
        let avoided = column(&experiment, &outcomes, Metric::AvoidedCostEvaluation, slice);
        let positive = column(&experiment, &outcomes, Metric::YouthsClosedPositive, slice);
        avoided.iter().zip(positive).map(|(avoided, positive)| avoided / positive).collect()
    };
    for (first, second) in averages(0).iter().zip(averages(1)) {
        assert_eq!((cents(*first), cents(second)), ("6535.94".to_owned(), "7919.65".to_owned()));
        assert_eq!(cents(f64::midpoint(*first, second)), "7227.79");
    }
}

#[test]
fn the_reconciliation_finds_no_deviation_and_no_doubt() {
    let (experiment, outcomes) = pilot();
    let forecast = build(&experiment, &outcomes, RunInfo { seed: 1, replications: REPLICATIONS });
    let tables = forecast.reconciliation.expect("it is a replay");
    let world = experiment.worlds.iter().position(|world| world.name == "evaluation").expect("it is shipped");
    assert_eq!(tables[world].deviations(), 0, "{:#?}", tables[world]);
    let shown = |cell: &sim::analyses::Cell| cell.simulated.map(|amount| amount.to_string());
    let total = &tables[world].total;
    let printed = ["107", "7227.79", "778216.88", "441532.20", "336684.68"];
    for (cell, printed) in total.cells().into_iter().zip(printed) {
        assert_eq!(shown(cell).as_deref(), Some(printed));
    }
}
