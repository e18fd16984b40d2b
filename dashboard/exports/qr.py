"""The QR code of a picture's link, where it covers neither a state nor a word."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import segno
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.exports import shape, textbox
from dashboard.exports.plate import Area, Dot, Item, Line, Paint, Plate, Points, Words

NAME = "QR code"
SIZE = 1 / 13
"""Side of the code, at most, in widths of the picture: 26 mm on a slide."""
QUIET = 4
"""Modules left light around a code (ISO/IEC 18004)."""
GAP = 0.006
"""Between the code and the edge of the map, and whatever else is near, in widths of the picture."""
DARK = Paint("solid", "#000000", "#000000")
LIGHT = Paint("solid", "#FFFFFF", "#FFFFFF")
"""The same in both themes: not every phone reads a light code on a dark ground."""


def code(link: str, left: float, top: float, side: float, width: float) -> tuple[Area, Area]:
    """A light square and on it the code for a link, as one area of rectangles; lengths in pixels of a picture so wide.

    Modules are whole steps of an outline wide, so that none is wider than another; the square is that much smaller.
    """
    matrix = np.array(segno.make(link, error="m", micro=False).matrix, dtype=bool)
    step = shape.STEP * width / shape.WIDTH
    module = max(side / (len(matrix) + 2 * QUIET) // step, 1) * step
    corner = np.array([left, top]) + QUIET * module
    runs = tuple((corner + module * run,) for run in _runs(matrix))
    ground = Area(((_square(left, top, module * (len(matrix) + 2 * QUIET)),),), LIGHT, name=f"{NAME}, ground")
    return ground, Area(runs, DARK, name=NAME, title=link)


def _runs(matrix: np.ndarray) -> Iterator[Points]:
    """Dark modules that lie side by side as one rectangle, in modules."""
    edges = np.diff(np.pad(matrix, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    for row, line in enumerate(edges):
        for start, end in zip(np.flatnonzero(line == 1), np.flatnonzero(line == -1), strict=True):
            yield np.array([(start, row), (end, row), (end, row + 1), (start, row + 1)], dtype=float)


def _square(left: float, top: float, side: float) -> Points:
    return np.array([(left, top), (left + side, top), (left + side, top + side), (left, top + side)])


def place(plate: Plate) -> tuple[float, float, float] | None:
    """Left, top and side of the first square along the edges of the map that is free.

    None where there is none, and for a picture that has its code already.
    """
    if any(item.name == NAME for item in plate.items):
        return None
    frame = next((item for item in plate.items if item.name == "Frame"), None)
    if not isinstance(frame, Area):
        return None
    side, gap = SIZE * plate.width, GAP * plate.width
    blocked = np.concatenate([_blocks(item) for item in plate.items])
    for left, top in _spots(frame.polygons[0][0], side, gap):
        room = shapely.box(left - gap, top - gap, left + side + gap, top + side + gap)
        if not shapely.intersects(blocked, room).any():
            return left, top, side
    return None


def _spots(frame: Points, side: float, gap: float) -> Iterator[tuple[float, float]]:
    """Corners of squares inside a frame: from the lower left to the right, then along the top."""
    (left, top), (right, bottom) = frame.min(axis=0) + gap, frame.max(axis=0) - gap - side
    for y in (bottom, top):
        for x in np.linspace(left, right, 30):
            yield float(x), float(y)


def _blocks(item: Item) -> np.ndarray:
    """The geometries of an item that a code may not lie on: none of the ground of the map."""
    found: list[BaseGeometry] = []
    if isinstance(item, Words):
        left, top, width, height = textbox.box(item)
        found = [shapely.box(left, top, left + width, top + height)]
    elif isinstance(item, Line):
        found = [shapely.LineString(item.points)]
    elif isinstance(item, Dot):
        found = [shapely.Point(item.x, item.y).buffer(item.radius)]
    elif item.status or item.name.startswith("Lens"):
        return _filled([polygon[0] for polygon in item.polygons])
    return np.array(found, dtype=object)


def _filled(rings: list[Points]) -> np.ndarray:
    """Polygons within rings, made all at once."""
    if not rings:
        return np.array([], dtype=object)
    owners = np.repeat(np.arange(len(rings)), [len(ring) for ring in rings])
    return shapely.polygons(shapely.linearrings(np.concatenate(rings), indices=owners))
