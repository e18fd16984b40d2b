"""Whatever a reader is shown is in the catalogue: built in words that bracket all they say, nothing stands outside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser

import pytest

from dashboard.words import Words
from membership_data import records
from tests import pages

SOURCES = records.load().sources
NAMES = sorted({row.title for row in SOURCES} | {row.publisher for row in SOURCES}, key=len, reverse=True)
QUOTED = re.compile("|".join(re.escape(name.rstrip(".")) for name in NAMES))
"""What sources call themselves: the same in every language."""
SPOKEN = {"title", "alt", "aria-label", "placeholder"}
"""Attributes that a reader sees or hears."""
OTHER = {"code", "pre", "style", "script"}
"""Elements with what is the same in every language."""
WITHIN = {"a", "b", "i", "em", "small", "span", "strong"}
"""Elements in the middle of a sentence."""
ADDRESS = re.compile(r"https?://\S+")
SIGNS = re.compile(r"\b([RS]\d{2,3}|\d{3}|CC-BY-4\.0|[A-Z]{3}|csto-[\w.-]+)\b|\bas [\d-]+")
"""Ids of sources, the licence, codes of states, names of files."""
# Of the map's document: keys of its own, days, addresses, and the sources as they call themselves.
KEYS = re.compile(
    r"\.(id|status|locale|language|languages\.\w+|from|url|area|kind|form|role|iso_a3|host|"
    r"first|last|lastDay|view\.\w+|sources\.\d+\.\w+|moments\.\d+\.marks\.\w+\.0|departs|leaves|expected\.controls)$"
)


class Bracketing(Words):
    """English in which every message, name, date and number stands in brackets."""

    def text(self, message: str, **values: object) -> str:
        return _in(super().text(message, **values))

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        return _in(super().count(one, many, number, **values))

    def state(self, code: str) -> str:
        return _in(super().state(code))

    def listed(self, items: Sequence[str]) -> str:
        return _in(super().listed(items))

    def dated(self, recorded: str, inside: bool = False) -> str:
        return _in(super().dated(recorded, inside))

    def within_year(self, recorded: str) -> str:
        return _in(super().within_year(recorded))


class Reader(HTMLParser):
    """Collects what is said outside of what is quoted in the words of a source."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = [""]
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, given: list[tuple[str, str | None]]) -> None:
        attributes = dict(given)
        quoted = attributes.get("lang") is not None or tag in OTHER
        if tag not in WITHIN:
            self.said.append("")
        if not quoted:
            self.said[:0] = [attributes[name] or "" for name in SPOKEN & attributes.keys()]
        if tag not in ("img", "br", "wbr", "input"):
            self._open.append((tag, quoted))

    def handle_endtag(self, tag: str) -> None:
        if tag not in WITHIN:
            self.said.append("")
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(quoted for _, quoted in self._open):
            self.said[-1] += data


def _in(text: str) -> str:
    return f"⟦{text}⟧" if text else text


def outside(text: str) -> str:
    """What stands in no bracket; a text that was cut short has lost the closing ones."""
    left, depth = [], 0
    for sign in text:
        depth += (sign == "⟦") - (sign == "⟧" and depth > 0)
        if not depth and sign != "⟧":
            left.append(sign)
    return SIGNS.sub(" ", QUOTED.sub(" ", ADDRESS.sub(" ", "".join(left))))


@pytest.mark.parametrize(
    ("text", "left"), [("⟦One ⟦two⟧⟧ three", "three"), ("⟦cut…", ""), ("R12 ⟦a⟧ 000", ""), ("words", "words")]
)
def test_the_test_finds_what_stands_outside(text, left):
    assert outside(text).strip() == left


def test_every_word_of_every_page_and_panel_is_a_message_a_name_or_a_date(monkeypatch):
    found = {}
    built = 0
    for name, page in pages.html(pages.in_words(Bracketing()), monkeypatch):
        built += 1
        if name == "trouble":
            continue
        reader = Reader()
        reader.feed(page)
        left = [outside(said).strip() for said in reader.said]
        found |= {text: name for text in left if re.search(r"[^\W\d_]{2}", text)}
    assert built > 250
    assert not found


def test_every_word_of_the_map_of_pictures_and_of_slides_is_a_message_a_name_or_a_date():
    texts = list(pages.texts(pages.in_words(Bracketing())))
    assert len(texts) > 1000
    found = {outside(text).strip(): name for name, text in texts if not KEYS.search(name)}
    assert not {text: name for text, name in found.items() if re.search(r"[^\W\d_]{2}", text)}


def test_nothing_is_left_in_english_on_a_russian_page(monkeypatch):
    words = Words("ru")
    mark = words.text("{text} (in English)").partition("}")[2]
    atlas = pages.in_words(words)
    assert mark == " (англ.)"
    left = {name for name, page in pages.html(atlas, monkeypatch) if mark in page}
    left |= {name for name, text in pages.texts(atlas) if mark in text}
    assert not left
