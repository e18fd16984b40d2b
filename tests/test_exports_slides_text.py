"""What a deck says beside its pictures: notes with full sources, links that lead somewhere, and text of any kind."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pytest
from lxml import etree
from pptx.slide import Slide

from dashboard import palette, view
from dashboard.atlas import load
from dashboard.exports import deck, markup, notes, references, slide
from dashboard.exports.plate import Area, Line, Paint, Plate, Stroke, Words
from dashboard.timeline import Timeline
from tests.presentation import link, named, shapes, slides, squeezed
from tests.presentation import notes as said

ATLAS = load()
T, DRAWN, EN = ATLAS.timeline, ATLAS.shapes, ATLAS.words
ADDRESS = "https://example.org/csto/"
HOSTILE = "<b>&amp;\"'</p:spTree><a:t> \x00\x0b\x1b\ud800\ufffe ]]> \u202eevif ${x} {y} =1+1"
CLEAN = "<b>&amp;\"'</p:spTree><a:t>"
MARKUP = f"{CLEAN} ]]> \u202eevif ${{x}} =1+1 "


@cache
def read() -> list[Slide]:
    """The deck of the stops."""
    return slides(deck.deck(T, DRAWN, EN, T.stops, "light", ADDRESS))


def source(row_id: str) -> str:
    (row,) = [row for row in T.data.sources if row.id == row_id]
    return notes.full(row, EN)


# Notes


@pytest.mark.parametrize("year", T.stops)
def test_the_notes_of_a_year_name_day_sentence_statuses_and_every_source_in_full(year):
    page = read()[1 + T.stops.index(year)]
    told = said(page)
    assert told.startswith(named(page, "Day").text)
    assert named(page, "Headline").text in told
    events = [spell.event for state in T.states if (spell := T.spell(state, T.day_of(year)))]
    events += [change.event for change in T.changes_in(year)]
    for row in events:
        for row_id in row.source_ids:
            assert source(row_id) in told


def test_the_notes_of_the_operation_say_what_sources_differ_on():
    told = said(read()[1 + len(T.stops)])
    (asked,) = [row for row in T.data.questions if row.question == "How many troops took part in the operation?"]
    assert f"Sources differ. {asked.question} {asked.reading}" in told
    for claim in (row for row in T.data.claims if row.question_id == asked.id):
        assert claim.claim in told
    assert "do not imply endorsement" in told


def test_the_notes_of_the_title_say_which_data_it_is_and_its_licence():
    told = said(read()[0])
    for part in (T.data.version, T.data.licence.title, T.data.licence.url, "Natural Earth"):
        assert part in told


def test_a_source_that_ends_with_a_question_mark_gets_no_full_stop_after_it():
    row = T.data.sources[0]._replace(id="X1", publisher="P.", title="Why?", published=None, url=None, note="A note.")
    assert notes.full(row, EN) == "[X1] P.: Why? A note"


# The slides of sources


def test_every_source_that_a_slide_cites_is_listed_once_and_leads_to_its_address():
    pages = [page for page in read() if page.shapes.title.text_frame.text.startswith("Sources, ")]
    listed = [(page, shape) for page in pages for shape in shapes(page) if shape.name.startswith("Source ")]
    texts = {shape.name.removeprefix("Source "): squeezed(shape.text) for _, shape in listed}
    assert len(texts) == len(listed)
    told = "\n".join(said(page) for page in read())
    assert set(texts) == {row.id for row in T.data.sources if source(row.id) in told}
    assert all(text == squeezed(source(row_id)) for row_id, text in texts.items())
    addresses = {row.id: row.url for row in T.data.sources}
    for page, shape in listed:
        url = addresses[shape.name.removeprefix("Source ")]
        assert (link(page, shape) if shape.click else None) == (url and markup.address(url))


def test_no_source_reaches_over_its_column_or_the_edge_of_the_slide():
    for plate in references.of(T, EN, T.data.sources, "light", *deck.SIZE):
        for item in plate.items[1:]:
            assert slide.textbox.box(item)[2] <= 1.04 * (1920 - 3 * 80) / 2
            assert item.y + len(item.lines) * item.size * 1.22 <= 1080


def test_a_source_that_fills_a_slide_is_cut_there_and_whole_in_the_notes():
    row = T.data.sources[0]._replace(title="x" * 10_000)
    (plate,) = references.of(T, EN, [row], "light", *deck.SIZE)
    entry = plate.items[1]
    assert entry.lines[-1] == "…"
    assert entry.y + len(entry.lines) * entry.size * 1.22 <= 1080
    assert "x" * 10_000 in notes.full(row, EN)


# Links


def test_the_arrows_lead_to_the_slide_before_and_the_one_after():
    found = read()
    for number, page in enumerate(found):
        arrows = {shape.name: shape for shape in shapes(page) if shape.name in ("Previous", "Next")}
        ways = {"Previous": number - 1, "Next": number + 1}
        expected = {name: to for name, to in ways.items() if 0 <= to < len(found)}
        assert set(arrows) == set(expected)
        for name, to in expected.items():
            assert arrows[name].click[1] == "ppaction://hlinksldjump"
            assert link(page, arrows[name]).slide_id == found[to].slide_id
            assert arrows[name].told == f"{name} slide"


def test_arrows_stand_in_the_margins_beside_everything_else():
    for page in read():
        found = shapes(page)
        for arrow in (shape for shape in found if shape.name in ("Previous", "Next")):
            left, top, right, bottom = arrow.box
            for other in found[1:]:
                across = other.box[0] < right and left < other.box[2]
                down = other.box[1] < bottom and top < other.box[3]
                assert other is arrow or not (across and down), other.name


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "ppaction://macro?name=x", "../x"])
def test_only_an_address_on_the_web_becomes_a_link(address):
    plate = Plate(1920, 1080, "#FFFFFF", "t", "d", date(2022, 1, 1), "", (text("Link", "click", link=address),))
    (page,) = slides(slide.slide(slide.Page(plate, ""), date(2022, 1, 1)))
    assert named(page, "Link").click is None


def test_an_address_is_written_in_the_characters_that_an_address_may_have():
    assert markup.address("https://example.org/a b\"<>\x00?q=%D0%B0&r=я#s") == (
        "https://example.org/a%20b%22%3C%3E?q=%D0%B0&r=%D1%8F#s"
    )


# Names


def test_a_name_on_a_pattern_stands_on_a_chip_since_not_every_program_draws_a_halo():
    plain, patterned = read()[1 + T.stops.index(2012)], read()[1 + T.stops.index(1992)]
    lines = palette.STATUS["signatory"].ground.light
    assert named(patterned, "Name: Russia").fill == ("solid", lines, lines)
    assert named(plain, "Name: Russia").fill is None


# Text of any kind


def text(name: str, line: str, **more: object) -> Words:
    return Words(100, 100, (line,), 30, "#000000", name=name, **more)


def valid(deck: bytes) -> None:
    """Every part of the file is XML that can be read, and no shape is more than was written."""
    with zipfile.ZipFile(io.BytesIO(deck)) as file:
        assert file.testzip() is None
        for name in file.namelist():
            assert name.endswith((".xml", ".rels")), name
            etree.fromstring(file.read(name))


def test_markup_and_what_xml_cannot_hold_in_names_words_links_and_notes_give_a_valid_file():
    square = np.array([(0, 0), (9, 0), (9, 9), (0, 9)], dtype=float)
    items = (
        Area(((square,),), Paint("dots", "#112233", "#445566"), None, HOSTILE, HOSTILE, "XXX", "former"),
        Line(square, Stroke("#000000", 2, (3, 1)), Stroke("#FFFFFF", 4), name=HOSTILE),
        text("Headline", HOSTILE, link=f"https://example.org/{HOSTILE}"),
        text(HOSTILE, HOSTILE, halo="#FFFFFF"),
    )
    plate = Plate(1920, 1080, "#FFFFFF", HOSTILE, HOSTILE, date(2022, 1, 1), "", items)
    page = slide.Page(plate, HOSTILE)
    made = slide.show([page, page], HOSTILE, date(2022, 1, 1), EN)
    valid(made)
    for read_back in slides(made):
        found = shapes(read_back)
        assert len(found) == 1 + 1 + 2 + 1 + 1 + 1  # ground, area, line and casing, two texts, an arrow
        assert found[1].name == found[1].told == markup.allowed(HOSTILE)
        assert found[5].text == markup.allowed(HOSTILE)
        assert said(read_back).startswith(CLEAN)
        assert link(read_back, named(read_back, "Headline")).startswith("https://example.org/%3Cb%3E&amp;%22'")


def hostile(timeline: Timeline) -> Timeline:
    """The records with markup in every title and note of a source and in every claim; the check lets it in."""
    data, tables = timeline.data, dict(timeline.data.tables)
    tables["sources"] = tuple(row._replace(title=MARKUP + row.title, note=MARKUP) for row in data.sources)
    tables["claims"] = tuple(row._replace(claim=MARKUP + row.claim) for row in data.claims)
    return replace(timeline, data=replace(data, tables=tables))


def test_hostile_records_give_a_valid_deck():
    timeline = hostile(T)
    made = deck.deck(timeline, DRAWN, EN, [1999, 2022], "light", ADDRESS)
    valid(made)
    assert CLEAN in said(slides(made)[1])
    valid(deck.single(timeline, DRAWN, EN, view.View(1999), "light", ADDRESS))


def test_a_shape_that_shrinks_to_nothing_is_still_a_shape():
    speck = np.array([(5, 5), (5.01, 5), (5.01, 5.01)])
    items = (Area(((speck,),), Paint("solid", "#112233", "#112233"), None, "Speck"), Area((), None, None, "Nothing"))
    plate = Plate(1920, 1080, "#FFFFFF", "t", "d", date(2022, 1, 1), "", items)
    made = slide.slide(slide.Page(plate, ""), date(2022, 1, 1))
    valid(made)
    assert [shape.name for shape in shapes(slides(made)[0])] == ["Background", "Speck"]
