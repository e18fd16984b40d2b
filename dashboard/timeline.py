"""The join of boundaries and records: what holds on a day, since when, and by which recorded event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from membership_data import fold
from membership_data.fold import Spell
from membership_data.records import Records, Row


class JoinError(Exception):
    """Boundaries and records do not make a map: a state without a boundary, or no operation to show."""


@dataclass(frozen=True)
class Change:
    """A state passes from one status to another by a recorded event."""

    day: date
    iso_a3: str
    before: str
    after: str
    event: Row


@dataclass(frozen=True)
class Timeline:
    """All spells of all states that ever had a status, from the first year to the last day checked."""

    data: Records
    spells: dict[str, tuple[Spell, ...]]

    @cached_property
    def states(self) -> tuple[str, ...]:
        """Codes of the states that ever had a status, sorted."""
        return tuple(sorted(self.spells))

    @cached_property
    def counted(self) -> frozenset[str]:
        """Statuses that count a state in."""
        return frozenset(row.id for row in self.data.statuses if row.counted)

    @property
    def last_day(self) -> date:
        """The day the records were last checked: what is shown of the last year."""
        return self.data.checked_on

    @cached_property
    def first_day(self) -> date:
        """The day from which a state has a status; nothing is shown of the days before."""
        return min(spells[0].start for spells in self.spells.values())

    @property
    def first_year(self) -> int:
        """Year of the first day; the slider begins here."""
        return self.first_day.year

    @property
    def last_year(self) -> int:
        """Year of the last day; the slider ends here, whatever the clock says."""
        return self.last_day.year

    @cached_property
    def years(self) -> range:
        """All years of the slider."""
        return range(self.first_year, self.last_year + 1)

    def day_of(self, year: int) -> date:
        """The day that stands for a year: its last, or the last day checked."""
        return min(date(year, 12, 31), self.last_day)

    def spell(self, iso_a3: str, day: date) -> Spell | None:
        """The spell in which a state is on a day, None when it has no status."""
        spells = self.spells[iso_a3]
        at = bisect_right(self._starts[iso_a3], day) - 1
        if at < 0 or (spells[at].end is not None and day >= spells[at].end):
            return None
        return spells[at]

    @cached_property
    def _starts(self) -> dict[str, list[date]]:
        return {state: [spell.start for spell in spells] for state, spells in self.spells.items()}

    def status(self, iso_a3: str, day: date) -> str:
        """Status of a state on a day; `none` when it has none."""
        spell = self.spell(iso_a3, day)
        return spell.status if spell else "none"

    def statuses(self, day: date) -> dict[str, str]:
        """Status on a day of every state that ever had one."""
        return {state: self.status(state, day) for state in self.states}

    def counts(self, day: date) -> Mapping[str, int]:
        """How many states are in each status on a day; none is in one that is not named."""
        at = bisect_right(self._days, day)
        return self._sums[at]

    @cached_property
    def _days(self) -> list[date]:
        return [change.day for change in self.changes]

    @cached_property
    def _sums(self) -> list[Counter[str]]:
        """The counts before the first change, and after each."""
        sums = [Counter[str]()]
        for change in self.changes:
            sums.append(Counter(sums[-1]))
            sums[-1].update({change.before: -1})
            sums[-1].update({change.after: 1})
        return sums

    def stage(self, day: date) -> Row:
        """Stage of the body on a day: the treaty, the transition or the organization."""
        return next(stage for stage in reversed(self.data.stages) if stage.starts.last <= day)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change of a status up to the last day, in order of days."""
        found = []
        for state, spells in self.spells.items():
            before = "none"
            for spell, following in pairwise((*spells, None)):
                found.append(Change(spell.start, state, before, spell.status, spell.event))
                before = spell.status
                if spell.end and (following is None or following.start > spell.end):
                    found.append(Change(spell.end, state, before, "none", self._end(spell)))
                    before = "none"
        return tuple(sorted((c for c in found if c.day <= self.last_day), key=lambda c: (c.day, c.iso_a3)))

    def _end(self, spell: Spell) -> Row:
        return self._endings[spell.iso_a3, spell.end]

    @cached_property
    def _endings(self) -> dict[tuple[str, date], Row]:
        """Events that end a status, by state and day."""
        ended = [event for event in self.data.membership_events if event.status_after == fold.NONE]
        return {(event.iso_a3, event.date.last): event for event in reversed(ended)}

    def changes_in(self, year: int) -> tuple[Change, ...]:
        """Changes of a status within a year."""
        return self._changes(date(year, 1, 1), date(year, 12, 31))

    def changes_on(self, day: date) -> tuple[Change, ...]:
        """Changes of a status on that very day."""
        return self._changes(day, day)

    def _changes(self, first: date, last: date) -> tuple[Change, ...]:
        return self.changes[bisect_left(self._days, first) : bisect_right(self._days, last)]

    @cached_property
    def turns(self) -> tuple[date, ...]:
        """Every day from which the picture differs from the day before: statuses, stage or areas."""
        days = {change.day for change in self.changes} | {stage.starts.last for stage in self.data.stages}
        for row in self.data.area_memberships:
            days |= {row.starts.last} | ({row.ends.last} if row.ends else set())
        return tuple(sorted(day for day in days if day <= self.last_day))

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """Years in which a status, the stage of the body or an operation changes something."""
        days = [change.day for change in self.changes]
        days += [stage.starts.last for stage in self.data.stages]
        days += [operation.starts.last for operation in self.data.operations]
        return tuple(sorted({day.year for day in days if day <= self.last_day}))


def join(data: Records, codes: Collection[str]) -> Timeline:
    """The records joined to the codes of the boundaries; JoinError names every state without a shape."""
    by_state: dict[str, list[Spell]] = {}
    for spell in fold.spells(data.membership_events):
        by_state.setdefault(spell.iso_a3, []).append(spell)
    missing = sorted(set(by_state) - set(codes))
    if missing:
        raise JoinError(f"no boundary for {', '.join(missing)}; expected a shape for every state with records")
    return Timeline(data, {state: tuple(spells) for state, spells in by_state.items()})
