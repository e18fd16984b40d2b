"""The offline page as a file: everything in it, small, closed to any network, and made for the view asked for."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard import view
from dashboard.atlas import load
from dashboard.exports import facts, html, leaflet, pack
from dashboard.map import payload
from dashboard.words import LOCALES, Words

ATLAS = load()
TIMELINE, WORDS = ATLAS.timeline, ATLAS.words
USUAL = view.default(TIMELINE)
HOSTILE = '</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> & "\' \u2028\u2029'


class Parts(HTMLParser):
    """The elements of a page with their attributes, and the text that each begins with."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.inside = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))
        self.texts.append("")
        self.inside = True

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def all(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        pairs = zip(self.found, self.texts, strict=True)
        return [(attributes, text) for (name, attributes), text in pairs if name == tag]

    def document(self, name: str) -> dict:
        (text,) = [text for attributes, text in self.all("script") if attributes.get("id") == name]
        return json.loads(text)

    def policy(self) -> str:
        return next(found["content"] for found, _ in self.all("meta") if "http-equiv" in found)


def build(shown: view.View = USUAL, words: Words = WORDS, **options: str) -> bytes:
    return html.build(TIMELINE, ATLAS.shapes, words, shown, **options)


PAGE = build()
PARTS = Parts(PAGE)


# Small, and closed


@pytest.mark.parametrize("language", LOCALES)
def test_the_page_is_small_enough_for_a_stick_and_a_slow_line(language):
    page = build(words=load(language).words)
    assert len(page) <= 500_000
    assert len(gzip.compress(page, 9)) <= 150_000


def test_a_release_of_leaflet_that_is_written_otherwise_is_told(monkeypatch):
    monkeypatch.setattr(leaflet, "SPARED", {"Moon": "null"})
    with pytest.raises(ValueError, match=r"leaflet-src\.js: 0 definitions of Moon; expected one"):
        leaflet.script()


def test_of_leaflet_s_style_all_that_the_map_uses_is_there_and_no_more():
    style = html.style()
    assert all(f".leaflet-{part}" in style for part in ("pane", "tooltip", "zoom-animated", "interactive", "container"))
    assert not any(f".leaflet-{part}" in style for part in ("popup", "control", "tile", "bar"))


def test_nothing_in_the_page_asks_for_anything():
    for tag, attributes in PARTS.found:
        asked = {attributes[name] for name in ("src", "srcset", "href", "data", "action") if name in attributes}
        assert asked <= {"data:,"}, tag
    (style,) = PARTS.all("style")
    assert not re.findall(r"url\((?![\"']?#)|@import", style[1])
    assert "sourceMappingURL" not in PAGE.decode()


def test_no_element_carries_a_style_or_a_script_in_an_attribute():
    names = {name for _, attributes in PARTS.found for name in attributes}
    assert not {name for name in names if name == "style" or name.startswith("on")}


def test_the_policy_allows_the_script_and_the_style_of_the_page_and_nothing_else():
    (script,) = [text for attributes, text in PARTS.all("script") if "type" not in attributes]
    (style,) = [text for _, text in PARTS.all("style")]
    rules = dict(rule.strip().split(" ", 1) for rule in PARTS.policy().split(";"))
    assert rules["default-src"] == "'none'"
    for name, text in (("script-src", script), ("style-src", style)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"
    assert "unsafe" not in PARTS.policy()


def test_leaflet_comes_with_its_licence():
    assert b"BSD 2-Clause License" in PAGE
    assert b"Volodymyr Agafonkin" in PAGE


def test_the_same_view_gives_the_same_bytes():
    assert build() == PAGE


# What it says of itself


def test_the_page_has_a_language_a_title_and_a_description():
    (root,) = PARTS.all("html")
    assert root[0]["lang"] == "en"
    dated = "On 17 May 2026 (records last checked; later events not shown)"
    assert PARTS.all("title")[0][1] == f"CSTO through time: {dated}"
    said = {found["name"]: found["content"] for found, _ in PARTS.all("meta") if "name" in found}
    assert said["description"] == "No change of status. 6 members, one of them not participating."
    assert said["viewport"] == "width=device-width, initial-scale=1"


def test_without_scripts_the_statuses_are_there_in_words():
    text = PAGE.decode().partition("<noscript>")[2].partition("</noscript>")[0]
    assert "<li>Uzbekistan: Membership suspended; not counted, since 19 December 2012</li>" in text
    assert text.count("<li>") == sum(status != "none" for status in TIMELINE.statuses(TIMELINE.last_day).values())
    assert "do not imply endorsement" in text


# The view it is made for


@pytest.mark.parametrize(
    "shown",
    [
        replace(USUAL, year=1999, country="UZB"),
        replace(USUAL, year=1999, on="1999-03-24"),
        replace(USUAL, year=2022, layer="operation", day="2022-01-09"),
        replace(USUAL, year=2012, layer="areas", page="sources"),
    ],
)
def test_a_page_opens_on_the_view_it_was_made_for(shown):
    opened = Parts(build(shown)).document("page")["usual"]
    assert opened == shown.as_dict() | {"page": "map", "labels": True}


def test_the_title_names_the_day_of_the_view():
    shown = replace(USUAL, year=2022, layer="operation", day="2022-01-09")
    assert Parts(build(shown)).all("title")[0][1] == "CSTO through time: Kazakhstan, January 2022: 9 January 2022"


@pytest.mark.parametrize("theme", ["", "light", "dark"])
def test_a_theme_is_the_page_s_own_and_else_the_reader_s(theme):
    assert Parts(build(theme=theme)).all("html")[0][0]["data-theme"] == theme


def test_another_theme_is_refused():
    with pytest.raises(ValueError, match="theme 'blue'; expected one of light, dark, or none"):
        build(theme="blue")


@pytest.mark.parametrize("link", ["", "https://example.org/map/", "../"])
def test_a_link_leads_to_the_app(link):
    assert Parts(build(link=link)).document("page")["link"] == link


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "//example.org", "example.org"])
def test_what_leads_to_no_page_is_refused_as_a_link(link):
    with pytest.raises(ValueError, match="expected an address that begins with https://"):
        build(link=link)


# What is in it


def test_the_scenes_are_those_of_the_app():
    expected = json.loads(json.dumps(payload.scenes(TIMELINE, ATLAS.shapes, WORDS)))
    assert PARTS.document("scene") == expected


def test_the_card_has_every_event_of_every_state_with_its_sources():
    events = PARTS.document("records")["events"]
    rows = TIMELINE.data.membership_events
    assert sum(map(len, events.values())) == len(rows)
    for row in rows:
        assert [row.date.text, WORDS.dated(row.date.text), row.text, list(row.source_ids)] in events[row.iso_a3]
    for told in events.values():
        days = [day.ljust(10, "~") for day, *_ in told]
        assert days == sorted(days)


def test_every_source_that_is_cited_has_its_title_and_no_other_is_there():
    records = facts.of(TIMELINE, WORDS)
    known = {row.id: row for row in TIMELINE.data.sources}
    events = {one for lists in records["events"].values() for *_, ids in lists for one in ids}
    assert events <= records["sources"].keys() <= known.keys()
    assert len(records["sources"]) < len(known)
    assert all(title.endswith(known[one].title) for one, (title, _) in records["sources"].items())


def test_what_sources_disagree_on_is_told_of_the_states_and_of_the_operation():
    questions = PARTS.document("records")["questions"]
    assert {"UZB", "ARM", TIMELINE.data.operations[0].id} <= questions.keys() <= {*TIMELINE.states, "kazakhstan_2022"}
    for asked, reading, *claims in (question for topic in questions.values() for question in topic):
        assert asked.endswith("?")
        assert reading
        assert claims


def test_hostile_words_end_no_script_and_start_no_comment():
    class Hostile(Words):
        def text(self, message: str, **values: object) -> str:
            return HOSTILE + super().text(message, **values)

    page = build(words=Hostile())
    parts = Parts(page)
    assert [tag for tag, _ in parts.found] == [tag for tag, _ in PARTS.found]
    assert parts.document("records")["events"]["ARM"][0][2].startswith(HOSTILE)
    assert "\u2028" not in page.decode().partition("<script")[2]


# Geometry, packed


def test_geometry_is_packed_and_everything_else_stays_as_it_is():
    drawn = payload.geometry(TIMELINE, ATLAS.shapes, WORDS)
    packed = PARTS.document("geometry")
    assert packed["states"]["KAZ"][0][0] == pack.text(drawn["states"]["KAZ"][0][0])
    assert packed["frame"] == list(drawn["frame"])
    assert packed["labels"] == drawn["labels"]


def test_packed_numbers_are_plain_signs_that_json_and_markup_leave_alone():
    packed = pack.text(range(-3000, 3000))
    assert set(packed) <= set(pack.SIGNS) | {pack.MARK}
    assert not set(pack.SIGNS) & set("&<>\\\"" + pack.MARK)


@given(some.lists(some.integers(-(10**9), 10**9), min_size=pack.LEAST))
def test_every_list_of_whole_numbers_has_a_text_of_its_own(numbers):
    assert unpacked(pack.packed(numbers)) == numbers


def unpacked(text: str) -> list[int]:
    """As the page does it."""
    numbers, high = [], 0
    for sign in text.removeprefix(pack.MARK):
        at = pack.SIGNS.index(sign)
        if at >= pack.ENDS:
            high = high * pack.LEADS + at - pack.ENDS + 1
            continue
        number = high * pack.ENDS + at
        numbers.append(-(number + 1) // 2 if number % 2 else number // 2)
        high = 0
    return numbers


@pytest.mark.parametrize("kept", [[1, 2, 3], [1.5] * 8, ["a"] * 8, [True] * 8, "text", None, {"a": [1, 2]}])
def test_only_long_lists_of_whole_numbers_are_packed(kept):
    assert pack.packed(kept) == kept
