"""Price levels (8.3), and the contract, hours and cost of each provider (5.1, 5.2)."""

from datetime import date, timedelta

import staff
from weeks import WEEKS_PER_YEAR, rounded, value_on


class Index:
    """Price levels by year: announced and corrected for the POJ, care for maatwerk (8.2)."""

    def __init__(self, calendar, timelines, values):
        level, care_level = int(values["money.price_level_year"]), int(values["maatwerk.price_level_year"])
        first = min(level, care_level, calendar.year[0])
        self.announced, self.corrected, self.care = {first: 1.0}, {first: 1.0}, {first: 1.0}
        for y in range(first + 1, calendar.year[-1] + 1):
            monday = next(d for d in (date(y, 1, 1) + timedelta(n) for n in range(7)) if d.weekday() == 0)
            i = value_on(timelines["money.index_per_year"], monday)
            before = self.corrected[y - 1]
            later = y > level
            self.announced[y] = before * (1 + i) if later else 1.0
            self.corrected[y] = before * (1 + i + values["money.index_correction"]) if later else 1.0
            growth = (1 + i) * (1 + values["maatwerk.price_growth_above_index"])
            self.care[y] = self.care[y - 1] * (growth if y > care_level else 1.0)


class Provider:
    """A provider as planned and as chance would have it."""

    def __init__(self, number, said, calendar, index, case, values):
        self.number, self.name = number, said["name"]
        self.expertise, self.accepts_other = set(said["expertise"]), said["accepts_other_needs"]
        weekly = {key: calendar.every_week(t) for key, t in said["quantities"].items()}
        first = {key: t["initial"] for key, t in said["quantities"].items()}
        self.start = calendar.week_from(said["start"]) if said["start"] else 0
        self.contract(said, calendar, index, case["costs_indexed"], weekly)
        certain = calendar.week_from(said["exit_on"]) if said["exit_on"] else None
        gap = rounded(first["replacement_weeks"])
        chance = case["exponentials"]
        self.stops = staff.stops(
            calendar, self.start, first["exit_per_year"], gap, certain, chance[self.name + "#exit"]
        )
        persons = rounded(first["persons"])
        present = staff.presence(calendar.weeks, values, chance, self.name, persons)
        ramp = rounded(first["ramp_up_weeks"])
        season = case["leave_season"]
        self.there, self.paid, self.available = [], [], []
        for w in range(calendar.weeks):
            gone = any(stop <= w < back for stop, back in self.stops)
            self.paid.append(w >= self.start and not gone)
            self.there.append(self.paid[w] and self.hours[w] > 0)
            leave = values["absence.leave_weeks_per_year"] / WEEKS_PER_YEAR
            left = max(0.0, 1 - leave * season[calendar.month[w]] / (sum(season) / 12))
            self.available.append(self.hours[w] * self.strength(w, gone, ramp) * present[w] * left)
        self.start_up = first.get("start_up_cost_eur", 0.0) if self.start > 0 else 0.0
        self.carried, self.running, self.standing = 0.0, [], []
        self.used = [0.0] * calendar.weeks

    def contract(self, said, calendar, index, costs_indexed, weekly):
        """Contract hours and cost of each week, and the part of the cost that is indexed, before indexing."""
        self.hours, self.cost, self.indexed = [], [], []
        for w in range(calendar.weeks):
            y = calendar.year[w]
            level = index.announced[y] if costs_indexed else 1.0
            if "budget_eur_per_year" in weekly:
                limit = weekly["budget_eur_per_year"][w] * (index.announced[y] if said["budget_indexed"] else 1.0)
                price = weekly["hourly_price_eur"][w] * level
                hours = limit / (52 * price)
                if "hours_per_week" in weekly:
                    hours = min(hours, weekly["hours_per_week"][w])
                cost, indexed = 52 * hours * price, 0.0
            else:
                hours = weekly["hours_per_week"][w]
                if "grant_eur_per_year" in weekly:
                    amount = weekly["grant_eur_per_year"][w]
                else:
                    amount = 52 * hours * weekly["hourly_price_eur"][w]
                cost, indexed = amount * level, amount if costs_indexed else 0.0
            self.hours.append(hours)
            self.cost.append(cost / calendar.year_weeks[y])
            self.indexed.append(indexed / calendar.year_weeks[y])

    def strength(self, w, gone, ramp):
        if w < self.start or gone:
            return 0.0
        backs = [back for _, back in self.stops if back <= w]
        if self.start == 0 and not backs:
            return 1.0
        return min(1.0, (w - max([self.start] + backs) + 1) / (ramp + 1))

    def lacks(self, need):
        return need not in self.expertise

    def takes(self, need):
        return self.accepts_other or not self.lacks(need)
