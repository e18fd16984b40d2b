"""Spells of which one follows the other: a state in an area or a force, the holder of an office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from membership_data.rules.finding import Finding, Tables


class Series(NamedTuple):
    """A table of spells; those with the same values in `columns` follow each other.

    `lasts` says what a blank end means: the spell lasts to this day, or else its end was not found.
    """

    table: str
    columns: tuple[str, ...]
    lasts: bool


# The lists of office holders have gaps, so of a holder without an end only the first day is certain. Who acts for
# the holder of an office holds it like any other.
SERIES = (
    Series("area_memberships", ("area_id", "iso_a3"), lasts=True),
    Series("force_contributors", ("force_id", "iso_a3"), lasts=True),
    Series("office_holders", ("office",), lasts=False),
)
READ = {series.table: (*series.columns, "starts", "ends") for series in SERIES}


def _overlaps(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """No two spells of a series overlap on whichever days their dates may mean; each is reported once."""
    for series in SERIES:
        located = sorted(tables[series.table].sound(), key=lambda item: item[1].starts)
        earlier: dict[tuple[str, ...], list[tuple[int, Any]]] = {}
        for line, row in located:
            key = tuple(getattr(row, column) for column in series.columns)
            before = earlier.setdefault(key, [])
            clash = next((other for other, one in before if _overlap(one, row, series.lasts)), None)
            if clash is not None:
                found = f"{' '.join(key)} from {row.starts} overlaps the spell of line {clash}"
                yield Finding(series.table, line, found, "one spell after the other", "correct a start or an end")
            before.append((line, row))


def _overlap(one: Any, other: Any, lasts: bool) -> bool:
    return _started(one) < _ended(other, lasts) and _started(other) < _ended(one, lasts)


def _started(row: Any) -> date:
    """Return the last day on which the spell may have begun."""
    return min(row.starts.last, row.ends.last) if row.ends else row.starts.last


def _ended(row: Any, lasts: bool) -> date:
    """Return the first day on which the spell may have been over."""
    if row.ends is not None:
        return row.ends.first
    return date.max if lasts else row.starts.first + timedelta(days=1)


RULES = (_overlaps,)
