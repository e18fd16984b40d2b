"""A legend in rows, under many small maps that share it."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import palette, scene
from dashboard.exports import legend, metrics
from dashboard.exports.layout import Box
from dashboard.exports.plate import LEADING, Item, Words
from dashboard.exports.setting import Setting
from dashboard.timeline import Timeline
from dashboard.words import Words as Said

GAP = 1.6
"""Between two entries, in sizes of the type."""

Entry = tuple[str, str]
"""A status and what it is called."""


def entries(timeline: Timeline, words: Said, years: Sequence[int]) -> list[Entry]:
    """The statuses that are on a map of these years, in the order of the records."""
    days = [timeline.day_of(year) for year in years]
    seen = {status for day in days for status in timeline.statuses(day).values()}
    rows = sorted((row for row in timeline.data.statuses if row.id != "none"), key=lambda row: row.order)
    return [(row.id, _called(timeline, words, row.id, days)) for row in rows if row.id in seen]


def _called(timeline: Timeline, words: Said, status: str, days: Sequence) -> str:
    """What a status is called on these days: of two names, the later one takes over from the earlier."""
    names = list(dict.fromkeys(scene.short(timeline, status, day, words) for day in days))
    if len(names) == 1:
        return names[0]
    return words.text("{before}, later {after}", before=names[0], after=names[-1])


def draw(setting: Setting, found: Sequence[Entry], notes: Sequence[str], room: Box) -> tuple[list[Item], float]:
    """The entries in rows from the top of a box, then notes, and the height that they take."""
    size = setting.sizes.legend
    swatch, line = legend.WIDE * size, 1.55 * size
    items: list[Item] = []
    x, y = room.left, room.top
    for status, name in found:
        lines = metrics.wrap(name, size, room.width - swatch - 0.5 * size)
        wide = swatch + 0.5 * size + max(metrics.width(text, size) for text in lines)
        if x > room.left and x + wide > room.right:
            x, y = room.left, y + line
        patch = Box(x, y, x + swatch, y + legend.HIGH * size)
        items += legend.patch(setting, setting.paint(status))(patch)
        ink = setting.colour(palette.INK)
        items.append(Words(x + swatch + 0.5 * size, y + 0.88 * size, lines, size, ink, name=f"Legend: {name}"))
        y += (len(lines) - 1) * LEADING * size
        x += wide + GAP * size
    y += line
    for note in notes:
        lines = metrics.wrap(note, setting.sizes.note, room.width)
        colour = setting.colour(palette.QUIET)
        items.append(Words(room.left, y + 0.8 * setting.sizes.note, lines, setting.sizes.note, colour, name="Note"))
        y += len(lines) * LEADING * setting.sizes.note
    return items, y - room.top
