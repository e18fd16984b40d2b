"""The security areas on the map: outlines in their line styles, and a chip for each on the state they share."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import numpy as np
import shapely
from shapely.geometry import LineString, box

from dashboard import palette
from dashboard.areas import Group
from dashboard.exports import metrics
from dashboard.exports.ground import Polygons, Window
from dashboard.exports.layout import Box
from dashboard.exports.over import Over
from dashboard.exports.plate import LEADING, Area, Item, Line, Stroke, Words
from dashboard.exports.setting import Setting

WIDTH = 3
"""Of an outline, in pixels of the page."""
WIDEST = 0.22
"""Of a map's width, in which a line of a chip stands."""


def line(setting: Setting, area: str, width: float = WIDTH) -> Stroke:
    """The line of an area: its colour and its dashes."""
    mark = setting.sizes.mark
    dash = tuple(float(step) * mark for step in palette.AREA_DASH.get(area, "").split())
    return Stroke(setting.colour(palette.AREA.get(area, palette.ACCENT)), width * mark, dash)


def outlines(setting: Setting, polygons: Callable[[Group], Polygons], prefix: str = "") -> list[Area]:
    """The outline of every area of the day, on a pale casing; `polygons` is how a group's outline is drawn."""
    drawn: list[Area] = []
    for group in setting.groups:
        found = polygons(group)
        pale = Stroke(setting.colour(palette.PAPER), 2 * WIDTH * setting.sizes.mark)
        drawn.append(Area(found, None, pale, f"{prefix}Area: {group.title}, casing"))
        drawn.append(Area(found, None, line(setting, group.area), f"{prefix}Area: {group.title}"))
    return drawn


def draw(setting: Setting, window: Window) -> Over:
    """Outlines, and chips with a stub line each to their group."""
    over = Over(list(outlines(setting, lambda group: window.polygons(group.outline))), [], [])
    pale = Stroke(setting.colour(palette.PAPER), 2 * WIDTH * setting.sizes.mark)
    rooms: list[Box] = []
    for group in setting.groups:
        chip, touch = window.pixel(*group.chip), window.pixel(*group.touch)
        lines, room = _room(setting, window, group, chip)
        room = _free(room, rooms, window.box, setting.sizes.note)
        rooms.append(room)
        stub = Line(np.array([touch, room.middle]), line(setting, group.area, 2), pale, f"Area: {group.title}, stub")
        over.lines.append(stub)
        over.words.extend(_chip(setting, group, lines, room))
        over.taken.extend([LineString(stub.points), box(*room)])
    return over


def _room(
    setting: Setting, window: Window, group: Group, centre: tuple[float, float]
) -> tuple[tuple[str, ...], Box]:
    """The lines of a chip and its rectangle, within the map."""
    x, y = centre
    size = setting.sizes.note
    lines = metrics.balanced(group.title, size, WIDEST * window.box.width, bold=True)
    half = max(metrics.width(text, size, bold=True) for text in lines) / 2 + 0.55 * size
    high = (0.85 + (len(lines) - 1) * LEADING / 2) * size
    inner = window.box.grown(-4 * setting.sizes.mark)
    x = min(max(x, inner.left + half), inner.right - half)
    y = min(max(y, inner.top + high), inner.bottom - high)
    return lines, Box(x - half, y - high, x + half, y + high)


def _free(room: Box, others: list[Box], within: Box, step: float) -> Box:
    """The rectangle moved down, up, left or right as far as it takes to lie on none of the others, within the map."""
    moves = sorted(product(range(-20, 21), repeat=2), key=lambda move: (abs(move[0]) + abs(move[1]), move))
    for right, down in moves:
        x, y = right * step, down * step
        moved = Box(room.left + x, room.top + y, room.right + x, room.bottom + y)
        around = box(*moved.grown(step / 2))
        if box(*within).contains(around) and not any(around.intersects(box(*other)) for other in others):
            return moved
    return room


def _chip(setting: Setting, group: Group, lines: tuple[str, ...], room: Box) -> list[Item]:
    corners = shapely.get_coordinates(box(*room))[:-1]
    plain = setting.solid(palette.PAPER)
    x, middle = room.middle
    size = setting.sizes.note
    first = middle + (0.36 - (len(lines) - 1) * LEADING / 2) * size
    name, ink = f"Chip: {group.title}", setting.colour(palette.INK)
    text = Words(x, first, lines, size, ink, True, "middle", name=f"{name}, text")
    return [Area(((corners,),), plain, line(setting, group.area, 2.5), name), text]
