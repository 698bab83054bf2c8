"""Weeks, years and dates (section 2)."""

import math
from datetime import date, timedelta

WEEKS_PER_YEAR = 365.2425 / 7


def rounded(x):
    """To the nearest whole number, halves up."""
    return math.floor(x + 0.5)


def day(text):
    return text if isinstance(text, date) else date.fromisoformat(text)


def mondays_in(year):
    days = (date(year, 1, 1) + timedelta(n) for n in range(366))
    return sum(1 for d in days if d.year == year and d.weekday() == 0)


class Calendar:
    """All weeks of a run, the warm-up included."""

    def __init__(self, first_monday, weeks, forecast_from, periods):
        self.weeks, self.forecast_from = weeks, forecast_from
        self.mondays = [day(first_monday) + timedelta(7 * w) for w in range(weeks)]
        self.year = [m.year for m in self.mondays]
        self.month = [m.month - 1 for m in self.mondays]
        self.labels = [label for label, _ in periods]
        starts = [day(start) for _, start in periods]
        self.period = [
            None if w < forecast_from else max(i for i, s in enumerate(starts) if s <= m)
            for w, m in enumerate(self.mondays)
        ]
        self.periods = len(periods)
        self.year_weeks = {y: mondays_in(y) for y in set(self.year)}

    def weeks_of(self, period):
        return [w for w in range(self.weeks) if self.period[w] == period]

    def week_from(self, when):
        """The first week on or after a date; the number of weeks when it lies behind the run."""
        return next((w for w, m in enumerate(self.mondays) if m >= day(when)), self.weeks)

    def every_week(self, timeline):
        """The value of a quantity in each week, dated changes applied."""
        values = [timeline["initial"]] * self.weeks
        for when, value in timeline["changes"]:
            start = self.week_from(when)
            values[start:] = [value] * (self.weeks - start)
        return values


def value_on(timeline, when):
    """The value that holds on a day, also outside the run."""
    value = timeline["initial"]
    for start, changed in timeline["changes"]:
        if day(start) <= when:
            value = changed
    return value
