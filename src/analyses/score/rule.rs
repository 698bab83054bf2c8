//! When registrations no longer fit a forecast: one statement about all figures together, with a known false-alarm rate.
//!
//! Every replication of the forecast is a future as likely as the others; if the forecast is right, what was registered is one
//! more of them. So how unusual it is can be counted among the replications themselves, however the figures hang together, and
//! so can how often a right forecast would ever be called wrong by somebody who looks every quarter.

use nalgebra::{Cholesky, DMatrix, DVector, Dyn};
use rayon::prelude::*;

use crate::distributions::normal_score;
use crate::statistics::Estimate;
use crate::units::whole_part;

/// How often a right forecast is called wrong at any of its looks.
pub const ALARM_RATE: Estimate = Estimate { value: 0.05, mc_se: None };
/// Added to the variances, so that figures that are nearly sums of others do no harm.
const RIDGE: f64 = 0.1;
/// Smallest median of a figure that counts.
const LEAST_MEDIAN: f64 = 5.0;

/// What registrations are measured by: the looks of a forecast, those that are still to come included.
///
/// At each look every figure becomes a normal score by its rank among the replications; the distance is that of Mahalanobis,
/// with a tenth added to the variances; the share is that of replications at least as far out. A replication's smallest
/// share over all looks tells whether it would ever have been called wrong; the threshold is the largest share by which that
/// befalls at most one in twenty. Figures with a median below five are left out, so that no small cell decides.
#[derive(Clone, Debug)]
pub struct Gauge {
    looks: Vec<Look>,
    threshold: f64,
}

/// One look.
#[derive(Clone, Debug)]
struct Look {
    /// The figures that count, each in order of size.
    figures: Vec<(usize, Vec<f64>)>,
    metric: Option<Cholesky<f64, Dyn>>,
    /// The distances of the replications, in order of size.
    distances: Vec<f64>,
}

impl Gauge {
    /// The gauge of a forecast: per look and per figure a number per replication.
    pub fn new(looks: &[Vec<Vec<f64>>]) -> Self {
        let made: Vec<(Look, Vec<f64>)> = looks.par_iter().map(|columns| Look::new(columns)).collect();
        let count = made.first().map_or(0, |(_, shares)| shares.len());
        let smallest =
            |replication: usize| made.iter().map(|(_, shares)| shares[replication]).fold(1.0, f64::min);
        let mut smallest: Vec<f64> = (0..count).map(smallest).collect();
        smallest.sort_by(f64::total_cmp);
        // So many replications may be called wrong; a share that the next one has as well would call too many.
        let next = smallest.get(whole_part(ALARM_RATE.value * count as f64)).copied().unwrap_or(0.0);
        let threshold = smallest.iter().copied().filter(|share| *share < next).fold(0.0, f64::max);
        Self { looks: made.into_iter().map(|(look, _)| look).collect(), threshold }
    }

    /// At or below this share a forecast is called wrong.
    pub const fn threshold(&self) -> f64 {
        self.threshold
    }

    /// Per look that was taken the share of replications at least as unusual as the figures that came.
    pub fn shares(&self, came: &[Vec<f64>]) -> Vec<f64> {
        self.looks.iter().zip(came).map(|(look, came)| look.share(came)).collect()
    }

    /// The first look at which figures that came call the forecast wrong.
    pub fn alarm(&self, came: &[Vec<f64>]) -> Option<usize> {
        self.shares(came).iter().position(|share| *share <= self.threshold)
    }
}

impl Look {
    /// The look, and the share of each replication.
    fn new(columns: &[Vec<f64>]) -> (Self, Vec<f64>) {
        let count = columns.first().map_or(0, Vec::len);
        let mut figures = Vec::new();
        let mut scores: Vec<Vec<f64>> = Vec::new();
        for (figure, column) in columns.iter().enumerate() {
            let mut sorted = column.clone();
            sorted.sort_by(f64::total_cmp);
            if sorted.get(count.div_euclid(2)).is_some_and(|median| *median >= LEAST_MEDIAN) {
                scores.push(column.iter().map(|value| score(&sorted, *value, true)).collect());
                figures.push((figure, sorted));
            }
        }
        let mut look = Self { metric: metric(&scores, count), figures, distances: Vec::new() };
        let far: Vec<f64> = (0..count)
            .map(|replication| look.distance(scores.iter().map(|figure| figure[replication])))
            .collect();
        look.distances.clone_from(&far);
        look.distances.sort_by(f64::total_cmp);
        let shares = far.into_iter().map(|distance| look.beyond(distance) / count as f64).collect();
        (look, shares)
    }

    fn distance(&self, scores: impl Iterator<Item = f64>) -> f64 {
        let scores = DVector::from_iterator(self.figures.len(), scores);
        self.metric.as_ref().map_or(0.0, |metric| scores.dot(&metric.solve(&scores)))
    }

    /// How many replications are at least so far out.
    fn beyond(&self, distance: f64) -> f64 {
        (self.distances.len() - self.distances.partition_point(|other| *other < distance)) as f64
    }

    fn share(&self, came: &[f64]) -> f64 {
        let scores = self.figures.iter().map(|(figure, sorted)| score(sorted, came[*figure], false));
        (self.beyond(self.distance(scores)) + 1.0) / (self.distances.len() + 1) as f64
    }
}

/// The normal score of a number by its rank; `within` when it is one of the sample itself.
fn score(sorted: &[f64], value: f64, within: bool) -> f64 {
    let below = sorted.partition_point(|other| *other < value);
    let equal = sorted.partition_point(|other| *other <= value) - below;
    let others = if within { (equal.saturating_sub(1), sorted.len()) } else { (equal, sorted.len() + 1) };
    normal_score((below as f64 + 0.5 * others.0 as f64 + 0.5) / others.1 as f64)
}

/// The covariance of normal scores, ready to be solved with; none without figures.
fn metric(scores: &[Vec<f64>], count: usize) -> Option<Cholesky<f64, Dyn>> {
    if scores.is_empty() {
        return None;
    }
    let entry = |row: usize, column: usize| {
        let product: f64 = scores[row].iter().zip(&scores[column]).map(|(a, b)| a * b).sum();
        product / count as f64 + if row == column { RIDGE } else { 0.0 }
    };
    Cholesky::new(DMatrix::from_fn(scores.len(), scores.len(), entry))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Address, Purpose, Seed, Stream};

    const LOOKS: usize = 8;
    const FIGURES: usize = 4;

    fn stream(seed: u64, draw: u32) -> Stream {
        let address = Address { draw, replication: 0, purpose: Purpose::Registration, item: 9 };
        Seed(seed).stream(&address)
    }

    /// A future: figures that share what nobody knows, growing look by look; `lift` is what the forecast does not know of.
    fn future(seed: u64, draw: u32, lift: f64) -> Vec<Vec<f64>> {
        let mut stream = stream(seed, draw);
        let shared = 0.2 * stream.normal();
        let mut sums = [0.0; FIGURES];
        let mut all = Vec::new();
        for _ in 0..LOOKS {
            for (figure, sum) in sums.iter_mut().enumerate() {
                let mean = (10.0 + 10.0 * figure as f64) * (1.0 + shared) * lift;
                *sum += (mean + mean.max(0.0).sqrt() * stream.normal()).round().max(0.0);
            }
            all.push(sums.to_vec());
        }
        all
    }

    fn looks(count: u32) -> Vec<Vec<Vec<f64>>> {
        let futures: Vec<_> = (0..count).map(|draw| future(1, draw, 1.0)).collect();
        (0..LOOKS)
            .map(|look| {
                (0..FIGURES)
                    .map(|figure| futures.iter().map(|future| future[look][figure]).collect())
                    .collect()
            })
            .collect()
    }

    /// Looking eight times, 2,000 true futures of which 100 are expected to be called wrong: with the error of the threshold
    /// itself the standard deviation is some 14, so that a correct program is outside 44 to 156 once in 10,000 seeds.
    #[test]
    fn a_right_forecast_is_called_wrong_once_in_twenty_however_often_one_looks() {
        let gauge = Gauge::new(&looks(1_000));
        let alarms = (0..2_000).filter(|draw| gauge.alarm(&future(2, *draw, 1.0)).is_some()).count();
        assert!((44..=156).contains(&alarms), "{alarms}");
    }

    #[test]
    fn a_forecast_that_is_far_off_is_called_wrong_and_soon() {
        let gauge = Gauge::new(&looks(1_000));
        let found: Vec<_> = (0..200).map(|draw| gauge.alarm(&future(3, draw, 1.8))).collect();
        let soon = found.iter().filter(|look| look.is_some_and(|look| look < 4)).count();
        assert!(soon > 120, "{soon} of 200 within four looks");
    }

    #[test]
    fn a_small_cell_never_decides() {
        let column: Vec<f64> = (0..400_u32).map(|value| f64::from(value % 3)).collect();
        let gauge = Gauge::new(&[vec![column]]);
        assert_eq!((gauge.shares(&[vec![40.0]]), gauge.alarm(&[vec![40.0]])), (vec![1.0], None));
    }
}
