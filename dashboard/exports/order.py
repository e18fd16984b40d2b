"""What is asked of an export, as a value: which kind, of which days, in which theme and size. Read from text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dashboard import view
from dashboard.exports.setting import THEMES
from dashboard.timeline import Timeline
from dashboard.view import View
from dashboard.words import Words


class OrderError(ValueError):
    """An export that cannot be made: one sentence says what was found, what was expected and what to do."""


class Lacking(Exception):
    """This machine lacks a program that the export needs; the sentence says which and how to install it."""


class Kind(NamedTuple):
    """A kind of export: the endings its file may have, the first one usual, and how it goes about time.

    `span` is `day` for what shows one view, `years` for what shows many years, `both`, or `all` for what holds every
    year anyway.
    """

    suffixes: tuple[str, ...]
    span: str


KINDS: dict[str, Kind] = {
    "html": Kind(("html",), "day"),
    "png": Kind(("png",), "day"),
    "svg": Kind(("svg",), "day"),
    "pdf": Kind(("pdf",), "day"),
    "pptx": Kind(("pptx",), "both"),
    "grid": Kind(("png", "svg", "pdf", "pptx"), "years"),
    "gif": Kind(("gif",), "years"),
    "mp4": Kind(("mp4",), "years"),
    "csv": Kind(("csv",), "all"),
    "geojson": Kind(("geojson",), "day"),
}
TYPES = {
    "html": "text/html", "png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation", "gif": "image/gif",
    "mp4": "video/mp4", "csv": "text/csv", "geojson": "application/geo+json",
}  # fmt: skip
"""Media type by ending."""

STOPS = "stops"
SIZE = (1920, 1080)
SIZES = {"png": SIZE, "svg": SIZE, "pdf": SIZE, "grid": SIZE, "gif": (1280, 720), "mp4": (1280, 720)}
"""Width and height in pixels where nothing is said."""
LEAST, MOST = 320, 3840
"""Pixels of a side: below, nothing can be read; above, one picture would fill the memory of a small machine."""
SHOWN = ("year", "on", "day", "country", "layer", "compare")
"""Fields of a view that an export shows; the others are the page's own."""


@dataclass(frozen=True)
class Order:
    """One export to make. `years` is empty for what shows the view alone; the size is in pixels.

    `theme` is light or dark, or for a page nothing, where it follows its reader's. `link` is where the dashboard is to
    be found, as it is printed: without it nothing leads back.
    """

    kind: str
    suffix: str
    view: View
    years: tuple[int, ...]
    theme: str
    size: tuple[int, int]
    link: str = ""

    def name(self, timeline: Timeline) -> str:
        """A file name that says what is in it: `csto-2012-UZB.png`."""
        if self.kind == "csv":
            parts = ["country", "years"]
        elif self.years:
            span = STOPS if self.years == timeline.stops else f"{self.years[0]}-{self.years[-1]}"
            parts = ["grid", span] if self.kind == "grid" else [span]
        else:
            shown = {field: value for field, value in view.write(self.view, timeline).items() if field in SHOWN}
            day = shown.pop("on", "") or shown.pop("day", "") or shown.pop("year", "") or str(self.view.year)
            parts = [day, *shown.values()]
        return f"csto-{'-'.join(parts)}.{self.suffix}"


def read(given: Mapping[str, str], timeline: Timeline, words: Words) -> Order:
    """The order that some fields make, with the usual value for each that is missing or empty.

    Fields: `kind`, those of `SHOWN`, `years`, `theme`, `size` (`1920x1080`), `suffix` and `link`. Raises OrderError.
    """
    kind = given.get("kind", "")
    if kind not in KINDS:
        raise _error("kind", kind, words.text("one of {codes}", codes=" ".join(KINDS)), words)
    suffix = given.get("suffix") or KINDS[kind].suffixes[0]
    if suffix not in KINDS[kind].suffixes:
        endings = " ".join(f".{ending}" for ending in KINDS[kind].suffixes)
        raise _error("out", f"….{suffix}", words.text("a file that ends in one of {codes}", codes=endings), words)
    theme = given.get("theme") or ("" if kind == "html" else THEMES[0])
    if theme and theme not in THEMES:
        raise _error("theme", theme, words.text("one of {codes}", codes=" ".join(THEMES)), words)
    link = given.get("link", "")
    if link and not re.match(r"https?://[^\s/]", link):
        raise _error("link", link, words.text("an address that begins with https:// or http://"), words)
    return Order(
        kind=kind,
        suffix=suffix,
        view=_view(given, timeline, words),
        years=_years(given, kind, timeline, words),
        theme=theme,
        size=_size(given, kind, words),
        link=link,
    )


def _error(field: str, value: str, expected: str, words: Words) -> OrderError:
    about = {"field": field, "value": value[:80], "expected": expected}
    return OrderError(words.text("{field} “{value}” is not understood; expected {expected}.", **about))


def _view(given: Mapping[str, str], timeline: Timeline, words: Words) -> View:
    """The view, where each of its fields is understood as the page's own address is."""
    for field in SHOWN:
        value = given.get(field, "")
        if value and view.read({field: value}, timeline, words)[1]:
            raise _error(field, value, view.expected(timeline, words)[field], words)
    if given.get("day") and given.get("layer") != "operation":
        raise _error("day", given["day"], words.text("the layer operation beside it"), words)
    asked = {field: given.get(field, "") for field in SHOWN}
    return view.read(asked, timeline, words)[0]


def _years(given: Mapping[str, str], kind: str, timeline: Timeline, words: Words) -> tuple[int, ...]:
    """The years of an export of many; none for an export of one view."""
    span, years = KINDS[kind].span, given.get("years", "")
    alone = next((field for field in SHOWN if given.get(field)), "")
    if years and span in ("day", "all"):
        raise _error("years", years, words.text("one year or day for this kind: {kind}", kind=kind), words)
    if alone and span in ("years", "all"):
        raise _error(alone, given[alone], words.text("years alone for this kind: {kind}", kind=kind), words)
    if years and alone:
        raise _error("years", years, words.text("either years or one view, not both"), words)
    if span in ("day", "all") or alone:
        return ()
    return _span(years or STOPS, timeline, words)


def _span(said: str, timeline: Timeline, words: Words) -> tuple[int, ...]:
    if said == STOPS:
        return timeline.stops
    found = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", said, re.ASCII)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not (found and first <= last and first in timeline.years and last in timeline.years):
        years = {"first": timeline.first_year, "last": timeline.last_year}
        expected = words.text("“stops”, or years from first to last within {first}-{last}", **years)
        raise _error("years", said, expected, words)
    return tuple(range(first, last + 1))


def _size(given: Mapping[str, str], kind: str, words: Words) -> tuple[int, int]:
    said = given.get("size", "")
    usual = SIZES.get(kind, SIZE)
    if not said:
        return usual
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", said, re.ASCII)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(LEAST <= side <= MOST for side in size):
        limits = {"least": LEAST, "most": MOST}
        expected = words.text("width and height in pixels, as 1920x1080, each from {least} to {most}", **limits)
        raise _error("size", said, expected, words)
    return size
