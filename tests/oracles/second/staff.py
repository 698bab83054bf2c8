"""Who is at work, who stops (4.4), and which practices know the way (5.3). `exponentials` are unit exponentials."""

import math

from weeks import WEEKS_PER_YEAR, rounded


def divided(x, rate):
    return x / rate if rate > 0 else math.inf


def at_work(weeks, values, exponentials, person):
    """Whether one person is at work, week by week."""
    long, short = iter(exponentials[person]), iter(exponentials[person + " short"])
    rate = values["absence.long_sick_per_year"] / WEEKS_PER_YEAR
    mean_length = values["absence.long_sick_weeks"]
    short_rate = -math.log1p(-values["absence.short_sick_share"])
    begins, length = divided(next(long), rate), next(long) * mean_length
    lost = divided(next(short), short_rate)
    there, w = [], 0
    while w < weeks:
        if begins < w + 1:
            back = w + max(1, math.ceil(length))
            there += [False] * (back - w)
            begins = back + divided(next(long), rate)
            length = next(long) * mean_length
            while lost < back:
                lost = math.floor(lost) + 1 + divided(next(short), short_rate)
            w = back
        elif lost < w + 1:
            there.append(False)
            lost = w + 1 + divided(next(short), short_rate)
            w += 1
        else:
            there.append(True)
            w += 1
    return there[:weeks]


def presence(weeks, values, exponentials, name, persons):
    """The share of a provider's persons at work, week by week."""
    each = [at_work(weeks, values, exponentials, f"{name}#{n}") for n in range(persons)]
    return [sum(row) / persons for row in zip(*each)]


def stops(calendar, first, per_year, gap, certain, exponentials):
    """The stops of a provider: (week of the stop, week of the replacement)."""
    clock, found, at = iter(exponentials), [], max(calendar.forecast_from, first)
    while at < calendar.weeks:
        waited = next(clock)
        stop = at + 1 + math.floor(waited * WEEKS_PER_YEAR / per_year) if per_year > 0 else calendar.weeks
        if certain is not None and at <= certain <= stop:
            stop = certain
        if certain is not None and stop >= certain:
            certain = None
        if stop >= calendar.weeks:
            break
        at = stop + gap
        found.append((stop, at))
    return found


def aware_from(calendar, values, push, practices):
    """The week from which each practice refers to the POJ; `practices` are pairs of rank and threshold."""
    n = len(practices)
    known = min(max(rounded(n * values["practices.aware_share"]), 1), n)
    order = sorted(range(n), key=lambda p: practices[p][0])
    since = {p: 0 for p in order[:known]}
    hazard = 0.0
    for w in range(calendar.forecast_from, calendar.weeks):
        spread = values["practices.spread_per_year"] * len(since) / n
        hazard += (values["practices.learn_per_year"] + spread + push[w]) / WEEKS_PER_YEAR
        for p in range(n):
            if p not in since and practices[p][1] <= hazard:
                since[p] = w
    return [since.get(p, calendar.weeks) for p in range(n)]
