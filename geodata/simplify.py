"""Fewer points: true islets dropped, lines simplified together so that neighbours still share them, grid."""

from __future__ import annotations

import geopandas
import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.boundaries import GRID, STATES_IN_DETAIL
from geodata.projection import EXTENT

# Tolerances in metres, after Visvalingam and Whyatt: the root of the area of the triangles cut off.
TOLERANCE = 2_000
CONTEXT_TOLERANCE = 10_000

# Smallest islet of the context that is kept, in square metres.
ISLET = 400e6


def without_islets(shapes: geopandas.GeoSeries) -> geopandas.GeoSeries:
    """The shapes without the small islets of the context; a shape made of nothing else is left out.

    An islet is a part that touches no other polygon: an exclave, however small, fills a hole in its
    neighbour and is kept. So is every part of a state in detail, where the least islet can be a disputed
    one. Areas are in square metres, so the shapes must be in an equal-area CRS.
    """
    parts = shapes.explode()
    left, right = parts.sindex.query(parts.geometry, predicate="intersects")
    touching = numpy.zeros(len(parts), dtype=bool)
    touching[left[left != right]] = True
    kept = parts[touching | parts.index.isin(STATES_IN_DETAIL) | (parts.area.to_numpy() >= ISLET)]
    return kept.groupby(level="code").agg(_gathered).set_crs(shapes.crs)


def simplified(shapes: geopandas.GeoSeries) -> geopandas.GeoSeries:
    """All lines at `TOLERANCE`, and those that bound no state in detail at `CONTEXT_TOLERANCE`."""
    fine = _together(shapes, TOLERANCE)
    context = fine[~fine.index.isin(STATES_IN_DETAIL)]
    sea = shapely.box(*EXTENT).difference(shapely.coverage_union_all(fine.values))
    # With the sea as one more shape, the coasts of the context are inner lines; the outer lines, left as they
    # are, are then those of the states in detail.
    coarse = shapely.coverage_simplify([*context, sea], CONTEXT_TOLERANCE, simplify_boundary=False)
    result = fine.copy()
    result[context.index] = coarse[:-1]
    return result


def rounded(shapes: geopandas.GeoSeries) -> geopandas.GeoSeries:
    """The shapes with every point on the grid, in canonical order, outer rings anticlockwise.

    Each point is moved by itself, so a point that two shapes share stays shared.
    """
    snapped = shapes.map(lambda shape: shapely.transform(shape, _on_grid))
    return snapped.map(lambda shape: _canonical(shapely.remove_repeated_points(shape)))


def _together(shapes: geopandas.GeoSeries, tolerance: float) -> geopandas.GeoSeries:
    lines = shapely.coverage_simplify(shapes.values, tolerance)
    return geopandas.GeoSeries(lines, index=shapes.index, crs=shapes.crs)


def _gathered(parts: geopandas.GeoSeries) -> BaseGeometry:
    return parts.iloc[0] if len(parts) == 1 else shapely.MultiPolygon(parts.tolist())


def _on_grid(points: numpy.ndarray) -> numpy.ndarray:
    return numpy.round(points / GRID) * GRID


def _canonical(shape: BaseGeometry) -> BaseGeometry:
    return shapely.orient_polygons(shapely.normalize(shape))
