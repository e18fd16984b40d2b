"""The regional security areas as they are drawn, on the shipped records and boundaries."""

from __future__ import annotations

from datetime import date
from itertools import groupby, pairwise

import pytest
import shapely

from dashboard import areas, shapes, timeline
from dashboard.words import words
from membership_data import records

DRAWN = shapes.load()
SHIPPED = timeline.join(records.load(), DRAWN.codes)
GROUPS = areas.groups(SHIPPED, DRAWN, words())
NAMES = [f"{group.area}-{group.starts}" for group in GROUPS]

every_group = pytest.mark.parametrize("group", GROUPS, ids=NAMES)


def outlined(area: str, day: date) -> set[str]:
    """The states that an area's outline takes in on a day, found by where they lie."""
    found = [
        group
        for group in GROUPS
        if group.area == area and group.starts <= day and not (group.ends and day >= group.ends)
    ]
    inside = {state: DRAWN.state(state).representative_point() for state in SHIPPED.states}
    return {state for group in found for state, place in inside.items() if group.outline.contains(place)}


def rows_of(group: areas.Group) -> list:
    rows = [row for row in SHIPPED.data.area_memberships if row.area_id == group.area]
    return [row for row in rows if areas.holds(row, group.starts)]


def test_there_are_three_areas_in_the_order_of_the_records():
    assert list(dict.fromkeys(group.area for group in GROUPS)) == ["east_european", "caucasus", "central_asian"]


def test_no_area_is_drawn_before_the_treaty_was_in_force():
    assert {min(group.starts for group in GROUPS if group.area == area) for area in areas.CHIPS} == {date(1994, 4, 20)}


def test_the_periods_of_an_area_follow_each_other_and_the_last_is_open():
    for _, periods in groupby(GROUPS, key=lambda group: group.area):
        *closed, last = periods
        assert last.ends is None
        assert all(one.ends == other.starts for one, other in pairwise((*closed, last)))


@every_group
def test_russia_is_in_every_area_and_in_no_outline(group):
    assert group.shared == ("RUS",)
    assert "RUS" not in group.states
    assert shapely.intersection(group.outline, DRAWN.state("RUS")).area == 0


@every_group
def test_an_outline_is_that_of_its_states(group):
    assert group.outline.is_valid
    assert outlined(group.area, group.starts) == set(group.states)
    assert group.outline.area == pytest.approx(sum(DRAWN.state(state).area for state in group.states))


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (date(1994, 4, 19), set()),
        (date(1994, 4, 20), {"ARM", "AZE", "GEO"}),
        (date(1999, 4, 19), {"ARM", "AZE", "GEO"}),
        (date(1999, 4, 20), {"ARM"}),
        (date(2026, 5, 17), {"ARM"}),
    ],
)
def test_georgia_and_azerbaijan_are_in_the_caucasus_area_while_they_are_parties(day, states):
    assert outlined("caucasus", day) == states


@pytest.mark.parametrize(
    ("day", "within"),
    [
        (date(1999, 4, 19), True),
        (date(1999, 4, 20), False),
        (date(2006, 8, 16), True),
        (date(2012, 12, 19), False),
    ],
)
def test_uzbekistan_is_in_the_central_asian_area_while_it_is_in(day, within):
    assert ("UZB" in outlined("central_asian", day)) == within


@every_group
def test_what_is_inferred_from_geography_says_so(group):
    bases = {row.basis for row in rows_of(group)}
    said = {
        frozenset(["inferred"]): "inferred from geography",
        frozenset(["stated"]): "",
        frozenset(["inferred", "stated"]): "in part inferred from geography",
    }
    assert group.basis == said[frozenset(bases)]


def test_both_what_is_inferred_and_what_is_stated_are_there():
    assert {group.basis for group in GROUPS} == {"", "inferred from geography", "in part inferred from geography"}


@every_group
def test_the_text_names_every_state_and_the_part_of_russia_that_is_meant(group):
    assert all(words().state(state) in group.text for state in group.states)
    assert "Russia (" in group.text
    assert group.text.endswith(" part)")


def test_an_area_has_one_chip_and_no_two_areas_share_one():
    chips = {area: {group.chip for group in GROUPS if group.area == area} for area in areas.CHIPS}
    assert all(len(places) == 1 for places in chips.values())
    assert len(set.union(*chips.values())) == 3


@every_group
def test_a_chip_lies_on_russia_and_its_stub_ends_on_the_outline(group):
    assert DRAWN.state("RUS").contains(shapely.Point(group.chip))
    assert group.outline.boundary.distance(shapely.Point(group.touch)) < 1
