"""What the timeline holds, each with its date: changes of status, stages, milestones, crises, operations, exercises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from dashboard import scene, view
from dashboard.atlas import Atlas, once
from dashboard.timeline import Timeline
from dashboard.view import View
from dashboard.words import Words
from membership_data.dates import PartialDate
from membership_data.records import Row


@dataclass(frozen=True)
class Entry:
    """A dated record as the timeline shows it, in words.

    `kind` is what a marker's shape tells, `label` says it. `states` are those it is recorded with, `about` those
    whose timeline it belongs to (None: everybody's). `there` is the view of the map that shows it.
    """

    table: str
    row: Row
    when: PartialDate
    kind: str
    label: str
    title: str
    text: str
    there: View
    states: tuple[str, ...] = ()
    about: frozenset[str] | None = None

    def concerns(self, state: str) -> bool:
        """Whether it belongs to the timeline of a state."""
        return not state or self.about is None or state in self.about


@once
def of(atlas: Atlas) -> tuple[Entry, ...]:
    """Every entry, in order of the day on which it surely had happened."""
    makers = (stages, changes, milestones, crises, operations, exercises)
    found = [entry for make in makers for entry in make(atlas)]
    return tuple(sorted(found, key=lambda entry: entry.when))


def view_of(timeline: Timeline, day: date, country: str = "", marks: str = "") -> View:
    """The map on a day, or on the nearest that it shows; of a country only where that has a lane."""
    day = min(max(day, timeline.first_day), timeline.last_day)
    on = "" if day == timeline.day_of(day.year) else day.isoformat()
    country = country if country in timeline.spells else ""
    return View(day.year, on=on, day=view.default(timeline).day, country=country, marks=marks)


@cache
def kinds(words: Words) -> dict[str, dict[str, str]]:
    """The kinds of every sort of marker in words, in order of a legend."""
    text = words.text
    return {
        "milestones": {
            "treaty": text("treaty"), "charter": text("Charter"), "agreement": text("agreement"),
            "decision": text("decision"), "session": text("session"), "institution": text("institution"),
            "international": text("relations with others"), "plan": text("plan"),
        },
        "crises": {
            "council": text("the Organization or its members were asked"),
            "consultations": text("consultations were asked for"), "bilateral": text("one state was asked"),
            "none": text("nobody was asked"),
        },
        "exercises": {
            "held": text("held"), "cancelled": text("called off"),
            "announced": text("announced only"),
        },
    }  # fmt: skip


def _kind(words: Words, what: str, table: str, kind: str) -> str:
    """What a record is and of which kind, as `Exercise: called off`."""
    return words.text("{what}: {kind}", what=what, kind=kinds(words)[table][kind])


def stages(atlas: Atlas) -> Iterator[Entry]:
    """What the body was, from when."""
    words, timeline = atlas.words, atlas.timeline
    for row in timeline.data.stages:
        yield Entry(
            "stages", row, row.starts, row.id, words.text("Stage"), words.text(row.label),
            words.text(row.definition), view_of(timeline, row.starts.last),
        )  # fmt: skip


def changes(atlas: Atlas) -> Iterator[Entry]:
    """Every change of a status, up to the last day."""
    words, timeline = atlas.words, atlas.timeline
    for change in timeline.changes:
        state, row = change.iso_a3, change.event
        said = scene.label(timeline, change.after, change.day, words)
        yield Entry(
            "membership_events", row, row.date, change.after, words.text("Status"),
            words.text("{state}: {status}", state=words.state(state), status=said), words.text(row.text),
            view_of(timeline, change.day, state), (state,), frozenset({state}),
        )  # fmt: skip


def milestones(atlas: Atlas) -> Iterator[Entry]:
    """The milestones; one belongs to the timeline of the states that were counted in on its day."""
    words, timeline = atlas.words, atlas.timeline
    for row in timeline.data.milestones:
        there = view_of(timeline, row.date.last)
        held = timeline.statuses(there.shown(timeline))
        about = frozenset(state for state, status in held.items() if status in timeline.counted)
        label = _kind(words, words.text("Milestone"), "milestones", row.kind)
        label = words.text("{kind}, only planned", kind=label) if row.planned else label
        yield Entry(
            "milestones", row, row.date, row.kind, label, words.text(row.title), words.text(row.text), there,
            (), about,
        )  # fmt: skip


def crises(atlas: Atlas) -> Iterator[Entry]:
    """Every crisis: what happened, what was asked, answered and came of it."""
    words, timeline = atlas.words, atlas.timeline
    for row in timeline.data.crises:
        text = " ".join(words.text(part) for part in (row.event, row.request, row.answer, row.outcome))
        there = view_of(timeline, row.starts.last, row.states[0], "crises")
        label = _kind(words, words.text("Call for help"), "crises", row.asked)
        yield Entry(
            "crises", row, row.starts, row.asked, label, words.text(row.title), text, there, row.states,
            frozenset(row.states),
        )  # fmt: skip


def operations(atlas: Atlas) -> Iterator[Entry]:
    """Every operation; it belongs to the timelines of host and contributors."""
    words, timeline = atlas.words, atlas.timeline
    for row in timeline.data.operations:
        sent = {item.iso_a3 for item in timeline.data.deployments if item.operation_id == row.id}
        there = View(row.starts.last.year, day=row.starts.last.isoformat(), layer="operation")
        yield Entry(
            "operations", row, row.starts, "operation", words.text("Operation"), words.text(row.short_name),
            words.text(row.text), there, (row.host_iso_a3,), frozenset({row.host_iso_a3, *sent}),
        )  # fmt: skip


def exercises(atlas: Atlas) -> Iterator[Entry]:
    """Every exercise; it belongs to the timelines of hosts and of those named as present or absent."""
    words, timeline = atlas.words, atlas.timeline
    for row in timeline.data.exercises:
        there = view_of(timeline, row.starts.last, row.hosts[0], "exercises")
        label = _kind(words, words.text("Exercise"), "exercises", row.outcome)
        about = frozenset({*row.hosts, *(row.participants or ()), *(row.absent or ())})
        yield Entry(
            "exercises", row, row.starts, row.outcome, label, words.text(row.name), words.text(row.text), there,
            row.hosts, about,
        )  # fmt: skip
