"""A picture of two days: two maps side by side, or one below the other, one legend, and what differs in words."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from dashboard import palette, shapes
from dashboard.exports import chart, credits, ground, layout, legend, lens, metrics
from dashboard.exports.layout import Box
from dashboard.exports.legend import Entry
from dashboard.exports.plate import LEADING, Area, Item, Plate, Words
from dashboard.exports.setting import Setting

STEPS = (1.0, 0.9, 0.8, 0.7, 0.62)
"""Sizes tried for the sentence, of the one wanted, until it takes two lines."""
YEAR = 0.62
"""Size of a year above its map, of that of a year above the only one."""
LENS = 0.3
"""Width of the lens, of that of its map."""
COLUMNS = 4
"""Below the maps, side by side: two of the legend and two of what happened; half as many where the picture is tall."""


class Page(NamedTuple):
    """Where the parts stand: a room above each map for its day, the maps, and the columns below them."""

    captions: tuple[Box, Box]
    maps: tuple[Box, Box]
    columns: tuple[Box, ...]


def of(setting: Setting, width: float, height: float, link: str) -> Plate:
    """The picture of a view and of the day it is compared with, the earlier one first."""
    sizes, difference = setting.sizes, setting.difference
    other = replace(setting, view=setting.view.swapped(setting.timeline))
    pair = sorted((setting, other), key=lambda one: one.day)
    size, lines = _lead(setting, width)
    head = 0.8 * sizes.margin + len(lines) * LEADING * size + 0.4 * sizes.margin
    foot = credits.fit(setting, width, link)
    beside = width / height >= layout.ACROSS
    across = _column(setting, width, beside)
    rows = _rows(pair, across)
    said = [_clause(setting, clause, across) for clause in difference.clauses]
    halves = [*_halves(rows), *_halves(said)] if beside else [rows, said]
    below = max(legend.height(setting, half) for half in halves)
    page = _page(setting, width, height, head, foot.height, below, beside)
    first = sizes.margin, 0.8 * sizes.margin + metrics.ASCENT * size
    items: list[Item] = [Words(*first, lines, size, setting.colour(palette.INK), True, name="Headline")]
    for one, caption, room in zip(pair, page.captions, page.maps, strict=True):
        drawn = [*_caption(one, caption), *chart.draw(one, room, _lens(one, room), names=True)]
        items += drawn if one is setting else [_named(one, item) for item in drawn]
    for half, room in zip(halves, page.columns, strict=True):
        items += legend.draw(setting, half, room)
    items += credits.draw(setting, foot, width, height, link)
    return _plate(setting, pair, width, height, link, items)


def _lead(setting: Setting, width: float) -> tuple[float, tuple[str, ...]]:
    across = width - 2 * setting.sizes.margin
    for step in STEPS:
        size = max(step * setting.sizes.headline, 11)
        lines = metrics.balanced(setting.difference.lead, size, across, bold=True)
        if len(lines) <= 2:
            break
    return size, lines


def _column(setting: Setting, width: float, beside: bool) -> float:
    count = COLUMNS if beside else COLUMNS // 2
    return (width - (count + 1) * setting.sizes.margin) / count


def _page(
    setting: Setting, width: float, height: float, head: float, foot: float, below: float, beside: bool
) -> Page:
    sizes = setting.sizes
    margin, caption = sizes.margin, 1.25 * YEAR * sizes.year
    body = Box(margin, head, width - margin, height - foot)
    maps = body._replace(bottom=body.bottom - below - 0.6 * margin)
    if beside:
        half = (maps.width - margin) / 2
        rooms = (maps._replace(right=maps.left + half), maps._replace(left=maps.right - half))
    else:
        half = (maps.height - 0.4 * margin) / 2
        rooms = (maps._replace(bottom=maps.top + half), maps._replace(top=maps.bottom - half))
    column = _column(setting, width, beside)
    lefts = [body.left + at * (column + margin) for at in range(COLUMNS if beside else COLUMNS // 2)]
    return Page(
        captions=tuple(room._replace(bottom=room.top + caption) for room in rooms),
        maps=tuple(room._replace(top=room.top + caption) for room in rooms),
        columns=tuple(Box(left, body.bottom - below, left + column, body.bottom) for left in lefts),
    )


def _caption(setting: Setting, room: Box) -> list[Item]:
    """The year in large figures and the day beside it, broken to its room."""
    sizes, year = setting.sizes, str(setting.day.year)
    size = YEAR * sizes.year
    left = room.left + metrics.width(year, size, bold=True) + 0.4 * sizes.margin
    dated = metrics.wrap(setting.dated, sizes.dated, room.right - left)
    baseline = room.top + 0.95 * size
    first = baseline - (len(dated) - 1) * LEADING * sizes.dated
    return [
        Words(room.left, baseline, (year,), size, setting.colour(palette.INK), True, name="Year"),
        Words(left, first, dated, sizes.dated, setting.colour(palette.QUIET), name="Day"),
    ]


def _lens(setting: Setting, room: Box) -> Box | None:
    """The lens in the map's lower right corner, farther to the left where it would hide the place to keep clear."""
    if not lens.wanted(setting):
        return None
    window = ground.fitted(shapes.frame_bounds(), room)
    gap, wide = 0.3 * setting.sizes.margin, LENS * window.box.width
    high = wide / lens.SHAPE
    right, bottom = window.box.right - gap, window.box.bottom - gap
    x, y = window.pixel(*shapes.point(*shapes.LENS_CLEAR))
    if x > right - wide and y > bottom - high:
        right = x - gap
    return Box(right - wide, bottom - high, right, bottom)


def _rows(pair: list[Setting], across: float) -> list[Entry]:
    """The legend of both days: an entry that is the same for both stands once."""
    found = [entry for one in pair for entry in legend.entries(one, across)]
    return list({(entry.lines, entry.notes): entry for entry in found}.values())


def _clause(setting: Setting, clause: str, across: float) -> Entry:
    return Entry(metrics.wrap(clause, setting.sizes.note, across), small=True)


def _halves(found: list[Entry]) -> list[list[Entry]]:
    middle = (len(found) + 1) // 2
    return [found[:middle], found[middle:]]


def _named(setting: Setting, item: Item) -> Item:
    """An item of the other day: its states are named with the day, and have no code."""
    if not (isinstance(item, Area) and (item.status or item.name in _enlarged(setting))):
        return item
    return replace(item, name=f"{item.name}, {setting.words.day(setting.day)}", iso_a3="")


def _enlarged(setting: Setting) -> set[str]:
    return {f"Lens: {mark.name}" for mark in setting.scene.marks}


def _plate(setting: Setting, pair: list[Setting], width: float, height: float, link: str, items: list[Item]) -> Plate:
    words, difference = setting.words, setting.difference
    days = {"first": words.day(difference.first), "second": words.day(difference.second)}
    title = words.text("CSTO through time: {first} and {second}", **days)
    told = [difference.text]
    for one in pair:
        told.append(f"{one.dated}: {'; '.join(ground.said(mark) for mark in one.scene.marks)}.")
    return Plate(
        width, height, setting.colour(palette.PAPER), title, " ".join(told), setting.day, link, tuple(items),
        setting.scene.statuses(),
    )  # fmt: skip
