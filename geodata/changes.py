"""What a rebuild changed, a line a state."""

from __future__ import annotations

import geopandas
import shapely

SQUARE_KM = 1e6


def changes(old: geopandas.GeoSeries, new: geopandas.GeoSeries) -> list[str]:
    """A line for every code whose shape is new, gone or different; both series in metres, indexed by code."""
    lines = [f"{code}: {_change(old.get(code), new.get(code))}" for code in sorted({*old.index, *new.index})]
    return [line for line in lines if not line.endswith(": same")] or ["nothing changed"]


def _change(old: shapely.Geometry | None, new: shapely.Geometry | None) -> str:
    if old is None:
        return f"new, {_count(new)}"
    if new is None:
        return f"gone, had {_count(old)}"
    if shapely.equals_exact(old, new):
        return "same"
    grown = (new.area - old.area) / SQUARE_KM
    return f"{_count(old)} -> {_count(new)}; area {grown:+,.1f} km2"


def _count(shape: shapely.Geometry) -> str:
    return f"{shapely.get_num_coordinates(shape):,} points, parts {shapely.get_num_geometries(shape)}"
