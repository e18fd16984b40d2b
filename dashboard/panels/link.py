"""Addresses of a view: of the page that shows it, and of the exports that the app makes of it."""

from __future__ import annotations

from urllib.parse import urlencode

from dashboard import compare, scene, view
from dashboard.atlas import Atlas
from dashboard.exports import order
from dashboard.view import View
from dashboard.words import DEFAULT


def address(atlas: Atlas, shown: View, base: str) -> str:
    """The full address of a view of the map."""
    query = urlencode(fields(atlas, shown))
    return f"{base}?{query}" if query else base


def fields(atlas: Atlas, shown: View) -> dict[str, str]:
    """What an export's address says of a view, and its language."""
    said = {name: value for name, value in view.write(shown, atlas.timeline).items() if name in order.SHOWN}
    return said if atlas.words.language == DEFAULT else {**said, "language": atlas.words.language}


def made(atlas: Atlas, shown: View, kind: str, **more: str) -> str:
    """The address, below the page's own, at which the app makes an export of a view."""
    query = urlencode(fields(atlas, shown) | more)
    return f"csto/make/{kind}?{query}" if query else f"csto/make/{kind}"


def said(atlas: Atlas, shown: View) -> str:
    """The day of a view and its sentence, or what differs between two, as the alternative text of a picture of it."""
    timeline, words = atlas.timeline, atlas.words
    exact = shown.on or shown.layer == "operation"
    day, other = shown.shown(timeline), shown.compared(timeline)
    if other:
        return compare.between(timeline, day, other, words).text
    now = scene.of_day(timeline, day, words) if exact else scene.of_year(timeline, shown.year, words)
    return f"{now.dated}. {now.headline}"
