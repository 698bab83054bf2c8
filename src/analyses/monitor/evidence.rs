//! What every hypothesis would show by the end of each quarter: counts, marks of young people, and what follow-up finds.

use crate::analyses::Runs;
use crate::analyses::value::Followed;
use crate::engine::{Metric, ProviderStat};
use crate::parameters::{Draw, ParameterSpace};
use crate::random::{Address, Purpose, REPLICATIONS_PER_DRAW, Seed, Stream, hash};
use crate::scenario::Experiment;
use crate::units::nearest_whole;

/// What is counted: inflow, conversations, closures and referrals.
const COUNTED: [Metric; 8] = [
    Metric::YouthsReferred,
    Metric::YouthsStarted,
    Metric::Conversations,
    Metric::YouthsClosedPositive,
    Metric::YouthsEscalated,
    Metric::YouthsDroppedOut,
    Metric::YouthsOutcomeUnknown,
    Metric::SpecialistReferrals,
];
/// Quarters that a closure is followed before anything can be said of it.
const FOLLOWED: usize = 4;

/// What follow-up has found by the end of a quarter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Found {
    /// Closures that were followed for a year.
    pub(super) followed: f64,
    /// Of whom so many came back.
    pub(super) relapsed: f64,
    /// Of whom so many really avoided maatwerk.
    pub(super) avoided: f64,
}

/// What one world's hypotheses show, by quarter and draw.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    /// Per quarter the columns of the five items, a number per draw.
    pub(super) items: Vec<Vec<Vec<f64>>>,
    /// Per quarter what follow-up has found in each draw.
    pub(super) found: Vec<Vec<Found>>,
}

impl Evidence {
    /// Of one arm in one world, from the first replication of every draw.
    pub(super) fn new(
        experiment: &Experiment,
        runs: &dyn Runs,
        at: (usize, usize),
        (seed, draws): (Seed, usize),
    ) -> Self {
        let scenario = &experiment.scenarios[at.0][at.1];
        let quarters = scenario.calendar.periods().len();
        let counted = counted(runs, at, (quarters, draws), scenario.providers.len());
        let mut items: Vec<Vec<Vec<f64>>> =
            (0..quarters).map(|quarter| counted.iter().map(|of| of[quarter].clone()).collect()).collect();
        let followed = Followed::new(experiment, at, (seed, draws));
        let marks = marks(experiment, at, (seed, draws), &counted[0]);
        for (quarter, marks) in items.iter_mut().zip(marks) {
            quarter.extend(marks);
        }
        let closed = &counted[COUNTED.iter().position(|of| *of == Metric::YouthsClosedPositive).unwrap_or(0)];
        Self { items, found: found(&followed, (seed, draws), closed) }
    }

    /// The mean of one of the counted metrics by the end of a quarter.
    pub(super) fn mean(&self, quarter: usize, metric: Metric) -> f64 {
        let place = COUNTED.iter().position(|counted| *counted == metric);
        let column = place.and_then(|place| self.items.get(quarter)?.get(place));
        column.map_or(0.0, |column| column.iter().sum::<f64>() / column.len().max(1) as f64)
    }
}

/// Every count by quarter and draw, cumulated over the quarters; the last is the hours of the newest provider.
fn counted(
    runs: &dyn Runs,
    at: (usize, usize),
    (quarters, draws): (usize, usize),
    providers: usize,
) -> Vec<Vec<Vec<f64>>> {
    let slices: Vec<usize> = (0..quarters).collect();
    let mut all: Vec<Vec<Vec<f64>>> =
        COUNTED.iter().map(|metric| runs.metric(at, *metric, &slices)).collect();
    if let Some(newest) = providers.checked_sub(1) {
        let hours = slices.iter().map(|slice| {
            let mut column = Vec::new();
            runs.provider(at, (newest, ProviderStat::HoursUsed), *slice, &mut column);
            column
        });
        all.push(hours.collect());
    }
    for feature in &mut all {
        let mut sum = vec![0.0; draws];
        for quarter in feature {
            let first = quarter.iter().step_by(REPLICATIONS_PER_DRAW).take(draws);
            for (sum, value) in sum.iter_mut().zip(first) {
                *sum += if value.is_finite() { *value } else { 0.0 };
            }
            quarter.clone_from(&sum);
        }
    }
    all
}

fn stream(seed: Seed, draw: usize, name: &str) -> Stream {
    let draw = u32::try_from(draw).unwrap_or(u32::MAX);
    seed.stream(&Address { draw, replication: 0, purpose: Purpose::Registration, item: hash(name) })
}

/// Per quarter the young people by referrer and by need, each without its last part, which the others make up.
fn marks(
    experiment: &Experiment,
    at: (usize, usize),
    (seed, draws): (Seed, usize),
    referred: &[Vec<f64>],
) -> Vec<Vec<Vec<f64>>> {
    let space = ParameterSpace::new(experiment);
    let binding = space.binding(at.0, at.1);
    let mut values = Draw::default();
    let mut all: Vec<Vec<Vec<f64>>> = vec![Vec::new(); referred.len()];
    for draw in 0..draws {
        space.draw(seed, u32::try_from(draw).unwrap_or(u32::MAX), &mut values);
        let kinds = [
            (binding.referrers.of(&values), stream(seed, draw, "monitor#referrer")),
            (binding.needs.of(&values), stream(seed, draw, "monitor#need")),
        ];
        let mut first = 0;
        for (shares, mut stream) in kinds {
            let mut counts = vec![0.0; shares.len()];
            let mut people = 0;
            for (quarter, referred) in all.iter_mut().zip(referred) {
                let until = nearest_whole(referred[draw]);
                for _ in people..until {
                    counts[part(shares, stream.unit())] += 1.0;
                }
                people = until.max(people);
                quarter.resize_with((first + shares.len()).saturating_sub(1).max(quarter.len()), || {
                    vec![0.0; draws]
                });
                for (column, count) in quarter[first..].iter_mut().zip(&counts) {
                    column[draw] = *count;
                }
            }
            first += shares.len().saturating_sub(1);
        }
    }
    all
}

/// Per quarter and draw what follow-up finds of the closures of a year before.
fn found(followed: &Followed, (seed, draws): (Seed, usize), closed: &[Vec<f64>]) -> Vec<Vec<Found>> {
    let mut all = vec![vec![Found::default(); draws]; closed.len()];
    for draw in 0..draws {
        let (relapse, avoided) = (followed.relapse[draw], followed.avoided[draw]);
        let mut stream = stream(seed, draw, "monitor#found");
        let mut now = Found::default();
        for quarter in FOLLOWED..closed.len() {
            let until = closed[quarter - FOLLOWED][draw];
            while now.followed < until {
                now.followed += 1.0;
                match part(&[relapse, avoided, 1.0 - relapse - avoided], stream.unit()) {
                    0 => now.relapsed += 1.0,
                    1 => now.avoided += 1.0,
                    _ => {}
                }
            }
            all[quarter][draw] = now;
        }
    }
    all
}

/// The part in which a uniform number falls.
fn part(shares: &[f64], u: f64) -> usize {
    let mut sum = 0.0;
    let place = shares.iter().position(|share| {
        sum += share;
        u < sum
    });
    place.unwrap_or(shares.len().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_falls_in_the_part_it_belongs_to() {
        let shares = [0.2, 0.3, 0.5];
        assert_eq!([0.1, 0.3, 0.6, 0.999_999].map(|u| part(&shares, u)), [0, 1, 2, 2]);
        assert_eq!(part(&[0.5, 0.499], 0.9999), 1, "rounding leaves nobody out");
    }

    #[test]
    fn nothing_is_found_before_a_year_and_never_more_than_was_followed() {
        let followed = Followed { relapse: vec![0.2; 40], avoided: vec![0.5; 40] };
        let closed: Vec<Vec<f64>> = (1..=8_u32).map(|quarter| vec![10.0 * f64::from(quarter); 40]).collect();
        let all = found(&followed, (Seed(1), 40), &closed);
        assert!(all[..4].iter().flatten().all(|found| *found == Found::default()));
        assert!(all[4].iter().all(|found| found.followed > 9.5 && found.followed < 10.5));
        assert!(all[7].iter().all(|found| found.relapsed + found.avoided <= found.followed));
        let share = all[7].iter().map(|found| found.avoided / found.followed).sum::<f64>() / 40.0;
        // 1,600 closures: a standard error of 0.0125, so a correct program fails once in 15,000 seeds.
        assert!((share - 0.5).abs() < 0.05, "{share}");
    }
}
