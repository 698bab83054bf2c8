"""Runs the peers in Python, holds every way against `sim`, and prints what a replication costs in each.

Usage: compare.py FOLDER [--short] [--write FILE]. FOLDER holds what the bench `peers` wrote. --short takes fewer
replications. --write puts the table between two comments of a Markdown file.
"""

import argparse
import math
import platform
import statistics
import sys
import time
from importlib.metadata import version
from pathlib import Path

import numpy

import in_ciw
import in_numpy
import in_simpy
from queue_stated import COLUMNS

# A correct set of peers is refused for one in so many seeds.
FALSE_ALARM = 1 / 1000
ROUNDS = 5
# Name, what it is, replications per round, in short.
PEERS = [
    ("numpy", f"NumPy {version('numpy')}, all replications at once", in_numpy.simulate, 4000, 2000),
    ("simpy", f"SimPy {version('simpy')}", in_simpy.simulate, 80, 30),
    ("ciw", f"Ciw {version('ciw')}", in_ciw.simulate, 60, 20),
]
RUST = [
    ("sim", "`sim`"),
    ("by-hand-same-numbers", "Rust by hand: heap of events, the random numbers that `sim` draws"),
    ("by-hand", "Rust by hand: heap of events, no number that this queue does not need"),
]


def in_rust(folder, way):
    """Microseconds a replication, and the rows."""
    text = (folder / f"{way}.csv").read_text(encoding="utf-8")
    return float(text.split("\n", 1)[0].removeprefix("# ")), numpy.loadtxt(text.splitlines(), delimiter=",", comments="#")


def in_python(simulate, replications):
    """The same: the fastest of the rounds counts, the rows of all are kept."""
    simulate(2, 0)
    fastest, rows = math.inf, []
    for turn in range(ROUNDS):
        began = time.process_time()
        found = simulate(replications, 1 + turn)
        fastest = min(fastest, time.process_time() - began)
        rows.extend(found)
    return fastest / replications * 1e6, numpy.asarray(rows, dtype=float)


def deviations(mine, theirs):
    """Per column the mean and three quantiles, each as its difference over the standard error of that difference.

    A quantile is judged by the shares of both samples that lie at or below the quantile of `sim`.
    """
    for at, name in enumerate(COLUMNS):
        a, b = mine[:, at], theirs[:, at]
        error = math.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))
        yield f"mean of {name}", (b.mean() - a.mean()) / error
        for level in (0.1, 0.5, 0.9):
            cut = numpy.quantile(a, level)
            below = [(rows <= cut).mean() for rows in (a, b)]
            share = ((a <= cut).sum() + (b <= cut).sum()) / (len(a) + len(b))
            error = math.sqrt(share * (1 - share) * (1 / len(a) + 1 / len(b)))
            yield f"P{level * 100:.0f} of {name}", (below[1] - below[0]) / error if error > 0 else 0.0


def put(path, table):
    """Puts the table into a page, between its two comments."""
    text = path.read_text(encoding="utf-8")
    head, rest = text.split("<!-- peers -->\n")
    tail = rest.split("<!-- /peers -->")[1]
    path.write_text(f"{head}<!-- peers -->\n{table}<!-- /peers -->{tail}", encoding="utf-8")


def main():
    """Measures, judges, prints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--write", type=Path)
    settings = parser.parse_args()
    found = [(way, what, *in_rust(settings.folder, way)) for way, what in RUST]
    for way, what, simulate, many, few in PEERS:
        found.append((way, what, *in_python(simulate, few if settings.short else many)))

    _, _, own, mine = found[0]
    tests = 4 * len(COLUMNS) * (len(found) - 1)
    most = statistics.NormalDist().inv_cdf(1 - FALSE_ALARM / (2 * tests))
    lines = ["| way | microseconds a replication | ratio to `sim` | replications | greatest deviation from `sim`, in standard errors |", "|---|--:|--:|--:|--:|"]
    complaints = []
    for way, what, cost, rows in found:
        far = [] if way == "sim" else sorted(deviations(mine, rows), key=lambda one: -abs(one[1]))
        complaints += [f"{way}: {name} deviates by {by:.1f} standard errors" for name, by in far if abs(by) > most]
        greatest = f"{abs(far[0][1]):.1f}" if far else ""
        lines.append(f"| {what} | {cost:,.0f} | {cost / own:,.2f} | {len(rows):,} | {greatest} |")
    table = "\n".join(lines) + "\n"
    print(table)
    print(f"Python {platform.python_version()}, one core each. {tests} means and quantiles, each at most {most:.2f} standard errors apart:")
    print(f"correct peers would fail in one of {1 / FALSE_ALARM:,.0f} seeds.")
    for complaint in complaints:
        print(complaint)
    if complaints:
        sys.exit(1)
    print("all agree")
    if settings.write:
        put(settings.write, table)


main()
