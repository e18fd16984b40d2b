"""Below the map: what it says of its boundaries, where its facts come from, of which day, and under which licence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard import palette, stance, view
from dashboard.areas import holds
from dashboard.exports import layout, metrics
from dashboard.exports.plate import LEADING, Item, Words
from dashboard.exports.setting import THEMES, Setting
from dashboard.shapes import Shapes
from dashboard.timeline import Timeline
from dashboard.words import Words as Said
from membership_data.records import Row


class Credits(NamedTuple):
    """The lines of the foot, and its height."""

    disclaimer: tuple[str, ...]
    sources: tuple[str, ...]
    link: tuple[str, ...]
    height: float


LINES = 2
"""That the sources keep to, where that is possible with one of them named."""


def fit(setting: Setting, width: float, link: str, cited: Sequence[Row] | None = None) -> Credits:
    """The foot of a picture of this width; a link stands beside the last line, a long one below it.

    `cited` are the sources to name, if not those of the view.
    """
    size, margin = setting.sizes.credit, setting.sizes.margin
    across = width - 2 * margin
    disclaimer = metrics.wrap(stance.disclaimer(setting.words), size, across)
    beside = metrics.width(link, size) + 2 * size if link else 0
    room = across - beside if beside <= 0.5 * across else across
    said = sources_line(setting, room, sources(setting) if cited is None else cited)
    address = metrics.wrap(link, size, across)
    # As many lines for the sources of any year, so that the map stands still.
    lines = len(disclaimer) + max(len(said), LINES) + (len(address) if room == across else 0)
    return Credits(disclaimer, said, address, lines * LEADING * size + 1.1 * margin + 0.4 * size)


def draw(setting: Setting, found: Credits, width: float, height: float, link: str) -> list[Item]:
    """The foot at the bottom of the picture; the link stands at the right of its last lines."""
    size, margin = setting.sizes.credit, setting.sizes.margin
    quiet = setting.colour(palette.QUIET)
    first = height - found.height + 0.45 * margin + 0.9 * size
    second = first + len(found.disclaimer) * LEADING * size + 0.3 * size
    items: list[Item] = [
        Words(margin, first, found.disclaimer, size, quiet, name="Disclaimer"),
        Words(margin, second, found.sources, size, quiet, name="Sources"),
    ]
    if link:
        last = height - 0.65 * margin - 0.2 * size
        upper = last - (len(found.link) - 1) * LEADING * size
        accent = setting.colour(palette.ACCENT)
        items.append(Words(width - margin, upper, found.link, size, accent, align="end", link=link, name="Link"))
    return items


def sources_line(setting: Setting, room: float, cited: Sequence[Row]) -> tuple[str, ...]:
    """Sources of what is shown, the data's version and day, its licence and that of the boundaries, in lines.

    As many publishers are named as there is room for, and it is said how many more there are.
    """
    words, size = setting.words, setting.sizes.credit
    names = list(dict.fromkeys(f"{row.publisher or row.title} ({row.id})" for row in cited))
    for kept in range(len(names), -1, -1):
        lines = metrics.wrap(f"{_named(setting, names, kept)} {about(words, setting.timeline)}".strip(), size, room)
        if len(lines) <= LINES or kept <= 1:
            break
    return lines


def about(words: Said, timeline: Timeline) -> str:
    """The data's version and day, its licence, and where the boundaries come from."""
    return words.text(
        "Data {version}, checked {day}, {licence}; boundaries Natural Earth.",
        version=timeline.data.version, day=words.day(timeline.data.checked_on), licence=timeline.data.licence.name,
    )  # fmt: skip


def _named(setting: Setting, names: list[str], kept: int) -> str:
    words, shown, more = setting.words, "; ".join(names[:kept]), len(names) - kept
    if not names:
        return ""
    if not more:
        return words.text("Sources: {shown}.", shown=shown)
    return words.count("Sources: {shown}; {count} more.", "Sources: {shown}; {count} more.", more, shown=shown)


def sources(setting: Setting) -> list[Row]:
    """The sources of what the picture is about: what changed, else what holds; the areas; or the operation's day."""
    known = {row.id: row for row in setting.timeline.data.sources}
    ids = [source for row in _rows(setting) for source in row.source_ids or ()]
    return [known[source] for source in dict.fromkeys(ids)]


def of_years(timeline: Timeline, drawn: Shapes, words: Said, years: Sequence[int]) -> list[Row]:
    """The sources of all that some years show, each once."""
    views = [replace(view.default(timeline), year=year) for year in years]
    settings = [Setting(timeline, drawn, words, shown, THEMES[0], layout.bare(1)) for shown in views]
    return list({row.id: row for setting in settings for row in sources(setting)}.values())


def _rows(setting: Setting) -> list[Row]:
    timeline, data, day = setting.timeline, setting.timeline.data, setting.day
    if setting.operation:
        entries = setting.operation.entries.get(day, ())
        return [*entries, *(row for row in data.operations if row.id == setting.operation.id)]
    if setting.view.layer == "areas":
        return [row for row in data.area_memberships if holds(row, day)]
    changed = [change.event for change in setting.changes]
    begun = [row for row in (*data.stages, *data.operations) if row.starts.last.year == day.year]
    spells = [timeline.spell(state, day) for state in timeline.states]
    return [*changed, *begun] or [spell.event for spell in spells if spell]
