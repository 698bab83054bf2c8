//! The same seed gives the same bytes, however many threads there are; another seed gives other numbers.

#![expect(clippy::expect_used, reason = "a test that cannot go on ends there")]

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use sim::analyses::{Forecast, RunInfo, Runs, Scores, build};
use sim::engine::{Metric, Outcomes, ProviderStat, Route, RunError, RunPlan, Simulation, run, watch};
use sim::parameters::Design;
use sim::random::Seed;
use sim::report::{bands_csv, replications, summary};
use sim::scenario::{Experiment, Request, load};

/// Two arms, four worlds, exits, campaigns: all streams are used. Three tasks of 16 replications and a part of one.
const REPLICATIONS: usize = 50;

fn shipped(name: &str) -> Experiment {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{name}.toml"));
    let request = Request { scenarios: vec![path], ..Request::default() };
    load(&request).expect("the shipped scenario is valid").experiment
}

fn played(experiment: &Experiment, seed: u64, replications: usize, threads: usize) -> Outcomes {
    let plan = RunPlan { seed: Seed(seed), replications, threads };
    run(experiment, &plan, &|_| (), &AtomicBool::new(false)).expect("the run is not stopped")
}

/// Every number that a run can tell, bit for bit.
fn bits(experiment: &Experiment, outcomes: &Outcomes) -> Vec<u64> {
    let slices = experiment.scenarios[0][0].calendar.periods().len() + 1;
    let mut all = Vec::new();
    for (arm, worlds) in experiment.scenarios.iter().enumerate() {
        for (world, scenario) in worlds.iter().enumerate() {
            for slice in 0..slices {
                let mut columns: Vec<_> =
                    Metric::ALL.iter().map(|of| outcomes.column(arm, world, *of, slice)).collect();
                for provider in 0..scenario.providers.len() {
                    let stats =
                        [ProviderStat::HoursContract, ProviderStat::HoursAvailable, ProviderStat::HoursUsed];
                    columns.extend(
                        stats.map(|stat| outcomes.provider_column((arm, world), provider, stat, slice)),
                    );
                }
                let ceilings = 0..scenario.ceilings.len();
                columns.extend(ceilings.map(|ceiling| outcomes.ceiling_column((arm, world), ceiling, slice)));
                for column in columns {
                    all.extend(outcomes.view(column).iter().map(|number| number.to_bits()));
                }
            }
            let luck = outcomes.view(outcomes.luck_column(arm, world));
            all.extend(luck.iter().map(|number| number.to_bits()));
            for week in 0..outcomes.weeks() {
                all.extend(outcomes.queue_counts(arm, world, week).iter().map(|count| u64::from(*count)));
            }
            for month in 0..outcomes.months().len() {
                for route in [Route::Municipality, Route::Huisarts] {
                    let counts = outcomes.starts_counts((arm, world), month, route);
                    all.extend(counts.iter().map(|count| u64::from(*count)));
                }
            }
        }
    }
    for quantity in 0..outcomes.score_names().len() {
        all.extend(outcomes.scores(quantity).iter().map(|score| score.to_bits()));
    }
    all
}

/// What is written of a run: the summary, the bands, the replications.
fn files(experiment: &Experiment, outcomes: &Outcomes, forecast: &Forecast) -> [Vec<u8>; 3] {
    let mut files = [Vec::new(), Vec::new(), Vec::new()];
    let [to_summary, to_bands, to_rows] = &mut files;
    summary::write(forecast, to_summary).expect("memory holds it");
    bands_csv::write(forecast, to_bands).expect("memory holds it");
    replications::write(experiment, outcomes, to_rows).expect("memory holds it");
    files
}

#[test]
fn one_two_and_eight_threads_give_the_same_bytes() {
    let experiment = shipped("third-provider");
    let mut first = None;
    for threads in [1, 2, 8] {
        let outcomes = played(&experiment, 1, REPLICATIONS, threads);
        let pool =
            rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("the machine has threads");
        let written = pool.install(|| {
            let forecast = build(&experiment, &outcomes, RunInfo { seed: 1, replications: REPLICATIONS });
            files(&experiment, &outcomes, &forecast)
        });
        assert!(written.iter().all(|file| file.len() > 1000));
        let found = (bits(&experiment, &outcomes), written);
        match &first {
            None => first = Some(found),
            // `assert_eq` would print megabytes.
            Some(first) => assert!(*first == found, "{threads} threads give other bytes than one"),
        }
    }
}

/// The policies that use luck which the third provider does not: stops on a date, campaigns, registered young people.
#[test]
fn other_scenarios_do_not_depend_on_the_threads_either() {
    for name in ["awareness", "zzp-exit", "pilot-2020-2022"] {
        let experiment = shipped(name);
        let [one, three] = [1, 3].map(|threads| bits(&experiment, &played(&experiment, 5, 34, threads)));
        assert!(one == three, "{name}");
    }
}

#[test]
fn another_seed_gives_other_numbers() {
    let experiment = shipped("third-provider");
    let [mine, other] = [1, 2].map(|seed| played(&experiment, seed, 4, 1));
    for of in [Metric::YouthsReferred, Metric::NetSaving, Metric::HoursAvailable, Metric::AvoidedCost] {
        let [mine, other] = [&mine, &other].map(|run| run.view(run.column(0, 0, of, 5)).to_vec());
        let equal = mine.iter().zip(&other).filter(|(mine, other)| mine.to_bits() == other.to_bits()).count();
        // The number referred is whole, so that two of four seeds may happen to agree.
        assert!(equal <= 2, "{}", of.name());
    }
    for quantity in 0..mine.score_names().len() {
        assert_ne!(mine.scores(quantity), other.scores(quantity), "{}", mine.score_names()[quantity]);
    }
}

/// Replication by replication: a longer run begins with the shorter one, and a play seen by itself is that of the run.
#[test]
fn a_replication_does_not_depend_on_the_others() {
    let experiment = shipped("third-provider");
    let [short, long] = [20, 37].map(|replications| played(&experiment, 3, replications, 2));
    let slices = experiment.scenarios[0][0].calendar.periods().len() + 1;
    for (arm, world) in [(0, 0), (1, 0), (1, 3)] {
        let column = |of: Metric, slice| long.column(arm, world, of, slice);
        for of in Metric::ALL {
            for slice in 0..slices {
                let [few, many] = [&short, &long].map(|run| run.view(column(*of, slice)));
                assert!(
                    few.iter().zip(many).all(|(few, many)| few.to_bits() == many.to_bits()),
                    "{}",
                    of.name()
                );
            }
        }
        for number in [0, 13, 36] {
            let plan = RunPlan { seed: Seed(3), replications: 37, threads: 1 };
            let seen = watch(&experiment, &plan, number, (arm, world), None);
            let luck = long.view(long.luck_column(arm, world));
            assert_eq!(seen.luck.to_bits(), luck[number].to_bits(), "the luck of avoided care");
            for of in Metric::ALL {
                for slice in 0..slices {
                    let alone = seen.metrics[*of as usize * slices + slice];
                    assert_eq!(
                        alone.to_bits(),
                        long.view(column(*of, slice))[number].to_bits(),
                        "{}",
                        of.name()
                    );
                }
            }
        }
    }
}

#[test]
fn a_run_tells_how_far_it_is_and_stops_when_told() {
    let experiment = shipped("third-provider");
    let plan = RunPlan { seed: Seed(1), replications: 37, threads: 2 };
    let done = Mutex::new(0);
    let finished = run(
        &experiment,
        &plan,
        &|more| *done.lock().expect("nobody panicked") += more,
        &AtomicBool::new(false),
    );
    assert!(finished.is_ok());
    assert_eq!(*done.lock().expect("nobody panicked"), 37);
    let stop = AtomicBool::new(false);
    let stopped = run(&experiment, &plan, &|_| stop.store(true, Ordering::Relaxed), &stop);
    assert!(matches!(stopped, Err(RunError::Stopped)));
}

#[test]
fn a_run_whose_results_would_not_fit_is_refused_before_it_begins() {
    let plan = RunPlan { seed: Seed(1), replications: usize::MAX, threads: 1 };
    let refused = run(&shipped("third-provider"), &plan, &|_| (), &AtomicBool::new(false));
    let Err(RunError::TooLarge { most, replications, .. }) = refused else {
        panic!("so many replications fit in no memory");
    };
    assert!(most <= 4 << 30);
    assert!((200_000..1_000_000).contains(&replications), "{replications} of the default run would fit");
}

/// Cut at uneven places, the pieces taken over in another order by another simulation.
#[test]
fn a_run_that_is_cut_in_stretches_gives_the_same_numbers() {
    let experiment = shipped("third-provider");
    let plan = RunPlan { seed: Seed(5), replications: 51, threads: 2 };
    let whole = bits(&experiment, &played(&experiment, 5, 51, 1));
    let simulation = || Simulation::new(&experiment, &plan, &Design::default()).expect("it fits");
    let never = AtomicBool::new(false);
    let mut parts = simulation();
    let mut gathered = simulation();
    for draws in [9..26, 0..1, 1..9] {
        let counted = parts.play(draws, &|_| (), &never).expect("it is not stopped");
        assert!(gathered.adopt(&parts.stretch(&counted)), "it fits");
        assert!(!gathered.adopt(&parts.stretch(&counted)), "it is there already");
    }
    assert_eq!(bits(&experiment, parts.outcomes()), whole);
    assert_eq!(bits(&experiment, &gathered.into_outcomes()), whole);
}

/// What is known before the end is what a shorter run gives.
#[test]
fn the_first_draws_of_a_long_run_are_a_short_run() {
    let experiment = shipped("third-provider");
    let plan = RunPlan { seed: Seed(5), replications: 400, threads: 2 };
    let mut simulation = Simulation::new(&experiment, &plan, &Design::default()).expect("it fits");
    simulation.play(0..25, &|_| (), &AtomicBool::new(false)).expect("it is not stopped");
    assert_eq!(bits(&experiment, simulation.outcomes()), bits(&experiment, &played(&experiment, 5, 50, 1)));
}

/// A long run forgets its blocks: each must be what it is in a run that keeps them.
#[test]
fn a_simulation_that_begins_anew_at_a_later_draw_plays_that_draw() {
    let experiment = shipped("third-provider");
    let never = AtomicBool::new(false);
    let plan = RunPlan { seed: Seed(5), replications: 80, threads: 2 };
    let whole = played(&experiment, 5, 103, 1);
    let mut simulation = Simulation::new(&experiment, &plan, &Design::default()).expect("it fits");
    simulation.play(0..40, &|_| (), &never).expect("it is not stopped");
    simulation.restart(40, 23);
    simulation.play(0..simulation.draws(), &|_| (), &never).expect("it is not stopped");
    let later = simulation.outcomes();
    assert_eq!(later.replications(), 23);
    for of in Metric::ALL {
        let [all, rest] = [&whole, later].map(|run| run.view(run.column(1, 2, *of, 5)).to_vec());
        let bits = |numbers: &[f64]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&all[80..]), bits(&rest), "{}", of.name());
    }
    let scores = |run: &Outcomes| run.scores(0).to_vec();
    assert_eq!(scores(&whole)[40..], scores(later)[..]);
}

/// Outcomes of which nobody is told what is the same in several worlds.
struct Apart<'all>(&'all Outcomes);

impl Runs for Apart<'_> {
    fn replications(&self) -> usize {
        Runs::replications(self.0)
    }
    fn metric(&self, at: (usize, usize), metric: Metric, slices: &[usize]) -> Vec<Vec<f64>> {
        self.0.metric(at, metric, slices)
    }
    fn provider(&self, at: (usize, usize), which: (usize, ProviderStat), slice: usize, into: &mut Vec<f64>) {
        Runs::provider(self.0, at, which, slice, into);
    }
    fn ceiling(&self, at: (usize, usize), ceiling: usize, slice: usize, into: &mut Vec<f64>) {
        Runs::ceiling(self.0, at, ceiling, slice, into);
    }
    fn queue(&self, at: (usize, usize), week: usize) -> &[u32] {
        self.0.queue(at, week)
    }
    fn starts(&self, at: (usize, usize), month: usize, route: Route) -> &[u32] {
        self.0.starts(at, month, route)
    }
    fn scores(&self) -> Vec<Scores> {
        Runs::scores(self.0)
    }
}

#[test]
fn rows_that_two_worlds_share_are_written_as_if_each_had_its_own() {
    let experiment = shipped("third-provider");
    let outcomes = played(&experiment, 1, REPLICATIONS, 2);
    let twins = (0..experiment.worlds.len()).filter(|world| Runs::twin(&outcomes, (1, *world)) != *world);
    assert_eq!(twins.count(), 1, "one world shares its play with another");
    let written = |runs: &dyn Runs| {
        let mut file = Vec::new();
        replications::write(&experiment, runs, &mut file).expect("memory holds it");
        file
    };
    assert!(written(&outcomes) == written(&Apart(&outcomes)), "the bytes differ");
}
