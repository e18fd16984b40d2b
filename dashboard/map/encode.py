"""Geometry for the browser: polygons as flat lists of whole steps, a quarter of GeoJSON's size."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.shapes import polygons

Ring = list[int]
Polygons = list[list[Ring]]


def encode(shapes: BaseGeometry | Iterable[BaseGeometry]) -> Polygons:
    """Every polygon of the shapes as its rings, outer first; a ring is `[x, y, dx, dy, dx, dy, ...]`.

    Coordinates are drawing units, rounded; the closing point is left out. Rings that round to fewer
    than three points vanish, and with an outer ring its holes.
    """
    single = [shapes] if isinstance(shapes, BaseGeometry) else shapes
    found = [[_ring(ring) for ring in _rings(part)] for shape in single for part in polygons(shape)]
    return [[ring for ring in rings if len(ring) >= 6] for rings in found if len(rings[0]) >= 6]


def _rings(polygon: shapely.Polygon) -> list[shapely.LinearRing]:
    return [polygon.exterior, *polygon.interiors]


def _ring(ring: shapely.LinearRing) -> Ring:
    points = np.rint(shapely.get_coordinates(ring)[:-1]).astype(int)
    moved = np.any(np.diff(points, axis=0, prepend=points[-1:]), axis=1)
    points = points[moved]
    if not len(points):
        return []
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=int))
    return steps.ravel().tolist()
