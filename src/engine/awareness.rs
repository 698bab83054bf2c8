//! When each GP practice comes to know the POJ.

use super::plan::Plan;
use crate::cohort::{Cohort, Outlook, Youth};

/// The week from which each practice refers to the POJ; the number of weeks: never. Behind the last that there can be stands
/// week 0, for young people who come by way of none.
pub(super) type AwareFrom = [usize; Youth::PRACTICES + 1];

/// Writes over `aware_from` when each practice comes to know the POJ.
///
/// Those with the lowest ranks know it from the start. From the first week of the forecast the others learn with a
/// hazard of their own, through those who know, and through a campaign (Bass 1969); a practice becomes aware in the
/// week in which the cumulated hazard reaches its threshold.
pub(super) fn spread(
    plan: &Plan,
    cohort: &Cohort,
    outlook: &Outlook,
    from: usize,
    aware_from: &mut AwareFrom,
) {
    let weeks = plan.push.len();
    let practices = outlook.practices();
    let ranks = &cohort.practice_ranks[..practices];
    aware_from[Youth::PRACTICES] = 0;
    let aware_from = &mut aware_from[..practices];
    for (from, rank) in aware_from.iter_mut().zip(ranks) {
        let before: usize = ranks.iter().map(|other| usize::from(other < rank)).sum();
        *from = if before < outlook.practices_aware() { 0 } else { weeks };
    }
    let (learn, imitate) = plan.terms.awareness;
    let mut aware = outlook.practices_aware();
    let mut hazard = 0.0;
    let mut next = next_threshold(cohort, aware_from, weeks);
    for week in from..weeks {
        let Some((mut practice, mut threshold)) = next else { return };
        hazard += learn + imitate * aware as f64 / practices as f64 + plan.push[week];
        while threshold <= hazard {
            aware_from[practice] = week;
            aware += 1;
            next = next_threshold(cohort, aware_from, weeks);
            match next {
                Some(later) => (practice, threshold) = later,
                None => return,
            }
        }
    }
}

/// The practice that becomes aware next, and the hazard at which it does.
fn next_threshold(cohort: &Cohort, aware_from: &[usize], never: usize) -> Option<(usize, f64)> {
    let unaware = cohort.practice_thresholds.iter().copied().enumerate().zip(aware_from);
    let unaware = unaware.filter(|(_, known)| **known == never).map(|(practice, _)| practice);
    unaware.min_by(|a, b| a.1.total_cmp(&b.1))
}
