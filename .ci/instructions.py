"""Counts the instructions of the default run, which no load on the machine changes, and holds them against those stored.

    python3 .ci/instructions.py            fails when a figure has risen by more than 5 %, and says how to renew it; then
                                           plants a tenth more work, and fails unless that is noticed
    python3 .ci/instructions.py --renew    stores what is found, after a change that is worth its price
    python3 .ci/instructions.py --table    links a binary with names and prints where the instructions go;
                                           with --write FILE puts that into the page, between its two comments

Callgrind counts what one thread executes. What a replication takes is the difference between two runs, over the replications
between them; so starting, reading scenarios and setting up drop out. The other figure is a small run with all files and
reports. The C library is told to keep to plain instructions, because it has several versions of its functions and takes
that which suits the processor at hand.
"""

import argparse
import functools
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STORED = ROOT / ".ci" / "instructions.json"
SCENARIO = "scenarios/third-provider.toml"
# Replications of the two runs whose difference counts.
FEW, MANY = 20, 60
MOST_RISE = 0.05
PLAIN = "glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW,-AVX2,-AVX,-FMA,-FMA4,-ERMS,-FSRM,-BMI2"
REPLICATION = "instructions per replication"
WHOLE = f"instructions of {FEW} replications with all files and reports"


@functools.cache
def count(binary, replications, reports, profile=None):
    """Instructions of a run on one thread."""
    with tempfile.TemporaryDirectory() as folder:
        out = profile or Path(folder) / "profile"
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", str(binary), "run", SCENARIO]
        command += ["--replications", str(replications), "--threads", "1", "--seed", "1", "--quiet", "--out", folder]
        command += [] if reports else ["--reports", "none"]
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, "GLIBC_TUNABLES": PLAIN}, capture_output=True, text=True)
        found = re.search(r"Collected\s*:\s*(\d+)", done.stderr)
        if done.returncode != 0 or not found:
            sys.exit(f"callgrind failed ({done.returncode}):\n{done.stderr}")
        return int(found.group(1))


def figures(binary, planted):
    """What is guarded. `planted`: a tenth more replications than are accounted for."""
    more = planted * (MANY - FEW) // 10
    few = count(binary, FEW, reports=False)
    replication = (count(binary, MANY + more, reports=False) - few) / (MANY - FEW)
    return {REPLICATION: round(replication), WHOLE: count(binary, FEW, reports=True)}


def compiler():
    """The compiler and its target: another one makes other instructions."""
    said = subprocess.run(["rustc", "-vV"], check=True, capture_output=True, text=True).stdout
    return " ".join(re.search(rf"^{name}: (.*)$", said, re.MULTILINE).group(1) for name in ("release", "host"))


def judge(found):
    """Whether nothing has risen too far; says what has."""
    stored = json.loads(STORED.read_text(encoding="utf-8"))
    sound = True
    for name, now in found.items():
        then = stored[name]
        rise = now / then - 1
        print(f"{name}: {now:,}, stored {then:,} ({rise:+.1%})")
        if rise > MOST_RISE:
            sound = False
            print(f"  a rise of more than {MOST_RISE:.0%}")
    if not sound:
        if stored["compiler"] != compiler():
            print(f"stored with compiler {stored['compiler']}, found with {compiler()}: that may be the reason")
        print("When the rise is worth its price, renew the figures and say why in the commit: python3 .ci/instructions.py --renew")
    elif any(now / stored[name] < 1 - MOST_RISE for name, now in found.items()):
        print("Faster than stored by more than that: renew the figures, so that it stays: python3 .ci/instructions.py --renew")
    return sound


# Where a function belongs: the first pattern that its name has.
PLACES = [
    (r"^sim::cohort::luck|^sim::cohort::candidates::.*Luck", "luck of young people"),
    (r"^(<)?sim::random", "streams"),
    (r"rand_distr|rand_xoshiro|ziggurat|rand::|rand_core", "samplers of rand"),
    (r"^(<)?sim::cohort::candidates", "arrivals, their order and their luck"),
    (r"^(<)?sim::cohort::(people|outlook)", "people as an arm and world see them"),
    (r"^(<)?sim::cohort::staff", "staff: illness, leave, stops"),
    (r"^(<)?sim::cohort", "worth of a closure"),
    (r"^(<)?sim::(parameters|distributions)", "draws of what is uncertain"),
    (r"^(<)?sim::engine::(plan|provider_plan|contract|prices|price_index|setup|frame|branch|awareness)", "plans and prices of a draw"),
    (r"^(<)?sim::engine::(play|week|desks|lines|referrals|track|waiting_list)", "the weeks: queue, desks, trajectories"),
    (r"^(<)?sim::engine::(journal|counters)", "counting events"),
    (r"^(<)?sim::engine::(tally|money|care_span|metric)", "metrics and euros"),
    (r"^(<)?sim::engine", "the rest of the engine, with what is inlined there"),
    (r"^(<)?sim::(statistics|analyses)", "statistics and analyses"),
    (r"^(<)?sim::(report|cli|scenario)|serde|parquet|csv|lz4|ryu|fmt|zmij|itoa|twox", "files"),
    (r"log|exp|pow|sqrt|libm", "logarithms, powers"),
    (r"mem(cpy|set|move|cmp)|malloc|free|realloc|alloc|calloc", "memory: copying, clearing, allocating"),
    (r"sort", "sorting"),
]


def by_place(profile):
    """Instructions of each function itself, summed by place."""
    told = subprocess.run(["callgrind_annotate", "--threshold=100", "--show-percs=no", str(profile)], check=True, capture_output=True, text=True).stdout
    places = defaultdict(int)
    for line in told.splitlines():
        found = re.match(r"\s*([\d,]+)\s+\S*?:(.+?)(?: \[[^\]]*\])?$", line)
        if found and "PROGRAM TOTALS" not in line:
            name = re.sub(r"::h[0-9a-f]{16}|'2$", "", found.group(2)).strip()
            place = next((place for pattern, place in PLACES if re.search(pattern, name)), "the rest")
            places[place] += int(found.group(1).replace(",", ""))
    return places


def table(binary):
    """Where the instructions and the time of a replication go."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few", Path(folder) / "many"
        count(binary, FEW, False, few)
        count(binary, MANY, False, many)
        before, after = by_place(few), by_place(many)
    each = {place: (after[place] - before[place]) / (MANY - FEW) for place in after}
    total = sum(each.values())
    nanoseconds = time_of_a_replication(binary)
    lines = ["| of a replication (2 arms, 4 worlds, 5 years) | instructions | share | about, in microseconds |", "|---|--:|--:|--:|"]
    rest = 0
    for place, number in sorted(each.items(), key=lambda one: -one[1]):
        if number / total < 0.01:
            rest += number
            continue
        lines.append(f"| {place} | {number:,.0f} | {number / total:.0%} | {nanoseconds * number / total / 1000:.0f} |")
    lines.append(f"| all below 1 % together | {rest:,.0f} | {rest / total:.0%} | {nanoseconds * rest / total / 1000:.0f} |")
    lines.append(f"| **together** | **{total:,.0f}** | | **{nanoseconds / 1000:.0f}** |")
    return "\n".join(lines) + "\n"


def time_of_a_replication(binary):
    """Nanoseconds, from two runs; the least of five differences."""
    def seconds(replications):
        with tempfile.TemporaryDirectory() as folder:
            command = [str(binary), "run", SCENARIO, "--threads", "1", "--quiet", "--reports", "none", "--out", folder]
            subprocess.run([*command, "--replications", str(replications)], cwd=ROOT, check=True)
            return json.loads(next(Path(folder).rglob("timings.json")).read_text(encoding="utf-8"))["simulate"]
    few, many = (min(seconds(number) for _ in range(5)) for number in (200, 1200))
    return (many - few) / 1000 * 1e9


def put(path, text):
    """Puts a table into a page, between its two comments."""
    page = path.read_text(encoding="utf-8")
    head, rest = page.split("<!-- instructions -->\n")
    tail = rest.split("<!-- /instructions -->")[1]
    path.write_text(f"{head}<!-- instructions -->\n{text}<!-- /instructions -->{tail}", encoding="utf-8")


def main():
    """Does what was asked."""
    parser = argparse.ArgumentParser()
    for name in ("--renew", "--table"):
        parser.add_argument(name, action="store_true")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--binary", type=Path, default=Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release" / "sim")
    asked = parser.parse_args()
    if asked.table:
        # Linked once more, with its names kept; the next cargo build links it again without.
        subprocess.run(["cargo", "rustc", "--release", "--quiet", "--bin", "sim", "--", "-C", "strip=none"], cwd=ROOT, check=True)
        text = table(asked.binary)
        print(text)
        if asked.write:
            put(asked.write, text)
        return
    began = time.monotonic()
    found = figures(asked.binary, planted=False)
    if asked.renew:
        STORED.write_text(json.dumps({"compiler": compiler(), **found}, indent=2) + "\n", encoding="utf-8")
        print(STORED.read_text(encoding="utf-8"))
    elif not judge(found):
        sys.exit(1)
    else:
        print("\nwith a tenth more work:")
        if judge(figures(asked.binary, planted=True)):
            sys.exit("a tenth more work was planted, and nobody noticed")
        print("which was planted, and noticed")
    print(f"counted in {time.monotonic() - began:.0f} s")


main()
