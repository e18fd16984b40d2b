"""How much room a text takes: widths of the font that every still is drawn in, and lines broken to a width."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import matplotlib
from matplotlib.ft2font import FT2Font, LoadFlags

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
FAMILY = "Arial, Helvetica, 'DejaVu Sans', sans-serif"
"""For formats that name fonts. The first two are narrower than the one measured, so that what fits stays fitting."""

ASCENT, DESCENT = 0.76, 0.24
"""How far letters reach above and below the baseline, in sizes of the type."""


def file(bold: bool) -> Path:
    """DejaVu Sans, which comes with matplotlib: a still looks the same on every machine."""
    return FONTS / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


def width(text: str, size: float, bold: bool = False) -> float:
    """Pixels that one line of text takes at a size in pixels."""
    return size * sum(_advance(letter, bold) for letter in text)


def wrap(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """The text in lines of at most `room` pixels; a word that is wider stands on a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def balanced(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """As `wrap`, in no more lines, and those of much the same length: no word stands alone on the last one."""
    lines = wrap(text, size, room, bold)
    for part in range(50, 100, 2):
        narrower = wrap(text, size, room * part / 100, bold)
        if len(narrower) == len(lines) and max(width(line, size, bold) for line in narrower) <= room:
            return narrower
    return lines


@cache
def _font(bold: bool) -> FT2Font:
    return FT2Font(str(file(bold)))


@cache
def _advance(letter: str, bold: bool) -> float:
    font = _font(bold)
    font.set_size(1000, 72)
    return font.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 1000
