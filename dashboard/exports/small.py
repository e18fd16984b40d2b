"""A small map of a year among many: states in their statuses, what changed, and a lens, without a word."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard import palette, shapes
from dashboard.exports import ground, lens
from dashboard.exports.ground import Polygons, Window
from dashboard.exports.layout import Box, Sizes
from dashboard.exports.plate import Area, Stroke, moved
from dashboard.exports.setting import Setting
from dashboard.shapes import Shapes

AROUND = ""
"""Stands for the land around the states, among their codes."""
ROUGH = 0.25
"""Pixels by which an outline may run beside the true one."""
SPECK = 0.7
"""Square pixels of an islet, below which it is left out."""
LENS = 0.26
"""Width of the lens, in widths of the map."""
PATTERN, LEAST = 1.3, 0.55
"""How much larger patterns are than lines: they have to be told apart in small states; and their least scale."""
DARK = ("member", "suspended")
"""Statuses whose fill is so far from the land that a pale border shows on it."""


def sizes(width: float) -> Sizes:
    """Lines and patterns of a map this wide; it has no type."""
    return Sizes(0, 0, 0, 0, 0, 0, 0, 0, max(width / 1000, 0.45))


def draw(setting: Setting, width: float, height: float) -> list[Area]:
    """The map at the left of a rectangle of this size in the picture's corner; every name begins with the year."""
    window = ground.fitted(shapes.frame_bounds(), Box(0, 0, width, height))
    drawn = _map(setting, window, "")
    high = LENS * width / lens.SHAPE
    inner = lens.window(Box(window.box.right - LENS * width, window.box.bottom - high, *window.box[2:]))
    edge = Stroke(setting.colour(lens.EDGE), setting.sizes.mark)
    seen = [replace(area, iso_a3="", status="") for area in _map(setting, inner, "Lens: ")]
    drawn += [lens.region(setting, window), *seen, Area((ground.frame(inner),), None, edge, "Lens frame")]
    coast = Stroke(setting.colour(palette.COAST), setting.sizes.mark)
    drawn.append(Area((ground.frame(window),), None, coast, "Frame"))
    year, aside = setting.day.year, -window.box.left
    named = [replace(area, name=f"{year}: {area.name}", year=year if area.iso_a3 else None) for area in drawn]
    return [moved(area, aside, 0) for area in named]


def _map(setting: Setting, window: Window, lens_of: str) -> list[Area]:
    """Sea, land and states, with a whole line around those that changed; `lens_of` begins the names in the lens."""
    north_up, mark = bool(lens_of), setting.sizes.mark
    pattern = max(PATTERN * mark, LEAST)
    coast = Stroke(setting.colour(palette.COAST), 0.5 * mark)
    land = _outline(setting.drawn, window, AROUND, setting.timeline.states, north_up)
    drawn = [
        Area((ground.frame(window),), setting.solid(palette.SEA), name=f"{lens_of}Sea"),
        Area(land, setting.solid(palette.LAND), coast, name=f"{lens_of}Land"),
    ]
    changed: list[Area] = []
    for state in setting.scene.marks:
        found = _outline(setting.drawn, window, state.iso_a3, setting.timeline.states, north_up)
        if not found:
            continue
        border = Stroke(setting.colour(palette.PAPER if state.status in DARK else palette.BORDER), 0.9 * mark)
        drawn.append(
            Area(
                found, setting.paint(state.status)._replace(scale=pattern), border, f"{lens_of}{state.name}",
                ground.said(state), state.iso_a3, state.status,
            )
        )  # fmt: skip
        if state.badge:
            line = Stroke(setting.colour(palette.INK), 2.4 * mark)
            changed += ground.cased(setting, found, line, f"{lens_of}Change: {state.name}")
    return drawn + changed


@lru_cache(maxsize=256)
def _outline(drawn: Shapes, window: Window, code: str, states: tuple[str, ...], north_up: bool) -> Polygons:
    """A state, or the land around all of them, as rough as such a map can bear; `north_up` is in the lens."""
    found = [drawn.state(code)] if code != AROUND else drawn.context(states)
    if north_up:
        region = shapes.lens_region()
        found = [shapes.in_lens(shape) for shape in found if shape.intersects(region)]
    return window.polygons(_rough(shape, window.scale) for shape in found)


def _rough(shape: BaseGeometry, scale: float) -> BaseGeometry:
    parts = shapes.polygons(shapely.simplify(shape, ROUGH / scale))
    largest = max((part.area for part in parts), default=0)
    return shapely.MultiPolygon([part for part in parts if part.area >= min(SPECK / scale**2, largest)])
