"""Reads a result folder back as its readers do, and holds the files against each other."""

import json
import math
import sys
from pathlib import Path

import jsonschema
import pandas
import pyarrow.parquet

folder = Path(sys.argv[1])
summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"), parse_constant=lambda name: sys.exit(f"{name} in summary.json"))
json.loads((folder / "manifest.json").read_text(encoding="utf-8"))

schema = Path("docs/summary.schema.json")
if schema.exists():
    jsonschema.validate(summary, json.loads(schema.read_text(encoding="utf-8")))

table = pyarrow.parquet.read_table(folder / "replications.parquet")
frame = table.to_pandas()
assert frame.equals(pandas.read_parquet(folder / "replications.parquet"))
print(f"replications.parquet: {table.num_rows} rows, columns {table.column_names}")

bands = pandas.read_csv(folder / "bands.csv")
print(f"bands.csv: {len(bands)} rows, columns {list(bands.columns)}")
assert len(bands) > 0

dutch = folder / "banden.csv"
if dutch.exists():
    told = pandas.read_csv(dutch, sep=";", decimal=",", encoding="utf-8-sig")
    assert told.shape == bands.shape and math.isclose(told.iloc[:, 6].sum(), bands["mean"].sum(), rel_tol=1e-9)
    print("banden.csv: the same in Dutch")

bands_seen = 0


def walk(place, value):
    """Every band of the summary is in order and finite."""
    global bands_seen
    if isinstance(value, dict):
        if "mean" in value and "p5" in value and "p95" in value:
            bands_seen += 1
            levels = [value[f"p{level}"] for level in (5, 10, 25, 50, 75, 90, 95)]
            known = [level for level in levels if level is not None]
            assert known == sorted(known), f"{place}: {levels}"
        for key, inner in value.items():
            walk(f"{place}.{key}", inner)
    elif isinstance(value, list):
        for inner in value:
            walk(place, inner)
    elif isinstance(value, float):
        assert math.isfinite(value), place


walk("summary", summary)

for arm in summary["arms"]:
    for world in summary["worlds"]:
        for metric in ("youths_started", "poj_cost_eur", "poj_cost_constant_eur", "avoided_cost_constant_eur", "net_saving_eur"):
            told = summary["arms"][arm]["world"][world]["metrics"][metric]["total"]["mean"]
            rows = frame[(frame.arm == arm) & (frame.world == world) & (frame.period == "total")]
            found = rows[metric].mean()
            assert math.isclose(told, found, rel_tol=1e-6, abs_tol=0.01), f"{arm} {world} {metric}: {told}, {found}"
            row = bands[(bands.kind == "arm") & (bands.arm == arm) & (bands.world == world) & (bands.metric == metric) & (bands.period == "total")]
            assert math.isclose(told, row["mean"].iloc[0], rel_tol=1e-6, abs_tol=0.01), f"{arm} {world} {metric} in bands.csv"
print("summary.json, bands.csv and replications.parquet say the same")
assert bands_seen > 0
print(f"summary.json: {bands_seen} bands, each in order")
