"""One picture of a view: map, lens, headline, legend, names and credits, composed as a list of what is drawn."""

from __future__ import annotations

from shapely.geometry import LineString

from dashboard import palette, shapes
from dashboard.exports import areas, credits, flows, ground, heading, labels, layout, legend, lens, spots
from dashboard.exports.ground import Window
from dashboard.exports.layout import Box
from dashboard.exports.over import Over
from dashboard.exports.plate import Area, Item, Plate, Stroke
from dashboard.exports.setting import THEMES, Setting
from dashboard.shapes import Shapes
from dashboard.timeline import Timeline
from dashboard.view import View
from dashboard.words import Words


def of(
    timeline: Timeline, drawn: Shapes, words: Words, view: View, theme: str, width: int, height: int, link: str = ""
) -> Plate:
    """The picture of a view, `width` by `height` pixels, in a theme (light or dark); `link` leads back to the view.

    Made for sizes from 640 x 360 up, of any shape. Raises ValueError for a theme that there is none of.
    """
    setting = _setting(timeline, drawn, words, view, theme, layout.sizes(width, height))
    head, foot = heading.fit(setting, width), credits.fit(setting, width, link)
    rows = legend.entries(setting, layout.column(width, height, setting.sizes))
    shape = lens.SHAPE if lens.wanted(setting) else 0
    page = layout.page(
        width, height, setting.sizes, head.height, foot.height, legend.height(setting, rows), shape
    )
    items = [
        *heading.draw(setting, head),
        *_map(setting, page.map, page.lens, names=True),
        *legend.draw(setting, rows, page.legend),
        *credits.draw(setting, foot, width, height, link),
    ]
    return _plate(setting, width, height, link, items)


def map_only(
    timeline: Timeline,
    drawn: Shapes,
    words: Words,
    view: View,
    theme: str,
    width: int,
    height: int,
    names: bool = False,
) -> Plate:
    """The map alone, for a picture of many: no words but, if they are asked for, the names of the states."""
    setting = _setting(timeline, drawn, words, view, theme, layout.bare(width))
    items = _map(setting, Box(0, 0, width, height), None, names)
    return _plate(setting, width, height, "", items)


def _setting(
    timeline: Timeline, drawn: Shapes, words: Words, view: View, theme: str, sizes: layout.Sizes
) -> Setting:
    if theme not in THEMES:
        raise ValueError(f"theme {theme!r}; expected one of {', '.join(THEMES)}")
    return Setting(timeline, drawn, words, view, theme, sizes)


def _map(setting: Setting, room: Box, lens_room: Box | None, names: bool) -> list[Item]:
    """The map in its room, the lens in its own, and the names over both."""
    window = ground.fitted(setting.operation.bounds if setting.operation else shapes.frame_bounds(), room)
    over = flows.draw(setting, window) if setting.operation else areas.draw(setting, window)
    items: list[Item] = list(ground.land(setting, window))
    if lens_room:  # under the states, so that its lines cross none of them
        items += lens.leaders(setting, window, lens_room)
    items += ground.states(setting, window) + ground.changed(setting, window)
    items += [*over.lines, *ground.chosen(setting, window)]
    if lens_room:
        items += [lens.region(setting, window), *lens.draw(setting, window, lens_room)]
    edge = Stroke(setting.colour(palette.COAST), setting.sizes.mark)
    items += [Area((ground.frame(window),), None, edge, "Frame"), *over.words]
    return items + _names(setting, window, over, lens_room) if names else items


def _names(setting: Setting, window: Window, over: Over, lens_room: Box | None) -> list[Item]:
    """All names, or the host's alone: the others of an operation stand at the origins."""
    spare = [state for state in shapes.LENS_NAMES if lens_room and state not in KEPT]
    across = lens.leaders(setting, window, lens_room) if lens_room else []
    lines = [LineString(line.points) for line in across]
    found = spots.place(setting, window, over.taken, lines, spare)
    return labels.draw(setting, found, (setting.operation.host,) if setting.operation else None)


KEPT = ("ARM",)
"""Named on the map too, though the lens shows it: the smallest of the states, and the one that a talk is about."""


def _plate(setting: Setting, width: int, height: int, link: str, items: list[Item]) -> Plate:
    words = setting.words
    title = words.text("CSTO through time: {dated}", dated=setting.dated)
    told = " ".join([setting.headline, *(f"{ground.said(mark)}." for mark in setting.scene.marks)])
    return Plate(
        width, height, setting.colour(palette.PAPER), title, told, setting.day, link, tuple(items),
        setting.scene.statuses(),
    )  # fmt: skip
