"""Slides read back: native shapes in the right statuses, literal colours, one slide a year, links, size and bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import segno
import shapely
from pptx.oxml.ns import qn
from pptx.slide import Slide

from dashboard import palette, scene, view
from dashboard.atlas import load
from dashboard.exports import deck, picture
from dashboard.exports.plate import Area, Plate
from tests.presentation import Shape, link, named, shapes, slides

ATLAS = load()
T, DRAWN, EN = ATLAS.timeline, ATLAS.shapes, ATLAS.words
ADDRESS = "https://example.org/csto/"
MOST_BYTES = 2_000_000
PATTERNS = {
    "member": "solid", "none": "solid", "frozen": "wdUpDiag", "signatory": "ltHorz", "suspended": "wdDnDiag",
    "former": "pct10", "observer": "pct25",
}  # fmt: skip

every_year = pytest.mark.parametrize("year", T.years)
both_themes = pytest.mark.parametrize("theme", ["light", "dark"])


@cache
def whole(theme: str = "light") -> bytes:
    """The deck of all years."""
    return deck.deck(T, DRAWN, EN, list(T.years), theme, ADDRESS)


@cache
def read(theme: str = "light") -> list[Slide]:
    return slides(whole(theme))


@cache
def of_year(year: int, theme: str = "light") -> tuple[Slide, dict[str, Shape]]:
    """The slide of a year, and its shapes by name, those that share a name aside."""
    slide = read(theme)[1 + list(T.years).index(year)]
    found = shapes(slide)
    names = [shape.name for shape in found]
    return slide, {shape.name: shape for shape in found if names.count(shape.name) == 1}


@cache
def plate(year: int) -> Plate:
    return picture.of(T, DRAWN, EN, view.View(year), "light", *deck.SIZE, ADDRESS)


def expected(status: str, theme: str) -> tuple[str, str, str]:
    """The fill of a status."""
    fill = palette.STATUS[status]
    return PATTERNS[status], getattr(fill.ground, theme), getattr(fill.ink, theme)


# What the slides show


@both_themes
@every_year
def test_every_state_is_a_shape_with_its_name_its_fill_and_its_status_in_words(year, theme):
    _, found = of_year(year, theme)
    for mark in scene.of_year(T, year, EN).marks:
        shape = found[mark.name]
        assert shape.fill == expected(T.status(mark.iso_a3, T.day_of(year)), theme)
        assert shape.told.startswith(f"{mark.name}, {mark.label}" if mark.label else mark.name)
        assert not shape.decorative


@pytest.mark.parametrize("state", ["ARM", "AZE", "GEO", "RUS"])
@every_year
def test_the_lens_shows_a_state_as_the_map_does(year, state):
    _, found = of_year(year)
    name = EN.state(state)
    assert found[f"Lens: {name}"].fill == found[name].fill


@both_themes
@every_year
def test_headline_day_disclaimer_sources_and_link_are_text(year, theme):
    slide, found = of_year(year, theme)
    drawn = scene.of_year(T, year, EN)
    assert found["Year"].text == str(year)
    assert found["Headline"].text == drawn.headline
    assert found["Day"].text == drawn.dated
    assert "do not imply endorsement" in found["Disclaimer"].text
    assert "Sources:" in found["Sources"].text
    assert T.data.version in found["Sources"].text
    query = "" if year == T.last_year else f"?year={year}"
    assert found["Link"].text == ADDRESS + query
    assert link(slide, found["Link"]) == ADDRESS + query


@every_year
def test_the_legend_says_every_status_and_counts_its_states(year):
    _, found = of_year(year)
    for row in scene.legend(T, T.day_of(year), EN):
        assert found[f"Legend: {row.label}"].text == row.label
        assert found[f"Legend: {row.label}, count"].text == str(row.count)


def test_the_slides_are_a_title_the_years_the_operation_and_the_sources():
    titles = [slide.shapes.title.text_frame.text for slide in read()]
    days = [found.day for found in deck.views(T, DRAWN, EN, list(T.years)) if found.layer == "operation"]
    years, rest = titles[1 : 1 + len(T.years)], titles[1 + len(T.years) :]
    assert titles[0].replace("\v", " ") == "CSTO through time"
    assert len(years) == len(T.years)
    assert days[0] == "2022-01-06"
    assert all(title.startswith("Sources, ") for title in rest[len(days) :])
    shown = [named(slide, "Day").text for slide in read()[1 + len(T.years) :][: len(days)]]
    assert shown == [f"Kazakhstan, January 2022: {EN.day(T.day_of(2022).fromisoformat(day))}" for day in days]


def test_a_deck_without_the_year_of_the_operation_does_not_show_it():
    found = slides(deck.deck(T, DRAWN, EN, [1992, 1999], "light"))
    assert [shape.text for slide in found for shape in shapes(slide) if shape.name == "Year"] == ["1992", "1999"]


def test_the_title_slide_carries_the_map_of_the_last_day_and_a_code_of_the_link():
    cover = read()[0]
    for mark in scene.of_year(T, T.last_year, EN).marks:
        assert named(cover, mark.name).fill == expected(mark.status, "light")
    assert named(cover, "QR code").told == ADDRESS
    assert link(cover, named(cover, "Link")) == ADDRESS


def test_one_slide_is_the_view_on_screen():
    shown = view.View(2012, on="2012-12-18", country="UZB")
    (slide,) = slides(deck.single(T, DRAWN, EN, shown, "dark", ADDRESS))
    assert named(slide, "Uzbekistan").fill == expected("member", "dark")
    assert named(slide, "Chosen: Uzbekistan").fill is None
    assert link(slide, named(slide, "Link")) == f"{ADDRESS}?on=2012-12-18&country=UZB"
    assert not {"Next", "Previous"} & {shape.name for shape in shapes(slide)}


# Shapes


@pytest.mark.parametrize("state", T.states)
def test_holes_islands_and_exclaves_are_those_of_the_picture(state):
    (area,) = [item for item in plate(2012).items if isinstance(item, Area) and item.iso_a3 == state]
    drawn = shapely.union_all([shapely.Polygon(outer, holes) for outer, *holes in area.polygons])
    _, found = of_year(2012)
    shape = found[EN.state(state)].area
    assert shape.symmetric_difference(drawn).area < 0.6 * drawn.length  # of a pixel, on either side of the border
    assert holes_of(shape) == holes_of(drawn)


def holes_of(shape: shapely.Geometry) -> int:
    return sum(len(part.interiors) for part in shapely.get_parts(shape) if part.geom_type == "Polygon")


def test_kyrgyzstan_has_three_holes():
    _, found = of_year(2012)
    assert holes_of(found["Kyrgyzstan"].area) == 3


def test_a_state_is_bordered_by_its_own_line_so_that_it_can_be_moved():
    _, found = of_year(2012)
    assert "Borders" not in found
    for state in T.states:
        line = found[EN.state(state)].element.find(qn("p:spPr")).find(qn("a:ln"))
        assert int(line.get("w")) > 0
        assert line.find(qn("a:solidFill")) is not None


@both_themes
def test_no_theme_can_change_a_colour_a_font_or_an_effect(theme):
    for slide in read(theme):
        tree = slide.shapes._spTree
        for name in ("a:schemeClr", "p:style", "a:effectRef", "a:fontRef", "a:outerShdw", "a:sysClr"):
            assert tree.find(".//" + qn(name)) is None, name
        assert {font.get("typeface") for name in ("latin", "ea", "cs") for font in tree.iter(qn(f"a:{name}"))} == {
            "Arial"
        }
        for shape in shapes(slide):
            properties = shape.element.find(qn("p:spPr"))
            assert properties.find(qn("a:effectLst")) is not None
            assert properties.find(qn("a:ln")) is not None
            fills = ("a:solidFill", "a:pattFill", "a:noFill")
            assert any(properties.find(qn(fill)) is not None for fill in fills), shape.name
        for style in tree.iter(qn("a:rPr")):
            assert style.find(qn("a:solidFill")) is not None


@both_themes
def test_the_ground_is_a_shape_since_a_background_gives_way_to_a_theme(theme):
    for slide in read(theme):
        first = shapes(slide)[0]
        paper = getattr(palette.PAPER, theme)
        assert first.fill == ("solid", paper, paper)
        assert first.box == pytest.approx((0, 0, 1920, 1080), abs=0.01)


def test_ids_are_unique_on_a_slide():
    for slide in read():
        ids = [int(element.get("id")) for element in slide.shapes._spTree.iter(qn("p:cNvPr"))]
        assert len(ids) == len(set(ids))


def test_a_shape_has_text_or_an_alternative_or_is_marked_as_decoration():
    for slide in read():
        for shape in shapes(slide):
            assert bool(shape.text) + bool(shape.told) + shape.decorative == 1, shape.name


def test_slides_are_16_to_9_and_13_33_inches_wide():
    file = read()[0].part.package.presentation_part.presentation
    assert (file.slide_width, file.slide_height) == (12_192_000, 6_858_000)
    assert file.element.find(qn("p:sldSz")).get("type") is None


# The code


@pytest.mark.parametrize("year", T.stops)
def test_the_code_is_that_of_the_link(year):
    _, found = of_year(year)
    address = found["Link"].text
    matrix = np.array(segno.make(address, error="m", micro=False).matrix, dtype=bool)
    left, top, right, _ = found["QR code, ground"].box
    module = (right - left) / (len(matrix) + 8)
    area = found["QR code"].area
    for (row, column), dark in np.ndenumerate(matrix):
        middle = shapely.Point(left + (column + 4.5) * module, top + (row + 4.5) * module)
        assert area.contains(middle) == dark, (row, column)


@both_themes
def test_the_code_lies_on_no_state_and_no_word(theme):
    states = {EN.state(state) for state in T.states}
    for slide in slides(deck.deck(T, DRAWN, EN, [1992, 2022, T.last_year], theme, ADDRESS)):
        found = shapes(slide)
        for code in (shapely.box(*shape.box) for shape in found if shape.name == "QR code, ground"):
            assert not [shape.name for shape in found if shape.text and shapely.box(*shape.box).intersects(code)]
            assert not [shape.name for shape in found if shape.name in states and shape.area.intersects(code)]


def test_without_an_address_there_is_no_code_and_no_link():
    for slide in slides(deck.deck(T, DRAWN, EN, [1999], "light"))[:2]:
        assert not {"QR code", "Link"} & {shape.name for shape in shapes(slide)}


# The file


@both_themes
def test_all_years_take_at_most_two_megabytes(theme):
    assert len(whole(theme)) <= MOST_BYTES


def test_the_same_input_gives_the_same_bytes_in_any_process():
    code = (
        "import hashlib; from dashboard.atlas import load; from dashboard.exports import deck; a = load(); "
        f"b = deck.deck(a.timeline, a.shapes, a.words, [1992, 2022], 'dark', {ADDRESS!r}); "
        "print(hashlib.sha256(b).hexdigest())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=Path(__file__).parents[1], env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    made.add(hashlib.sha256(deck.deck(T, DRAWN, EN, [1992, 2022], "dark", ADDRESS)).hexdigest())
    assert len(made) == 1


def test_a_theme_or_a_year_that_there_is_none_of_is_refused():
    with pytest.raises(ValueError, match="theme 'sepia'; expected one of light, dark"):
        deck.deck(T, DRAWN, EN, [1999], "sepia")
    with pytest.raises(ValueError, match="theme 'sepia'; expected one of light, dark"):
        deck.single(T, DRAWN, EN, view.default(T), "sepia")
    with pytest.raises(ValueError, match=f"no records of 1991, 2999; expected years from 1992 to {T.last_year}"):
        deck.deck(T, DRAWN, EN, [1991, 1999, 2999], "light")
