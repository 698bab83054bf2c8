//! Young people, hours and weeks: nobody is lost, no hour is used twice.

use super::check::{Check, Group, count, largest};
use super::laboratory::Laboratory;
use super::results::Results;
use super::variants;
use crate::cohort::Spot;
use crate::engine::{Metric, RunError, WeekEnd};
use crate::parameters::{Draw, ParameterSpace};
use crate::scenario::{Experiment, Key, ProviderKey};

/// Plays that are watched of each arm.
const PLAYS: usize = 4;
/// Hours that rounding may move.
const ROUNDING: f64 = 1e-6;
/// More capacity in the comparison of waits.
const MORE: f64 = 1.5;

/// A play of which every week was seen.
#[derive(Clone, Debug)]
pub struct Watched {
    /// The ends of its weeks.
    pub weeks: Vec<WeekEnd>,
    /// First week of the forecast.
    pub forecast_from: usize,
    /// Least hours of a conversation.
    pub least_hours: f64,
    /// Closures of the forecast by outcome, as reported.
    pub closed: [f64; 4],
    /// Whether registered outcomes are replayed, which are booked in another week.
    pub replays: bool,
}

/// A queue that is served first come, first served, from an empty start.
#[derive(Clone, Debug)]
pub struct Queue {
    /// The ends of its weeks.
    pub weeks: Vec<WeekEnd>,
    /// Week of referral of everybody, in order.
    pub arrivals: Vec<usize>,
    /// Weeks waited by those who started, as reported.
    pub waited: f64,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Plays of every arm.
    pub watched: Vec<Watched>,
    /// Plays in which nobody leaves and all are alike; none when a pilot is replayed.
    pub queues: Vec<Queue>,
    /// Numbers that have started by the end of each week: with the scenario's hours and with more.
    pub faster: Vec<[Vec<u32>; 2]>,
    /// With a thousand times the hours and nobody absent.
    pub endless: Option<Results>,
    /// Without hours.
    pub idle: Option<Results>,
    /// Without inflow.
    pub empty: Option<Results>,
    /// The base against itself.
    pub twins: Results,
    /// The last arm after the base, and before it.
    pub swapped: Option<[Results; 2]>,
}

/// Runs what the checks need; `known` is the leading world with every value at its mean.
///
/// # Errors
/// Those of a run.
pub(super) fn gather(
    lab: &Laboratory<'_>,
    leading: &Experiment,
    known: &Experiment,
) -> Result<Flow, RunError> {
    let arms = leading.arms.len();
    let forecast = leading.scenarios[0][0].registered.is_empty();
    let watched = (0..arms).flat_map(|arm| (0..PLAYS).map(move |play| (arm, play)));
    let orderly = variants::with(known, variants::first_come);
    let single = variants::with(&orderly, variants::single_conversations);
    let fast = variants::with(&single, |scenario| {
        variants::scale_all(scenario, ProviderKey::HoursPerWeek, MORE);
        variants::scale_all(scenario, ProviderKey::Budget, MORE);
    });
    let plays = || (0..arms).flat_map(|arm| (0..PLAYS).map(move |play| (arm, play))).filter(|_| forecast);
    let started = |experiment: &Experiment, (arm, play)| -> Vec<u32> {
        lab.watch(experiment, arm, play).weeks.iter().map(|week| week.started).collect()
    };
    let variant = |edit: &dyn Fn(&mut crate::scenario::Scenario)| {
        forecast.then(|| lab.variant(&variants::with(known, edit))).transpose()
    };
    let hours = |scenario: &mut crate::scenario::Scenario, factor| {
        variants::scale_all(scenario, ProviderKey::HoursPerWeek, factor);
        variants::scale_all(scenario, ProviderKey::Budget, factor);
    };
    let pair = |which: [usize; 2]| lab.variant(&variants::arms(leading, &which));
    Ok(Flow {
        watched: watched.map(|at| seen(lab, leading, at)).collect(),
        queues: plays().map(|at| queue(lab, &orderly, at)).collect(),
        faster: plays().map(|at| [started(&single, at), started(&fast, at)]).collect(),
        endless: variant(&|scenario| {
            variants::all_present(scenario);
            hours(scenario, 1_000.0);
            for provider in &mut scenario.providers {
                provider.accepts_other_needs = true;
            }
        })?,
        idle: variant(&|scenario| hours(scenario, 0.0))?,
        empty: variant(&|scenario| variants::set(scenario, Key::InflowYouthsPerYear, 0.0))?,
        twins: pair([0, 0])?,
        swapped: if arms > 1 { Some([pair([0, arms - 1])?, pair([arms - 1, 0])?]) } else { None },
    })
}

fn seen(lab: &Laboratory<'_>, experiment: &Experiment, (arm, play): (usize, usize)) -> Watched {
    let found = lab.watch(experiment, arm, play);
    let scenario = &experiment.scenarios[arm][0];
    let slices = scenario.calendar.periods().len() + 1;
    let space = ParameterSpace::new(experiment);
    let mut draw = Draw::default();
    space.draw(lab.seed, Spot::of(lab.seed, play).draw, &mut draw);
    let binding = space.binding(arm, 0);
    let value = |key| binding.value(&draw, key);
    let relief = binding.track(Key::ReliefAdminShare);
    let most = (0..scenario.calendar.weeks()).map(|week| relief.at(&draw, week)).fold(0.0, f64::max);
    let indirect = value(Key::IndirectHours);
    let closed = [
        Metric::YouthsClosedPositive,
        Metric::YouthsEscalated,
        Metric::YouthsDroppedOut,
        Metric::YouthsOutcomeUnknown,
    ];
    Watched {
        forecast_from: scenario.calendar.forecast_from(),
        least_hours: value(Key::DirectHours) / (1.0 - value(Key::NoShowShare)) + indirect
            - indirect * value(Key::AdminShare) * most,
        closed: closed.map(|metric| found.metrics[metric as usize * slices + slices - 1]),
        replays: !scenario.registered.is_empty(),
        weeks: found.weeks,
    }
}

fn queue(lab: &Laboratory<'_>, experiment: &Experiment, (arm, play): (usize, usize)) -> Queue {
    let found = lab.watch(experiment, arm, play);
    let slices = experiment.scenarios[arm][0].calendar.periods().len() + 1;
    let total = |metric: Metric| found.metrics[metric as usize * slices + slices - 1];
    let started = total(Metric::YouthsStarted);
    let waited = if started > 0.0 { total(Metric::WaitMeanWeeks) * started } else { 0.0 };
    Queue { arrivals: found.persons.iter().map(|person| person.week).collect(), weeks: found.weeks, waited }
}

/// The checks.
pub(super) fn judge(flow: &Flow, main: &Results) -> Vec<Check> {
    let most = |id, figure, bound| Check::at_most(Group::Flow, id, figure, bound);
    let mut checks = weekly(&flow.watched);
    checks.extend([
        most(
            "flow-outcomes",
            largest(flow.watched.iter().filter(|play| !play.replays).flat_map(booked)),
            0.0,
        ),
        most("flow-providers", largest(by_provider(main)), ROUNDING),
        most("flow-routes", largest(routes(main)), 0.0),
        most("flow-little", largest(flow.queues.iter().map(area)), ROUNDING),
        most("flow-more-hours", slower(&flow.faster), halfway(main)),
    ]);
    let waits = |results: &Results| {
        let metrics = [Metric::WaitMeanWeeks, Metric::YouthsLeftQueue, Metric::YouthsWaitingYearEnd];
        metrics
            .into_iter()
            .flat_map(|metric| results.totals(metric).filter(|x| !x.is_nan()).collect::<Vec<_>>())
            .collect::<Vec<f64>>()
    };
    checks.push(most(
        "flow-endless-hours",
        flow.endless.as_ref().and_then(|found| largest(waits(found))),
        0.0,
    ));
    checks.push(most("flow-no-hours", flow.idle.as_ref().and_then(|found| largest(help(found))), 0.0));
    checks.push(most("flow-no-inflow", flow.empty.as_ref().and_then(|found| largest(people(found))), 0.0));
    checks.push(most(
        "flow-null-option",
        Some(flow.twins.arm(0).differing(&flow.twins.arm(1), |_| true)),
        0.0,
    ));
    let turned = flow.swapped.as_ref().map(|[there, back]| {
        there.arm(0).differing(&back.arm(1), |_| true) + there.arm(1).differing(&back.arm(0), |_| true)
    });
    checks.push(most("flow-swap", turned, 0.0));
    checks
}

/// What must hold at the end of every week.
fn weekly(watched: &[Watched]) -> Vec<Check> {
    let most = |id, figure, bound| Check::at_most(Group::Flow, id, figure, bound);
    let weeks = || watched.iter().flat_map(|play| &play.weeks);
    let people = |week: &WeekEnd| {
        f64::from(week.referred) - f64::from(week.started) - f64::from(week.left) - week.waiting as f64
    };
    let trajectories = |week: &WeekEnd| {
        f64::from(week.started) - week.closed.iter().map(|x| f64::from(*x)).sum::<f64>() - week.running as f64
    };
    let back = watched.iter().flat_map(|play| play.weeks.windows(2)).map(|pair| {
        let (one, next) = (&pair[0], &pair[1]);
        next.referred < one.referred
            || next.started < one.started
            || next.left < one.left
            || next.closed.iter().zip(one.closed).any(|(a, b)| *a < b)
    });
    let over = |week: &WeekEnd| (week.hours_used - week.hours_available).max(0.0);
    let unpaid = watched.iter().flat_map(|play| {
        let mut sums = (0.0, 0.0);
        play.weeks.iter().map(move |week| {
            sums.0 += f64::from(week.held) * play.least_hours;
            sums.1 += week.hours_used;
            (sums.0 - sums.1).max(0.0)
        })
    });
    vec![
        most("flow-people", largest(weeks().map(people)), 0.0),
        most("flow-trajectories", largest(weeks().map(trajectories)), 0.0),
        most("flow-forward", Some(count(back)), 0.0),
        most("flow-hours", largest(weeks().map(over)), ROUNDING),
        most("flow-conversations", largest(unpaid), ROUNDING),
    ]
}

/// Closures of the forecast as seen less those reported, by outcome.
fn booked(play: &Watched) -> [f64; 4] {
    let before = play.forecast_from.checked_sub(1).and_then(|week| play.weeks.get(week));
    let start = before.map_or([0; 4], |week| week.closed);
    let end = play.weeks.last().map_or([0; 4], |week| week.closed);
    std::array::from_fn(|outcome| f64::from(end[outcome]) - f64::from(start[outcome]) - play.closed[outcome])
}

/// Hours of all providers less the hours reported.
fn by_provider(main: &Results) -> Vec<f64> {
    let mut gaps = Vec::new();
    for (arm, providers) in main.hours.iter().enumerate() {
        for (stat, metric) in [Metric::HoursAvailable, Metric::HoursUsed].into_iter().enumerate() {
            for (number, reported) in main.total(arm, metric).iter().enumerate() {
                gaps.push(providers.iter().map(|hours| hours[stat][number]).sum::<f64>() - reported);
            }
        }
    }
    gaps
}

/// Routes to specialised care less their sum.
fn routes(main: &Results) -> Vec<f64> {
    let all = main.totals(Metric::SpecialistReferrals);
    let poj = main.totals(Metric::SpecialistReferralsPoj);
    let queue = main.totals(Metric::SpecialistReferralsQueue);
    let direct = main.totals(Metric::SpecialistReferralsHuisarts);
    all.zip(poj)
        .zip(queue.zip(direct))
        .map(|((all, poj), (queue, direct))| poj + queue + direct - all)
        .collect()
}

/// Little's law along a path: the people waiting, summed over weeks, less the weeks that people waited.
fn area(queue: &Queue) -> f64 {
    let waiting: f64 = queue.weeks.iter().map(|week| week.waiting as f64).sum();
    let still = queue.weeks.last().map_or(0, |week| week.waiting);
    let ages = queue.arrivals.iter().rev().take(still).map(|week| (queue.weeks.len() - week) as f64);
    waiting - queue.waited - ages.sum::<f64>()
}

/// How many people more hours may leave behind at the end of a week. Each provider may be within one conversation of the hours that
/// it has prepared: with fewer hours people waited and it prepared, with more nobody did. One person waited in that case, so it is
/// one less than there are providers.
fn halfway(main: &Results) -> f64 {
    main.hours.iter().map(Vec::len).max().unwrap_or(0).saturating_sub(1) as f64
}

/// The most by which more hours left people behind at the end of a week.
fn slower(pairs: &[[Vec<u32>; 2]]) -> Option<f64> {
    let behind = pairs.iter().flat_map(|[few, many]| few.iter().zip(many));
    largest(behind.map(|(few, many)| f64::from(few.saturating_sub(*many))))
}

/// What cannot be without hours.
fn help(results: &Results) -> Vec<f64> {
    let metrics = [Metric::YouthsStarted, Metric::Conversations, Metric::HoursUsed, Metric::AvoidedCostIfAll];
    metrics.into_iter().flat_map(|metric| results.totals(metric).collect::<Vec<_>>()).collect()
}

/// What cannot be without inflow.
fn people(results: &Results) -> Vec<f64> {
    let metrics = [Metric::YouthsReferred, Metric::SpecialistReferrals, Metric::AvoidedCostIfAll];
    metrics.into_iter().flat_map(|metric| results.totals(metric).collect::<Vec<_>>()).collect()
}
