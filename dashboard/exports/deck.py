"""The deck (pptx): a title, a slide for each year, the operation, and the sources of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlencode

from dashboard import operation, view
from dashboard.exports import cover, layout, notes, picture, references, slide
from dashboard.exports.setting import THEMES, Setting
from dashboard.exports.slide import Page
from dashboard.operation import Operation
from dashboard.shapes import Shapes
from dashboard.timeline import Timeline
from dashboard.view import View
from dashboard.words import Words

SIZE = (1920, 1080)
"""Of the pictures, in pixels: 16:9."""


def deck(timeline: Timeline, drawn: Shapes, words: Words, years: Sequence[int], theme: str, link: str = "") -> bytes:
    """The presentation of some years; `link` is the dashboard's address, without which no slide leads to it.

    The operation is shown where its year is. Raises ValueError for a theme or a year that there is none of.
    """
    _check(timeline, years, theme)
    settings = [_setting(timeline, drawn, words, shown, theme) for shown in views(timeline, drawn, words, years)]
    title = Page(cover.of(timeline, drawn, words, theme, *SIZE, link), notes.about(timeline, words))
    pages = [page(setting, link) for setting in settings]
    cited = {row.id for setting in settings for row in notes.cited(setting)}
    sources = [row for row in timeline.data.sources if row.id in cited]
    last = [Page(plate, "") for plate in references.of(timeline, words, sources, theme, *SIZE)]
    return slide.show([title, *pages, *last], title.plate.title, timeline.last_day, words)


def single(timeline: Timeline, drawn: Shapes, words: Words, shown: View, theme: str, link: str = "") -> bytes:
    """A presentation of the one slide of a view; ValueError for a theme that there is none of."""
    return slide.slide(page(_setting(timeline, drawn, words, shown, theme), link), timeline.last_day)


def page(setting: Setting, link: str) -> Page:
    """The slide of a view, with a link that leads back to it."""
    query = urlencode(view.write(setting.view, setting.timeline))
    address = f"{link}?{query}" if link and query else link
    of = (setting.timeline, setting.drawn, setting.words, setting.view, setting.theme)
    return Page(picture.of(*of, *SIZE, address), notes.of(setting))


def views(timeline: Timeline, drawn: Shapes, words: Words, years: Sequence[int]) -> list[View]:
    """What the slides show: each year, then the operation, where its year is one of them, on its turning days."""
    usual = view.default(timeline)
    found = [replace(usual, year=year) for year in years]
    shown = operation.of(timeline, drawn, timeline.data.operations[0], words)
    if shown.year in years:
        found += [replace(usual, layer="operation", year=shown.year, day=day.isoformat()) for day in turns(shown)]
    return found


def turns(shown: Operation) -> list[date]:
    """Days of an operation on which other contingents are present than on the day before."""
    present = {
        day: {flow.iso_a3 for flow in shown.flows if flow.departs <= day <= flow.leaves} for day in shown.days
    }
    before = {day: present.get(day - timedelta(days=1), set()) for day in shown.days}
    return [day for day in shown.days if present[day] != before[day]]


def _check(timeline: Timeline, years: Sequence[int], theme: str) -> None:
    if theme not in THEMES:
        raise ValueError(f"theme {theme!r}; expected one of {', '.join(THEMES)}")
    if unknown := [str(year) for year in years if year not in timeline.years]:
        expected = f"years from {timeline.first_year} to {timeline.last_year}"
        raise ValueError(f"no records of {', '.join(unknown)}; expected {expected}")


def _setting(timeline: Timeline, drawn: Shapes, words: Words, shown: View, theme: str) -> Setting:
    return Setting(timeline, drawn, words, shown, theme, layout.sizes(*SIZE))
