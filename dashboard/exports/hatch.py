"""The marks of a patterned fill: the same geometry as on the page (map/script/shapes.js), as tiles and as polygons."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from dashboard.exports.plate import Points


class Tile(NamedTuple):
    """A square that repeats, turned by `angle` degrees clockwise; in it a band or a dot, in pixels.

    `band` is the width and height of a rectangle in the tile's corner; `radius` that of a dot in its middle.
    """

    size: float
    angle: float
    band: tuple[float, float] = (0, 0)
    radius: float = 0


TILES: dict[str, Tile] = {
    "stripe": Tile(10, 45, band=(5, 10)),
    "counter": Tile(10, -45, band=(4, 10)),
    "lines": Tile(6, 0, band=(6, 1.5)),
    "dots": Tile(9, 0, radius=1.3),
    "dense": Tile(6, 0, radius=1.5),
}
"""By kind of palette.Pattern; a solid fill has none."""
CORNERS = 12
"""Of the polygon that stands for a dot."""


def marks(kind: str, scale: float, bounds: tuple[float, float, float, float]) -> list[Points]:
    """The marks that cover a rectangle (left, top, right, bottom) and a little more, as polygons in pixels."""
    tile = TILES[kind]
    size, turn = tile.size * scale, _turn(tile.angle)
    left, top, right, bottom = bounds
    corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom)]) @ turn
    (first, upper), (last, lower) = corners.min(axis=0) // size, corners.max(axis=0) // size
    across, down = np.arange(first - 1, last + 2) * size, np.arange(upper - 1, lower + 2) * size
    shape = _dot(tile, scale) if tile.radius else _band(tile, scale, across, down)
    if tile.radius:
        return [(shape + (x, y)) @ turn.T for x in across for y in down]
    starts = [(x, down[0]) for x in across] if tile.band[1] == tile.size else [(across[0], y) for y in down]
    return [(shape + start) @ turn.T for start in starts]


def _turn(angle: float) -> np.ndarray:
    """The matrix M for which `points @ M.T` turns points clockwise on the screen and `points @ M` back."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return np.array([(cos, -sin), (sin, cos)])


def _dot(tile: Tile, scale: float) -> Points:
    angles = np.linspace(0, 2 * math.pi, CORNERS, endpoint=False)
    centre = tile.size * scale / 2
    return centre + tile.radius * scale * np.column_stack([np.cos(angles), np.sin(angles)])


def _band(tile: Tile, scale: float, across: np.ndarray, down: np.ndarray) -> Points:
    """A band as long as all tiles in its row, so that no seam shows."""
    wide, high = tile.band
    wide = wide * scale if wide < tile.size else across[-1] - across[0]
    high = high * scale if high < tile.size else down[-1] - down[0]
    return np.array([(0, 0), (wide, 0), (wide, high), (0, high)])
