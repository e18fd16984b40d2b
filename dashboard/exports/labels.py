"""Names of the states: inside where they fit, else outside with a leader line; nothing covers anything.

Where a name stands follows from the map alone, never from the day: it does not move while the year moves.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import shapely
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry

from dashboard import palette
from dashboard.exports import metrics
from dashboard.exports.ground import Window
from dashboard.exports.layout import Box
from dashboard.exports.plate import Dot, Item, Line, Paint, Stroke, Words
from dashboard.exports.setting import Setting
from dashboard.palette import Shade
from dashboard.scene import Mark

BADGE = 0.52
"""Radius of a badge, in sizes of the label."""
SLOT = 1.35
"""Room kept for a badge beside a name, in sizes of the label."""
TURNS = (0, -20, 20, -40, 40, -65, 65, -90, 90, -130, 130, 180)
REACHES = (1.0, 1.3, 0.75, 1.7, 2.2, 2.9, 3.7)
"""Degrees and lengths at which a callout is tried, beside its own direction and length."""
GLYPH_INK = "#14181C"
PLAIN = Shade("#FFFFFF", "#0C1210")
"""Ink on the fill of a member."""


@dataclass(frozen=True)
class Spot:
    """Where a name stands: its box with the room for a badge; `leader` runs from the state to the text."""

    box: Box
    text: tuple[float, float]
    align: str
    badge: tuple[float, float]
    leader: tuple[tuple[float, float], tuple[float, float]] | None


def place(setting: Setting, window: Window, taken: Sequence[BaseGeometry], spare: Iterable[str]) -> dict[str, Spot]:
    """A spot for the name of every state that finds one, by code; `spare` are named elsewhere unless they fit inside.

    What is `taken` is kept free. Where room is short, members of the last day are placed before all others.
    """
    shapes_ = {state: window.seen(setting.drawn.state(state)) for state in setting.timeline.states}
    shown = [state for state in _ranked(setting) if not shapes_[state].is_empty]
    shapely.prepare([shapes_[state] for state in shown])
    found: dict[str, Spot] = {}
    blocked = list(taken)
    for inside in (True, False):
        for state in (state for state in shown if state not in found):
            if not inside and state in spare:
                continue
            tried = _inside if inside else _outside
            spot = tried(setting, window, state, shapes_, blocked)
            if spot:
                found[state] = spot
                blocked += [box(*spot.box), *([LineString(spot.leader)] if spot.leader else [])]
    return found


def _ranked(setting: Setting) -> list[str]:
    rank = {row.id: row.order for row in setting.timeline.data.statuses}
    last = setting.timeline.statuses(setting.timeline.last_day)
    return sorted(setting.timeline.states, key=lambda state: (rank[last[state]], state))


def _measured(setting: Setting, state: str) -> tuple[float, float]:
    size = setting.sizes.label
    return metrics.width(setting.words.state(state), size, bold=True), 1.15 * size


def _inside(
    setting: Setting, window: Window, state: str, shapes_: dict[str, BaseGeometry], blocked: list[BaseGeometry]
) -> Spot | None:
    (wide, high), slot = _measured(setting, state), SLOT * setting.sizes.label
    anchor, shape = setting.drawn.anchor(state), shapes_[state]
    x, y = window.pixel(anchor.x, anchor.y)
    middles = [(x + across * wide, y + down * high) for across, down in SHIFTS]
    rooms = [Box(left - wide / 2 - slot, top - high / 2, left + wide / 2, top + high / 2) for left, top in middles]
    boxes = np.array([box(*room) for room in rooms])
    # The two largest states have no callout: their names may reach over an edge rather than be left out.
    misses = shapely.area(shapely.difference(boxes, shape)) if anchor.callout == (0, 0) else ~shape.contains(boxes)
    for at in np.argsort(misses, kind="stable"):
        if misses[at] <= 0.5 * wide * high * (anchor.callout == (0, 0)) and _free(rooms[at], blocked):
            left, middle = rooms[at].left + slot, middles[at][1]
            return Spot(rooms[at], (left, _baseline(setting, middle)), "start", (left - slot / 2, middle), None)
    return None


def _outside(
    setting: Setting, window: Window, state: str, shapes_: dict[str, BaseGeometry], blocked: list[BaseGeometry]
) -> Spot | None:
    anchor = setting.drawn.anchor(state)
    start = window.pixel(anchor.x, anchor.y)
    if anchor.callout == (0, 0) or not shapely.intersects_xy(box(*window.box), *start):
        return None
    crossing = None
    for end, side in _ends(start, anchor.callout, setting.sizes.mark):
        spot = _callout(setting, state, start, end, side)
        line = LineString(spot.leader)
        clear = _free(spot.box, [*blocked, *shapes_.values()]) and not any(item.intersects(line) for item in blocked)
        if not (clear and box(*window.box).contains(box(*spot.box.grown(4)))):
            continue
        if not any(shape.intersects(line) for other, shape in shapes_.items() if other != state):
            return spot
        crossing = crossing or spot
    return crossing


def _ends(
    start: tuple[float, float], callout: tuple[int, int], mark: float
) -> Iterator[tuple[tuple[float, float], int]]:
    """Ends of a leader line, the wanted one first, each with the side of it (1: right) on which the name stands."""
    length, angle = math.hypot(*callout) * mark, math.atan2(callout[1], callout[0])
    tries = sorted(product(TURNS, REACHES), key=lambda tried: abs(tried[0]) / 20 + 3 * abs(math.log(tried[1])))
    for turn, reach in tries:
        towards = angle + math.radians(turn)
        end = (start[0] + reach * length * math.cos(towards), start[1] + reach * length * math.sin(towards))
        yield end, 1 if end[0] >= start[0] else -1


def _callout(
    setting: Setting, state: str, start: tuple[float, float], end: tuple[float, float], side: int
) -> Spot:
    (wide, high), slot = _measured(setting, state), SLOT * setting.sizes.label
    x, y = end
    left, right = sorted((x, x + side * (slot + wide)))
    text = x + side * slot
    room = Box(left, y - high / 2, right, y + high / 2)
    gap = side * 0.2 * setting.sizes.label
    align = "start" if side > 0 else "end"
    badge = (x + side * slot / 2, y)
    return Spot(room, (text, _baseline(setting, y)), align, badge, (start, (text - gap, y)))


def _baseline(setting: Setting, middle: float) -> float:
    return middle + 0.36 * setting.sizes.label


def _free(room: Box, blocked: Iterable[BaseGeometry]) -> bool:
    area = box(*room.grown(3))
    return not any(shape.intersects(area) for shape in blocked)


def draw(setting: Setting, spots: dict[str, Spot], only: Iterable[str] | None = None) -> list[Item]:
    """The names at their spots with leader lines, and badges where something changed; `only` these states' names."""
    items: list[Item] = []
    for mark in setting.scene.marks:
        spot = spots.get(mark.iso_a3)
        if spot is None or (only is not None and mark.iso_a3 not in only):
            continue
        items += _leader(setting, mark, spot) + [_name(setting, mark, spot)]
        if mark.badge and not setting.pale:
            items += badge(setting, mark, spot.badge, setting.sizes.label)
    return items


def _leader(setting: Setting, mark: Mark, spot: Spot) -> list[Item]:
    if spot.leader is None:
        return []
    ink = setting.colour(palette.INK)
    width = setting.sizes.mark
    pale = Stroke(setting.colour(palette.PAPER), 2.4 * width)
    line = Line(np.array(spot.leader), Stroke(ink, width), pale, f"Leader: {mark.name}")
    return [line, Dot(*spot.leader[0], 1.9 * width, Paint("solid", ink, ink), Stroke(pale.colour, 0.6 * width))]


def _name(setting: Setting, mark: Mark, spot: Spot) -> Words:
    colour, halo = ink(setting, mark.status, inside=spot.leader is None)
    x, y = spot.text
    bold = mark.status != "none"
    return Words(x, y, (mark.name,), setting.sizes.label, colour, bold, spot.align, halo, name=f"Name: {mark.name}")


def ink(setting: Setting, status: str, inside: bool) -> tuple[str, str]:
    """Colour and halo of a name on the fill of a status, or outside on the land."""
    quiet = palette.QUIET if status == "none" else palette.INK
    if not inside:
        return setting.colour(quiet), setting.colour(palette.LAND)
    ground = setting.paint(status).ground
    if setting.pale or status not in ("member", "suspended", "former"):
        return setting.colour(quiet), ground
    if status == "member":
        return setting.colour(PLAIN), ground
    return GLYPH_INK, setting.colour(Shade("#F2D9BD", "#DC9A4E")) if status == "suspended" else ground


def badge(setting: Setting, mark: Mark, centre: tuple[float, float], size: float) -> list[Item]:
    """A white disc with the glyph of what changed."""
    x, y = centre
    disc = Dot(x, y, BADGE * size, Paint("solid", "#FFFFFF", "#FFFFFF"), Stroke(GLYPH_INK, 0.08 * size), f"Badge: {mark.name}")
    glyph = 0.78 * size
    text = Words(x, y + 0.36 * glyph, (mark.badge,), glyph, GLYPH_INK, True, "middle", name=f"Badge: {mark.name}, glyph")
    return [disc, text]
