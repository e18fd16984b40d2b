"""Where things stand on the timeline's chart: on invented places first, then the lanes of the shipped states."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.atlas import load
from dashboard.sections import lanes
from dashboard.sections.lanes import Axis
from membership_data.dates import PartialDate

T = load().timeline
TEN_YEARS = Axis(1990, 1999)


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


# Places on the axis


def test_every_year_is_as_wide_as_the_others():
    starts = [TEN_YEARS.at(date(year, 1, 1)) for year in range(1990, 2000)]
    assert starts == pytest.approx([0, 10, 20, 30, 40, 50, 60, 70, 80, 90])


@pytest.mark.parametrize(("on", "place"), [("1990-07-02", 5), ("1992-07-02", 25), ("1999-12-31", 100 - 10 / 365)])
def test_a_day_stands_as_far_into_its_year_as_it_is(on, place):
    assert TEN_YEARS.at(date.fromisoformat(on)) == pytest.approx(place, abs=0.02)


def test_what_lies_outside_the_axis_is_held_at_its_ends():
    assert TEN_YEARS.at(date(1985, 5, 5)) == 0
    assert TEN_YEARS.at(date(2005, 5, 5)) == 100


def test_a_span_ends_where_its_last_day_does():
    assert TEN_YEARS.span(date(1991, 1, 1), date(1992, 1, 1)) == pytest.approx((10, 10))


@pytest.mark.parametrize(("known", "place"), [("1991", 15), ("1991-01", 10 + 310 / 730), ("1991-01-01", 10 + 10 / 730)])
def test_a_date_known_no_better_is_marked_in_its_middle(known, place):
    assert TEN_YEARS.middle(day(known)) == pytest.approx(place)


# Rows and labels


def test_markers_that_would_touch_stand_in_different_rows():
    first, second, third = lanes.spots([(10.0, ""), (10.1, ""), (50.0, "")], 1)
    assert first.row != second.row
    assert third.row in (first.row, second.row)


def test_a_label_stands_where_there_is_room():
    (spot,) = lanes.spots([(10.0, "Charter signed")], 1)
    assert spot.side == "right"


def test_a_label_at_the_end_of_the_axis_stands_on_the_other_side():
    (spot,) = lanes.spots([(99.0, "Charter signed")], 1)
    assert spot.side == "left"


def test_a_label_without_room_on_either_side_is_left_out():
    (spot,) = lanes.spots([(50.0, "long " * 2000)], 3)
    assert spot.side == ""


def test_a_row_is_added_before_a_label_is_given_up():
    assert {spot.side for spot in lanes.spots([(10.0, "Treaty signed"), (13.0, "Charter signed")], 2)} == {"right"}


@given(st.lists(st.tuples(st.floats(0, 100), st.text(max_size=40)), max_size=60), st.integers(1, 5))
def test_no_label_ever_lies_on_a_marker_or_on_a_label(places, most):
    places.sort(key=lambda place: place[0])
    taken: dict[int, float] = {}
    for (_, label), spot in zip(places, lanes.spots(places, most), strict=True):
        half = lanes.per_cent(lanes.MARKER) / 2
        start = spot.left - (lanes.room(label) if spot.side == "left" else half)
        assert start >= taken.get(spot.row, -100) - 1e-9
        taken[spot.row] = spot.left + (lanes.room(label) - half if spot.side == "right" else half)


# Lanes of the states


def test_states_counted_in_come_first_and_each_group_in_order_of_accession():
    order = lanes.states(T)
    counted = [T.status(state, T.last_day) in T.counted for state in order]
    assert sorted(order) == list(T.states)
    assert counted == sorted(counted, reverse=True)
    for group in (True, False):
        starts = [T.spells[state][0].start for state, its in zip(order, counted, strict=True) if its == group]
        assert starts == sorted(starts)
