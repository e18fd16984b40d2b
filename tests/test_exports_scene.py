"""One scene: picture, SVG and slide show the same states in the same statuses as the command `panel`, every year."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from functools import cache
from pathlib import Path

import pytest

from dashboard import palette, view
from dashboard.atlas import load
from dashboard.exports import deck, picture, svg
from dashboard.exports.plate import Area, Plate
from tests.presentation import shapes, slides

ATLAS = load()
T, DRAWN, EN = ATLAS.timeline, ATLAS.shapes, ATLAS.words
DARK = (1992, 1999, 2022, T.last_year)
PICTURES = [(year, "light") for year in T.years] + [(year, "dark") for year in DARK]
PATTERNS = {
    "member": "solid", "none": "solid", "frozen": "wdUpDiag", "signatory": "ltHorz", "suspended": "wdDnDiag",
    "former": "pct10", "observer": "pct25",
}  # fmt: skip

every_picture = pytest.mark.parametrize(("year", "theme"), PICTURES)


@cache
def panel() -> dict[int, dict[str, str]]:
    """What the command prints: status by year and state."""
    command = [sys.executable, "-m", "membership_data", "panel"]
    printed = subprocess.run(
        command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    found: dict[int, dict[str, str]] = {}
    for row in csv.DictReader(io.StringIO(printed.stdout)):
        found.setdefault(int(row["year"]), {})[row["iso_a3"]] = row["status"]
    return found


@cache
def plate(year: int, theme: str) -> Plate:
    return picture.of(T, DRAWN, EN, view.View(year), theme, *deck.SIZE)


@cache
def decks(theme: str) -> dict[int, dict[str, tuple[str, str, str] | None]]:
    """Fill by name of a shape, by year; of shapes that share a name (swatches), the last."""
    years = [year for year, of in PICTURES if of == theme]
    made = slides(deck.deck(T, DRAWN, EN, years, theme))[1 : 1 + len(years)]
    return {
        year: {shape.name: shape.fill for shape in shapes(slide)} for year, slide in zip(years, made, strict=True)
    }


def statuses(theme: str) -> dict[tuple[str, str, str], str]:
    """Status by its fill in a presentation; no two share one."""
    fills = {
        (PATTERNS[status], getattr(fill.ground, theme), getattr(fill.ink, theme)): status
        for status, fill in palette.STATUS.items()
    }
    assert len(fills) == len(palette.STATUS)
    return fills


def test_the_panel_has_every_year_of_the_slider():
    assert list(panel()) == list(T.years)


@every_picture
def test_the_picture_holds_the_statuses_of_the_year(year, theme):
    drawn = plate(year, theme)
    assert drawn.statuses == panel()[year]
    areas = [item for item in drawn.items if isinstance(item, Area) and item.iso_a3]
    assert {area.iso_a3: area.status for area in areas} == panel()[year]
    assert len(areas) == len(panel()[year])
    for area in areas:
        fill = palette.STATUS[area.status]
        assert (area.paint.kind, area.paint.ground, area.paint.ink) == (
            fill.kind, getattr(fill.ground, theme), getattr(fill.ink, theme),
        )  # fmt: skip


@every_picture
def test_the_svg_has_an_element_for_each_state_in_its_status(year, theme):
    tree = ElementTree.fromstring(svg.text(plate(year, theme)))
    found = [element for element in tree.iter() if element.get("data-iso")]
    assert {element.get("data-iso"): element.get("data-status") for element in found} == panel()[year]
    assert len(found) == len(panel()[year])


@every_picture
def test_the_slide_has_a_shape_for_each_state_in_the_fill_of_its_status(year, theme):
    fills = decks(theme)[year]
    assert {state: statuses(theme)[fills[EN.state(state)]] for state in T.states} == panel()[year]
