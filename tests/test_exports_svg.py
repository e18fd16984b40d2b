"""The picture as SVG: what it is made of, that text is text, and that nothing breaks out of it."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest

from dashboard.exports import grid, svg
from dashboard.exports.plate import Area, Paint, Plate, Stroke, Words
from tests.plates import ATLAS, ENGLISH, LINK, TIMELINE, VIEWS, plate, words_of

SPACE = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;]]>\x00\x0b\ud800"
ELEMENTS = {
    "svg", "title", "desc", "defs", "pattern", "rect", "circle", "g", "path", "text", "tspan", "a",
}  # fmt: skip


def tree(found: Plate) -> ElementTree.Element:
    return ElementTree.fromstring(svg.text(found))


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(f"{SPACE}text")]


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_state_is_one_element_with_its_code_its_status_and_a_title(name, theme):
    found = plate(name, theme=theme)
    states = [element for element in tree(found).iter() if "data-iso" in element.attrib]
    assert {element.get("data-iso"): element.get("data-status") for element in states} == found.statuses
    assert len(states) == len(found.statuses)
    for element in states:
        state = ENGLISH.state(element.get("data-iso"))
        assert element.get("id") == f"state-{element.get('data-iso')}"
        assert element.get("data-name") == state
        assert element.find(f"{SPACE}title").text.startswith(state)


@pytest.mark.parametrize("name", VIEWS)
def test_it_has_a_title_and_a_description_that_name_it(name):
    found = plate(name)
    root = tree(found)
    assert root.get("role") == "img"
    said = {element.get("id"): element.text for element in root if element.get("id")}
    assert [said[part] for part in root.get("aria-labelledby").split()] == [found.title, found.description]


@pytest.mark.parametrize("name", VIEWS)
def test_all_words_are_text(name):
    found = plate(name)
    assert texts(tree(found)) == [("" if words.link else " ").join(words.lines) for words in words_of(found)]


@pytest.mark.parametrize("name", VIEWS)
def test_it_is_made_of_few_elements_and_refers_to_nothing_outside(name):
    root = tree(plate(name))
    assert {element.tag.removeprefix(SPACE) for element in root.iter()} <= ELEMENTS
    for element in root.iter():
        for attribute, value in element.attrib.items():
            assert not attribute.startswith("on")
            assert "url(" not in value or value.startswith("url(#fill-")
    assert [link.get("href") for link in root.iter(f"{SPACE}a")] == [LINK]


def test_every_pattern_that_is_used_is_there_once():
    root = tree(plate("2024"))
    known = [pattern.get("id") for pattern in root.iter(f"{SPACE}pattern")]
    used = {element.get("fill")[5:-1] for element in root.iter() if "url(" in element.get("fill", "")}
    assert len(set(known)) == len(known)
    assert set(known) == used


def test_a_page_of_many_years_has_an_element_for_each_state_in_each():
    years = TIMELINE.stops
    found = grid.plate(TIMELINE, ATLAS.shapes, ENGLISH, years, "light", 1754, 1240, LINK)
    states = [element for element in tree(found).iter() if "data-iso" in element.attrib]
    shown = {(int(one.get("data-year")), one.get("data-iso")): one.get("data-status") for one in states}
    assert shown == {
        (year, state): status
        for year in years
        for state, status in TIMELINE.statuses(TIMELINE.day_of(year)).items()
    }
    assert len({element.get("id") for element in states}) == len(states) == len(shown)


def test_hostile_words_are_text():
    square = np.array([(0, 0), (9, 0), (9, 9), (0, 9)], dtype=float)
    paint = Paint("solid", "#FFFFFF", "#FFFFFF")
    items = (
        Area(((square,),), paint, Stroke("#000000", 1), HOSTILE, HOSTILE, "KAZ", HOSTILE),
        Words(5, 5, (HOSTILE, HOSTILE), 10, "#000000", link=f"javascript:{HOSTILE}", name=HOSTILE),
        Words(5, 5, ("a link",), 10, "#000000", link=f"https://example.org/{HOSTILE}", name=HOSTILE),
    )
    found = replace(plate("2012"), title=HOSTILE, description=HOSTILE, items=items)
    root = tree(found)
    read = HOSTILE.translate(dict.fromkeys([0, 0x0B, 0xD800]))
    assert texts(root) == [read * 2, "a link"]
    assert {element.tag.removeprefix(SPACE) for element in root.iter()} <= ELEMENTS
    assert [element.text for element in root.iter(f"{SPACE}title")] == [read, read]
    assert [link.get("href") for link in root.iter(f"{SPACE}a")] == [f"https://example.org/{read}"]


def test_the_same_plate_gives_the_same_text():
    assert svg.text(plate("2012")) == svg.text(plate("2012"))


def test_it_is_small_enough_for_a_web_page():
    assert max(len(svg.text(plate(name))) for name in VIEWS) < 400_000
