"""A picture of two days: two maps side by side, or one below the other, one legend, and what differs in words."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from dashboard import palette, shapes
from dashboard.exports import chart, credits, ground, layout, legend, lens, metrics
from dashboard.exports.layout import Box, Sizes
from dashboard.exports.legend import Entry
from dashboard.exports.plate import LEADING, Area, Item, Plate, Words
from dashboard.exports.setting import Setting

STEPS = (1.0, 0.9, 0.8, 0.7, 0.62)
"""Sizes tried for the sentence, of the one wanted, until it takes two lines."""
YEAR = 0.62
"""Size of a year above its map, of that of a year above the only one."""
LENS = 0.26
"""Width of the lens, of that of the frame on its map."""
SMALLER = {True: 0.8, False: 0.62}
"""Type below the maps and on them, of that of a picture of one day: side by side, and one below the other."""
NAMES = 0.85
"""Type on the maps, of that below them: a map half as wide has half the room for the same names."""
LEAST = 70
"""Pixels of width below which a lens shows nothing."""
BESIDE, BELOW = (0.2, 0.2, 0.3, 0.3), (0.45, 0.55)
"""Widths of the columns below the maps: the legend in two and what happened in two, or one each."""
MOST = 0.36
"""Of the picture's height, for what stands below the maps: what happened is left out where it does not fit."""


class Page(NamedTuple):
    """Where the parts stand: a room above each map for its day, the maps, and the room below them."""

    captions: tuple[Box, ...]
    maps: tuple[Box, ...]
    below: Box


def of(setting: Setting, width: float, height: float, link: str) -> Plate:
    """The picture of a view and of the day it is compared with, the earlier one first."""
    large, beside = setting.sizes, width / height >= layout.ACROSS
    setting = replace(setting, sizes=_smaller(large, SMALLER[beside]))
    other = replace(setting, view=setting.view.swapped(setting.timeline))
    pair = sorted((setting, other), key=lambda one: one.day)
    size, lines = _lead(setting, large, width)
    foot = credits.fit(setting, width, link)
    columns = _columns(large, width, beside)
    below = _below(pair, [right - left for left, right in columns])
    deep = max(legend.height(setting, part) for part in below)
    if deep > MOST * height:
        below = [*below[: len(below) // 2], *([] for _ in below[len(below) // 2 :])]
        deep = min(max(legend.height(setting, part) for part in below), MOST * height)
    head = 0.8 * large.margin + (len(lines) * LEADING + 0.4) * size
    page = _page(large, Box(large.margin, head, width - large.margin, height - foot.height), deep, beside)
    first = large.margin, 0.8 * large.margin + metrics.ASCENT * size
    items: list[Item] = [Words(*first, lines, size, setting.colour(palette.INK), True, name="Headline")]
    for one, caption, room in zip(pair, page.captions, page.maps, strict=True):
        drawn = [*_caption(one, large, caption), *chart.draw(one, room, _lens(one, room), names=True)]
        items += drawn if one is setting else [_named(one, item) for item in drawn]
    for part, (left, right) in zip(below, columns, strict=True):
        items += legend.draw(setting, part, Box(left, page.below.top, right, page.below.bottom))
    items += credits.draw(setting, foot, width, height, link)
    return _plate(setting, pair, width, height, link, items)


def _smaller(sizes: Sizes, by: float) -> Sizes:
    """Sizes for maps and words that share the picture with as many again; none below 11 pixels."""
    label, row, note = (max(by * size, 11) for size in (NAMES * sizes.label, sizes.legend, sizes.note))
    return sizes._replace(label=label, legend=row, note=note, mark=by * sizes.mark)


def _lead(setting: Setting, sizes: Sizes, width: float) -> tuple[float, tuple[str, ...]]:
    """Size and lines of the sentence."""
    for step in STEPS:
        size = max(step * sizes.headline, 11)
        lines = metrics.balanced(setting.difference.lead, size, width - 2 * sizes.margin, bold=True)
        if len(lines) <= 2:
            break
    return size, lines


def _columns(sizes: Sizes, width: float, beside: bool) -> list[tuple[float, float]]:
    """Left and right of each column below the maps."""
    shares, gap = BESIDE if beside else BELOW, sizes.margin
    room, left, found = width - (len(shares) + 1) * gap, gap, []
    for share in shares:
        found.append((left, left + share * room))
        left += share * room + gap
    return found


def _below(pair: list[Setting], across: list[float]) -> list[list[Entry]]:
    """What stands in each column: the legend of both days, then what happened in between."""
    setting, half = pair[0], len(across) // 2
    clauses = [Entry(metrics.wrap(said, setting.sizes.legend, across[-1])) for said in setting.difference.clauses]
    return [*_spread(_rows(pair, across[0]), half), *_spread(clauses, half)]


def _rows(pair: list[Setting], across: float) -> list[Entry]:
    """The legend of both days: an entry that is the same for both stands once, another with its year."""
    first, second = (legend.entries(one, across) for one in pair)
    alike = {(entry.lines, entry.notes) for entry in first} & {(entry.lines, entry.notes) for entry in second}
    shared = [entry for entry in first if (entry.lines, entry.notes) in alike]
    apart = [
        _of_year(entry, one.day.year)
        for one, found in zip(pair, (first, second), strict=True)
        for entry in found
        if (entry.lines, entry.notes) not in alike
    ]
    return [*shared, *apart]


def _of_year(entry: Entry, year: int) -> Entry:
    return replace(entry, lines=(*entry.lines[:-1], f"{entry.lines[-1]} ({year})")) if entry.lines else entry


def _spread(found: list[Entry], columns: int) -> list[list[Entry]]:
    each = -(-len(found) // columns)
    return [found[at * each : (at + 1) * each] for at in range(columns)]


def _page(sizes: Sizes, body: Box, deep: float, beside: bool) -> Page:
    caption, gap = 1.2 * YEAR * sizes.year, 0.4 * sizes.margin
    maps = body._replace(bottom=body.bottom - deep - 1.5 * gap)
    if beside:
        half = (maps.width - sizes.margin) / 2
        rooms = (maps._replace(right=maps.left + half), maps._replace(left=maps.right - half))
    else:
        half = (maps.height - gap) / 2
        rooms = (maps._replace(bottom=maps.top + half), maps._replace(top=maps.bottom - half))
    return Page(
        captions=tuple(room._replace(bottom=room.top + caption) for room in rooms),
        maps=tuple(room._replace(top=room.top + caption) for room in rooms),
        below=body._replace(top=body.bottom - deep),
    )


def _caption(setting: Setting, sizes: Sizes, room: Box) -> list[Item]:
    """The year in large figures and the day beside it, broken to its room."""
    size, year, small = YEAR * sizes.year, str(setting.day.year), 0.85 * sizes.dated
    left = room.left + metrics.width(year, size, bold=True) + 0.4 * sizes.margin
    dated = metrics.wrap(setting.dated, small, room.right - left)
    baseline = room.top + 0.95 * size
    first = baseline - (len(dated) - 1) * LEADING * small
    return [
        Words(room.left, baseline, (year,), size, setting.colour(palette.INK), True, name="Year"),
        Words(left, first, dated, small, setting.colour(palette.QUIET), name="Day"),
    ]


def _lens(setting: Setting, room: Box) -> Box | None:
    """The lens in the map's lower right corner, farther to the left where it would hide the place to keep clear."""
    west, _, east, _ = shapes.frame_bounds()
    window = ground.fitted(shapes.frame_bounds(), room)
    gap, wide = 0.3 * setting.sizes.margin, LENS * (east - west) * window.scale
    if wide < LEAST or not lens.wanted(setting):
        return None
    high = wide / lens.SHAPE
    right, bottom = window.box.right - gap, window.box.bottom - gap
    x, y = window.pixel(*shapes.point(*shapes.LENS_CLEAR))
    if x > right - wide and y > bottom - high:
        right = x - gap
    return Box(right - wide, bottom - high, right, bottom)


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
