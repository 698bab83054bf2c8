//! What it is worth to know more before choosing: the expected gain of a choice that follows what was learnt.

use super::batches::COUNT;
use super::estimate::Estimate;
use super::sobol::jackknife;

/// The index of the largest number; of equal ones the first.
pub fn best(values: impl IntoIterator<Item = f64>) -> usize {
    let mut best = (0, f64::NEG_INFINITY);
    for (index, value) in values.into_iter().enumerate() {
        if value > best.1 {
            best = (index, value);
        }
    }
    best.0
}

/// What an option is worth in each draw, per option; draw `d` belongs to batch `d % 20`. A payoff may hold luck: it only
/// has to be right on average given the draw.
#[derive(Clone, Copy, Debug)]
pub struct Payoffs<'a> {
    /// One column of draws per option.
    pub options: &'a [Vec<f64>],
}

impl Payoffs<'_> {
    fn draws(&self) -> usize {
        self.options.first().map_or(0, Vec::len)
    }

    /// The option that is best when nothing more is learnt.
    pub fn best(&self) -> usize {
        best(self.options.iter().map(|option| option.iter().sum::<f64>()))
    }

    /// What an option is worth over all draws.
    pub fn expected(&self, option: usize) -> Estimate {
        let (sums, counts) = self.by_batch(|draw| self.options[option][draw]);
        mean_of(&sums, &counts)
    }

    fn by_batch(&self, worth: impl Fn(usize) -> f64) -> ([f64; COUNT], [f64; COUNT]) {
        let (mut sums, mut counts) = ([0.0; COUNT], [0.0; COUNT]);
        for draw in 0..self.draws() {
            sums[draw % COUNT] += worth(draw);
            counts[draw % COUNT] += 1.0;
        }
        (sums, counts)
    }

    /// The expected gain of choosing in each draw what `expected` (per option, by draw) says, over always choosing the best.
    ///
    /// When `expected` was learnt from other draws, choice and payoff share no luck: the gain is that of a rule which can be
    /// followed, so it is on average never more than the value of the information, and short of it by what the rule
    /// misses. A sum below nought is chance, or a rule too poor to use; nobody has to use it, so the value is then nought.
    pub fn gain(&self, expected: &[Vec<f64>]) -> Estimate {
        let stay = self.best();
        let (sums, counts) = self.by_batch(|draw| {
            let choice = best(expected.iter().map(|option| option[draw]));
            self.options[choice][draw] - self.options[stay][draw]
        });
        let gain = mean_of(&sums, &counts);
        Estimate { value: gain.value.max(0.0), ..gain }
    }

    /// The expected gain of seeing one of `outcomes` results of a sample before choosing, with `chance(result, draw)` how
    /// likely a result is in a draw.
    ///
    /// Per result the posterior mean of each option is the mean of its payoffs weighted by the chance, so that no sample is
    /// drawn and luck averages out within a result. The error is the jackknife over batches; leaving out a batch also
    /// tells by how much luck lifts the largest of the means, and that much is taken off.
    pub fn gain_of_sample(&self, outcomes: usize, chance: impl Fn(usize, usize) -> f64) -> Estimate {
        let options = self.options.len();
        // Per result and batch: the weighted payoffs of each option.
        let mut sums = vec![vec![[0.0; COUNT]; options]; outcomes];
        let mut counts = [0.0; COUNT];
        for draw in 0..self.draws() {
            counts[draw % COUNT] += 1.0;
            for (outcome, sums) in sums.iter_mut().enumerate() {
                let weight = chance(outcome, draw);
                for (option, sum) in self.options.iter().zip(sums) {
                    sum[draw % COUNT] += weight * option[draw];
                }
            }
        }
        let without = |left_out: Option<usize>| {
            let kept = |sums: &[f64; COUNT]| -> f64 {
                sums.iter().sum::<f64>() - left_out.map_or(0.0, |batch| sums[batch])
            };
            let mut means = vec![0.0; options];
            let mut informed = 0.0;
            for outcome in &sums {
                let kept: Vec<f64> = outcome.iter().map(kept).collect();
                informed += kept[best(kept.iter().copied())];
                for (mean, kept) in means.iter_mut().zip(kept) {
                    *mean += kept;
                }
            }
            (informed - means[best(means.iter().copied())]) / kept(&counts)
        };
        let (whole, parts) = (without(None), (0..COUNT).map(|batch| without(Some(batch))));
        let parts: Vec<f64> = parts.collect();
        let batches = COUNT as f64;
        let lift = (batches - 1.0) * (parts.iter().sum::<f64>() / batches - whole);
        Estimate { value: (whole - lift).max(0.0), mc_se: Some(jackknife(&parts)) }
    }
}

/// A mean over batches with its error by the jackknife.
fn mean_of(sums: &[f64; COUNT], counts: &[f64; COUNT]) -> Estimate {
    let (sum, count): (f64, f64) = (sums.iter().sum(), counts.iter().sum());
    let without: Vec<f64> =
        sums.iter().zip(counts).map(|(less, fewer)| (sum - less) / (count - fewer).max(1.0)).collect();
    let enough = counts.iter().all(|count| *count > 0.0);
    Estimate { value: sum / count.max(1.0), mc_se: enough.then(|| jackknife(&without)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_equal_options_the_first_is_best() {
        assert_eq!(best([1.0, 2.0, 2.0]), 1);
        assert_eq!(best([f64::NAN, -1.0]), 1);
    }

    /// Two options, one certain and one of +10 or -10: knowing which is worth half of 10.
    #[test]
    fn a_coin_that_can_be_seen_is_worth_half_its_stake() {
        let flip: Vec<f64> = (0..400).map(|draw| if draw % 40 < 20 { 10.0 } else { -10.0 }).collect();
        let options = [vec![0.0; 400], flip.clone()];
        let payoffs = Payoffs { options: &options };
        let known = payoffs.gain(&options);
        assert_eq!((known.value, known.mc_se), (5.0, Some(0.0)));
        let sample =
            payoffs.gain_of_sample(2, |heads, draw| f64::from(u8::from((heads == 1) == (flip[draw] > 0.0))));
        assert!((sample.value - 5.0).abs() < 1e-9, "{sample:?}");
        let nothing = payoffs.gain_of_sample(2, |_, _| 0.5);
        assert!(nothing.value.abs() < 1e-9, "{nothing:?}");
    }
}
