"""Random numbers of its own: what nobody knows (3) and the cohort (4.1 to 4.3). Takes a scenario, gives a case to play.

Left out, because `small.toml` does not use it: rank correlations, periods of its own, replays.
"""

import math
import tomllib
from datetime import date, timedelta
from pathlib import Path
from statistics import NormalDist

from results import REFERRERS
from weeks import WEEKS_PER_YEAR, Calendar, rounded

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
OUTCOMES = ["positive", "escalated", "unknown"]
SHARES = {"inflow.referrer_shares", "inflow.season", "needs.shares", "absence.leave_season", "outcome.shares"}
PRIORS = {"jeffreys": 0.5, "uniform": 1.0, "none": 0.0}
STATEMENTS = {"fixed", "counts", "proportion", "range", "mean_sd", "quantiles", "dirichlet", "relative"}


def merged(below, above):
    """A child over its parent: whole quantities replace, changes are added."""
    out = dict(below)
    for key, value in above.items():
        old = out.get(key)
        if key == "changes":
            out[key] = old + value if old else value
        elif isinstance(value, dict) and isinstance(old, dict) and not STATEMENTS & value.keys():
            out[key] = merged(old, value)
        else:
            out[key] = value
    return out


def read(path):
    with open(path, "rb") as file:
        said = tomllib.load(file)
    parent = said.pop("extends", None)
    return merged(read(Path(path).parent / parent), said) if parent else said


def statements(table, prefix=""):
    """All quantities of a file by dotted key."""
    found = {}
    for key, value in table.items():
        if isinstance(value, dict):
            if STATEMENTS & value.keys():
                found[prefix + key] = value
            else:
                found |= statements(value, f"{prefix}{key}.")
    return found


def support(said):
    """What a quantity can be, as far as the laws here need it."""
    unit = said["unit"]
    return "share" if unit == "share" else "any" if unit.startswith("log-odds") else "positive"


def drawn_from(said, random):
    """One value of a statement (3.1)."""
    if "fixed" in said:
        return said["fixed"]
    if "counts" in said:
        c = said["counts"]
        return random.gammavariate(c["events"] + PRIORS[c["prior"]], 1 / c["years"])
    if "proportion" in said:
        p = said["proportion"]
        a = PRIORS[p["prior"]]
        return random.betavariate(p["seen"] + a, p["of"] - p["seen"] + a)
    if "range" in said:
        low, likely, high = (said["range"][k] for k in ("low", "likely", "high"))
        place = (likely - low) / (high - low)
        return low + (high - low) * random.betavariate(1 + 4 * place, 1 + 4 * (1 - place))
    if "mean_sd" in said:
        mean, sd = said["mean_sd"]["mean"], said["mean_sd"]["sd"]
        if support(said) == "any":
            return random.gauss(mean, sd)
        if support(said) == "positive":
            return random.gammavariate((mean / sd) ** 2, sd**2 / mean)
        n = mean * (1 - mean) / sd**2 - 1
        return random.betavariate(mean * n, (1 - mean) * n)
    (p, x), (q, y) = sorted((int(k[1:]) / 100, v) for k, v in said["quantiles"].items())
    g, back = {
        "share": (lambda v: math.log(v / (1 - v)), lambda v: 1 / (1 + math.exp(-v))),
        "positive": (math.log, math.exp),
        "any": (float, float),
    }[support(said)]
    score = NormalDist().inv_cdf
    sigma = (g(y) - g(x)) / (score(q) - score(p))
    return back(g(x) - sigma * score(p) + sigma * random.gauss(0, 1))


def shares_from(said, parts, random):
    if "dirichlet" in said:
        a = PRIORS[said["prior"]]
        weights = [random.gammavariate(said["dirichlet"][part] + a, 1) for part in parts]
    else:
        weights = [said["fixed" if "fixed" in said else "relative"][part] for part in parts]
    return [w / sum(weights) for w in weights]


class Chance:
    """A stream of unit exponentials under every name."""

    def __init__(self, random):
        self.random = random

    def __getitem__(self, _):
        return iter(lambda: self.random.expovariate(1), None)


class Scenario:
    """A scenario file, ready to be drawn again and again."""

    def __init__(self, path):
        self.said = read(path)
        self.quantities = statements(self.said)
        time = self.said["time"]
        start, warm_up = time["start"], time["warm_up_weeks"]
        end = date(start.year + time["years"], start.month, start.day)
        first = start + timedelta(-start.weekday() % 7)
        count = sum(1 for n in range(1000) if first + timedelta(7 * n) < end)
        years = sorted({(first + timedelta(7 * n)).year for n in range(count)})
        self.frame = {
            "first_monday": (first - timedelta(7 * warm_up)).isoformat(),
            "weeks": warm_up + count,
            "forecast_from": warm_up,
            "periods": [[str(y), max(first, date(y, 1, 1)).isoformat()] for y in years],
        }
        f = self.frame
        self.calendar = Calendar(f["first_monday"], f["weeks"], f["forecast_from"], f["periods"])
        self.needs = list(self.said["needs"]["shares"]["fixed"])

    def case(self, random):
        """A draw, and a cohort of it."""
        draw, shares = {}, {}
        for key, said in self.quantities.items():
            if key in SHARES:
                parts = {"inflow.referrer_shares": REFERRERS, "needs.shares": self.needs, "outcome.shares": OUTCOMES}
                shares[key] = shares_from(said, parts.get(key, MONTHS), random)
            else:
                draw[key] = {"initial": drawn_from(said, random), "changes": []}
        for change in self.said.get("changes", []):
            draw[change["key"]]["changes"].append([change["from"].isoformat(), drawn_from(change["to"], random)])
        values = {key: t["initial"] for key, t in draw.items()}
        count = int(values["practices.count"])
        said = self.said
        return {
            "values": draw,
            "providers": [self.provider(name, table, draw) for name, table in said["providers"].items()],
            "outcomes": shares["outcome.shares"],
            "leave_season": shares["absence.leave_season"],
            "attracted_need": self.needs.index(said["attracted"]["need"]),
            "costs_indexed": said["money"]["costs_indexed"],
            "replays": False,
            "exponentials": Chance(random),
            "practices": [(random.random(), random.expovariate(1)) for _ in range(count)],
            "ceilings": [],
            "people": self.people(values, shares, random),
        }

    def provider(self, name, table, draw):
        begin = f"providers.{name}."
        return {
            "name": name,
            "start": table.get("start"),
            "exit_on": table.get("exit_on"),
            "expertise": [self.needs.index(need) for need in table["expertise"]],
            "accepts_other_needs": table["accepts_other_needs"],
            "budget_indexed": table.get("budget_indexed", False),
            "quantities": {key[len(begin) :]: t for key, t in draw.items() if key.startswith(begin)},
        }

    # 4.1, 4.2: a Poisson number of arrivals in each week and class, at uniform times in the week.
    def people(self, v, shares, random):
        c, season = self.calendar, shares["inflow.season"]
        measured = self.said["inflow"]["measured_on"]
        base = v["inflow.youths_per_year"] / WEEKS_PER_YEAR
        n = int(v["practices.count"])
        known = min(max(rounded(n * v["practices.aware_share"]), 1), n)
        rates = [base * share for share in shares["inflow.referrer_shares"]]
        rates[1] *= n / known
        rates.append(base * v["attracted.share_of_inflow"])
        s = math.sqrt(math.log(1 + v["inflow.year_to_year_cv"] ** 2))
        shock = {y: math.exp(s * random.gauss(0, 1) - s * s / 2) for y in sorted(set(c.year))}
        cumulated = conversations(v)
        found = []
        for w in range(c.weeks):
            growth = (1 + v["inflow.growth_per_year"]) ** ((c.mondays[w] - measured).days / 365.2425)
            level = growth * season[c.month[w]] / (sum(season) / 12) * shock[c.year[w]]
            for kind, rate in enumerate(rates):
                t = random.expovariate(1) / (rate * level) if rate > 0 else 1.0
                while t < 1:
                    found.append((w + t, self.person(w, kind, v, shares, cumulated, random)))
                    t += random.expovariate(1) / (rate * level)
        return [person for _, person in sorted(found, key=lambda each: each[0])]

    # 4.3
    def person(self, w, kind, v, shares, cumulated, random):
        attracted = kind == len(REFERRERS)
        which = lambda weights: random.choices(range(len(weights)), weights)[0]
        leave, recover = v["queue.leave_per_week"], v["queue.recover_per_week"]
        for_care = random.expovariate(leave) if leave > 0 else math.inf
        well = random.expovariate(recover) if recover > 0 else math.inf
        patience = min(for_care, well)
        number, u = random.random(), random.random()
        return {
            "week": w,
            "leaves": w + 1 + math.floor(patience) if patience < math.inf else self.calendar.weeks,
            "practice": random.randrange(int(v["practices.count"])) if kind == 1 else None,
            "need": self.needs.index(self.said["attracted"]["need"]) if attracted else which(shares["needs.shares"]),
            "urgent": random.random() < v["queue.urgent_share"],
            "attracted": attracted,
            "recovers": well < for_care,
            "conversations": 1 + next(x for x, p in enumerate(cumulated) if number < p),
            "interval": 1 if random.random() < v["conversations.weekly_share"] else 2,
            "registered": None,
            "logit_outcome": math.log(u / (1 - u)),
            "u_other_outcome": random.random(),
            "referrer": which(shares["inflow.referrer_shares"]) if attracted else kind,
            "u_avoid": random.random(),
            "u_relapse": random.random(),
            "z_cost": random.gauss(0, 1),
            "followed_up": random.random() < v["follow_up.share"],
            "bridged": random.random() < v["bridging.share"],
        }


def conversations(v):
    """Cumulated probabilities of 1, 2, ... conversations: 1 + a beta-binomial number (4.3)."""
    most, mean, d = int(v["conversations.most_needed"]), v["conversations.mean"], v["conversations.dispersion"]
    n, p = most - 1, min((mean - 1) / (most - 1), 1) if most > 1 else 0.0
    beta = lambda a, b: math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    cumulated, total = [], 0.0
    for x in range(n + 1):
        if d == 0 or p in (0, 1):
            chance = math.comb(n, x) * p**x * (1 - p) ** (n - x)
        else:
            a, b = p * (1 - d) / d, (1 - p) * (1 - d) / d
            chance = math.comb(n, x) * math.exp(beta(x + a, n - x + b) - beta(a, b))
        total += chance
        cumulated.append(total)
    cumulated[-1] = 1.0
    return cumulated
