"""What the rules find: days, figures, statuses, spells and what one row says together."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from membership_data import records
from membership_data.descriptor import NAME
from membership_data.rules import order
from tests.test_check_world import problems, put, write

DESCRIPTOR = json.loads((records.FOLDER / NAME).read_text(encoding="utf-8"))
FIELDS = {resource["name"]: resource["schema"]["fields"] for resource in DESCRIPTOR["resources"]}
DAYS = {
    (name, field["name"])
    for name, fields in FIELDS.items()
    for field in fields
    if field.get("csto:format") == "partial-date"
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


# (what is broken, table, line, the cells put there, what is found on that line)
BROKEN = [
    ("disclosed without figures", "deployments", 3, {"disclosed": "true"},
     "disclosed is true and the strengths are None and None"),
    ("figures though undisclosed", "deployments", 2, {"disclosed": "false"}, "disclosed is false"),
    ("one strength of two", "deployments", 2, {"strength_high": ""},
     "disclosed is true and the strengths are 100 and None"),
    ("host that is absent", "exercises", 2, {"hosts": "BRB"}, "BRB in absent and in hosts"),
    ("participant that is absent", "exercises", 2, {"participants": "ABW BRB"}, "BRB in absent and in participants"),
    ("base on the holder's soil", "bases", 2, {"host_iso_a3": "ABW"}, "ABW is the host and in holder_iso_a3"),
    ("troops abroad at home", "other_deployments", 2, {"host_iso_a3": "CUB"}, "CUB is the host and in contributors"),
    ("asked of nobody", "crises", 2, {"asked_of": ""}, "asked is council and asked_of is blank"),
    ("asked on no day", "crises", 2, {"asked_on": ""}, "asked is council and asked_on is blank"),
    ("not asked, of somebody", "crises", 3, {"asked_of": "Them"}, "asked is none and asked_of is Them"),
    ("not asked, on a day", "crises", 3, {"asked_on": "1995"}, "asked is none and asked_on is 1995"),
    ("impossible transition", "membership_events", 8, {"status_after": "frozen"},
     "DMA goes from observer to frozen on 1994-07-01"),
    ("status that does not change", "membership_events", 6, {"status_after": "member"},
     "CUB goes from member to member"),
    ("area before the state is in", "area_memberships", 4, {"starts": "1991-04-30"},
     "CUB is in north on 1991-04-30 with the status none"),
    ("area after the state is out", "area_memberships", 4, {"ends": "1996-05-01"},
     "CUB is in north on 1995-05-01 with the status former"),
    ("contingent of a state that is not in", "deployments", 3, {"iso_a3": "DMA"},
     "DMA contributes on 1994-03-01 with the status observer"),
    ("force of a state that is not in", "force_contributors", 4, {"exception": ""},
     "DMA contributes to guard on 1993-07-31 with the status observer"),
    ("force until after the state is out", "force_contributors", 5, {"iso_a3": "CUB"},
     "CUB contributes to group on 1995-05-01 with the status former"),
    ("exception of a state that is in", "force_contributors", 3, {"exception": "It was invited."},
     "an exception, though ABW is counted in on every day of the spell"),
    ("areas that overlap", "area_memberships", 3, {"starts": "1992-12-31"},
     "north ABW from 1992-12-31 overlaps the spell of line 2"),
    ("contributions that overlap", "force_contributors", 3, {"starts": "1992-12-31"},
     "guard ABW from 1992-12-31 overlaps the spell of line 2"),
    ("contribution after one that lasts", "force_contributors", 4,
     {"iso_a3": "ABW", "starts": "1995", "ends": "", "exception": ""},
     "guard ABW from 1995 overlaps the spell of line 3"),
    ("chairs that overlap", "office_holders", 3, {"starts": "1992-12-31"},
     "chair from 1992-12-31 overlaps the spell of line 2"),
    ("holder while another acts", "office_holders", 6, {"starts": "1993-12-31"},
     "secretary_general from 1993-12-31 overlaps the spell of line 5"),
    ("two chairs from one day", "office_holders", 4, {"starts": "1993-01-01"},
     "chair from 1993-01-01 overlaps the spell of line 3"),
    ("body that answers to itself", "bodies", 2, {"answers_to": "council"}, "council answers to council"),
    ("bodies in a circle", "bodies", 2, {"answers_to": "desk"},
     "council answers to desk answers to office answers to council"),
    ("second best claim", "claims", 3, {"best": "true"}, "a second best claim to q1"),
    ("topic of no known kind", "questions", 2, {"topic": "k1"}, "topic is 'k1'"),
    ("topic that is a state without events", "questions", 2, {"topic": "GRD"}, "topic is 'GRD'"),
    ("abbreviation again", "glossary", 3, {"term": "G"}, "the term 'G' again, first on line 2"),
    ("chapter before the first event", "chapters", 2, {"date": "1989-12-31"},
     "date is 1989-12-31 on the layer membership"),
    ("chapter on a day that is not told", "chapters", 3, {"date": "1994-02-28"},
     "date is 1994-02-28 on the layer operation"),
    ("chapter on a state without events", "chapters", 2, {"iso_a3": "GRD"}, "iso_a3 is 'GRD'"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "line", "cells", "found"), [pytest.param(*case, id=name) for name, *case in BROKEN])
def test_one_broken_thing_is_one_problem_on_its_line(folder, table, line, cells, found):
    put(folder, table, line, **cells)
    (problem,) = problems(folder)
    assert re.fullmatch(rf"{table}\.csv:\d+: .+; .+; .+", problem)
    assert problem.startswith(f"{table}.csv:{line}: {found}")


# Days and figures


@pytest.mark.parametrize(("table", "column"), sorted(DAYS - {("bases", "agreed_to")}))
def test_no_day_lies_after_the_check(folder, table, column):
    form = "2999-01-01" if (table, column) in {("operation_days", "date"), ("chapters", "date")} else "2999"
    put(folder, table, 2, **{column: form})
    assert any(problem.startswith(f"{table}.csv:2: {column} is {form}; a day up to") for problem in problems(folder))


@pytest.mark.parametrize(("table", "line", "change"), [
    ("milestones", 4, {"planned": "false"}),
    ("exercises", 3, {"outcome": "held"}),
    ("exercises", 3, {"outcome": "cancelled"}),
])  # fmt: skip
def test_only_what_is_planned_may_lie_ahead(folder, table, line, change):
    put(folder, table, line, **change)
    assert any(problem.startswith(f"{table}.csv:{line}: ") for problem in problems(folder))


def test_the_day_of_the_check_is_not_after_it(folder):
    put(folder, "theses", 2, said_on=DESCRIPTOR["checked_on"])
    assert problems(folder) == []


PAIRS = [(table, *pair) for table, columns in order.RISING for pair in pairwise(columns)]


@pytest.mark.parametrize(("table", "before", "after"), PAIRS)
def test_what_rises_cannot_fall(folder, table, before, after):
    high, low = ("1995-01-02", "1995-01-01") if (table, before) in DAYS else ("1001", "1000")
    put(folder, table, 2, **{before: high, after: low})
    assert any(f"; {after} not below {before}; " in problem for problem in problems(folder))


@pytest.mark.parametrize("pair", [("starts", "ends"), ("low", "high")])
def test_every_table_with_such_a_pair_of_columns_is_looked_at(pair):
    having = {name for name, fields in FIELDS.items() if set(pair) <= {field["name"] for field in fields}}
    assert having == {table for table, *columns in PAIRS if tuple(columns) == pair}


def test_dates_fall_only_if_they_do_on_whichever_days_they_mean(folder):
    put(folder, "other_deployments", 2, starts="1992-06-28", ends="1992")
    assert problems(folder) == []


# Spells


def test_an_office_holder_without_an_end_may_have_a_successor(folder):
    put(folder, "office_holders", 2, ends="")
    put(folder, "office_holders", 5, ends="")
    assert problems(folder) == []


@pytest.mark.parametrize(("ends", "starts"), [("1993", "1993"), ("1993-01", "1993"), ("1993", "1993-06-01")])
def test_dates_overlap_only_if_they_do_on_whichever_days_they_mean(folder, ends, starts):
    put(folder, "area_memberships", 2, ends=ends)
    put(folder, "area_memberships", 3, starts=starts)
    assert problems(folder) == []


def test_a_spell_known_to_begin_in_the_year_of_its_end_may_come_before_the_next(folder):
    put(folder, "office_holders", 2, starts="1993", ends="1993-01-01")
    assert problems(folder) == []


def test_a_spell_began_by_its_end_however_little_is_known_of_its_start(folder):
    put(folder, "area_memberships", 2, starts="1993", ends="1993-06-01")
    put(folder, "area_memberships", 3, starts="1993-05-01", ends="1993-09-01")
    (problem,) = problems(folder)
    assert "north ABW from 1993 overlaps the spell of line 3" in problem


def test_a_spell_within_another_is_found_though_a_third_lies_between(folder):
    put(folder, "office_holders", 2, ends="1997-01-01")
    lines = [problem.split(": ")[0] for problem in problems(folder)]
    assert lines == ["office_holders.csv:3", "office_holders.csv:4"]


@pytest.mark.parametrize(("table", "line"), [("area_memberships", 4), ("force_contributors", 5)])
def test_a_state_is_held_to_its_status_only_on_days_that_the_dates_surely_mean(folder, table, line):
    put(folder, table, line, iso_a3="CUB", starts="1995", ends="1995-04")
    assert problems(folder) == []
    put(folder, table, line, starts="1995-04-30", ends="1995-06")
    assert len(problems(folder)) == 1


def test_a_circle_is_not_laid_to_a_body_that_hangs_below_it(folder):
    put(folder, "bodies", 2, answers_to="office")
    put(folder, "bodies", 3, answers_to="desk")
    (problem,) = problems(folder)
    assert problem.startswith("bodies.csv:3: office answers to desk answers to office; ")


# What a broken row hides


@pytest.mark.parametrize("line", range(2, 9))
def test_an_event_of_a_state_that_cannot_be_read_may_be_of_any(folder, line):
    put(folder, "force_contributors", 5, iso_a3="BRB")
    assert problems(folder) == []
    put(folder, "membership_events", line, iso_a3="XKX")
    (problem,) = problems(folder)
    assert problem.startswith(f"membership_events.csv:{line}: iso_a3 is 'XKX'")


def test_a_broken_event_shows_no_state_as_counted_in_throughout(folder):
    put(folder, "force_contributors", 5, iso_a3="CUB", exception="Its guards went home late.")
    assert problems(folder) == []
    put(folder, "membership_events", 6, date="May 1995")
    (problem,) = problems(folder)
    assert problem.startswith("membership_events.csv:6: date is 'May 1995'")


def test_a_broken_status_is_counted_neither_in_nor_out(folder):
    put(folder, "force_contributors", 3, exception="It was invited.")
    put(folder, "statuses", 3, counted="yes")
    (problem,) = problems(folder)
    assert problem.startswith("statuses.csv:3: counted is 'yes'")


def test_a_broken_body_breaks_the_circle(folder):
    put(folder, "bodies", 2, answers_to="desk")
    put(folder, "bodies", 3, order="second")
    (problem,) = problems(folder)
    assert problem.startswith("bodies.csv:3: order is 'second'")


@pytest.mark.parametrize("table", ["crises", "milestones", "bases"])
@pytest.mark.parametrize("fault", ["Lost!", '"'])
def test_a_topic_may_be_of_a_row_that_cannot_be_read(folder, table, fault):
    put(folder, "questions", 2, topic="lost")
    path = folder / f"{table}.csv"
    *rows, last = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*rows, fault + last, ""]), encoding="utf-8")
    assert [problem for problem in problems(folder) if problem.startswith("questions")] == []
