"""How much room a text takes: widths of the font that every still is drawn in, and lines broken to a width."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

import matplotlib
from matplotlib.ft2font import FT2Font, LoadFlags

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
FAMILY = "Arial, Helvetica, 'DejaVu Sans', sans-serif"
"""For formats that name fonts. The first two are narrower than the one measured, so that what fits stays fitting."""

LACKING = "\N{REPLACEMENT CHARACTER}"

ASCENT, DESCENT = 0.76, 0.24
"""How far letters reach above and below the baseline, in sizes of the type."""


def file(bold: bool) -> Path:
    """DejaVu Sans, which comes with matplotlib: a still looks the same on every machine."""
    return FONTS / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


def width(text: str, size: float, bold: bool = False) -> float:
    """Pixels that one line of text takes at a size in pixels."""
    return size * _unit(text, bold)


def wrap(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """The text in lines of at most `room` pixels; a word that is wider, such as an address, is broken within."""
    parts = (_broken(word, size, room, bold) for word in text.split())
    lines: list[list[str]] = []
    space, wide = width(" ", size, bold), 0.0
    for word in chain.from_iterable(parts):
        longer = wide + space + width(word, size, bold)
        if lines and longer <= room:
            lines[-1].append(word)
            wide = longer
        else:
            lines.append([word])
            wide = longer - wide - space
    return tuple(" ".join(line) for line in lines)


def _broken(word: str, size: float, room: float, bold: bool) -> list[str]:
    """A word in parts of at most `room` pixels, each of a letter at least; nearly every word is one part."""
    parts, start = [], 0
    if width(word, size, bold) <= room:
        return [word]
    for at in range(1, len(word) + 1):
        if at - start > 1 and width(word[start:at], size, bold) > room:
            parts.append(word[start : at - 1])
            start = at - 1
    return [*parts, word[start:]]


def balanced(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """As `wrap`, in no more lines, and those of much the same length: no word stands alone on the last one."""
    lines = wrap(text, size, room, bold)
    for part in range(50, 100, 2):
        narrower = wrap(text, size, room * part / 100, bold)
        if len(narrower) == len(lines) and max(width(line, size, bold) for line in narrower) <= room:
            return narrower
    return lines


@lru_cache(maxsize=8192)
def _unit(text: str, bold: bool) -> float:
    """Width of a text at a size of 1; the words of a sentence are measured time and again."""
    return sum(_advance(letter, bold) for letter in text)


@cache
def font(bold: bool) -> FT2Font:
    """The font that is measured, opened; whoever takes letters from it sets the size first."""
    return FT2Font(str(file(bold)))


def known(text: str) -> str:
    """The text with a mark in place of every letter that the font lacks."""
    return "".join(letter if font(False).get_char_index(ord(letter)) else LACKING for letter in text)


@cache
def _advance(letter: str, bold: bool) -> float:
    opened = font(bold)
    opened.set_size(1000, 72)
    glyph = opened.load_glyph(opened.get_char_index(ord(known(letter))), flags=LoadFlags.NO_HINTING)
    return glyph.linearHoriAdvance / 65536 / 1000
