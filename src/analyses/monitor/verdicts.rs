//! What the registration concludes, quarter by quarter, over all truths that took their turn.

use crate::statistics::{Estimate, ratio};

/// What is registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// The five items: inflow by referrer, conversations, need, help, closures and referrals.
    Five,
    /// These and who comes back within a year.
    AndRelapse,
    /// These and, of every positive closure, whether maatwerk was really avoided.
    AndAvoided,
}

impl Register {
    /// All of them, each with more than the one before.
    pub const ALL: [Self; 3] = [Self::Five, Self::AndRelapse, Self::AndAvoided];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Five => "five_items",
            Self::AndRelapse => "and_relapse",
            Self::AndAvoided => "and_avoided",
        }
    }
}

/// What one truth leads to: the quarter after which the bound is passed (0 before anything is registered), and whether the
/// conclusion is right; nothing when it is not passed within the forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) passed: Option<(usize, bool)>,
    pub(super) pays: bool,
}

/// What a way of registering leads to over all truths.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdicts {
    /// What is registered.
    pub register: Register,
    /// Months until the bound is passed, those that never pass it counted with the whole forecast: at least so many.
    pub months: Estimate,
    /// Share that has passed the bound before anything is registered and after each quarter.
    pub passed: Vec<Estimate>,
    /// Of those that pass it, the share with the wrong conclusion.
    pub wrong: Option<Estimate>,
    /// Share of the truths that pay back for which this is concluded within the forecast.
    pub found_when_it_pays: Option<Estimate>,
    /// Share of the truths that do not pay back for which this is concluded within the forecast.
    pub found_when_not: Option<Estimate>,
}

/// Months of a quarter.
const MONTHS: f64 = 3.0;

impl Verdicts {
    /// Over the verdicts, which stand in the order of their draws.
    pub(super) fn new(register: Register, verdicts: &[Verdict], quarters: usize) -> Self {
        let share = |of: &dyn Fn(&Verdict) -> bool, among: &dyn Fn(&Verdict) -> bool| {
            let hit = |so: bool| f64::from(u8::from(so));
            let column = |so: &dyn Fn(&Verdict) -> bool| -> Vec<f64> {
                verdicts.iter().flat_map(|verdict| [hit(so(verdict)); 2]).collect()
            };
            ratio(&column(&|verdict| of(verdict) && among(verdict)), &column(among))
        };
        let all = |_: &Verdict| true;
        let by =
            |quarter: usize| move |verdict: &Verdict| verdict.passed.is_some_and(|(when, _)| when <= quarter);
        let right = |verdict: &Verdict| verdict.passed.is_some_and(|(_, right)| right);
        let none = Estimate { value: 0.0, mc_se: None };
        let months: Vec<f64> = verdicts
            .iter()
            .flat_map(|verdict| [MONTHS * verdict.passed.map_or(quarters, |(when, _)| when) as f64; 2])
            .collect();
        Self {
            register,
            months: ratio(&months, &vec![1.0; months.len()]).unwrap_or(none),
            passed: (0..=quarters).map(|quarter| share(&by(quarter), &all).unwrap_or(none)).collect(),
            wrong: share(&|verdict| !right(verdict), &|verdict| verdict.passed.is_some()),
            found_when_it_pays: share(&right, &|verdict| verdict.pays),
            found_when_not: share(&right, &|verdict| !verdict.pays),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_never_passes_the_bound_waits_the_whole_forecast() {
        let verdict = |passed, pays| Verdict { passed, pays };
        let all = [
            verdict(Some((0, true)), false),
            verdict(Some((2, false)), true),
            verdict(None, true),
            verdict(Some((2, true)), true),
        ];
        let told = Verdicts::new(Register::Five, &all, 4);
        assert!((told.months.value - 6.0).abs() < 1e-12, "{:?}", told.months);
        let passed: Vec<f64> = told.passed.iter().map(|share| share.value).collect();
        assert_eq!(passed, [0.25, 0.25, 0.75, 0.75, 0.75]);
        let close = |share: Option<Estimate>, value: f64| {
            (share.map_or(f64::NAN, |share| share.value) - value).abs() < 1e-12
        };
        assert!(
            close(told.wrong, 1.0 / 3.0)
                && close(told.found_when_it_pays, 1.0 / 3.0)
                && close(told.found_when_not, 1.0)
        );
    }
}
