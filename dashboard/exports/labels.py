"""The names of the states at their spots, with leader lines, and badges where something changed."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from dashboard import palette
from dashboard.exports.plate import Dot, Item, Line, Paint, Stroke, Words
from dashboard.exports.setting import Setting
from dashboard.exports.spots import Spot
from dashboard.palette import Shade
from dashboard.scene import Mark

BADGE = 0.52
"""Radius of a badge, in sizes of the label."""
GLYPH_INK = "#14181C"
PLAIN = Shade("#FFFFFF", "#0C1210")
"""Ink on the fill of a member."""


def draw(setting: Setting, spots: dict[str, Spot], only: Iterable[str] | None = None) -> list[Item]:
    """The names at their spots with leader lines, and badges where something changed; `only` these states' names."""
    items: list[Item] = []
    for mark in setting.scene.marks:
        spot = spots.get(mark.iso_a3)
        if spot is None or (only is not None and mark.iso_a3 not in only):
            continue
        items += _leader(setting, mark, spot) + [_name(setting, mark, spot)]
        if mark.badge and not setting.pale:
            items += badge(setting, mark, spot.badge, setting.sizes.label)
    return items


def _leader(setting: Setting, mark: Mark, spot: Spot) -> list[Item]:
    if spot.leader is None:
        return []
    ink = setting.colour(palette.INK)
    width = setting.sizes.mark
    pale = Stroke(setting.colour(palette.PAPER), 2.4 * width)
    line = Line(np.array(spot.leader), Stroke(ink, width), pale, f"Leader: {mark.name}")
    return [line, Dot(*spot.leader[0], 1.9 * width, Paint("solid", ink, ink), Stroke(pale.colour, 0.6 * width))]


def _name(setting: Setting, mark: Mark, spot: Spot) -> Words:
    colour, halo = ink(setting, mark.status, inside=spot.leader is None)
    x, y = spot.text
    bold = mark.status != "none"
    return Words(x, y, (mark.name,), setting.sizes.label, colour, bold, spot.align, halo, name=f"Name: {mark.name}")


def ink(setting: Setting, status: str, inside: bool) -> tuple[str, str]:
    """Colour and halo of a name on the fill of a status, or outside on the land."""
    quiet = palette.QUIET if status == "none" else palette.INK
    if not inside:
        return setting.colour(quiet), setting.colour(palette.LAND)
    ground = setting.paint(status).ground
    if setting.pale or status not in ("member", "suspended", "former"):
        return setting.colour(quiet), ground
    if status == "member":
        return setting.colour(PLAIN), ground
    return GLYPH_INK, setting.colour(Shade("#F2D9BD", "#DC9A4E")) if status == "suspended" else ground


def badge(setting: Setting, mark: Mark, centre: tuple[float, float], size: float) -> list[Item]:
    """A white disc with the glyph of what changed."""
    x, y = centre
    name, glyph, white = f"Badge: {mark.name}", 0.78 * size, "#FFFFFF"
    disc = Dot(x, y, BADGE * size, Paint("solid", white, white), Stroke(GLYPH_INK, 0.08 * size), name)
    return [disc, Words(x, y + 0.36 * glyph, (mark.badge,), glyph, GLYPH_INK, True, "middle", name=f"{name}, glyph")]
