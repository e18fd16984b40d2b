"""What the status of a state allows: the statuses after it, a place in an area or a force, a contingent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from membership_data import fold
from membership_data.rules.finding import Finding, Tables

READ = {
    "statuses": ("id", "counted", "may_follow"),
    "membership_events": ("iso_a3", "date", "status_after"),
    "area_memberships": ("area_id", "iso_a3", "starts", "ends"),
    "force_contributors": ("force_id", "iso_a3", "starts", "ends", "exception"),
    "operations": ("id", "starts"),
    "deployments": ("operation_id", "iso_a3", "departs"),
}

Located = tuple[int, Any]
History = Callable[[str], tuple[fold.Spell, ...] | None]


def _transitions(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A status follows only those that its row in `statuses` names."""
    may_follow = {row.id: row.may_follow for _, row in tables["statuses"].sound()}
    for iso_a3, events in _events_by_state(tables).items():
        status = fold.NONE
        for line, event in events:
            after = event.status_after
            if after is None:
                continue
            if status not in may_follow.get(after, (status,)):
                found = f"{iso_a3} goes from {status} to {after} on {event.date}"
                expected = f"{after} only after {' or '.join(may_follow[after])}"
                remedy = "correct the status or the date, or add the event between"
                yield Finding("membership_events", line, found, expected, remedy)
            status = after


def _areas_while_in(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A state is in an area only on days on which it is counted in."""
    counted, history = _counted(tables), _history(tables)
    for line, row in tables["area_memberships"].sound():
        for day, status in _statuses_within(row, history, checked_on):
            if counted.get(status) is False:
                found = f"{row.iso_a3} is in {row.area_id} on {day} with the status {status}"
                remedy = "correct the spell or the events"
                yield Finding("area_memberships", line, found, "a status that is counted in", remedy)
                break


def _forces_while_in(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A state contributes to a force on days on which it is counted in, or the row says why on others too."""
    counted, history = _counted(tables), _history(tables)
    for line, row in tables["force_contributors"].sound():
        held = _statuses_within(row, history, checked_on)
        out = [(day, status) for day, status in held if counted.get(status) is False]
        if out and row.exception is None:
            day, status = out[0]
            found = f"{row.iso_a3} contributes to {row.force_id} on {day} with the status {status}"
            remedy = "correct the spell or the events, or give the reason in exception"
            yield Finding("force_contributors", line, found, "a status that is counted in", remedy)
        elif held and row.exception is not None and all(counted.get(status) for _, status in held):
            found = f"an exception, though {row.iso_a3} is counted in on every day of the spell"
            yield Finding("force_contributors", line, found, "none", "remove it, or correct the spell")


def _contingents_while_in(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A contingent comes from a state that is counted in when it departs, or when the operation begins."""
    counted, history = _counted(tables), _history(tables)
    starts = {row.id: row.starts for _, row in tables["operations"].sound()}
    for line, row in tables["deployments"].sound():
        day, spells = row.departs or starts.get(row.operation_id), history(row.iso_a3)
        if day is None or spells is None:
            continue
        status = fold.status_on(spells, day.last)
        if counted.get(status) is False:
            found = f"{row.iso_a3} contributes on {day} with the status {status}"
            remedy = "correct the day or the events"
            yield Finding("deployments", line, found, "a contributor that is counted in", remedy)


def _counted(tables: Tables) -> dict[str, bool]:
    """Return whether each status is counted in; a status whose row has a problem is in neither way."""
    return {fold.NONE: False, **{row.id: row.counted for _, row in tables["statuses"].sound()}}


def _events_by_state(tables: Tables) -> dict[str, list[Located]]:
    """Return (line, event) of every state without a broken row, in the order in which they count.

    A row whose state cannot be read may be of any state: there is then none without a broken row.
    """
    table = tables["membership_events"]
    known = {None, *(row.id for row in tables["statuses"].rows)}
    broken = {row.iso_a3 for line, row in table.located() if line in table.faulty or row.status_after not in known}
    if None in broken or not table.complete:
        return {}
    whole = [(line, row) for line, row in table.sound() if row.iso_a3 not in broken]
    whole.sort(key=lambda located: (located[1].iso_a3, fold.in_force_from(located[1])))
    return {iso_a3: list(group) for iso_a3, group in groupby(whole, key=lambda located: located[1].iso_a3)}


def _history(tables: Tables) -> History:
    """Return a function of a state to its spells, to None where a broken row may hide one."""
    table, events = tables["membership_events"], _events_by_state(tables)
    spells = {iso_a3: fold.spells(event for _, event in located) for iso_a3, located in events.items()}
    unclear = {row.iso_a3 for row in table.rows} - set(spells)

    def of(iso_a3: str) -> tuple[fold.Spell, ...] | None:
        if iso_a3 in unclear or None in unclear or not table.complete:
            return None
        return spells.get(iso_a3, ())

    return of


def _statuses_within(row: Any, history: History, checked_on: date) -> list[tuple[date, str]]:
    """Return (day, status) of the first day of the row's spell and of every day in it that changes the status.

    The spell is that of the days on which it surely held. Nothing is returned where the history is unclear.
    """
    start, end = row.starts.last, row.ends.first if row.ends else checked_on + timedelta(days=1)
    spells = history(row.iso_a3)
    if spells is None or start >= end:
        return []
    changes = {day for spell in spells for day in (spell.start, spell.end) if day is not None and start < day < end}
    return [(day, fold.status_on(spells, day)) for day in sorted({start, *changes})]


RULES = (_transitions, _areas_while_in, _forces_while_in, _contingents_while_in)
