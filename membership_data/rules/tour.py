"""The chapters of the tour: each shows a day and a state that the map has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from membership_data.problems import shown
from membership_data.rules.finding import Finding, Tables

READ = {
    "chapters": ("date", "iso_a3", "layer"),
    "membership_events": ("date", "iso_a3"),
    "operation_days": ("date",),
}


def _days(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A chapter lies on a day that is told of an operation, or not before the first event."""
    told, events = tables["operation_days"], tables["membership_events"]
    if any(table.faulty or not table.rows or not table.complete for table in (told, events)):
        return
    days = [row.date.last for row in told.rows]
    since = min(row.date.last for row in events.rows)
    for line, row in tables["chapters"].sound():
        found, remedy = f"date is {row.date} on the layer {row.layer}", "correct the date or the layer"
        if row.layer == "operation" and not min(days) <= row.date.last <= max(days):
            yield Finding("chapters", line, found, f"a day from {min(days)} to {max(days)}", remedy)
        elif row.date.last < since:
            yield Finding("chapters", line, found, f"a day from {since} on", remedy)


def _states(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """The state that a chapter points to is one with events."""
    events = tables["membership_events"]
    known = {row.iso_a3 for row in events.rows}
    if None in known or not events.complete:
        return
    for line, row in tables["chapters"].sound():
        if row.iso_a3 and row.iso_a3 not in known:
            yield Finding(
                "chapters", line, f"iso_a3 is {shown(row.iso_a3)}", "the code of a state with events", "correct it"
            )


RULES = (_days, _states)
