"""The projection and the two rectangles."""

from __future__ import annotations

import pytest

from geodata import boundaries, projection
from geodata.projection import EXTENT, FRAME


def test_the_middle_of_the_projection_is_its_origin():
    assert projection.project(95, 30) == pytest.approx((0, 0), abs=0.01)


def test_east_is_right_and_north_is_up():
    minsk, astana, murmansk = ((27.57, 53.90), (71.43, 51.18), (33.08, 68.97))
    assert projection.project(*minsk)[0] < projection.project(*astana)[0]
    assert projection.project(*minsk)[1] < projection.project(*murmansk)[1]


def test_a_place_east_of_180_degrees_has_the_same_point_by_either_longitude():
    assert projection.project(-170.1, 66.1) == pytest.approx(projection.project(189.9, 66.1))


def test_swapped_longitude_and_latitude_are_refused():
    with pytest.raises(ValueError, match="longitude first"):
        projection.project(55.0, 105.0)


def test_the_frame_is_one_and_a_half_times_as_wide_as_high():
    assert FRAME.width / FRAME.height == pytest.approx(1.5, abs=0.01)


def test_the_extent_gives_every_pane_land_to_its_edge():
    assert FRAME.west - EXTENT.west == 600_000
    assert FRAME.south - EXTENT.south == EXTENT.north - FRAME.north == 900_000
    assert EXTENT.east - FRAME.west == 12_600_000


@pytest.mark.parametrize("side", range(4), ids=FRAME._fields)
def test_the_frame_holds_every_state_in_detail_and_little_more(side):
    shapes = boundaries.load()
    bounds = shapes[shapes["detail"]].total_bounds
    outwards = -1 if side < 2 else 1
    assert 100_000 <= (FRAME[side] - bounds[side]) * outwards <= 200_000


def test_every_side_is_rounded_to_ten_kilometres():
    assert all(side % 10_000 == 0 for side in (*FRAME, *EXTENT))
