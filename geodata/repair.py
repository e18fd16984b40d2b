"""From countries in degrees, torn at 180 degrees, to whole countries in the plane of the map."""

from __future__ import annotations

import antimeridian
import geopandas
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from geodata import projection
from geodata.projection import EXTENT

# The repair turns Antarctica into a shape over the whole map and Fiji into one that crosses itself.
OFF_THE_MAP = ("ATA", "FJI")

# Shapes the source keeps apart under codes of its own: Northern Cyprus and Somaliland.
MERGED = {"CYN": "CYP", "SOL": "SOM"}

# The plane is cut open at 85 W: what lies west of 100 W is reached across the Pacific, 360 degrees on.
FAR_WEST = shapely.box(-180, -90, -100, 90)

# All that can fall into the extent, in degrees with 360 added. What is left out would fold when projected.
DOMAIN = shapely.box(-60, -5, 240, 90)


def repaired(shapes: geopandas.GeoSeries) -> geopandas.GeoSeries:
    """The countries whole and valid, in degrees of longitude from -100 to 260."""
    whole = shapes.map(_cut_at_180)
    kept = whole.drop(index=[code for code in OFF_THE_MAP if code in whole.index])
    return merged(kept.map(_joined_across_180))


def merged(shapes: geopandas.GeoSeries) -> geopandas.GeoSeries:
    """The shapes of `MERGED` put into the one they belong to, the rest as it was; sorted by code."""
    by_code = shapes.groupby(lambda code: MERGED.get(code, code))
    return by_code.agg(shapely.coverage_union_all).set_crs(shapes.crs)


def projected(shapes: geopandas.GeoSeries) -> geopandas.GeoSeries:
    """The shapes in metres of `projection.CRS`, cut to `EXTENT`; those outside are left out."""
    # Cut twice: in degrees, so that a shape can be projected at all, then to the rectangle of the map.
    return _clipped(_clipped(shapes, DOMAIN).to_crs(projection.CRS), shapely.box(*EXTENT))


def _cut_at_180(shape: BaseGeometry) -> BaseGeometry:
    # A part that crosses 180 comes as one ring that jumps back across the whole world. Its lines are straight
    # in degrees, so they are cut there and not along great circles.
    parts = shapely.MultiPolygon(shapely.get_parts(shape).tolist())
    return antimeridian.fix_multi_polygon(parts, fix_winding=True, great_circle=False)


def _joined_across_180(shape: BaseGeometry) -> BaseGeometry:
    if not shape.intersects(FAR_WEST):
        return shape
    west = translate(shape.intersection(FAR_WEST), xoff=360)
    return shapely.union(shape.difference(FAR_WEST), west)


def _clipped(shapes: geopandas.GeoSeries, window: shapely.Polygon) -> geopandas.GeoSeries:
    cut = shapes.map(lambda shape: shape if shape.within(window) else shape.intersection(window))
    return cut[shapely.area(cut.values) > 0]
