"""Whole runs with random numbers of Python against the means and spreads of the engine.

Each number of each arm is compared twice: its mean, and its mean squared distance to the engine's mean. A comparison fails
beyond 5.5 standard errors of the difference. With some 400 comparisons a correct program fails in about one of 60,000 pairs of
seeds if errors are normal; skewed numbers make that some ten times more often. The seed is fixed.
"""

import math
import random
from pathlib import Path

import results
from chance import Scenario
from play import Play

SEED = 19_540_101
BOUND = 5.5


def mean_and_error(values):
    n = len(values)
    mean = sum(values) / n
    return mean, math.sqrt(sum((x - mean) ** 2 for x in values) / (n - 1) / n)


def replications(path, count, seed):
    """The metrics of `count` plays: a dict of lists per metric and slice; undefined numbers are left out."""
    scenario, chance = Scenario(path), random.Random(seed)
    found = {}
    for _ in range(count):
        rows = results.metrics(Play(scenario.calendar, scenario.case(chance)))
        for slice_, row in enumerate(rows):
            for metric, value in row.items():
                if value is not None:
                    found.setdefault((metric, slice_), []).append(value)
    return found


def judge(document):
    """`document` holds, per scenario file, what the engine found per metric and slice: mean, variance and their errors."""
    folder = Path(__file__).parent
    compared, faults, largest = 0, [], 0.0
    for number, (name, engine) in enumerate(document["runs"].items()):
        found = replications(folder / name, document["replications"], SEED + number)
        for metric, slices in engine.items():
            for slice_, (mean, mean_error, variance, variance_error) in enumerate(slices):
                values = found[metric, slice_]
                for what, here, there, error in [
                    ("mean", values, mean, mean_error),
                    ("variance", [(x - mean) ** 2 for x in values], variance, variance_error),
                ]:
                    mine, my_error = mean_and_error(here)
                    off = mine - there
                    both = math.hypot(my_error, error)
                    compared += 1
                    if both == 0:
                        away = 0.0 if abs(off) <= 1e-9 * max(1, abs(there)) else math.inf
                    else:
                        away = abs(off) / both
                    largest = max(largest, away)
                    if away > BOUND:
                        faults.append(
                            f"{name}, {metric}, slice {slice_}, {what}: {mine:.6g} ± {my_error:.2g} here, "
                            f"{there:.6g} ± {error:.2g} in the engine: {away:.1f} standard errors apart"
                        )
    for fault in faults[:40]:
        print(fault)
    print(
        f"drawn, {document['replications']} replications: {compared} numbers compared, {len(faults)} beyond "
        f"{BOUND} standard errors, the farthest {largest:.2f}"
    )
    return not faults
