//! What all arms and worlds of a run have in common: weeks, periods, months, needs.

use crate::cohort::{Outcome, Registration, Span};
use crate::scenario::{Calendar, Scenario};

/// Where a week lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FrameWeek {
    /// Slot in what is counted: its period, or one more for the warm-up.
    pub(super) slot: usize,
    /// Month of the forecast, from 0; none in the warm-up.
    pub(super) month: Option<usize>,
}

/// Weeks on end that are counted in one slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leg {
    /// The first.
    pub(super) from: usize,
    /// The first behind them.
    pub(super) until: usize,
    /// The slot.
    pub(super) slot: usize,
}

/// The weeks of a reporting period that lie in one calendar year.
#[derive(Clone, Copy, Debug)]
pub(super) struct PeriodPart {
    /// The period.
    pub period: usize,
    /// The place of the year among those of the run.
    pub year: usize,
    /// What these weeks have of a yearly amount.
    pub share_of_year: f64,
}

/// The frame of a run.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// The weeks.
    pub calendar: Calendar,
    /// Where each week lies.
    pub weeks: Vec<FrameWeek>,
    /// All weeks once more, by the slot in which they are counted.
    pub legs: Vec<Leg>,
    /// First week of each period and the first after it.
    pub period_range: Vec<(usize, usize)>,
    /// Place of the calendar year of each week among those of the run.
    pub year_of_week: Vec<usize>,
    /// Month of each week, from 0.
    pub month_of_week: Vec<usize>,
    /// One over the Mondays of the calendar year of each week: what a week has of a yearly amount.
    pub share_of_year: Vec<f64>,
    /// Parts of periods that lie in one calendar year.
    pub parts: Vec<PeriodPart>,
    /// First week and place of every calendar year but the first.
    pub new_years: Vec<(usize, usize)>,
    /// The first day of each month of the forecast, as year and month from 1.
    pub months: Vec<(i16, i8)>,
    /// What is replayed.
    pub registration: Registration,
    /// Whether registered young people stand for all who are referred to the POJ.
    pub replays: bool,
}

impl Frame {
    /// The frame that the scenarios of an experiment share.
    pub(super) fn new(scenario: &Scenario) -> Self {
        let calendar = scenario.calendar.clone();
        let mut months: Vec<(i16, i8)> = Vec::new();
        let mut month_of_week = vec![None; calendar.weeks()];
        for (week, month) in month_of_week.iter_mut().enumerate().skip(calendar.forecast_from()) {
            let monday = calendar.monday(week);
            if months.last() != Some(&(monday.year(), monday.month())) {
                months.push((monday.year(), monday.month()));
            }
            *month = Some(months.len() - 1);
        }
        let period_range: Vec<_> =
            (0..calendar.periods().len()).map(|period| weeks_of(&calendar, period)).collect();
        let slot_of_week: Vec<usize> = (0..calendar.weeks())
            .map(|week| calendar.period(week).unwrap_or(calendar.periods().len()))
            .collect();
        let weeks =
            slot_of_week.iter().zip(month_of_week).map(|(slot, month)| FrameWeek { slot: *slot, month });
        let legs = slot_of_week.chunk_by(|slot, next| slot == next).scan(0, |from, slots| {
            let leg = Leg { from: *from, until: *from + slots.len(), slot: slots[0] };
            *from = leg.until;
            Some(leg)
        });
        let first_year = calendar.year(0);
        let year_of_week: Vec<usize> = (0..calendar.weeks())
            .map(|week| usize::from((calendar.year(week) - first_year).unsigned_abs()))
            .collect();
        let shares = (0..calendar.weeks()).map(|week| 1.0 / f64::from(calendar.weeks_in_year(week)));
        let share_of_year: Vec<f64> = shares.collect();
        let new_years = (1..calendar.weeks()).filter(|week| year_of_week[*week] != year_of_week[*week - 1]);
        let registration = scenario.registered.iter().map(|registered| {
            let period =
                calendar.periods().iter().position(|period| period.label == registered.period).unwrap_or(0);
            let (from, until) = weeks_of(&calendar, period);
            let dealt = [
                (Outcome::Positive, registered.positive),
                (Outcome::Escalated, registered.escalated),
                (Outcome::Unknown, registered.unknown),
            ];
            let outcomes = dealt.iter().flat_map(|(outcome, count)| (0..*count).map(|_| *outcome)).collect();
            Span { from, until, outcomes }
        });
        let registration: Registration = registration.collect();
        Self {
            weeks: weeks.collect(),
            legs: legs.collect(),
            month_of_week: (0..calendar.weeks()).map(|week| calendar.month(week)).collect(),
            parts: parts_of(&slot_of_week, &year_of_week, &share_of_year, calendar.periods().len()),
            share_of_year,
            new_years: new_years.map(|week| (week, year_of_week[week])).collect(),
            period_range,
            year_of_week,
            months,
            replays: !registration.is_empty(),
            registration,
            calendar,
        }
    }
}

/// The first week of a period and the first after it.
fn weeks_of(calendar: &Calendar, period: usize) -> (usize, usize) {
    let inside = |week: &usize| calendar.period(*week) == Some(period);
    let from = (0..calendar.weeks()).find(inside).unwrap_or(0);
    let until = (0..calendar.weeks()).rev().find(inside).map_or(from, |last| last + 1);
    (from, until)
}

/// The parts of the periods that lie in one calendar year each.
fn parts_of(slots: &[usize], years: &[usize], shares: &[f64], periods: usize) -> Vec<PeriodPart> {
    let mut parts: Vec<PeriodPart> = Vec::new();
    for ((period, year), share) in
        slots.iter().zip(years).zip(shares).filter(|((slot, _), _)| **slot < periods)
    {
        match parts.iter_mut().find(|part| (part.period, part.year) == (*period, *year)) {
            Some(part) => part.share_of_year += share,
            None => parts.push(PeriodPart { period: *period, year: *year, share_of_year: *share }),
        }
    }
    parts
}
