"""Two days beside each other: the states whose status differs, and what happened to them in between, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dashboard.timeline import Change, Timeline
from dashboard.words import Words, filled


@dataclass(frozen=True)
class Turn:
    """What happened to one state or to several on one day; `said` has a clause for each number of them, from one on.

    A clause keeps `{states}` open for their names: which of them are named depends on the two days.
    """

    day: date
    states: tuple[str, ...]
    said: tuple[str, ...]

    def clause(self, states: tuple[str, ...], words: Words) -> str:
        """The clause for these of its states, of which there is at least one."""
        names = words.listed([words.state(state) for state in states])
        return filled(self.said[len(states) - 1], {"states": names})


@dataclass(frozen=True)
class Difference:
    """`states` are those whose status is not the same on two days; `lead` names them, `clauses` say what happened."""

    first: date
    second: date
    states: tuple[str, ...]
    lead: str
    clauses: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it as one paragraph."""
        return " ".join([self.lead, *(f"{clause}." for clause in self.clauses)])


def between(timeline: Timeline, one: date, other: date, words: Words) -> Difference:
    """What differs between two days, the earlier one first, whichever is given first."""
    first, second = sorted((one, other))
    before, after = timeline.statuses(first), timeline.statuses(second)
    states = tuple(state for state in timeline.states if before[state] != after[state])
    clauses = []
    for turn in turns(timeline, words):
        named = tuple(state for state in turn.states if state in states)
        if named and first < turn.day <= second:
            clauses.append(turn.clause(named, words))
    return Difference(first, second, states, _lead(timeline, first, second, states, words), tuple(clauses))


def _lead(timeline: Timeline, first: date, second: date, states: tuple[str, ...], words: Words) -> str:
    if first == second:
        return filled(same(words), {"day": words.day(first)})
    lead = leads(timeline, words)[len(states)]
    names = words.listed([words.state(state) for state in states])
    return filled(lead, {"first": words.day(first), "second": words.day(second), "states": names})


def leads(timeline: Timeline, words: Words) -> tuple[str, ...]:
    """The first sentence for each number of states, from none on; `{first}`, `{second}` and `{states}` stay open."""
    none = words.text("Between {first} and {second} no state's status differs.")
    some = (
        words.count(
            "Between {first} and {second} the status of one state differs: {states}.",
            "Between {first} and {second} the status of {count} states differs: {states}.",
            number,
        )
        for number in range(1, len(timeline.states) + 1)
    )
    return (none, *some)


def same(words: Words) -> str:
    """The sentence for a day beside itself; `{day}` stays open."""
    return words.text("Both maps show {day}: no state's status differs.")


def turns(timeline: Timeline, words: Words) -> tuple[Turn, ...]:
    """Everything that ever happened to a status, in order of days; changes of one kind on one day are one turn."""
    ordered = sorted(timeline.changes, key=_kind)
    return tuple(_turn(timeline, tuple(changes), words) for _, changes in groupby(ordered, key=_kind))


def _kind(change: Change) -> tuple[date, str, str]:
    return change.day, change.event.event, change.event.date.text


def _turn(timeline: Timeline, changes: tuple[Change, ...], words: Words) -> Turn:
    event = changes[0].event
    kind = next(row for row in timeline.data.event_types if row.id == event.event)
    clauses = (words.count(kind.headline_one, kind.headline_many, at + 1) for at in range(len(changes)))
    when = words.dated(event.date.text)
    said = tuple(
        words.text("{clause} ({date})", clause=f"{clause[:1].upper()}{clause[1:]}", date=when) for clause in clauses
    )
    return Turn(changes[0].day, tuple(change.iso_a3 for change in changes), said)
