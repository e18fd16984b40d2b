"""What is drawn and said of a day: headline, tally, legend, marks and badges, on the shipped records."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from dashboard import scene, shapes, timeline
from dashboard.timeline import Timeline
from dashboard.words import words
from membership_data import records
from membership_data.dates import PartialDate

EN = words()
CODES = shapes.load().codes
SHIPPED = timeline.join(records.load(), CODES)
BADGES = {
    1992: {"ARM": "+", "KAZ": "+", "KGZ": "+", "RUS": "+", "TJK": "+", "UZB": "+"},
    1993: {"AZE": "+", "BLR": "+", "GEO": "+"},
    1994: dict.fromkeys(("ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "TJK", "UZB"), "+"),
    1999: {"AZE": "−", "GEO": "−", "UZB": "−"},
    2006: {"UZB": "="},
    2012: {"UZB": "−"},
    2013: {"AFG": "o", "SRB": "o"},
    2021: {"AFG": "−"},
    2024: {"ARM": "‖"},
}
LOADED = re.compile(
    r"\b(left|leaves?|leaving|quits?|withdr[ae]w\w*|expelled|abandon\w*|defect\w*|invoked?|regime|intervention)\b"
    r"|frozen conflict|post-soviet|near abroad|terroris|peacekeep",
    re.IGNORECASE,
)


def in_year(year: int) -> scene.Scene:
    return scene.of_year(SHIPPED, year, EN)


def on(day: str) -> scene.Scene:
    return scene.of_day(SHIPPED, date.fromisoformat(day), EN)


def with_events(*lines: str) -> Timeline:
    """The shipped tables with other events: `KAZ 2001-05-09 acceded member`."""
    sample, events = SHIPPED.data.membership_events[0], []
    for state, day, kind, after in (line.split() for line in lines):
        events.append(sample._replace(iso_a3=state, date=PartialDate.parse(day), event=kind, status_after=after))
    tables = {**SHIPPED.data.tables, "membership_events": tuple(events)}
    return timeline.join(replace(SHIPPED.data, tables=tables), CODES)


# The headline


def test_a_quiet_year_says_so_and_how_many_are_in():
    assert in_year(2000).headline == "No change of status. 6 parties to the Treaty."
    assert in_year(2025).headline == "No change of status. 6 members, one of them not participating."


@pytest.mark.parametrize(
    ("year", "headline"),
    [
        (2006, "On 16 August Uzbekistan returned to membership. 7 members."),
        (2012, "On 19 December the membership of Uzbekistan was suspended. 6 members."),
        (2021, "On 15 August the observer status of Afghanistan ended (inferred). 6 members."),
    ],
)
def test_one_change_is_said_with_its_day_and_what_it_left(year, headline):
    assert in_year(year).headline == headline


def test_several_changes_on_one_day_share_their_day():
    said = "On 20 April Azerbaijan, Georgia and Uzbekistan did not renew the Treaty. 6 parties to the Treaty."
    assert in_year(1999).headline == said


def test_several_changes_on_several_days_have_a_day_each_in_order():
    said = "Azerbaijan (24 September), Georgia (9 December) and Belarus (31 December) acceded to the Treaty."
    assert in_year(1993).headline == f"{said} 9 signatories."


def test_two_kinds_of_change_in_one_year_are_two_clauses_in_order():
    changed = with_events(
        "RUS 1992-05-15 signed member", "KAZ 2001-09-01 acceded member", "RUS 2001-02-01 lapsed former"
    )
    said = "On 1 February Russia did not renew the Treaty. On 1 September Kazakhstan acceded to the Treaty."
    assert scene.headline(changed, 2001, EN) == f"{said} 1 party to the Treaty."


def test_a_change_known_only_to_the_year_is_said_without_a_day():
    said = "The parliaments of Afghanistan and Serbia became observers in the Parliamentary Assembly."
    assert in_year(2013).headline == f"{said} 6 members."


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (2002, "On 14 May the parties decided"),
        (2003, "On 18 September the Charter entered into force"),
        (2022, "Troops of five members"),
    ],
)
def test_a_stage_or_an_operation_is_the_headline_of_its_year(year, said):
    assert said in in_year(year).headline
    assert "No change of status" not in in_year(year).headline


@pytest.mark.parametrize("year", SHIPPED.stops)
def test_every_stop_has_a_line(year):
    assert scene.line(SHIPPED, year, EN)


def test_a_year_that_is_no_stop_has_no_line():
    assert not any(scene.line(SHIPPED, year, EN) for year in set(SHIPPED.years) - set(SHIPPED.stops))


# The tally


@pytest.mark.parametrize(
    ("day", "tally"),
    [
        ("1992-05-15", "6 signatories"),
        ("1994-04-19", "9 signatories"),
        ("1994-04-20", "9 parties to the Treaty"),
        ("2003-09-17", "6 parties to the Treaty"),
        ("2003-09-18", "6 members"),
        ("2012-12-18", "7 members"),
        ("2012-12-19", "6 members"),
        ("2024-02-21", "6 members"),
        ("2024-02-22", "6 members, one of them not participating"),
    ],
)
def test_the_tally_turns_on_the_day(day, tally):
    assert on(day).tally == tally


@pytest.mark.parametrize("year", SHIPPED.years)
def test_one_of_them_does_not_participate_from_2024(year):
    assert ("one of them not participating" in in_year(year).tally) == (year >= 2024)


# The day shown


def test_the_day_shown_is_printed_and_the_last_says_that_later_events_are_not_shown():
    assert in_year(2012).dated == "On 31 December 2012"
    assert on("1999-03-24").dated == "On 24 March 1999"
    assert in_year(2026).dated == "On 17 May 2026 (records last checked; later events not shown)"
    assert (in_year(2026).day, in_year(2026).year) == (date(2026, 5, 17), 2026)


def test_in_march_1999_nine_were_parties_though_the_year_ends_with_six():
    shown = on("1999-03-24")
    assert sum(status == "member" for status in shown.statuses().values()) == 9
    assert shown.headline == f"{shown.tally}." == "9 parties to the Treaty."
    assert not any(mark.badge for mark in shown.marks)


def test_the_day_of_a_change_says_it_without_repeating_the_day():
    shown = on("1999-04-20")
    said = "Azerbaijan, Georgia and Uzbekistan did not renew the Treaty."
    assert shown.headline == f"{said} 6 parties to the Treaty."
    assert {mark.iso_a3: mark.badge for mark in shown.marks if mark.badge} == BADGES[1999]
    assert [shown.statuses()[state] for state in ("AZE", "GEO", "UZB")] == ["former"] * 3


# Legend and marks


@pytest.mark.parametrize("year", SHIPPED.years)
def test_the_legend_has_the_same_rows_in_the_same_order_and_counts_every_state(year):
    shown = in_year(year)
    rows = [row.status for row in shown.legend]
    assert rows == ["signatory", "member", "frozen", "suspended", "former", "observer"]
    without = sum(mark.status == "none" for mark in shown.marks)
    assert sum(row.count for row in shown.legend) + without == len(SHIPPED.states) == 11
    assert all(row.label for row in shown.legend)


@pytest.mark.parametrize("year", SHIPPED.years)
def test_a_badge_stands_on_the_states_that_changed_and_on_no_other(year):
    assert {mark.iso_a3: mark.badge for mark in in_year(year).marks if mark.badge} == BADGES.get(year, {})


def test_a_member_is_a_party_to_the_treaty_until_the_charter_is_in_force():
    for day, label in (("2003-09-17", "Party to the Treaty"), ("2003-09-18", "Member")):
        assert {mark.label for mark in on(day).marks if mark.status == "member"} == {label}
        assert {row.status: row.label for row in on(day).legend}["member"] == label


@pytest.mark.parametrize(
    ("year", "state", "since"),
    [
        (1995, "KAZ", "since 20 April 1994"),
        (2005, "KAZ", "party to the Treaty since 20 April 1994"),
        (2008, "UZB", "since 16 August 2006"),
        (2014, "SRB", "since 2013"),
        (2014, "AFG", "since 2013"),
        (2022, "AFG", ""),
    ],
)
def test_a_mark_says_since_when_as_exactly_as_the_record(year, state, since):
    (mark,) = (mark for mark in in_year(year).marks if mark.iso_a3 == state)
    assert mark.since == since


# Words


@pytest.mark.parametrize("year", SHIPPED.years)
def test_no_year_is_told_in_loaded_words(year):
    shown = in_year(year)
    labels = [mark.label for mark in shown.marks] + [row.label for row in shown.legend]
    for said in (shown.headline, shown.tally, shown.dated, scene.line(SHIPPED, year, EN), *labels):
        assert not LOADED.search(said), said
        assert not re.search(r"\bfrozen\b", said.replace("participation is frozen", "")), said


@pytest.mark.parametrize("day", SHIPPED.turns, ids=str)
def test_no_day_of_change_is_told_in_loaded_words(day):
    assert not LOADED.search(scene.of_day(SHIPPED, day, EN).headline)
