"""One picture of a view: map, lens, headline, legend, names and credits, composed as a list of what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from dashboard import palette
from dashboard.exports import chart, credits, ground, heading, layout, legend, lens, pair
from dashboard.exports.layout import Box
from dashboard.exports.plate import Item, Plate
from dashboard.exports.setting import THEMES, Setting
from dashboard.shapes import Shapes
from dashboard.timeline import Timeline
from dashboard.view import View
from dashboard.words import Words
from membership_data.records import Row

STEPS = (1.0, 0.9, 0.8, 0.7, 0.6)
"""Sizes tried for the type of a legend, of the one wanted, until it keeps to its room; else the lens gives way."""
FINEST = 8
"""Pixels, below which type is not made smaller."""


def of(
    timeline: Timeline,
    drawn: Shapes,
    words: Words,
    view: View,
    theme: str,
    width: int,
    height: int,
    link: str = "",
    cited: Sequence[Row] | None = None,
) -> Plate:
    """The picture of a view, `width` by `height` pixels, in a theme (light or dark); `link` leads back to the view.

    Two maps, where the view is compared with another day. `cited` are the sources that it names, where these are not
    the view's own. Made for sizes from 640 x 360 up, of any shape. Raises ValueError for a theme that there is none of.
    """
    setting = _setting(timeline, drawn, words, view, theme, layout.sizes(width, height))
    if setting.difference:
        return pair.of(setting, width, height, link)
    head, foot = heading.fit(setting, width, height), credits.fit(setting, width, link, cited)
    for shape, step in product((lens.SHAPE if lens.wanted(setting) else 0, 0), STEPS):
        smaller, columns = _smaller(setting, step), layout.columns(width, height, shape)
        rows = legend.entries(smaller, layout.column(width, height, setting.sizes))
        needed = legend.height(smaller, rows, columns)
        page = layout.page(width, height, setting.sizes, head.height, foot.height, needed, shape)
        if needed <= page.legend.height and bool(page.lens) == bool(shape):
            break
    items = [
        *heading.draw(setting, head),
        *chart.draw(setting, page.map, page.lens, names=True),
        *legend.draw(smaller, rows, page.legend, columns),
        *credits.draw(setting, foot, width, height, link),
    ]
    return _plate(setting, width, height, link, items)


def _smaller(setting: Setting, step: float) -> Setting:
    """The setting with smaller type in the legend."""
    if step == 1:
        return setting
    sizes = setting.sizes
    legend_, note = (max(step * size, FINEST) for size in (sizes.legend, sizes.note))
    return replace(setting, sizes=sizes._replace(legend=legend_, note=note))


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
    items = chart.draw(setting, Box(0, 0, width, height), None, names)
    return _plate(setting, width, height, "", items)


def _setting(
    timeline: Timeline, drawn: Shapes, words: Words, view: View, theme: str, sizes: layout.Sizes
) -> Setting:
    if theme not in THEMES:
        raise ValueError(f"theme {theme!r}; expected one of {', '.join(THEMES)}")
    return Setting(timeline, drawn, words, view, theme, sizes)


def _plate(setting: Setting, width: int, height: int, link: str, items: list[Item]) -> Plate:
    words = setting.words
    title = words.text("CSTO through time: {dated}", dated=setting.dated)
    told = " ".join([setting.headline, *(f"{ground.said(mark)}." for mark in setting.scene.marks)])
    return Plate(
        width, height, setting.colour(palette.PAPER), title, told, setting.day, link, tuple(items),
        setting.scene.statuses(),
    )  # fmt: skip
