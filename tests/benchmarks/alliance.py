"""An invented alliance of any size: a folder of records, and boundaries as a board of squares with many points."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from pathlib import Path

from geodata import projection
from geodata.boundaries import GRID
from membership_data import iso, records
from membership_data.descriptor import NAME
from tests.test_check_world import TABLES, write

STATES = tuple(code for code in sorted(iso.ASSIGNED) if code not in {"ABW", "BRB", "CUB", "DMA"})
LAST_YEAR = 2025
POINTS = 40
"""Of a side of a square."""


def build(folder: Path, states: int, years: int, events: int) -> Path:
    """Fills a folder with the small world of the checker's tests and so many states, years and events beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    write(folder)
    first = date(LAST_YEAR + 1 - years, 1, 1)
    stages = TABLES["stages"].replace("1990-01-01", first.isoformat())
    (folder / "stages.csv").write_text(stages, encoding="utf-8")
    with (folder / "membership_events.csv").open("a", encoding="utf-8") as file:
        for number in range(events):
            state, turn = STATES[number % states], number // states
            day = first + timedelta(days=365 * years * number // events)
            kind, status = ("watched", "observer") if turn % 2 == 0 else ("lapsed", "none")
            file.write(f"x{number},{state},{day},{kind},{status},It was so.,R01,A,\n")
    shutil.copy(records.FOLDER / NAME, folder)
    return folder


def boundaries(path: Path) -> Path:
    """Writes a boundary file with a square for every code that ISO 3166-1 assigns, side by side."""
    codes = sorted(iso.ASSIGNED)
    west, south, east, north = projection.FRAME
    side = min((east - west) // 20, (north - south) // (len(codes) // 20 + 1)) // GRID * GRID
    features = [_feature(code, west + number % 20 * side, south + number // 20 * side, side)
                for number, code in enumerate(codes)]  # fmt: skip
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:ESRI::102025"}}
    document = {"type": "FeatureCollection", "name": "boundaries", "crs": crs, "features": features}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def _feature(code: str, x: int, y: int, side: int) -> dict[str, object]:
    steps = [round(side * step / POINTS / GRID) * GRID for step in range(POINTS)]
    south, east = [(x + step, y) for step in steps], [(x + side, y + step) for step in steps]
    north, west = [(x + side - step, y + side) for step in steps], [(x, y + side - step) for step in steps]
    ring = [*south, *east, *north, *west, (x, y)]
    shape = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"code": code, "detail": True}, "geometry": shape}
