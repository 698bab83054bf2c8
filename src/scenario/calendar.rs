//! Weeks, budget years and reporting periods of one run.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// A reporting period: a budget year, or a span that a source reports on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// How results name it, `2024` for a budget year.
    pub label: String,
    /// Its first day.
    pub from: Date,
}

/// The weeks of a run, from the first week of the warm-up to the last of the horizon.
///
/// A week is named by its Monday and belongs to the budget year, the month and the period of that Monday. Week
/// indices count from the first week of the warm-up; [`Calendar::forecast_from`] is the first that is reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    mondays: Vec<Date>,
    forecast_from: usize,
    periods: Vec<Period>,
    period_of_week: Vec<Option<usize>>,
    days: Vec<Day>,
}

/// What is asked of a Monday most often, worked out once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Day {
    year: i16,
    month: usize,
    mondays_in_year: u16,
}

/// The Monday on or after `date`.
fn monday_from(date: Date) -> Date {
    let days = (7 - date.weekday().to_monday_zero_offset()) % 7;
    date.saturating_add(i64::from(days).days())
}

/// The first Monday of a calendar year.
pub fn first_monday(year: i16) -> Date {
    monday_from(Date::constant(year, 1, 1))
}

/// How many Mondays the calendar year has: 52 or 53.
fn mondays_in_year(year: i16) -> u16 {
    let first = first_monday(year);
    debug_assert_eq!(first.weekday(), Weekday::Monday, "a week begins on Monday");
    if first.saturating_add(364.days()).year() == year { 53 } else { 52 }
}

impl Day {
    fn of(monday: Date) -> Self {
        let month = usize::from(monday.month().unsigned_abs()) - 1;
        Self { year: monday.year(), month, mondays_in_year: mondays_in_year(monday.year()) }
    }
}

impl Calendar {
    /// The calendar of a horizon from `start` up to but not including `end`, after `warm_up` weeks.
    ///
    /// `periods` must start at or before `start`, in order of time; none means budget years.
    pub fn new(start: Date, end: Date, warm_up: usize, periods: Vec<Period>) -> Self {
        let first = monday_from(start);
        let lead = i64::try_from(warm_up).unwrap_or(0);
        let mut mondays = Vec::new();
        let mut monday = first.saturating_sub((lead * 7).days());
        while monday < end {
            mondays.push(monday);
            monday = monday.saturating_add(7.days());
        }
        let periods =
            if periods.is_empty() { budget_years(&mondays[warm_up.min(mondays.len())..]) } else { periods };
        let period_of_week = mondays
            .iter()
            .enumerate()
            .map(|(week, monday)| {
                if week < warm_up { None } else { periods.iter().rposition(|period| period.from <= *monday) }
            })
            .collect();
        let days = mondays.iter().map(|monday| Day::of(*monday)).collect();
        Self { mondays, forecast_from: warm_up, periods, period_of_week, days }
    }

    /// The same weeks, reported by quarter of a calendar year.
    #[must_use]
    pub fn by_quarter(&self) -> Self {
        let mut quarters: Vec<Period> = Vec::new();
        for monday in &self.mondays[self.forecast_from..] {
            #[expect(clippy::integer_division, reason = "a quarter is three whole months")]
            let quarter = (monday.month() - 1) / 3;
            let label = format!("{}-{}", monday.year(), quarter + 1);
            if quarters.last().is_none_or(|last| last.label != label) {
                let from = Date::constant(monday.year(), quarter * 3 + 1, 1);
                quarters.push(Period { label, from });
            }
        }
        let end = self.mondays.last().map_or(Date::ZERO, |last| last.saturating_add(7.days()));
        self.mondays
            .get(self.forecast_from)
            .map_or_else(|| self.clone(), |start| Self::new(*start, end, self.forecast_from, quarters))
    }

    /// Number of weeks, warm-up included.
    pub fn weeks(&self) -> usize {
        self.mondays.len()
    }

    /// Index of the first week of the forecast.
    pub const fn forecast_from(&self) -> usize {
        self.forecast_from
    }

    /// The Monday of a week.
    pub fn monday(&self, week: usize) -> Date {
        self.mondays[week]
    }

    /// The reporting periods in order of time.
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// The period of a week; none in the warm-up.
    pub fn period(&self, week: usize) -> Option<usize> {
        self.period_of_week[week]
    }

    /// The budget year of a week.
    pub fn year(&self, week: usize) -> i16 {
        self.days[week].year
    }

    /// The month of a week, 0 for January.
    pub fn month(&self, week: usize) -> usize {
        self.days[week].month
    }

    /// The first week whose Monday lies on or after `date`; the number of weeks when it lies behind the horizon.
    pub fn week_from(&self, date: Date) -> usize {
        self.mondays.partition_point(|monday| *monday < date)
    }

    /// Mondays in the budget year of a week: what a yearly amount is divided by.
    pub fn weeks_in_year(&self, week: usize) -> u16 {
        self.days[week].mondays_in_year
    }
}

fn budget_years(mondays: &[Date]) -> Vec<Period> {
    let mut years: Vec<Period> = Vec::new();
    for monday in mondays {
        let label = monday.year().to_string();
        if years.last().is_none_or(|last| last.label != label) {
            years.push(Period { label, from: Date::constant(monday.year(), 1, 1) });
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_hold_the_same_weeks_as_years() {
        let years = Calendar::new(Date::constant(2024, 2, 1), Date::constant(2026, 1, 1), 10, Vec::new());
        let quarters = years.by_quarter();
        assert_eq!(quarters.weeks(), years.weeks());
        assert!((0..years.weeks()).all(|week| quarters.monday(week) == years.monday(week)));
        let labels: Vec<&str> = quarters.periods().iter().map(|period| period.label.as_str()).collect();
        assert_eq!(labels, ["2024-1", "2024-2", "2024-3", "2024-4", "2025-1", "2025-2", "2025-3", "2025-4"]);
        assert_eq!((quarters.period(9), quarters.period(10)), (None, Some(0)));
    }
    use jiff::civil::date;

    #[test]
    fn a_week_belongs_to_the_budget_year_of_its_monday() {
        let calendar = Calendar::new(date(2024, 1, 1), date(2029, 1, 1), 104, Vec::new());
        assert_eq!(calendar.monday(calendar.forecast_from()), date(2024, 1, 1));
        assert_eq!(calendar.weeks() - 104, 261);
        let labels: Vec<_> = calendar.periods().iter().map(|p| p.label.as_str()).collect();
        assert_eq!(labels, ["2024", "2025", "2026", "2027", "2028"]);
        assert_eq!(calendar.period(103), None);
        assert_eq!(calendar.period(104 + 52), Some(0), "30 December 2024 is a Monday of 2024");
        assert_eq!(calendar.period(104 + 53), Some(1));
        assert_eq!(mondays_in_year(2024), 53);
        assert_eq!(mondays_in_year(2025), 52);
    }

    #[test]
    fn a_start_in_mid_week_waits_for_the_monday() {
        let calendar = Calendar::new(date(2020, 10, 1), date(2023, 1, 1), 0, Vec::new());
        assert_eq!(calendar.monday(0), date(2020, 10, 5));
        assert_eq!((0..calendar.weeks()).filter(|w| calendar.year(*w) == 2020).count(), 13);
        assert_eq!(calendar.week_from(date(2022, 1, 1)), 13 + 52);
        assert_eq!(calendar.week_from(date(2030, 1, 1)), calendar.weeks());
    }
}
