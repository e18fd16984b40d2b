"""A picture of two days: both maps with their statuses, both dates, one legend, and what differs in words."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from dashboard import compare, stance, view
from dashboard.atlas import load
from dashboard.exports import deck, notes, picture, still, svg
from dashboard.exports.layout import Box, sizes
from dashboard.exports.plate import Area, Plate, Words
from dashboard.exports.setting import Setting
from dashboard.view import View

ATLAS = load()
T, EN = ATLAS.timeline, ATLAS.words
USUAL = view.default(T)
PAIRS = [("1992", "2026"), ("1999", "2022"), ("2026", "1999-03-24"), ("2000", "2001")]


def shown(year: str, other: str, **more: str) -> View:
    return replace(USUAL, year=int(year), compare=other, **more)


def plate(wanted: View, theme: str = "light", size: tuple[int, int] = (1920, 1080)) -> Plate:
    return picture.of(T, ATLAS.shapes, EN, wanted, theme, *size, "https://example.org/")


def said(drawn: Plate) -> str:
    return " ".join(" ".join(item.lines) for item in drawn.items if isinstance(item, Words))


def states(text: str, day: date | None = None) -> dict[str, str]:
    """Status by name, of the one map or, with a day, of the map of that other day."""
    end = f", {EN.day(day)}" if day else ""
    paths = ElementTree.fromstring(text).iter("{http://www.w3.org/2000/svg}path")
    drawn = [path for path in paths if path.get("data-status") and bool(path.get("data-iso")) == (day is None)]
    return {path.get("data-name").removesuffix(end): path.get("data-status") for path in drawn}


def expected(day: date) -> dict[str, str]:
    return {EN.state(state): status for state, status in T.statuses(day).items()}


@pytest.mark.parametrize(("year", "other"), PAIRS)
@pytest.mark.parametrize("layer", ["membership", "areas"])
def test_each_map_shows_the_statuses_of_its_day(year, other, layer):
    wanted = shown(year, other, layer=layer)
    drawn = plate(wanted)
    assert states(svg.text(drawn)) == expected(wanted.shown(T))
    assert states(svg.text(drawn), wanted.compared(T)) == expected(wanted.compared(T))
    assert drawn.statuses == T.statuses(wanted.shown(T))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("year", "other"), PAIRS)
def test_both_dates_what_differs_and_the_disclaimer_are_on_its_face(year, other, theme):
    wanted = shown(year, other)
    difference = compare.between(T, wanted.shown(T), wanted.compared(T), EN)
    text = said(plate(wanted, theme))
    for part in (difference.lead, *difference.clauses, stance.disclaimer(EN)):
        assert part in text
    for day in (difference.first, difference.second):
        assert f"{day.year} On {EN.day(day)}" in text


def test_the_earlier_day_stands_first_whichever_is_asked_for():
    one, other = plate(shown("1999", "2026")), plate(shown("2026", "1999"))
    assert said(one) == said(other)
    years = [item.lines[0] for item in one.items if isinstance(item, Words) and item.name == "Year"]
    assert years == ["1999", "2026"]


def test_the_legend_counts_both_days():
    counts = [
        (item.name, item.lines) for item in plate(shown("1999", "2026")).items
        if isinstance(item, Words) and item.name.endswith(", count")
    ]  # fmt: skip
    assert ("Legend: Suspended, count", ("0 | 1",)) in counts
    assert ("Legend: Former party, count", ("3 | 2",)) in counts


def test_what_differs_is_outlined_on_both_maps_and_nothing_else():
    drawn = [item.name for item in plate(shown("1999", "2026")).items if isinstance(item, Area)]
    outlined = [name for name in drawn if name.startswith("Change: ") and "casing" not in name]
    assert outlined == [f"Change: {EN.state(state)}" for state in ("ARM", "SRB", "UZB")] * 2


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (1920, 1080), (3840, 2160), (1000, 1000), (1000, 1400)])
@pytest.mark.parametrize("country", ["", "UZB"])
def test_every_word_stands_within_the_picture(size, country):
    page = Box(0, 0, *size)
    for item in plate(shown("1992", "2026", country=country), size=size).items:
        if isinstance(item, Words):
            assert page.left <= item.x <= page.right, item
            assert page.top <= item.y <= page.bottom, item


def test_a_picture_of_two_days_is_drawn_in_every_format():
    drawn = plate(shown("2026", "1999"), "dark", (1280, 720))
    assert still.png(drawn).startswith(b"\x89PNG")
    assert still.pdf(drawn).startswith(b"%PDF")


def test_a_slide_has_both_maps_as_shapes_that_say_what_they_show():
    made = deck.single(T, ATLAS.shapes, EN, shown("2026", "1999"), "light", "https://example.org/")
    (slide,) = Presentation(io.BytesIO(made)).slides
    told = {shape.name: shape._element.nvSpPr.cNvPr.get("descr") for shape in slide.shapes}
    assert told["Uzbekistan"] == "Uzbekistan, Membership suspended; not counted, since 19 December 2012"
    assert told["Uzbekistan, 31 December 1999"].startswith("Uzbekistan, Former party (did not renew, 1999)")
    assert "Uzbekistan returned to membership (16 August 2006)" in slide.notes_slide.notes_text_frame.text


def test_the_notes_cite_what_happened_in_between():
    setting = Setting(T, ATLAS.shapes, EN, shown("2026", "1999"), "light", sizes(1920, 1080))
    cited = {row.id for row in notes.cited(setting)}
    between = [change for change in T.changes if change.iso_a3 == "UZB" and change.day.year > 1999]
    assert between
    assert all(set(change.event.source_ids) <= cited for change in between)


def test_an_operation_is_a_picture_of_one_day():
    wanted = replace(USUAL, layer="operation", year=2022, compare="1999")
    assert "Between" not in plate(wanted).title
    assert states(svg.text(plate(wanted)), date(1999, 12, 31)) == {}
