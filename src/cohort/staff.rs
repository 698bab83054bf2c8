//! Which weeks a worker is ill, and when a provider stops.

use super::candidates::Spot;
use crate::random::Purpose;
use crate::units::{WEEKS_PER_YEAR, whole_part};

/// How often and how long staff are absent, in one draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AbsenceRates {
    /// Share of the person-weeks lost to short sick leave.
    pub short_share: f64,
    /// Long sick leaves per year at work.
    pub long_per_year: f64,
    /// Mean weeks of a long sick leave.
    pub long_weeks: f64,
}

/// The share of a provider's persons at work in each week, written over `present`.
///
/// `items` names one stream per person. Weeks at work between two weeks of short sick leave are geometric; long sick
/// leaves start with a constant hazard while at work and last an exponential time, rounded up to whole weeks. Both
/// are had from unit exponentials, so that worlds with other rates share the luck.
pub fn attendance(spot: &Spot, items: &[u64], rates: &AbsenceRates, present: &mut [f64]) {
    let persons = items.len() as f64;
    present.fill(persons);
    for item in items {
        let mut stream = spot.stream(Purpose::Staff, *item);
        let long_rate = rates.long_per_year / WEEKS_PER_YEAR;
        let mut next_long = stream.exponential() / long_rate;
        let mut long_length = stream.exponential() * rates.long_weeks;
        // The short leaves have a stream of their own: the number of long leaves must not move them.
        let mut short = spot.stream(Purpose::Staff, !*item);
        let short_rate = -(-rates.short_share).ln_1p();
        let mut next_short = short.exponential() / short_rate;
        let mut week = 0;
        while week < present.len() {
            if (week as f64) + 1.0 > next_long {
                let back = week + whole_part(long_length.ceil()).max(1);
                for share in present.iter_mut().take(back).skip(week) {
                    *share -= 1.0;
                }
                next_long = back as f64 + stream.exponential() / long_rate;
                long_length = stream.exponential() * rates.long_weeks;
                while next_short < back as f64 {
                    next_short = next_short.floor() + 1.0 + short.exponential() / short_rate;
                }
                week = back;
            } else if (week as f64) + 1.0 > next_short {
                present[week] -= 1.0;
                next_short = (week + 1) as f64 + short.exponential() / short_rate;
                week += 1;
            } else {
                week = whole_part(next_long.min(next_short)).clamp(week + 1, present.len());
            }
        }
    }
    if items.len() > 1 {
        for share in present {
            *share /= persons;
        }
    }
}

/// The weeks in which a provider stops and those in which its replacement begins, in order of time.
///
/// The hazard `per_year` runs from week `from`, and again from each replacement. A stop that is certain comes in week
/// `certain`.
pub fn exit_weeks(
    spot: &Spot,
    item: u64,
    (from, until, certain): (usize, usize, Option<usize>),
    (per_year, gap): (f64, usize),
    mut stop: impl FnMut(usize, usize),
) {
    let mut stream = spot.stream(Purpose::Staff, item);
    let mut at_work = from;
    let mut certain = certain;
    while at_work < until {
        let drawn = at_work
            .saturating_add(whole_part(stream.exponential() * WEEKS_PER_YEAR / per_year))
            .saturating_add(1);
        let week = certain.filter(|week| *week >= at_work).map_or(drawn, |week| week.min(drawn));
        if certain.is_some_and(|certain| week >= certain) {
            certain = None;
        }
        if week >= until {
            return;
        }
        at_work = week.saturating_add(gap);
        stop(week, at_work);
    }
}
