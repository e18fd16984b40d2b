"""Above the map: the year in large figures, the day, and the sentence that says what changed."""

from __future__ import annotations

from typing import NamedTuple

from dashboard import palette
from dashboard.exports import layout, metrics
from dashboard.exports.plate import LEADING, Item, Words
from dashboard.exports.setting import Setting

STEPS = (1.0, 0.9, 0.8, 0.7, 0.62, 0.55)
"""Sizes tried for the sentence, of the one wanted, until it keeps to its room."""
OPERATION, USUAL = 3.6, 2.45
"""Height kept for the sentence, in sizes of the headline: the same for all years, so that the map stands still."""
MOST = 0.45
"""Of the picture's height, that a sentence takes at most; what is more is cut."""
NARROW = 3.05
"""The same of a picture that is not much wider than high."""


class Heading(NamedTuple):
    """The lines of the head, and its height."""

    dated: tuple[str, ...]
    lines: tuple[str, ...]
    size: float
    height: float


def fit(setting: Setting, width: float, height: float) -> Heading:
    """The head of a picture of this size; it grows where even small type does not keep to its room."""
    sizes = setting.sizes
    across = width - _left(setting) - sizes.margin
    dated = metrics.wrap(setting.dated, sizes.dated, across)
    usual = USUAL if width / height >= layout.ACROSS else NARROW
    room = (OPERATION if setting.operation else usual) * sizes.headline
    size, lines = _sentence(setting, across, room)
    most = max(int(MOST * height / (LEADING * size)), 1)
    if len(lines) > most:
        lines = (*lines[: most - 1], f"{lines[most - 1]} …")
    needed = max(room, len(lines) * LEADING * size) + LEADING * sizes.dated * len(dated)
    return Heading(dated, lines, size, needed + 1.3 * sizes.margin)


def _sentence(setting: Setting, across: float, room: float) -> tuple[float, tuple[str, ...]]:
    for step in STEPS:
        size = max(step * setting.sizes.headline, 11)
        lines = metrics.balanced(setting.headline, size, across, _bold(setting))
        if len(lines) * LEADING * size <= room:
            break
    return size, lines


def _bold(setting: Setting) -> bool:
    """A sentence is bold; what is told of a day of an operation is a paragraph."""
    return setting.operation is None


def _left(setting: Setting) -> float:
    sizes = setting.sizes
    return sizes.margin + metrics.width("2000", sizes.year, bold=True) + 0.7 * sizes.margin


def draw(setting: Setting, heading: Heading) -> list[Item]:
    """The head at the top of the picture."""
    sizes = setting.sizes
    ink, quiet = setting.colour(palette.INK), setting.colour(palette.QUIET)
    top, left = 0.8 * sizes.margin, _left(setting)
    first = top + 0.8 * sizes.dated
    sentence = first + (len(heading.dated) - 1) * LEADING * sizes.dated + 0.35 * sizes.dated + 1.05 * heading.size
    return [
        Words(sizes.margin, top + 0.74 * sizes.year, (str(setting.day.year),), sizes.year, ink, True, name="Year"),
        Words(left, first, heading.dated, sizes.dated, quiet, name="Day"),
        Words(left, sentence, heading.lines, heading.size, ink, _bold(setting), name="Headline"),
    ]
