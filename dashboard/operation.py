"""An operation as it is drawn: lines from origin to destination, guarded sites, and the days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from dashboard import shapes
from dashboard.timeline import Timeline
from dashboard.words import Words
from membership_data.records import Row

NEAR = 30
"""Places within so many kilometres of the middle of all of them share the inset."""
BULGE = 0.16
"""How far a line bows out, as a share of its length, so that lines to one place can be told apart."""


@dataclass(frozen=True)
class Flow:
    """A contingent's way: `low` and `high` are the stated strength, None where it was not disclosed."""

    iso_a3: str
    name: str
    strength: str
    low: int | None
    high: int | None
    assumed: bool
    """The place it left from is an assumption."""
    departs: date
    leaves: date
    curve: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Site:
    """A guarded place: a circle of uncertainty around a point, radius and point in drawing units."""

    name: str
    role: str
    guards: str
    x: int
    y: int
    radius: float


@dataclass(frozen=True)
class Operation:
    """One operation, its days and all that is drawn of it; bounds are in drawing units."""

    id: str
    name: str
    host: str
    year: int
    days: tuple[date, ...]
    entries: dict[date, tuple[Row, ...]]
    flows: tuple[Flow, ...]
    sites: tuple[Site, ...]
    bounds: tuple[int, int, int, int]
    inset: tuple[int, int, int, int]


def of(timeline: Timeline, drawn: shapes.Shapes, row: Row, words: Words) -> Operation:
    """The operation of a row of the table `operations`."""
    places = {place.id: place for place in timeline.data.places}
    contingents = [item for item in timeline.data.deployments if item.operation_id == row.id]
    flows = tuple(_flow(item, row, places, words) for item in contingents)
    sites = tuple(
        _site(item, places[item.place_id], words)
        for item in timeline.data.operation_sites
        if item.operation_id == row.id
    )
    days, entries = _days(timeline, row)
    return Operation(
        id=row.id,
        name=words.text(row.short_name),
        host=row.host_iso_a3,
        year=row.starts.last.year,
        days=days,
        entries=entries,
        flows=flows,
        sites=sites,
        bounds=_bounds(drawn, row.host_iso_a3, flows),
        inset=_inset(sites),
    )


def strength(item: Row, words: Words) -> str:
    """A contingent's stated strength in words: a number, a range, or that it was not disclosed."""
    if not item.disclosed:
        return words.text("strength not disclosed")
    if item.strength_low == item.strength_high:
        return words.count("{count} soldier", "{count} soldiers", item.strength_low)
    return words.text("{low} to {high} soldiers", low=item.strength_low, high=item.strength_high)


def sentence(entries: tuple[Row, ...], words: Words) -> str:
    """What happened on a day, each part with whom it is attributed to, as one text."""
    return " ".join(told(entry, words) for entry in entries) or words.text("No record of this day.")


def told(entry: Row, words: Words) -> str:
    """One entry of a day, with the one who says so where it is a judgement or a claim."""
    said = words.text(entry.text)
    by = words.text(entry.attributed_to or "")
    return words.text("{text} ({source})", text=said, source=by) if by else said


def _flow(item: Row, row: Row, places: dict[str, Row], words: Words) -> Flow:
    start = shapes.point(places[item.origin_place_id].lon, places[item.origin_place_id].lat)
    end = shapes.point(places[item.destination_place_id].lon, places[item.destination_place_id].lat)
    return Flow(
        iso_a3=item.iso_a3,
        name=words.state(item.iso_a3),
        strength=strength(item, words),
        low=item.strength_low,
        high=item.strength_high,
        assumed=bool(item.origin_assumed),
        departs=(item.departs or item.arrives or row.starts).first,
        leaves=(item.leaves or row.ends).last,
        curve=_curve(start, end),
    )


def _curve(start: tuple[int, int], end: tuple[int, int], steps: int = 24) -> tuple[tuple[int, int], ...]:
    """A quadratic Bézier curve that bows to the left of its way: schematic, not a flight path."""
    a, c = np.array(start, float), np.array(end, float)
    along = c - a
    b = (a + c) / 2 + BULGE * np.array([-along[1], along[0]])
    t = np.linspace(0, 1, steps)[:, None]
    points = (1 - t) ** 2 * a + 2 * (1 - t) * t * b + t**2 * c
    return tuple((round(x), round(y)) for x, y in points)


def _site(item: Row, place: Row, words: Words) -> Site:
    x, y = shapes.point(place.lon, place.lat)
    guards = words.listed([words.state(code) for code in item.guarded_by]) if item.guarded_by else ""
    return Site(words.text(place.name), item.role, guards, x, y, shapes.units(place.radius_km))


def _days(timeline: Timeline, row: Row) -> tuple[tuple[date, ...], dict[date, tuple[Row, ...]]]:
    rows = [item for item in timeline.data.operation_days if item.operation_id == row.id]
    first = min(item.date.first for item in rows)
    last = max(item.date.last for item in rows)
    days = tuple(first + timedelta(days=step) for step in range((last - first).days + 1))
    return days, {day: tuple(item for item in rows if item.date.last == day) for day in days}


def _bounds(drawn: shapes.Shapes, host: str, flows: tuple[Flow, ...]) -> tuple[int, int, int, int]:
    xs = [x for flow in flows for x, _ in flow.curve]
    ys = [y for flow in flows for _, y in flow.curve]
    west, south, east, north = drawn.state(host).bounds
    pad = 400
    return (
        round(min(west, *xs)) - pad, round(min(south, *ys)) - pad,
        round(max(east, *xs)) + 3 * pad, round(max(north, *ys)) + pad,
    )  # fmt: skip


def _inset(sites: tuple[Site, ...]) -> tuple[int, int, int, int]:
    """Bounds of the places that lie together; one far from the others is not allowed to shrink them."""
    placed = [site for site in sites if site.role != "city"]
    x, y = (float(np.median([getattr(site, axis) for site in placed])) for axis in "xy")
    near = [site for site in placed if np.hypot(site.x - x, site.y - y) <= shapes.units(NEAR)]
    return (
        round(min(site.x - site.radius for site in near)), round(min(site.y - site.radius for site in near)),
        round(max(site.x + site.radius for site in near)), round(max(site.y + site.radius for site in near)),
    )  # fmt: skip
