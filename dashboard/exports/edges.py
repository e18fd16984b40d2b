"""The borders of states as an editor of slides needs them: each state's own, so that a moved shape takes it along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import shapely

from dashboard.exports import metrics, textbox
from dashboard.exports.plate import LEADING, Area, Item, Paint, Stroke, Words

BORDERS = "Borders"
"""Name of the lines that a picture draws over its states."""


def own(items: Sequence[Item]) -> list[Item]:
    """The items without those lines; each state, on the map and in the lens, has its border as its own line.

    The line is dark or pale, whichever stands out from the fill; a pattern that has a line of its own keeps it.
    """
    dark = next((item.stroke for item in items if isinstance(item, Area) and item.name == BORDERS), None)
    kept = [item for item in items if item.name != BORDERS]
    if dark is None:
        return kept
    names = {item.name for item in kept if isinstance(item, Area) and item.status}
    states = names | {f"Lens: {name}" for name in names}
    return [_bordered(item, dark) if isinstance(item, Area) and item.name in states else item for item in kept]


def _bordered(item: Area, dark: Stroke) -> Area:
    if item.paint is None or item.stroke is None or item.paint.kind == "dense":
        return item
    ground = item.paint.ground
    best = max(dark.colour, item.stroke.colour, key=lambda colour: contrast(colour, ground))
    return replace(item, stroke=Stroke(best, dark.width))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours `#RRGGBB` (WCAG 2.2), from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def on_patterns(items: Sequence[Item]) -> set[Words]:
    """The texts with a halo that a pattern lies under."""
    patterned = [item for item in items if isinstance(item, Area) and _is_pattern(item.paint)]
    rings = [shapely.Polygon(polygon[0]) for item in patterned for polygon in item.polygons]
    words = [item for item in items if isinstance(item, Words) and item.halo]
    if not (rings and words):
        return set()
    rooms = [_letters(item) for item in words]
    return {words[at] for at, _ in shapely.STRtree(rings).query(rooms, predicate="intersects").T}


def _is_pattern(paint: Paint | None) -> bool:
    return paint is not None and paint.kind != "solid"


def _letters(item: Words) -> shapely.Polygon:
    left, _, width, height = textbox.box(item, textbox.NARROW)
    top = item.y - metrics.ASCENT * item.size
    return shapely.box(left, top, left + width, top + height - item.size * (LEADING - metrics.ASCENT))
