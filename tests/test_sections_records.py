"""Forces, Calls for help and Organization: every record is on its page with its sources, and shown as text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from markupsafe import escape

from dashboard import timeline
from dashboard.atlas import Atlas, load
from dashboard.panels import cite
from dashboard.sections import calls, forces, organisation
from dashboard.view import View

ATLAS = load()
T = ATLAS.timeline
PAGES = {"forces": forces, "calls": calls, "organisation": organisation}
TOLD = {
    "forces": {
        "forces": ("name", "founding", "tasks", "composition", "note"),
        "force_strengths": ("text",),
        "force_contributors": ("text", "exception"),
        "units": ("name", "text", "note"),
        "air_defence_agreements": ("name", "text"),
        "glossary": ("term", "english", "russian", "meaning"),
    },
    "calls": {
        "crises": ("title", "event", "request", "asked_of", "ground", "answer", "outcome", "note"),
    },
    "organisation": {
        "bodies": ("name", "made_of", "text"),
        "legal_articles": ("instrument", "article", "subject", "text", "note"),
        "office_holders": ("holder", "text"),
        "budget_shares": ("text",),
        "relations": ("organisation", "attributed_to", "text"),
        "theses": ("author", "about", "text"),
    },
}
"""The columns that each page says, by table."""
TABLES = sorted(table for tables in TOLD.values() for table in tables)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\\ {0} %s \u202e" + "long" * 2500
SAID = {column for tables in TOLD.values() for columns in tables.values() for column in columns}

NAMED = {
    **dict.fromkeys(
        ("force_contributors", "units", "air_defence_agreements", "office_holders", "budget_shares"), "text"
    ),
    "crises": "title",
}
"""Tables about states, each with a column that names its rows."""

every_page = pytest.mark.parametrize("page", PAGES)
every_state = pytest.mark.parametrize("state", ("", *T.states))


def with_tables(**tables: tuple) -> Atlas:
    """The atlas with other rows in some tables."""
    data = replace(T.data, tables={**T.data.tables, **tables})
    return replace(ATLAS, timeline=timeline.join(data, ATLAS.shapes.codes))


def hostile_row(row: tuple) -> tuple:
    return row._replace(**{name: HOSTILE for name in SAID & set(row._fields) if getattr(row, name) is not None})


@cache
def hostile() -> Atlas:
    return with_tables(**{table: tuple(map(hostile_row, getattr(T.data, table))) for table in TABLES})


def read(atlas: Atlas, page: str, state: str = "", year: int = T.last_year) -> str:
    """All that a page says."""
    return PAGES[page].today(atlas, View(year, day="2022-01-06", country=state)) + PAGES[page].whole(atlas, state)


def recorded() -> list:
    return [
        pytest.param(page, table, columns, row, id=f"{table}.{row.id}")
        for page, tables in TOLD.items()
        for table, columns in tables.items()
        for row in getattr(T.data, table)
    ]


# Every record


@pytest.mark.parametrize(("page", "table", "columns", "row"), recorded())
def test_every_record_is_on_its_page_with_its_sources(page, table, columns, row):
    html = PAGES[page].whole(ATLAS, "")
    for column in columns:
        assert str(escape(getattr(row, column) or "")) in html, column
    assert cite.cited(ATLAS, table, row) in html


@every_page
@pytest.mark.parametrize("year", T.years)
def test_what_a_page_says_of_a_day_can_be_written_for_every_year(page, year):
    assert "csto-story" in PAGES[page].today(ATLAS, View(year))


@cache
def numbered() -> Atlas:
    """The atlas in which the text of every row about states is its own id."""
    tables = {table: [(row, NAMED[table]) for row in getattr(T.data, table)] for table in NAMED}
    return with_tables(
        **{
            table: tuple(row._replace(**{column: f"<{row.id}>"}) for row, column in rows)
            for table, rows in tables.items()
        }
    )


def states_of(row: tuple) -> tuple[str, ...]:
    return next(
        (value,) if isinstance(value, str) else value
        for value in (getattr(row, name, None) for name in ("iso_a3", "parties", "states"))
        if value
    )


@pytest.mark.parametrize("table", NAMED)
@every_state
def test_with_a_country_only_the_rows_about_it_are_shown(table, state):
    page = next(page for page, tables in TOLD.items() if table in tables)
    html = PAGES[page].whole(numbered(), state)
    for row in getattr(T.data, table):
        assert (f"&lt;{row.id}&gt;" in html) == (not state or state in states_of(row)), row.id


@every_page
@every_state
def test_no_page_is_without_words_and_no_part_is_empty(page, state):
    html = PAGES[page].whole(ATLAS, state)
    assert re.sub(r"<[^>]*>", "", html).strip()
    assert not re.search(r"<h3>[^<]*</h3>\s*</section>|<ul[^>]*></ul>|<tbody></tbody>", html)


# What may be missing


@every_page
@every_state
def test_a_page_without_records_says_so(page, state):
    bare = with_tables(**{table: () for table in TABLES})
    html = read(bare, page, state)
    assert re.search(r"recorded|on record", html)


# Markup in the records


@every_page
@every_state
def test_markup_in_a_record_is_shown_and_not_run(page, state):
    html = read(hostile(), page, state, year=2022)
    assert "<script" not in html
    assert "<img" not in html
    if not state:
        assert str(escape(HOSTILE)) in html


@every_page
@every_state
def test_every_link_is_one_to_the_page_itself_or_to_the_web(page, state):
    html = read(hostile(), page, state) + read(ATLAS, page, state)
    assert all(re.match(r"\?|https?://", address) for address in re.findall(r'href="([^"]*)"', html))


@every_page
def test_every_address_within_a_page_leads_to_a_place_on_it(page):
    html = read(ATLAS, page, year=2022)
    ids = re.findall(r'id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(rf'href="\?page={page}#([^"]*)"', html)) <= set(ids)
