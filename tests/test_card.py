"""The card of a country: every line with its source, and whatever the records hold shown as text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from markupsafe import escape

from dashboard import scene, timeline
from dashboard.atlas import Atlas, load
from dashboard.panels import card
from dashboard.view import View

ATLAS = load()
T = ATLAS.timeline
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
# Columns that are words for the reader; ids, codes, dates and kinds keep what they are.
SPOKEN = {
    *("text", "title", "publisher", "claim", "question", "reading", "reason", "part", "name", "short_name"),
    *("label", "short_label", "member_label", "definition", "note", "said_by", "holder", "request", "answer"),
    *("mandate", "composition", "tasks", "founding", "russian_name", "ground", "asked_of", "exception"),
}
SPOKEN_IN = {"crises": {"event", "outcome"}, "bases": {"kind"}, "other_deployments": {"host"}}
ITEM = re.compile(r"<li>.*?</li>", re.DOTALL)
EVENT = re.compile(r'<li><b><a class="csto-go".*?(?=<li><b><a |</ul></section>)', re.DOTALL)

every_state = pytest.mark.parametrize("state", T.states)


def hostile_row(row: tuple, spoken: set[str]) -> tuple:
    return row._replace(**{name: HOSTILE for name in spoken & set(row._fields) if getattr(row, name) is not None})


@cache
def hostile() -> Atlas:
    """The atlas with markup in place of every text of its records."""
    tables = {
        name: tuple(hostile_row(row, SPOKEN | SPOKEN_IN.get(name, set())) for row in rows)
        for name, rows in T.data.tables.items()
    }
    return replace(ATLAS, timeline=timeline.join(replace(T.data, tables=tables), ATLAS.shapes.codes))


def view(state: str, year: int = T.last_year, on: str = "") -> View:
    return View(year, on=on, day="2022-01-06", country=state)


def section(html: str, title: str) -> str:
    """The part of a card under a title."""
    (found,) = re.findall(rf"<section><h3>{title}</h3>(.*?)</section>", html, flags=re.DOTALL)
    return found


def events_of(state: str) -> list[str]:
    """Every event of a card's history, with what is said of it."""
    return EVENT.findall(card.history(ATLAS, state))


# The head


@pytest.mark.parametrize("year", T.years)
@every_state
def test_the_head_shows_name_day_and_status_of_every_state_in_every_year(state, year):
    day = T.day_of(year)
    status = T.status(state, day)
    head = card.head(ATLAS, view(state, year))
    assert f"<h2>{ATLAS.words.state(state)}</h2>" in head
    assert f">{scene.dated(T, day, ATLAS.words)}</p>" in head
    assert f'is-{status}">{scene.label(T, status, day, ATLAS.words)}</p>' in head
    assert ("csto-source" in head) == (status != "none")


def test_the_head_of_an_exact_day_is_that_of_the_day():
    head = card.head(ATLAS, view("GEO", 1999, on="1999-03-24"))
    assert "On 24 March 1999" in head
    assert ">Party to the Treaty</p>" in head
    assert "since 20 April 1994" in head


def test_the_head_says_what_armenia_says_and_that_it_is_a_member():
    head = card.head(ATLAS, view("ARM"))
    assert "Member; says participation is frozen" in head
    assert "since 22 February 2024" in head


# The story


@every_state
def test_every_line_of_a_history_has_a_date_and_a_source(state):
    lines = events_of(state)
    assert len(lines) == sum(row.iso_a3 == state for row in T.data.membership_events)
    assert all('class="csto-source"' in line and 'class="csto-go"' in line for line in lines)


@every_state
def test_a_history_is_in_order_of_time(state):
    events = sorted((row for row in T.data.membership_events if row.iso_a3 == state), key=lambda row: row.date.last)
    lines = events_of(state)
    assert all(f">{ATLAS.words.dated(row.date.text)}</a>" in line for row, line in zip(events, lines, strict=True))


@every_state
def test_every_claim_and_every_area_has_a_source(state):
    story = card.story(ATLAS, state)
    assert all("csto-source" in line for line in ITEM.findall(story))


def test_what_is_inferred_from_geography_is_said_beside_the_area():
    assert "20 April 1994 to 20 April 1999; inferred from geography" in card.story(ATLAS, "GEO")


@pytest.mark.parametrize("state", ["RUS", "BLR"])
def test_a_strength_that_was_not_disclosed_is_said_so_on_the_card(state):
    assert "<b>Strength not disclosed</b>" in card.story(ATLAS, state)


@every_state
def test_status_and_history_come_first_and_long_parts_are_closed(state):
    story = card.story(ATLAS, state)
    assert story.startswith('<div class="csto-story"><section><h3>History</h3>')
    assert "<details open" not in story
    assert "<h3>" not in story.split("</section>")[0].replace("<h3>History</h3>", "")


@pytest.mark.parametrize("state", ["ARM", "UZB"])
def test_what_is_disputed_about_a_state_is_on_its_card_with_what_each_side_says(state):
    told = card.disputed(ATLAS, state)
    for question in (row for row in T.data.questions if row.topic == state):
        assert escape(question.question) in told
    for claim in T.data.claims:
        if claim.question_id in {row.id for row in T.data.questions if row.topic == state}:
            assert escape(claim.claim) in told


@every_state
def test_no_section_is_empty(state):
    empty = r"<h3>[^<]*</h3>\s*</section>|<ul[^>]*></ul>|</summary>\s*</details>"
    assert not re.search(empty, card.story(ATLAS, state))


# Markup in the records


@every_state
def test_markup_in_a_record_is_shown_and_not_run(state):
    for shown in (card.head(hostile(), view(state, 1994)), card.story(hostile(), state)):
        assert "<script" not in shown
        assert "<img" not in shown
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown


@every_state
def test_markup_in_a_record_adds_no_tag_and_no_attribute(state):
    def skeleton(html: str) -> list[str]:
        """Every tag with the names of its attributes."""
        return [re.sub(r'="[^"]*"', "", tag) for tag in re.findall(r"<[^>]*>", html)]

    assert skeleton(card.story(hostile(), state)) == skeleton(card.story(ATLAS, state))


@every_state
def test_every_link_of_a_card_is_one_to_the_page_itself_or_to_the_web(state):
    addresses = re.findall(r'href="([^"]*)"', card.head(ATLAS, view(state)) + card.story(ATLAS, state))
    assert addresses
    assert all(re.match(r"\?|https?://", address) for address in addresses)
