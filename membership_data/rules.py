"""What must hold between records beyond types and keys: the order of days, of statuses and of areas.

Every rule looks only at rows without a problem of their own, and concludes nothing from what a broken row
hides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from membership_data import descriptor, fold
from membership_data.problems import Problem, shown
from membership_data.tables import Table

Tables = Mapping[str, Table]
Located = tuple[int, Any]

# The tables and columns that the rules read: a descriptor without them does not describe these records.
READ = {
    "statuses": ("id", "counted", "may_follow"),
    "stages": ("id", "starts"),
    "membership_events": ("iso_a3", "date", "status_after"),
    "area_memberships": ("area_id", "iso_a3", "starts", "ends"),
    "operations": ("id", "starts", "ends"),
    "operation_days": ("date",),
    "deployments": (
        *("operation_id", "iso_a3", "departs", "arrives", "leaves"),
        *("strength_low", "strength_high", "disclosed"),
    ),
    "deployment_figures": ("low", "high", "said_on"),
    "questions": ("topic",),
    "claims": ("question_id", "best", "value_low", "value_high", "said_on"),
}
# (table, column): days that cannot lie after the day on which the records were checked.
PAST = (
    ("stages", "starts"),
    ("membership_events", "date"),
    ("area_memberships", "starts"),
    ("operations", "starts"),
    ("operation_days", "date"),
    ("deployments", "departs"),
    ("deployment_figures", "said_on"),
    ("claims", "said_on"),
)
# (table, columns): dates or figures that cannot fall from left to right.
RISING = (
    ("area_memberships", ("starts", "ends")),
    ("operations", ("starts", "ends")),
    ("deployments", ("departs", "arrives", "leaves")),
    ("deployments", ("strength_low", "strength_high")),
    ("deployment_figures", ("low", "high")),
    ("claims", ("value_low", "value_high")),
)


class Finding(NamedTuple):
    """A problem of a row, by table: what a Problem says, before the table's file is known."""

    table: str
    line: int
    found: str
    expected: str
    remedy: str


def problems(tables: Tables, checked_on: date) -> Iterator[Problem]:
    """Yield every problem that the rules find in `tables`, a mapping of name to table as read."""
    undescribed = list(_undescribed(tables))
    yield from undescribed
    if undescribed:
        return
    for rule in RULES:
        for table, line, *parts in rule(tables, checked_on):
            yield Problem(tables[table].spec.file, line, *parts)


def _undescribed(tables: Tables) -> Iterator[Problem]:
    for name, columns in READ.items():
        described = [column.name for column in tables[name].spec.columns] if name in tables else []
        for column in columns:
            if column not in described:
                expected = f"the column {column} of the table {name}"
                yield Problem(descriptor.NAME, 1, f"no {name}.{column}", expected, "declare it")


def _in_the_past(tables: Tables, checked_on: date) -> Iterator[Finding]:
    for name, column in PAST:
        for line, row in tables[name].sound():
            day = getattr(row, column)
            if day is not None and day.first > checked_on:
                expected = f"a day up to {checked_on}, when the records were checked"
                remedy = "correct the date, or check the records again and move checked_on"
                yield Finding(name, line, f"{column} is {day}", expected, remedy)


def _rising(tables: Tables, checked_on: date) -> Iterator[Finding]:
    for name, columns in RISING:
        for line, row in tables[name].sound():
            known = [(column, getattr(row, column)) for column in columns if getattr(row, column) is not None]
            for (before, low), (after, high) in pairwise(known):
                # Dates compare by the days they may mean: 2012-06-28 to 2012 is possible.
                if getattr(low, "first", low) > getattr(high, "last", high):
                    found = f"{before} is {low} and {after} is {high}"
                    yield Finding(name, line, found, f"{after} not below {before}", "correct one of them")


def _events_by_state(tables: Tables) -> dict[str, list[Located]]:
    """Return (line, event) of every state without a broken row, in the order in which they count."""
    table = tables["membership_events"]
    if not table.complete:
        return {}
    known = {None, *(row.id for row in tables["statuses"].rows)}
    broken = {row.iso_a3 for line, row in table.located() if line in table.faulty or row.status_after not in known}
    whole = [(line, row) for line, row in table.sound() if row.iso_a3 not in broken]
    whole.sort(key=lambda located: (located[1].iso_a3, fold.in_force_from(located[1])))
    return {iso_a3: list(group) for iso_a3, group in groupby(whole, key=lambda located: located[1].iso_a3)}


def _transitions(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A status follows only those that its row in `statuses` names."""
    may_follow = {row.id: row.may_follow for _, row in tables["statuses"].sound()}
    for iso_a3, events in _events_by_state(tables).items():
        status = fold.NONE
        for line, event in events:
            after = event.status_after
            if after is None or after not in may_follow:
                continue
            if status not in may_follow[after]:
                found = f"{iso_a3} goes from {status} to {after} on {event.date}"
                expected = f"{after} only after {' or '.join(may_follow[after])}"
                remedy = "correct the status or the date, or add the event between"
                yield Finding("membership_events", line, found, expected, remedy)
            status = after


def _overlaps(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A state is in one area once at a time."""
    rows = sorted(
        tables["area_memberships"].sound(),
        key=lambda located: (located[1].area_id, located[1].iso_a3, located[1].starts),
    )
    for (line, one), (other_line, other) in pairwise(rows):
        same = (one.area_id, one.iso_a3) == (other.area_id, other.iso_a3)
        if same and (one.ends is None or other.starts.first < one.ends.first):
            found = f"{other.iso_a3} is in {other.area_id} twice at a time, also by line {line}"
            expected = "one spell after the other"
            yield Finding("area_memberships", other_line, found, expected, "correct a start or an end")


def _not_counted(tables: Tables) -> Callable[[str, date], str | None]:
    """Return a function of a state and a day that names its status then, if that does not count as in.

    It is silent about states whose events have a problem.
    """
    counted = {row.id for _, row in tables["statuses"].sound() if row.counted}
    whole = _events_by_state(tables)
    spells = {iso_a3: fold.spells(event for _, event in events) for iso_a3, events in whole.items()}
    table = tables["membership_events"]
    unclear = {row.iso_a3 for row in table.rows} - set(whole)

    def status_if_out(iso_a3: str, day: date) -> str | None:
        status = fold.status_on(spells.get(iso_a3, ()), day)
        return None if status in counted or iso_a3 in unclear or not table.complete else status

    return status_if_out


def _areas_while_in(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A state is in an area only on days on which it is counted in."""
    status_if_out = _not_counted(tables)
    for line, row in tables["area_memberships"].sound():
        start, end = row.starts.last, row.ends.first if row.ends else checked_on + timedelta(days=1)
        events = (event for _, event in _events_by_state(tables).get(row.iso_a3, ()))
        changes = {fold.in_force_from(event) for event in events}
        for day in sorted({start, *(day for day in changes if start < day < end)}):
            status = status_if_out(row.iso_a3, day)
            if status is not None:
                found = f"{row.iso_a3} is in {row.area_id} on {day} with the status {status}"
                remedy = "correct the spell or the events"
                yield Finding("area_memberships", line, found, "a status that is counted in", remedy)
                break


def _contributors(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A contingent comes from a state that is counted in when it departs, or when the operation begins."""
    status_if_out = _not_counted(tables)
    starts = {row.id: row.starts for _, row in tables["operations"].sound()}
    for line, row in tables["deployments"].sound():
        day = row.departs or starts.get(row.operation_id)
        status = status_if_out(row.iso_a3, day.last) if day else None
        if status is not None:
            found = f"{row.iso_a3} contributes on {day} with the status {status}"
            remedy = "correct the day or the events"
            yield Finding("deployments", line, found, "a contributor that is counted in", remedy)


def _disclosed(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A contingent has figures exactly when its strength was disclosed."""
    for line, row in tables["deployments"].sound():
        low, high = row.strength_low, row.strength_high
        if {low is not None, high is not None} != {row.disclosed}:
            found = f"disclosed is {str(row.disclosed).lower()} and the strengths are {low} and {high}"
            expected = "both strengths if disclosed, else neither"
            yield Finding("deployments", line, found, expected, "correct the strengths or disclosed")


def _one_best(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A question has at most one best-supported claim."""
    first: dict[str, int] = {}
    for line, row in tables["claims"].sound():
        if row.best and first.setdefault(row.question_id, line) != line:
            found = f"a second best claim to {row.question_id}, after line {first[row.question_id]}"
            yield Finding("claims", line, found, "at most one", "set best to false on one")


def _topics(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A question is about an operation, a stage or a state with events."""
    known = {row.id for name in ("operations", "stages") for row in tables[name].rows}
    known |= {row.iso_a3 for row in tables["membership_events"].rows}
    if not all(tables[name].complete for name in ("operations", "stages", "membership_events")):
        return
    for line, row in tables["questions"].sound():
        if row.topic not in known:
            expected = "the id of an operation or a stage, or the code of a state with events"
            yield Finding("questions", line, f"topic is {shown(row.topic)}", expected, "correct the topic")


RULES = (
    _in_the_past,
    _rising,
    _transitions,
    _overlaps,
    _areas_while_in,
    _contributors,
    _disclosed,
    _one_best,
    _topics,
)
