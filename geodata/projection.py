"""The projection of the map, and the part of the plane it shows."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pyproj import Transformer

# Asia North Albers: equal-area, so that a large country looks as large as it is and no larger.
CRS = "ESRI:102025"
WGS84 = "EPSG:4326"


class Frame(NamedTuple):
    """A rectangle of the projected plane: its sides in metres of `CRS`."""

    west: int
    south: int
    east: int
    north: int

    @property
    def width(self) -> int:
        """Length from west to east, in metres."""
        return self.east - self.west

    @property
    def height(self) -> int:
        """Length from south to north, in metres."""
        return self.north - self.south


# Every state drawn in detail, whole, with about 150 km to spare on each side; 1.50 times as wide as high.
FRAME = Frame(west=-5_260_000, south=220_000, east=4_140_000, north=6_480_000)

# What the boundary file is cut to: wide enough for a page of any shape to show land to its very edge.
EXTENT = Frame(
    west=FRAME.west - 600_000,
    south=FRAME.south - 900_000,
    east=FRAME.west + 12_600_000,
    north=FRAME.north + 900_000,
)


@cache
def transformer() -> Transformer:
    """The transformation from longitude and latitude (WGS 84, degrees, in that order) to metres of `CRS`."""
    return Transformer.from_crs(WGS84, CRS, always_xy=True)


def project(lon: float, lat: float) -> tuple[float, float]:
    """Easting and northing, in metres of `CRS`, of a point given in degrees of WGS 84.

    Raises ValueError for a latitude beyond a pole or a longitude beyond 360 degrees.
    """
    if not (-360 <= lon <= 360 and -90 <= lat <= 90):
        raise ValueError(f"lon {lon}, lat {lat} is no place on Earth; expected longitude first, in degrees")
    return transformer().transform(lon, lat)
