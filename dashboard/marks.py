"""Units, exercises, crises and bases as small marks on the map: where, from which day to which, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from dashboard import shapes
from dashboard.timeline import Timeline
from dashboard.words import Words
from membership_data.dates import PartialDate
from membership_data.records import Row


@dataclass(frozen=True)
class Mark:
    """A record at one of its places; the point and the radius of its uncertainty are in drawing units.

    `form` is `full`, `open` (an exercise called off, a crisis in which nobody was asked) or `dashed` (an exercise of
    which only a plan was found, a unit or base whose beginning was not). `label` says what it is: of a base, whose, in
    the words of the records. `last` is the last day on which it is shown.
    """

    kind: str
    id: str
    form: str
    name: str
    dated: str
    label: str
    text: str
    first: date
    last: date
    sources: str
    place: str
    x: int
    y: int
    radius: float


class _Told(NamedTuple):
    """What a record says of itself, wherever it is drawn."""

    form: str
    name: str
    dated: str
    label: str
    text: str
    first: date
    last: date


def of(timeline: Timeline, words: Words) -> tuple[Mark, ...]:
    """A mark for each place of each record that has one, kind by kind in the order of the records."""
    tellers = {"units": _unit, "exercises": _exercise, "crises": _crisis, "bases": _base}
    return tuple(
        mark
        for kind, tell in tellers.items()
        for row in getattr(timeline.data, kind)
        for mark in _placed(timeline, words, kind, row, tell(timeline, words, row))
    )


def _placed(timeline: Timeline, words: Words, kind: str, row: Row, told: _Told) -> Iterator[Mark]:
    wanted = row.place_ids if kind == "exercises" else (row.place_id,)
    for place in timeline.data.places:
        if place.id not in (wanted or ()):
            continue
        x, y = shapes.point(place.lon, place.lat)
        radius = words.number(place.radius_km)
        near = words.text("{place}, within {radius} km", place=words.text(place.name), radius=radius)
        said = _sources(timeline, words, kind, row)
        yield Mark(
            kind, row.id, *told, sources=said, place=near, x=x, y=y, radius=round(shapes.units(place.radius_km), 1)
        )


def _sources(timeline: Timeline, words: Words, kind: str, row: Row) -> str:
    said = words.text("Sources: {ids}", ids=" ".join(row.source_ids))
    disputed = any(f"{kind}.{row.id}" in question.records for question in timeline.data.questions)
    return f"{said} {words.text('≠ disputed')}" if disputed else said


def _unit(timeline: Timeline, words: Words, row: Row) -> _Told:
    force = next((force for force in timeline.data.forces if force.id == row.force_id), None)
    since = row.starts or (force and force.founded)
    label = words.text("Unit of {state}", state=words.state(row.iso_a3))
    return _lasting(timeline, words, row, since, label)


def _base(timeline: Timeline, words: Words, row: Row) -> _Told:
    return _lasting(timeline, words, row, row.starts, words.text(row.label))


def _lasting(timeline: Timeline, words: Words, row: Row, since: PartialDate | None, label: str) -> _Told:
    """What is there from the day on which it surely had begun to the one before it surely was no more."""
    last = row.ends.last - timedelta(days=1) if row.ends else timeline.last_day
    first = max(since.first, min(since.last, last)) if since else timeline.first_day
    form = "full" if row.starts else "dashed"
    return _Told(form, words.text(row.name), _period(words, row), label, words.text(row.text), first, last)


def _period(words: Words, row: Row) -> str:
    unknown = words.text("beginning not found")
    match row.starts, row.ends:
        case None, None:
            return unknown
        case None, end:
            return f"{words.text('until {date}', date=words.dated(end.text, inside=True))}; {unknown}"
        case start, None:
            return words.text("since {date}", date=words.dated(start.text, inside=True))
        case start, end:
            return words.text("{start} to {end}", start=words.dated(start.text), end=words.dated(end.text))


def _exercise(timeline: Timeline, words: Words, row: Row) -> _Told:
    form, said = {
        "held": ("full", words.text("held")),
        "cancelled": ("open", words.text("called off")),
        "announced": ("dashed", words.text("announced only")),
    }[row.outcome]
    if not row.organisation:
        said = words.text("{said}; not of the Organization", said=said)
    label = words.text("{what}: {kind}", what=words.text("Exercise"), kind=said)
    return _passing(words, row, form, row.name, label, row.text)


def _crisis(timeline: Timeline, words: Words, row: Row) -> _Told:
    said = {
        "council": words.text("the Organization or its members were asked"),
        "consultations": words.text("consultations were asked for"),
        "bilateral": words.text("one state was asked"),
        "none": words.text("nobody was asked"),
    }[row.asked]
    label = words.text("{what}: {kind}", what=words.text("Crisis"), kind=said)
    return _passing(words, row, "open" if row.asked == "none" else "full", row.title, label, row.event)


def _passing(words: Words, row: Row, form: str, name: str, label: str, text: str) -> _Told:
    """What took place from a first to a last day."""
    first, last = row.starts.first, (row.ends or row.starts).last
    return _Told(form, words.text(name), _days(words, row), label, words.text(text), first, last)


def _days(words: Words, row: Row) -> str:
    start = words.dated(row.starts.text)
    if row.ends is None or row.starts.text.startswith(row.ends.text):
        return start  # the end, known only to the month or year, says no more than the start
    same = row.ends.last.year == row.starts.last.year
    end = words.within_year(row.ends.text) if same else words.dated(row.ends.text)
    return words.text("{start} to {end}", start=start, end=end)
