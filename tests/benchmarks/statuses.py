"""What the records say of every year, from their own command line, and the colours of the usual way."""

from __future__ import annotations

import csv
import subprocess
import sys
from itertools import pairwise

from tests.browser.server import ROOT

COLOURS = {
    "signatory": "#77b3a7",
    "member": "#0e635c",
    "frozen": "#cfe6e2",
    "suspended": "#b06a2b",
    "former": "#e7bc78",
    "observer": "#9b89bd",
    "none": "#ecebe7",
}


def by_year() -> dict[int, dict[str, str]]:
    """Status by ISO code for every year, `none` included; raises CalledProcessError on broken records."""
    panel = [sys.executable, "-m", "membership_data", "panel"]
    text = subprocess.run(panel, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    years: dict[int, dict[str, str]] = {}
    for row in csv.DictReader(text.splitlines()):
        years.setdefault(int(row["year"]), {})[row["iso_a3"]] = row["status"]
    return years


def changing_years(years: dict[int, dict[str, str]]) -> list[int]:
    """The first year, and each in which a status is another than the year before: a map must be redrawn."""
    ordered = sorted(years)
    return ordered[:1] + [after for before, after in pairwise(ordered) if years[before] != years[after]]
