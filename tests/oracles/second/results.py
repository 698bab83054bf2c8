"""Euros (8) and the results of a replication (10)."""

import math

from play import DROPPED_OUT, ESCALATED, POSITIVE, UNKNOWN

REFERRERS = ["screener", "huisarts", "smw", "consulent", "other"]


def ratio(a, b):
    return a / b if b else None


def back_to_first(play, w):
    """What takes the costs of a week to the price level of the first week of the forecast (8.4)."""
    c, announced = play.calendar, play.index.announced
    return announced[c.year[c.forecast_from]] / announced[c.year[w]] if play.case["costs_indexed"] else 1.0


def constant_costs(play):
    """Cost of each period at the price level of the first week of the forecast; the settlement counts nought (8.4)."""
    c = play.calendar
    costs = other_costs(play, lambda w: back_to_first(play, w))
    for p in play.providers:
        for w in range(c.forecast_from, c.weeks):
            costs[c.period[w]] += p.cost[w] * back_to_first(play, w) if p.paid[w] else 0.0
            costs[c.period[w]] += p.start_up if w == p.start else 0.0
    return costs


def provider_costs(play):
    """Nominal cost of each provider in each period, start-up and settlement in it (8.1, 8.3)."""
    c, index = play.calendar, play.index
    costs = [[0.0] * c.periods for _ in play.providers]
    for p, cost in zip(play.providers, costs):
        for w in range(c.forecast_from, c.weeks):
            period = c.period[w]
            cost[period] += p.cost[w] if p.paid[w] else 0.0
            cost[period] += p.start_up if w == p.start else 0.0
            if w > 0 and c.year[w] != c.year[w - 1]:
                y = c.year[w - 1]
                paid = sum(p.indexed[v] for v in range(c.weeks) if c.year[v] == y and p.paid[v])
                cost[period] += (index.corrected[y] - index.announced[y]) * paid
    return costs


def other_costs(play, factor=lambda w: 1.0):
    """Campaign and relief per period (8.1), each week times a factor."""
    c, v = play.calendar, play.values
    hour = v["work.indirect_hours_per_conversation"] * v["work.admin_share_of_indirect"]
    hour *= v["relief.screener_hours_per_admin_hour"] * v["relief.screener_hourly_cost_eur"]
    costs = [0.0] * c.periods
    for w in range(c.forecast_from, c.weeks):
        y = c.year[w]
        level = play.index.announced[y] if play.case["costs_indexed"] else 1.0
        campaign = play.weekly["campaign.cost_eur_per_year"][w] / c.year_weeks[y]
        relief = play.held[w] * hour * play.weekly["relief.admin_share"][w]
        costs[c.period[w]] += (campaign + relief) * level * factor(w)
    return costs


def avoided(play):
    """Avoided cost per period: evaluation's method, real, if all (8.2), real at the first average cost (8.4), and expected."""
    c, v = play.calendar, play.values
    spans = [(ws[0], ws[-1] + 1) for ws in (c.weeks_of(i) for i in range(c.periods))]
    evaluation, real, every, constant, expected = ([0.0] * c.periods for _ in range(5))
    price = lambda w: play.weekly["maatwerk.cost_average_eur"][w] * play.index.care[c.year[w]]
    sigma = math.sqrt(math.log(1 + v["maatwerk.cost_cv"] ** 2))
    for w, person in play.positives:
        average = price(w)
        if c.period[w] is not None:
            evaluation[c.period[w]] += average
        usual = v["maatwerk.light_case_factor"] * average
        amount = usual * math.exp(sigma * person["z_cost"] - sigma**2 / 2)
        share = v["maatwerk.avoidance_share"] * v["maatwerk.avoidance_factor." + REFERRERS[person["referrer"]]]
        share *= v["attracted.avoidance_factor"] if person["attracted"] else 1.0
        avoids = person["u_avoid"] < share and person["u_relapse"] >= v["maatwerk.relapse_share"]
        start = w + v["maatwerk.start_delay_weeks"]
        end = start + v["maatwerk.duration_weeks"]
        for i, (begin, until) in enumerate(spans):
            time = max(0.0, min(end, until) - max(start, begin)) / (end - start)
            part = amount * time
            expected[i] += usual * share * (1 - v["maatwerk.relapse_share"]) * time
            every[i] += part
            real[i] += part if avoids else 0.0
            constant[i] += part / average * price(c.forecast_from) if avoids else 0.0
    return evaluation, real, every, constant, expected


def luck(play):
    """What was avoided over the forecast beyond what the closures let expect (8.2)."""
    _, real, _, _, expected = avoided(play)
    return sum(real) - sum(expected)


def wait_quantile(waits, share):
    waits = sorted(min(w, 260) for w in waits)
    return next((w for n, w in enumerate(waits, 1) if n >= share * len(waits)), None)


def row(play, periods, hours, money):
    """All metrics over some periods; `money` sums (cost, evaluation, real, if all, net present, constant)."""
    c = play.calendar
    inside = lambda w: c.period[w] in periods
    count = lambda *what: sum(1 for name, w, _ in play.events if name in what and inside(w))
    waits = [person["wait"] for name, w, person in play.events if name == "started" and inside(w)]
    weeks = [w for w in range(c.weeks) if inside(w)]
    waiting, running = play.log[weeks[-1]][:2]
    recovered, queue = count("recovered"), count("left for care")
    poj, direct = count(ESCALATED), count("direct")
    cost, evaluation, real, every, present, constant_cost, constant_avoided = money
    used, available = hours
    within = sum(1 for wait in waits if wait <= play.values["queue.norm_weeks"])
    return {
        "youths_referred": count("referred"),
        "youths_started": len(waits),
        "youths_closed_positive": count(POSITIVE),
        "youths_escalated": poj,
        "youths_dropped_out": count(DROPPED_OUT),
        "youths_outcome_unknown": count(UNKNOWN),
        "youths_left_queue": recovered + queue,
        "youths_recovered_waiting": recovered,
        "youths_waiting_year_end": waiting,
        "youths_in_treatment_year_end": running,
        "wait_mean_weeks": ratio(sum(waits), len(waits)),
        "wait_p50_weeks": wait_quantile(waits, 0.5),
        "wait_p90_weeks": wait_quantile(waits, 0.9),
        "share_within_norm": ratio(within, len(waits)),
        "utilisation": ratio(used, available),
        "hours_used": used,
        "hours_available": available,
        "weeks_bound_share": sum(play.bound[w] for w in weeks) / len(weeks),
        "conversations": sum(play.held[w] for w in weeks),
        "specialist_referrals": poj + queue + direct,
        "specialist_referrals_poj": poj,
        "specialist_referrals_queue": queue,
        "specialist_referrals_huisarts": direct,
        "municipal_referral_share": ratio(poj + queue, poj + queue + direct),
        "poj_cost_eur": cost,
        "avoided_cost_evaluation_eur": evaluation,
        "avoided_cost_eur": real,
        "avoided_cost_if_all_eur": every,
        "net_saving_evaluation_eur": evaluation - cost,
        "net_saving_eur": real - cost,
        "cashable_saving_eur": play.values["maatwerk.cashable_share"] * real - cost,
        "net_present_saving_eur": present,
        "poj_cost_constant_eur": constant_cost,
        "avoided_cost_constant_eur": constant_avoided,
    }


def metrics(play):
    """One row per period and one for the total."""
    c, v = play.calendar, play.values
    by_provider, other = provider_costs(play), other_costs(play)
    cost = [sum(p[i] for p in by_provider) + other[i] for i in range(c.periods)]
    evaluation, real, every, constant_avoided, _ = avoided(play)
    first = c.year[c.forecast_from]
    present, hours = [], []
    for i in range(c.periods):
        weeks = c.weeks_of(i)
        y = c.year[weeks[0]]
        level = play.index.announced[y] / play.index.announced[first]
        rate = 1 + v["money.discount_rate_per_year"]
        present.append((real[i] - cost[i]) / level / rate ** (y - first))
        hours.append([sum(play.log[w][n] for w in weeks) for n in (3, 2)])
    money = list(zip(cost, evaluation, real, every, present, constant_costs(play), constant_avoided))
    rows = [row(play, {i}, hours[i], money[i]) for i in range(c.periods)]
    total = lambda table: [sum(column) for column in zip(*table)]
    return rows + [row(play, set(range(c.periods)), total(hours), total(money))]


def excesses(play):
    """By how much the cost exceeds each ceiling in each period (8.5)."""
    c, by_provider, other = play.calendar, provider_costs(play), other_costs(play)
    names = [p.name for p in play.providers]
    found = []
    for ceiling in play.case["ceilings"]:
        row_ = []
        for i in range(c.periods):
            level = lambda w: play.index.announced[c.year[w]] if ceiling["indexed"] else 1.0
            limit = sum(ceiling["limit"] * level(w) / c.year_weeks[c.year[w]] for w in c.weeks_of(i))
            if ceiling["providers"]:
                cost = sum(by_provider[names.index(n)][i] for n in ceiling["providers"] if n in names)
            else:
                cost = sum(p[i] for p in by_provider) + other[i]
            row_.append(cost - limit)
        found.append(row_)
    return found


def provider_hours(play):
    """Mean contract hours, available and used hours of each provider in each period and in total."""
    c, found = play.calendar, []
    for p in play.providers:
        rows = []
        for periods in [{i} for i in range(c.periods)] + [set(range(c.periods))]:
            weeks = [w for w in range(c.weeks) if c.period[w] in periods]
            contract = [p.hours[w] for w in weeks if w >= p.start and p.hours[w] > 0]
            sums = [sum(p.available[w] for w in weeks), sum(p.used[w] for w in weeks)]
            rows.append([ratio(sum(contract), len(contract)), *sums])
        found.append(rows)
    return found
