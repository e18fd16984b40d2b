"""The map itself: land, the states in their statuses, borders, and the outlines of change and of choice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard import palette, shapes
from dashboard.exports.layout import Box
from dashboard.exports.plate import Area, Points, Stroke
from dashboard.exports.setting import Setting
from dashboard.scene import Mark
from dashboard.shapes import Shapes
from geodata import projection

Polygons = tuple[tuple[Points, ...], ...]
FINEST = 8
"""Points that fall into the same eighth of a pixel are drawn as one."""
SLIGHT = 16
"""Widths of a thick outline that a state is across at least; a smaller one gets a thinner outline."""


@dataclass(frozen=True)
class Window:
    """A part of the plane in a rectangle of the picture: `scale` pixels to a drawing unit, north up."""

    box: Box
    west: float
    north: float
    scale: float

    def pixels(self, points: np.ndarray) -> Points:
        """Coordinates in drawing units as pixels."""
        found = np.asarray(points, dtype=float)
        corner = (self.box.left, self.box.top)
        return (found - (self.west, self.north)) * (self.scale, -self.scale) + corner

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """One point in drawing units as pixels."""
        ((across, down),) = self.pixels(np.array([(x, y)]))
        return float(across), float(down)

    def seen(self, shape: BaseGeometry) -> BaseGeometry:
        """What of a shape lies within the rectangle, as pixels; holes turn against their outer rings."""
        return shapely.orient_polygons(shapely.clip_by_rect(shapely.transform(shape, self.pixels), *self.box))

    def polygons(self, found: BaseGeometry | Iterable[BaseGeometry]) -> Polygons:
        """Shapes in drawing units as polygons of the picture, cut at the rectangle's edge."""
        single = [found] if isinstance(found, BaseGeometry) else found
        return tuple(rings for shape in single for part in shapes.polygons(self.seen(shape)) if (rings := _rings(part)))


def fitted(bounds: tuple[float, float, float, float], room: Box, spare: float = 0) -> Window:
    """The window that shows bounds (west, south, east, north) whole, as large as the room allows.

    `spare` is kept free on every side, in pixels, as far as there is land to show there.

    Its rectangle is smaller than the room where there would be no land to show: beyond what the boundary file covers.
    """
    west, south, east, north = bounds
    scale = min((room.width - 2 * spare) / (east - west), (room.height - 2 * spare) / (north - south))
    left, right = _span(west, east, room.width / scale, *_covered(0))
    bottom, top = _span(south, north, room.height / scale, *_covered(1))
    box = Box(room.left, room.top, room.left + (right - left) * scale, room.top + (top - bottom) * scale)
    aside = (room.width - box.width) / 2
    return Window(Box(box.left + aside, box.top, box.right + aside, box.bottom), left, top, scale)


def _covered(axis: int) -> tuple[float, float]:
    extent = shapes.to_units(shapely.box(*projection.EXTENT)).bounds
    return extent[axis], extent[axis + 2]


def _span(low: float, high: float, length: float, least: float, most: float) -> tuple[float, float]:
    """A span of a length around another, moved or cut so that it stays within limits."""
    length = min(length, most - least)
    start = min(max((low + high - length) / 2, least), most - length)
    return start, start + length


@lru_cache(maxsize=256)
def outline(drawn: Shapes, window: Window, state: str) -> Polygons:
    """The polygons of a state in a window, worked out once for all the years that show it."""
    return window.polygons(drawn.state(state))


@lru_cache(maxsize=64)
def _around(drawn: Shapes, window: Window, states: tuple[str, ...]) -> Polygons:
    return window.polygons(drawn.context(states))


def _rings(polygon: shapely.Polygon) -> tuple[Points, ...]:
    outer, *holes = (thin(shapely.get_coordinates(ring)[:-1]) for ring in (polygon.exterior, *polygon.interiors))
    return (outer, *(hole for hole in holes if len(hole) > 2)) if len(outer) > 2 else ()


def thin(points: Points) -> Points:
    """The points without those that would not be told apart."""
    steps = np.rint(points * FINEST)
    return points[np.any(np.diff(steps, axis=0, prepend=steps[-1:]), axis=1)]


def frame(window: Window) -> tuple[Points, ...]:
    """The rectangle of a window as a ring."""
    left, top, right, bottom = window.box
    return (np.array([(left, top), (right, top), (right, bottom), (left, bottom)]),)


def land(setting: Setting, window: Window, name: str = "Land") -> list[Area]:
    """Sea, and all land without a status; Kosovo apart, in a broken line."""
    mark = setting.sizes.mark
    coast = Stroke(setting.colour(palette.COAST), 0.6 * mark)
    drawn = [
        Area((frame(window),), setting.solid(palette.SEA), name="Sea"),
        Area(_around(setting.drawn, window, setting.timeline.states), setting.solid(palette.LAND), coast, name),
    ]
    if "XKX" in setting.drawn.codes and "XKX" not in setting.timeline.states:
        dashed = Stroke(setting.colour(palette.QUIET), mark, (3 * mark, 2 * mark))
        drawn.append(
            Area(outline(setting.drawn, window, "XKX"), setting.solid(palette.LAND), dashed, "Kosovo")
        )
    return drawn


def states(setting: Setting, window: Window) -> list[Area]:
    """Every state that ever had a status, in its status, and all their borders on top."""
    found = {mark: outline(setting.drawn, window, mark.iso_a3) for mark in setting.scene.marks}
    drawn = [
        Area(
            polygons,
            setting.paint(mark.status),
            casing(setting, mark.status),
            name=mark.name,
            title=said(mark),
            iso_a3=mark.iso_a3,
            status=mark.status,
        )
        for mark, polygons in found.items()
    ]
    return [*drawn, borders(setting, [part for polygons in found.values() for part in polygons])]


def said(mark: Mark) -> str:
    """A state's name, its status and since when, for who cannot see the picture."""
    return ", ".join(part for part in (mark.name, mark.label, mark.since) if part)


def casing(setting: Setting, status: str) -> Stroke:
    """The pale line under a border; of an observer, whose dots are faint, the violet outline."""
    if status == "observer" and not setting.pale:
        return Stroke(setting.colour(palette.OBSERVER_OUTLINE), 3 * setting.sizes.mark)
    return Stroke(setting.colour(palette.PAPER), 1.8 * setting.sizes.mark)


def borders(setting: Setting, polygons: Iterable[tuple[Points, ...]]) -> Area:
    """The lines of borders alone."""
    return Area(tuple(polygons), None, Stroke(setting.colour(palette.BORDER), 0.75 * setting.sizes.mark), "Borders")


def changed(setting: Setting, window: Window) -> list[Area]:
    """The states that changed or differ, in a broken line, unless another layer speaks."""
    found = [mark for mark in setting.scene.marks if mark.iso_a3 in setting.outlined and not setting.pale]
    line = broken(setting)
    return [area for mark in found for area in _cased(setting, window, mark.iso_a3, line, f"Change: {mark.name}")]


def broken(setting: Setting) -> Stroke:
    """The line around a state that changed."""
    mark = setting.sizes.mark
    return Stroke(setting.colour(palette.INK), 2 * mark, (5 * mark, 4 * mark))


def whole(setting: Setting) -> Stroke:
    """The line around the chosen state."""
    return Stroke(setting.colour(palette.INK), 3 * setting.sizes.mark)


def chosen(setting: Setting, window: Window) -> list[Area]:
    """The chosen state, if any, in a whole line."""
    state = setting.view.country
    if not state:
        return []
    return _cased(setting, window, state, whole(setting), f"Chosen: {setting.words.state(state)}")


def _cased(setting: Setting, window: Window, state: str, line: Stroke, name: str) -> list[Area]:
    return cased(setting, outline(setting.drawn, window, state), line, name)


def cased(setting: Setting, polygons: Polygons, line: Stroke, name: str) -> list[Area]:
    """An outline on a pale casing, thinner around a state so small that it would fill it."""
    if not polygons:
        return []
    across = max(float(np.ptp(rings[0], axis=0).max()) for rings in polygons)
    thin = min(1, across / (SLIGHT * line.width))
    line = Stroke(line.colour, thin * line.width, tuple(thin * step for step in line.dash))
    found = _traceable(polygons, 5 * line.width)
    pale = Stroke(setting.colour(palette.PAPER), 2 * line.width)
    return [Area(found, None, pale, f"{name}, casing"), Area(found, None, line, name)]


def _traceable(polygons: Polygons, across: float) -> Polygons:
    """The polygons without islets that a thick line would turn into blots; the largest polygon always stays."""
    extents = [float(np.ptp(rings[0], axis=0).max()) for rings in polygons]
    least = min(across, max(extents, default=0))
    return tuple(rings for rings, extent in zip(polygons, extents, strict=True) if extent >= least)
