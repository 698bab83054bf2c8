//! A rule that can be said in words: of so many followed closures, how many must really have avoided maatwerk.

use statrs::function::beta::beta_reg;

/// When to stop, from followed closures alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StopRule {
    /// How many closures are followed for a year.
    pub followed: usize,
    /// With at least so many of them really avoided, the chance that it pays back is at least the bound; `None` when no
    /// number is enough.
    pub pays_from: Option<usize>,
    /// With at most so many, the chance that it does not is at least the bound; `None` when no number is few enough.
    pub not_up_to: Option<usize>,
}

/// Classes in which break-even shares are counted.
const CLASSES: u32 = 500;

/// The break-even shares of all hypotheses, counted in classes from nought to one.
#[derive(Clone, Debug)]
pub(super) struct BreakEvens {
    /// Upper edge and share of the hypotheses, in rising order; those above one are left out, for they never pay back.
    classes: Vec<(f64, f64)>,
}

impl BreakEvens {
    /// Of shares, of which one that is not a number stands for one that is never reached.
    pub(super) fn new(shares: impl Iterator<Item = f64>) -> Self {
        let mut all: Vec<f64> =
            shares.map(|share| if share.is_nan() { f64::INFINITY } else { share }).collect();
        all.sort_by(f64::total_cmp);
        let count = all.len().max(1) as f64;
        let mut below = 0;
        let classes = (0..=CLASSES).map(|class| {
            let edge = f64::from(class) / f64::from(CLASSES);
            let until = all.partition_point(|share| *share <= edge);
            let here = until - below;
            below = until;
            (edge, here as f64 / count)
        });
        Self { classes: classes.filter(|(_, share)| *share > 0.0).collect() }
    }

    /// The chance that it pays back when so many of the followed closures really avoided maatwerk, and any share was as
    /// likely as any other before: the posterior of the share is a Beta distribution.
    fn pays(&self, followed: usize, avoided: usize) -> f64 {
        let (a, b) = (avoided as f64 + 1.0, (followed - avoided) as f64 + 1.0);
        self.classes.iter().map(|(edge, share)| share * (1.0 - beta_reg(a, b, *edge))).sum()
    }

    /// The rule for a number of closures.
    pub(super) fn rule(&self, followed: usize, bound: f64) -> StopRule {
        // More that are avoided can only raise the chance.
        let pays_from = (0..=followed).rev().take_while(|seen| self.pays(followed, *seen) >= bound).last();
        let not_up_to = (0..=followed).take_while(|seen| self.pays(followed, *seen) <= 1.0 - bound).last();
        StopRule { followed, pays_from, not_up_to }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With a break-even share of a half the chance is that of a Beta distribution above a half; with 100 closures that is nine
    /// tenths from 57 on (normal approximation: 50.5 + 1.28 x 5.05 = 57).
    #[test]
    fn with_a_known_break_even_share_the_rule_is_that_of_the_beta_distribution() {
        let rule = BreakEvens::new([0.5; 40].into_iter()).rule(100, 0.9);
        assert_eq!((rule.pays_from, rule.not_up_to), (Some(57), Some(43)));
    }

    #[test]
    fn what_never_pays_back_stops_at_any_number_and_never_goes_on() {
        for never in [1.2, f64::INFINITY, f64::NAN] {
            let rule = BreakEvens::new([never; 40].into_iter()).rule(50, 0.9);
            assert_eq!((rule.pays_from, rule.not_up_to), (None, Some(50)));
        }
        let rule = BreakEvens::new([-0.1; 40].into_iter()).rule(50, 0.9);
        assert_eq!((rule.pays_from, rule.not_up_to), (Some(0), None));
    }

    #[test]
    fn when_it_hangs_on_something_else_there_is_no_rule() {
        let half = [-0.1, 1.2].into_iter().cycle().take(40);
        let rule = BreakEvens::new(half).rule(50, 0.9);
        assert_eq!((rule.pays_from, rule.not_up_to), (None, None));
    }
}
