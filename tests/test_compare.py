"""Two days beside each other, in words: on invented states first, then on the shipped records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from dashboard import compare, shapes, timeline
from dashboard.compare import Difference
from dashboard.timeline import Timeline
from dashboard.words import words
from membership_data import records
from membership_data.dates import PartialDate

EN = words()
CODES = shapes.load().codes
SHIPPED = timeline.join(records.load(), CODES)


def with_events(*lines: str) -> Timeline:
    """The shipped tables with other events: `KAZ 2001-05-09 acceded member`."""
    sample, events = SHIPPED.data.membership_events[0], []
    for state, day, kind, after in (line.split() for line in lines):
        events.append(sample._replace(iso_a3=state, date=PartialDate.parse(day), event=kind, status_after=after))
    tables = {**SHIPPED.data.tables, "membership_events": tuple(events)}
    return timeline.join(replace(SHIPPED.data, tables=tables), CODES)


def between(one: str, other: str, shown: Timeline = SHIPPED) -> Difference:
    return compare.between(shown, date.fromisoformat(one), date.fromisoformat(other), EN)


# Invented states


def test_a_state_that_is_in_the_same_status_again_differs_in_nothing():
    shown = with_events(
        "RUS 1992-05-15 signed member", "KAZ 1992-05-15 signed member",
        "KAZ 1999-04-20 lapsed former", "KAZ 2006-08-16 rejoined member",
    )  # fmt: skip
    found = between("1998-01-01", "2007-01-01", shown)
    assert (found.states, found.clauses) == ((), ())
    assert found.lead == "Between 1 January 1998 and 1 January 2007 no state's status differs."


def test_everything_that_happened_to_a_state_that_differs_is_said_in_order():
    shown = with_events(
        "KAZ 1992-05-15 signed member", "KAZ 1999-04-20 lapsed former", "KAZ 2006-08-16 rejoined frozen"
    )
    assert between("1998-01-01", "2007-01-01", shown).clauses == (
        "Kazakhstan did not renew the Treaty (20 April 1999)",
        "Kazakhstan returned to membership (16 August 2006)",
    )


def test_only_states_that_differ_are_named_where_others_shared_the_day():
    shown = with_events(
        "KAZ 1992-05-15 signed member", "RUS 1992-05-15 signed member", "UZB 1992-05-15 signed member",
        "KAZ 1999-04-20 lapsed former", "RUS 1999-04-20 lapsed former", "UZB 1999-04-20 lapsed former",
        "RUS 2006-08-16 rejoined member",
    )  # fmt: skip
    found = between("1998-01-01", "2007-01-01", shown)
    assert found.states == ("KAZ", "UZB")
    assert found.clauses == ("Kazakhstan and Uzbekistan did not renew the Treaty (20 April 1999)",)


def test_a_date_keeps_the_precision_of_its_record():
    shown = with_events("KAZ 1992-05-15 signed member", "KAZ 1999-04 lapsed former", "RUS 2001 acceded member")
    assert between("1998-01-01", "2007-01-01", shown).clauses == (
        "Kazakhstan did not renew the Treaty (April 1999)",
        "Russia acceded to the Treaty (2001)",
    )


def test_two_kinds_of_change_on_one_day_are_two_clauses():
    shown = with_events("KAZ 1992-05-15 signed member", "KAZ 1999-04-20 lapsed former", "RUS 1999-04-20 acceded member")
    assert between("1998-01-01", "2007-01-01", shown).clauses == (
        "Russia acceded to the Treaty (20 April 1999)",
        "Kazakhstan did not renew the Treaty (20 April 1999)",
    )


@pytest.mark.parametrize(("day", "counts"), [("1999-04-19", True), ("1999-04-20", False)])
def test_what_happened_on_the_earlier_day_had_happened_then(day, counts):
    shown = with_events("KAZ 1992-05-15 signed member", "KAZ 1999-04-20 lapsed former")
    assert bool(between(day, "2007-01-01", shown).clauses) == counts


def test_what_happened_on_the_later_day_counts():
    shown = with_events("KAZ 1992-05-15 signed member", "KAZ 1999-04-20 lapsed former")
    assert between("1998-01-01", "1999-04-20", shown).states == ("KAZ",)


# The shipped records


def test_from_1999_to_the_last_day_three_states_differ():
    found = between("1999-12-31", "2026-05-17")
    assert found.lead == (
        "Between 31 December 1999 and 17 May 2026 the status of 3 states differs: Armenia, Serbia and Uzbekistan."
    )
    assert found.clauses == (
        "Uzbekistan returned to membership (16 August 2006)",
        "The membership of Uzbekistan was suspended (19 December 2012)",
        "The parliament of Serbia became an observer in the Parliamentary Assembly (2013)",
        "Armenia said that its participation is frozen (22 February 2024)",
    )


def test_one_state_is_one():
    assert between("2023-12-31", "2024-12-31").text == (
        "Between 31 December 2023 and 31 December 2024 the status of one state differs: Armenia. "
        "Armenia said that its participation is frozen (22 February 2024)."
    )


def test_what_is_inferred_stays_inferred():
    assert between("2020-12-31", "2021-12-31").clauses == (
        "The observer status of Afghanistan ended (inferred) (15 August 2021)",
    )


def test_a_day_beside_itself_is_said_to_be_the_same():
    found = between("2005-12-31", "2005-12-31")
    assert (found.states, found.clauses) == ((), ())
    assert found.lead == "Both maps show 31 December 2005: no state's status differs."


ENDS = [SHIPPED.day_of(year) for year in SHIPPED.stops]


@pytest.mark.parametrize(("one", "other"), list(combinations(ENDS, 2)), ids=str)
def test_the_words_are_those_of_the_maps_in_either_order(one, other):
    found = compare.between(SHIPPED, one, other, EN)
    assert found == compare.between(SHIPPED, other, one, EN)
    before, after = SHIPPED.statuses(one), SHIPPED.statuses(other)
    assert found.states == tuple(state for state in SHIPPED.states if before[state] != after[state])
    assert bool(found.clauses) == bool(found.states)
    assert all(EN.state(state) in found.lead for state in found.states)
    assert "{" not in found.text


def test_a_turn_has_a_clause_for_every_number_of_its_states():
    found = compare.turns(SHIPPED, EN)
    assert sum(len(turn.states) for turn in found) == len(SHIPPED.changes)
    assert all(len(turn.said) == len(turn.states) for turn in found)
    assert [turn.day for turn in found] == sorted(turn.day for turn in found)
