"""Calls for help: counted by who was asked, up to the day shown, and never judged."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from dashboard.atlas import load
from dashboard.sections import calls
from dashboard.view import View
from membership_data.dates import PartialDate
from tests.test_sections_records import with_tables

ATLAS = load()
T = ATLAS.timeline
ANY = T.data.crises[0]


def case(identifier: str, starts: str, asked: str = "none", states: tuple[str, ...] = ("KGZ",), **more):
    more = {"asked_on": None, "ends": None, "ground": None, "asked_of": None} | more
    return ANY._replace(
        id=identifier, title=f"Case {identifier}", starts=PartialDate.parse(starts), asked=asked, states=states, **more
    )


INVENTED = with_tables(
    crises=(
        case("later", "2021-05-12", "council"),
        case("first", "2010-06", "bilateral", ("TJK",)),
        case("second", "2021-04-28", "consultations", ("KGZ", "TJK")),
    )
)


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def titles(html: str) -> list[str]:
    return re.findall(r"Case \w+", html)


def test_only_what_had_begun_by_the_day_is_counted_for_it():
    said = plain(calls.today(INVENTED, View(2021, on="2021-05-11")))
    assert said.startswith("2 cases are recorded up to this day.")
    assert titles(said) == ["Case second"]


def test_requests_to_the_organization_are_counted_apart():
    said = plain(calls.today(INVENTED, View(2021)))
    assert "3 cases are recorded up to this day; the Organization or its members were asked for help in 1." in said


def test_a_year_in_which_nothing_began_is_said_to_be_one():
    assert "None of them began in 2015." in plain(calls.today(INVENTED, View(2015)))


def test_the_cases_of_the_year_lead_to_what_is_told_of_them():
    assert 'href="?page=calls#crises.later"' in calls.today(INVENTED, View(2021))
    assert 'id="crises.later"' in calls.whole(INVENTED, "")


def test_cases_stand_in_order_of_date():
    assert re.findall(r'id="crises\.(\w+)"', calls.whole(INVENTED, "")) == ["first", "second", "later"]


def test_a_case_of_two_states_is_one_of_both():
    assert re.findall(r'id="crises\.(\w+)"', calls.whole(INVENTED, "TJK")) == ["first", "second"]


@pytest.mark.parametrize("asked", calls.SHAPES)
def test_who_was_asked_is_said_in_words_and_by_a_shape(asked):
    html = calls.whole(with_tables(crises=(case("one", "2010-06", asked),)), "")
    label = {
        "council": "The Organization or its members were asked for help",
        "consultations": "Consultations were asked for",
        "bilateral": "One state was asked",
        "none": "No request for help is recorded",
    }[asked]
    assert (
        f'<p><span class="csto-asked is-{asked}"><span aria-hidden="true">{calls.SHAPES[asked]}</span> {label}' in html
    )


def test_no_two_answers_share_a_shape():
    assert len(set(calls.SHAPES.values())) == len(calls.SHAPES)


def test_a_request_without_a_ground_says_that_none_was_named():
    asked, silent = (case("one", "2010-06", who) for who in ("council", "none"))
    assert "none named" in calls.whole(with_tables(crises=(asked,)), "")
    assert "none named" not in calls.whole(with_tables(crises=(silent,)), "")


def test_dates_lead_to_the_map_with_the_state_and_its_mark():
    html = calls.whole(INVENTED, "")
    assert 'href="?on=2021-05-12&amp;country=KGZ&amp;marks=crises"' in html


def test_the_summary_counts_the_shipped_cases():
    said = plain(calls.whole(ATLAS, ""))
    counts = Counter(row.asked for row in T.data.crises)
    assert f"{len(T.data.crises)} cases on record, by who was asked" in said
    assert f"The Organization or its members were asked for help : {counts['council']}" in said
    assert f"No request for help is recorded : {counts['none']}" in said


def test_the_operation_leads_to_its_days_on_the_map():
    assert f'href="?layer=operation">{T.data.operations[0].name}</a>' in calls.whole(ATLAS, "")
