"""The security areas on the map: outlines in their line styles, and a chip for each on the state they share."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely
from shapely.geometry import LineString, box

from dashboard import palette
from dashboard.areas import Group
from dashboard.exports import metrics
from dashboard.exports.ground import Polygons, Window
from dashboard.exports.layout import Box
from dashboard.exports.over import Over
from dashboard.exports.plate import Area, Item, Line, Stroke, Words
from dashboard.exports.setting import Setting

WIDTH = 3
"""Of an outline, in pixels of the page."""


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
    for group in setting.groups:
        chip, touch = window.pixel(*group.chip), window.pixel(*group.touch)
        room = _room(setting, group, chip)
        stub = Line(np.array([touch, chip]), line(setting, group.area, 2), pale, f"Area: {group.title}, stub")
        over.lines.append(stub)
        over.words.extend(_chip(setting, group, room))
        over.taken.extend([LineString(stub.points), box(*room)])
    return over


def _room(setting: Setting, group: Group, centre: tuple[float, float]) -> Box:
    x, y = centre
    size = setting.sizes.note
    wide = metrics.width(group.title, size, bold=True) + 1.1 * size
    return Box(x - wide / 2, y - 0.85 * size, x + wide / 2, y + 0.85 * size)


def _chip(setting: Setting, group: Group, room: Box) -> list[Item]:
    corners = shapely.get_coordinates(box(*room))[:-1]
    plain = setting.solid(palette.PAPER)
    size, middle = setting.sizes.note, (room.top + room.bottom) / 2
    name = f"Chip: {group.title}"
    text = Words(
        (room.left + room.right) / 2, middle + 0.36 * size, (group.title,), size, setting.colour(palette.INK), True,
        "middle", name=f"{name}, text",
    )  # fmt: skip
    return [Area(((corners,),), plain, line(setting, group.area, 2.5), name), text]
