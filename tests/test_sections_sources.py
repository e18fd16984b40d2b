"""Sources, disagreements and data: every row is on its page with its sources, and all it holds is shown as text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from types import ModuleType
from urllib.parse import parse_qs, urlsplit

import pytest
from markupsafe import Markup

from dashboard import assets, timeline, view
from dashboard.atlas import Atlas, load
from dashboard.sections import data, disagreements, pointer, sources
from dashboard.view import View
from membership_data import descriptor, records
from membership_data.descriptor import Column

ATLAS = load()
T = ATLAS.timeline
DATA = T.data
SPECS = descriptor.read(records.FOLDER).specs
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\\ \u202e" + 10_000 * "x"
TAGS = {
    *("div", "p", "section", "article", "nav", "h3", "h4", "h5", "ul", "li", "b", "strong", "em", "small", "span"),
    *("a", "code", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td"),
}

pages = pytest.mark.parametrize("page", [sources, disagreements, data], ids=["sources", "disagreements", "data"])
every_state = pytest.mark.parametrize("state", T.states)
every_question = pytest.mark.parametrize("question", DATA.questions, ids=lambda row: row.id)


def shown(year: int = T.last_year, country: str = "") -> View:
    return replace(view.default(T), year=year, country=country)


def empty(*tables: str) -> Atlas:
    """The atlas without a row in these tables."""
    left = {name: () if name in tables else rows for name, rows in DATA.tables.items()}
    return replace(ATLAS, timeline=timeline.join(replace(DATA, tables=left), ATLAS.shapes.codes))


def is_prose(column: Column) -> bool:
    """Whether any text may stand in a column."""
    return column.kind == "string" and not (column.enum or column.pattern or column.references)


@cache
def hostile() -> Atlas:
    """The atlas with markup, quotes and a turned direction in place of every text of its records."""
    tables = {}
    for spec in SPECS:
        prose = [column.name for column in spec.columns if is_prose(column)]
        tables[spec.name] = tuple(
            row._replace(**{name: HOSTILE for name in prose if getattr(row, name) is not None})
            for row in DATA.tables[spec.name]
        )
    return replace(ATLAS, timeline=timeline.join(replace(DATA, tables=tables), ATLAS.shapes.codes))


class Page(HTMLParser):
    """The tags of a page, its addresses, and the places that can be reached in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.places: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        held = dict(attributes)
        self.tags.add(tag)
        assert not any(name.startswith("on") for name in held)
        self.links += [held["href"]] if "href" in held else []
        self.places += [held["id"]] if "id" in held else []


def article(page: ModuleType, place: str) -> str:
    """The part of a page that a link to a place leads to."""
    (found,) = re.findall(rf'<article class="[^"]*" id="{place}".*?</article>', page.whole(ATLAS, ""), flags=re.DOTALL)
    return found


# Sources


@pytest.mark.parametrize("source", DATA.sources, ids=lambda row: row.id)
def test_a_source_stands_on_the_page_with_every_record_that_cites_it(source):
    html = article(sources, f"source-{source.id}")
    assert str(Markup.escape(source.title)) in html
    citing = [row for rows in DATA.tables.values() for row in rows if source.id in getattr(row, "source_ids", ())]
    taken = html.partition('class="csto-taken"')[2]
    assert taken.count("<li>") == len(citing)


@pytest.mark.parametrize("row", DATA.coverage, ids=lambda row: row.id)
def test_every_paragraph_of_an_article_is_listed_with_what_became_of_it(row):
    html = article(sources, f"source-{row.source_id}")
    assert f'<th scope="row">{row.paragraph}</th><td><span lang="en">{Markup.escape(row.opening)}</span></td>' in html
    assert row.left_out is None or str(Markup.escape(row.left_out)) in html


def test_the_articles_come_first():
    ids = re.findall(r'id="source-(\w+)"', sources.whole(ATLAS, ""))
    articles = [row.id for row in DATA.sources if sources.is_article(row)]
    assert ids[: len(articles)] == articles
    assert sorted(ids) == sorted(row.id for row in DATA.sources)


def test_today_counts_what_was_published_by_the_day():
    html = sources.today(ATLAS, shown(1999))
    count = sum(bool(row.published and row.published.last.year <= 1999) for row in DATA.sources)
    assert f"rest on {len(DATA.sources)} sources" in html
    assert f"{count} were published by the day shown" in html or f"{count} was published by the day shown" in html


@every_state
def test_of_a_state_only_the_sources_of_its_records_are_shown(state):
    ids = re.findall(r'id="source-(\w+)"', sources.whole(ATLAS, state))
    records = [pointer.row(ATLAS, record) for record in pointer.about(ATLAS, state)]
    assert set(ids) == {source for row in records for source in getattr(row, "source_ids", ())}


def test_only_an_address_of_the_web_becomes_a_link():
    rows = tuple(row._replace(url="javascript:alert(1)") for row in DATA.sources)
    atlas = replace(ATLAS, timeline=replace(T, data=replace(DATA, tables={**DATA.tables, "sources": rows})))
    assert not [link for link in Page(sources.whole(atlas, "")).links if "script" in link]


# Disagreements


@every_question
def test_a_question_can_be_linked_to_and_has_every_claim_reading_reason_and_record(question):
    html = article(disagreements, question.id)
    said = [row for row in DATA.claims if row.question_id == question.id]
    assert 'tabindex="-1"' in html
    for text in (question.question, question.reading, question.reason, *(row.claim for row in said)):
        assert str(Markup.escape(text)) in html
    assert all(html.count(f">{source}</") for row in said for source in row.source_ids)
    assert html.partition("Records concerned")[2].count("<li>") == len(question.records)


@every_question
def test_the_index_leads_to_every_question(question):
    index = disagreements.whole(ATLAS, "").partition("</nav>")[0]
    assert f'href="?page=disagreements#{question.id}"' in index


def test_a_question_is_grouped_by_the_table_of_its_topic():
    (asked,) = DATA.questions[:1]
    topics = {
        "ARM": "Treaty and membership",
        DATA.stages[0].id: "Treaty and membership",
        DATA.operations[0].id: "The operation",
        **{row.id: "Forces and structure" for row in DATA.forces},
        **{row.id: "Crises and exercises" for row in (*DATA.crises, *DATA.exercises)},
    }
    for topic, group in topics.items():
        assert disagreements.group(ATLAS, asked._replace(topic=topic)) == group


@every_state
def test_of_a_state_the_questions_about_it_are_shown(state):
    html = disagreements.whole(ATLAS, state)
    assert all(f'id="{row.id}"' in html for row in DATA.questions if row.topic == state)


@pytest.mark.parametrize("thesis", DATA.theses, ids=lambda row: row.id)
def test_a_thesis_stands_under_the_name_of_its_author(thesis):
    html = disagreements.whole(ATLAS, "")
    before, _, after = html.partition(f'id="theses.{thesis.id}"')
    assert before.rpartition("<caption>")[2].startswith(str(Markup.escape(thesis.author)))
    row = after.partition("</tr>")[0]
    assert str(Markup.escape(thesis.text)) in row
    assert all(f">{source}</" in row for source in thesis.source_ids)


def test_today_leads_to_the_questions_of_the_year():
    html = disagreements.today(ATLAS, shown(2012))
    assert '#uzb_2012"' in html
    assert '#arm_status"' not in html


# Data


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_the_dictionary_has_every_column_of_every_table(spec):
    table = data.whole(ATLAS, "").partition(f'id="table-{spec.name}"')[2].partition("</details>")[0]
    assert str(Markup.escape(spec.description)) in table
    for column in spec.columns:
        assert f"<code>{column.name}</code>" in table
        assert str(Markup.escape(column.description)) in table


def test_the_result_of_the_check_is_said():
    rows = sum(len(table) for table in DATA.tables.values())
    assert f"{rows:,} rows in {len(DATA.tables)} tables; no problem found." in data.whole(ATLAS, "")


def test_every_download_is_on_offer_under_an_address_seen_from_the_page():
    links = [link for link in Page(data.whole(ATLAS, "")).links if not link.startswith("http")]
    assert sorted(link.rpartition(".")[2] for link in links) == ["csv", "geojson", "zip"]
    assert links == [file.address for file in ATLAS.downloads.values()]


def test_no_download_is_fetched_before_a_reader_asks_for_it():
    assert not {file.name for file in ATLAS.downloads.values()} & set(assets.SHELF.names())


# All three


@pages
def test_whatever_a_record_holds_is_shown_as_text(page):
    for html in (page.whole(hostile(), ""), page.whole(hostile(), "ARM"), page.today(hostile(), shown(2022))):
        assert Page(html).tags <= TAGS


@pytest.mark.parametrize("page", [sources, disagreements])
def test_markup_in_a_record_is_seen(page):
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.whole(hostile(), "")


@pages
def test_no_place_is_there_twice(page):
    places = Page(page.whole(ATLAS, "")).places
    assert len(places) == len(set(places))


@pages
def test_a_page_without_records_is_still_a_page(page):
    bare = empty("questions", "claims", "theses", "coverage", "sources")
    for country in ("", "ARM"):
        assert page.whole(bare, country)
        assert page.today(bare, shown(2012, country))


@pages
@every_state
def test_every_page_can_be_asked_about_every_state(page, state):
    assert page.whole(ATLAS, state).startswith("<div")
    assert page.today(ATLAS, shown(1999, state)).startswith("<div")


@pages
def test_every_link_leads_to_a_view_that_is_understood(page):
    for link in Page(page.whole(ATLAS, "")).links:
        if link.startswith("?"):
            asked = {name: value for name, (value,) in parse_qs(urlsplit(link).query).items()}
            assert view.read(asked, T, ATLAS.words)[1] == (), link


def test_a_record_of_every_table_that_cites_a_source_has_a_link():
    for name, rows in DATA.tables.items():
        if rows and hasattr(rows[0], "source_ids"):
            assert "<a " in pointer.link(ATLAS, f"{name}.{rows[0].id}"), name
