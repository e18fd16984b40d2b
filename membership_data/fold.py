"""Events to spells: which status a state had, from which day to which day. Pure.

An event known only to a month or a year takes effect on the *last* day of that period: a status is claimed
only from the day on which it surely held. What a reader sees keeps the record's precision (`event.date`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, islice
from typing import Any, NamedTuple

NONE = "none"


class Spell(NamedTuple):
    """A status that held on the days from `start` up to, not including, `end` (None: it still holds).

    `event` is the row of `membership_events` that began it.
    """

    iso_a3: str
    status: str
    start: date
    end: date | None
    event: Any


def in_force_from(event: Any) -> date:
    """Return the day from which `event` counts: the last day of its date."""
    return event.date.last


def spells(events: Iterable[Any]) -> tuple[Spell, ...]:
    """Return the spells that `events` make, sorted by state and start.

    `events` are rows of `membership_events`. Their order matters only where two of one state count from the
    same day: the later row decides. Events without a status after them are passed over. There is no spell of
    status `none`, neither before the first event nor after one that ends a status.
    """
    changes = [event for event in events if event.status_after]
    changes.sort(key=lambda event: (event.iso_a3, in_force_from(event)))
    by_state = groupby(changes, key=lambda event: event.iso_a3)
    return tuple(spell for iso_a3, group in by_state for spell in _of_one_state(iso_a3, list(group)))


def _of_one_state(iso_a3: str, changes: list[Any]) -> Iterator[Spell]:
    ends = [*(in_force_from(event) for event in changes[1:]), None]
    for event, end in zip(changes, ends, strict=True):
        start = in_force_from(event)
        if event.status_after != NONE and start != end:
            yield Spell(iso_a3, event.status_after, start, end, event)


def status_on(spells_of_one_state: Iterable[Spell], day: date) -> str:
    """Return the status that holds on `day`, `none` where no spell does."""
    for spell in spells_of_one_state:
        if spell.start <= day and (spell.end is None or day < spell.end):
            return spell.status
    return NONE


def statuses_on(events: Iterable[Any], day: date) -> dict[str, str]:
    """Return the status on `day` of every state that ever had one, by ISO code in alphabetical order."""
    by_state = groupby(spells(events), key=lambda spell: spell.iso_a3)
    return {iso_a3: status_on(group, day) for iso_a3, group in by_state}


def day_of(year: int, checked_on: date) -> date:
    """Return the day that stands for `year`: 31 December, in the last year the day the records were checked.

    Raises ValueError for a later year.
    """
    if year > checked_on.year:
        raise ValueError(f"the records end on {checked_on}; {year} is later")
    return min(date(year, 12, 31), checked_on)


def panel(events: Iterable[Any], checked_on: date) -> Iterator[tuple[int, str, str]]:
    """Yield (year, ISO code, status), `none` included, from the year of the first event to `checked_on`.

    A country-year panel: every year has one row for every state that ever had a status.
    """
    events = list(events)
    first = min((event.date.first.year for event in events), default=checked_on.year + 1)
    ahead = {iso_a3: deque(group) for iso_a3, group in groupby(spells(events), key=lambda spell: spell.iso_a3)}
    for year in range(first, checked_on.year + 1):
        day = day_of(year, checked_on)
        for iso_a3, of_state in ahead.items():
            while of_state and of_state[0].end is not None and of_state[0].end <= day:
                of_state.popleft()  # over, and so for every year to come
            yield year, iso_a3, status_on(islice(of_state, 1), day)
