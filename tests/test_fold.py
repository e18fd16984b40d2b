"""Events to spells, on invented states."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from membership_data import fold
from membership_data.dates import PartialDate


class Event(NamedTuple):
    iso_a3: str
    date: PartialDate
    status_after: str | None


def history(*steps: str, state: str = "AAA") -> list[Event]:
    """Events of one state from lines such as `2001-05-09 member`; a line without a status changes none."""
    cells = [step.split() for step in steps]
    return [Event(state, PartialDate.parse(day), *(after or [None])) for day, *after in cells]


def outline(events: list[Event]) -> list[tuple[str, str, str | None]]:
    return [(spell.status, str(spell.start), spell.end and str(spell.end)) for spell in fold.spells(events)]


def status(events: list[Event], day: str) -> str:
    return fold.status_on(fold.spells(events), date.fromisoformat(day))


def test_a_state_without_events_has_no_spell():
    assert fold.spells([]) == ()


def test_a_state_that_joins_late_has_no_status_before():
    events = history("2001-05-09 member")
    assert outline(events) == [("member", "2001-05-09", None)]
    assert status(events, "2001-05-08") == "none"
    assert status(events, "2001-05-09") == "member"


def test_a_state_that_returns_is_a_member_again():
    events = history("1990-01-01 member", "1995-04-20 former", "2006-08-16 member")
    assert outline(events) == [
        ("member", "1990-01-01", "1995-04-20"),
        ("former", "1995-04-20", "2006-08-16"),
        ("member", "2006-08-16", None),
    ]


def test_the_last_day_of_a_spell_is_the_day_before_the_next_begins():
    events = history("1990-01-01 member", "1995-04-20 former")
    assert status(events, "1995-04-19") == "member"
    assert status(events, "1995-04-20") == "former"


@pytest.mark.parametrize("last", ["frozen", "suspended"])
def test_a_status_without_a_later_event_holds_without_end(last):
    events = history("1990-01-01 member", f"2012-12-19 {last}")
    assert outline(events)[-1] == (last, "2012-12-19", None)
    assert status(events, "2999-01-01") == last


def test_an_observer_whose_status_ends_is_none_and_has_no_further_spell():
    events = history("2013-04-11 observer", "2021-08-15 none")
    assert outline(events) == [("observer", "2013-04-11", "2021-08-15")]
    assert status(events, "2021-08-15") == "none"


def test_two_changes_in_one_year_are_two_spells():
    events = history("2002-02-01 signatory", "2002-09-01 member")
    assert outline(events) == [("signatory", "2002-02-01", "2002-09-01"), ("member", "2002-09-01", None)]


def test_of_two_changes_on_one_day_the_later_row_decides():
    events = history("2002-02-01 signatory", "2002-02-01 member")
    assert outline(events) == [("member", "2002-02-01", None)]
    assert outline(events[::-1]) == [("signatory", "2002-02-01", None)]


@pytest.mark.parametrize(("written", "counts_from"), [("2013-04", "2013-04-30"), ("2013", "2013-12-31")])
def test_a_date_of_lower_precision_counts_from_its_last_day(written, counts_from):
    (spell,) = fold.spells(history(f"{written} observer"))
    assert str(spell.start) == counts_from
    assert str(spell.event.date) == written


def test_an_event_without_a_status_changes_nothing():
    events = history("1990-01-01 member", "1992-03-04", "1993-03-04")
    assert outline(events) == [("member", "1990-01-01", None)]


def test_spells_are_sorted_by_state_and_start_whatever_the_order_of_the_rows():
    events = history("1999-01-01 former", "1990-01-01 member") + history("1991-01-01 member", state="AAB")
    found = [(spell.iso_a3, spell.status) for spell in fold.spells(events[::-1])]
    assert found == [("AAA", "member"), ("AAA", "former"), ("AAB", "member")]


def test_a_year_is_its_last_day_and_the_last_year_the_day_of_the_check():
    assert fold.day_of(2012, date(2026, 5, 17)) == date(2012, 12, 31)
    assert fold.day_of(2026, date(2026, 5, 17)) == date(2026, 5, 17)


def test_a_year_after_the_check_is_refused():
    with pytest.raises(ValueError, match="the records end on 2026-05-17; 2027 is later"):
        fold.day_of(2027, date(2026, 5, 17))


def test_the_panel_has_a_row_for_every_year_and_state():
    events = history("1990-06-01 member") + history("1991-06-01 observer", state="AAB")
    assert list(fold.panel(events, date(1991, 3, 1))) == [
        (1990, "AAA", "member"),
        (1990, "AAB", "none"),
        (1991, "AAA", "member"),
        (1991, "AAB", "none"),
    ]


def test_without_events_the_panel_is_empty():
    assert list(fold.panel([], date(1991, 3, 1))) == []


STATUSES = st.sampled_from(["signatory", "member", "frozen", "suspended", "former", "observer", "none", None])
DAYS = st.dates(date(1990, 1, 1), date(1990, 3, 1)).map(lambda day: PartialDate.parse(day.isoformat()))


@given(st.lists(st.builds(Event, st.sampled_from(["AAA", "AAB"]), DAYS, STATUSES)))
def test_spells_agree_with_the_last_event_before_every_day(events):
    spells = fold.spells(events)
    for state in ("AAA", "AAB"):
        own = [spell for spell in spells if spell.iso_a3 == state]
        for offset in range(70):
            day = date(1990, 1, 1) + timedelta(days=offset)
            past = [event for event in events if event.iso_a3 == state and event.date.last <= day]
            said = [event for event in past if event.status_after]
            last = max((event.date for event in said), default=None)
            expected = [event.status_after for event in said if event.date == last]
            assert fold.status_on(own, day) == (expected[-1] if expected else "none")


PARTIAL = st.dates(date(1990, 1, 1), date(1999, 12, 31)).flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]]).map(PartialDate.parse)
)
EVENTS = st.lists(st.builds(Event, st.sampled_from(["AAA", "AAB", "AAC"]), PARTIAL, STATUSES), max_size=25)
CHECKED = st.dates(date(1990, 1, 1), date(2003, 12, 31))


@given(EVENTS)
def test_spells_of_a_state_are_in_order_and_never_overlap(events):
    spells = fold.spells(events)
    assert [spell[0] for spell in spells] == sorted(spell.iso_a3 for spell in spells)
    assert all(spell.end is None or spell.start < spell.end for spell in spells)
    for one, following in pairwise(spells):
        if one.iso_a3 == following.iso_a3:
            assert one.end is not None
            assert one.end <= following.start
    assert fold.NONE not in {spell.status for spell in spells}


@given(EVENTS, CHECKED)
def test_the_status_of_a_day_is_that_of_the_spell_it_lies_in(events, day):
    spells = fold.spells(events)
    for iso_a3, status in fold.statuses_on(events, day).items():
        within = [s.status for s in spells if s.iso_a3 == iso_a3 and s.start <= day and (s.end is None or day < s.end)]
        assert (within or [fold.NONE]) == [status]


@given(EVENTS, CHECKED)
def test_the_panel_has_one_row_for_every_year_and_every_state_that_ever_had_a_status(events, checked_on):
    rows = list(fold.panel(events, checked_on))
    states = sorted({spell.iso_a3 for spell in fold.spells(events)})
    first = min((event.date.first.year for event in events), default=checked_on.year + 1)
    years = range(first, checked_on.year + 1)
    assert [(year, state) for year, state, _ in rows] == [(year, state) for year in years for state in states]
    for year in years:
        of_year = {state: status for found, state, status in rows if found == year}
        assert of_year == fold.statuses_on(events, fold.day_of(year, checked_on))


@given(EVENTS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_says_nothing_where_days_differ(events, random):
    distinct = list({(event.iso_a3, event.date.last): event for event in events}.values())
    shuffled = distinct.copy()
    random.shuffle(shuffled)
    assert fold.spells(shuffled) == fold.spells(distinct)
