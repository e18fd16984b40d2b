"""Where things stand on the timeline: days as per cent of an axis of years, markers in rows, room for labels. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.timeline import Timeline
from membership_data.dates import PartialDate

TRACK = 1060
"""Pixels of the narrowest axis; below that width the chart scrolls."""
CHARACTER, MARKER = 5.6, 16
"""Pixels that a character of a label takes at 11 px, and that a marker takes with the room around it."""


@dataclass(frozen=True)
class Axis:
    """Years side by side, each of the same width; positions are per cent of the whole and stay within it."""

    first: int
    last: int

    def at(self, day: date) -> float:
        """Where a day begins; what lies outside the axis is held at its end."""
        start, following = date(day.year, 1, 1), date(day.year + 1, 1, 1)
        passed = day.year - self.first + (day - start) / (following - start)
        return min(max(100 * passed / (self.last + 1 - self.first), 0), 100)

    def span(self, start: date, end: date) -> tuple[float, float]:
        """Left edge and width of the days from `start` up to, not including, `end`."""
        return self.at(start), self.at(end) - self.at(start)

    def middle(self, when: PartialDate) -> float:
        """The middle of a day, a month or a year: where a date known no better is marked."""
        left, width = self.span(when.first, when.last + timedelta(days=1))
        return left + width / 2


def axis(timeline: Timeline) -> Axis:
    """The axis of a timeline: all years of the slider, each of them whole, the last one too."""
    return Axis(timeline.first_year, timeline.last_year)


def states(timeline: Timeline) -> tuple[str, ...]:
    """States in order of their lanes: those counted in on the last day, then the others, each by accession."""

    def place(state: str) -> tuple[bool, date, str]:
        counted = timeline.status(state, timeline.last_day) in timeline.counted
        return not counted, timeline.spells[state][0].start, state

    return tuple(sorted(timeline.states, key=place))


@dataclass(frozen=True)
class Spot:
    """A marker: its place in per cent, its row from the top, and on which side its label has room, if on any."""

    left: float
    row: int
    side: str = ""


def room(label: str) -> float:
    """Per cent of the narrowest axis that a marker and the label beside it take."""
    return per_cent(MARKER + CHARACTER * len(label))


def per_cent(pixels: float) -> float:
    """Pixels of the narrowest axis in per cent of it."""
    return 100 * pixels / TRACK


def spots(places: Sequence[tuple[float, str]], most: int, marker: float = MARKER) -> tuple[Spot, ...]:
    """Markers that do not touch, in rows: `places` are (left, label) in order, `marker` is a width in pixels.

    There are up to `most` rows while that gives a label room, and more only where markers would touch.
    """
    rows = _rows(places, most, per_cent(marker))
    found: list[Spot] = [Spot(left, row) for (left, _), row in zip(places, rows, strict=True)]
    for row in set(rows):
        line = [at for at, its in enumerate(rows) if its == row]
        for at, side in zip(line, _sides([places[at] for at in line]), strict=True):
            found[at] = Spot(places[at][0], row, side)
    return tuple(found)


def _rows(places: Sequence[tuple[float, str]], most: int, marker: float) -> list[int]:
    """The row of each marker: where no label is in the way, else where the longest is given up for it."""
    ends: list[tuple[float, float]] = []
    chosen = []
    for left, label in places:
        clear = [row for row, (last, _) in enumerate(ends) if last + marker <= left]
        free = [row for row in clear if ends[row][1] <= left]
        if not clear or (not free and len(ends) < most):
            row = len(ends)
            ends.append((left, left))
        else:
            row = max(free or clear, key=lambda row: ends[row][1])
        ends[row] = (left, left + room(label))
        chosen.append(row)
    return chosen


def _sides(line: Sequence[tuple[float, str]]) -> list[str]:
    """For each marker of a row the side on which its label touches nothing: right, else left, else none."""
    half = per_cent(MARKER) / 2
    taken, sides = 0.0, []
    following = [left - half for left, _ in line[1:]] + [100.0]
    for (left, label), edge in zip(line, following, strict=True):
        width = room(label)
        side = "right" if left + width <= edge else "left" if left - width >= taken else ""
        side = side if label else ""
        taken = left + (width if side == "right" else half)
        sides.append(side)
    return sides
