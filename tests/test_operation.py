"""The Kazakhstan operation of January 2022 as it is drawn and told, on the shipped records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
import shapely
from pyproj import Geod

from dashboard import operation, shapes, timeline
from dashboard.words import words
from membership_data import records

EN = words()
DRAWN = shapes.load()
SHIPPED = timeline.join(records.load(), DRAWN.codes)
ROW = SHIPPED.data.operations[0]
TOLD = operation.of(SHIPPED, DRAWN, ROW, EN)
PLACES = {place.id: place for place in SHIPPED.data.places}
FLOWS = {flow.iso_a3: flow for flow in TOLD.flows}
GUARDED = [row for row in SHIPPED.data.operation_sites if row.role != "city"]
SITES = {site.name: site for site in TOLD.sites if site.role != "city"}
DEPLOYED = [pytest.param(row, id=row.iso_a3) for row in SHIPPED.data.deployments]


def place(identifier: str) -> tuple[int, int]:
    return shapes.point(PLACES[identifier].lon, PLACES[identifier].lat)


def circle(site: operation.Site) -> shapely.Polygon:
    return shapely.Point(site.x, site.y).buffer(site.radius)


# Contingents


def test_five_members_sent_a_contingent_and_the_host_none():
    assert sorted(FLOWS) == ["ARM", "BLR", "KGZ", "RUS", "TJK"]
    assert (TOLD.host, TOLD.year) == ("KAZ", 2022)


@pytest.mark.parametrize("state", ["RUS", "BLR"])
def test_a_strength_that_was_not_disclosed_is_no_number_and_says_so(state):
    flow = FLOWS[state]
    assert (flow.low, flow.high) == (None, None)
    assert flow.strength == "strength not disclosed"


@pytest.mark.parametrize(("state", "strength"), [("ARM", 100), ("KGZ", 150), ("TJK", 200)])
def test_a_stated_strength_is_a_number_of_soldiers(state, strength):
    flow = FLOWS[state]
    assert (flow.low, flow.high) == (strength, strength)
    assert flow.strength == f"{strength} soldiers"


def test_a_range_of_strengths_is_said_as_a_range():
    item = next(row for row in SHIPPED.data.deployments if row.disclosed)
    assert operation.strength(item._replace(strength_low=70, strength_high=100), EN) == "70 to 100 soldiers"
    assert operation.strength(item._replace(strength_low=1, strength_high=1), EN) == "1 soldier"


@pytest.mark.parametrize("row", DEPLOYED)
def test_a_line_runs_from_the_place_of_origin_to_the_destination(row):
    curve = FLOWS[row.iso_a3].curve
    assert curve[0] == place(row.origin_place_id)
    assert curve[-1] == place(row.destination_place_id)


@pytest.mark.parametrize("row", DEPLOYED)
def test_a_line_is_bowed_so_that_nobody_takes_it_for_a_flight_path(row):
    curve = FLOWS[row.iso_a3].curve
    straight = shapely.LineString([curve[0], curve[-1]])
    assert shapely.LineString(curve).hausdorff_distance(straight) > straight.length / 20


@pytest.mark.parametrize("row", DEPLOYED)
def test_an_assumed_origin_is_marked(row):
    assert FLOWS[row.iso_a3].assumed == row.origin_assumed
    assert row.origin_assumed == (row.iso_a3 in ("ARM", "TJK"))


@pytest.mark.parametrize("row", DEPLOYED)
def test_a_contingent_is_on_the_way_within_the_days_told(row):
    flow = FLOWS[row.iso_a3]
    assert TOLD.days[0] < flow.departs < flow.leaves < TOLD.days[-1]


def test_the_bounds_hold_the_host_and_every_line():
    whole = shapely.box(*TOLD.bounds)
    assert whole.contains(DRAWN.state("KAZ"))
    assert all(whole.contains(shapely.LineString(flow.curve)) for flow in TOLD.flows)


# Days


def test_the_days_run_from_the_2nd_to_the_20th_of_january_without_a_gap():
    assert TOLD.days == tuple(date(2022, 1, 2) + timedelta(days=step) for step in range(19))
    assert tuple(TOLD.entries) == TOLD.days


def test_every_entry_of_the_records_is_told_on_its_day_and_once():
    told = [entry for day in TOLD.days for entry in TOLD.entries[day]]
    assert sorted(row.id for row in told) == sorted(row.id for row in SHIPPED.data.operation_days)


def test_a_day_without_an_entry_says_that_there_is_no_record():
    assert operation.sentence(TOLD.entries[date(2022, 1, 3)], EN) == "No record of this day."


@pytest.mark.parametrize("row", SHIPPED.data.operation_days, ids=lambda row: row.id)
def test_an_attributed_entry_carries_who_says_so_and_another_stands_as_recorded(row):
    said = operation.told(row, EN)
    assert said == (f"{row.text} ({row.attributed_to})" if row.attributed_to else row.text)


def test_what_the_president_said_of_the_unrest_is_his_word():
    said = operation.sentence(TOLD.entries[date(2022, 1, 5)], EN)
    assert "armed groups trained abroad. (President Tokayev)" in said


# Guarded places


@pytest.mark.parametrize("row", GUARDED, ids=lambda row: row.place_id)
def test_a_guarded_place_is_within_100_km_of_almaty(row):
    almaty, site = PLACES["almaty"], PLACES[row.place_id]
    _, _, metres = Geod(ellps="WGS84").inv(almaty.lon, almaty.lat, site.lon, site.lat)
    assert metres < 100_000


@pytest.mark.parametrize("row", GUARDED, ids=lambda row: row.place_id)
def test_a_guarded_place_is_a_circle_as_wide_as_it_is_uncertain(row):
    site = SITES[PLACES[row.place_id].name]
    assert (site.x, site.y) == place(row.place_id)
    assert site.radius * 500 == PLACES[row.place_id].radius_km * 1000
    assert site.guards == EN.listed([EN.state(code) for code in row.guarded_by or ()])


def test_the_inset_holds_the_circles_of_all_places_but_the_airfield_far_from_the_others():
    inset = shapely.box(*TOLD.inset).buffer(1)
    outside = {name for name, site in SITES.items() if not inset.contains(circle(site))}
    assert outside == {"Zhetygen airfield"}


def test_the_inset_is_no_larger_than_the_places_it_holds():
    near = [circle(site).bounds for name, site in SITES.items() if name != "Zhetygen airfield"]
    tight = (*np.min(near, axis=0)[:2], *np.max(near, axis=0)[2:])
    assert TOLD.inset == pytest.approx(tight, abs=1)


# Without numbers


def test_without_a_day_of_departure_a_contingent_departs_with_the_operation():
    unknown = tuple(row._replace(departs=None, arrives=None, leaves=None) for row in SHIPPED.data.deployments)
    data = replace(SHIPPED.data, tables={**SHIPPED.data.tables, "deployments": unknown})
    told = operation.of(timeline.join(data, DRAWN.codes), DRAWN, ROW, EN)
    assert {(flow.departs, flow.leaves) for flow in told.flows} == {(date(2022, 1, 6), date(2022, 1, 19))}
