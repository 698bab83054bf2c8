//! What a random number costs, and why streams are built the way they are.
//!
//! Each bench makes 1,000 numbers or streams; the item rate divides it out. A cohort opens some stream for every
//! few numbers it draws, so a generator must be cheap to open and cheap to use: one Philox block as the state of
//! xoshiro256++ is both.

#![expect(clippy::expect_used, reason = "a bench states its own valid numbers")]

use chacha20::ChaCha8Rng;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use rand::{Rng, SeedableRng};
use rand_distr::{Distribution, Poisson};
use sim::distributions::{Law, Table, normal_score};
use sim::random::{Address, Purpose, Seed, Stream, philox4x64, stratified};

const MANY: u32 = 1000;

fn main() {
    divan::main();
}

fn address(item: u32) -> Address {
    Address { draw: 5, replication: 1, purpose: Purpose::Arrivals, item: u64::from(item) }
}

fn stream() -> Stream {
    Seed(black_box(1)).stream(&address(0))
}

fn each<T>(bencher: Bencher, mut one: impl FnMut(u32) -> T) {
    bencher.counter(ItemsCount::new(MANY)).bench_local(|| {
        for item in 0..MANY {
            black_box(one(black_box(item)));
        }
    });
}

/// Opening a stream.
#[divan::bench_group]
mod opening {
    use super::{Bencher, ChaCha8Rng, Rng, Seed, SeedableRng, address, each, philox4x64};

    #[divan::bench]
    fn philox_block_alone(bencher: Bencher) {
        each(bencher, |item| philox4x64([u64::from(item), 3, 5, 0], [1, 1]));
    }

    #[divan::bench]
    fn xoshiro_by_philox(bencher: Bencher) {
        each(bencher, |item| Seed(1).stream(&address(item)));
    }

    #[divan::bench]
    fn xoshiro_by_philox_and_its_first_number(bencher: Bencher) {
        each(bencher, |item| Seed(1).stream(&address(item)).unit());
    }

    #[divan::bench]
    fn chacha8_by_stream_number_and_its_first_number(bencher: Bencher) {
        let mut generator = ChaCha8Rng::from_seed([7; 32]);
        each(bencher, |item| {
            generator.set_stream(u64::from(item));
            generator.set_word_pos(0);
            generator.next_u64()
        });
    }
}

/// One more number of an open stream.
#[divan::bench_group]
mod drawing {
    use super::{
        Bencher, ChaCha8Rng, Distribution, Poisson, Rng, SeedableRng, each, normal_score, philox4x64, stream,
    };

    #[divan::bench]
    fn philox_word(bencher: Bencher) {
        let mut block = [0; 4];
        each(bencher, |item| {
            if item.is_multiple_of(4) {
                block = philox4x64([u64::from(item), 3, 5, 0], [1, 1]);
            }
            block[(item & 3) as usize]
        });
    }

    #[divan::bench]
    fn chacha8_word(bencher: Bencher) {
        let mut generator = ChaCha8Rng::from_seed([7; 32]);
        each(bencher, |_| generator.next_u64());
    }

    #[divan::bench]
    fn xoshiro_word(bencher: Bencher) {
        let mut stream = stream();
        each(bencher, |_| stream.next_u64());
    }

    #[divan::bench]
    fn unit(bencher: Bencher) {
        let mut stream = stream();
        each(bencher, |_| stream.unit());
    }

    #[divan::bench]
    fn exponential(bencher: Bencher) {
        let mut stream = stream();
        each(bencher, |_| stream.exponential());
    }

    #[divan::bench]
    fn exponential_by_logarithm(bencher: Bencher) {
        let mut stream = stream();
        each(bencher, |_| -stream.unit().ln());
    }

    #[divan::bench]
    fn poisson_of_mean_two(bencher: Bencher) {
        let mut stream = stream();
        let law = Poisson::new(2.0).expect("2 is a mean of a Poisson law");
        each(bencher, |_| -> f64 { law.sample(&mut stream) });
    }

    #[divan::bench]
    fn normal_score_of_unit(bencher: Bencher) {
        let mut stream = stream();
        each(bencher, |_| normal_score(stream.unit()));
    }
}

/// Uncertain quantities.
#[divan::bench_group]
mod quantities {
    use super::{Bencher, Law, MANY, Seed, Table, black_box, each, normal_score, stratified, stream};

    #[divan::bench]
    fn stratified_point(bencher: Bencher) {
        each(bencher, |index| stratified(Seed(1), 77, 3, index));
    }

    #[divan::bench]
    fn table_of_a_proportion(bencher: Bencher) {
        read(bencher, &Law::proportion(57.0, 98.0, 0.5, 0.5));
    }

    #[divan::bench]
    fn table_of_a_range(bencher: Bencher) {
        read(bencher, &Law::pert(0.0, 0.05, 0.2));
    }

    #[divan::bench]
    fn making_a_table(bencher: Bencher) {
        let law = Law::proportion(57.0, 98.0, 0.5, 0.5).expect("57 of 98 is a proportion");
        bencher.bench_local(|| Table::new(black_box(&law)));
    }

    fn read(bencher: Bencher, law: &Result<Law, sim::distributions::LawError>) {
        let table = Table::new(law.as_ref().expect("the numbers of this bench make a law"));
        let scores: Vec<f64> = {
            let mut stream = stream();
            (0..MANY).map(|_| normal_score(stream.unit())).collect()
        };
        each(bencher, |item| table.at(scores[item as usize]));
    }
}
