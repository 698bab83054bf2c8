//! Smooth regression of results on what was drawn, with fits that leave out one batch at a time.

use nalgebra::{Cholesky, DMatrix, DVector, Dyn};

use super::batches::COUNT;

/// Knots of a natural spline: enough for a curve with a bend on either side.
pub const KNOTS: usize = 5;

/// Weight of the ridge, as a share of what each standardised column weighs: it settles columns that say the same, and moves
/// no coefficient by a visible amount.
const RIDGE: f64 = 1e-6;

/// One result smoothed over the draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Smoothed {
    /// What the fit to all draws expects in each draw.
    pub fitted: Vec<f64>,
    /// What the fit to the other batches of draws expects in each draw: it knows nothing of that draw's luck.
    pub held_out: Vec<f64>,
    /// Of every place that was asked for: what the fit to all draws expects, and the fits without each batch.
    pub at: Vec<(f64, Vec<f64>)>,
}

/// A natural cubic spline of one variable as columns: the variable itself and, for `k` knots, `k - 2` curves that are
/// straight beyond the outer knots.
///
/// Source: Harrell (2015), Regression Modeling Strategies, section 2.4.5, doi 10.1007/978-3-319-19425-7.
#[derive(Clone, Debug, PartialEq)]
pub struct Spline {
    knots: Vec<f64>,
}

impl Spline {
    /// A spline whose knots stand at evenly spread quantiles of `values`, the outer ones at 5 % and 95 %.
    pub fn new(values: &[f64], knots: usize) -> Self {
        let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1);
        let steps = knots.saturating_sub(1).max(1) as f64;
        let place = |knot: usize| {
            let level = 0.05 + 0.9 * knot as f64 / steps;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a level lies in [0, 1], so the rank lies between nought and the length"
            )]
            let rank = (level * last as f64).round() as usize;
            rank.min(last)
        };
        let mut knots: Vec<f64> = (0..knots).filter_map(|knot| sorted.get(place(knot)).copied()).collect();
        knots.dedup();
        Self { knots }
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        1 + self.knots.len().saturating_sub(2)
    }

    /// The columns at one value of the variable.
    pub fn row(&self, value: f64) -> Vec<f64> {
        let mut row = vec![value];
        if let [inner @ .., before, last] = self.knots.as_slice() {
            let first = inner.first().copied().unwrap_or(*before);
            let size = (last - first).powi(2);
            let cube = |knot: f64| (value - knot).max(0.0).powi(3);
            row.extend(inner.iter().map(|knot| {
                let gap = last - before;
                (cube(*knot) - cube(*before) * (last - knot) / gap + cube(*last) * (before - knot) / gap)
                    / size
            }));
        }
        row
    }

    /// The columns over all values.
    pub fn columns(&self, values: &[f64]) -> Vec<Vec<f64>> {
        let mut columns = vec![Vec::with_capacity(values.len()); self.width()];
        for value in values {
            for (column, cell) in columns.iter_mut().zip(self.row(*value)) {
                column.push(cell);
            }
        }
        columns
    }
}

/// Least squares with an intercept of several results on the same columns, all by draw; draw `d` belongs to batch
/// `d % 20`. `places` are rows of columns at which the fits are asked as well.
///
/// `None` with fewer draws than twice the columns, or when a number is not finite.
pub fn smooth(columns: &[Vec<f64>], results: &[Vec<f64>], places: &[Vec<f64>]) -> Option<Vec<Smoothed>> {
    let draws = results.first()?.len();
    let finite = columns.iter().chain(results).flatten().all(|value| value.is_finite());
    if draws < 2 * (columns.len() + 1) || draws < 2 * COUNT || !finite {
        return None;
    }
    let scales: Vec<Scale> = columns.iter().map(|column| Scale::of(column)).collect();
    let rows = DMatrix::from_fn(draws, columns.len() + 1, |draw, column| {
        column.checked_sub(1).map_or(1.0, |column| scales[column].standard(columns[column][draw]))
    });
    let targets = DMatrix::from_fn(draws, results.len(), |draw, result| results[result][draw]);
    let asked = DMatrix::from_fn(places.len(), columns.len() + 1, |place, column| {
        column.checked_sub(1).map_or(1.0, |column| scales[column].standard(places[place][column]))
    });
    let fits = Fits::new(&rows, &targets)?;
    let (fitted, held_out) = (&rows * &fits.whole, fits.held_out(&rows));
    let all_at: Vec<DMatrix<f64>> =
        std::iter::once(&fits.whole).chain(&fits.without).map(|fit| &asked * fit).collect();
    Some(
        (0..results.len())
            .map(|result| Smoothed {
                fitted: fitted.column(result).iter().copied().collect(),
                held_out: held_out.column(result).iter().copied().collect(),
                at: (0..places.len())
                    .map(|place| {
                        let of = |at: &DMatrix<f64>| at[(place, result)];
                        (of(&all_at[0]), all_at[1..].iter().map(of).collect())
                    })
                    .collect(),
            })
            .collect(),
    )
}

/// Brings a column to mean nought and variance one; a constant column to nought.
struct Scale {
    mean: f64,
    sd: f64,
}

impl Scale {
    fn of(column: &[f64]) -> Self {
        let (mean, squares, count) = super::moments::mean_and_squares(column.iter().copied());
        let sd = (squares / count.max(1) as f64).sqrt();
        Self { mean, sd: if sd > 1e-12 * (1.0 + mean.abs()) { sd } else { f64::INFINITY } }
    }

    fn standard(&self, value: f64) -> f64 {
        (value - self.mean) / self.sd
    }
}

/// Coefficients, a column per result.
struct Fits {
    whole: DMatrix<f64>,
    without: Vec<DMatrix<f64>>,
}

impl Fits {
    fn new(rows: &DMatrix<f64>, targets: &DMatrix<f64>) -> Option<Self> {
        let sums: Vec<(DMatrix<f64>, DMatrix<f64>)> = (0..COUNT)
            .map(|batch| {
                let draws: Vec<usize> = (batch..rows.nrows()).step_by(COUNT).collect();
                let (rows, targets) = (rows.select_rows(&draws), targets.select_rows(&draws));
                (rows.tr_mul(&rows), rows.tr_mul(&targets))
            })
            .collect();
        let (mut gram, mut moments) = sums.first()?.clone();
        for (more, other) in &sums[1..] {
            gram += more;
            moments += other;
        }
        let ridge = RIDGE * rows.nrows() as f64;
        for column in 1..gram.ncols() {
            // A column without variance gets the weight that keeps its coefficient at nought.
            gram[(column, column)] += if gram[(column, column)] > 0.0 { ridge } else { 1.0 };
        }
        let whole = Cholesky::<f64, Dyn>::new(gram.clone())?.solve(&moments);
        let without: Option<Vec<DMatrix<f64>>> = sums
            .iter()
            .map(|(less, other)| Some(Cholesky::<f64, Dyn>::new(&gram - less)?.solve(&(&moments - other))))
            .collect();
        Some(Self { whole, without: without? })
    }

    fn held_out(&self, rows: &DMatrix<f64>) -> DMatrix<f64> {
        let mut all = DMatrix::zeros(rows.nrows(), self.whole.ncols());
        for (draw, row) in rows.row_iter().enumerate() {
            let expected: DVector<f64> = self.without[draw % COUNT].tr_mul(&row.transpose()).column(0).into();
            all.row_mut(draw).tr_copy_from(&expected);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Address, Purpose, Seed};

    fn normal(item: u64, draws: usize) -> Vec<f64> {
        let address = Address { draw: 0, replication: 0, purpose: Purpose::Quantity, item };
        let mut stream = Seed(5).stream(&address);
        (0..draws).map(|_| stream.normal()).collect()
    }

    #[test]
    fn a_straight_line_is_found_again_also_beyond_the_data() {
        let x = normal(1, 400);
        let y: Vec<f64> = x.iter().map(|x| 3.0 - 2.0 * x).collect();
        let spline = Spline::new(&x, KNOTS);
        let places = [spline.row(-4.0), spline.row(4.0)];
        let fit = smooth(&spline.columns(&x), std::slice::from_ref(&y), &places).unwrap().remove(0);
        for (found, truth) in fit.fitted.iter().chain(&fit.held_out).zip(y.iter().chain(&y)) {
            assert!((found - truth).abs() < 1e-3, "{found} instead of {truth}");
        }
        assert!((fit.at[0].0 - 11.0).abs() < 0.01 && (fit.at[1].0 + 5.0).abs() < 0.01, "{:?}", fit.at);
        assert_eq!(fit.at[0].1.len(), COUNT);
    }

    /// A curve with a variance of 0.2, of which a spline of five knots leaves less than 2 %.
    #[test]
    fn a_curve_is_followed() {
        let x = normal(2, 4000);
        let y: Vec<f64> = x.iter().map(|x| (0.4 * x).exp()).collect();
        let spline = Spline::new(&x, KNOTS);
        let fit = smooth(&spline.columns(&x), std::slice::from_ref(&y), &[]).unwrap().remove(0);
        let rest: f64 = fit.held_out.iter().zip(&y).map(|(a, b)| (a - b).powi(2)).sum::<f64>() / 4000.0;
        assert!(rest < 0.004, "left {rest}");
    }

    #[test]
    fn noise_is_not_learnt_by_a_fit_that_did_not_see_it() {
        let (x, y) = (normal(3, 2000), normal(4, 2000));
        let spline = Spline::new(&x, KNOTS);
        let fit = smooth(&spline.columns(&x), std::slice::from_ref(&y), &[]).unwrap().remove(0);
        let agree = |fit: &[f64]| fit.iter().zip(&y).map(|(a, b)| a * b).sum::<f64>() / 2000.0;
        assert!(agree(&fit.fitted) > 0.0 && agree(&fit.held_out) < agree(&fit.fitted));
    }

    #[test]
    fn a_constant_column_or_two_alike_do_no_harm() {
        let x = normal(5, 200);
        let y: Vec<f64> = x.iter().map(|x| 1.0 + x).collect();
        let fit = smooth(&[x.clone(), x, vec![7.0; 200]], std::slice::from_ref(&y), &[]).unwrap().remove(0);
        assert!(fit.fitted.iter().zip(&y).all(|(a, b)| (a - b).abs() < 1e-3));
    }

    #[test]
    fn too_few_draws_or_an_undefined_number_give_no_fit() {
        assert_eq!(smooth(&[vec![1.0; 30]], &[vec![1.0; 30]], &[]), None);
        assert_eq!(smooth(&[vec![f64::NAN; 90]], &[vec![1.0; 90]], &[]), None);
        assert_eq!(smooth(&[], &[], &[]), None);
    }
}
