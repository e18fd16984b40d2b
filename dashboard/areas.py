"""The regional security areas as they are drawn: groups with an outline, not a partition of the map."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard import shapes
from dashboard.shapes import Shapes
from dashboard.timeline import Timeline
from dashboard.words import Words
from membership_data.records import Row

CHIPS: dict[str, tuple[float, float]] = {
    "east_european": (52.0, 63.5),
    "caucasus": (47.5, 53.5),
    "central_asian": (93.0, 61.0),
}
"""Where the chip of an area sits on the state that is in all of them: longitude and latitude."""


@dataclass(frozen=True)
class Group:
    """An area while its membership does not change: the states outlined, and those shared with others."""

    area: str
    starts: date
    ends: date | None
    title: str
    states: tuple[str, ...]
    shared: tuple[str, ...]
    text: str
    basis: str
    """Says so where membership is inferred from geography; empty where it is stated."""
    outline: BaseGeometry
    chip: tuple[int, int]
    touch: tuple[int, int]
    """Where the stub line from the chip meets the outline."""


def groups(timeline: Timeline, drawn: Shapes, words: Words) -> tuple[Group, ...]:
    """Every area in every period of unchanged membership, outlines in drawing units."""
    found: list[Group] = []
    for area in sorted(timeline.data.security_areas, key=lambda row: row.order):
        rows = [row for row in timeline.data.area_memberships if row.area_id == area.id]
        days = sorted({row.starts.last for row in rows} | {row.ends.last for row in rows if row.ends})
        for starts, ends in pairwise((*days, None)):
            present = [row for row in rows if holds(row, starts)]
            if present:
                found.append(_group(timeline, drawn, words, area, present, starts, ends))
    return tuple(found)


def holds(row: Row, day: date) -> bool:
    """Whether an area membership holds on a day: from its first day up to, not including, its end."""
    return row.starts.last <= day and (row.ends is None or day < row.ends.last)


def _group(
    timeline: Timeline, drawn: Shapes, words: Words, area: Row, rows: list[Row], starts: date, ends: date | None
) -> Group:
    shared = tuple(row.iso_a3 for row in rows if _areas_of(timeline, row.iso_a3) > 1)
    states = tuple(sorted(row.iso_a3 for row in rows if row.iso_a3 not in shared))
    outline = shapely.union_all([drawn.state(state) for state in states])
    chip = shapes.point(*CHIPS[area.id]) if area.id in CHIPS else _middle(outline)
    return Group(
        area=area.id,
        starts=starts,
        ends=ends,
        title=words.text(area.short_label),
        states=states,
        shared=shared,
        text=_text(words, states, [row for row in rows if row.iso_a3 in shared]),
        basis=_basis(words, rows),
        outline=outline,
        chip=chip,
        touch=_touch(outline, chip),
    )


def _areas_of(timeline: Timeline, state: str) -> int:
    memberships = {(row.area_id, row.iso_a3) for row in timeline.data.area_memberships}
    return Counter(code for _, code in memberships)[state]


def _text(words: Words, states: tuple[str, ...], shared: list[Row]) -> str:
    named = [words.state(state) for state in states]
    named += [
        f"{words.state(row.iso_a3)} ({words.text(row.part)})" if row.part else words.state(row.iso_a3) for row in shared
    ]
    return words.listed(named)


def _basis(words: Words, rows: list[Row]) -> str:
    bases = {row.basis for row in rows}
    if "inferred" not in bases:
        return ""
    return words.text("inferred from geography") if len(bases) == 1 else words.text("in part inferred from geography")


def _middle(outline: BaseGeometry) -> tuple[int, int]:
    inside = outline.representative_point()
    return round(inside.x), round(inside.y)


def _touch(outline: BaseGeometry, chip: tuple[int, int]) -> tuple[int, int]:
    _, nearest = shapely.ops.nearest_points(shapely.Point(chip), outline)
    return round(nearest.x), round(nearest.y)
