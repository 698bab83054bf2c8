//! What the statistics of one column of 10,000 replications cost.

use divan::{Bencher, black_box};
use sim::distributions::normal_score;
use sim::random::{Address, Purpose, Seed};
use sim::statistics::{Scratch, band, first_order, histogram_band, probability, ratio};

const REPLICATIONS: usize = 10_000;

fn main() {
    divan::main();
}

fn column(item: u64) -> Vec<f64> {
    let address = Address { draw: 0, replication: 0, purpose: Purpose::Quantity, item };
    let mut stream = Seed(1).stream(&address);
    (0..REPLICATIONS).map(|_| normal_score(stream.unit())).collect()
}

#[divan::bench]
fn band_of_continuous_numbers(bencher: Bencher) {
    let (values, mut scratch) = (column(1), Scratch::default());
    bencher.bench_local(|| band(black_box(&values), &mut scratch));
}

#[divan::bench]
fn band_of_whole_numbers(bencher: Bencher) {
    let values: Vec<f64> = column(1).iter().map(|z| (100.0 + 10.0 * z).round()).collect();
    let mut scratch = Scratch::default();
    bencher.bench_local(|| band(black_box(&values), &mut scratch));
}

#[divan::bench]
fn band_of_a_constant(bencher: Bencher) {
    let (values, mut scratch) = (vec![85_000.0; REPLICATIONS], Scratch::default());
    bencher.bench_local(|| band(black_box(&values), &mut scratch));
}

#[divan::bench]
fn probability_of_an_event(bencher: Bencher) {
    let values = column(1);
    bencher.bench_local(|| probability(black_box(&values).iter().map(|z| *z > 0.5)));
}

#[divan::bench]
fn ratio_of_two_means(bencher: Bencher) {
    let (above, below) = (column(1), vec![2.0; REPLICATIONS]);
    bencher.bench_local(|| ratio(black_box(&above), black_box(&below)));
}

#[divan::bench]
fn first_order_index(bencher: Bencher) {
    let (scores, means) = (column(1), column(2));
    bencher.bench_local(|| first_order(black_box(&scores[..5000]), black_box(&means[..5000])));
}

#[divan::bench]
fn histogram_of_a_queue(bencher: Bencher) {
    let counts = [125_u32; 80];
    bencher.bench_local(|| histogram_band(black_box(&counts)));
}
