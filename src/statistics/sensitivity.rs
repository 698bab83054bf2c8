//! How much of a result's variance one quantity explains.

use super::moments::mean_and_squares;

/// Fewer draws than this say nothing.
const LEAST_DRAWS: usize = 20;

/// Draws in the order of a score. Equal scores keep the order of the draws.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// The scores, in their order.
    scores: Vec<f64>,
    /// The draw of each.
    draws: Vec<usize>,
}

impl Ranking {
    /// Of scores by draw; a draw without one is left out.
    pub fn of(scores: &[f64]) -> Self {
        let mut draws: Vec<usize> = (0..scores.len()).filter(|draw| !scores[*draw].is_nan()).collect();
        draws.sort_by(|one, other| scores[*one].total_cmp(&scores[*other]));
        Self { scores: draws.iter().map(|draw| scores[*draw]).collect(), draws }
    }

    /// The first-order sensitivity index of the score from the draws that were made: the share of the variance of the
    /// draw means that the expectation given that score explains, from 0 to 1.
    ///
    /// The correlation ratio over bins of (nearly) equal counts in the order of the score, less what chance alone
    /// would explain: with SSB and SSW the sums of squares between and within M bins of N draws, the index is
    /// (SSB - (M - 1) SSW / (N - M)) / (SSB + SSW), not below 0. M is twice N to the power 2/5. `None` with fewer than 20
    /// draws where both are defined, without variance, or when all scores are equal.
    ///
    /// Sources: Pearson (1905) for the ratio; Kelley (1935), doi 10.1073/pnas.21.9.554, for the correction; Plischke,
    /// Borgonovo and Smith (2013), doi 10.1016/j.ejor.2012.11.047, for indices from given draws.
    pub fn first_order(&self, draw_means: &[f64]) -> Option<f64> {
        let pairs = self.scores.iter().zip(&self.draws);
        let defined = pairs.filter_map(|(score, draw)| {
            draw_means.get(*draw).filter(|mean| !mean.is_nan()).map(|mean| (*score, *mean))
        });
        let (scores, results): (Vec<f64>, Vec<f64>) = defined.unzip();
        let count = results.len();
        if count < LEAST_DRAWS || scores[0] >= scores[count - 1] {
            return None;
        }
        explained(&results)
    }
}

/// What the order of these results explains of their variance.
fn explained(results: &[f64]) -> Option<f64> {
    let (_, total, count) = mean_and_squares(results.iter().copied());
    let (least, most) = results
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), mean| (mean.min(least), mean.max(most)));
    // Asked of the numbers themselves, for the squares of a constant may be those of rounding.
    if least >= most || !total.is_finite() || total <= 0.0 {
        return None;
    }
    let bins = bins(count);
    let within: f64 = (0..bins)
        .map(|bin| {
            #[expect(clippy::integer_division, reason = "bins end at whole draws")]
            let (from, to) = (bin * count / bins, (bin + 1) * count / bins);
            mean_and_squares(results[from..to].iter().copied()).1
        })
        .sum();
    let chance = (bins - 1) as f64 * within / (count - bins) as f64;
    Some(((total - within - chance) / total).clamp(0.0, 1.0))
}

/// The index of one score and one result: see [`Ranking::first_order`].
pub fn first_order(scores: &[f64], draw_means: &[f64]) -> Option<f64> {
    Ranking::of(scores).first_order(draw_means)
}

/// What a score that explains nothing comes to by chance at most: five standard deviations of its index. With M bins of N draws that is
/// `5 sqrt(2 (M - 1)) / N`, from the variance of a sum of M - 1 squares; of fifty scores one is above it once in thousands of runs.
pub fn by_chance(draws: usize) -> f64 {
    let free = bins(draws).saturating_sub(1) as f64;
    5.0 * (2.0 * free).sqrt() / draws.max(1) as f64
}

/// Twice the number of draws to the power 2/5: enough bins for a curved effect, enough draws in each for its mean.
fn bins(count: usize) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the power of a count is positive and smaller than that count"
    )]
    let bins = (2.0 * (count as f64).powf(0.4)).round() as usize;
    bins
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::distributions::normal_score;
    use crate::random::{BATCHES, Seed, stratified};

    fn scores(item: u64, draws: u32) -> Vec<f64> {
        (0..draws)
            .map(|draw| normal_score(stratified(Seed(3), item, draw % BATCHES, draw.div_euclid(BATCHES))))
            .collect()
    }

    /// A hundred scores of 500 draws that explain nothing; more than one above would be so less than once in a million seeds.
    #[test]
    fn what_explains_nothing_comes_to_no_more_than_chance_can() {
        let result = scores(1, 500);
        let found = (2..102).map(|item| first_order(&scores(item, 500), &result).unwrap());
        assert!(found.filter(|index| *index > by_chance(500)).count() <= 1);
        assert!(by_chance(200) < 0.15 && by_chance(5000) < 0.011);
    }

    /// A linear sum with weights 3, 2 and 1 has indices 9, 4 and 1 fourteenths. Their standard error with 5,000
    /// draws is about 0.012; 0.05 is exceeded by a correct program less than once in 10,000 seeds.
    #[test]
    fn a_linear_sum_has_the_indices_of_its_weights() {
        let (one, two, three) = (scores(1, 5000), scores(2, 5000), scores(3, 5000));
        let sum: Vec<f64> = (0..5000).map(|draw| 3.0 * one[draw] + 2.0 * two[draw] + three[draw]).collect();
        for (scores, index) in [(one, 9.0 / 14.0), (two, 4.0 / 14.0), (three, 1.0 / 14.0)] {
            let found = first_order(&scores, &sum).unwrap();
            assert!((found - index).abs() < 0.05, "index {found} instead of {index}");
        }
    }

    /// The square of a score is explained by it though uncorrelated with it; another score explains nothing.
    #[test]
    fn a_curved_effect_is_seen_and_an_unrelated_one_is_not() {
        let (one, other) = (scores(1, 5000), scores(9, 5000));
        let square: Vec<f64> = one.iter().map(|z| z * z).collect();
        assert!(first_order(&one, &square).unwrap() > 0.9);
        assert!(first_order(&other, &square).unwrap() < 0.02);
    }

    #[test]
    fn a_draw_without_a_result_is_left_out() {
        let (mut some, mut means) = (scores(1, 200), scores(2, 200));
        means[7] = f64::NAN;
        let with = Ranking::of(&some).first_order(&means);
        some.remove(7);
        means.remove(7);
        assert_eq!(with, first_order(&some, &means));
        assert!(with.is_some());
    }

    #[test]
    fn too_few_draws_no_variance_or_equal_scores_give_no_index() {
        let scores = scores(1, 100);
        assert_eq!(first_order(&scores[..19], &scores[..19]), None);
        assert_eq!(first_order(&scores, &[0.1; 100]), None);
        assert_eq!(first_order(&[1.0; 100], &scores), None);
        assert_eq!(first_order(&scores, &[f64::NAN; 100]), None);
        assert_eq!(first_order(&[], &[]), None);
    }
}
