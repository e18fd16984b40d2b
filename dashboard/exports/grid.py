"""The hand-out: a small map for each of many years on one page, with its year and what changed, and one legend."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard import palette, scene, shapes, view
from dashboard.exports import credits, key, metrics, small
from dashboard.exports.layout import Box, Sizes
from dashboard.exports.plate import LEADING, Item, Plate, Words, moved
from dashboard.exports.setting import THEMES, Setting
from dashboard.shapes import Shapes
from dashboard.timeline import Timeline
from dashboard.words import Words as Said

USUAL = 1920 * 1080
"""Square pixels of a page whose type has its usual sizes."""
MANY = 12
"""Maps, from which on the type above them is smaller."""
ENOUGH = 0.9
"""Of the size that maps could have, with which fewer columns are better."""
LOWEST = 20
"""Pixels of height that a map has at least, on a page that is too small for what is asked of it."""
FIRST = 0.8
"""Baseline of a cell's text, in sizes of its year."""


class Cells(NamedTuple):
    """How the maps stand: their columns, width and height of each, the room for text above each row, and the gaps."""

    columns: int
    width: float
    height: float
    texts: tuple[float, ...]
    gap: float


def plate(
    timeline: Timeline,
    drawn: Shapes,
    words: Said,
    years: Sequence[int],
    theme: str,
    width: int,
    height: int,
    link: str = "",
) -> Plate:
    """The page of some years, `width` by `height` pixels; A4 is 1754 x 1240 at 150 dots to the inch.

    Raises ValueError for a theme that there is none of, and where no year is given.
    """
    if theme not in THEMES:
        raise ValueError(f"theme {theme!r}; expected one of {', '.join(THEMES)}")
    if not years:
        raise ValueError("no year to show; expected at least one")
    usual = view.default(timeline)
    setting = Setting(timeline, drawn, words, usual, theme, _sizes(width, height, len(years)))
    margin = setting.sizes.margin
    title, about = _said(setting, years)
    head, top = _head(setting, title, about, width)
    foot = credits.fit(setting, width, link, credits.of_years(timeline, drawn, words, years))
    entries, notes = key.entries(timeline, words, years), _notes(setting)
    _, legend = key.draw(setting, entries, notes, Box(margin, 0, width - margin, 0))
    body = Box(margin, top, width - margin, height - foot.height - legend)
    lines = [scene.line(timeline, year, words) or words.text("No change of status") for year in years]
    cells = _cells(setting, lines, body)
    items: list[Item] = [*head]
    y = body.top
    for row, text in enumerate(cells.texts):
        first = row * cells.columns
        for at, year in enumerate(years[first : first + cells.columns]):
            x = body.left + at * (cells.width + cells.gap)
            items += _cell(setting, year, lines[first + at], cells, text, x, y)
        y += text + cells.height + cells.gap
    items += key.draw(setting, entries, notes, Box(margin, body.bottom, width - margin, 0))[0]
    items += credits.draw(setting, foot, width, height, link)
    told = " ".join(f"{year}: {line}." for year, line in zip(years, lines, strict=True))
    day = timeline.day_of(years[-1])
    return Plate(
        width, height, setting.colour(palette.PAPER), title, f"{about} {told}", day, link, tuple(items),
        timeline.statuses(day),
    )  # fmt: skip


def _sizes(width: float, height: float, maps: int) -> Sizes:
    scale = math.sqrt(width * height / USUAL)
    above = scale * min(1, math.sqrt(MANY / maps))
    return Sizes(
        year=30 * above, headline=40 * scale, dated=20 * scale, label=max(19 * above, 8), legend=max(19 * scale, 9),
        note=max(16 * scale, 8), credit=max(14 * scale, 7), margin=36 * scale, mark=scale,
    )  # fmt: skip


def _said(setting: Setting, years: Sequence[int]) -> tuple[str, str]:
    """The title, and what the maps show."""
    timeline, words = setting.timeline, setting.words
    title = words.text("CSTO through time, {first} to {last}", first=years[0], last=years[-1])
    about = words.text("Each map shows the last day of its year; what changed within it is outlined.")
    if years[-1] == timeline.last_year:
        day = words.day(timeline.last_day)
        about = f"{about} {words.text('{year}: on {day}, records last checked.', year=years[-1], day=day)}"
    return title, about


def _notes(setting: Setting) -> list[str]:
    return [setting.words.text("In the corner of each map: South Caucasus, enlarged, north up.")]


def _head(setting: Setting, title: str, about: str, width: float) -> tuple[list[Item], float]:
    """The title with what the maps show below it, and where they end."""
    sizes = setting.sizes
    y, items = 0.75 * sizes.margin, []
    across = width - 2 * sizes.margin
    for name, text, size, shade in (
        ("Headline", title, sizes.headline, palette.INK), ("Day", about, sizes.dated, palette.QUIET),
    ):  # fmt: skip
        bold = name == "Headline"
        lines = metrics.wrap(text, size, across, bold)
        items.append(Words(sizes.margin, y + 0.8 * size, lines, size, setting.colour(shade), bold, name=name))
        y += (len(lines) * LEADING + 0.1) * size
    return items, y + 0.4 * sizes.margin


def _cells(setting: Setting, lines: Sequence[str], body: Box) -> Cells:
    """As many columns as give large maps, of those in which no word has to be broken; few, for lines have room then."""
    tried = [_tried(setting, lines, body, columns) for columns in range(1, len(lines) + 1)]
    words = {word for line in lines for word in line.split()}
    least = _beside(setting) + max(metrics.width(word, setting.sizes.label) for word in words)
    fitting = [cells for cells in tried if cells.width >= least] or tried[:1]
    largest = max(map(_scale, fitting))
    return next(cells for cells in fitting if _scale(cells) >= min(ENOUGH * largest, largest))


def _scale(cells: Cells) -> float:
    """Pixels to a drawing unit."""
    west, south, east, north = shapes.frame_bounds()
    return min(cells.width / (east - west), cells.height / (north - south))


def _tried(setting: Setting, lines: Sequence[str], body: Box, columns: int) -> Cells:
    sizes = setting.sizes
    gap = 0.55 * sizes.margin
    wide = (body.width - (columns - 1) * gap) / columns
    counts = [len(_broken(setting, line, wide)) for line in lines]
    most = [max(counts[at : at + columns]) for at in range(0, len(counts), columns)]
    texts = tuple(FIRST * sizes.year + ((number - 1) * LEADING + 0.5) * sizes.label for number in most)
    high = (body.height - len(texts) * gap - sum(texts)) / len(texts)
    return Cells(columns, wide, high, texts, gap)


def _broken(setting: Setting, line: str, width: float) -> tuple[str, ...]:
    return metrics.wrap(line, setting.sizes.label, max(width - _beside(setting), 3 * setting.sizes.label))


def _beside(setting: Setting) -> float:
    return metrics.width("2000", setting.sizes.year, bold=True) + 0.4 * setting.sizes.year


def _cell(setting: Setting, year: int, line: str, cells: Cells, text: float, x: float, y: float) -> list[Item]:
    """A year, its line and its map."""
    sizes = setting.sizes
    first = y + FIRST * sizes.year
    ink = setting.colour(palette.INK)
    shown = replace(setting, view=replace(setting.view, year=year), sizes=small.sizes(cells.width))
    drawn = small.draw(shown, cells.width, max(cells.height, LOWEST))
    lines = _broken(setting, line, cells.width)
    return [
        Words(x, first, (str(year),), sizes.year, ink, True, name=f"{year}: Year"),
        Words(x + _beside(setting), first, lines, sizes.label, ink, name=f"{year}: Line"),
        *(moved(item, x, y + text) for item in drawn),
    ]
