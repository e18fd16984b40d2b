"""Small marks: where a record is drawn, from which day to which, in which form, and what it says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from dashboard import assets, marks, shapes, timeline, view
from dashboard.atlas import load
from dashboard.map import interface, payload
from dashboard.marks import Mark
from dashboard.timeline import Timeline
from membership_data.dates import PartialDate

ATLAS = load()
T, EN = ATLAS.timeline, ATLAS.words
SHIPPED = marks.of(T, EN)
PLACES = {place.id: place for place in T.data.places}
ROWS = [(kind, row) for kind in view.MARKS for row in getattr(T.data, kind)]
LASTING, PASSING = ("units", "bases"), ("exercises", "crises")
KILOBYTE = 1024

every_row = pytest.mark.parametrize(("kind", "row"), ROWS, ids=lambda given: getattr(given, "id", given))
every_mark = pytest.mark.parametrize("mark", SHIPPED, ids=lambda mark: f"{mark.kind}.{mark.id}")


def places_of(kind: str, row: tuple) -> tuple[str, ...]:
    return tuple(row.place_ids or ()) if kind == "exercises" else tuple(filter(None, [row.place_id]))


def with_rows(**tables: tuple) -> Timeline:
    """The shipped records with other tables."""
    return timeline.join(replace(T.data, tables={**T.data.tables, **tables}), ATLAS.shapes.codes)


def made(kind: str, **changed: object) -> Mark:
    """The mark of the first record of a kind that has a place, with other cells."""
    sample = next(row for row in getattr(T.data, kind) if places_of(kind, row))
    dates = {name: value and PartialDate.parse(value) for name, value in changed.items() if name in ("starts", "ends")}
    others = {name: () for name in view.MARKS}
    (mark,) = marks.of(with_rows(**others | {kind: (sample._replace(**changed | dates),)}), EN)
    return mark


# Where


@every_row
def test_a_record_is_drawn_once_at_each_of_its_places_and_without_one_not_at_all(kind, row):
    drawn = [mark for mark in SHIPPED if (mark.kind, mark.id) == (kind, row.id)]
    expected = {shapes.point(PLACES[place].lon, PLACES[place].lat) for place in places_of(kind, row)}
    assert len(drawn) == len(expected)
    assert {(mark.x, mark.y) for mark in drawn} == expected


@every_mark
def test_a_mark_is_as_uncertain_as_its_place_and_says_so(mark):
    (place,) = {place.id for place in PLACES.values() if shapes.point(place.lon, place.lat) == (mark.x, mark.y)} & {
        place for kind, row in ROWS if (kind, row.id) == (mark.kind, mark.id) for place in places_of(kind, row)
    }
    assert mark.radius == pytest.approx(shapes.units(PLACES[place].radius_km), abs=0.1)
    assert mark.place == f"{PLACES[place].name}, within {PLACES[place].radius_km:g} km"


def test_without_records_there_is_no_mark():
    assert marks.of(with_rows(**{kind: () for kind in view.MARKS}), EN) == ()


# When


@pytest.mark.parametrize("kind", LASTING)
@pytest.mark.parametrize(
    ("starts", "ends", "first", "last"),
    [
        ("2003-10-23", None, date(2003, 10, 23), T.last_day),
        ("2001-12", "2014-06-03", date(2001, 12, 31), date(2014, 6, 2)),
        ("1995", "2015-12", date(1995, 12, 31), date(2015, 12, 30)),
        ("2015", "2015-06", date(2015, 6, 29), date(2015, 6, 29)),
    ],
)
def test_what_lasts_is_shown_from_when_it_surely_had_begun_to_before_it_surely_was_no_more(
    kind, starts, ends, first, last
):
    mark = made(kind, starts=starts, ends=ends)
    assert (mark.first, mark.last) == (first, last)


def test_what_is_to_begin_after_the_last_day_is_not_shown_on_it():
    mark = made("bases", starts=f"{T.last_year + 1}-02", ends=None)
    assert mark.first > T.last_day


@pytest.mark.parametrize("kind", PASSING)
@pytest.mark.parametrize(
    ("starts", "ends", "first", "last", "dated"),
    [
        ("2010-06", None, date(2010, 6, 1), date(2010, 6, 30), "June 2010"),
        ("2010-06-12", "2010-06-14", date(2010, 6, 12), date(2010, 6, 14), "12 June 2010 to 14 June"),
        ("2010-12-30", "2011-01", date(2010, 12, 30), date(2011, 1, 31), "30 December 2010 to January 2011"),
        ("2022-01-02", "2022-01", date(2022, 1, 2), date(2022, 1, 31), "2 January 2022"),
        ("2012-09-14", "2012-09-14", date(2012, 9, 14), date(2012, 9, 14), "14 September 2012"),
    ],
)
def test_what_passes_is_shown_from_its_first_day_to_its_last(kind, starts, ends, first, last, dated):
    mark = made(kind, starts=starts, ends=ends)
    assert (mark.first, mark.last, mark.dated) == (first, last, dated)


@pytest.mark.parametrize(
    ("ends", "dated"), [(None, "beginning not found"), ("2023-12", "until December 2023; beginning not found")]
)
def test_a_base_without_a_known_beginning_is_dashed_and_says_so(ends, dated):
    mark = made("bases", starts=None, ends=ends)
    assert (mark.form, mark.first, mark.dated) == ("dashed", T.first_day, dated)


def test_a_unit_without_a_known_beginning_is_no_older_than_its_force():
    force = next(force for force in T.data.forces if force.founded)
    mark = made("units", starts=None, ends=None, force_id=force.id)
    assert (mark.form, mark.first) == ("dashed", force.founded.last)


@every_mark
def test_a_mark_is_shown_for_a_day_at_least(mark):
    assert mark.first <= mark.last
    assert mark.last <= T.last_day or mark.kind in PASSING


# What


@pytest.mark.parametrize(
    ("outcome", "form", "label"),
    [
        ("held", "full", "Exercise: held"),
        ("cancelled", "open", "Exercise: called off"),
        ("announced", "dashed", "Exercise: announced only"),
    ],
)
def test_the_form_of_an_exercise_says_what_became_of_it(outcome, form, label):
    mark = made("exercises", outcome=outcome, organisation=True)
    assert (mark.form, mark.label) == (form, label)


def test_an_exercise_that_was_not_the_organizations_says_so():
    assert made("exercises", outcome="held", organisation=False).label == "Exercise: held; not of the Organization"


@pytest.mark.parametrize(
    ("asked", "form"), [("council", "full"), ("consultations", "full"), ("bilateral", "full"), ("none", "open")]
)
def test_a_crisis_in_which_nobody_was_asked_is_open(asked, form):
    mark = made("crises", asked=asked)
    assert mark.form == form
    assert ("nobody was asked" in mark.label) == (form == "open")


@pytest.mark.parametrize("mark", [mark for mark in SHIPPED if mark.kind == "bases"], ids=lambda mark: mark.id)
def test_a_base_says_whose_it_is_and_that_it_is_not_the_organizations(mark):
    (row,) = (row for row in T.data.bases if row.id == mark.id)
    assert mark.label == row.label
    assert "not CSTO" in mark.label


@every_mark
def test_a_mark_names_its_sources_and_whether_they_differ(mark):
    (row,) = (row for kind, row in ROWS if (kind, row.id) == (mark.kind, mark.id))
    disputed = any(f"{mark.kind}.{mark.id}" in question.records for question in T.data.questions)
    assert mark.sources == f"Sources: {' '.join(row.source_ids)}{' ≠ disputed' if disputed else ''}"
    assert mark.name
    assert mark.text


def test_some_record_that_is_drawn_is_disputed():
    assert any("disputed" in mark.sources for mark in SHIPPED)


# What the browser is given


SENT = assets.document("marks", payload.small_marks(T, EN), early=False)


def test_the_browser_is_given_every_mark_with_days_it_can_compare():
    given = json.loads(SENT.body)
    assert [(mark["kind"], mark["id"]) for mark in given] == [(mark.kind, mark.id) for mark in SHIPPED]
    assert all(date.fromisoformat(mark["first"]) <= date.fromisoformat(mark["last"]) for mark in given)


def test_all_marks_together_are_small():
    assert len(SENT.packed) <= 16 * KILOBYTE


def test_the_marks_are_on_offer_and_no_browser_is_told_to_ask_for_them_early():
    name = ATLAS.links.marks.rsplit("/", 1)[1]
    assert name == SENT.name
    assert name not in assets.SHELF.names()


def test_the_list_of_kinds_has_all_that_an_address_may_name_and_every_form_that_is_drawn():
    kinds = {kind["id"]: kind["forms"] for kind in interface.marks(EN)}
    assert tuple(kinds) == view.MARKS
    assert {(mark.kind, mark.form) for mark in SHIPPED if mark.form != "full"} <= {
        (kind, form) for kind, forms in kinds.items() for form in forms
    }
