//! An archived scenario played once more, by quarter, with everything that is registered.

use std::sync::atomic::{AtomicBool, Ordering};

use jiff::ToSpan;
use rayon::prelude::*;

use super::counted::Counted;
use crate::analyses::monitor::by_quarter;
use crate::analyses::{RunInfo, Runs};
use crate::engine::{Metric, RunError, RunPlan, Seen, run, watch_each};
use crate::scenario::{Arm, Calendar, Experiment, Quarter, REFERRERS, World};

/// Replications that are watched one after the other: enough to be worth making ready for.
const BATCH: usize = 50;

/// What the replications of a forecast would have registered.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulated {
    /// The name of the archived run.
    pub name: String,
    /// The policy.
    pub arm: Arm,
    /// The assumptions: those of the leading world.
    pub world: World,
    /// How the archived run was made.
    pub run: RunInfo,
    /// Replications of it in which the parts of the inflow are told apart.
    pub sampled: usize,
    /// The quarters that lie wholly in the forecast.
    pub quarters: Vec<Quarter>,
    /// What is counted.
    pub counted: Vec<Counted>,
    /// Per count and quarter a number per sampled replication.
    pub columns: Vec<Vec<Vec<f64>>>,
    /// The mean of every count over all replications and the whole forecast, by which an archive is recognised.
    pub totals: Vec<(Metric, f64)>,
}

/// Plays the first arm in the leading world as it was played for the archive, and sees who comes in `sampled` of its
/// replications.
///
/// # Errors
/// Those of a run.
pub fn simulate(
    experiment: &Experiment,
    plan: &RunPlan,
    sampled: usize,
    (progress, stop): (&(dyn Fn(usize) + Sync), &AtomicBool),
) -> Result<Simulated, RunError> {
    let experiment = by_quarter(experiment);
    let scenario = &experiment.scenarios[0][0];
    let outcomes = run(&experiment, plan, progress, stop)?;
    let sampled = sampled.min(plan.replications);
    let counted = Counted::all(&scenario.needs.parts);
    let periods = scenario.calendar.periods().len();
    let slices: Vec<usize> = (0..=periods).collect();
    let (first, quarters) = whole_quarters(&scenario.calendar);
    let parts = parts(&experiment, plan, sampled, (progress, stop))?;
    let mut totals = Vec::new();
    let mut parts = parts.into_iter();
    let columns = counted.iter().map(|count| {
        let mut columns = match count.metric() {
            Some(metric) => {
                let mut columns = Runs::metric(&outcomes, (0, 0), metric, &slices);
                let total = columns.pop().unwrap_or_default();
                totals.push((metric, total.iter().sum::<f64>() / total.len().max(1) as f64));
                columns
            }
            None => parts.next().unwrap_or_default(),
        };
        for column in &mut columns {
            column.truncate(sampled);
        }
        columns.into_iter().skip(first).take(quarters.len()).collect()
    });
    Ok(Simulated {
        columns: columns.collect(),
        name: experiment.name.clone(),
        arm: experiment.arms[0].clone(),
        world: experiment.worlds[0].clone(),
        run: RunInfo { seed: plan.seed.0, replications: plan.replications },
        sampled,
        quarters,
        counted,
        totals,
    })
}

/// The place of the first reporting period that is a whole quarter, and the quarters from there on.
fn whole_quarters(calendar: &Calendar) -> (usize, Vec<Quarter>) {
    let start = calendar.monday(calendar.forecast_from());
    let end = calendar.monday(calendar.weeks() - 1).saturating_add(7.days());
    let all = calendar.periods().iter().map(|period| {
        let number = (period.from.month().unsigned_abs() + 2).div_euclid(3);
        Quarter { year: period.from.year(), number }
    });
    // Weeks belong to the quarter of their Monday: one that begins within a week of a quarter's first day has all of it.
    let whole = |quarter: &Quarter| {
        quarter.first_day().saturating_add(7.days()) > start && end.saturating_add(1.day()) > quarter.end()
    };
    let first = all.clone().position(|quarter| whole(&quarter)).unwrap_or(0);
    (first, all.skip(first).take_while(whole).collect())
}

/// Per part of the inflow and quarter, referrers before needs, a number per sampled replication.
fn parts(
    experiment: &Experiment,
    plan: &RunPlan,
    sampled: usize,
    (progress, stop): (&(dyn Fn(usize) + Sync), &AtomicBool),
) -> Result<Vec<Vec<Vec<f64>>>, RunError> {
    let scenario = &experiment.scenarios[0][0];
    let (periods, kinds) = (scenario.calendar.periods().len(), REFERRERS.len() + scenario.needs.parts.len());
    let pool = rayon::ThreadPoolBuilder::new().num_threads(plan.threads).build()?;
    let batches = sampled.div_ceil(BATCH);
    let watched: Vec<Vec<Vec<f64>>> = pool.install(|| {
        (0..batches)
            .into_par_iter()
            .map(|batch| {
                if stop.load(Ordering::Relaxed) {
                    return Vec::new();
                }
                let numbers = batch * BATCH..sampled.min((batch + 1) * BATCH);
                let tell = |seen: Seen| told_apart(&seen, &scenario.calendar, kinds);
                progress(numbers.len());
                watch_each(experiment, plan, numbers, (0, 0), tell)
            })
            .collect()
    });
    if stop.load(Ordering::Relaxed) {
        return Err(RunError::Stopped);
    }
    let seen: Vec<Vec<f64>> = watched.into_iter().flatten().collect();
    let column =
        |kind: usize, period: usize| seen.iter().map(|counts| counts[kind * periods + period]).collect();
    Ok((0..kinds).map(|kind| (0..periods).map(|period| column(kind, period)).collect()).collect())
}

/// Who was referred in one replication: `[kind * periods + period]`.
///
/// Demand that an expertise attracts stands among the people of every week, and is referred only in weeks in which the
/// expertise is there; the number referred tells which.
fn told_apart(seen: &Seen, calendar: &Calendar, kinds: usize) -> Vec<f64> {
    let periods = calendar.periods().len();
    let mut counts = vec![0.0; kinds * periods];
    let mut persons = seen.persons.as_slice();
    let mut before = 0;
    for week in &seen.weeks {
        let there = persons.partition_point(|person| person.week <= week.week);
        let (now, later) = persons.split_at(there);
        persons = later;
        let referred = usize::try_from(week.referred - before).unwrap_or(0);
        before = week.referred;
        let Some(period) = calendar.period(week.week) else { continue };
        for person in now.iter().filter(|person| now.len() == referred || !person.attracted) {
            counts[usize::from(person.referrer) * periods + period] += 1.0;
            counts[(REFERRERS.len() + usize::from(person.need)) * periods + period] += 1.0;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;

    #[test]
    fn only_quarters_that_lie_wholly_in_the_forecast_are_held_against_anything() {
        let calendar = |start, end| Calendar::new(start, end, 10, Vec::new()).by_quarter();
        let of = |start, end| {
            let (first, quarters) = whole_quarters(&calendar(start, end));
            (first, quarters.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        let date = Date::constant;
        assert_eq!(
            of(date(2024, 1, 1), date(2025, 1, 1)),
            (0, ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"].map(String::from).to_vec())
        );
        assert_eq!(of(date(2024, 2, 1), date(2024, 9, 1)), (1, vec!["2024-Q2".to_owned()]));
        assert_eq!(
            of(date(2025, 1, 1), date(2025, 7, 1)).1,
            ["2025-Q1", "2025-Q2"],
            "1 January is a Wednesday"
        );
    }
}
