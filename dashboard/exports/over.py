"""What a layer puts over the map."""

from __future__ import annotations

from typing import NamedTuple

from shapely.geometry.base import BaseGeometry

from dashboard.exports.plate import Item


class Over(NamedTuple):
    """Lines over the states, words over everything, and the room that both take, in pixels: no name stands there."""

    lines: list[Item]
    words: list[Item]
    taken: list[BaseGeometry]
