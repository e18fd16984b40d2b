"""What the browser is sent: geometry that decodes to what was drawn, and scenes that say what the panel says."""

from __future__ import annotations

import json

import pytest
import shapely
from shapely import GeometryCollection, LineString, MultiPolygon, Polygon, box

from dashboard import assets, scene
from dashboard.atlas import load
from dashboard.map import payload
from dashboard.map.encode import encode
from dashboard.shapes import polygons
from membership_data import fold

ATLAS = load()
T = ATLAS.timeline
GEOMETRY = assets.document("geometry", payload.geometry(T, ATLAS.shapes, ATLAS.words))
SCENES = assets.document("scene", payload.scenes(T, ATLAS.shapes, ATLAS.words))
DRAWN, TOLD = json.loads(GEOMETRY.body), json.loads(SCENES.body)
KILOBYTE = 1024


def decode_ring(flat: list[int]) -> list[tuple[int, int]]:
    points, x, y = [], 0, 0
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x, y))
    return points


def decode(sent: list) -> MultiPolygon:
    return MultiPolygon([(decode_ring(outer), [decode_ring(hole) for hole in holes]) for outer, *holes in sent])


# The encoding


def test_a_polygon_with_a_hole_comes_back_as_it_was():
    ring = Polygon(box(10, 20, 110, 220).exterior, [box(30, 40, 50, 60).exterior, box(70, 80, 90, 100).exterior])
    (sent,) = encode(ring)
    assert len(sent) == 3
    assert decode([sent]).equals(ring)


def test_a_ring_is_a_point_and_then_steps_and_its_closing_point_is_left_out():
    assert encode(Polygon([(5, 5), (8, 5), (8, 9), (5, 5)])) == [[[5, 5, 3, 0, 0, 4]]]


def test_every_polygon_of_every_shape_is_there():
    shapes = [box(0, 0, 10, 10), MultiPolygon([box(20, 0, 30, 10), box(40, 0, 50, 10)])]
    assert decode(encode(shapes)).equals(shapely.union_all(shapes))


def test_coordinates_are_rounded_and_points_that_become_one_are_sent_once():
    assert encode(Polygon([(0, 0), (9.6, 0.2), (10.4, -0.3), (10, 10)])) == [[[0, 0, 10, 0, 0, 10]]]


@pytest.mark.parametrize(
    "speck",
    [
        box(0.1, 0.1, 0.3, 0.3),
        box(0, 0.1, 9, 0.3),
        Polygon([(0, 0), (5, 0.2), (0, 0.4)]),
        Polygon(),
        LineString([(0, 0), (9, 9)]),
        GeometryCollection([shapely.Point(1, 1), LineString([(0, 0), (9, 9)])]),
    ],
    ids=["point", "flat", "sliver", "empty", "line", "collection"],
)
def test_what_rounds_to_nothing_vanishes(speck):
    sent = encode([box(20, 20, 30, 30), speck])
    assert [len(rings) for rings in sent] == [1] or decode(sent).area == 100


def test_a_hole_that_rounds_to_nothing_vanishes_and_its_polygon_stays():
    sent = encode(Polygon(box(0, 0, 10, 10).exterior, [box(4.1, 4.1, 4.3, 4.3).exterior]))
    assert [len(rings) for rings in sent] == [1]


# The geometry that is sent


def test_the_geometry_is_small_enough_for_a_slow_line():
    assert len(GEOMETRY.packed) <= 65 * KILOBYTE


def test_the_scenes_of_all_years_are_smaller_still():
    assert len(SCENES.packed) <= 10 * KILOBYTE


def test_every_state_with_records_and_no_other_has_a_shape_and_a_place_for_its_name():
    assert list(DRAWN["states"]) == list(DRAWN["labels"]) == list(T.states)
    assert list(TOLD["names"]) == list(T.states)


@pytest.mark.parametrize("state", T.states)
def test_a_state_is_sent_as_it_is_drawn(state):
    assert decode(DRAWN["states"][state]).equals(ATLAS.shapes.state(state))


@pytest.mark.parametrize("state", T.states)
def test_a_name_is_anchored_inside_its_state(state):
    label = DRAWN["labels"][state]
    assert ATLAS.shapes.state(state).contains(shapely.Point(label["x"], label["y"]))
    assert label["room"] > 0


def test_all_other_land_is_sent_and_kosovo_apart():
    others = [code for code in ATLAS.shapes.codes if code not in (*T.states, "XKX")]
    parts = [part for code in others for part in polygons(ATLAS.shapes.state(code))]
    assert len(DRAWN["land"]) == len(parts)
    assert decode(DRAWN["special"]).equals(ATLAS.shapes.state("XKX"))


def test_the_frame_holds_every_state_whole():
    frame = shapely.box(*DRAWN["frame"])
    assert all(frame.contains(ATLAS.shapes.state(state)) for state in T.states)


def test_the_lens_shows_the_three_states_of_the_south_caucasus_with_their_names():
    assert {"ARM", "AZE", "GEO"} <= set(DRAWN["lens"]["states"])
    assert set(DRAWN["lens"]["labels"]) == {"ARM", "AZE", "GEO"}
    window = shapely.box(*DRAWN["lens"]["bounds"]).buffer(1)
    assert all(window.contains(decode(sent)) for sent in DRAWN["lens"]["states"].values())


def test_what_is_drawn_and_what_is_told_are_in_the_same_order():
    assert len(DRAWN["areas"]) == len(TOLD["groups"])
    assert len(DRAWN["operation"]["curves"]) == len(TOLD["operation"]["flows"])
    assert len(DRAWN["operation"]["sites"]) == len(TOLD["operation"]["sites"])


# What is said of every year, looked up as the browser does


PANEL: dict[int, dict[str, str]] = {}
for panel_year, code, status in fold.panel(T.data.membership_events, T.last_day):
    PANEL.setdefault(panel_year, {})[code] = status


def shown_day(year: int) -> str:
    return TOLD["lastDay"] if year == TOLD["last"] else f"{year}-12-31"


def marks(day: str) -> dict[str, list[str]]:
    """Status, label and since of every state: each moment lists what differs from the one before it."""
    past = (moment for moment in TOLD["moments"] if moment["from"] <= day)
    return {state: mark for moment in past for state, mark in moment["marks"].items()}


def test_the_moments_are_in_order_and_start_with_every_state():
    days = [moment["from"] for moment in TOLD["moments"]]
    assert days == sorted(set(days))
    assert set(TOLD["moments"][0]["marks"]) == set(T.states)


def test_the_browser_has_the_years_of_the_panel():
    assert [int(year) for year in TOLD["years"]] == list(PANEL)
    assert (TOLD["first"], TOLD["last"]) == (min(PANEL), max(PANEL))


@pytest.mark.parametrize("year", PANEL)
def test_the_browser_finds_the_statuses_of_the_panel(year):
    assert {state: mark[0] for state, mark in marks(shown_day(year)).items()} == PANEL[year]


@pytest.mark.parametrize("year", PANEL)
def test_the_browser_finds_what_the_scene_says(year):
    drawn = scene.of_year(T, year, ATLAS.words)
    expected = {mark.iso_a3: [mark.status, mark.label, mark.since] for mark in drawn.marks}
    assert marks(shown_day(year)) == expected
    said = TOLD["years"][str(year)]
    assert (said["dated"], said["headline"]) == (drawn.dated, drawn.headline)
    assert said["badges"] == {mark.iso_a3: mark.badge for mark in drawn.marks if mark.badge}


@pytest.mark.parametrize("moment", TOLD["moments"], ids=lambda moment: moment["from"])
def test_a_moment_counts_the_states_it_shows(moment):
    statuses = [mark[0] for mark in marks(moment["from"]).values()]
    assert moment["counts"] == {status: statuses.count(status) for status in set(statuses) - {"none"}}


@pytest.mark.parametrize("year", PANEL)
def test_the_slider_says_year_and_count_and_at_a_stop_what_changed(year):
    spoken = TOLD["years"][str(year)]["spoken"]
    counted = sum(status in T.counted for status in PANEL[year].values())
    change = scene.line(T, year, ATLAS.words)
    assert spoken == f"{year}, {counted} in" + (f", {change}" if year in TOLD["stops"] else "")
