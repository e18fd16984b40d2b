"""A picture as PNG or PDF, drawn with matplotlib: no window, no axes, and the fonts that come with it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import cache

import matplotlib
import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D
from PIL import Image

from dashboard.exports import hatch, metrics
from dashboard.exports.plate import LEADING, Area, Dot, Item, Line, Paint, Plate, Points, Stroke, Words

POINTS = 72
"""Per inch: at this resolution a pixel of the plate is one point, the unit of line widths and type."""
HALO = 0.22
"""Width of a halo, in sizes of the type."""


def png(plate: Plate, scale: float = 1) -> bytes:
    """The plate as PNG, `scale` times as wide and high as its pixels."""
    figure = _figure(plate, POINTS * scale)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    # Nothing shows through, so a quarter of the bytes need not be compressed.
    image = Image.frombuffer("RGBA", canvas.get_width_height(), canvas.buffer_rgba()).convert("RGB")
    written = io.BytesIO()
    image.save(written, "PNG", compress_level=3)
    return written.getvalue()


def pdf(plate: Plate) -> bytes:
    """The plate as PDF of one page: shapes as vectors, words as text in embedded fonts.

    The same plate gives the same bytes: the file states no time at which it was made.
    """
    written = io.BytesIO()
    about = {"Title": plate.title, "Subject": plate.description, "CreationDate": None}
    with matplotlib.rc_context({"pdf.fonttype": 42}):
        FigureCanvasPdf(_figure(plate, POINTS)).print_pdf(written, metadata=about)
    return written.getvalue()


def _figure(plate: Plate, dpi: float) -> Figure:
    figure = Figure(figsize=(plate.width / POINTS, plate.height / POINTS), dpi=dpi, facecolor=plate.background)
    down = Affine2D().scale(1, -1).translate(0, plate.height).scale(dpi / POINTS)
    for item in plate.items:
        for artist, within in _artists(item):
            artist.set_transform(down)
            figure.add_artist(artist)
            artist.set_clip_path(within, down if within else None)
    return figure


def _artists(item: Item) -> Iterator[tuple[Artist, Path | None]]:
    """What an item is drawn with, in order, each with the path it is clipped to, if any."""
    match item:
        case Area():
            yield from _filled(_path(item.polygons), item.paint, item.stroke)
        case Dot():
            yield from _filled(Path.circle((item.x, item.y), item.radius), item.paint, item.stroke)
        case Line():
            for stroke in filter(None, (item.casing, item.stroke)):
                yield _patch(Path(item.points), None, stroke, "butt"), None
        case Words():
            for artist in _written(item):
                yield artist, None


def _filled(path: Path, paint: Paint | None, stroke: Stroke | None) -> Iterator[tuple[Artist, Path | None]]:
    if paint:
        yield _patch(path, paint.ground), None
    if paint and paint.kind != "solid" and len(path.vertices):
        corners = path.get_extents()
        marks = hatch.marks(paint.kind, paint.scale, (corners.x0, corners.y0, corners.x1, corners.y1))
        yield _patch(_path((mark,) for mark in marks), paint.ink), path
    if stroke:
        yield _patch(path, None, stroke), None


def _patch(path: Path, fill: str | None, stroke: Stroke | None = None, cap: str = "round") -> PathPatch:
    patch = PathPatch(path, facecolor=fill or "none", edgecolor="none", linewidth=0, joinstyle="round")
    if stroke:
        patch.set(edgecolor=stroke.colour, linewidth=stroke.width, capstyle="butt" if stroke.dash else cap)
        if stroke.dash:  # which matplotlib counts in widths of the line
            patch.set_linestyle((0, [length / stroke.width for length in stroke.dash]))
    return patch


def _path(polygons: Iterable[tuple[Points, ...]]) -> Path:
    """All rings as one path. Outer rings and holes turn in opposite ways, for matplotlib fills what is wound round."""
    rings = [_wound(ring, hole) for outer, *holes in polygons for ring, hole in _told(outer, holes)]
    if not rings:
        return Path(np.empty((0, 2)))
    vertices = np.concatenate([np.vstack([ring, ring[:1]]) for ring in rings])
    codes = np.full(len(vertices), Path.LINETO, dtype=Path.code_type)
    ends = np.cumsum([len(ring) + 1 for ring in rings])
    codes[ends - 1] = Path.CLOSEPOLY
    codes[np.concatenate([[0], ends[:-1]])] = Path.MOVETO
    return Path(vertices, codes)


def _told(outer: Points, holes: Iterable[Points]) -> Iterator[tuple[Points, bool]]:
    yield outer, False
    for hole in holes:
        yield hole, True


def _wound(ring: Points, hole: bool) -> Points:
    (x, y), last = ring.T, ring[-1]
    twice = np.dot(x[:-1], y[1:]) - np.dot(y[:-1], x[1:]) + last[0] * y[0] - last[1] * x[0]
    return ring[::-1] if (twice > 0) == hole else ring


def _written(words: Words) -> Iterator[Artist]:
    """Each line of a text, over an outline of its letters where it has a halo: the text itself stays text."""
    font = _font(words.bold)
    for number, line in enumerate(words.lines):
        y = words.y + number * LEADING * words.size
        x = words.x - metrics.width(line, words.size, words.bold) * {"start": 0, "middle": 0.5, "end": 1}[words.align]
        if words.halo:
            letters = TextPath((0, 0), _plain(line), size=words.size, prop=font)
            placed = letters.transformed(Affine2D().scale(1, -1).translate(x, y))
            yield _patch(placed, None, Stroke(words.halo, HALO * words.size))
        text = Text(x, y, line, color=words.colour, fontproperties=font, fontsize=words.size, parse_math=False)
        text.set_url(words.address or None)
        yield text


def _plain(line: str) -> str:
    """A dollar sign would begin a formula in a TextPath, which has no switch for it."""
    return line.replace("$", "S")


@cache
def _font(bold: bool) -> FontProperties:
    return FontProperties(fname=str(metrics.file(bold)))
