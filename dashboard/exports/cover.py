"""The first slide of a deck: what it is, of which day, what it says of its boundaries, and where to find it."""

from __future__ import annotations

from dashboard import palette, stance
from dashboard.exports import metrics, qr
from dashboard.exports.plate import LEADING, Item, Plate, Words
from dashboard.palette import Shade
from dashboard.timeline import Timeline
from dashboard.words import Words as Said

MARGIN = 1 / 16
"""Of the slide's width, on every side."""
CODE = 1 / 5
"""Side of the QR code, in widths of the slide: it is read from the last row."""


def of(timeline: Timeline, words: Said, theme: str, width: int, height: int, link: str = "") -> Plate:
    """The slide as a picture, with a large QR code of the link where there is one."""
    margin, unit = MARGIN * width, height / 1080
    side = CODE * width if link else 0
    room = width - 2 * margin - (side + margin if side else 0)
    items: list[Item] = []
    top = 2.4 * margin
    for name, text, size, shade in _texts(timeline, words, link):
        lines = metrics.wrap(text, size * unit, room, bold=name == "Headline")
        items.append(_words(name, lines, margin, top, size * unit, getattr(shade, theme), link))
        top += (len(lines) * LEADING + 0.9) * size * unit
    if link:
        items += qr.code(link, width - margin - side, 2 * margin, side, width)
    title = words.text("CSTO through time")
    background = getattr(palette.PAPER, theme)
    return Plate(width, height, background, title, title, timeline.last_day, link, tuple(items))


def _texts(timeline: Timeline, words: Said, link: str) -> list[tuple[str, str, float, Shade]]:
    """Name, text, size of type at 1080 pixels and colour, from the top down."""
    data = timeline.data
    about_what = words.text(
        "Collective Security Treaty Organization, {first} to {last}",
        first=timeline.first_year, last=timeline.last_year,
    )  # fmt: skip
    about = words.text(
        "Data {version}, checked {day}, {licence}; boundaries Natural Earth.",
        version=data.version, day=words.day(data.checked_on), licence=data.licence.name,
    )  # fmt: skip
    found = [
        ("Headline", words.text("CSTO through time"), 96, palette.INK),
        ("Subtitle", about_what, 40, palette.INK),
        ("Day", words.text("Records last checked on {day}", day=words.day(timeline.last_day)), 32, palette.INK),
        ("Disclaimer", stance.disclaimer(words), 22, palette.QUIET),
        ("Sources", about, 22, palette.QUIET),
    ]
    return [*found, ("Link", link, 26, palette.ACCENT)] if link else found


def _words(name: str, lines: tuple[str, ...], x: float, top: float, size: float, colour: str, link: str) -> Words:
    bold, leads = name == "Headline", link if name == "Link" else ""
    return Words(x, top + metrics.ASCENT * size, lines, size, colour, bold, link=leads, name=name)
