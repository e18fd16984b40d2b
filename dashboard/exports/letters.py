"""Lines of text as outlines of their letters, exactly as wide as they are measured."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np
from matplotlib.ft2font import LoadFlags
from matplotlib.path import Path

from dashboard.exports import metrics

EM = 100
"""Size in pixels at which an outline is taken from the font."""


def path(line: str, x: float, y: float, size: float, bold: bool) -> Path:
    """The outline of a line of text that begins at a point of its baseline, in a picture whose y runs down."""
    vertices, codes = _outline(line, bold)
    return Path(vertices * size + (x, y), codes)


@lru_cache(maxsize=2048)
def _outline(line: str, bold: bool) -> tuple[np.ndarray, np.ndarray]:
    """Vertices and codes at a size of 1; the lines of a legend return in every picture."""
    vertices, codes, at = [np.empty((0, 2))], [np.empty(0, dtype=Path.code_type)], 0.0
    for letter in line:
        points, kinds = _letter(letter, bold)
        vertices.append(points + (at, 0))
        codes.append(kinds)
        at += metrics.width(letter, 1, bold)
    return np.concatenate(vertices), np.concatenate(codes)


@cache
def _letter(letter: str, bold: bool) -> tuple[np.ndarray, np.ndarray]:
    font = metrics.font(bold)
    font.set_size(EM, 72)
    font.load_glyph(font.get_char_index(ord(metrics.known(letter))), flags=LoadFlags.NO_HINTING)
    points, kinds = font.get_path()
    return np.asarray(points) * (1 / EM, -1 / EM), np.asarray(kinds, dtype=Path.code_type)
