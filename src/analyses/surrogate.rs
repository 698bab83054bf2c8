//! What is expected given a draw, smoothed over the draws so that luck does not count as knowledge.

use super::Scores;
use crate::statistics::{KNOTS, Smoothed, Spline, smooth};

/// How many of the most important quantities get curves and products with each other.
const CURVED: usize = 10;

/// The columns of a regression on some quantities: each as it is, and curves and products of the most important ones.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    columns: Vec<Vec<f64>>,
}

impl Terms {
    /// The terms of the quantities at `places`, which stand in order of importance.
    pub(super) fn new(scores: &[Scores], places: &[usize], draws: usize) -> Self {
        let of = |place: usize| &scores[place].values[..draws];
        let mut columns = Vec::new();
        for (rank, place) in places.iter().enumerate() {
            if rank < CURVED {
                columns.extend(Spline::new(of(*place), KNOTS).columns(of(*place)));
            } else {
                columns.push(of(*place).to_vec());
            }
        }
        let curved = &places[..places.len().min(CURVED)];
        for (rank, one) in curved.iter().enumerate() {
            for other in &curved[..rank] {
                columns.push(of(*one).iter().zip(of(*other)).map(|(a, b)| a * b).collect());
            }
        }
        Self { columns }
    }

    /// Each result smoothed; where there are too few draws for these terms, every draw is expected to be the mean.
    pub(super) fn smooth(&self, results: &[Vec<f64>]) -> Vec<Smoothed> {
        smooth(&self.columns, results, &[])
            .unwrap_or_else(|| results.iter().map(|result| flat(result)).collect())
    }
}

fn flat(result: &[f64]) -> Smoothed {
    let mean = result.iter().sum::<f64>() / result.len().max(1) as f64;
    Smoothed { fitted: vec![mean; result.len()], held_out: vec![mean; result.len()], at: Vec::new() }
}

/// The places of the quantities in order of how much of any of the results each explains by itself.
pub(super) fn ranked(scores: &[Scores], results: &[Vec<f64>], draws: usize) -> Vec<usize> {
    let correlation = |scores: &[f64], result: &[f64]| {
        let mean = result.iter().sum::<f64>() / draws.max(1) as f64;
        let product: f64 = scores.iter().zip(result).map(|(score, value)| score * (value - mean)).sum();
        let squares: f64 = result.iter().map(|value| (value - mean).powi(2)).sum();
        if squares > 0.0 { product.abs() / squares.sqrt() } else { 0.0 }
    };
    let strongest: Vec<f64> = scores
        .iter()
        .map(|score| {
            let all = results.iter().map(|result| correlation(&score.values[..draws], result));
            all.fold(0.0, f64::max)
        })
        .collect();
    let mut places: Vec<usize> = (0..scores.len()).collect();
    places.sort_by(|a, b| strongest[*b].total_cmp(&strongest[*a]).then(a.cmp(b)));
    places
}
