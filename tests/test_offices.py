"""Who held an office on a day: what is known to the year only, what is open, and what is not recorded."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from dashboard import timeline
from dashboard.atlas import Atlas, load
from dashboard.sections import offices, organisation
from dashboard.view import View
from membership_data.dates import PartialDate

ATLAS = load()
T = ATLAS.timeline
ANY = T.data.office_holders[0]


def term(holder: str, starts: str, ends: str = "", acting: bool = False):
    return ANY._replace(
        id=holder.lower(), office="secretary_general", holder=holder, iso_a3="KAZ", acting=acting,
        starts=PartialDate.parse(starts), ends=PartialDate.parse(ends) if ends else None,
    )  # fmt: skip


def atlas(*terms) -> Atlas:
    data = replace(T.data, tables={**T.data.tables, "office_holders": terms})
    return replace(ATLAS, timeline=timeline.join(data, ATLAS.shapes.codes))


def held(day: str, *terms) -> str:
    """Who is said to hold the office on a day, without sources."""
    said = offices.on(atlas(*terms), "secretary_general", date.fromisoformat(day))
    without = re.sub(r'<(a|span) class="csto-(source|go)[^>]*>.*?</\1>', "", said)
    return " ".join(re.sub(r"<[^>]*>", "", without).split())


def names(day: str, *terms) -> list[str]:
    return re.findall(r"(\w+) \(Kazakhstan\)", held(day, *terms))


A, B = term("Anna", "2003-04-28", "2017-01-01"), term("Boris", "2017-05-02", "2018-11-02")


@pytest.mark.parametrize(
    ("day", "who"),
    [
        ("2003-04-27", []),
        ("2003-04-28", ["Anna"]),
        ("2016-12-31", ["Anna"]),
        ("2017-01-01", []),
        ("2017-05-02", ["Boris"]),
        ("2018-11-02", []),
    ],
)
def test_an_office_is_held_from_the_first_day_up_to_not_including_the_end(day, who):
    assert names(day, A, B) == who


def test_an_office_that_nobody_is_known_to_have_held_is_said_to_be_not_recorded():
    assert held("2017-03-01", A, B) == "not recorded"


def test_of_a_change_known_to_the_year_only_both_are_named_in_that_year():
    before, after = term("Anna", "2019-11-28", "2021"), term("Boris", "2021", "2021-09-16")
    assert names("2020-12-31", before, after) == ["Anna"]
    assert names("2021-06-30", before, after) == ["Anna", "Boris"]
    assert names("2021-10-01", before, after, term("Clara", "2021-09-16")) == ["Clara"]


def test_a_holder_whose_end_was_not_found_holds_until_the_next_and_that_is_said():
    open_end, following = term("Anna", "2016-10-14"), term("Boris", "2018-11-08")
    assert held("2017-06-01", open_end, following).endswith("since 14 October 2016, no end recorded")
    assert names("2018-11-08", open_end, following) == ["Boris"]


def test_who_acted_for_somebody_else_is_said_to_be_acting():
    assert held("2017-02-01", term("Anna", "2017-01-01", acting=True)).startswith("Anna (Kazakhstan), acting")


def test_a_gap_between_two_holders_is_a_row_that_says_so():
    table = offices.tables(atlas(B, A), "")
    rows = re.findall(r'<th scope="row">(.*?)</th>', table)
    assert [re.sub(r"<[^>]*>", "", row) for row in rows] == ["Anna (Kazakhstan)", "not recorded", "Boris (Kazakhstan)"]
    assert "<td>1 January 2017</td><td>2 May 2017</td>" in table


def test_of_one_state_the_turns_of_others_are_no_gap():
    assert "not recorded" not in offices.tables(atlas(A, B), "KAZ")


@pytest.mark.parametrize("office", offices.OFFICES)
def test_the_page_says_who_holds_each_office_on_the_last_day(office):
    html = organisation.today(ATLAS, View(T.last_year))
    assert f"<b>{offices.label(office, ATLAS.words)}</b> <span>{offices.on(ATLAS, office, T.last_day)}</span>" in html
    assert "not recorded" not in html


def test_the_page_says_what_the_body_was_on_the_day():
    assert "<b>Collective Security Treaty.</b>" in organisation.today(ATLAS, View(1999, on="1999-03-24"))
    assert "<b>Collective Security Treaty Organization.</b>" in organisation.today(ATLAS, View(2012))


def test_every_body_stands_under_the_one_it_answers_to():
    html = organisation.whole(ATLAS, "")
    depth = {None: 0}
    for row in sorted(T.data.bodies, key=lambda row: row.order):
        depth[row.id] = depth[row.answers_to] + 1
        before = html[: html.index(f"<b>{row.name}</b>")]
        assert before.count('<ul class="csto-bodies">') - before.count("</ul>") == depth[row.id], row.id
