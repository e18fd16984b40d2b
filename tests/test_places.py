"""Every place of the records on the shipped boundaries: it lies in the state it names, or beside it."""

from __future__ import annotations

import pytest
import shapely

from geodata import boundaries, projection
from membership_data import records

SHAPES = boundaries.load().set_index("code").geometry
PLACES = [pytest.param(place, id=place.id) for place in records.load().places]

# Metres; the boundaries are drawn at two kilometres and coarser, and a landing or a ship may be off the coast.
BESIDE = 30_000


def distance(iso_a3: str, lon: float, lat: float) -> float:
    """Metres of the projected plane from a point to the shape of a state, 0 within it."""
    return SHAPES[iso_a3].distance(shapely.Point(projection.project(lon, lat)))


@pytest.mark.parametrize("place", PLACES)
def test_a_place_lies_in_the_state_it_names_or_beside_it(place):
    assert distance(place.iso_a3, place.lon, place.lat) <= BESIDE


@pytest.mark.parametrize("place", PLACES)
def test_the_circle_in_which_a_place_lies_reaches_the_state_it_names(place):
    assert distance(place.iso_a3, place.lon, place.lat) <= 1000 * place.radius_km


def test_a_place_with_latitude_and_longitude_exchanged_lies_in_no_state_it_could_name():
    assert distance("ARM", lon=40.18, lat=44.51) > BESIDE
    assert distance("ARM", lon=44.51, lat=40.18) == 0
