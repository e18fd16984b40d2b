"""Boundaries in drawing units: whole steps of the boundary file's grid, counted from a corner."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import shapely
from shapely import affinity
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from geodata import boundaries, projection

LENS_CENTRE = (45.2, 41.05)
LENS_SIZE = (890, 610)
"""Longitude and latitude of the lens on the South Caucasus, and its width and height on the ground, in km."""
LENS_SCALE = 3
LENS_NAMES = {"GEO": (43.3, 42.15), "ARM": (44.6, 40.2), "AZE": (47.9, 40.9)}
"""Where the names stand in the lens: longitude and latitude."""
LENS_CLEAR = (131.9, 42.4)
"""South of Vladivostok: the lens stands below this place or to the left of it, never over it."""

CALLOUTS: dict[str, tuple[int, int]] = {
    "AFG": (44, 12), "ARM": (-58, 22), "AZE": (30, 24), "BLR": (-48, -22), "GEO": (-52, -16),
    "KGZ": (44, -16), "SRB": (24, 30), "TJK": (64, 16), "UZB": (-66, 34),
}  # fmt: skip
"""Where a name goes that does not fit inside its state, in pixels from the anchor: over seas and context."""


@dataclass(frozen=True)
class Anchor:
    """Where a state's name is centred, and how wide the state is there, in drawing units."""

    x: int
    y: int
    room: int
    callout: tuple[int, int]


@dataclass(frozen=True, eq=False)
class Shapes:
    """The boundaries (ESRI:102025, metres) of one file, and what is drawn of them, in drawing units."""

    frame: gpd.GeoDataFrame

    @cached_property
    def codes(self) -> frozenset[str]:
        """Codes of all shapes."""
        return frozenset(self.frame["code"])

    @cached_property
    def _by_code(self) -> dict[str, BaseGeometry]:
        return dict(zip(self.frame["code"], self.frame.geometry, strict=True))

    def state(self, code: str) -> BaseGeometry:
        """The shape with this code, in drawing units."""
        return to_units(self._by_code[code])

    def context(self, states: Iterable[str]) -> list[BaseGeometry]:
        """All other shapes that ISO 3166-1 assigns a code or none, in drawing units, in order of codes."""
        apart = set(states) | {"XKX"}
        return [to_units(shape) for code, shape in self._by_code.items() if code not in apart]

    def lens(self, states: Iterable[str]) -> dict[str, BaseGeometry]:
        """Shapes cut to the lens and turned north up, by code; the land around is one, under an empty code."""
        parts = {code: in_lens(self.state(code)) for code in states}
        parts[""] = in_lens(shapely.union_all(self.context(states)))
        return {code: shape for code, shape in parts.items() if not shape.is_empty}

    def anchor(self, code: str) -> Anchor:
        """Centre of the largest circle inside the largest part of a shape, and the chord through it."""
        largest = max(polygons(self.state(code)), key=lambda part: part.area)
        centre = middle(largest)
        west, south, east, north = largest.bounds
        chord = shapely.LineString([(west, centre.y), (east, centre.y)]).intersection(largest)
        across = next(part for part in shapely.get_parts(chord) if part.distance(centre) < 1)
        halfway = across.interpolate(0.5, normalized=True)
        return Anchor(round(halfway.x), round(halfway.y), round(across.length), CALLOUTS.get(code, (0, 0)))


def load() -> Shapes:
    """The shapes of the shipped boundary file; BoundaryError where it is missing or broken."""
    return Shapes(boundaries.load())


def to_units(shape: BaseGeometry) -> BaseGeometry:
    """A geometry in metres (ESRI:102025) as drawing units: grid steps from the extent's south-west corner."""
    west, south, *_ = projection.EXTENT
    return shapely.transform(shape, lambda xy: (xy - (west, south)) / boundaries.GRID)


def point(lon: float, lat: float) -> tuple[int, int]:
    """A place in WGS84 degrees as drawing units."""
    x, y = projection.project(lon, lat)
    west, south, *_ = projection.EXTENT
    return round((x - west) / boundaries.GRID), round((y - south) / boundaries.GRID)


def units(kilometres: float) -> float:
    """A length on the ground in drawing units (the projection keeps areas; lengths are near enough here)."""
    return kilometres * 1000 / boundaries.GRID


def frame_bounds() -> tuple[int, int, int, int]:
    """West, south, east, north of the frame that holds every state with records whole, in drawing units."""
    return tuple(round(value) for value in to_units(box(*projection.FRAME)).bounds)


def in_lens(shape: BaseGeometry) -> BaseGeometry:
    """What the lens shows of a shape in drawing units, turned north up; empty where it shows nothing."""
    return affinity.rotate(shapely.intersection(shape, lens_region()), lens_angle(), origin=point(*LENS_CENTRE))


def lens_bounds() -> tuple[int, int, int, int]:
    """West, south, east, north of the lens once it is turned north up, in drawing units."""
    (x, y), (wide, high) = point(*LENS_CENTRE), (units(side) for side in LENS_SIZE)
    return round(x - wide / 2), round(y - high / 2), round(x + wide / 2), round(y + high / 2)


def lens_point(lon: float, lat: float) -> tuple[int, int]:
    """A place in WGS84 degrees as drawing units of the lens, where north is up."""
    turned = affinity.rotate(shapely.Point(point(lon, lat)), lens_angle(), origin=point(*LENS_CENTRE))
    return round(turned.x), round(turned.y)


def lens_region() -> Polygon:
    """The part of the map that the lens shows, as it lies there, in drawing units."""
    return affinity.rotate(box(*lens_bounds()), -lens_angle(), origin=point(*LENS_CENTRE))


def lens_angle() -> float:
    """Degrees by which the map is turned, anticlockwise, for north to be up in the lens."""
    lon, lat = LENS_CENTRE
    (x, y), (north_x, north_y) = point(lon, lat), point(lon, lat + 5)
    return math.degrees(math.atan2(north_x - x, north_y - y))


def middle(shape: BaseGeometry) -> shapely.Point:
    """Centre of the largest circle inside the largest part of a shape: where a name has most room."""
    largest = max(polygons(shape), key=lambda part: part.area)
    return shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=20), 0)


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """The polygons of a geometry, whatever else an intersection left in it."""
    return [part for part in shapely.get_parts(shape) if isinstance(part, Polygon)]
