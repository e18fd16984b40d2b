"""The first slide of a deck: what it is, the map of the last day, what it says of its boundaries, where to find it."""

from __future__ import annotations

from dashboard import palette, scene, stance, view
from dashboard.exports import metrics, picture, qr
from dashboard.exports.plate import LEADING, Item, Plate, Words, moved
from dashboard.palette import Shade
from dashboard.shapes import Shapes
from dashboard.timeline import Timeline
from dashboard.words import Words as Said

MARGIN = 1 / 24
"""Of the slide's width, on every side and between the columns."""
MAP = (0.54, 0.65)
"""Width and height of the map, in widths and heights of the slide."""
LINK = 26 / 1920
"""Size of the link's type, at most, in widths of the slide."""
CODE = 1 / 6
"""Side of the QR code, at most, in widths of the slide: it is read from the last row."""


def of(
    timeline: Timeline, drawn: Shapes, words: Said, theme: str, width: int, height: int, link: str = ""
) -> Plate:
    """The slide as a picture: the map that remains where a room has no network, and a large QR code of the link."""
    margin, unit = MARGIN * width, height / 1080
    wide, high = (round(part * side) for part, side in zip(MAP, (width, height), strict=True))
    left = width - margin - wide
    shown = picture.map_only(timeline, drawn, words, view.default(timeline), theme, wide, high, names=True)
    items = [moved(item, left, margin) for item in shown.items]
    column, under = left - 2 * margin, margin + high + 8 * unit
    items += _down(_shown(timeline, words), theme, left, under, wide, unit)
    said = _down(_title(timeline, words), theme, margin, margin, column, unit)
    foot = _down(_foot(timeline, words), theme, margin, 0, width - 2 * margin, unit)
    items += [*said, *(moved(item, 0, height - margin - _bottom(foot)) for item in foot)]
    if link:
        top, bottom = _bottom(said) + margin / 3, height - 1.5 * margin - _bottom(foot)
        items += _code(link, theme, margin, top, bottom, column, width)
    title = words.text("CSTO through time")
    return Plate(
        width, height, shown.background, title, shown.description, shown.day, link, tuple(items), shown.statuses
    )  # fmt: skip


Text = tuple[str, str, float, Shade]
"""Name, text, size of type at 1080 pixels, and colour."""


def _title(timeline: Timeline, words: Said) -> list[Text]:
    about = words.text(
        "Collective Security Treaty Organization, {first} to {last}",
        first=timeline.first_year, last=timeline.last_year,
    )  # fmt: skip
    return [("Headline", words.text("CSTO through time"), 76, palette.INK), ("Subtitle", about, 32, palette.INK)]


def _shown(timeline: Timeline, words: Said) -> list[Text]:
    seen = scene.of_year(timeline, timeline.last_year, words)
    said = words.text("{dated}: {tally}.", dated=seen.dated, tally=seen.tally)
    return [("Day", said, 24, palette.INK)]


def _foot(timeline: Timeline, words: Said) -> list[Text]:
    data = timeline.data
    about = words.text(
        "Data {version}, checked {day}, {licence}; boundaries Natural Earth.",
        version=data.version, day=words.day(data.checked_on), licence=data.licence.name,
    )  # fmt: skip
    return [("Disclaimer", stance.disclaimer(words), 21, palette.QUIET), ("Sources", about, 21, palette.QUIET)]


def _down(texts: list[Text], theme: str, left: float, top: float, room: float, unit: float) -> list[Words]:
    """Texts one below the other."""
    found = []
    for name, text, size, shade in texts:
        bold, size = name == "Headline", size * unit
        lines = (metrics.balanced if bold else metrics.wrap)(text, size, room, bold)
        found.append(Words(left, top + metrics.ASCENT * size, lines, size, getattr(shade, theme), bold, name=name))
        top += (len(lines) * LEADING + 0.5) * size
    return found


def _bottom(texts: list[Words]) -> float:
    """Where the last of some texts ends."""
    last = texts[-1]
    return last.y + ((len(last.lines) - 1) * LEADING + metrics.DESCENT) * last.size


def _code(link: str, theme: str, left: float, top: float, bottom: float, room: float, width: int) -> list[Item]:
    """The link and above it its code, at the bottom of the room between two heights."""
    size = min(LINK * width, room / metrics.width(link, 1))
    text = Words(left, bottom, (link,), size, getattr(palette.ACCENT, theme), link=link, name="Link")
    side = min(CODE * width, bottom - 1.6 * size - top)
    return [*qr.code(link, left, bottom - 1.6 * size - side, side, width), text]
