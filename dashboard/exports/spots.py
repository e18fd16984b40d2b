"""Where the names of states stand: inside where they fit, else outside with a leader line; nothing covers anything.

A spot follows from the map alone, never from the day: a name does not move while the year moves.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

import numpy as np
import shapely
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry

from dashboard.exports import metrics
from dashboard.exports.ground import Window
from dashboard.exports.layout import Box
from dashboard.exports.setting import Setting

SLOT = 1.45
"""Room kept for a badge beside a name, in sizes of the label."""
GAP = 3
"""Pixels kept between a name and anything else."""
SHIFTS = sorted(
    product(np.linspace(-2, 2, 25).tolist(), np.linspace(-6, 6, 25).tolist()),
    key=lambda shift: math.hypot(4 * shift[0], shift[1]),
)
"""Places tried around the middle of a state, in widths and heights of its name, the nearest first."""
TRIES = sorted(
    product(
        (0, -20, 20, -40, 40, -65, 65, -90, 90, -130, 130, 180), (0.75, 1.0, 1.3, 1.7, 2.2, 2.9, 3.7, 5.0), (1, -1)
    ),
    key=lambda tried: abs(tried[0]) / 20 + 3 * abs(math.log(tried[1])) + (0 if tried[2] > 0 else 2),
)
"""How a callout is tried: turned by degrees, at a length, its name on the far side of the end or on the near one."""


@dataclass(frozen=True)
class Spot:
    """Where a name stands: its box with the room for a badge; `leader` runs from the state to the text."""

    box: Box
    text: tuple[float, float]
    align: str
    badge: tuple[float, float]
    leader: tuple[tuple[float, float], tuple[float, float]] | None


@dataclass
class Crowd:
    """What names have to share the map with, in pixels: states by code, what is `taken`, and lines.

    A name stands on none of them outside its state; its leader line may cross `lines` but nothing that is taken.
    """

    states: dict[str, BaseGeometry]
    taken: list[BaseGeometry] = field(default_factory=list)
    lines: list[BaseGeometry] = field(default_factory=list)

    def free(self, room: Box) -> bool:
        """Whether nothing but a state is in a rectangle."""
        area = box(*room.grown(GAP))
        return not any(shape.intersects(area) for shape in (*self.taken, *self.lines))

    def empty(self, room: Box) -> bool:
        """Whether nothing at all is in a rectangle."""
        area = box(*room.grown(GAP))
        return self.free(room) and not any(shape.intersects(area) for shape in self.states.values())

    def add(self, spot: Spot) -> None:
        """Takes the room of a name and of its leader line."""
        self.taken.append(box(*spot.box))
        if spot.leader:
            self.taken.append(LineString(spot.leader))


def place(
    setting: Setting, window: Window, taken: Iterable[BaseGeometry], lines: Iterable[BaseGeometry], spare: Iterable[str]
) -> dict[str, Spot]:
    """A spot for the name of every state that finds one, by code; `spare` are named elsewhere unless they fit inside.

    Where room is short, members of the last day are placed before all others, and before them what differs.
    """
    seen = {state: window.seen(setting.drawn.state(state)) for state in _ranked(setting)}
    crowd = Crowd({state: shape for state, shape in seen.items() if not shape.is_empty}, list(taken), list(lines))
    shapely.prepare(list(crowd.states.values()))
    found: dict[str, Spot] = {}
    for state in crowd.states:
        if spot := _inside(setting, window, crowd, state):
            found[state] = spot
            crowd.add(spot)
    for state in (state for state in crowd.states if state not in found and state not in spare):
        if spot := _outside(setting, window, crowd, state):
            found[state] = spot
            crowd.add(spot)
    return found


def _ranked(setting: Setting) -> list[str]:
    rank = {row.id: row.order for row in setting.timeline.data.statuses}
    last = setting.timeline.statuses(setting.timeline.last_day)
    first = setting.difference.states if setting.difference else ()
    return sorted(setting.timeline.states, key=lambda state: (state not in first, rank[last[state]], state))


def _measured(setting: Setting, state: str) -> tuple[float, float, float]:
    """Width and height of a name, and the room beside it for a badge, in views that have badges."""
    size, badges = setting.sizes.label, not setting.pale and setting.difference is None
    return metrics.width(setting.words.state(state), size, bold=True), 1.15 * size, SLOT * size if badges else 0


def _inside(setting: Setting, window: Window, crowd: Crowd, state: str) -> Spot | None:
    """The place nearest to the middle of a state at which its whole name lies within it."""
    wide, high, slot = _measured(setting, state)
    anchor, shape = setting.drawn.anchor(state), crowd.states[state]
    x, y = window.pixel(anchor.x, anchor.y)
    middles = [(x + across * wide, y + down * high) for across, down in SHIFTS]
    rooms = [Box(left - wide / 2 - slot, top - high / 2, left + wide / 2, top + high / 2) for left, top in middles]
    left, top, right, bottom = np.array(rooms).T
    order = np.flatnonzero(shapely.contains(shape, shapely.box(left, top, right, bottom))).tolist()
    if anchor.callout == (0, 0):
        # A state without a callout is large: its badge, or even its name, may reach over an edge.
        boxes = shapely.box(left + slot, top, right, bottom)
        order += np.argsort(-shapely.area(shapely.intersection(boxes, shape)), kind="stable").tolist()
    for at in (at for at in order if crowd.free(rooms[at])):
        left, middle = rooms[at].left + slot, middles[at][1]
        return Spot(rooms[at], (left, _baseline(setting, middle)), "start", (left - slot / 2, middle), None)
    return None


def _outside(setting: Setting, window: Window, crowd: Crowd, state: str) -> Spot | None:
    """The callout nearest to the wanted one that covers nothing, if one can be without crossing another state."""
    anchor, frame = setting.drawn.anchor(state), box(*window.box)
    start = window.pixel(anchor.x, anchor.y)
    if anchor.callout == (0, 0) or not shapely.intersects_xy(frame, *start):
        return None
    others = [shape for other, shape in crowd.states.items() if other != state]
    second_best = None
    for end, side in _ends(start, anchor.callout, setting.sizes.mark):
        spot = _callout(setting, state, start, end, side)
        line = LineString(spot.leader)
        if not (frame.contains(box(*spot.box.grown(GAP + 1))) and crowd.empty(spot.box)):
            continue
        if any(shape.intersects(line) for shape in crowd.taken):
            continue
        if not any(shape.intersects(line) for shape in others):
            return spot
        second_best = second_best or spot
    return second_best


def _ends(
    start: tuple[float, float], callout: tuple[int, int], mark: float
) -> Iterator[tuple[tuple[float, float], int]]:
    """Ends of a leader line, the wanted one first, each with the side of it (1: right) on which the name stands."""
    length, angle = math.hypot(*callout) * mark, math.atan2(callout[1], callout[0])
    for turn, reach, flip in TRIES:
        towards = angle + math.radians(turn)
        end = (start[0] + reach * length * math.cos(towards), start[1] + reach * length * math.sin(towards))
        yield end, flip * (1 if end[0] >= start[0] else -1)


def _callout(setting: Setting, state: str, start: tuple[float, float], end: tuple[float, float], side: int) -> Spot:
    wide, high, slot = _measured(setting, state)
    gap = 0.2 * setting.sizes.label
    (x, y), slot = end, max(slot, gap)
    left, right = sorted((x, x + side * (slot + wide)))
    text = x + side * slot
    room = Box(left, y - high / 2, right, y + high / 2)
    align = "start" if side > 0 else "end"
    leader = (start, (text - side * gap, y))
    return Spot(room, (text, _baseline(setting, y)), align, (x + side * slot / 2, y), leader)


def _baseline(setting: Setting, middle: float) -> float:
    return middle + 0.36 * setting.sizes.label
