"""A marker of the timeline's chart: its link, what it says on hover, and the legend of all shapes and patterns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from dashboard import scene
from dashboard.atlas import Atlas, once
from dashboard.panels.cite import go
from dashboard.sections import entries
from dashboard.sections.entries import Entry
from dashboard.sections.lanes import Spot
from membership_data.records import Row


def mark(atlas: Atlas, spot: Spot, group: Sequence[Entry], country: str) -> Markup:
    """One or several entries at one place: a link to the first of them; what each is stands on hover."""
    first = group[0]
    kind = f"is-{first.table} is-{first.kind}"
    if getattr(first.row, "planned", False):
        kind += " is-planned"
    if not any(entry.concerns(country) for entry in group):
        kind += " is-faint"
    date = Markup("") if outside(atlas, first) else unseen(f"{_dated(atlas, first)}: ")
    text = Markup('{}<span class="csto-label">{}</span>').format(date, label(atlas, group))
    return Markup('<li class="csto-point {} {}" style="left:{:.3f}%;--row:{}" title="{}">{}</li>').format(
        kind, f"has-{spot.side}" if spot.side else "", spot.left, spot.row,
        "\n\n".join(hover(atlas, entry) for entry in group), go(atlas, first.there, text),
    )  # fmt: skip


def label(atlas: Atlas, group: Sequence[Entry]) -> str:
    """What stands beside a marker; its date too, where that lies off the axis and the marker at its end."""
    named = atlas.words.listed([entry.title for entry in group])
    return f"{_dated(atlas, group[0])}: {named}" if outside(atlas, group[0]) else named


def outside(atlas: Atlas, entry: Entry) -> bool:
    """Whether an entry lies before the first or after the last year of the axis."""
    years = atlas.timeline.years
    return entry.when.last.year < years[0] or entry.when.first.year > years[-1]


def unseen(text: str) -> Markup:
    """Text for those who hear the page."""
    return Markup('<span class="csto-unseen">{}</span>').format(text)


def hover(atlas: Atlas, entry: Entry) -> str:
    """Date, title, kind, text and sources of an entry, in lines."""
    title = f"{_dated(atlas, entry)}: {entry.title}"
    return told(atlas, entry.table, entry.row, title, f"{entry.label}. {entry.text}")


def told(atlas: Atlas, table: str, row: Row, *lines: str) -> str:
    """Lines on a record, with the ids of its sources and whether they differ."""
    words = atlas.words
    said = [*lines, words.text("Sources: {ids}", ids=" ".join(row.source_ids))]
    if f"{table}.{row.id}" in _disputed(atlas):
        said.append(words.text("≠ disputed"))
    return "\n".join(said)


@once
def _disputed(atlas: Atlas) -> frozenset[str]:
    """The records on which sources differ, as `table.id`."""
    return frozenset(record for question in atlas.timeline.data.questions for record in question.records)


def _dated(atlas: Atlas, entry: Entry) -> str:
    return atlas.words.dated(entry.when.text)


def legend(atlas: Atlas, country: str) -> Markup:
    """What every pattern and every shape on the chart means, by lane; of each only what occurs."""
    words = atlas.words
    lanes = [(words.text("States"), _statuses(atlas)), *_shapes(atlas)]
    keys = Markup("").join(_keys(name, rows) for name, rows in lanes if rows)
    return Markup('<div class="csto-legend" role="group" aria-label="{}">{}{}</div>').format(
        words.text("Legend"), keys, _faint(atlas, country)
    )


def _statuses(atlas: Atlas) -> list[tuple[str, str]]:
    timeline, words = atlas.timeline, atlas.words
    occurring = {spell.status for spells in timeline.spells.values() for spell in spells}
    rows = scene.legend(timeline, timeline.last_day, words)
    found = [(f"csto-swatch is-{row.status}", row.label) for row in rows if row.status in occurring]
    return [*found, ("csto-swatch is-ahead", words.text("after the last check"))]


def _shapes(atlas: Atlas) -> list[tuple[str, list[tuple[str, str]]]]:
    """The shapes of the markers in each lane of them."""
    words = atlas.words
    names = {
        "milestones": words.text("Milestones"),
        "crises": words.text("Calls for help"),
        "exercises": words.text("Exercises"),
    }
    occurring = {(entry.table, entry.kind) for entry in entries.of(atlas)}
    return [
        (names[table], [(f"csto-point is-{table} is-{kind}", label) for kind, label in labels.items()
                        if (table, kind) in occurring])
        for table, labels in entries.kinds(words).items()
    ]  # fmt: skip


def _keys(name: str, rows: Iterable[tuple[str, str]]) -> Markup:
    keys = Markup("").join(Markup('<li><i class="{}"></i>{}</li>').format(*row) for row in rows)
    return Markup("<ul><li><b>{}</b></li>{}</ul>").format(name, keys)


def _faint(atlas: Atlas, country: str) -> Markup:
    if not country:
        return Markup("")
    words = atlas.words
    name = words.state(country)
    said = words.text("Faint: what does not name {state}, or fell when it was not counted in", state=name)
    return Markup('<p class="csto-quiet">{}</p>').format(said)
