"""Holds the engine to the second implementation: `judge.py given FILE` or `judge.py drawn FILE`. Ends with 1 when it fails."""

import json
import sys

import results
from play import DROPPED_OUT, ESCALATED, POSITIVE, UNKNOWN, play

# Sums are made in another order there: the last bits of large sums may differ.
RELATIVE, ABSOLUTE = 1e-9, 1e-6


def same(a, b):
    if a is None or b is None:
        return a is None and b is None
    return abs(a - b) <= ABSOLUTE + RELATIVE * max(abs(a), abs(b))


class Found:
    """What was compared, and what differed."""

    def __init__(self):
        self.compared, self.faults = 0, []

    def hold(self, where, here, engine):
        self.compared += 1
        if not same(here, engine):
            self.faults.append(f"{where}: {here} here, {engine} in the engine")

    def report(self, what):
        for fault in self.faults[:20]:
            print(fault)
        print(f"{what}: {self.compared} numbers compared, {len(self.faults)} differ")
        return not self.faults


def cumulated(p):
    """Referred, started, closed by outcome and left since the first week, at the end of each week."""
    kinds = ["referred", "started", POSITIVE, ESCALATED, DROPPED_OUT, UNKNOWN, "left"]
    so_far, rows = dict.fromkeys(kinds, 0), []
    by_week = {}
    for what, w, _ in p.happened:
        by_week.setdefault(w, []).append("left" if what in ("recovered", "left for care") else what)
    for w in range(p.calendar.weeks):
        for what in by_week.get(w, []):
            if what in so_far:
                so_far[what] += 1
        rows.append([so_far[kind] for kind in kinds])
    return rows


def weeks(found, name, p, engine):
    for w, (counts, told) in enumerate(zip(cumulated(p), engine)):
        referred, started, closed, left = told["counts"]
        there = [referred, started, *closed, left, told["held"], told["waiting"], told["running"], *told["hours"]]
        here = [*counts, p.held[w], *p.log[w]]
        before = len(found.faults)
        for a, b in zip(here, there):
            found.hold(f"{name}, week {w}: {here} against {there}", a, b)
        if len(found.faults) > before:
            return  # the weeks after it differ as well


def given(document):
    found = Found()
    for case in document["cases"]:
        p, name, engine = play(document, case), case["name"], case["engine"]
        weeks(found, name, p, engine["weeks"])
        rows = results.metrics(p)
        for metric, values in engine["metrics"].items():
            for row, value in zip(rows, values, strict=True):
                found.hold(f"{name}, {metric}", row[metric], value)
        found.hold(f"{name}, luck of avoided care", results.luck(p), engine["luck"])
        pairs = [("hours of provider", results.provider_hours(p), engine["booked"]["providers"])]
        for what, here, there in pairs:
            for number, (rows_here, rows_there) in enumerate(zip(here, there, strict=True)):
                for a, b in zip(rows_here, rows_there, strict=True):
                    for x, y in zip(a, b, strict=True):
                        found.hold(f"{name}, {what} {number}", x, y)
        for number, (a, b) in enumerate(zip(results.excesses(p), engine["booked"]["ceilings"], strict=True)):
            for x, y in zip(a, b, strict=True):
                found.hold(f"{name}, ceiling {number}", x, y)
    return found.report(f"given, {len(document['cases'])} plays")


if __name__ == "__main__":
    how, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        read = json.load(file)
    if how == "given":
        held = given(read)
    else:
        import drawn

        held = drawn.judge(read)
    sys.exit(0 if held else 1)
