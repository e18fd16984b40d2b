"""Pictures of every view and size for the tests, and where their words stand."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from shapely.geometry import Polygon, box

from dashboard import view
from dashboard.atlas import load
from dashboard.exports import metrics, picture
from dashboard.exports.plate import LEADING, Area, Plate, Words
from dashboard.words import Words as Said

ATLAS = load()
TIMELINE = ATLAS.timeline
LINK = "https://csto.example.org/?year=2012&country=KAZ"
SIZES = ((1920, 1080), (3840, 2160), (1280, 720), (1080, 1080), (1080, 1350))
VIEWS: dict[str, dict[str, object]] = {
    "1992": {"year": 1992},
    "1994": {"year": 1994},
    "1999": {"year": 1999},
    "2002": {"year": 2002},
    "2012": {"year": 2012, "country": "UZB"},
    "2013": {"year": 2013, "country": "AFG"},
    "2022": {"year": 2022},
    "2024": {"year": 2024, "country": "ARM"},
    "last": {"year": TIMELINE.last_year},
    "day before": {"year": 1999, "on": "1999-03-24"},
    "day of change": {"year": 1999, "on": "1999-04-20"},
    "areas 1997": {"year": 1997, "layer": "areas"},
    "areas last": {"year": TIMELINE.last_year, "layer": "areas", "country": "KAZ"},
    "operation begins": {"year": 2022, "layer": "operation", "day": "2022-01-06"},
    "operation, longest text": {"year": 2022, "layer": "operation", "day": "2022-01-07"},
    "operation whole": {"year": 2022, "layer": "operation", "day": "2022-01-09"},
}
ENGLISH = ATLAS.words


class Long(Said):
    """A language whose names and short texts all have sixty letters."""

    def state(self, code: str) -> str:
        return _long(super().state(code))

    def text(self, message: str, **values: object) -> str:
        said = super().text(message, **values)
        return said if values or len(said) > 60 else _long(said)


def _long(said: str) -> str:
    return f"{said} as it is called in a language of many long words and more"[:60].rstrip()


LONG = Long()


@cache
def plate(
    name: str, size: tuple[int, int] = (1920, 1080), theme: str = "light", words: Said = ENGLISH, link: str = LINK
) -> Plate:
    """The picture of a view by its name in `VIEWS`."""
    shown = replace(view.default(TIMELINE), **VIEWS[name])
    return picture.of(TIMELINE, ATLAS.shapes, words, shown, theme, *size, link)


def named(found: Plate, name: str) -> list:
    """The items with a name."""
    return [item for item in found.items if item.name == name]


def said(found: Plate, name: str) -> str:
    """What the words with a name say, in one line."""
    return " ".join(line for item in named(found, name) for line in item.lines)


def words_of(found: Plate) -> list[Words]:
    """All words of a picture."""
    return [item for item in found.items if isinstance(item, Words)]


def room(words: Words) -> Polygon:
    """The rectangle in which the letters of a text lie."""
    wide = max(metrics.width(line, words.size, words.bold) for line in words.lines)
    left = words.x - {"start": 0, "middle": 0.5, "end": 1}[words.align] * wide
    last = words.y + (len(words.lines) - 1) * LEADING * words.size
    return box(left, words.y - metrics.ASCENT * words.size, left + wide, last + metrics.DESCENT * words.size)


def bounds(area: Area) -> Polygon:
    """The rectangle around the outer rings of an area."""
    left, top = (min(float(rings[0][:, axis].min()) for rings in area.polygons) for axis in (0, 1))
    right, bottom = (max(float(rings[0][:, axis].max()) for rings in area.polygons) for axis in (0, 1))
    return box(left, top, right, bottom)
