"""What is drawn for a day: the status of every state, marks of change, legend, headline and credits.

Computed once, without Streamlit and without Folium; every output is drawn from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dashboard.timeline import Change, Timeline
from dashboard.words import Words
from membership_data.records import Row


@dataclass(frozen=True)
class Mark:
    """A state as it is drawn on a day: its status, what it is called, since when, and its badge."""

    iso_a3: str
    name: str
    status: str
    label: str
    since: str
    badge: str = ""


@dataclass(frozen=True)
class LegendRow:
    """A line of the legend; `count` states are in this status, none of them greys it out in place."""

    status: str
    label: str
    count: int


@dataclass(frozen=True)
class Scene:
    """The picture of one day; `year` is the year it lies in."""

    day: date
    year: int
    dated: str
    headline: str
    tally: str
    marks: tuple[Mark, ...]
    legend: tuple[LegendRow, ...]

    def statuses(self) -> dict[str, str]:
        """Status by code, of every state that ever had one."""
        return {mark.iso_a3: mark.status for mark in self.marks}


def of_year(timeline: Timeline, year: int, words: Words, states: Sequence[str] | None = None) -> Scene:
    """The scene of a year: its last day, with all that changed within it; of some states where told."""
    day = timeline.day_of(year)
    changes = timeline.changes_in(year)
    return _scene(timeline, day, changes, headline(timeline, year, words), words, states)


def of_day(timeline: Timeline, day: date, words: Words, states: Sequence[str] | None = None) -> Scene:
    """The scene of any day from the first year on, with what changed on that very day; of some states where told."""
    changes = timeline.changes_on(day)
    said = [*_clauses(timeline, changes, words, dated=False), tally(timeline, day, words)]
    return _scene(timeline, day, changes, _sentences(said), words, states)


def _scene(
    timeline: Timeline, day: date, changes: tuple[Change, ...], said: str, words: Words, states: Sequence[str] | None
) -> Scene:
    glyphs = {row.id: row.glyph for row in timeline.data.event_types}
    badges = {change.iso_a3: glyphs[change.event.event] or "" for change in changes}
    shown = timeline.states if states is None else states
    marks = tuple(_mark(timeline, state, day, badges.get(state, ""), words) for state in shown)
    return Scene(
        day=day,
        year=day.year,
        dated=dated(timeline, day, words),
        headline=said,
        tally=tally(timeline, day, words),
        marks=marks,
        legend=legend(timeline, day, words),
    )


def _mark(timeline: Timeline, state: str, day: date, badge: str, words: Words) -> Mark:
    spell = timeline.spell(state, day)
    status = spell.status if spell else "none"
    return Mark(
        state,
        words.state(state),
        status,
        label(timeline, status, day, words),
        since(timeline, state, day, words),
        badge,
    )


def label(timeline: Timeline, status: str, day: date, words: Words) -> str:
    """The status in words; before the Charter was in force a member was a party to the Treaty."""
    if status == "member":
        return words.text(timeline.stage(day).member_label)
    return words.text(_status(timeline, status).label)


def short(timeline: Timeline, status: str, day: date, words: Words) -> str:
    """The status in the fewest words, as in a legend."""
    if status == "member":
        return words.text(timeline.stage(day).member_label)
    return words.text(_status(timeline, status).short_label)


def _status(timeline: Timeline, status: str) -> Row:
    return next(row for row in timeline.data.statuses if row.id == status)


def since(timeline: Timeline, state: str, day: date, words: Words) -> str:
    """Since when a state is in its status, with the precision of the record; empty when it has none."""
    spell = timeline.spell(state, day)
    if spell is None:
        return ""
    start = words.dated(spell.event.date.text, inside=True)
    if spell.status == "member" and timeline.stage(day) is not timeline.stage(spell.start):
        return words.text("party to the Treaty since {date}", date=start)
    return words.text("since {date}", date=start)


def dated(timeline: Timeline, day: date, words: Words) -> str:
    """The day shown, as printed beside the year in every output."""
    if day == timeline.last_day:
        return words.text("On {day} (records last checked; later events not shown)", day=words.day(day))
    return words.text("On {day}", day=words.day(day))


def legend(timeline: Timeline, day: date, words: Words) -> tuple[LegendRow, ...]:
    """One row for each status, in the order of the records, present on this day or not."""
    counts = timeline.counts(day)
    rows = sorted((row for row in timeline.data.statuses if row.id != "none"), key=lambda row: row.order)
    return tuple(LegendRow(row.id, short(timeline, row.id, day, words), counts[row.id]) for row in rows)


def tally(timeline: Timeline, day: date, words: Words) -> str:
    """How many states are counted in, and how many of them say that they take no part."""
    counts = timeline.counts(day)
    total = sum(counts[status] for status in timeline.counted) - counts["signatory"]
    signed = words.count("{count} signatory", "{count} signatories", counts["signatory"])
    if not total and counts["signatory"]:
        return signed
    if timeline.stage(day).members_label == "parties":
        said = words.count("{count} party to the Treaty", "{count} parties to the Treaty", total)
    else:
        said = words.count("{count} member", "{count} members", total)
    if counts["signatory"]:
        said = f"{said}, {signed}"
    if counts["frozen"]:
        aside = words.count("one of them not participating", "{count} of them not participating", counts["frozen"])
        return f"{said}, {aside}"
    return said


def headline(timeline: Timeline, year: int, words: Words) -> str:
    """What changed within a year, each with its day, and what that left, as one or two sentences."""
    day = timeline.day_of(year)
    said = _clauses(timeline, timeline.changes_in(year), words, dated=True)
    for stage in timeline.data.stages[1:]:
        if stage.starts.last.year == year:
            said.append(words.happened(words.text(stage.headline), stage.starts.text))
    for operation in timeline.data.operations:
        if operation.starts.last.year == year:
            said.append(words.text(operation.headline))
    said = said or [words.text("No change of status")]
    return _sentences([*said, tally(timeline, day, words)])


def line(timeline: Timeline, year: int, words: Words) -> str:
    """A stop in one short line, for the list of all changes."""
    said = []
    for event, changes in _by_event(timeline.changes_in(year)):
        kind = _kind(timeline, event)
        names = words.listed([words.state(change.iso_a3) for change in changes])
        said.append(words.count(kind.line_one, kind.line_many, len(changes), states=names))
    for row in _turns(timeline):
        if row.starts.last.year == year and row.line:
            said.append(words.text(row.line))
    return "; ".join(said)


def _turns(timeline: Timeline) -> tuple[Row, ...]:
    """What makes a stop beside statuses: a stage that follows another, and an operation."""
    return (*timeline.data.stages[1:], *timeline.data.operations)


def _clauses(timeline: Timeline, changes: tuple[Change, ...], words: Words, dated: bool) -> list[str]:
    clauses = []
    for event, group in _by_event(changes):
        kind = _kind(timeline, event)
        days = {change.event.date.text for change in group}
        together = dated and len(days) == 1
        named = [_named(change, words, with_day=dated and not together) for change in group]
        said = words.count(kind.headline_one, kind.headline_many, len(group), states=words.listed(named))
        clauses.append(words.happened(said, days.pop()) if together else said)
    return clauses


def _sentences(clauses: list[str]) -> str:
    return " ".join(f"{clause[:1].upper()}{clause[1:]}." for clause in clauses)


def _named(change: Change, words: Words, with_day: bool) -> str:
    name = words.state(change.iso_a3)
    when = words.within_year(change.event.date.text) if with_day else ""
    return f"{name} ({when})" if when else name


def _by_event(changes: tuple[Change, ...]) -> list[tuple[str, list[Change]]]:
    ordered = sorted(changes, key=lambda change: change.event.event)
    groups = [(event, list(group)) for event, group in groupby(ordered, key=lambda change: change.event.event)]
    return sorted(groups, key=lambda group: group[1][0].day)


def _kind(timeline: Timeline, event: str) -> Row:
    return next(row for row in timeline.data.event_types if row.id == event)
