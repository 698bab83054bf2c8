//! Laws tabulated for evaluation in a few nanoseconds.

use super::incomplete::{Curve, logistic};
use super::law::Law;
use super::solver::Tail;

/// Scores beyond this are solved exactly; a normal score lies there 7 times in a million.
const REACH: f64 = 4.5;
/// Knots per unit of score in the coarsest and the finest grid.
const COARSEST: u32 = 4;
const FINEST: u32 = 256;
/// Largest relative error of a grid at the middles between its knots. The grid that is kept has those middles as
/// knots too, so that its own error is about a sixteenth.
const TOLERANCE: f64 = 2e-6;

/// A law as a function of a normal score: `at(z)` is the quantile of the probability of a standard normal number
/// below `z`.
///
/// Piecewise cubic Hermite in `z`, of the number itself or of its logarithm, on the coarsest grid whose relative
/// error is below 1e-6; normal laws and their relatives by their formula; exact beyond scores of 4.5. Relative to
/// the standard deviation where the law's range crosses 0. Not for shapes below 0.01, whose quantiles underflow.
///
/// # Example
/// ```
/// # use sim::distributions::{Law, Table};
/// let law = Law::pert(0.0, 0.05, 0.2)?;
/// assert!((Table::new(&law).at(0.0) - law.quantile(0.5)).abs() < 1e-6);
/// # Ok::<(), sim::distributions::LawError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Table {
    law: Law,
    grid: Option<Grid>,
}

impl Table {
    /// Tabulates a law.
    pub fn new(law: &Law) -> Self {
        Self { law: law.clone(), grid: Frame::of(law).map(Frame::tabulate) }
    }

    /// The number whose normal score is `z`.
    #[inline]
    pub fn at(&self, z: f64) -> f64 {
        match &self.grid {
            Some(grid) if z.abs() < REACH => grid.at(z),
            _ => self.law.at_score(z),
        }
    }
}

/// What is interpolated.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Reading {
    /// The number.
    Plain,
    /// The logarithm of its distance from the low end.
    Logarithm,
}

/// Value and slope per step of the grid at equally spaced scores.
#[derive(Clone, Debug)]
struct Grid {
    knots: Vec<[f64; 2]>,
    per_unit: f64,
    reading: Reading,
    low: f64,
}

impl Grid {
    #[inline]
    fn at(&self, z: f64) -> f64 {
        let place = (z + REACH) * self.per_unit;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the caller keeps z within the reach, so the place is between 0 and the number of knots"
        )]
        let knot = (place as usize).min(self.knots.len() - 2);
        let read = hermite(self.knots[knot], self.knots[knot + 1], place - knot as f64);
        match self.reading {
            Reading::Plain => read,
            Reading::Logarithm => self.low + read.exp(),
        }
    }
}

/// The cubic through two values with two slopes, at `t` from 0 to 1 between them.
#[inline]
fn hermite(from: [f64; 2], to: [f64; 2], t: f64) -> f64 {
    let rise = to[0] - from[0];
    from[0] + t * (from[1] + t * (3.0 * rise - 2.0 * from[1] - to[1] + t * (from[1] + to[1] - 2.0 * rise)))
}

/// A solved point of a curve: `u` at a score, and its slope per unit of score.
#[derive(Clone, Copy, Debug)]
struct Solved {
    u: f64,
    slope: f64,
}

/// A curve with the numbers it stands for.
#[derive(Clone, Copy, Debug)]
struct Frame {
    curve: Curve,
    low: f64,
    width: f64,
    /// Errors are taken relative to no less than this.
    least: f64,
}

impl Frame {
    /// `None` for laws that need no table.
    fn of(law: &Law) -> Option<Self> {
        let least = if law.bounds().0 < 0.0 { law.sd() } else { 0.0 };
        match *law {
            Law::Beta { alpha, beta, low, high } => {
                Some(Self { curve: Curve::beta(alpha, beta), low, width: high - low, least })
            }
            Law::Gamma { shape, rate } => {
                Some(Self { curve: Curve::gamma(shape), low: 0.0, width: 1.0 / rate, least })
            }
            Law::Fixed(_) | Law::Normal { .. } | Law::LogNormal { .. } | Law::LogitNormal { .. } => None,
        }
    }

    /// Halves the step until one of the readings is exact enough halfway between the knots.
    fn tabulate(self) -> Grid {
        let mut per_unit = COARSEST;
        let mut solved: Vec<Solved> = scores(per_unit).map(|z| self.solve(z, None)).collect();
        loop {
            let finer = self.halve(&solved, per_unit);
            let exact = |reading| self.error(reading, &solved, &finer, per_unit) < TOLERANCE;
            let reading = if exact(Reading::Plain) {
                Some(Reading::Plain)
            } else if exact(Reading::Logarithm) || 2 * per_unit >= FINEST {
                Some(Reading::Logarithm)
            } else {
                None
            };
            per_unit *= 2;
            if let Some(reading) = reading {
                return self.grid(reading, &finer, per_unit);
            }
            solved = finer;
        }
    }

    fn solve(self, z: f64, guess: Option<f64>) -> Solved {
        let tail = Tail::of_score(z);
        let u = guess.map_or_else(|| self.curve.solve(tail), |guess| self.curve.solve_near(tail, guess));
        Solved { u, slope: self.curve.ln_slope(tail, u).exp() }
    }

    /// The same points with their middles solved, each from the cubic through its neighbours.
    fn halve(self, solved: &[Solved], per_unit: u32) -> Vec<Solved> {
        let step = 1.0 / f64::from(per_unit);
        let mut finer = Vec::with_capacity(2 * solved.len());
        for (pair, z) in solved.windows(2).zip(scores(per_unit)) {
            let guess = hermite([pair[0].u, pair[0].slope * step], [pair[1].u, pair[1].slope * step], 0.5);
            finer.push(pair[0]);
            finer.push(self.solve(z + 0.5 * step, Some(guess)));
        }
        finer.extend(solved.last());
        finer
    }

    /// The largest relative error at the middles.
    fn error(self, reading: Reading, solved: &[Solved], finer: &[Solved], per_unit: u32) -> f64 {
        let grid = self.grid(reading, solved, per_unit);
        let middles = finer.iter().skip(1).step_by(2);
        let read = grid.knots.windows(2).map(|pair| hermite(pair[0], pair[1], 0.5));
        middles.zip(read).fold(0.0, |worst: f64, (middle, read)| {
            let exact = self.number(middle.u);
            let read = if reading == Reading::Plain { read } else { self.low + read.exp() };
            let error = (read - exact).abs() / exact.abs().max(self.least).max(f64::MIN_POSITIVE);
            if error.is_nan() { f64::INFINITY } else { worst.max(error) }
        })
    }

    fn grid(self, reading: Reading, solved: &[Solved], per_unit: u32) -> Grid {
        let step = 1.0 / f64::from(per_unit);
        let knots = solved.iter().map(|&point| {
            let (fraction, ln_fraction, rest) = self.fraction(point.u);
            match reading {
                Reading::Plain => {
                    let slope = self.width * fraction * rest * point.slope;
                    [self.low + self.width * fraction, if slope.is_finite() { slope * step } else { 0.0 }]
                }
                Reading::Logarithm => [self.width.ln() + ln_fraction, rest * point.slope * step],
            }
        });
        Grid { knots: knots.collect(), per_unit: f64::from(per_unit), reading, low: self.low }
    }

    fn number(self, u: f64) -> f64 {
        self.low + self.width * self.fraction(u).0
    }

    /// The number in units of the width above the low end, its logarithm, and the derivative of that to `u`.
    fn fraction(self, u: f64) -> (f64, f64, f64) {
        match self.curve {
            Curve::Gamma { .. } => (u.exp(), u, 1.0),
            Curve::Beta { .. } => (logistic(u), u.min(0.0) - (-u.abs()).exp().ln_1p(), logistic(-u)),
        }
    }
}

fn scores(per_unit: u32) -> impl Iterator<Item = f64> {
    let step = 1.0 / f64::from(per_unit);
    // Twice the reach is a whole number of units, so the last knot lies on it.
    (0..=9 * per_unit).map(move |knot| f64::from(knot) * step - REACH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::distributions::Support;

    fn laws() -> Vec<Law> {
        let beta = |alpha, beta| Law::Beta { alpha, beta, low: 0.0, high: 1.0 };
        let gamma = |shape| Law::Gamma { shape, rate: 2.5 };
        vec![
            beta(0.5, 20.0),
            beta(20.0, 0.5),
            beta(0.5, 0.5),
            beta(0.05, 3.0),
            beta(3.0, 0.05),
            beta(57.5, 41.5),
            beta(5000.0, 7000.0),
            beta(2e6, 3e6),
            beta(2.0, 2e6),
            gamma(0.1),
            Law::Gamma { shape: 0.5, rate: 1.0 },
            gamma(1.0),
            gamma(98.5),
            gamma(20_000.0),
            gamma(3e6),
            Law::pert(0.0, 0.05, 0.2).unwrap(),
            Law::pert(0.0, 0.0, 1.0).unwrap(),
            Law::pert(0.0, 1.0, 1.0).unwrap(),
            Law::pert(2.0, 2.0, 2.000_1).unwrap(),
            Law::pert(-1.0, 0.0, 3.0).unwrap(),
            Law::pert(-1e6, 1e6, 1e6).unwrap(),
            Law::pert(1e-6, 1.0, 1e6).unwrap(),
            Law::mean_sd(Support::Real, -2.0, 5.0).unwrap(),
            Law::two_quantiles(Support::Positive, (0.1, 1.0), (0.9, 4.0)).unwrap(),
            Law::two_quantiles(Support::Share, (0.1, 0.2), (0.5, 0.3)).unwrap(),
        ]
    }

    #[test]
    fn a_table_is_within_a_millionth_of_the_exact_quantile() {
        for law in laws() {
            let table = Table::new(&law);
            let least = if law.bounds().0 < 0.0 { law.sd() } else { f64::MIN_POSITIVE };
            let mut worst: f64 = 0.0;
            for place in 0..=1_201 {
                let z = -6.0 + 0.01 * f64::from(place) * 0.999;
                let (read, exact) = (table.at(z), law.at_score(z));
                worst = worst.max((read - exact).abs() / exact.abs().max(least));
            }
            println!("{law:?}: {worst:e}, {:?}", table.grid.map(|grid| (grid.knots.len(), grid.reading)));
            assert!(worst < 1e-6, "{law:?} is read with relative error {worst:e}");
        }
    }

    #[test]
    fn a_fixed_law_is_read_exactly() {
        let table = Table::new(&Law::fixed(0.1).unwrap());
        for z in [-8.0, -0.3, 0.0, 5.0] {
            assert_eq!(table.at(z).to_bits(), 0.1_f64.to_bits());
        }
    }

    #[test]
    fn a_table_never_falls_and_stays_within_the_bounds() {
        for law in laws() {
            let table = Table::new(&law);
            let (low, high) = law.bounds();
            let read: Vec<f64> = (0..=17_000).map(|place| table.at(f64::from(place) * 0.001 - 8.5)).collect();
            assert!(read.iter().all(|x| *x >= low && *x <= high), "{law:?} leaves its bounds");
            let slack = 1e-6;
            assert!(
                read.windows(2).all(|pair| pair[1] >= pair[0] - slack * pair[0].abs()),
                "{law:?} falls somewhere"
            );
        }
    }

    #[test]
    fn scores_that_no_number_has_give_the_ends_without_harm() {
        for law in laws() {
            let table = Table::new(&law);
            let (low, high) = law.bounds();
            assert!(table.at(f64::NEG_INFINITY) >= low, "{law:?}");
            assert!(table.at(f64::INFINITY) <= high, "{law:?}");
        }
    }
}
