"""Beside the map: what colours, patterns and lines mean, and what is known of the chosen state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from dashboard import palette
from dashboard.exports import areas, flows, ground, metrics
from dashboard.exports.layout import Box
from dashboard.exports.plate import LEADING, Area, Item, Line, Paint, Stroke, Words
from dashboard.exports.setting import Setting
from dashboard.map import interface

Swatch = Callable[[Box], list[Item]]
WIDE, HIGH = 1.75, 1.05
"""Of a swatch, in sizes of the type."""
SIDES = " | "
"""Between the counts of two days."""


@dataclass(frozen=True)
class Entry:
    """One entry: a swatch (or none), a text and under it a quiet note, all broken to the legend's width.

    `count` stands at the right; `small` sets the text in the size of a note; `heads` is a title of what follows.
    """

    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    swatch: Swatch | None = None
    count: str = ""
    faint: bool = False
    bold: bool = False
    small: bool = False
    heads: bool = False


def entries(setting: Setting, width: float) -> list[Entry]:
    """What the legend says for the view, and of the chosen state."""
    made = {"membership": _statuses, "areas": _areas, "operation": _lines}[setting.view.layer](setting, width)
    return [*made, *_chosen(setting, width)]


def height(setting: Setting, found: list[Entry], columns: int = 1) -> float:
    """Pixels that the entries take in one column or two."""
    return max(sum(_high(setting, entry) for entry in part) for part in _parted(setting, found, columns))


def draw(setting: Setting, found: list[Entry], room: Box, columns: int = 1) -> list[Item]:
    """The entries from the top of a box down, in one column or two; those that do not fit are left out."""
    parts = _parted(setting, found, columns)
    wide = (room.width - (len(parts) - 1) * setting.sizes.margin) / len(parts)
    items: list[Item] = []
    for at, part in enumerate(parts):
        left = room.left + at * (wide + setting.sizes.margin)
        items += _column(setting, part, room._replace(left=left, right=left + wide))
    return items


def _parted(setting: Setting, found: list[Entry], columns: int) -> list[list[Entry]]:
    """The entries in columns of much the same height; a title stays with what it heads."""
    if columns == 1:
        return [found]
    high = [_high(setting, entry) for entry in found]
    cuts = [at for at in range(1, len(found)) if not found[at - 1].heads]
    cut = min(cuts, key=lambda at: max(sum(high[:at]), sum(high[at:])), default=len(found))
    return [found[:cut], found[cut:]]


def _column(setting: Setting, found: list[Entry], room: Box) -> list[Item]:
    items: list[Item] = []
    top = room.top
    for entry in found:
        bottom = top + _high(setting, entry)
        if bottom <= room.bottom + 0.7 * setting.sizes.legend:
            items += _entry(setting, entry, room, top)
        top = bottom
    return items


def _high(setting: Setting, entry: Entry) -> float:
    sizes = setting.sizes
    return LEADING * (len(entry.lines) * _size(setting, entry) + len(entry.notes) * sizes.note) + 0.5 * sizes.legend


def _size(setting: Setting, entry: Entry) -> float:
    return setting.sizes.note if entry.small else setting.sizes.legend


def _entry(setting: Setting, entry: Entry, room: Box, top: float) -> list[Item]:
    size, note = _size(setting, entry), setting.sizes.note
    left = room.left + (_indent(setting) if entry.swatch else 0)
    colour = setting.colour(palette.QUIET if entry.faint else palette.INK)
    first = top + 0.9 * size
    name = f"Legend: {' '.join(entry.lines or entry.notes)}"
    items: list[Item] = []
    if entry.swatch:
        middle, half = top + 0.55 * size, HIGH * size / 2
        items += entry.swatch(Box(room.left, middle - half, room.left + WIDE * size, middle + half))
    if entry.lines:
        items.append(Words(left, first, entry.lines, size, colour, entry.bold, name=name))
    if entry.count:
        said = f"{name}, count"
        items.append(Words(room.right, first, (entry.count,), size, colour, not entry.faint, "end", name=said))
    if entry.notes:
        under = top + len(entry.lines) * LEADING * size + 0.9 * note
        items.append(Words(left, under, entry.notes, note, setting.colour(palette.QUIET), name=f"{name}, note"))
    return items


def _indent(setting: Setting) -> float:
    return (WIDE + 0.55) * setting.sizes.legend


def _wrapped(setting: Setting, text: str, width: float, bold: bool = False, swatch: bool = True) -> tuple[str, ...]:
    count = 1.6 * len(setting.legends) * setting.sizes.legend
    room = width - (_indent(setting) + count if swatch else 0)
    return metrics.wrap(text, setting.sizes.legend, room, bold)


def _noted(setting: Setting, text: str, width: float, swatch: bool = True) -> tuple[str, ...]:
    return metrics.wrap(text, setting.sizes.note, width - (_indent(setting) if swatch else 0))


def patch(setting: Setting, paint: Paint) -> Swatch:
    """A rectangle in a fill, framed."""
    edge = Stroke(setting.colour(palette.BORDER), 0.8 * setting.sizes.mark)

    def draw_patch(room: Box) -> list[Item]:
        corners = [(room.left, room.top), (room.right, room.top), (room.right, room.bottom), (room.left, room.bottom)]
        return [Area(((np.array(corners),),), paint, edge, "Swatch")]

    return draw_patch


def _stroke(stroke: Stroke, casing: Stroke | None = None) -> Swatch:
    def draw_stroke(room: Box) -> list[Item]:
        middle = (room.top + room.bottom) / 2
        return [Line(np.array([(room.left, middle), (room.right, middle)]), stroke, casing, "Swatch")]

    return draw_stroke


def _statuses(setting: Setting, width: float) -> list[Entry]:
    """Every status keeps its entry; one without a state on the day is greyed in place. Of two days it counts both."""
    found = []
    for rows in zip(*setting.legends, strict=True):
        paint = setting.paint(rows[0].status)
        label = " / ".join(dict.fromkeys(row.label for row in rows))
        absent = not any(row.count for row in rows)
        swatch = patch(setting, setting.faint(paint) if absent else paint)
        count = SIDES.join(str(row.count) for row in rows)
        found.append(Entry(_wrapped(setting, label, width), (), swatch, count, faint=absent))
    return found


def _counted(setting: Setting, width: float) -> Entry:
    text = setting.words.text("Counted in on this day")
    counted = setting.timeline.counted
    totals = [sum(row.count for row in rows if row.status in counted) for rows in setting.legends]
    swatch = patch(setting, setting.solid(palette.TINT["member"]))
    return Entry(_wrapped(setting, text, width), swatch=swatch, count=SIDES.join(map(str, totals)))


def _areas(setting: Setting, width: float) -> list[Entry]:
    found = [_counted(setting, width)]
    for group in setting.groups:
        said = f"{group.text}; {group.basis}" if group.basis else group.text
        title = _wrapped(setting, group.title, width, bold=True)
        swatch = _stroke(areas.line(setting, group.area))
        found.append(Entry(title, _noted(setting, said, width), swatch, bold=True))
    if len(found) == 1:
        found.append(Entry((), _noted(setting, setting.words.text("No area on this day."), width, False)))
    return found


def _lines(setting: Setting, width: float) -> list[Entry]:
    made = {
        "stated": _stroke(flows.stroke(setting, flows.FLOW, 6), flows.stroke(setting, flows.PALE, 8)),
        "undisclosed": _stroke(flows.stroke(setting, palette.PAPER, 4), flows.stroke(setting, flows.FLOW, 8)),
        "assumed": _stroke(flows.stroke(setting, flows.FLOW, 4, flows.DASH)),
    }
    rows = [
        Entry(_wrapped(setting, row["label"], width), swatch=made[row["id"]])
        for row in interface.lines(setting.words)
        if row["id"] in made
    ]
    notes = [row["label"] for row in interface.lines(setting.words) if row["id"] not in made]
    said = [Entry((), _noted(setting, note, width, False)) for note in notes]
    return [*rows, _counted(setting, width), *said, *_disputed(setting, width)]


def _disputed(setting: Setting, width: float) -> list[Entry]:
    """What sources disagree on about the operation and one of its days: the question, and the reading used."""
    found = []
    for row in setting.timeline.data.questions:
        days = any(record.startswith("operation_days.") for record in row.records)
        if days and f"operations.{setting.operation.id}" in row.records:
            asked = metrics.wrap(setting.words.text(row.question), setting.sizes.note, width, bold=True)
            reading = metrics.wrap(setting.words.text(row.reading), setting.sizes.note, width)
            found.append(Entry(asked, reading, bold=True, small=True))
    title = metrics.wrap(setting.words.text("What sources disagree on"), setting.sizes.legend, width)
    return [Entry(title, heads=True), *found] if found else []


def _chosen(setting: Setting, width: float) -> list[Entry]:
    """The chosen state with its status and since when."""
    for mark in setting.scene.marks:
        if mark.iso_a3 == setting.view.country:
            name = metrics.wrap(mark.name, setting.sizes.legend, width, bold=True)
            said = ground.said(mark).removeprefix(f"{mark.name}, ")
            return [Entry((), ()), Entry(name, _noted(setting, said, width, False), bold=True)]
    return []
