"""The timeline page: everything recorded stands on its chart and in its table, with its sources, as text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from html import unescape
from types import SimpleNamespace

import pytest

from dashboard import timeline as joined
from dashboard.atlas import Atlas, load
from dashboard.sections import entries, lanes, marks, timeline
from dashboard.view import View
from membership_data.dates import PartialDate

ATLAS = load()
T = ATLAS.timeline
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\\\u202e"
ITEM = re.compile(r'<li class="(csto-(?:bar|point) [^"]*)" style="([^"]*)" title="([^"]*)">(.*?)</li>', re.DOTALL)

every_state = pytest.mark.parametrize("state", T.states)


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def milestone(name: str, on: str, **cells: object) -> SimpleNamespace:
    row = {"id": name, "date": day(on), "title": f"Title {name}", "kind": "treaty", "planned": False,
           "text": f"Text {name}.", "source_ids": ("R05",)}  # fmt: skip
    return SimpleNamespace(**row | cells)


def crisis(name: str, on: str, asked: str, *states: str, **cells: object) -> SimpleNamespace:
    row = {"id": name, "title": f"Title {name}", "states": states, "starts": day(on), "asked": asked,
           "event": "It was.", "request": "Was asked.",
           "answer": "Was answered.", "outcome": "Came.", "source_ids": ("R05",)}  # fmt: skip
    return SimpleNamespace(**row | cells)


def exercise(its: str, on: str, outcome: str, *hosts: str, **cells: object) -> SimpleNamespace:
    row = {"id": its, "name": f"Name {its}", "starts": day(on), "hosts": hosts, "participants": None, "absent": None,
           "outcome": outcome, "text": f"Text {its}.", "source_ids": ("R05",)}  # fmt: skip
    return SimpleNamespace(**row | cells)


def atlas(**tables: tuple) -> Atlas:
    """The shipped atlas with invented rows in place of its milestones, crises and exercises."""
    none = {"milestones": (), "crises": (), "exercises": ()}
    data = replace(T.data, tables=dict(T.data.tables) | none | tables)
    return replace(ATLAS, timeline=joined.join(data, ATLAS.shapes.codes))


@cache
def page(country: str = "") -> str:
    return timeline.whole(ATLAS, country)


def items(html: str, kind: str) -> list[tuple[str, str, str, str]]:
    """Bars and markers of a kind: their classes, style, hover title and content."""
    return [found for found in ITEM.findall(html) if kind in found[0].split()]


def left(style: str) -> float:
    return float(re.search(r"left:([\d.]+)%", style)[1])


# The lanes of the states


@every_state
def test_every_spell_is_a_bar_in_its_pattern_from_its_first_day_to_its_last(state):
    axis = lanes.axis(T)
    name = ATLAS.words.state(state)
    bars = [bar for bar in items(page(), "csto-bar") if unescape(bar[2]).startswith(f"{name}, ")]
    assert len(bars) == len(T.spells[state])
    for spell, (kind, style, _, link) in zip(T.spells[state], bars, strict=True):
        start, width = axis.span(spell.start, spell.end or T.last_day + timedelta(days=1))
        assert kind == f"csto-bar is-{spell.status}"
        assert style == f"left:{start:.3f}%;width:{width:.3f}%"
        assert f"country={state}" in link


@every_state
def test_the_lane_of_the_chosen_country_stands_out_and_no_other(state):
    chosen = re.findall(r'<div class="csto-lane is-state is-chosen".*?</a>', page(state), re.DOTALL)
    assert len(chosen) == 1
    assert chosen[0].endswith(f">{ATLAS.words.state(state)}</a>")


# Everything recorded is there

RECORDED = [(entry.table, entry.row.id) for entry in entries.of(ATLAS)]


def entry_of(table: str, name: str) -> entries.Entry:
    return next(entry for entry in entries.of(ATLAS) if (entry.table, entry.row.id) == (table, name))


@pytest.mark.parametrize("table", ["milestones", "crises", "exercises", "stages", "operations"])
def test_the_timeline_has_every_record_of_the_table(table):
    assert sorted(name for its, name in RECORDED if its == table) == sorted(row.id for row in getattr(T.data, table))


@cache
def hovers() -> str:
    return unescape("\n".join(re.findall(r'title="([^"]*)"', page(), re.DOTALL)))


@cache
def rows() -> tuple[str, ...]:
    return tuple(re.findall(r"<tr>.*?</tr>", page()[page().index("<tbody>") :], re.DOTALL))


@pytest.mark.parametrize(("table", "name"), RECORDED)
def test_every_record_says_on_hover_what_it_is_and_who_says_so(table, name):
    entry = entry_of(table, name)
    assert entry.text in hovers()
    assert marks.told(ATLAS, table, entry.row) in hovers()


@pytest.mark.parametrize(("table", "name"), RECORDED)
def test_every_record_has_its_row_with_date_text_and_sources(table, name):
    entry = entry_of(table, name)
    (row,) = [row for row in rows() if f"<b>{_escaped(entry.title)}.</b> {_escaped(entry.text)}</td>" in row]
    assert ATLAS.words.dated(entry.when.text) in row
    assert all(f">{source}</" in row for source in entry.row.source_ids)


def _escaped(text: str) -> str:
    return str(timeline.Markup.escape(text))


def test_the_rows_are_in_order_of_date():
    days = [entry.when for entry in entries.of(ATLAS)]
    assert days == sorted(days)
    assert len(rows()) == len(days)


def test_every_bar_marker_and_tick_is_a_link_to_the_map():
    found = items(page(), "csto-bar") + items(page(), "csto-point")
    assert found
    for *_, link in found:
        assert re.fullmatch(r'<a class="csto-go" href="\?[^"]*">.*</a>', link, re.DOTALL)
        assert "page=" not in link


def test_there_are_not_more_links_than_a_reader_steps_through():
    chart = page()[: page().index('class="csto-legend"')]
    assert chart.count("<a ") < 350


def test_nothing_in_the_chart_depends_on_the_day():
    assert "--csto-day:" not in page()


# What the markers tell


def test_the_shape_of_a_crisis_tells_whether_anyone_was_asked():
    html = timeline.whole(atlas(crises=(crisis("a", "2010", "none", "KGZ"), crisis("b", "2015", "council", "RUS"))), "")
    kinds = [kind.split()[-1] if "has-" not in kind else kind.split()[-2] for kind, *_ in items(html, "is-crises")]
    assert kinds == ["is-none", "is-council"]


def test_exercises_of_a_month_share_a_tick_but_not_with_one_that_was_called_off():
    held = [exercise(name, f"2012-09-{on}", "held", "KAZ") for name, on in (("a", "03"), ("b", "20"))]
    found = atlas(exercises=(*held, exercise("c", "2012-09-10", "cancelled", "KGZ")))
    ticks = items(timeline.whole(found, ""), "is-exercises")
    assert len(ticks) == 2
    (together,) = [title for kind, _, title, _ in ticks if "is-held" in kind]
    assert "Name a" in together
    assert "Name b" in together


def test_what_does_not_concern_the_chosen_country_is_faint():
    found = atlas(
        crises=(crisis("a", "2010", "none", "KGZ"), crisis("b", "2015", "council", "RUS")),
        milestones=(milestone("c", "1995"), milestone("d", "2001")),
        exercises=(exercise("e", "2012", "held", "KAZ"), exercise("f", "2013", "held", "RUS", absent=("UZB",))),
    )
    html = timeline.whole(found, "UZB")
    faint = [title for kind, _, title, _ in items(html, "csto-point") if "is-faint" in kind]
    assert [name for name in "abcdef" if any(f" {name}\n" in title for title in faint)] == ["a", "b", "d", "e"]


def test_a_country_without_milestones_is_told_so():
    html = timeline.whole(atlas(milestones=(milestone("a", "1995"),)), "SRB")
    assert "Serbia was not counted in on the day of any milestone." in html


def test_what_lies_off_the_axis_is_labelled_with_its_date():
    html = timeline.whole(atlas(milestones=(milestone("a", "1991"),)), "")
    ((_, style, _, link),) = items(html, "is-milestones")
    assert left(style) == 0
    assert "1991: Title a" in link


def test_a_plan_beyond_the_last_day_leads_to_the_last_day():
    html = timeline.whole(atlas(milestones=(milestone("a", "2999", planned=True),)), "")
    ((kind, style, _, link),) = items(html, "is-milestones")
    assert "is-planned" in kind
    assert left(style) == 100
    assert 'href="?"' in link


def test_a_timeline_without_records_beside_the_statuses_still_stands():
    html = timeline.whole(atlas(), "")
    assert len(items(html, "csto-bar")) > len(T.states)
    assert not items(html, "is-milestones")
    assert "<h3>Milestones</h3>" not in html


# The day


@pytest.mark.parametrize("year", T.years)
def test_the_rule_stands_at_the_day_and_names_it(year):
    on = T.day_of(year)
    style = timeline.rule(ATLAS, View(year, day="2022-01-06"))
    assert f"--csto-day: {lanes.axis(T).at(on):.3f}%" in style
    said = re.sub(r"\\([0-9a-f]+) ", lambda sign: chr(int(sign[1], 16)), re.search(r'said: "(.*)"', style)[1])
    assert said == ATLAS.words.day(on)


def test_the_day_of_the_operation_is_the_day_of_its_view():
    style = timeline.rule(ATLAS, View(2022, day="2022-01-13", layer="operation"))
    assert f"--csto-day: {lanes.axis(T).at(date(2022, 1, 13)):.3f}%" in style


def test_what_holds_is_said_with_what_came_before_and_comes_after():
    found = atlas(milestones=(milestone("a", "2000-05-05"), milestone("b", "2001-05-05")))
    said = timeline.today(found, View(2000, day="2022-01-06"))
    assert "Collective Security Treaty: 6 parties to the Treaty." in said
    assert "Title a" in said
    assert "Title b" in said


def test_what_happened_on_one_day_is_told_together():
    found = atlas(milestones=(milestone("a", "2012-12-19"),))
    said = timeline.today(found, View(2012, day="2022-01-06"))
    assert "Uzbekistan: Membership suspended" in said
    assert "Title a" in said


def test_a_milestone_speaks_for_many_that_change_at_once():
    found = atlas(milestones=(milestone("a", "1994-04-20"),))
    said = timeline.today(found, View(1994, on="1994-04-20", day="2022-01-06"))
    assert "Title a" in said
    assert "Kazakhstan: Party" not in said


@every_state
@pytest.mark.parametrize("year", [1992, 1999, 2012, T.last_year])
def test_what_is_said_of_a_day_names_the_status_of_the_chosen_country(state, year):
    said = timeline.today(ATLAS, View(year, day="2022-01-06", country=state))
    assert f"<b>{ATLAS.words.state(state)}</b>" in said
    assert "csto-source" in said


# Markup in the records


def test_markup_in_a_record_is_shown_and_not_run():
    cells = {"title": HOSTILE, "text": HOSTILE * 200}
    asked = {name: HOSTILE for name in ("title", "event", "request", "answer", "outcome")}
    found = atlas(
        milestones=(milestone("a", "2000-05-05", **cells),),
        crises=(crisis("b", "2010", "none", "KGZ", **asked),),
        exercises=(exercise("c", "2012-09", "held", "KAZ", name=HOSTILE, text=HOSTILE),),
    )
    for html in (timeline.whole(found, ""), timeline.today(found, View(2000, day="2022-01-06"))):
        assert "<script" not in html
        assert "<img" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
