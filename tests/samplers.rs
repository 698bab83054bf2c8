//! Samplers against their declared distributions, at fixed seeds.
//!
//! Unless a test says otherwise, each chi-square in it exceeds its bound in a correct program once in 10,000 seeds.

use sim::distributions::{Law, Support, Table, beta_binomial, normal_score};
use sim::random::{Address, BATCHES, KeyStream, Purpose, Seed, Stream, stratified};

const SEED: Seed = Seed(20_240_305);
/// The 0.9999 quantile of chi-square with 63 degrees of freedom.
const CHI_SQUARE_63: f64 = 113.50;

fn stream(draw: u32, item: u64) -> Stream {
    SEED.stream(&Address { draw, replication: 0, purpose: Purpose::Arrivals, item })
}

/// Chi-square of probabilities that should be uniform, over 64 equal cells.
fn chi_square(probabilities: impl Iterator<Item = f64>) -> f64 {
    let mut counts = [0.0_f64; 64];
    let mut total = 0.0;
    for p in probabilities {
        let cell = (1..64).take_while(|&edge| p >= f64::from(edge) / 64.0).count();
        counts[cell] += 1.0;
        total += 1.0;
    }
    let expected = total / 64.0;
    counts.iter().map(|count| (count - expected) * (count - expected) / expected).sum()
}

#[test]
fn numbers_of_one_stream_are_uniform() {
    let mut stream = stream(0, 1);
    let found = chi_square((0..200_000).map(|_| stream.unit()));
    assert!(found < CHI_SQUARE_63, "chi-square {found}");
}

#[test]
fn first_numbers_of_neighbouring_addresses_are_uniform() {
    type Neighbour = fn(u32) -> Address;
    let home = Address { draw: 0, replication: 0, purpose: Purpose::Arrivals, item: 0 };
    let neighbours: [Neighbour; 2] = [
        |step| Address { draw: step, replication: 0, purpose: Purpose::Arrivals, item: 0 },
        |step| Address { draw: 0, replication: 0, purpose: Purpose::Arrivals, item: u64::from(step) },
    ];
    for (axis, neighbour) in neighbours.into_iter().enumerate() {
        assert_eq!(neighbour(0), home);
        let found = chi_square((0..100_000).map(|step| SEED.stream(&neighbour(step)).unit()));
        assert!(found < CHI_SQUARE_63, "chi-square {found} along axis {axis}");
    }
    let found = chi_square((0..100_000).map(|seed| Seed(seed).stream(&home).unit()));
    assert!(found < CHI_SQUARE_63, "chi-square {found} along seeds");
}

/// The correlation of 100,000 pairs has standard error 0.00316; each of the four stays within 4.1 of these, which
/// a correct program exceeds once in 6,000 seeds.
#[test]
fn neighbouring_addresses_are_uncorrelated() {
    let firsts = |draw, replication, offset: u64| {
        (0..100_000_u64).map(move |item| {
            let address = Address { draw, replication, purpose: Purpose::Arrivals, item: item + offset };
            SEED.stream(&address).unit() - 0.5
        })
    };
    for (axis, others) in
        [firsts(0, 0, 1), firsts(1, 0, 0), firsts(0, 1, 0), firsts(1 << 31, 0, 0)].into_iter().enumerate()
    {
        let correlation = firsts(0, 0, 0).zip(others).map(|(a, b)| a * b).sum::<f64>() * 12.0 / 100_000.0;
        assert!(correlation.abs() < 4.1 * 0.003_16, "correlation {correlation} along axis {axis}");
    }
}

#[test]
fn exponential_numbers_are_exponential() {
    let mut stream = stream(0, 2);
    let found = chi_square((0..200_000).map(|_| -(-stream.exponential()).exp_m1()));
    assert!(found < CHI_SQUARE_63, "chi-square {found}");
}

/// Plain uniform numbers through the table of each law, back through its distribution function.
#[test]
fn tabulated_laws_follow_their_distribution_functions() -> Result<(), Box<dyn std::error::Error>> {
    let laws = [
        Law::proportion(57.0, 98.0, 0.5, 0.5)?,
        Law::proportion(0.0, 19.5, 0.5, 0.5)?,
        Law::rate(98.0, 1.0, 0.5)?,
        Law::rate(0.0, 1.0, 0.5)?,
        Law::pert(0.0, 0.05, 0.2)?,
        Law::pert(1.0, 1.0, 3.0)?,
        Law::mean_sd(Support::Share, 0.5, 0.45)?,
        Law::mean_sd(Support::Positive, 7000.0, 7000.0)?,
        Law::mean_sd(Support::Real, -1.0, 2.0)?,
        Law::two_quantiles(Support::Share, (0.1, 0.05), (0.9, 0.6))?,
        Law::two_quantiles(Support::Positive, (0.1, 1.5), (0.9, 3.5))?,
    ];
    for (item, law) in (10_u64..).zip(laws) {
        let table = Table::new(&law);
        let mut stream = stream(0, item);
        let found = chi_square((0..50_000).map(|_| law.cdf(table.at(normal_score(stream.unit())))));
        assert!(found < CHI_SQUARE_63, "{law:?}: chi-square {found}");
    }
    Ok(())
}

/// A stratified mean has far less error than a plain one: over 5,000 draws, the mean of a smooth law stays within
/// a twentieth of the plain standard error. A bound with room to spare: a correct program never fails it.
#[test]
fn stratified_draws_give_means_far_closer_than_plain_ones() -> Result<(), Box<dyn std::error::Error>> {
    for (item, law) in [Law::proportion(57.0, 98.0, 0.5, 0.5)?, Law::pert(0.0, 0.05, 0.2)?].iter().enumerate()
    {
        let table = Table::new(law);
        let points =
            (0..5000_u32).map(|draw| stratified(SEED, item as u64, draw % BATCHES, draw.div_euclid(BATCHES)));
        let mean = points.map(|u| table.at(normal_score(u))).sum::<f64>() / 5000.0;
        let plain = law.sd() / 5000.0_f64.sqrt();
        assert!((mean - law.mean()).abs() < plain / 20.0, "{law:?}: off by {}", (mean - law.mean()) / plain);
    }
    Ok(())
}

/// Each point by itself is uniform over seeds, whatever its place in its batch.
#[test]
fn one_stratified_point_is_uniform_over_seeds() {
    for index in [0, 1, 2, 249] {
        let found = chi_square((0..50_000).map(|seed| stratified(Seed(seed), 4, 3, index)));
        assert!(found < CHI_SQUARE_63, "index {index}: chi-square {found}");
    }
}

/// Chi-square with 19 degrees of freedom, 0.9999 quantile 50.8, over the 20 numbers of conversations.
#[test]
fn numbers_of_conversations_follow_their_probabilities() {
    let mut cdf = Vec::new();
    beta_binomial(20, 6.0, 0.2, &mut cdf);
    let mut stream = stream(0, 3);
    let mut counts = [0.0_f64; 20];
    for _ in 0..100_000 {
        let u = stream.unit();
        counts[cdf.partition_point(|&at_most| at_most < u)] += 1.0;
    }
    let mut below = 0.0;
    let mut found = 0.0;
    for (count, at_most) in counts.iter().zip(&cdf) {
        let expected = 100_000.0 * (at_most - below);
        found += (count - expected) * (count - expected) / expected;
        below = *at_most;
    }
    assert!(found < 50.8, "chi-square {found}");
}

/// Keys as a stream of arrivals gives them.
fn keys(number: usize) -> Vec<u64> {
    let mut arrivals = stream(0, 77);
    (0..number).map(|_| arrivals.key()).collect()
}

#[test]
fn both_numbers_of_a_pair_are_uniform_and_so_are_the_first_of_each_key() {
    let pairs: Vec<[f64; 2]> = keys(100_000).into_iter().map(|key| KeyStream::of(key).pair()).collect();
    for half in 0..2 {
        let found = chi_square(pairs.iter().map(|pair| pair[half]));
        assert!(found < CHI_SQUARE_63, "chi-square {found} of half {half}");
    }
    let mut one = stream(0, 78);
    let long: Vec<[f64; 2]> = (0..100_000).map(|_| one.pair()).collect();
    for half in 0..2 {
        let found = chi_square(long.iter().map(|pair| pair[half]));
        assert!(found < CHI_SQUARE_63, "chi-square {found} of half {half} within a stream");
    }
}

/// Chi-square of two numbers together over 8 by 8 cells: 63 degrees of freedom.
fn chi_square_of_two(numbers: impl Iterator<Item = [f64; 2]>) -> f64 {
    let cell = |u: f64| (1..8).take_while(|&edge| u >= f64::from(edge) / 8.0).count();
    chi_square(numbers.map(|[one, other]| ((8 * cell(one) + cell(other)) as f64 + 0.5) / 64.0))
}

#[test]
fn numbers_that_belong_together_are_independent() {
    let lucks = |offset: u64| {
        // Keys that were drawn, and keys in a row, which share most of their bits.
        keys(60_000).into_iter().map(move |key| KeyStream::of(key.wrapping_add(offset)))
    };
    let within = lucks(0).map(|mut stream| stream.pair());
    let across = lucks(0).zip(lucks(1)).map(|(mut one, mut next)| [one.pair()[0], next.pair()[0]]);
    let successive = lucks(0).map(|mut stream| [stream.pair()[1], stream.pair()[0]]);
    let shapes = lucks(0).map(|mut stream| {
        let first = stream.pair()[0];
        [first, -(-stream.exponential()).exp_m1()]
    });
    let in_a_row = (0..60_000_u64).map(|key| [KeyStream::of(key).unit(), KeyStream::of(key + 1).unit()]);
    let found = [
        ("halves of a pair", chi_square_of_two(within)),
        ("neighbouring keys", chi_square_of_two(across)),
        ("one pair and the next", chi_square_of_two(successive)),
        ("a pair and an exponential", chi_square_of_two(shapes)),
        ("keys in a row", chi_square_of_two(in_a_row)),
    ];
    for (what, found) in found {
        assert!(found < CHI_SQUARE_63, "{what}: chi-square {found}");
    }
}

/// A key does not betray the stream that gave it, nor do the streams of two purposes, seeds or replications go together.
#[test]
fn streams_of_different_addresses_are_independent() {
    type Elsewhere = fn(u64) -> (u64, u8, Purpose, u64);
    let at = |seed: u64, replication, purpose, item| {
        Seed(seed).stream(&Address { draw: 5, replication, purpose, item })
    };
    let home = |item| at(9, 0, Purpose::Arrivals, item).unit();
    let others: [(&str, Elsewhere); 4] = [
        ("seed", |item| (10, 0, Purpose::Arrivals, item)),
        ("replication", |item| (9, 1, Purpose::Arrivals, item)),
        ("purpose", |item| (9, 0, Purpose::Staff, item)),
        ("complement", |item| (9, 0, Purpose::Arrivals, !item)),
    ];
    for (what, other) in others {
        let both = (0..60_000_u64).map(|item| {
            let (seed, replication, purpose, item_there) = other(item);
            [home(item), at(seed, replication, purpose, item_there).unit()]
        });
        let found = chi_square_of_two(both);
        assert!(found < CHI_SQUARE_63, "{what}: chi-square {found}");
    }
    let betrayed = (0..60_000_u64).map(|item| {
        let mut arrivals = at(9, 0, Purpose::Arrivals, item);
        let [height, _] = arrivals.pair();
        [height, KeyStream::of(arrivals.key()).pair()[0]]
    });
    let found = chi_square_of_two(betrayed);
    assert!(found < CHI_SQUARE_63, "a key and what it leads to: chi-square {found}");
}

/// Normal numbers back through their distribution function.
#[test]
fn normal_numbers_are_normal() -> Result<(), Box<dyn std::error::Error>> {
    let law = Law::mean_sd(Support::Real, 0.0, 1.0)?;
    let mut stream = stream(0, 79);
    let found = chi_square((0..200_000).map(|_| law.cdf(stream.normal())));
    assert!(found < CHI_SQUARE_63, "chi-square {found}");
    Ok(())
}
