"""A picture as PNG or PDF, drawn with matplotlib: no window, no axes, and the fonts that come with it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
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

from dashboard.exports import hatch, letters, metrics
from dashboard.exports.plate import LEADING, Area, Dot, Item, Line, Paint, Plate, Points, Stroke, Words

POINTS = 72
"""Per inch: at this resolution a pixel of the plate is one point, the unit of line widths and type."""
HALO = 0.22
"""Width of a halo, in sizes of the type."""
ALIGN = {"start": 0, "middle": 0.5, "end": 1}
"""How much of a line stands left of its place."""
Writer = Callable[[Words], Iterator[Artist]]


def png(plate: Plate, scale: float = 1) -> bytes:
    """The plate as PNG, `scale` times as wide and high as its pixels."""
    written = io.BytesIO()
    image(plate, scale).save(written, "PNG", compress_level=3)
    return written.getvalue()


def image(plate: Plate, scale: float = 1) -> Image.Image:
    """The plate as pixels."""
    figure = _figure(plate, POINTS * scale, _traced)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    # Nothing shows through, so a quarter of the bytes need not be compressed.
    return Image.frombuffer("RGBA", canvas.get_width_height(), canvas.buffer_rgba()).convert("RGB")


def pdf(plate: Plate) -> bytes:
    """The plate as PDF of one page: shapes as vectors, words as text in embedded fonts.

    The same plate gives the same bytes: the file states no time at which it was made.
    """
    written = io.BytesIO()
    about = {"Title": plate.title, "Subject": plate.description, "CreationDate": None}
    with matplotlib.rc_context({"pdf.fonttype": 42}):
        FigureCanvasPdf(_figure(plate, POINTS, _written)).print_pdf(written, metadata=about)
    return written.getvalue()


def _figure(plate: Plate, dpi: float, write: Writer) -> Figure:
    figure = Figure(figsize=(plate.width / POINTS, plate.height / POINTS), dpi=dpi, facecolor=plate.background)
    down = Affine2D().scale(1, -1).translate(0, plate.height).scale(dpi / POINTS)
    for item in plate.items:
        for artist, within in _artists(item, write):
            artist.set_transform(down)
            figure.add_artist(artist)
            artist.set_clip_path(within, down if within else None)
    return figure


def _artists(item: Item, write: Writer) -> Iterator[tuple[Artist, Path | None]]:
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
            for artist in write(item):
                yield artist, None


def _filled(path: Path, paint: Paint | None, stroke: Stroke | None) -> Iterator[tuple[Artist, Path | None]]:
    if paint:
        yield _patch(path, paint.ground), None
    if paint and paint.kind != "solid" and len(path.vertices):
        corners = path.get_extents()
        marks = hatch.marks(paint.kind, paint.scale, (corners.x0, corners.y0, corners.x1, corners.y1))
        drawn = _patch(_path((mark,) for mark in marks), paint.ink)
        drawn.set_snap(False)  # else lines come out of different widths
        yield drawn, path
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
    """All rings as one path; matplotlib fills what is wound round, and holes turn against their outer rings."""
    rings = [ring for polygon in polygons for ring in polygon]
    if not rings:
        return Path(np.empty((0, 2)))
    vertices = np.concatenate([part for ring in rings for part in (ring, ring[:1])])
    codes = np.full(len(vertices), Path.LINETO, dtype=Path.code_type)
    ends = np.cumsum([len(ring) + 1 for ring in rings])
    codes[ends - 1] = Path.CLOSEPOLY
    codes[np.concatenate([[0], ends[:-1]])] = Path.MOVETO
    return Path(vertices, codes)


def _lines(words: Words) -> Iterator[tuple[str, float, float]]:
    """Each line of a text that has letters, with the point at which it begins."""
    for number, line in ((number, line) for number, line in enumerate(words.lines) if line):
        room = metrics.width(line, words.size, words.bold)
        yield metrics.known(line), words.x - room * ALIGN[words.align], words.y + number * LEADING * words.size


def _traced(words: Words) -> Iterator[Artist]:
    """Outlines of the letters, as wide as they are measured at any size, and quicker than the letters themselves."""
    for line, x, y in _lines(words):
        outline = letters.path(line, x, y, words.size, words.bold)
        if words.halo:
            yield _patch(outline, None, Stroke(words.halo, HALO * words.size))
        yield _patch(outline, words.colour)


def _written(words: Words) -> Iterator[Artist]:
    """Each line of a text, over an outline of its letters where it has a halo: the text itself stays text."""
    font = _font(words.bold)
    for line, x, y in _lines(words):
        if words.halo:
            outline = TextPath((0, 0), _plain(line), size=words.size, prop=font)
            placed = outline.transformed(Affine2D().scale(1, -1).translate(x, y))
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
