"""The operation on the map: lines from origin to destination, as wide as the stated strength, and their origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from shapely.geometry import LineString, Point, box
from shapely.geometry.base import BaseGeometry

from dashboard import palette
from dashboard.exports import metrics
from dashboard.exports.ground import Window
from dashboard.exports.layout import Box
from dashboard.exports.over import Over
from dashboard.exports.plate import LEADING, Dot, Item, Line, Paint, Stroke, Words
from dashboard.exports.setting import Setting
from dashboard.operation import Flow
from dashboard.palette import Shade

FLOW = Shade("#5B2A6E", "#D9A8EE")
PALE = Shade("#C9ABD6", "#6D4A7C")
"""A contingent, and the margin up to its highest stated strength; the same as on the page (layers.css)."""
PER_SOLDIER = 1 / 22
LEAST = 3
UNDISCLOSED = 8
"""Pixels of width on the page: a soldier's, the narrowest, and a fixed one that says nothing about strength."""
DASH = (6.0, 5.0)
FAR = 5
"""Steps from its point, at which a label gets a line to it."""


def present(setting: Setting) -> list[Flow]:
    """The contingents that are under way or in the country on the day."""
    return [flow for flow in setting.operation.flows if flow.departs <= setting.day <= flow.leaves]


def draw(setting: Setting, window: Window) -> Over:
    """Lines of the day, their destination, and their origins with labels.

    Room is kept for the lines of all days: no label moves while the days pass.
    """
    over = Over([], [], [])
    curves = {flow.iso_a3: window.pixels(np.array(flow.curve)) for flow in setting.operation.flows}
    over.taken.extend(LineString(curve).buffer(6 * setting.sizes.mark) for curve in curves.values())
    shown = present(setting)
    for flow in shown:
        over.lines.extend(_lines(setting, flow, curves[flow.iso_a3]))
    for flow in setting.operation.flows:
        items, room = _origin(setting, window, flow, over.taken)
        over.taken.append(room)
        over.words.extend(items if flow in shown else [])
    over.lines.extend(_goals(setting, curves.values()))
    return over


def _goals(setting: Setting, curves: Iterable[np.ndarray]) -> list[Dot]:
    """A ring where most lines end; the places guarded around it are too near to be told apart here."""
    ends = [tuple(curve[-1]) for curve in curves]
    if not ends:
        return []
    x, y = np.median(ends, axis=0)
    ring = stroke(setting, FLOW, 3)
    return [Dot(float(x), float(y), 5 * setting.sizes.mark, setting.solid(palette.PAPER), ring, "Destination")]


def stroke(setting: Setting, shade: Shade, width: float, dash: tuple[float, ...] = ()) -> Stroke:
    """A line of the operation; width and dashes in pixels of the page."""
    mark = setting.sizes.mark
    return Stroke(setting.colour(shade), width * mark, tuple(step * mark for step in dash))


def _lines(setting: Setting, flow: Flow, curve: np.ndarray) -> list[Line]:
    """One line, or two where the place of departure is an assumption: the first third is broken then."""
    third = len(curve) // 3 if flow.assumed else 0
    whole = Line(curve[third:], *_strokes(setting, flow), name=f"Contingent: {flow.name}")
    if not third:
        return [whole]
    start, _ = _strokes(setting, flow)
    broken = start._replace(dash=stroke(setting, FLOW, 1, DASH).dash)
    return [Line(curve[: third + 1], broken, name=f"Contingent: {flow.name}, departure assumed"), whole]


def _strokes(setting: Setting, flow: Flow) -> tuple[Stroke, Stroke]:
    if flow.low is None or flow.high is None:
        return stroke(setting, palette.PAPER, UNDISCLOSED - 4), stroke(setting, FLOW, UNDISCLOSED)
    low, high = (max(LEAST, strength * PER_SOLDIER) for strength in (flow.low, flow.high))
    return stroke(setting, FLOW, low), stroke(setting, PALE, high + 2)


def _origin(
    setting: Setting, window: Window, flow: Flow, kept: list[BaseGeometry]
) -> tuple[list[Item], BaseGeometry]:
    """The label of an origin where it covers no line and no other label, and the room it takes."""
    x, y = window.pixel(*flow.curve[0])
    size, note = setting.sizes.label, setting.sizes.note
    wide = max(metrics.width(flow.name, size, bold=True), metrics.width(flow.strength, note))
    high = 1.1 * size + LEADING * note
    within = box(*window.box.grown(-6))
    rooms = (room for room in _around(x, y, wide, high, 0.6 * size) if within.contains(box(*room)))
    room = next((room for room in rooms if not any(other.intersects(box(*room)) for other in kept)), None)
    ink = setting.colour(FLOW)
    edge = stroke(setting, palette.PAPER, 1.2)
    dot = Dot(x, y, 4 * setting.sizes.mark, Paint("solid", ink, ink), edge, f"Origin: {flow.name}")
    if room is None:
        return [dot], Point(x, y).buffer(4)
    return [*_leader(setting, flow, (x, y), room, 0.6 * size * FAR), dot, *_said(setting, flow, room)], box(*room)


def _leader(setting: Setting, flow: Flow, point: tuple[float, float], room: Box, far: float) -> list[Line]:
    """A thin line to a label that stands far from its point."""
    x, y = point
    end = (min(max(x, room.left), room.right), min(max(y, room.top), room.bottom))
    if np.hypot(end[0] - x, end[1] - y) < 0.7 * far:
        return []
    thin, pale = stroke(setting, palette.INK, 1), stroke(setting, palette.PAPER, 2.4)
    return [Line(np.array([point, end]), thin, pale, f"Leader: {flow.name}")]


def _around(x: float, y: float, wide: float, high: float, gap: float) -> Iterator[Box]:
    """Places for a label, from beside its point to farther away from it."""
    for far in (1, 2, 3.5, FAR, 7):
        away = gap * far
        for left in (x - away - wide, x + away):
            for top in (y - high / 2, y - high - away / 2, y + away / 2):
                yield Box(left, top, left + wide, top + high)
        for top in (y - away - high, y + away):
            yield Box(x - wide / 2, top, x + wide / 2, top + high)


def _said(setting: Setting, flow: Flow, room: Box) -> list[Item]:
    size, note = setting.sizes.label, setting.sizes.note
    ink, halo = setting.colour(palette.INK), setting.colour(palette.LAND)
    first = room.top + 0.85 * size
    return [
        Words(room.left, first, (flow.name,), size, ink, True, halo=halo, name=f"Name: {flow.name}"),
        Words(room.left, first + 1.15 * note, (flow.strength,), note, ink, halo=halo, name=f"Strength: {flow.name}"),
    ]
