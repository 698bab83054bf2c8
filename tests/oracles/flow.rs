//! Who comes, who waits and what becomes of them, in the long run.

use std::sync::atomic::AtomicBool;

use jiff::civil::{Date, date};
use jiff::{Span, Unit};
use sim::cohort::Person;
use sim::engine::{Metric, Outcomes, Seen, run, watch};
use sim::scenario::Experiment;

use crate::engine::{Stage, metric, plan};
use crate::given::{person, play};

const PERIODS: usize = 4;
const WEEKS_PER_YEAR: f64 = 365.2425 / 7.0;

fn outcomes(experiment: &Experiment, seed: u64, replications: usize) -> Outcomes {
    run(experiment, &plan(seed, replications), &|_| (), &AtomicBool::new(false))
        .expect("the run is not stopped")
}

/// Distance of a sample mean from its expectation, in standard errors of the sample.
fn z_of(sample: &[f64], expected: f64) -> f64 {
    let n = sample.len() as f64;
    let mean = sample.iter().sum::<f64>() / n;
    let variance = sample.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0);
    (mean - expected) / (variance / n).sqrt()
}

fn totals(outcomes: &Outcomes, of: Metric, slice: usize) -> Vec<f64> {
    outcomes.view(outcomes.column(0, 0, of, slice)).to_vec()
}

/// Every Monday from the first on or after `from` up to but not including `until`.
fn mondays(from: Date, until: Date) -> Vec<Date> {
    let mut day = from;
    let mut found = Vec::new();
    while day < until {
        if day.weekday() == jiff::civil::Weekday::Monday {
            found.push(day);
        }
        day = day.tomorrow().expect("the calendar goes on");
    }
    found
}

#[test]
fn with_hours_without_end_nobody_waits() {
    let experiment = Stage::new().set("providers.alfa.hours_per_week=10000").load();
    for number in 0..6 {
        let seen = watch(&experiment, &plan(3, 6), number, (0, 0), None);
        for week in &seen.weeks {
            assert_eq!((week.waiting, week.started), (0, week.referred), "week {}", week.week);
            let of_this_week = seen.persons.iter().filter(|person| person.week <= week.week).count();
            assert_eq!(week.started as usize, of_this_week, "all start in the week of referral");
        }
        for of in [Metric::WaitMeanWeeks, Metric::WaitP50Weeks, Metric::WaitP90Weeks, Metric::WeeksBoundShare]
        {
            assert!(metric(&experiment, &seen, of, PERIODS).abs() < 1e-12);
        }
        assert!((metric(&experiment, &seen, Metric::ShareWithinNorm, PERIODS) - 1.0).abs() < 1e-12);
    }
}

/// A season, a trend, overdispersion and half of the GPs unaware: the mean inflow of each year is the rate times season and
/// trend, summed over its Mondays; the shocks of the years have mean 1. Beside it as many come from unaware practices as from
/// aware ones, and go directly to specialised care.
///
/// 8 means of 400 replications, each within 4.5 standard errors (t with 399 degrees of freedom): a correct program fails in
/// less than one of 10,000 seeds.
#[test]
fn the_mean_inflow_is_the_rate_times_season_and_trend() {
    let season = [1.4, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 1.0, 1.2, 1.2, 1.2];
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let parts: Vec<String> =
        months.iter().zip(season).map(|(name, factor)| format!("{name} = {factor}")).collect();
    let experiment = Stage::new()
        .set(&format!("inflow.season={{ relative = {{ {} }} }}", parts.join(", ")))
        .set("inflow.growth_per_year=0.1")
        .set("inflow.year_to_year_cv=0.2")
        .set("inflow.measured_on=2023-01-01")
        .set("practices.aware_share=0.5")
        .load();
    let outcomes = outcomes(&experiment, 11, 400);
    let mean_season = season.iter().sum::<f64>() / 12.0;
    for (period, year) in (2024..2028).enumerate() {
        let mondays = mondays(date(year, 1, 1), date(year + 1, 1, 1));
        let expected: f64 = mondays
            .iter()
            .map(|monday| {
                let days =
                    date(2023, 1, 1).until((Unit::Day, *monday)).unwrap_or_else(|_| Span::new()).get_days();
                let month = usize::from(monday.month().unsigned_abs()) - 1;
                104.0 / WEEKS_PER_YEAR * 1.1_f64.powf(f64::from(days) / 365.2425) * season[month]
                    / mean_season
            })
            .sum();
        let referred = z_of(&totals(&outcomes, Metric::YouthsReferred, period), expected);
        let direct = z_of(&totals(&outcomes, Metric::SpecialistReferralsHuisarts, period), 0.25 * expected);
        assert!(
            referred.abs() < 4.5 && direct.abs() < 4.5,
            "{year}: {referred} and {direct} standard errors"
        );
    }
}

/// Without effects of waiting, match and cap the outcomes of those who closed are a multinomial sample of the shares. The bound
/// is the 0.9999 quantile of chi-square with 3 degrees of freedom.
#[test]
fn closures_fall_over_the_outcomes_as_the_shares_say() {
    let experiment = Stage::new().set("providers.alfa.hours_per_week=10000").load();
    let outcomes = outcomes(&experiment, 12, 60);
    let kinds = [
        (Metric::YouthsClosedPositive, 0.6),
        (Metric::YouthsEscalated, 0.3),
        (Metric::YouthsDroppedOut, 0.05),
        (Metric::YouthsOutcomeUnknown, 0.05),
    ];
    let counts = kinds.map(|(of, _)| totals(&outcomes, of, PERIODS).iter().sum::<f64>());
    let all: f64 = counts.iter().sum();
    assert!(all > 20_000.0);
    let chi_square: f64 = counts
        .iter()
        .zip(kinds)
        .map(|(count, (_, share))| (count - all * share).powi(2) / (all * share))
        .sum();
    assert!(chi_square < 21.11, "chi-square {chi_square} of {counts:?}");
}

/// 1 + a beta-binomial number of 15 trials has mean 6.3 and variance 15 p (1 - p) (1 + 14 d), p = 5.3 / 15. One mean within
/// 4.5 standard errors fails once in 100,000 seeds.
///
/// Under a cap of 10, everybody weekly and hours without end, the conversations held are exactly those that fall within the horizon.
#[test]
fn conversations_are_as_many_as_needed_and_no_more_than_the_cap() {
    let experiment = Stage::new()
        .set("providers.alfa.hours_per_week=10000")
        .set("conversations.mean=6.3")
        .set("conversations.dispersion=0.15")
        .set("conversations.most_needed=16")
        .load();
    let (mut needed, mut persons) = (0.0, 0.0);
    for number in 0..20 {
        let seen = watch(&experiment, &plan(13, 20), number, (0, 0), None);
        let weeks = seen.weeks.len();
        let within = |person: &Person| (weeks - person.week).min(usize::from(person.conversations.min(10)));
        let expected: usize = seen.persons.iter().map(within).sum();
        let held: u32 = seen.weeks.iter().map(|week| week.held).sum();
        assert_eq!(held as usize, expected);
        let counted = metric(&experiment, &seen, Metric::Conversations, PERIODS);
        assert!((counted - f64::from(held)).abs() < 1e-9);
        needed += seen.persons.iter().map(|person| f64::from(person.conversations)).sum::<f64>();
        persons += seen.persons.len() as f64;
    }
    let p = 5.3 / 15.0;
    let error = (15.0 * p * (1.0 - p) * (1.0 + 14.0 * 0.15) / persons).sqrt();
    assert!(((needed / persons - 6.3) / error).abs() < 4.5, "mean {}", needed / persons);
}

#[test]
fn the_evaluations_method_is_closures_times_the_average_cost() {
    let experiment = Stage::new().load();
    for number in 0..4 {
        let seen = watch(&experiment, &plan(14, 4), number, (0, 0), None);
        for slice in 0..=PERIODS {
            let of = |of| metric(&experiment, &seen, of, slice);
            let avoided = of(Metric::AvoidedCostEvaluation);
            assert!((avoided - 8000.0 * of(Metric::YouthsClosedPositive)).abs() < 1e-6);
            assert!((of(Metric::NetSavingEvaluation) - (avoided - of(Metric::PojCost))).abs() < 1e-6);
        }
    }
}

/// Whoever waits at the end of a week has waited a week more. So the numbers waiting, summed over the weeks, are the waits of
/// those who started plus what those who still wait have waited so far: the last to come, for first come is first served.
fn assert_little(experiment: &Experiment, seen: &Seen) {
    let last = seen.weeks.last().expect("there are weeks");
    let in_queue: usize = seen.weeks.iter().map(|week| week.waiting).sum();
    let started = f64::from(last.started);
    let waited = metric(experiment, seen, Metric::WaitMeanWeeks, PERIODS) * started;
    let still: usize =
        seen.persons.iter().rev().take(last.waiting).map(|person| seen.weeks.len() - person.week).sum();
    assert!((waited + still as f64 - in_queue as f64).abs() < 1e-6, "{waited} + {still} against {in_queue}");
}

/// Little's law by accounting: mean queue x weeks = sum of waits, with no error at all.
#[test]
fn the_mean_queue_times_the_weeks_is_the_sum_of_the_waits() {
    let short =
        Stage::new().set("providers.alfa.hours_per_week=11.5").set("conversations.weekly_share=0.5").load();
    for number in 0..6 {
        let seen = watch(&short, &plan(15, 6), number, (0, 0), None);
        assert!(seen.weeks.iter().any(|week| week.waiting > 3), "there is a queue");
        assert_little(&short, &seen);
    }
    // A closed case: forty come in the first week, and all are served before the end.
    let closed = Stage::new().set("providers.alfa.hours_per_week=6").load();
    let persons: Vec<Person> = (0..40).map(|_| person(0)).collect();
    let seen = play(&closed, &persons);
    assert_eq!(seen.weeks.last().map(|week| week.waiting), Some(0));
    // 3 a week: 37 wait after the first week, then 34, ..., 1.
    let waiting: Vec<usize> = seen.weeks.iter().take(14).map(|week| week.waiting).collect();
    assert_eq!(waiting, [37, 34, 31, 28, 25, 22, 19, 16, 13, 10, 7, 4, 1, 0]);
    assert_little(&closed, &seen);
}

/// Nobody has hours, so whoever comes waits until leaving: T weeks after the end of the week of referral, T exponential with the sum
/// of both hazards. Of those referred in week a the share e^(-0.3 (w - a)) still waits at the end of week w, and a third of those
/// who leave has recovered.
///
/// Three means of 200 replications within 5 standard errors (t with 199 degrees of freedom): a correct program fails once in
/// 200,000 seeds.
#[test]
fn those_who_wait_leave_and_recover_at_their_hazards() {
    let experiment = Stage::new()
        .patch("years = 4", "years = 1")
        .set("providers.alfa.hours_per_week=0")
        .set("queue.leave_per_week=0.2")
        .set("queue.recover_per_week=0.1")
        .load();
    let outcomes = outcomes(&experiment, 16, 200);
    let rate = 104.0 / WEEKS_PER_YEAR;
    let waiting: f64 = (0..53).map(|age| rate * (-0.3 * f64::from(age)).exp()).sum();
    let left = 53.0 * rate - waiting;
    for (of, expected) in [
        (Metric::YouthsWaitingYearEnd, waiting),
        (Metric::YouthsRecoveredWaiting, left / 3.0),
        (Metric::SpecialistReferralsQueue, left * 2.0 / 3.0),
    ] {
        let found = outcomes.view(outcomes.column(0, 0, of, 1)).to_vec();
        assert!(z_of(&found, expected).abs() < 5.0, "{}: {}", of.name(), z_of(&found, expected));
    }
}
