"""Makes an export that was ordered: the one place that knows which module makes which kind."""

from __future__ import annotations

from urllib.parse import urlencode

from dashboard import view
from dashboard.exports.order import Order
from dashboard.exports.plate import Plate
from dashboard.shapes import Shapes
from dashboard.timeline import Timeline
from dashboard.words import Words


def make(order: Order, timeline: Timeline, drawn: Shapes, words: Words) -> bytes:
    """The bytes of the file. Raises OrderError where this machine lacks what the kind needs."""
    return _MAKERS[order.kind](order, timeline, drawn, words)


def address(order: Order, timeline: Timeline) -> str:
    """Where the dashboard shows what the export shows; empty where the order names no dashboard."""
    if not order.link:
        return ""
    query = urlencode({} if order.years else view.write(order.view, timeline))
    return f"{order.link}?{query}" if query else order.link


# Imported when asked for: nobody waits for matplotlib or python-pptx who wants neither.


def _html(order: Order, timeline: Timeline, drawn: Shapes, words: Words) -> bytes:
    from dashboard.exports import html

    return html.build(timeline, drawn, words, order.view, order.theme, order.link)


def _picture(order: Order, timeline: Timeline, drawn: Shapes, words: Words) -> bytes:
    from dashboard.exports import picture

    plate = picture.of(
        timeline, drawn, words, order.view, order.theme, *order.size, address(order, timeline)
    )
    return _printed(plate, order, timeline)


def _grid(order: Order, timeline: Timeline, drawn: Shapes, words: Words) -> bytes:
    from dashboard.exports import grid

    plate = grid.plate(timeline, drawn, words, order.years, order.theme, *order.size, order.link)
    return _printed(plate, order, timeline)


def _printed(plate: Plate, order: Order, timeline: Timeline) -> bytes:
    """A picture in the format of the file's ending."""
    from dashboard.exports import slide, still, svg

    if order.suffix == "svg":
        return svg.text(plate).encode()
    if order.suffix == "pdf":
        return still.pdf(plate)
    if order.suffix == "pptx":
        return slide.slide(slide.Page(plate, plate.description), timeline.last_day)
    return still.png(plate)


def _slides(order: Order, timeline: Timeline, drawn: Shapes, words: Words) -> bytes:
    from dashboard.exports import deck

    if order.years:
        return deck.deck(timeline, drawn, words, order.years, order.theme, order.link)
    return deck.single(timeline, drawn, words, order.view, order.theme, order.link)


def _gif(order: Order, timeline: Timeline, drawn: Shapes, words: Words) -> bytes:
    from dashboard.exports import animation

    return animation.gif(timeline, drawn, words, order.years, order.theme, order.link)


def _mp4(order: Order, timeline: Timeline, drawn: Shapes, words: Words) -> bytes:
    from dashboard.exports import animation

    return animation.mp4(timeline, drawn, words, order.years, order.theme, order.link)


def _csv(order: Order, timeline: Timeline, drawn: Shapes, words: Words) -> bytes:
    from dashboard.exports import panel

    return panel.build(timeline.data)


def _geojson(order: Order, timeline: Timeline, drawn: Shapes, words: Words) -> bytes:
    from dashboard.exports import geojson

    return geojson.build(timeline, drawn.frame, order.view.shown(timeline), words)


_MAKERS = {
    "html": _html, "png": _picture, "svg": _picture, "pdf": _picture, "pptx": _slides, "grid": _grid, "gif": _gif,
    "mp4": _mp4, "csv": _csv, "geojson": _geojson,
}  # fmt: skip
