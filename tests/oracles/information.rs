//! The value of information against closed forms for normal numbers, and against nested simulation.

use sim::distributions::normal_score;
use sim::random::{Address, BATCHES, Purpose, Seed, stratified};
use sim::statistics::{Estimate, KNOTS, Payoffs, Spline, smooth};

const DRAWS: u32 = 8_000;

/// A standard normal number per draw, stratified as the engine's are.
fn scores(item: u64) -> Vec<f64> {
    (0..DRAWS)
        .map(|draw| normal_score(stratified(Seed(23), item, draw % BATCHES, draw.div_euclid(BATCHES))))
        .collect()
}

/// Luck: normal numbers of their own.
fn luck(item: u64) -> Vec<f64> {
    let address = Address { draw: 0, replication: 0, purpose: Purpose::Quantity, item };
    let mut stream = Seed(23).stream(&address);
    (0..DRAWS).map(|_| stream.normal()).collect()
}

fn density(z: f64) -> f64 {
    (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt()
}

/// The chance that a standard normal number is below `z`, by Simpson's rule.
fn below(z: f64) -> f64 {
    let steps = 200;
    let width = z / f64::from(steps);
    let weight = |step| match step {
        0 => 1.0,
        _ if step == steps => 1.0,
        _ if step % 2 == 1 => 4.0,
        _ => 2.0,
    };
    let area: f64 = (0..=steps).map(|step| weight(step) * density(width * f64::from(step))).sum();
    0.5 + area * width / 3.0
}

/// What it is worth to know a normal number with this mean and sd before choosing between it and nought.
fn of_normal(mean: f64, sd: f64) -> f64 {
    let distance = mean.abs() / sd;
    sd * (density(distance) - distance * (1.0 - below(distance)))
}

fn z(found: Estimate, truth: f64) -> f64 {
    (found.value - truth) / found.mc_se.expect("there are twenty batches")
}

/// Two options, the other worth -2 + 3 x + 2 y + luck of sd 6: perfect information is that of a normal number with sd
/// sqrt(13), one quantity that of its own sd, and luck is worth nothing. Smoothed on other draws the value may fall short by
/// what the rule misses, which is far below its error here. Each within 4.5 errors of t with 19 degrees of freedom: a
/// correct program fails in less than one of 1,000 seeds.
#[test]
fn of_two_normals_the_value_of_knowing_is_the_unit_normal_loss() {
    let (x, y, chance) = (scores(1), scores(2), luck(3));
    let other: Vec<f64> =
        (0..DRAWS as usize).map(|draw| -2.0 + 3.0 * x[draw] + 2.0 * y[draw] + 6.0 * chance[draw]).collect();
    let options = [vec![0.0; DRAWS as usize], other.clone()];
    let payoffs = Payoffs { options: &options };
    let curves = |of: &[f64]| Spline::new(of, KNOTS).columns(of);
    let value = |columns: &[Vec<f64>]| {
        let fit = smooth(columns, std::slice::from_ref(&other), &[]).expect("there are enough draws");
        payoffs.gain(&[vec![0.0; DRAWS as usize], fit[0].held_out.clone()])
    };
    let both: Vec<Vec<f64>> = curves(&x).into_iter().chain(curves(&y)).collect();
    for (columns, sd) in [(both, 13.0_f64.sqrt()), (curves(&x), 3.0), (curves(&y), 2.0)] {
        let (found, truth) = (value(&columns), of_normal(-2.0, sd));
        assert!(z(found, truth).abs() < 4.5, "{found:?} instead of {truth}");
    }
    let nothing = value(&curves(&luck(4)));
    assert!(
        nothing.value <= 2.0 * nothing.mc_se.unwrap_or(0.0) + 1e-9,
        "an unrelated number is worth {nothing:?}"
    );
}

/// A normal prior N(-2, 3) and n observations with sd 10: the posterior mean is normal with variance 9 n / (n + 100 / 9).
/// The sample mean is told in 60 classes, which loses less than its error.
#[test]
fn of_a_normal_sample_the_value_is_that_of_its_posterior_mean() {
    let (x, chance) = (scores(5), luck(6));
    let other: Vec<f64> = (0..DRAWS as usize).map(|draw| -2.0 + 3.0 * x[draw] + 4.0 * chance[draw]).collect();
    let options = [vec![0.0; DRAWS as usize], other];
    for n in [4.0_f64, 16.0] {
        let error = 10.0 / n.sqrt();
        // Classes of the sample mean, of equal width over +-4 standard deviations.
        let (spread, classes) = ((9.0 + error * error).sqrt(), 60_usize);
        let edge = |class: usize| match class {
            0 => f64::NEG_INFINITY,
            _ if class == classes => f64::INFINITY,
            _ => -2.0 + spread * (8.0 * class as f64 / classes as f64 - 4.0),
        };
        let up_to = |class: usize, draw: usize| match (edge(class) - (-2.0 + 3.0 * x[draw])) / error {
            far if far <= -8.0 => 0.0,
            far if far >= 8.0 => 1.0,
            near => below(near),
        };
        let table: Vec<Vec<f64>> =
            (0..=classes).map(|class| (0..DRAWS as usize).map(|draw| up_to(class, draw)).collect()).collect();
        let found = Payoffs { options: &options }
            .gain_of_sample(classes, |class, draw| table[class + 1][draw] - table[class][draw]);
        let truth = of_normal(-2.0, (9.0 * n / (n + 100.0 / 9.0)).sqrt());
        assert!(z(found, truth).abs() < 4.5, "{found:?} instead of {truth} with {n}");
    }
}

/// Three options that meet two quantities in a product and a curve: knowing x by nested simulation, 400 values of x with
/// 4,000 of y each, from other streams.
#[test]
fn regression_finds_what_nested_simulation_finds() {
    let worth = |x: f64, y: f64| [0.0, x * y + 0.5 * x * x - 0.4, (0.6 * x).exp() - 1.4 + 0.3 * y];
    let (x, y, chance) = (scores(7), scores(8), luck(9));
    let options: Vec<Vec<f64>> = (0..3)
        .map(|option| {
            (0..DRAWS as usize)
                .map(|draw| {
                    worth(x[draw], y[draw])[option] + if option > 0 { 2.0 * chance[draw] } else { 0.0 }
                })
                .collect()
        })
        .collect();
    let spline = Spline::new(&x, KNOTS);
    let fit = smooth(&spline.columns(&x), &options[1..], &[]).expect("there are enough draws");
    let expected: Vec<Vec<f64>> =
        std::iter::once(vec![0.0; DRAWS as usize]).chain(fit.into_iter().map(|fit| fit.held_out)).collect();
    let found = Payoffs { options: &options }.gain(&expected);

    let address = |item| Address { draw: 1, replication: 1, purpose: Purpose::Quantity, item };
    let mut inner = Seed(29).stream(&address(1));
    let (outer, within) = (400_u32, 4_000_u32);
    let (mut informed, mut means) = (0.0, [0.0; 3]);
    for step in 0..outer {
        let x = normal_score((f64::from(step) + 0.5) / f64::from(outer));
        let mut sums = [0.0; 3];
        for _ in 0..within {
            for (sum, worth) in sums.iter_mut().zip(worth(x, inner.normal())) {
                *sum += worth / f64::from(within);
            }
        }
        informed += sums.iter().copied().fold(f64::NEG_INFINITY, f64::max) / f64::from(outer);
        for (mean, sum) in means.iter_mut().zip(sums) {
            *mean += sum / f64::from(outer);
        }
    }
    let truth = informed - means.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    assert!(z(found, truth).abs() < 4.5, "{found:?} instead of {truth} by nested simulation");
    assert!(truth > 0.1, "the case is worth testing: {truth}");
}
