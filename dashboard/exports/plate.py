"""A picture as a list of what is drawn, in order: every output draws the same list.

Lengths are pixels of a picture `width` wide and `height` high, from its top left corner; a format with other
units scales them. Colours are `#RRGGBB` of one theme.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

import numpy as np

Points = np.ndarray
"""Coordinates of shape (n, 2), x to the right and y down."""


class Paint(NamedTuple):
    """A fill: `kind` is one of palette.Pattern's (solid, stripe, counter, lines, dots, dense); `ink` draws its marks.

    `scale` enlarges the marks; at 1 they have the size that they have on the map of the page.
    """

    kind: str
    ground: str
    ink: str
    scale: float = 1.0


class Stroke(NamedTuple):
    """A line: its width, and dashes and gaps in pixels; none for a solid one."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, eq=False)
class Area:
    """Polygons, each an outer ring and its holes; rings are closed by whoever draws them.

    `iso_a3` and `status` are given for the one shape of a state on the map, and for no other; `name` is what an
    editor of the picture finds it by, `title` what a reader who cannot see it is told (empty for decoration).
    """

    polygons: tuple[tuple[Points, ...], ...]
    paint: Paint | None
    stroke: Stroke | None = None
    name: str = ""
    title: str = ""
    iso_a3: str = ""
    status: str = ""


@dataclass(frozen=True, eq=False)
class Line:
    """An open line, with a wider one under it where it crosses a busy ground."""

    points: Points
    stroke: Stroke
    casing: Stroke | None = None
    name: str = ""


@dataclass(frozen=True)
class Dot:
    """A circle around a point."""

    x: float
    y: float
    radius: float
    paint: Paint | None
    stroke: Stroke | None = None
    name: str = ""


@dataclass(frozen=True)
class Words:
    """A text: `y` is its baseline, of the first line where `lines` has several, which follow at `LEADING` sizes.

    `align` is start, middle or end, of `x`; `halo` is a colour that keeps the text off what lies below.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    colour: str
    bold: bool = False
    align: str = "start"
    halo: str = ""
    link: str = ""
    name: str = ""

    @property
    def address(self) -> str:
        """The link, where it leads to a page: no other kind of address becomes one."""
        return self.link if self.link.startswith(("https://", "http://")) else ""


LEADING = 1.22
"""From one baseline to the next, in sizes of the type."""

Item = Area | Line | Dot | Words


def moved(item: Item, x: float, y: float) -> Item:
    """The item so many pixels to the right and down."""
    match item:
        case Area():
            polygons = tuple(tuple(ring + (x, y) for ring in rings) for rings in item.polygons)
            return replace(item, polygons=polygons)
        case Line():
            return replace(item, points=item.points + (x, y))
        case Dot() | Words():
            return replace(item, x=item.x + x, y=item.y + y)


@dataclass(frozen=True, eq=False)
class Plate:
    """One picture. `statuses` is what it shows, by ISO code, of every state that ever had one."""

    width: float
    height: float
    background: str
    title: str
    description: str
    day: date
    link: str
    items: tuple[Item, ...]
    statuses: dict[str, str] = field(default_factory=dict)
