"""What the browser is given once: the geometry, and all scenes of all days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from dashboard import areas, compare, marks, operation, scene, shapes, tour, view
from dashboard.map import interface
from dashboard.map.encode import encode
from dashboard.shapes import Shapes
from dashboard.timeline import Timeline
from dashboard.words import Words, languages

Json = dict[str, Any]


def geometry(timeline: Timeline, drawn: Shapes, words: Words) -> Json:
    """All that is drawn and does not depend on the year, in drawing units."""
    states = timeline.states
    special = [drawn.state("XKX")] if "XKX" in drawn.codes else []
    return {
        "frame": shapes.frame_bounds(),
        "land": encode(drawn.context(states)),
        "special": encode(special),
        # Lines that are the same stand near each other: gzip looks back no farther than 32 KB.
        **_areas(areas.groups(timeline, drawn, words)),
        "states": {state: encode(drawn.state(state)) for state in states},
        "lens": _lens(drawn, states),
        "labels": {state: _label(drawn, state) for state in states},
        "operation": _flows(_operation(timeline, drawn, words)),
    }


def _operation(timeline: Timeline, drawn: Shapes, words: Words) -> operation.Operation:
    return operation.of(timeline, drawn, timeline.data.operations[0], words)


def _label(drawn: Shapes, state: str) -> Json:
    anchor = drawn.anchor(state)
    return {
        "x": anchor.x,
        "y": anchor.y,
        "room": anchor.room,
        "dx": anchor.callout[0],
        "dy": anchor.callout[1],
    }


def _lens(drawn: Shapes, states: tuple[str, ...]) -> Json:
    cut = drawn.lens(states)
    around = cut.pop("", [])  # nothing, where every shape in the lens is that of a state with records
    return {
        "bounds": shapes.lens_bounds(),
        "region": [(round(x), round(y)) for x, y in shapes.lens_region().exterior.coords],
        "scale": shapes.LENS_SCALE,
        "clear": shapes.point(*shapes.LENS_CLEAR),
        "states": {code: encode(shape) for code, shape in cut.items()},
        "around": encode(around),
        "labels": {code: shapes.lens_point(*place) for code, place in shapes.LENS_NAMES.items() if code in cut},
    }


def _areas(groups: tuple[areas.Group, ...]) -> Json:
    """The groups, and once each outline that several of them have: a group names its own by its place in the list."""
    keys = list(dict.fromkeys(group.states for group in groups))
    first = {group.states: group.outline for group in reversed(groups)}
    outlines = [{"map": encode(first[key]), "lens": encode(shapes.in_lens(first[key]))} for key in keys]
    return {"outlines": outlines, "areas": [_group(group, keys.index(group.states)) for group in groups]}


def _group(group: areas.Group, outline: int) -> Json:
    return {
        "area": group.area,
        "starts": group.starts.isoformat(),
        "ends": group.ends.isoformat() if group.ends else None,
        "outline": outline,
        "chip": group.chip,
        "touch": group.touch,
    }


def _flows(drawn: operation.Operation) -> Json:
    return {
        "bounds": drawn.bounds,
        "inset": drawn.inset,
        "kilometre": shapes.units(1),
        "curves": [flow.curve for flow in drawn.flows],
        "sites": [(site.x, site.y, round(site.radius, 1)) for site in drawn.sites if site.role != "city"],
    }


def scenes(timeline: Timeline, drawn: Shapes, words: Words) -> Json:
    """Every scene of every day, as moments between which nothing changes, and the words around them."""
    return {
        "locale": words.locale.replace("_", "-"),
        "language": words.language,
        "languages": languages(),
        "first": timeline.first_year,
        "last": timeline.last_year,
        "lastDay": timeline.last_day.isoformat(),
        "stops": timeline.stops,
        "names": {state: words.state(state) for state in timeline.states},
        "statuses": [
            {"id": row.status, "label": row.label} for row in scene.legend(timeline, timeline.last_day, words)
        ],
        "moments": _moments(timeline, words),
        "years": {year: _year(timeline, year, words) for year in timeline.years},
        "areas": [{"id": row.id, "label": words.text(row.short_label)} for row in timeline.data.security_areas],
        "groups": [
            {"title": group.title, "text": group.text, "basis": group.basis}
            for group in areas.groups(timeline, drawn, words)
        ],
        "operation": _story(_operation(timeline, drawn, words), words),
        "compare": _compare(timeline, words),
        "lines": interface.lines(words),
        "layers": interface.layers(words),
        "marks": interface.marks(words),
        "chapters": [_chapter(chapter) for chapter in tour.chapters(timeline, words)],
        "credit": interface.credit(timeline.data, words),
        "words": interface.said(words),
        "view": view.default(timeline).as_dict() | {"labels": True},
    }


def _compare(timeline: Timeline, words: Words) -> Json:
    """What is said of any two days: sentences and clauses, whose places the browser fills."""
    return {
        "same": compare.same(words),
        "leads": compare.leads(timeline, words),
        "turns": [
            {"on": turn.day.isoformat(), "states": turn.states, "said": turn.said}
            for turn in compare.turns(timeline, words)
        ],
    }


def _chapter(chapter: tour.Chapter) -> Json:
    shown = {field: getattr(chapter.view, field) for field in ("year", "on", "day", "country", "layer")}
    sources = [{"id": row.id, "title": row.title, "url": row.url or ""} for row in chapter.sources]
    return {"id": chapter.id, "title": chapter.title, "text": chapter.text, "view": shown, "sources": sources}


def _moments(timeline: Timeline, words: Words) -> list[Json]:
    found: list[Json] = []
    before: dict[str, tuple[str, str, str]] = {}
    for day in timeline.turns:
        now = scene.of_day(timeline, day, words, _touched(timeline, day))
        marks = {mark.iso_a3: (mark.status, mark.label, mark.since) for mark in now.marks}
        found.append(
            {
                "from": day.isoformat(),
                "marks": {iso: mark for iso, mark in marks.items() if before.get(iso) != mark},
                "counts": {row.status: row.count for row in now.legend if row.count},
                "member": scene.short(timeline, "member", day, words),
                "tally": now.tally,
                "headline": now.headline,
                "badges": {mark.iso_a3: mark.badge for mark in now.marks if mark.badge},
            }
        )
        before |= marks
    return found


def _touched(timeline: Timeline, day: date) -> Sequence[str]:
    """The states that a turn can change: those with an event, and all when a stage gives statuses another name."""
    if day == timeline.turns[0] or any(stage.starts.last == day for stage in timeline.data.stages):
        return timeline.states
    return sorted({change.iso_a3 for change in timeline.changes_on(day)})


def _year(timeline: Timeline, year: int, words: Words) -> Json:
    changed = sorted({change.iso_a3 for change in timeline.changes_in(year)})
    now = scene.of_year(timeline, year, words, changed)
    counted = sum(row.count for row in now.legend if row.status in timeline.counted)
    spoken = words.text("{year}, {count} in", year=year, count=counted)
    if year in timeline.stops:
        spoken = f"{spoken}, {scene.line(timeline, year, words)}"
    return {
        "dated": now.dated,
        "headline": now.headline,
        "badges": {mark.iso_a3: mark.badge for mark in now.marks if mark.badge},
        "spoken": spoken,
    }


def small_marks(timeline: Timeline, words: Words) -> list[Json]:
    """The small marks of all years, which a browser asks for when its reader first does."""
    return [
        asdict(mark) | {"first": mark.first.isoformat(), "last": mark.last.isoformat()}
        for mark in marks.of(timeline, words)
    ]


def _story(told: operation.Operation, words: Words) -> Json:
    return {
        "id": told.id,
        "year": told.year,
        "days": {
            day.isoformat(): {
                "dated": words.text("{operation}: {day}", operation=told.name, day=words.day(day)),
                "headline": operation.sentence(told.entries[day], words),
                "spoken": words.day(day),
            }
            for day in told.days
        },
        "flows": [
            {
                "name": flow.name, "strength": flow.strength, "low": flow.low, "high": flow.high,
                "assumed": flow.assumed, "departs": flow.departs.isoformat(), "leaves": flow.leaves.isoformat(),
            }
            for flow in told.flows
        ],
        "sites": [
            {"name": site.name, "guards": site.guards, "role": site.role} for site in told.sites if site.role != "city"
        ],
        "host": told.host,
    }  # fmt: skip
