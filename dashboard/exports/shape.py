"""What is drawn of a picture as DrawingML, the shapes of a slide: every colour literal, nothing taken from a theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import shapely

from dashboard.exports import markup
from dashboard.exports.plate import Area, Dot, Line, Paint, Points, Stroke

WIDTH = 12_192_000
"""Of every slide: 13.33 inches, which is 16:9 at a height of 7.5; in English Metric Units, 914,400 to the inch."""
STEP = 3175
"""A quarter of a point, in which outlines are written."""
FINE, COARSE = 1.2, 2.5
"""How far an outline may run beside the true one, in steps: of all but the land around, and of that."""

LAND = "Land"
"""Name of the land around the states."""
PATTERNS = {"stripe": "wdUpDiag", "counter": "wdDnDiag", "lines": "ltHorz", "dots": "pct10", "dense": "pct25"}
"""Preset pattern fills, by kind of palette.Pattern."""

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
"""Tells a screen reader to pass a shape over, and an accessibility checker that this is meant."""


def area(item: Area, number: int, scale: float) -> str:
    """Polygons as one freeform; `scale` is the EMU to a pixel, `number` the shape's id on its slide."""
    rings = [ring for polygon in item.polygons for ring in polygon]
    if not rings:
        return ""
    outline = freeform(rings, scale, tolerance=COARSE if item.name == LAND else FINE)
    return shape(number, item.name, item.title, outline, paint(item.paint), stroke(item.stroke, scale))


def line(item: Line, number: int, scale: float) -> str:
    """An open line as one freeform or, with its casing, as two."""
    drawn = freeform([item.points], scale, closed=False)
    whole = shape(number, item.name, "", drawn, paint(None), stroke(item.stroke, scale))
    if item.casing is None:
        return whole
    return shape(number + 1, f"{item.name}, casing", "", drawn, paint(None), stroke(item.casing, scale)) + whole


def dot(item: Dot, number: int, scale: float) -> str:
    """A circle."""
    box = (item.x - item.radius, item.y - item.radius, 2 * item.radius, 2 * item.radius)
    drawn = preset("ellipse", box, scale)
    return shape(number, item.name, "", drawn, paint(item.paint), stroke(item.stroke, scale))


def shape(number: int, name: str, told: str, geometry: str, fill: str, outline: str, click: str = "") -> str:
    """One shape; `told` is its alternative text, without which it is marked as decoration.

    It has no p:style and an empty list of effects: nothing is left for a theme to fill in.
    """
    inside = click if told else click + DECORATIVE
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={markup.quoted(name)} descr={markup.quoted(told)}>'
        f"{inside}</p:cNvPr>"
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{geometry}{fill}{outline}<a:effectLst/></p:spPr></p:sp>"
    )


def position(left: int, top: int, width: int, height: int, mirrored: bool = False) -> str:
    """Where a shape lies on its slide, in EMU."""
    flip = ' flipH="1"' if mirrored else ""
    return f'<a:xfrm{flip}><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def preset(name: str, box: tuple[float, float, float, float], scale: float, mirrored: bool = False) -> str:
    """A shape that the format has a name for, in a box (left, top, width, height) in pixels."""
    placed = position(*(round(length * scale) for length in box), mirrored=mirrored)
    return f'{placed}<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def freeform(rings: Sequence[Points], scale: float, closed: bool = True, tolerance: float = FINE) -> str:
    """Rings as the subpaths of one path: programs fill those by the even-odd rule, which leaves holes open."""
    points = np.concatenate(rings) * (scale / STEP)
    corner = np.floor(points.min(axis=0))
    # In eighths of a step, so that what is the same on two slides is the same to the cache.
    eighths = np.rint((points - corner) * 8).astype(np.int32)
    lengths = tuple(len(ring) for ring in rings)
    width, height, path = _path(eighths.tobytes(), lengths, closed, tolerance)
    left, top = (int(length) * STEP for length in corner)
    fill = "" if closed else ' fill="none"'
    return (
        f"{position(left, top, width * STEP, height * STEP)}"
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}"{fill}>{path}</a:path></a:pathLst></a:custGeom>'
    )


@lru_cache(maxsize=128)
def _path(eighths: bytes, lengths: tuple[int, ...], closed: bool, tolerance: float) -> tuple[int, int, str]:
    """Width, height and subpaths of a freeform, in steps; written once for all slides that show the same outline."""
    points = np.frombuffer(eighths, dtype=np.int32).reshape(-1, 2) / 8
    rings = np.split(points, np.cumsum(lengths)[:-1])
    steps = _visible([_steps(ring, closed, tolerance) for ring in rings])
    width, height = np.maximum(np.concatenate(steps).max(axis=0), 1)
    return int(width), int(height), "".join(_subpath(ring.tolist(), closed) for ring in steps)


def _steps(points: Points, closed: bool, tolerance: float) -> np.ndarray:
    """Points in whole steps without those that an outline can do without (Douglas and Peucker); a ring stays one."""
    kept = points
    if len(points) > 4:
        whole = shapely.LinearRing(points) if closed else shapely.LineString(points)
        kept = shapely.get_coordinates(whole.simplify(tolerance))
        kept = kept[:-1] if closed else kept
    return np.rint(kept).astype(int)


def _visible(rings: list[np.ndarray]) -> list[np.ndarray]:
    """The rings without those that shrank to a point; the longest stays where all of them did."""
    kept = [ring for ring in rings if np.ptp(ring, axis=0).any()]
    return kept or [max(rings, key=len)]


def _subpath(points: list[list[int]], closed: bool) -> str:
    (x, y), *rest = points
    lines = "".join([f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in rest])
    return f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>{lines}{"<a:close/>" if closed else ""}'


def paint(found: Paint | None) -> str:
    """A fill: none, one colour, or a preset pattern in two."""
    if found is None:
        return "<a:noFill/>"
    if found.kind == "solid":
        return solid(found.ground)
    ink, ground = colour(found.ink), colour(found.ground)
    return f'<a:pattFill prst="{PATTERNS[found.kind]}"><a:fgClr>{ink}</a:fgClr><a:bgClr>{ground}</a:bgClr></a:pattFill>'


def solid(shade: str, cover: float = 1) -> str:
    """A fill in one colour, `#RRGGBB`, that hides a part of what lies below."""
    return f"<a:solidFill>{colour(shade, cover)}</a:solidFill>"


def colour(shade: str, cover: float = 1) -> str:
    """A colour in its own numbers, never one of the theme's."""
    alpha = f'<a:alpha val="{round(cover * 100_000)}"/>' if cover < 1 else ""
    return f'<a:srgbClr val="{shade.removeprefix("#").upper()}">{alpha}</a:srgbClr>'


def stroke(found: Stroke | None, scale: float) -> str:
    """A line with its dashes, or that there is none: a theme would else draw one."""
    if found is None:
        return "<a:ln><a:noFill/></a:ln>"
    width = round(found.width * scale)
    return f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{solid(found.colour)}{_dashes(found)}<a:round/></a:ln>'


def _dashes(found: Stroke) -> str:
    """Dashes and gaps in thousandths of a per cent of the line's width."""
    if not found.dash:
        return '<a:prstDash val="solid"/>'
    lengths = [round(length / found.width * 100_000) for length in found.dash]
    return f"<a:custDash>{''.join(_dash(on, off) for on, off in _pairs(lengths))}</a:custDash>"


def _dash(on: int, off: int) -> str:
    return f'<a:ds d="{on}" sp="{off}"/>'


def _pairs(lengths: Sequence[int]) -> Iterable[tuple[int, int]]:
    return zip(lengths[::2], lengths[1::2], strict=True)
