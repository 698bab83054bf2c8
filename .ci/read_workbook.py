"""Opens workbooks as finance does: LibreOffice works every formula out again, openpyxl and pandas read them back."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pandas

# Always work out again what is loaded, instead of showing the stored results.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
ERRORS = ("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "Err:")
scratch = Path(tempfile.mkdtemp())


def convert(book, to, into):
    """Lets LibreOffice open a workbook and save it in another form."""
    profile = scratch / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    into.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", to, "--outdir", str(into), str(book)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300,
    )
    return into / f"{book.stem}.{to}"


def values(book):
    """Every cell that holds something."""
    sheets = openpyxl.load_workbook(book, data_only=True)
    return {(sheet.title, cell.coordinate): cell.value for sheet in sheets for row in sheet for cell in row if cell.value is not None}


def formulas(book):
    """Every cell with a formula."""
    sheets = openpyxl.load_workbook(book)
    return [(sheet.title, cell.coordinate) for sheet in sheets for row in sheet for cell in row if isinstance(cell.value, str) and cell.value.startswith("=")]


def without_results(book):
    """The same workbook with a nought in the place of every stored result, so that only a calculation can bring it back."""
    spoilt = scratch / "spoilt" / book.name
    spoilt.parent.mkdir(exist_ok=True)
    count = 0
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(spoilt, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text, spoilt_here = re.subn(r"(<f>[^<]*</f>)<v>[^<]*</v>", r"\1<v>0</v>", data.decode("utf-8"))
                count, data = count + spoilt_here, text.encode("utf-8")
            new.writestr(name, data)
    return spoilt, count


def recalculated(book, summary):
    """Every formula gives its stored result again, to the cent, and no cell holds an error."""
    stored, places = values(book), formulas(book)
    spoilt, count = without_results(book)
    assert count == len(places) > 50, f"{count} stored results, {len(places)} formulas"
    again = values(convert(spoilt, "xlsx", scratch / "again"))
    for place, value in again.items():
        assert not (isinstance(value, str) and value.startswith(ERRORS)), f"{place}: {value}"
    for place in places:
        if isinstance(stored[place], str):
            assert again[place] == stored[place], f"{place}: {again[place]!r}, stored {stored[place]!r}"
        else:
            assert abs(again[place] - stored[place]) < 0.005, f"{place}: {again[place]}, stored {stored[place]}"
    print(f"{book.parent.name}: {len(places)} formulas give their stored results again")


def typed(book, summary):
    """Whoever types a share of 100 % gets the net saving by the evaluation's method."""
    sheets = openpyxl.load_workbook(book)
    name = "eigen_deel" if "eigen_deel" in sheets.defined_names else "own_share"
    (sheet, cell), = sheets.defined_names[name].destinations
    sheets[sheet][cell.replace("$", "")] = 1.0
    changed = scratch / "typed" / book.name
    changed.parent.mkdir(exist_ok=True)
    sheets.save(changed)
    after = values(convert(changed, "xlsx", scratch / "after"))
    arms = list(summary["arms"])
    root = summary["differences"][arms[1]] if len(arms) > 1 else summary["arms"][arms[0]]
    expected = root["world"][summary["worlds"][0]]["metrics"]["net_saving_evaluation_eur"]["total"]["mean"]
    column, row = re.fullmatch(r"\$([A-Z]+)\$(\d+)", cell).groups()
    found = after[sheet, f"{column}{int(row) + 4}"]
    assert abs(found - expected) < 0.01, f"{found}, by the evaluation's method {expected}"
    print(f"{book.parent.name}: with a share of 100 % the net saving is {found:.2f}, as by the evaluation's method")


def dressed(book):
    """Headings stay in view, pages have a print area, charts are described, names and properties are there."""
    sheets = openpyxl.load_workbook(book)
    assert sheets.defined_names, "cells have names"
    assert sheets.properties.title and sheets.properties.created.year == 2024, sheets.properties
    for sheet in sheets:
        assert sheet.print_area, f"{sheet.title} has no print area"
        assert sheet.freeze_panes or sheet is sheets.worksheets[0], f"{sheet.title} has no frozen headings"
        assert len(sheet.title) <= 31
    with zipfile.ZipFile(book) as parts:
        drawings = [parts.read(name).decode("utf-8") for name in parts.namelist() if re.match(r"xl/drawings/drawing\d+\.xml", name)]
        charts = [name for name in parts.namelist() if re.match(r"xl/charts/chart\d+\.xml", name)]
    described = [len(text) for drawing in drawings for text in re.findall(r'descr="([^"]*)"', drawing)]
    assert len(described) == len(charts) >= 4 and min(described) > 40, f"{described} for {len(charts)} charts"
    euros = [cell.number_format for sheet in sheets for row in sheet for cell in row if "€" in str(cell.number_format)]
    assert len(euros) > 200, "amounts are in euros"
    print(f"{book.parent.name}: {len(sheets.worksheets)} sheets, {len(charts)} charts with a description")


def framed(book, summary):
    """pandas reads the table of each scenario by itself, and the expected totals are those of the summary."""
    frame = pandas.read_excel(book, sheet_name=-2, header=3)
    scenario, world, amount, year, expected = frame.columns[:5]
    metrics = ["net_saving_eur", "cashable_saving_eur", "net_present_saving_eur", "poj_cost_eur", "avoided_cost_eur", "avoided_cost_evaluation_eur", "net_saving_evaluation_eur"]
    slices = len(summary["periods"]) + 1
    assert len(frame) == len(summary["arms"]) * len(summary["worlds"]) * len(metrics) * slices, len(frame)
    row = slices - 1
    for arm in summary["arms"].values():
        for name in summary["worlds"]:
            for metric in metrics:
                told = arm["world"][name]["metrics"][metric]["total"]["mean"]
                assert abs(frame[expected][row] - told) < 0.01, f"{name} {metric}: {frame[expected][row]}, {told}"
                row += slices
    print(f"{book.parent.name}: pandas reads {len(frame)} bands")


try:
    for folder in map(Path, sys.argv[1:]):
        book = folder / "bandbreedtes.xlsx"
        summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
        dressed(book)
        framed(book, summary)
        recalculated(book, summary)
        typed(book, summary)
        paper = convert(book, "pdf", scratch / "paper")
        assert paper.stat().st_size > 20_000
finally:
    shutil.rmtree(scratch, ignore_errors=True)
