"""The picture of a view: what is on its face, and that it says what the records say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from shapely.geometry import LinearRing, box

from dashboard import scene, stance, view
from dashboard.exports import picture
from dashboard.exports.plate import Area, Dot
from membership_data import fold
from tests.plates import ATLAS, ENGLISH, LINK, TIMELINE, VIEWS, bounds, named, plate, said, words_of

every_view = pytest.mark.parametrize("name", VIEWS)


def states(found) -> dict[str, str]:
    shown = [item for item in found.items if isinstance(item, Area) and item.iso_a3]
    assert len({item.iso_a3 for item in shown}) == len(shown), "a state is there twice"
    return {item.iso_a3: item.status for item in shown}


# What it shows


def test_every_year_shows_the_statuses_of_the_panel():
    panel = {}
    for year, iso_a3, status in fold.panel(TIMELINE.data.membership_events, TIMELINE.data.checked_on):
        panel.setdefault(year, {})[iso_a3] = status
    for year in TIMELINE.years:
        shown = replace(view.default(TIMELINE), year=year)
        found = picture.of(TIMELINE, ATLAS.shapes, ENGLISH, shown, "light", 1280, 720)
        assert states(found) == panel[year] == found.statuses


@pytest.mark.parametrize(("on", "uzbekistan"), [("2012-12-18", "member"), ("2012-12-19", "suspended")])
def test_an_exact_day_shows_the_statuses_of_that_day(on, uzbekistan):
    shown = replace(view.default(TIMELINE), year=2012, on=on)
    found = picture.of(TIMELINE, ATLAS.shapes, ENGLISH, shown, "light", 1280, 720)
    assert states(found) == TIMELINE.statuses(date.fromisoformat(on))
    assert states(found)["UZB"] == uzbekistan
    assert found.day == date.fromisoformat(on)


@every_view
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_it_says_is_on_its_face(name, theme):
    found = plate(name, theme=theme)
    assert said(found, "Year") == str(found.day.year)
    assert ENGLISH.day(found.day) in said(found, "Day")
    assert said(found, "Headline")
    assert said(found, "Disclaimer") == stance.disclaimer(ENGLISH)
    assert f"checked {ENGLISH.day(TIMELINE.data.checked_on)}" in said(found, "Sources")
    assert TIMELINE.data.licence.name in said(found, "Sources")
    assert said(found, "Sources").startswith("Sources: ")
    assert [item.address for item in named(found, "Link")] == [LINK]


@pytest.mark.parametrize("name", [name for name in VIEWS if not name.startswith(("areas", "operation"))])
def test_the_legend_counts_the_states_in_each_status(name):
    found = plate(name)
    for row in scene.legend(TIMELINE, found.day, ENGLISH):
        assert said(found, f"Legend: {row.label}") == row.label
        assert said(found, f"Legend: {row.label}, count") == str(row.count)


def test_the_last_day_says_that_later_events_are_not_shown():
    assert said(plate("last"), "Day") == scene.dated(TIMELINE, TIMELINE.last_day, ENGLISH)


def test_what_changed_is_outlined_and_badged_on_the_map_and_in_the_lens():
    found = plate("1999")
    assert all(named(found, f"Change: {state}") for state in ("Azerbaijan", "Georgia", "Uzbekistan"))
    assert all(named(found, f"Lens, change: {state}") for state in ("Azerbaijan", "Georgia"))
    assert said(found, "Badge: Georgia, glyph") == said(found, "Badge: Uzbekistan, glyph") == "−"
    assert not named(found, "Change: Armenia")


def test_a_day_without_a_change_has_no_outline():
    assert not [item for item in plate("day before").items if "hange: " in item.name]


def test_the_chosen_state_is_outlined_and_told_of_beside_the_map():
    found = plate("2024")
    assert named(found, "Chosen: Armenia")
    assert named(found, "Lens, chosen: Armenia")
    assert said(found, "Legend: Armenia") == "Armenia"
    assert "since 22 February 2024" in said(found, "Legend: Armenia, note")


@pytest.mark.parametrize(("name", "groups"), [("areas 1997", 3), ("areas last", 3)])
def test_areas_are_outlined_each_with_a_chip_and_an_entry(name, groups):
    found = plate(name)
    chips = [item.name for item in words_of(found) if item.name.startswith("Chip: ")]
    assert len(chips) == groups
    for chip in chips:
        title = chip.removeprefix("Chip: ").removesuffix(", text")
        assert named(found, f"Area: {title}")
        assert said(found, f"Legend: {title}") == title


def test_a_contingent_is_as_wide_as_stated_and_one_not_disclosed_has_a_width_of_its_own():
    found = plate("operation whole")
    (tajikistan,), (armenia,), (russia,) = (
        named(found, f"Contingent: {state}") for state in ("Tajikistan", "Armenia", "Russia")
    )
    assert tajikistan.stroke.width == pytest.approx(2 * armenia.stroke.width)
    assert russia.casing.width > russia.stroke.width, "a double line"
    assert "not disclosed" in said(found, "Strength: Russia")
    assert named(found, "Contingent: Armenia, departure assumed")[0].stroke.dash


def test_only_contingents_that_are_there_on_the_day_are_drawn():
    flows = [item.name for item in plate("operation begins").items if item.name.startswith("Contingent: ")]
    whole = [item.name for item in plate("operation whole").items if item.name.startswith("Contingent: ")]
    assert set(flows) < set(whole)


def test_a_reader_who_cannot_see_it_is_told_of_every_state():
    found = plate("2024")
    for mark in scene.of_year(TIMELINE, 2024, ENGLISH).marks:
        assert mark.name in found.description
    assert "Member; says participation is frozen, since 22 February 2024" in found.description


def test_kosovo_is_drawn_apart_in_a_broken_line():
    (kosovo,) = named(plate("2013"), "Kosovo")
    assert kosovo.stroke.dash
    assert not kosovo.iso_a3


def test_holes_turn_against_their_outer_rings():
    polygons = [rings for item in plate("last").items if isinstance(item, Area) for rings in item.polygons]
    holed = [rings for rings in polygons if len(rings) > 1]
    assert holed
    for outer, *holes in holed:
        assert all(LinearRing(hole).is_ccw != LinearRing(outer).is_ccw for hole in holes)


def test_without_a_link_there_is_none():
    assert not named(plate("2012", link=""), "Link")


def test_an_unknown_theme_is_refused():
    with pytest.raises(ValueError, match="theme 'sepia'; expected one of light, dark"):
        picture.of(TIMELINE, ATLAS.shapes, ENGLISH, view.default(TIMELINE), "sepia", 1280, 720)


def test_a_dark_picture_differs_in_its_colours_alone():
    light, dark = plate("2024"), plate("2024", theme="dark")
    assert light.background != dark.background
    assert [item.name for item in light.items] == [item.name for item in dark.items]
    for one, other in zip(light.items, dark.items, strict=True):
        if isinstance(one, Dot):
            assert (one.x, one.y) == (other.x, other.y)
        elif isinstance(one, Area):
            assert all(np.array_equal(a[0], b[0]) for a, b in zip(one.polygons, other.polygons, strict=True))


def test_the_map_alone_has_no_words_unless_names_are_asked_for():
    shown = view.default(TIMELINE)
    bare = picture.map_only(TIMELINE, ATLAS.shapes, ENGLISH, shown, "light", 600, 400)
    with_names = picture.map_only(TIMELINE, ATLAS.shapes, ENGLISH, shown, "light", 600, 400, names=True)
    assert not words_of(bare)
    assert {item.name.split(":")[0] for item in words_of(with_names)} <= {"Name", "Badge"}
    assert box(-1, -1, 601, 401).covers(bounds(named(bare, "Frame")[0]))
