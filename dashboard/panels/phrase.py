"""What a row says in words: on which days, for how long, and how many people."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.atlas import Atlas
from dashboard.panels import cite
from dashboard.panels.claims import span
from dashboard.words import Words
from membership_data.dates import PartialDate


def days(atlas: Atlas, starts: PartialDate, ends: PartialDate | None, country: str = "", marked: str = "") -> Markup:
    """First to last day of something short: the first leads to the map, the last leaves out a year already said."""
    words, start = atlas.words, cite.when(atlas, starts, country, marked)
    if ends is None or ends == starts:
        return Markup("{}").format(start)
    end = words.within_year(ends.text) if ends.last.year == starts.last.year else words.dated(ends.text)
    return Markup(words.text("{start} to {end}")).format(start=start, end=end) if end else Markup("{}").format(start)


def period(
    atlas: Atlas, starts: PartialDate | None, ends: PartialDate | None, country: str = "", marked: str = ""
) -> Markup:
    """Since when and until when something lasts, as far as that is known; the first date leads to the map."""
    words = atlas.words
    if starts and ends:
        start = cite.when(atlas, starts, country, marked)
        return Markup(words.text("{start} to {end}")).format(start=start, end=words.dated(ends.text))
    if starts:
        return Markup(words.text("since {date}")).format(date=cite.when(atlas, starts, country, marked, inside=True))
    if ends:
        return Markup(words.text("until {date}")).format(date=cite.when(atlas, ends, country, marked, inside=True))
    return Markup("")


def people(words: Words, low: int | None, high: int | None) -> str:
    """A published strength or the range of it; nothing where none was found."""
    if low is None and high is None:
        return ""
    return words.text("{figure} people", figure=span(words, high if low is None else low, high))


def states(words: Words, codes: tuple[str, ...] | None) -> str:
    """The states with these codes as a list in a sentence; nothing where none is named."""
    return words.listed([words.state(code) for code in codes or ()])
