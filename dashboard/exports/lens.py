"""The lens on the South Caucasus, drawn from the same scene as the map, north up."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from dashboard import palette, shapes
from dashboard.exports import areas, ground, labels, metrics
from dashboard.exports.ground import Polygons, Window
from dashboard.exports.layout import Box
from dashboard.exports.plate import Area, Item, Line, Stroke, Words
from dashboard.exports.setting import Setting
from dashboard.shapes import Shapes

EDGE = palette.Shade("#7D858D", "#8D959D")
SHAPE = shapes.LENS_SIZE[0] / shapes.LENS_SIZE[1]


def wanted(setting: Setting) -> bool:
    """Whether there is a state to be seen in it; the view of an operation has its own scale."""
    return setting.view.layer != "operation" and any(state in setting.timeline.states for state in shapes.LENS_NAMES)


def window(room: Box) -> Window:
    """The lens in a rectangle of the picture."""
    west, _, east, north = shapes.lens_bounds()
    return Window(room, west, north, room.width / (east - west))


def region(setting: Setting, map_: Window) -> Area:
    """The part of the map that the lens shows, outlined there."""
    return Area(((_region(map_),),), None, _edge(setting, 1), "Lens region")


def leaders(setting: Setting, map_: Window, room: Box) -> list[Line]:
    """Two lines from that part of the map to the lens."""
    corners = _region(map_)
    ends = zip(_facing(corners, room), _near(room, corners), strict=True)
    return [Line(np.array(points), _edge(setting, 1), name="Lens leader") for points in ends]


def _region(map_: Window) -> np.ndarray:
    return map_.pixels(shapely.get_coordinates(shapes.lens_region())[:-1])


def _facing(corners: np.ndarray, room: Box) -> list[tuple[float, float]]:
    """The two outermost corners of the region as seen from the middle of the lens, the upper or left one first."""
    middle = np.array([(room.left + room.right) / 2, (room.top + room.bottom) / 2])
    away = corners - middle
    along = np.arctan2(away[:, 1], away[:, 0])
    turned = (along - along.mean() + np.pi) % (2 * np.pi)
    first, last = corners[int(np.argmax(turned))], corners[int(np.argmin(turned))]
    return [tuple(first), tuple(last)]


def _near(room: Box, corners: np.ndarray) -> list[tuple[float, float]]:
    """The corners of the lens at which the leaders arrive: of its left side, or of its top where it stands below."""
    if room.left > corners[:, 0].max():
        return [(room.left, room.top), (room.left, room.bottom)]
    return [(room.right, room.top), (room.left, room.top)]


def draw(setting: Setting, map_: Window, room: Box) -> list[Item]:
    """The lens itself: ground, states, areas' outlines where they are shown, names, badges, frame and caption."""
    inner = window(room)
    sea = Area((ground.frame(inner),), setting.solid(palette.SEA), name="Lens")
    outlined = areas.outlines(setting, lambda group: inner.polygons(shapes.in_lens(group.outline)), "Lens: ")
    drawn: list[Item] = [sea, *_around(setting, inner), *_states(setting, inner), *outlined, *_names(setting, inner)]
    frame = Area((ground.frame(inner),), None, _edge(setting, 1.2), "Lens frame")
    return [*drawn, frame, _caption(setting, room, inner.scale / map_.scale)]


def _edge(setting: Setting, width: float) -> Stroke:
    return Stroke(setting.colour(EDGE), width * setting.sizes.mark)


def _around(setting: Setting, inner: Window) -> list[Area]:
    coast = Stroke(setting.colour(palette.COAST), 0.6 * setting.sizes.mark)
    polygons = _land(setting.drawn, inner, setting.timeline.states)
    return [Area(polygons, setting.solid(palette.LAND), coast, "Lens: land")]


@lru_cache(maxsize=64)
def _land(drawn: Shapes, inner: Window, states: tuple[str, ...]) -> Polygons:
    region = shapes.lens_region()
    near = [shape for shape in drawn.context(states) if shape.intersects(region)]
    return inner.polygons(shapes.in_lens(shape) for shape in near)


@lru_cache(maxsize=256)
def _outline(drawn: Shapes, inner: Window, state: str) -> Polygons:
    return inner.polygons(shapes.in_lens(drawn.state(state)))


def _states(setting: Setting, inner: Window) -> list[Area]:
    cut = {mark: _outline(setting.drawn, inner, mark.iso_a3) for mark in setting.scene.marks}
    seen = {mark: polygons for mark, polygons in cut.items() if polygons}
    drawn = [
        Area(polygons, setting.paint(mark.status), ground.casing(setting, mark.status), f"Lens: {mark.name}")
        for mark, polygons in seen.items()
    ]
    drawn.append(ground.borders(setting, [part for polygons in seen.values() for part in polygons]))
    for mark, polygons in seen.items():
        if mark.iso_a3 in setting.outlined and not setting.pale:
            drawn += ground.cased(setting, polygons, ground.broken(setting), f"Lens, change: {mark.name}")
    for mark, polygons in seen.items():
        if mark.iso_a3 == setting.view.country:
            drawn += ground.cased(setting, polygons, ground.whole(setting), f"Lens, chosen: {mark.name}")
    return drawn


def _names(setting: Setting, inner: Window) -> list[Item]:
    """The names that fit, with a badge above each state that has one."""
    size = min(setting.sizes.label, max(inner.box.width / 20, 11))
    items: list[Item] = []
    taken: list[BaseGeometry] = []
    for mark in (mark for mark in setting.scene.marks if mark.iso_a3 in shapes.LENS_NAMES):
        x, y = inner.pixel(*shapes.lens_point(*shapes.LENS_NAMES[mark.iso_a3]))
        half = metrics.width(mark.name, size, bold=True) / 2
        room = box(x - half, y - 0.6 * size, x + half, y + 0.4 * size)
        if mark.badge:
            room = room.union(box(x - 0.7 * size, y - 1.9 * size, x + 0.7 * size, y))
        if any(other.intersects(room) for other in taken) or not box(*inner.box).contains(room):
            continue
        taken.append(room)
        colour, halo = labels.ink(setting, mark.status, inside=True)
        name, bold = f"Lens name: {mark.name}", mark.status != "none"
        items.append(Words(x, y + 0.36 * size, (mark.name,), size, colour, bold, "middle", halo, name=name))
        if mark.badge and not setting.pale:
            items += labels.badge(setting, mark, (x, y - 1.25 * size), size)
    return items


def _caption(setting: Setting, room: Box, times: float) -> Words:
    """What the lens shows: in smaller type where it is narrow or, where it stands on the map, to its left."""
    size = setting.sizes.note
    said = setting.words.text("South Caucasus × {scale}, north up", scale=setting.words.number(round(times, 1)))
    halo, ends = "", False
    if setting.difference:
        halo, ends = setting.colour(palette.PAPER), metrics.width(said, size) > room.width
    else:
        size = min(size, room.width / metrics.width(said, 1))
    x, align = (room.right, "end") if ends else (room.left, "start")
    quiet, y = setting.colour(palette.QUIET), room.top - 0.5 * size
    return Words(x, y, (said,), size, quiet, align=align, halo=halo, name="Lens caption")
