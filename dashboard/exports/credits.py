"""Below the map: what it says of its boundaries, where its facts come from, of which day, and under which licence."""

from __future__ import annotations

from typing import NamedTuple

from dashboard import palette, stance
from dashboard.areas import holds
from dashboard.exports import metrics
from dashboard.exports.plate import LEADING, Item, Words
from dashboard.exports.setting import Setting
from membership_data.records import Row


class Credits(NamedTuple):
    """The lines of the foot, its height, and the room that a link takes at the end of the last line."""

    disclaimer: tuple[str, ...]
    sources: tuple[str, ...]
    height: float


def fit(setting: Setting, width: float, link: str) -> Credits:
    """The foot of a picture of this width."""
    size, margin = setting.sizes.credit, setting.sizes.margin
    across = width - 2 * margin
    disclaimer = metrics.wrap(stance.disclaimer(setting.words), size, across)
    beside = metrics.width(link, size) + 2 * size if link else 0
    room = across - beside if across - beside > 0.5 * across else across
    sources = metrics.wrap(sentence(setting, 2 * room - 4 * size), size, room)
    lines = len(disclaimer) + len(sources) + (1 if link and room == across else 0)
    return Credits(disclaimer, sources, lines * LEADING * size + 1.1 * margin + 0.4 * size)


def draw(setting: Setting, found: Credits, width: float, height: float, link: str) -> list[Item]:
    """The foot at the bottom of the picture; the link stands at the right of its last line."""
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
        accent = setting.colour(palette.ACCENT)
        items.append(Words(width - margin, last, (link,), size, accent, align="end", link=link, name="Link"))
    return items


def sentence(setting: Setting, room: float) -> str:
    """Sources of what is shown, the data's version and day, its licence and that of the boundaries."""
    words, data = setting.words, setting.timeline.data
    about = words.text(
        "Data {version}, checked {day}, {licence}; boundaries Natural Earth.",
        version=data.version, day=words.day(data.checked_on), licence=data.licence.name,
    )  # fmt: skip
    left = room - metrics.width(about, setting.sizes.credit)
    return f"{_named(setting, left)} {about}"


def _named(setting: Setting, room: float) -> str:
    """As many publishers as there is room for, and how many more there are."""
    words, size = setting.words, setting.sizes.credit
    names = list(dict.fromkeys(f"{row.publisher or row.title} ({row.id})" for row in sources(setting)))
    if not names:
        return ""
    for kept in range(len(names), 0, -1):
        shown = "; ".join(names[:kept])
        more = len(names) - kept
        if more:
            said = words.count("Sources: {shown}; {count} more.", "Sources: {shown}; {count} more.", more, shown=shown)
        else:
            said = words.text("Sources: {shown}.", shown=shown)
        if metrics.width(said, size) <= room:
            break
    return said


def sources(setting: Setting) -> list[Row]:
    """The sources of what the picture is about: what changed, else what holds; the areas; or the operation's day."""
    known = {row.id: row for row in setting.timeline.data.sources}
    ids = [source for row in _rows(setting) for source in row.source_ids or ()]
    return [known[source] for source in dict.fromkeys(ids)]


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
