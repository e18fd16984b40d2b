"""The join of boundaries and records: on invented states first, then on the shipped ones, year by year."""

from __future__ import annotations

import csv
import subprocess
import sys
from datetime import date
from types import SimpleNamespace

import pytest

from dashboard import shapes, timeline
from dashboard.timeline import Change, JoinError, Timeline
from membership_data import records
from membership_data.dates import PartialDate
from membership_data.descriptor import Licence
from membership_data.records import Records

CODES = ("AAA", "AAB", "AAC")
COUNTED = {
    **{"signatory": True, "member": True, "frozen": True},
    **{"suspended": False, "former": False, "observer": False, "none": False},
}


def event(line: str) -> SimpleNamespace:
    """An event from a line such as `AAA 1990-01-01 member`; without a status it changes none."""
    state, day, *after = line.split()
    return SimpleNamespace(iso_a3=state, date=PartialDate.parse(day), status_after=(after or [None])[0])


def period(line: str) -> SimpleNamespace:
    """A row that starts, and may end: `1990-01-01` or `1990-01-01 1995-01-01`."""
    starts, *ends = (PartialDate.parse(day) for day in line.split())
    return SimpleNamespace(starts=starts, ends=(ends or [None])[0])


def invented(
    *events: str,
    stages: tuple[str, ...] = ("1990-01-01",),
    operations: tuple[str, ...] = (),
    areas: tuple[str, ...] = (),
    checked_on: str = "2010-05-17",
) -> Timeline:
    """The timeline of invented states, their records checked in May 2010."""
    tables = {
        "statuses": tuple(SimpleNamespace(id=name, counted=counted) for name, counted in COUNTED.items()),
        "membership_events": tuple(event(line) for line in events),
        "stages": tuple(period(line) for line in stages),
        "operations": tuple(period(line) for line in operations),
        "area_memberships": tuple(period(line) for line in areas),
    }
    data = Records("1.0.0", date.fromisoformat(checked_on), Licence("", "", ""), tables)
    return timeline.join(data, CODES)


def year_ends(joined: Timeline, state: str, *years: int) -> list[str]:
    return [joined.status(state, joined.day_of(year)) for year in years]


def passages(joined: Timeline) -> list[tuple[str, str, str, str]]:
    return [(str(change.day), change.iso_a3, change.before, change.after) for change in joined.changes]


# Invented states


def test_a_state_that_joins_late_has_no_status_before():
    joined = invented("AAA 1990-01-01 member", "AAB 2001-05-09 member")
    assert year_ends(joined, "AAB", 1990, 2000, 2001) == ["none", "none", "member"]
    assert joined.spell("AAB", date(2001, 5, 8)) is None
    assert joined.states == ("AAA", "AAB")


def test_a_state_that_returns_is_a_member_again():
    joined = invented("AAA 1990-01-01 member", "AAA 1995-04-20 former", "AAA 2006-08-16 member")
    assert year_ends(joined, "AAA", 1994, 1995, 2005, 2006, 2010) == ["member", "former", "former", "member", "member"]
    assert passages(joined)[1:] == [
        ("1995-04-20", "AAA", "member", "former"),
        ("2006-08-16", "AAA", "former", "member"),
    ]


def test_the_day_of_an_event_is_the_first_of_the_new_status():
    joined = invented("AAA 1990-01-01 member", "AAA 1995-04-20 former")
    assert joined.status("AAA", date(1995, 4, 19)) == "member"
    assert joined.status("AAA", date(1995, 4, 20)) == "former"


def test_a_frozen_member_counts_in_and_a_suspended_one_does_not():
    joined = invented("AAA 1990-01-01 member", "AAA 2004-02-22 frozen", "AAB 1990-01-01 suspended")
    statuses = joined.statuses(date(2004, 12, 31))
    assert statuses == {"AAA": "frozen", "AAB": "suspended"}
    assert {state for state, status in statuses.items() if status in joined.counted} == {"AAA"}


def test_a_suspension_that_nothing_ends_holds_to_the_last_day():
    joined = invented("AAA 1990-01-01 member", "AAA 2002-12-19 suspended")
    assert set(year_ends(joined, "AAA", *range(2002, 2011))) == {"suspended"}
    assert joined.spell("AAA", joined.last_day).end is None


def test_a_state_that_only_ever_observes_is_never_counted_in():
    joined = invented("AAA 1990-01-01 member", "AAB 1993-04-11 observer")
    assert year_ends(joined, "AAB", 1992, 1993, 2010) == ["none", "observer", "observer"]
    assert "observer" not in joined.counted


def test_of_two_changes_in_one_year_both_are_told_and_the_later_is_shown():
    joined = invented("AAA 1992-02-01 signatory", "AAA 1992-09-01 member")
    assert [change.after for change in joined.changes_in(1992)] == ["signatory", "member"]
    assert joined.status("AAA", date(1992, 5, 1)) == "signatory"
    assert year_ends(joined, "AAA", 1992) == ["member"]
    assert joined.stops == (1990, 1992)


def test_a_change_known_only_to_the_month_holds_from_its_last_day():
    joined = invented("AAA 1993-04 observer")
    assert joined.status("AAA", date(1993, 4, 29)) == "none"
    assert joined.status("AAA", date(1993, 4, 30)) == "observer"
    assert joined.changes[0].event.date.text == "1993-04"


def test_a_status_that_ends_in_none_is_a_change_by_the_event_that_ends_it():
    joined = invented("AAA 1990-01-01 member", "AAB 1993-04-11 observer", "AAB 2001-08-15 none")
    ending = next(row for row in joined.data.membership_events if row.status_after == "none")
    assert joined.changes[-1] == Change(date(2001, 8, 15), "AAB", "observer", "none", ending)
    assert year_ends(joined, "AAB", 2000, 2001, 2010) == ["observer", "none", "none"]


def test_after_a_status_that_ended_a_new_one_begins_from_none():
    joined = invented("AAA 1990-01-01 observer", "AAA 1995-01-01 none", "AAA 2000-01-01 member")
    assert [change[2:] for change in passages(joined)] == [
        ("none", "observer"),
        ("observer", "none"),
        ("none", "member"),
    ]


def test_an_event_without_a_status_is_no_change():
    joined = invented("AAA 1990-01-01 member", "AAA 1992-03-04")
    assert joined.stops == (1990,)
    assert joined.changes_in(1992) == ()


def test_changes_are_in_order_of_days_and_then_of_codes():
    joined = invented("AAB 1990-01-01 member", "AAA 1995-01-01 member", "AAC 1990-01-01 member")
    assert [change.iso_a3 for change in joined.changes] == ["AAB", "AAC", "AAA"]


def test_stops_are_the_years_of_changes_of_stages_and_of_operations():
    joined = invented(
        "AAA 1991-06-01 member", stages=("1990-01-01", "2002-05-14"), operations=("2005-01-06 2005-01-19",)
    )
    assert joined.stops == (1990, 1991, 2002, 2005)


def test_an_area_turns_the_picture_and_makes_no_stop():
    joined = invented("AAA 1990-01-01 member", areas=("1994-04-20 1999-04-20",))
    assert {date(1994, 4, 20), date(1999, 4, 20)} <= set(joined.turns)
    assert joined.stops == (1990,)


def test_nothing_is_shown_of_what_comes_after_the_last_day():
    joined = invented("AAA 1990-01-01 member", "AAA 2010-05-18 frozen", stages=("1990-01-01", "2010-06-01"))
    assert year_ends(joined, "AAA", 2010) == ["member"]
    assert joined.stops == (1990,)
    assert joined.turns == (date(1990, 1, 1),)


def test_a_year_is_its_last_day_and_the_last_year_the_day_of_the_check():
    joined = invented("AAA 1990-06-01 member")
    assert joined.years == range(1990, 2011)
    assert joined.day_of(2009) == date(2009, 12, 31)
    assert joined.day_of(2010) == joined.last_day == date(2010, 5, 17)


def test_the_first_day_is_that_of_the_first_status_whatever_happened_before():
    joined = invented("AAA 1989-01-01", "AAB 1991-03-01 observer", "AAA 1990-06-01 member")
    assert (joined.first_day, joined.first_year) == (date(1990, 6, 1), 1990)


def test_the_stage_changes_on_its_first_day():
    joined = invented("AAA 1990-01-01 member", stages=("1990-01-01", "2002-05-14"))
    treaty, organization = joined.data.stages
    assert joined.stage(date(2002, 5, 13)) is treaty
    assert joined.stage(date(2002, 5, 14)) is organization


def test_states_without_a_boundary_are_refused_by_name():
    with pytest.raises(JoinError, match="no boundary for ZZY, ZZZ; expected a shape"):
        invented("ZZZ 1990-01-01 member", "AAA 1990-01-01 member", "ZZY 1990-01-01 observer")


# The shipped records

SHIPPED = timeline.join(records.load(), shapes.load().codes)
COUNTED_IN = {
    **{1992: 6, **dict.fromkeys(range(1993, 1999), 9), **dict.fromkeys(range(1999, 2006), 6)},
    **{**dict.fromkeys(range(2006, 2012), 7), **dict.fromkeys(range(2012, 2027), 6)},
}


@pytest.fixture(scope="module")
def panel() -> dict[int, dict[str, str]]:
    """Statuses by year, as `python -m membership_data panel` prints them."""
    command = [sys.executable, "-m", "membership_data", "panel"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=records.FOLDER.parent, check=True)
    printed: dict[int, dict[str, str]] = {}
    for row in csv.DictReader(done.stdout.splitlines()):
        printed.setdefault(int(row["year"]), {})[row["iso_a3"]] = row["status"]
    return printed


def test_the_slider_has_the_years_of_the_panel(panel):
    assert list(SHIPPED.years) == list(panel)


@pytest.mark.parametrize("year", SHIPPED.years)
def test_a_year_has_the_statuses_of_the_panel(year, panel):
    assert SHIPPED.statuses(SHIPPED.day_of(year)) == panel[year]


@pytest.mark.parametrize("year", SHIPPED.years)
def test_as_many_states_are_counted_in_as_history_says(year):
    statuses = SHIPPED.statuses(SHIPPED.day_of(year))
    assert sum(status in SHIPPED.counted for status in statuses.values()) == COUNTED_IN[year]
    frozen = [state for state, status in statuses.items() if status == "frozen"]
    assert frozen == (["ARM"] if year >= 2024 else [])


def test_the_stops_are_the_years_that_changed_something():
    assert SHIPPED.stops == (1992, 1993, 1994, 1999, 2002, 2003, 2006, 2012, 2013, 2021, 2022, 2024)


@pytest.mark.parametrize("change", SHIPPED.changes, ids=lambda change: f"{change.iso_a3}-{change.day}")
def test_every_change_is_the_work_of_its_event(change):
    assert (change.event.iso_a3, change.event.status_after) == (change.iso_a3, change.after)
    assert change.event.date.last == change.day
    assert change.before != change.after
