//! When each GP practice comes to know the POJ.

use super::plan::Plan;
use crate::cohort::{Cohort, Outlook};

/// The week from which each practice refers to the POJ, written over `aware_from`; the number of weeks: never.
///
/// Those with the lowest ranks know it from the start. From the first week of the forecast the others learn with a
/// hazard of their own, through those who know, and through a campaign (Bass 1969); a practice becomes aware in the
/// week in which the cumulated hazard reaches its threshold.
pub(super) fn spread(
    plan: &Plan,
    cohort: &Cohort,
    outlook: &Outlook,
    from: usize,
    aware_from: &mut Vec<usize>,
) {
    let weeks = plan.push.len();
    let practices = outlook.practices();
    let ranks = &cohort.practice_ranks[..practices];
    aware_from.clear();
    aware_from.extend(ranks.iter().map(|rank| {
        let before = ranks.iter().filter(|other| *other < rank).count();
        if before < outlook.practices_aware() { 0 } else { weeks }
    }));
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
