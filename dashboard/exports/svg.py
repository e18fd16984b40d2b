"""A picture as a standalone SVG: shapes with names, patterns, and text as text; nothing is fetched from anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

import numpy as np

from dashboard.exports import hatch, markup, metrics
from dashboard.exports.plate import LEADING, Area, Dot, Item, Line, Paint, Plate, Points, Stroke, Words

HALO = 0.22
"""Width of a halo, in sizes of the type."""


def text(plate: Plate) -> str:
    """The plate as SVG 1.1. A state is the one element with the id `state-` and its code, `data-iso` and `data-status`.

    Where there is a map for each of many years, the year stands in the id too, and in `data-year`. Where two days are
    compared, a state's shape on the other day's map has a `data-status` and no code.

    The same plate gives the same text. What the records say is escaped; what XML cannot hold is left out.
    """
    paints = {paint: f"fill-{at}" for at, paint in enumerate(_patterns(plate.items))}
    body = [_item(item, paints) for item in plate.items]
    wide, high = _number(plate.width), _number(plate.height)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
            ' role="img" aria-labelledby="title desc">',
            f'<title id="title">{_safe(plate.title)}</title>',
            f'<desc id="desc">{_safe(plate.description)}</desc>',
            "<defs>",
            *(_pattern(paint, name) for paint, name in paints.items()),
            "</defs>",
            f'<rect width="100%" height="100%" fill="{plate.background}"/>',
            f"<g font-family={quoteattr(metrics.FAMILY)} fill-rule=\"evenodd\" stroke-linejoin=\"round\">",
            *body,
            "</g>",
            "</svg>\n",
        ]
    )


def _patterns(items: Iterable[Item]) -> list[Paint]:
    paints = [item.paint for item in items if isinstance(item, Area | Dot) and item.paint]
    return list(dict.fromkeys(paint for paint in paints if paint.kind != "solid"))


def _pattern(paint: Paint, name: str) -> str:
    tile = hatch.TILES[paint.kind]
    if tile.radius:
        middle = _number(tile.size / 2)
        mark = f'<circle cx="{middle}" cy="{middle}" r="{_number(tile.radius)}" fill="{paint.ink}"/>'
    else:
        wide, high = tile.band
        mark = f'<rect width="{_number(wide)}" height="{_number(high)}" fill="{paint.ink}"/>'
    side = _number(tile.size)
    turned = f'patternTransform="rotate({_number(tile.angle)}) scale({_number(paint.scale)})"'
    return (
        f'<pattern id="{name}" width="{side}" height="{side}" patternUnits="userSpaceOnUse" {turned}>'
        f'<rect width="{side}" height="{side}" fill="{paint.ground}"/>{mark}</pattern>'
    )


def _item(item: Item, paints: dict[Paint, str]) -> str:
    match item:
        case Area():
            return _area(item, paints)
        case Line():
            drawn = "".join(
                f'<path d="{_ring(item.points)}" fill="none"{_stroke(stroke)}/>'
                for stroke in (item.casing, item.stroke)
                if stroke
            )
            return f"<g{_named(item.name)}>{drawn}</g>"
        case Dot():
            centre = f'cx="{_number(item.x)}" cy="{_number(item.y)}" r="{_number(item.radius)}"'
            return f"<circle{_named(item.name)} {centre}{_fill(item.paint, paints)}{_stroke(item.stroke)}/>"
        case Words():
            return _words(item)


def _area(area: Area, paints: dict[Paint, str]) -> str:
    path = "".join(f"{_ring(ring)}z" for rings in area.polygons for ring in rings)
    shown = f' d="{path}"{_fill(area.paint, paints)}{_stroke(area.stroke)}'
    if not area.status:
        return f"<path{_named(area.name)}{shown}/>"
    of_year, said = (f"{area.year}-", f' data-year="{area.year}"') if area.year else ("", "")
    code = f" id={_quoted(f'state-{of_year}{area.iso_a3}')} data-iso={_quoted(area.iso_a3)}" if area.iso_a3 else ""
    state = f"{code}{said} data-status={_quoted(area.status)}"
    return f"<path{state}{_named(area.name)}{shown}><title>{_safe(area.title)}</title></path>"


def _words(words: Words) -> str:
    """A text; letters are drawn over their own halo."""
    anchor = "" if words.align == "start" else f' text-anchor="{words.align}"'
    weight = ' font-weight="700"' if words.bold else ""
    halo = ""
    if words.halo:
        width = _number(HALO * words.size)
        halo = f' stroke="{words.halo}" stroke-width="{width}" paint-order="stroke"'
    x = _number(words.x)
    # Who reads or copies a text finds a space between two lines, one that takes no room; not within an address.
    between = "" if words.link else '<tspan font-size="0"> </tspan>'
    lines = between.join(
        f'<tspan x="{x}" y="{_number(words.y + at * LEADING * words.size)}">{_safe(line)}</tspan>'
        for at, line in enumerate(words.lines)
    )
    size = f'font-size="{_number(words.size)}" fill="{words.colour}"'
    drawn = f"<text{_named(words.name)} {size}{weight}{anchor}{halo}>{lines}</text>"
    return f"<a href={_quoted(words.address)}>{drawn}</a>" if words.address else drawn


def _named(name: str) -> str:
    return f" data-name={_quoted(name)}" if name else ""


def _fill(paint: Paint | None, paints: dict[Paint, str]) -> str:
    if paint is None:
        return ' fill="none"'
    return f' fill="url(#{paints[paint]})"' if paint in paints else f' fill="{paint.ground}"'


def _stroke(stroke: Stroke | None) -> str:
    if stroke is None:
        return ""
    dash = f' stroke-dasharray="{" ".join(map(_number, stroke.dash))}"' if stroke.dash else ""
    return f' stroke="{stroke.colour}" stroke-width="{_number(stroke.width)}"{dash}'


def _ring(points: Points) -> str:
    """A first point, then steps of a tenth of a pixel, which take a third of the bytes."""
    tenths = np.rint(points * 10).astype(int)
    steps = np.diff(tenths, axis=0, prepend=np.zeros((1, 2), dtype=int)).tolist()
    (x, y), *rest = ((_tenth(across), _tenth(down)) for across, down in steps)
    return f"M{x} {y}l" + " ".join(f"{across} {down}" for across, down in rest)


def _tenth(number: int) -> str:
    return f"{number / 10:g}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _safe(said: str) -> str:
    return markup.text(said)


def _quoted(said: str) -> str:
    return markup.quoted(said)
