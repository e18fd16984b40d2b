"""The tour: chapters for an audience, each a view of the map with a title, a text and sources."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard import view
from dashboard.timeline import Timeline
from dashboard.view import View
from dashboard.words import Words
from membership_data.records import Row


@dataclass(frozen=True)
class Chapter:
    """One step of the tour; `view` is what the map shows, `sources` are rows of the table `sources`."""

    id: str
    title: str
    text: str
    view: View
    sources: tuple[Row, ...]


def chapters(timeline: Timeline, words: Words) -> tuple[Chapter, ...]:
    """The chapters in their order."""
    known = {row.id: row for row in timeline.data.sources}
    return tuple(
        Chapter(
            row.id, words.text(row.title), words.text(row.text), _view(timeline, row),
            tuple(known[source] for source in row.source_ids),
        )
        for row in sorted(timeline.data.chapters, key=lambda row: row.order)
    )  # fmt: skip


def _view(timeline: Timeline, row: Row) -> View:
    """The view of a chapter's day; the day that stands for its year is the year."""
    there = replace(view.default(timeline), year=row.date.last.year, country=row.iso_a3 or "", layer=row.layer)
    if row.layer == "operation":
        return replace(there, day=row.date.text)
    exact = row.date.last != timeline.day_of(there.year)
    return replace(there, on=row.date.text if exact else "")
