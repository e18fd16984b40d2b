"""Where the parts of a picture stand, and how large its type is, for any size and shape of it."""

from __future__ import annotations

from typing import NamedTuple

ACROSS = 1.25
"""From this width to height on, the legend stands beside the map; below it, under the map."""
TALLEST = 1.17
"""Width to height of the tallest map that there is land for."""
LOWEST = 40
"""Pixels that the body has at least, in a picture too small for its words."""
CAPTION = 1.6
"""Room above the lens for its caption, in sizes of a note."""
LEAST = 0.4
"""Of the height between head and foot, that a map has at least above its legend."""


SIDE = 18.5 * 24 / 96
"""Width of a legend beside the map, in sizes of the year."""


class Box(NamedTuple):
    """A rectangle in pixels, from the top left corner of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> Box:
        """The rectangle with so many pixels more on each side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


class Sizes(NamedTuple):
    """Type in pixels, the margin, and `mark`, by which lines and patterns are larger than on the page."""

    year: float
    headline: float
    dated: float
    label: float
    legend: float
    note: float
    credit: float
    margin: float
    mark: float


class Page(NamedTuple):
    """The parts of a picture: the map, the legend with what belongs to it, and the lens (None without room)."""

    map: Box
    legend: Box
    lens: Box | None


def sizes(width: float, height: float) -> Sizes:
    """Type for a picture of this size: as users read it from the last row at 1920 x 1080, never below 11 pixels.

    Credits are read up close and may be smaller.
    """
    scale = min(height / 1080, width / 1200)
    label = 26 * scale
    if width / height < ACROSS:  # the map is small beside the legend
        label = min(label, 0.0185 * width, 0.0165 * height)
    label = max(label, 11)
    return Sizes(
        year=max(96 * scale, 26),
        headline=max(40 * scale, 13),
        dated=max(26 * scale, 11),
        label=label,
        legend=max(24 * scale, 11),
        note=max(20 * scale, 11),
        credit=max(16 * scale, 8),
        margin=40 * scale,
        mark=label / 14,
    )


def bare(width: float) -> Sizes:
    """Type and lines of a small map among others, which has no words but names."""
    label = max(26 * width / 1400, 9)
    return Sizes(label, label, label, label, label, label, label, 0, max(width / 1000, 0.45))


def page(width: float, height: float, type_: Sizes, head: float, foot: float, legend: float, shape: float) -> Page:
    """The parts between a head and a foot of the given heights.

    `legend` is the height that the legend needs, `shape` the width to height of the lens, 0 for a picture without.
    """
    body = Box(type_.margin, head, width - type_.margin, max(height - foot, head + LOWEST))
    return _beside(body, type_, legend, shape) if width / height >= ACROSS else _below(body, type_, legend, shape)


def column(width: float, height: float, type_: Sizes) -> float:
    """Width of the legend, or of a column of it."""
    if width / height >= ACROSS:
        return SIDE * type_.year
    return (width - 3 * type_.margin) / 2


def columns(width: float, height: float, shape: float) -> int:
    """In how many columns the legend stands: it has the room of the lens too where there is none (`shape` is 0)."""
    return 2 if width / height < ACROSS and not shape else 1


def _beside(body: Box, type_: Sizes, legend: float, shape: float) -> Page:
    left = body.right - SIDE * type_.year
    side = Box(left, body.top, body.right, body.bottom)
    room = body.height - legend - type_.legend - CAPTION * type_.note
    lens = _fitted(side, min(room, side.width / shape), shape) if shape else None
    below = lens.top - CAPTION * type_.note if lens else body.bottom
    return Page(Box(body.left, body.top, left - 0.7 * type_.margin, body.bottom), side._replace(bottom=below), lens)


def _below(body: Box, type_: Sizes, legend: float, shape: float) -> Page:
    """The lens at the left, where the part of the map lies that it shows, and the legend at the right."""
    half, gap = (body.width - type_.margin) / 2, 0.6 * type_.margin
    caption = CAPTION * type_.note
    tall = body.height - body.width / TALLEST - gap
    high = min(max(legend, min(tall, half / shape + caption) if shape else 0), (1 - LEAST) * body.height - gap)
    above = body._replace(bottom=body.bottom - max(high, tall) - gap)
    spare = max(body.bottom - above.bottom - gap - high, 0) / 2
    lower = Box(body.left, above.bottom + gap + spare, body.right, body.bottom - spare)
    lens = _fitted(lower, min(high - caption, half / shape), shape) if shape else None
    return Page(above, lower._replace(left=body.right - half) if shape else lower, lens)


def _fitted(side: Box, height: float, shape: float) -> Box | None:
    """The lens in the lower left corner of its side, or None where too little would be seen in it."""
    if height < 60:
        return None
    return Box(side.left, side.bottom - height, side.left + height * shape, side.bottom)
