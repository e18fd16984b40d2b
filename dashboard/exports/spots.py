"""Where the names of states stand: inside where they fit, else outside with a leader line; nothing covers anything.

A spot follows from the map alone, never from the day: a name does not move while the year moves.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

import numpy as np
import shapely
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry

from dashboard.exports import metrics
from dashboard.exports.ground import Window
from dashboard.exports.layout import Box
from dashboard.exports.setting import Setting
from dashboard.shapes import Shapes

SLOT = 1.45
"""Room kept for a badge beside a name, in sizes of the label."""
GAP = 3
"""Pixels kept between a name and anything else."""
MOSTLY = 0.6
"""Of a name, that lies within its state at least."""
SHORT = 1.7
"""Of the wanted length, up to which a leader line may cross another state."""
SHIFTS = sorted(
    product(np.linspace(-2, 2, 25).tolist(), np.linspace(-6, 6, 25).tolist()),
    key=lambda shift: math.hypot(4 * shift[0], shift[1]),
)
"""Places tried around the middle of a state, in widths and heights of its name, the nearest first."""
TURNS = (0, -20, 20, -40, 40, -65, 65, -90, 90, -130, 130, 180)
REACHES = (0.3, 0.5, 0.75, 1.0, 1.3, 1.7, 2.2, 2.9, 3.7, 5.0)
TRIES = sorted(
    product(TURNS, REACHES, (1, -1)),
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
    span: tuple[float, float] = (0, 0)
    """Where the letters of a callout begin and end."""

    @property
    def name(self) -> Box:
        """The room of the letters of a callout alone."""
        return Box(min(self.span), self.box.top, max(self.span), self.box.bottom)


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


@dataclass(frozen=True)
class Task:
    """What the spots of a map follow from: names by code, in the order in which they are placed, and their type."""

    drawn: Shapes
    window: Window
    names: tuple[tuple[str, str], ...]
    size: float
    mark: float
    slot: float
    """Room beside a name for a badge, in views that have badges."""

    def measured(self, state: str) -> tuple[float, float]:
        """Width and height of a name."""
        return metrics.width(dict(self.names)[state], self.size, bold=True), 1.15 * self.size

    def baseline(self, middle: float) -> float:
        """Of a text whose letters are to stand around a height."""
        return middle + 0.36 * self.size


def place(
    setting: Setting, window: Window, taken: Iterable[BaseGeometry], lines: Iterable[BaseGeometry], spare: Iterable[str]
) -> dict[str, Spot]:
    """A spot for the name of every state that finds one, by code; `spare` are named elsewhere unless they fit inside.

    Where room is short, members of the last day are placed before all others, and before them what differs. All years
    share what is worked out.
    """
    names = tuple((state, setting.words.state(state)) for state in _ranked(setting))
    size = setting.sizes.label
    badges = not setting.pale and setting.difference is None
    task = Task(setting.drawn, window, names, size, setting.sizes.mark, SLOT * size if badges else 0)
    return _placed(task, tuple(taken), tuple(lines), tuple(spare))


@lru_cache(maxsize=64)
def _placed(
    task: Task, taken: tuple[BaseGeometry, ...], lines: tuple[BaseGeometry, ...], spare: tuple[str, ...]
) -> dict[str, Spot]:
    seen = {state: task.window.seen(task.drawn.state(state)) for state, _ in task.names}
    crowd = Crowd({state: shape for state, shape in seen.items() if not shape.is_empty}, list(taken), list(lines))
    shapely.prepare(list(crowd.states.values()))
    found: dict[str, Spot] = {}
    for state in crowd.states:
        if spot := _inside(task, crowd, state):
            found[state] = spot
            crowd.add(spot)
    for state in (state for state in crowd.states if state not in found and state not in spare):
        if spot := _outside(task, crowd, state):
            found[state] = spot
            crowd.add(spot)
    return found


def _ranked(setting: Setting) -> list[str]:
    rank = {row.id: row.order for row in setting.timeline.data.statuses}
    last = setting.timeline.statuses(setting.timeline.last_day)
    first = setting.difference.states if setting.difference else ()
    return sorted(setting.timeline.states, key=lambda state: (state not in first, rank[last[state]], state))


def _inside(task: Task, crowd: Crowd, state: str) -> Spot | None:
    """The place nearest to the middle of a state at which its whole name lies within it."""
    (wide, high), slot = task.measured(state), task.slot
    anchor, shape, frame = task.drawn.anchor(state), crowd.states[state], box(*task.window.box)
    x, y = task.window.pixel(anchor.x, anchor.y)
    middles = [(x + across * wide, y + down * high) for across, down in SHIFTS]
    rooms = [Box(left - wide / 2 - slot, top - high / 2, left + wide / 2, top + high / 2) for left, top in middles]
    left, top, right, bottom = np.array(rooms).T
    within = np.flatnonzero(shapely.contains(shape, shapely.box(left, top, right, bottom)))
    free = (at for at in within if crowd.free(rooms[at]) and frame.contains(box(*rooms[at])))
    at = next(free, None)
    if at is None and anchor.callout == (0, 0):
        # A state without a callout is large: its badge, or even its name, may reach over an edge if need be.
        near = shapely.area(shapely.intersection(shapely.box(left + slot, top, right, bottom), shape))
        order = (at for at in np.argsort(-near, kind="stable") if near[at] >= MOSTLY * wide * high)
        at = next((at for at in order if crowd.free(rooms[at]) and frame.contains(box(*rooms[at]))), None)
    if at is None:
        return None
    start, middle = rooms[at].left + slot, middles[at][1]
    return Spot(rooms[at], (start, task.baseline(middle)), "start", (start - slot / 2, middle), None)


def _outside(task: Task, crowd: Crowd, state: str) -> Spot | None:
    """The callout nearest to the wanted one that covers nothing, nor crosses another state unless it is short."""
    anchor, frame = task.drawn.anchor(state), box(*task.window.box)
    start = task.window.pixel(anchor.x, anchor.y)
    if anchor.callout == (0, 0) or not shapely.intersects_xy(frame, *start):
        return None
    others = [shape for other, shape in crowd.states.items() if other != state]
    second_best = None
    for end, side, reach in _ends(start, anchor.callout, task.mark):
        spot = _callout(task, state, start, end, side)
        line = LineString(spot.leader)
        if not (frame.contains(box(*spot.box.grown(GAP + 1))) and crowd.empty(spot.box)):
            continue
        if line.intersects(box(*spot.name)) or any(shape.intersects(line) for shape in crowd.taken):
            continue
        if not any(shape.intersects(line) for shape in others):
            return spot
        if reach <= SHORT:
            second_best = second_best or spot
    return second_best


def _ends(
    start: tuple[float, float], callout: tuple[int, int], mark: float
) -> Iterator[tuple[tuple[float, float], int, float]]:
    """Ends of a leader line, the wanted one first, each with the side of its name (1: right) and its reach."""
    length, angle = math.hypot(*callout) * mark, math.atan2(callout[1], callout[0])
    for turn, reach, flip in TRIES:
        towards = angle + math.radians(turn)
        end = (start[0] + reach * length * math.cos(towards), start[1] + reach * length * math.sin(towards))
        yield end, flip * (1 if end[0] >= start[0] else -1), reach


def _callout(task: Task, state: str, start: tuple[float, float], end: tuple[float, float], side: int) -> Spot:
    wide, high = task.measured(state)
    gap = 0.2 * task.size
    (x, y), slot = end, max(task.slot, gap)
    left, right = sorted((x, x + side * (slot + wide)))
    text = x + side * slot
    room = Box(left, y - high / 2, right, y + high / 2)
    align = "start" if side > 0 else "end"
    leader = (start, (text - side * gap, y))
    return Spot(room, (text, task.baseline(y)), align, (x + side * slot / 2, y), leader, (text, text + side * wide))
