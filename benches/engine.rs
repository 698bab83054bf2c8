//! What a replication costs beside the random numbers that it uses.
//!
//! `floor` draws only those numbers: per young person the opening of a stream and the numbers of its luck, and the gap, height and
//! key of the arrival. `cohort` draws the people and reads them for every world, `replications` plays them through all arms and worlds. Items are young
//! people for the first two, and young people in one arm and world for the last: so its time per item is that per young
//! person, arm and world, set-up spread over all replications.

#![expect(clippy::expect_used, reason = "a bench states its own valid input")]

use std::path::Path;
use std::sync::atomic::AtomicBool;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use sim::cohort::{Cohort, Outlook, People, Spot};
use sim::engine::{RunPlan, run, watch};
use sim::parameters::{Draw, ParameterSpace};
use sim::random::{KeyStream, Purpose, Seed};
use sim::scenario::{Experiment, Request, load};

const SEED: Seed = Seed(1);
/// Enough that setting up is a small part.
const REPLICATIONS: usize = 200;

fn main() {
    divan::main();
}

fn shipped(name: &str) -> Experiment {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{name}.toml"));
    let request = Request { scenarios: vec![path], ..Request::default() };
    load(&request).expect("the shipped scenario is valid").experiment
}

/// The outlooks of the worlds in draw 0, and from when practices refer: those that know the POJ today always, others never.
fn outlooks(experiment: &Experiment) -> (Vec<Outlook>, Cohort, Vec<Vec<usize>>) {
    let (space, mut draw) = (ParameterSpace::new(experiment), Draw::default());
    space.draw(SEED, 0, &mut draw);
    let outlooks: Vec<Outlook> = (0..experiment.worlds.len())
        .map(|world| {
            let mut outlook = Outlook::default();
            outlook.read(&experiment.scenarios[1][world], space.binding(1, world), &draw);
            outlook
        })
        .collect();
    let calendar = &experiment.scenarios[1][0].calendar;
    let mut cohort = Cohort::default();
    cohort.begin(&Spot::of(SEED, 0), calendar, &outlooks);
    let ranks = &cohort.practice_ranks;
    let aware = outlooks.iter().map(|outlook| {
        let known =
            |rank: &f64| ranks.iter().filter(|other| *other < rank).count() < outlook.practices_aware();
        ranks.iter().map(|rank| if known(rank) { 0 } else { calendar.weeks() }).collect()
    });
    let aware = aware.collect();
    (outlooks, cohort, aware)
}

/// How many candidates a replication has.
fn candidates(experiment: &Experiment) -> usize {
    let (outlooks, mut cohort, aware) = outlooks(experiment);
    let spot = Spot::of(SEED, 0);
    cohort.begin(&spot, &experiment.scenarios[1][0].calendar, &outlooks);
    cohort.draw(&spot, &outlooks, &aware, &Vec::new());
    cohort.candidates().count()
}

/// The numbers of one young person's luck, in their order, and nothing made of them.
fn luck(stream: &mut KeyStream) -> f64 {
    let pairs: f64 = (0..5).map(|_| stream.pair().iter().sum::<f64>()).sum();
    pairs + stream.exponential() + stream.normal()
}

#[divan::bench]
fn floor_random_numbers_alone(bencher: Bencher) {
    let people = candidates(&shipped("third-provider")) as u64;
    let spot = Spot::of(SEED, 0);
    bencher.counter(ItemsCount::new(people)).bench_local(|| {
        let mut sum = 0.0;
        let mut arrivals = spot.stream(Purpose::Arrivals, black_box(0));
        for _ in 0..people {
            sum += arrivals.exponential() + arrivals.pair()[0];
            sum += luck(&mut KeyStream::of(black_box(arrivals.key())));
        }
        sum
    });
}

#[divan::bench]
fn cohort_of_one_replication(bencher: Bencher) {
    let experiment = shipped("third-provider");
    let people = candidates(&experiment);
    let calendar = experiment.scenarios[1][0].calendar.clone();
    let (outlooks, mut cohort, aware) = outlooks(&experiment);
    let spot = Spot::of(SEED, 0);
    let mut read: Vec<People> = outlooks.iter().map(|_| People::default()).collect();
    bencher.counter(ItemsCount::new(people)).bench_local(|| {
        cohort.begin(black_box(&spot), &calendar, &outlooks);
        cohort.draw(black_box(&spot), &outlooks, &aware, &Vec::new());
        People::read_all(&mut read, &cohort, &outlooks);
        read.iter().map(|people| people.youths().len()).sum::<usize>()
    });
}

/// Whole replications: draws, cohorts, every arm and world, results. One thread.
#[divan::bench(args = ["third-provider", "awareness", "zzp-exit"], sample_count = 10)]
fn replications_of_all_arms_and_worlds(bencher: Bencher, name: &str) {
    let experiment = shipped(name);
    let plan = RunPlan { seed: SEED, replications: REPLICATIONS, threads: 1 };
    let mut played = 0;
    for number in (0..REPLICATIONS).step_by(10) {
        for world in 0..experiment.worlds.len() {
            // Arms share their people.
            let seen = watch(&experiment, &plan, number, (0, world), None);
            played += 10 * experiment.arms.len() * seen.persons.len();
        }
    }
    bencher
        .counter(ItemsCount::new(played))
        .bench_local(|| run(black_box(&experiment), &plan, &|_| (), &AtomicBool::new(false)));
}

/// The same with two replications: mostly set-up, which a run does once.
#[divan::bench(sample_count = 20)]
fn set_up_and_two_replications(bencher: Bencher) {
    let experiment = shipped("third-provider");
    let plan = RunPlan { seed: SEED, replications: 2, threads: 1 };
    bencher.bench_local(|| run(black_box(&experiment), &plan, &|_| (), &AtomicBool::new(false)));
}
