//! One small queue in `sim` and in Rust written by hand: the same results, and what a replication costs.
//!
//! `benches/peers/run` compares both with simulators in Python; `README.md` there says how the model is read as a queue.
//! By itself, `cargo bench --bench peers`, it prints times. `--replications N` replications are timed `--rounds N` times in
//! processor time, of which the least counts; `--out DIR` writes the rows of every way and the times.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench states its own valid input, and prints"
)]

mod by_hand;
mod chance;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use by_hand::{Queue, simulate};
use chance::{Given, Own, Reading, Same};
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;
use sim::cohort::Spot;
use sim::engine::{Metric, Outcomes, RunPlan, run, watch};
use sim::random::Seed;
use sim::scenario::{Experiment, Request, load};

const SEED: Seed = Seed(1);
/// Replications whose young people are handed to the loop written by hand.
const HANDED: usize = 200;
/// What a replication comes to, in the order of [`by_hand::Row::columns`].
const METRICS: [Metric; 8] = [
    Metric::YouthsReferred,
    Metric::YouthsStarted,
    Metric::YouthsClosedPositive,
    Metric::WaitMeanWeeks,
    Metric::ShareWithinNorm,
    Metric::Conversations,
    Metric::YouthsWaitingYearEnd,
    Metric::AvoidedCost,
];

type Rows = Vec<[f64; 8]>;

fn main() {
    let settings = Settings::from_arguments();
    let experiment = stated();
    // As in queue.toml; that the results agree shows that it is.
    let queue = Queue {
        weeks: 261,
        rate: 98.0 / (365.2425 / 7.0),
        places: 12,
        norm: 4,
        positive: 0.6,
        avoided: 0.5,
        cost: 8000.0,
        cost_cv: 1.3,
    };
    let reading = Reading::new(queue);
    the_same_people_give_the_same_results(&experiment, &queue, &reading);

    let many = settings.replications;
    let plan = RunPlan { seed: SEED, replications: many, threads: 1 };
    let outcomes =
        || run(&experiment, &plan, &|_| (), &AtomicBool::new(false)).expect("a run that nobody stops ends");
    let mut own = Own::new(queue, Xoshiro256PlusPlus::seed_from_u64(SEED.0));
    let by_hand = |own: &mut Own| -> Rows {
        let one = |_| {
            own.rewind();
            simulate(&queue, own).columns()
        };
        (0..many).map(one).collect()
    };
    let same = || -> Rows {
        let one = |number| simulate(&queue, &mut Same::new(&reading, &Spot::of(SEED, number))).columns();
        (0..many).map(one).collect()
    };
    let mut fastest = [f64::INFINITY; 3];
    for _ in 0..settings.rounds {
        // In turn, so that a busy moment of the machine falls on all.
        fastest[0] = fastest[0].min(seconds(outcomes));
        fastest[1] = fastest[1].min(seconds(|| by_hand(&mut own)));
        fastest[2] = fastest[2].min(seconds(same));
    }
    settings.tell("sim", fastest[0], &rows_of(&outcomes()));
    settings.tell("by-hand", fastest[1], &by_hand(&mut own));
    settings.tell("by-hand-same-numbers", fastest[2], &same());
}

/// How the bench is run.
struct Settings {
    replications: usize,
    rounds: usize,
    out: Option<PathBuf>,
}

impl Settings {
    fn from_arguments() -> Self {
        let arguments: Vec<String> = std::env::args().collect();
        let after = |name: &str| {
            let place = arguments.iter().position(|argument| argument == name)?;
            arguments.get(place + 1).cloned()
        };
        let number = |name, usual| after(name).map_or(usual, |text| text.parse().expect("a whole number"));
        Self {
            replications: number("--replications", 10_000),
            rounds: number("--rounds", 5),
            out: after("--out").map(PathBuf::from),
        }
    }

    /// Prints what a replication costs in one way, and writes its rows and that time.
    fn tell(&self, way: &str, seconds: f64, rows: &Rows) {
        let microseconds = seconds / rows.len() as f64 * 1e6;
        println!("{way}: {microseconds:.1} microseconds a replication");
        let Some(folder) = &self.out else { return };
        let mut text = format!("# {microseconds}\n");
        for row in rows {
            let cells: Vec<String> = row.iter().map(f64::to_string).collect();
            writeln!(text, "{}", cells.join(",")).expect("a text grows");
        }
        std::fs::write(folder.join(format!("{way}.csv")), text).expect("the folder can be written to");
    }
}

fn stated() -> Experiment {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/queue.toml");
    load(&Request { scenarios: vec![path], ..Request::default() }).expect("the scenario is valid").experiment
}

/// Processor time of a piece of work; where the system does not tell it, time on the clock.
fn seconds<T>(work: impl FnOnce() -> T) -> f64 {
    let (clock, processor) = (Instant::now(), processor_seconds());
    std::hint::black_box(work());
    match (processor, processor_seconds()) {
        (Some(before), Some(after)) => after - before,
        _ => clock.elapsed().as_secs_f64(),
    }
}

/// What this process and its threads took of the processor so far, as Linux tells it, in hundredths of a second.
fn processor_seconds() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/self/stat").ok()?;
    let (_, behind_the_name) = told.rsplit_once(')')?;
    let ticks = behind_the_name.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse::<f64>().ok());
    ticks.sum::<Option<f64>>().map(|ticks| ticks / 100.0)
}

/// The total slice of the metrics compared.
fn rows_of(outcomes: &Outcomes) -> Rows {
    let columns = METRICS.map(|metric| outcomes.view(outcomes.column(0, 0, metric, 5)));
    (0..outcomes.replications()).map(|number| columns.each_ref().map(|column| column[number])).collect()
}

/// The loop by hand and `sim` play the same young people to the same numbers; euros may differ by rounding.
fn the_same_people_give_the_same_results(experiment: &Experiment, queue: &Queue, reading: &Reading) {
    let plan = RunPlan { seed: SEED, replications: HANDED, threads: 1 };
    for number in 0..HANDED {
        let seen = watch(experiment, &plan, number, (0, 0), None);
        let found = simulate(queue, &mut Given::new(reading, &seen.persons)).columns();
        let slices = seen.metrics.len().div_euclid(Metric::COUNT);
        for (metric, found) in METRICS.iter().zip(found) {
            let expected = seen.metrics[*metric as usize * slices + 5];
            assert!(
                (found - expected).abs() <= 1e-9 * expected.abs(),
                "replication {number}, {}: {found} by hand, {expected} in sim",
                metric.name()
            );
        }
    }
    println!("given the same young people, {HANDED} replications of both give the same results");
}
