"""What one picture is drawn from: the records, the boundaries, the words, the view, the theme and the sizes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from dashboard import areas, compare, operation, palette, scene
from dashboard.areas import Group
from dashboard.compare import Difference
from dashboard.exports.layout import Sizes
from dashboard.exports.plate import Paint
from dashboard.operation import Operation
from dashboard.palette import Shade
from dashboard.scene import LegendRow, Scene
from dashboard.shapes import Shapes
from dashboard.timeline import Change, Timeline
from dashboard.view import View
from dashboard.words import Words

THEMES = ("light", "dark")
FINE = 0.7
"""Patterns grow less than lines and type do, so that small states still show theirs."""


@dataclass(frozen=True, eq=False)
class Setting:
    """One picture's ingredients; what follows from them is worked out once."""

    timeline: Timeline
    drawn: Shapes
    words: Words
    view: View
    theme: str
    sizes: Sizes

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self.view.shown(self.timeline)

    @cached_property
    def scene(self) -> Scene:
        """What is drawn and said of the day; badges say what is new on it, and not in a comparison."""
        found = self._scene()
        if self.difference is None:
            return found
        return replace(found, marks=tuple(replace(mark, badge="") for mark in found.marks))

    def _scene(self) -> Scene:
        if self.view.on or self.view.layer == "operation":
            return scene.of_day(self.timeline, self.day, self.words)
        return scene.of_year(self.timeline, self.view.year, self.words)

    @cached_property
    def difference(self) -> Difference | None:
        """What differs from the day that is shown beside, where one is."""
        other = self.view.compared(self.timeline)
        return compare.between(self.timeline, self.day, other, self.words) if other else None

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What happened in the year up to the day or, in a comparison, in between to the states that differ."""
        if self.difference is None:
            return tuple(change for change in self.timeline.changes_in(self.day.year) if change.day <= self.day)
        first, second, states = self.difference.first, self.difference.second, self.difference.states
        return tuple(c for c in self.timeline.changes if first < c.day <= second and c.iso_a3 in states)

    @property
    def legends(self) -> tuple[tuple[LegendRow, ...], ...]:
        """The legend of the day or, in a comparison, of both, the earlier first."""
        if self.difference is None:
            return (self.scene.legend,)
        days = (self.difference.first, self.difference.second)
        return tuple(scene.legend(self.timeline, day, self.words) for day in days)

    @property
    def outlined(self) -> frozenset[str]:
        """Codes of the states that changed or, in a comparison, that differ."""
        if self.difference is not None:
            return frozenset(self.difference.states)
        return frozenset(mark.iso_a3 for mark in self.scene.marks if mark.badge)

    @cached_property
    def operation(self) -> Operation | None:
        """The operation, where it is what is shown."""
        if self.view.layer != "operation":
            return None
        return operation.of(self.timeline, self.drawn, self.timeline.data.operations[0], self.words)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The security areas as they are on the day, where they are what is shown."""
        if self.view.layer != "areas":
            return ()
        found, day = areas.groups(self.timeline, self.drawn, self.words), self.day
        return tuple(group for group in found if group.starts <= day and not (group.ends and group.ends <= day))

    @property
    def headline(self) -> str:
        """The sentence above the map."""
        if self.operation:
            return operation.sentence(self.operation.entries.get(self.day, ()), self.words)
        return self.difference.text if self.difference else self.scene.headline

    @property
    def dated(self) -> str:
        """The day in words."""
        if self.operation:
            day = self.words.day(self.day)
            return self.words.text("{operation}: {day}", operation=self.operation.name, day=day)
        return self.scene.dated

    @property
    def pale(self) -> bool:
        """Whether outlines or lines speak, and the fills of the states go pale."""
        return self.view.layer != "membership"

    def colour(self, shade: Shade) -> str:
        """A shade in the theme."""
        return getattr(shade, self.theme)

    def paint(self, status: str) -> Paint:
        """The fill of a status."""
        if self.pale:
            shade = palette.TINT.get(status, palette.LAND)
            return Paint("solid", self.colour(shade), self.colour(shade))
        fill = palette.STATUS[status]
        return Paint(fill.kind, self.colour(fill.ground), self.colour(fill.ink), FINE * self.sizes.mark)

    def faint(self, paint: Paint) -> Paint:
        """A fill of which there is nothing on the map: paler, in the legend."""
        paper = self.colour(palette.PAPER)
        return paint._replace(ground=_mixed(paint.ground, paper), ink=_mixed(paint.ink, paper))

    def solid(self, shade: Shade) -> Paint:
        """A plain fill."""
        return Paint("solid", self.colour(shade), self.colour(shade))


def _mixed(colour: str, paper: str, part: float = 0.4) -> str:
    """A colour of which a part is left and the rest is paper."""
    pairs = [(int(colour[at : at + 2], 16), int(paper[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(part * one + (1 - part) * other):02X}" for one, other in pairs)
