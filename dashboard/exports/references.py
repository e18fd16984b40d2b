"""The last slides of a deck: the sources of all others, in two columns, on as many slides as they need."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dashboard import palette
from dashboard.exports import metrics, notes
from dashboard.exports.plate import LEADING, Item, Plate, Words
from dashboard.timeline import Timeline
from dashboard.words import Words as Said
from membership_data.records import Row

COLUMNS = 2
MARGIN = 1 / 24
"""Of the slide's width: at the sides, below, and between the columns."""
HEAD = 0.16
"""Height of the title's room, in heights of the slide."""
TITLE, SIZE = 56, 21
"""Of the type, in pixels at a height of 1080."""


class _Entry(NamedTuple):
    lines: tuple[str, ...]
    link: str
    name: str


def of(timeline: Timeline, words: Said, sources: Sequence[Row], theme: str, width: int, height: int) -> list[Plate]:
    """The slides as pictures; every source leads to its address, where one is recorded."""
    size, margin = SIZE * height / 1080, MARGIN * width
    room = (width - (COLUMNS + 1) * margin) / COLUMNS
    most = int((height * (1 - HEAD) - margin) / (LEADING * size))
    columns = list(_columns([_entry(row, words, size, room, most) for row in sources], most))
    pages = [columns[start : start + COLUMNS] for start in range(0, len(columns), COLUMNS)]
    found = []
    for number, page in enumerate(pages, 1):
        title = words.text("Sources")
        if len(pages) > 1:
            title = words.text("Sources, {number} of {count}", number=number, count=len(pages))
        items = _items(page, title, theme, width, height)
        background = getattr(palette.PAPER, theme)
        found.append(Plate(width, height, background, title, title, timeline.last_day, "", items))
    return found


def _entry(row: Row, words: Said, size: float, room: float, most: int) -> _Entry:
    lines = _lines(notes.full(row, words), size, room)
    if len(lines) > most:  # the notes have it in full
        lines = [*lines[: most - 1], "…"]
    return _Entry(tuple(lines), row.url or "", f"Source {row.id}")


def _lines(text: str, size: float, room: float) -> list[str]:
    """The text in lines that keep to the room; an address too long for one is broken where a part of it ends."""
    lines: list[str] = []
    for word in text.split():
        first, *others = _parts(word, size, room)
        longer = f"{lines[-1]} {first}" if lines else first
        if lines and metrics.width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(first)
        lines += others
    return lines


def _parts(word: str, size: float, room: float) -> Iterator[str]:
    while metrics.width(word, size) > room:
        end = max(bisect(range(1, len(word)), room, key=lambda letters: metrics.width(word[:letters], size)), 1)
        ends = (word.rfind(mark, end // 2, end) + 1 for mark in "/-?&=_")
        nicest = max(ends) or end
        yield word[:nicest]
        word = word[nicest:]
    yield word


def _columns(entries: Sequence[_Entry], most: int) -> Iterator[list[_Entry]]:
    """Entries in columns of at most so many lines, half a line apart."""
    column: list[_Entry] = []
    used = 0.0
    for entry in entries:
        if column and used + len(entry.lines) > most:
            yield column
            column, used = [], 0.0
        column.append(entry)
        used += len(entry.lines) + 0.5
    if column:
        yield column


def _items(columns: Sequence[Sequence[_Entry]], title: str, theme: str, width: int, height: int) -> tuple[Item, ...]:
    size, margin = SIZE * height / 1080, MARGIN * width
    ink, quiet = (getattr(shade, theme) for shade in (palette.INK, palette.QUIET))
    large = TITLE * height / 1080
    items: list[Item] = [Words(margin, 0.7 * HEAD * height, (title,), large, ink, True, name="Headline")]
    for number, column in enumerate(columns):
        left, top = margin + number * (width - margin) / COLUMNS, HEAD * height
        for entry in column:
            first = top + metrics.ASCENT * size
            items.append(Words(left, first, entry.lines, size, quiet, link=entry.link, name=entry.name))
            top += (len(entry.lines) + 0.5) * LEADING * size
    return tuple(items)
