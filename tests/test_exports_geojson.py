"""The states as GeoJSON: where they are, on both sides of 180 degrees, and what they are on a day."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import geopandas
import pytest
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from dashboard import scene, stance
from dashboard.atlas import load
from dashboard.exports import geojson
from geodata import projection

ATLAS = load()
T = ATLAS.timeline
FLAT = ATLAS.shapes.frame.set_index("code").geometry
EARTH = Geod(ellps="WGS84")

every_state = pytest.mark.parametrize("state", T.states)


@cache
def document(day: date = T.last_day) -> dict:
    """The collection of a day, written and read again."""
    return json.loads(geojson.build(T, ATLAS.shapes.frame, day, ATLAS.words))


def feature(state: str, day: date = T.last_day) -> dict:
    (found,) = [one for one in document(day)["features"] if one["id"] == state]
    return found


@cache
def shape(state: str) -> BaseGeometry:
    return shapely.geometry.shape(feature(state)["geometry"])


def plane(*rings: list[tuple[float, float]]) -> geopandas.GeoSeries:
    """One polygon given in degrees (longitudes beyond 180 too), in the plane of the map."""
    shell, *holes = [[projection.project(*place) for place in ring] for ring in rings]
    return geopandas.GeoSeries([shapely.Polygon(shell, holes)], index=["XXX"], crs=projection.CRS)


# Invented shapes


@pytest.mark.parametrize("turn", [1, -1])
def test_a_shape_across_180_degrees_is_cut_there_however_it_is_wound(turn):
    ring = [(170, 60), (190, 60), (190, 70), (170, 70)][::turn]
    cut = geojson.geographic(plane(ring))["XXX"]
    boxes = shapely.MultiPolygon([shapely.box(170, 60, 180, 70), shapely.box(-180, 60, -170, 70)])
    assert cut.equals_exact(boxes, tolerance=1e-4, normalize=True)


def test_a_hole_across_180_degrees_stays_a_hole():
    shell, hole = [(170, 60), (190, 60), (190, 70), (170, 70)], [(175, 63), (185, 63), (185, 66), (175, 66)]
    cut = geojson.geographic(plane(shell, hole))["XXX"]
    assert cut.area == pytest.approx(20 * 10 - 10 * 3, abs=1e-2)
    assert not cut.contains(shapely.Point(179, 64))
    assert cut.contains(shapely.Point(-172, 64))


def test_a_thin_part_that_the_grid_would_fold_leaves_a_valid_shape():
    sliver = [(40, 40), (41, 40), (41, 41), (40.5, 40.00001), (40, 41)]
    assert geojson.geographic(plane(sliver))["XXX"].is_valid


# The shipped boundaries


@every_state
def test_a_state_has_the_area_it_has_on_the_map(state):
    area, _ = EARTH.geometry_area_perimeter(shape(state))
    assert area == pytest.approx(FLAT[state].area, rel=0.005)


@every_state
def test_the_geometry_is_valid_and_within_the_degrees_of_the_earth(state):
    west, south, east, north = shape(state).bounds
    assert shape(state).is_valid
    assert -180 <= west < east <= 180
    assert -90 <= south < north <= 90


@every_state
def test_exteriors_are_counter_clockwise_and_holes_clockwise(state):
    for part in shapely.get_parts(shape(state)):
        assert part.exterior.is_ccw
        assert not any(hole.is_ccw for hole in part.interiors)


@every_state
def test_a_coordinate_has_at_most_four_decimals(state):
    for place in shapely.get_coordinates(shape(state)).flat:
        assert round(place, 4) == place


def test_russia_lies_on_both_sides_of_180_degrees_and_no_part_crosses():
    parts = [part.bounds for part in shapely.get_parts(shape("RUS"))]
    assert any(west == -180 for west, *_ in parts)
    assert any(east == 180 for _, _, east, _ in parts)
    assert all(east - west < 180 for west, _, east, _ in parts)


# The members of the collection


def test_every_state_that_ever_had_a_status_is_there_once_in_order():
    assert [one["properties"]["iso_a3"] for one in document()["features"]] == list(T.states)


def test_there_is_no_crs_member_as_rfc_7946_asks():
    assert document()["type"] == "FeatureCollection"
    assert "crs" not in document()


def test_day_licence_source_and_disclaimer_stand_on_top():
    found = document()
    assert found["day"] == T.last_day.isoformat()
    assert found["licence"] == {"name": T.data.licence.name, "url": T.data.licence.url}
    assert "Natural Earth" in found["source"]["boundaries"]
    assert found["disclaimer"] == stance.disclaimer(ATLAS.words)


@pytest.mark.parametrize("day", [date(1999, 3, 24), date(2012, 12, 18), date(2012, 12, 19), T.last_day])
def test_the_status_is_that_of_the_day(day):
    for one in document(day)["features"]:
        said = one["properties"]
        assert said["status"] == T.status(said["iso_a3"], day)
        assert said["status_label"] == scene.label(T, said["status"], day, ATLAS.words)


@every_state
def test_the_spells_are_all_spells_of_a_state_in_days(state):
    spells = feature(state)["properties"]["spells"]
    assert [(spell["status"], spell["start"], spell["end"]) for spell in spells] == [
        (spell.status, spell.start.isoformat(), spell.end and spell.end.isoformat()) for spell in T.spells[state]
    ]


def test_since_is_as_exact_as_the_record_and_null_without_a_status():
    assert feature("ARM")["properties"]["since"] == "2024-02-22"
    assert feature("SRB")["properties"]["since"] == "2013"
    assert feature("AFG")["properties"]["since"] is None


def test_a_state_without_a_boundary_is_refused():
    with pytest.raises(KeyError, match="RUS"):
        geojson.collection(T, ATLAS.shapes.frame.query("code != 'RUS'"), T.last_day, ATLAS.words)
