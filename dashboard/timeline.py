"""The join of boundaries and records: what holds on a day, since when, and by which recorded event."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
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
        at = bisect_right([spell.start for spell in spells], day) - 1
        if at < 0 or (spells[at].end is not None and day >= spells[at].end):
            return None
        return spells[at]

    def status(self, iso_a3: str, day: date) -> str:
        """Status of a state on a day; `none` when it has none."""
        spell = self.spell(iso_a3, day)
        return spell.status if spell else "none"

    def statuses(self, day: date) -> dict[str, str]:
        """Status on a day of every state that ever had one."""
        return {state: self.status(state, day) for state in self.states}

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
        return next(
            event
            for event in self.data.membership_events
            if event.iso_a3 == spell.iso_a3 and event.date.last == spell.end and event.status_after == "none"
        )

    def changes_in(self, year: int) -> tuple[Change, ...]:
        """Changes of a status within a year."""
        return tuple(change for change in self.changes if change.day.year == year)

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
