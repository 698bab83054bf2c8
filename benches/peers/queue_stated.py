"""The queue that all peers simulate: read from the scenario, so that it is stated once."""

import math
import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent
SCENARIO = tomllib.loads((FOLDER / "queue.toml").read_text(encoding="utf-8"))


def fixed(table, key):
    """The value of a quantity that is known."""
    return SCENARIO[table][key]["fixed"]


# Mondays from 1 January 2024 up to, not including, 1 January 2029.
WEEKS = 261
assert SCENARIO["time"]["years"] == 5 and SCENARIO["time"]["warm_up_weeks"] == 0
# Young people a week.
RATE = fixed("inflow", "youths_per_year") / (365.2425 / 7)
# Conversations that fit in a week: each running trajectory takes one.
SLOTS = round(SCENARIO["providers"]["alfa"]["hours_per_week"]["fixed"] / (fixed("work", "direct_hours_per_conversation") + fixed("work", "indirect_hours_per_conversation")))
TRIALS = fixed("conversations", "most_needed") - 1
CHANCE = (fixed("conversations", "mean") - 1) / TRIALS
# The law of 1 + Binomial(TRIALS, CHANCE).
NEEDED = list(range(1, TRIALS + 2))
NEEDED_LAW = [math.comb(TRIALS, n - 1) * CHANCE ** (n - 1) * (1 - CHANCE) ** (TRIALS - n + 1) for n in NEEDED]
POSITIVE = fixed("outcome", "shares")["positive"]
AVOIDED = fixed("maatwerk", "avoidance_share")
COST_SIGMA = math.sqrt(math.log(1 + fixed("maatwerk", "cost_cv") ** 2))
COST_MU = math.log(fixed("maatwerk", "cost_average_eur")) - COST_SIGMA**2 / 2
NORM = fixed("queue", "norm_weeks")

# What every peer says of a replication, in this order.
COLUMNS = ["referred", "started", "closed_positive", "wait_mean", "within_norm", "conversations", "waiting_at_end", "avoided_eur"]
