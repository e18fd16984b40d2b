"""The chart of the timeline as HTML: lanes of bars and markers, each a link that moves the map there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby

from markupsafe import Markup

from dashboard import scene
from dashboard.atlas import Atlas
from dashboard.panels.cite import go
from dashboard.sections import entries, lanes, marks
from dashboard.sections.entries import Entry
from dashboard.sections.lanes import Spot
from dashboard.timeline import Change
from membership_data.fold import Spell

ROWS = {"milestones": 6, "crises": 4, "exercises": 2, "operations": 1}
"""Rows of markers in a lane, where no more are needed to keep them apart."""
TICK = 11
"""Pixels that a tick of an exercise takes with the room around it."""


def draw(atlas: Atlas, country: str) -> Markup:
    """The chart with its legend; with a country, its lane stands out and what is not about it is faint."""
    words = atlas.words
    found = entries.of(atlas)
    body = Markup("").join(
        [
            _axis(atlas),
            _lane(words.text("Stage"), _stages(atlas), "is-stage"),
            *(_state(atlas, state, state == country) for state in lanes.states(atlas.timeline)),
            _marks(atlas, words.text("Operation"), _of("operations", found), country),
            _marks(atlas, words.text("Milestones"), _of("milestones", found), country),
            _marks(atlas, words.text("Calls for help"), _of("crises", found), country),
            _exercises(atlas, words.text("Exercises"), _of("exercises", found), country),
        ]
    )
    return Markup(
        '<div class="csto-chart-box" tabindex="0" role="region" aria-label="{}">'
        '<div class="csto-chart" style="--track:{}px;--years:{};--ahead:{:.3f}%">{}'
        '<div class="csto-over" aria-hidden="true"><i class="csto-ahead"></i><i class="csto-rule"></i></div>'
        "</div></div>{}"
    ).format(
        words.text("Chart of the timeline"), lanes.TRACK, len(atlas.timeline.years), _recorded(atlas), body,
        marks.legend(atlas, country),
    )  # fmt: skip


def _of(table: str, found: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in found if entry.table == table]


def _recorded(atlas: Atlas) -> float:
    """How far the records reach: what stands beyond was only announced."""
    return lanes.axis(atlas.timeline).at(atlas.timeline.last_day + timedelta(days=1))


def _lane(name: str | Markup, items: Iterable[Markup], kind: str = "", rows: int = 1) -> Markup:
    content = Markup("").join(items)
    if not content:
        return content
    return Markup(
        '<div class="csto-lane {}" style="--rows:{}"><div class="csto-lane-name">{}</div>'
        '<ul class="csto-track">{}</ul></div>'
    ).format(kind, rows, name, content)


def _axis(atlas: Atlas) -> Markup:
    """Years in which something changes are named and lead there; the others are thin lines."""
    timeline = atlas.timeline
    axis = lanes.axis(timeline)
    years = (
        Markup('<li class="csto-year" style="left:{:.3f}%">{}</li>').format(
            axis.at(date(year, 1, 1)), go(atlas, entries.view_of(timeline, timeline.day_of(year)), str(year))
        )
        for year in timeline.stops
    )
    return _lane(atlas.words.text("Year"), years, "is-axis")


def _bar(atlas: Atlas, ends: tuple[date, date], kind: str, title: str, link: Markup) -> Markup:
    left, width = lanes.axis(atlas.timeline).span(*ends)
    return Markup('<li class="csto-bar is-{}" style="left:{:.3f}%;width:{:.3f}%" title="{}">{}</li>').format(
        kind, left, width, title, link
    )


def _stages(atlas: Atlas) -> list[Markup]:
    """A bar for each stage, with a place that other pages lead to."""
    timeline = atlas.timeline
    stages = _of("stages", entries.of(atlas))
    ends = [*(entry.when.last for entry in stages[1:]), timeline.last_day + timedelta(days=1)]
    place = Markup('<span id="stages.{}">{}</span>')
    return [
        _bar(atlas, (entry.when.last, end), entry.kind, marks.hover(atlas, entry),
             go(atlas, entry.there, place.format(entry.row.id, entry.title)))
        for entry, end in zip(stages, ends, strict=True)
    ]  # fmt: skip


def _state(atlas: Atlas, state: str, chosen: bool) -> Markup:
    timeline = atlas.timeline
    name = go(atlas, entries.view_of(timeline, timeline.last_day, state), atlas.words.state(state), here=chosen)
    spells = [_spell(atlas, spell) for spell in timeline.spells[state] if spell.start <= timeline.last_day]
    return _lane(name, spells, "is-state is-chosen" if chosen else "is-state")


def _spell(atlas: Atlas, spell: Spell) -> Markup:
    timeline, words = atlas.timeline, atlas.words
    end = spell.end or timeline.last_day + timedelta(days=1)
    names = [scene.label(timeline, spell.status, day, words) for day in (spell.start, end - timedelta(days=1))]
    ended = next((c for c in timeline.changes if (c.iso_a3, c.day) == (spell.iso_a3, spell.end)), None)
    said = words.text(
        "{state}, {period}: {status}",
        state=words.state(spell.iso_a3), period=_period(atlas, spell, ended), status="; ".join(dict.fromkeys(names)),
    )  # fmt: skip
    # What began a status is told at its bar; an end that begins no other is told at the bar that it ends.
    told = [spell.event] + ([ended.event] if ended and ended.after == "none" else [])
    events = [marks.told(atlas, "membership_events", row, words.text(row.text)) for row in told]
    link = go(atlas, entries.view_of(timeline, spell.start, spell.iso_a3), marks.unseen(said))
    return _bar(atlas, (spell.start, end), spell.status, "\n".join([said, *events]), link)


def _period(atlas: Atlas, spell: Spell, ended: Change | None) -> str:
    """From when to when, each with the precision of its record."""
    words = atlas.words
    start = spell.event.date.text
    if ended is None:
        return words.text("since {date}", date=words.dated(start, inside=True))
    return words.text("{start} to {end}", start=words.dated(start), end=words.dated(ended.event.date.text))


def _marks(atlas: Atlas, name: str, found: Sequence[Entry], country: str) -> Markup:
    """A lane of markers; labels stand only where nothing is in their way, and none beside what is faint."""
    axis = lanes.axis(atlas.timeline)
    placed = sorted(((axis.middle(entry.when), entry) for entry in found), key=lambda pair: pair[0])
    most = ROWS[found[0].table] if found else 1
    labels = [marks.label(atlas, [entry]) if entry.concerns(country) else "" for _, entry in placed]
    spots = lanes.spots([(left, label) for (left, _), label in zip(placed, labels, strict=True)], most)
    drawn = [marks.mark(atlas, spot, [entry], country) for spot, (_, entry) in zip(spots, placed, strict=True)]
    return _lane(name, drawn, "is-marks", _height(spots))


def _exercises(atlas: Atlas, name: str, found: Sequence[Entry], country: str) -> Markup:
    """A lane of ticks, one for all exercises of a month that came out alike."""
    axis = lanes.axis(atlas.timeline)

    def month(entry: Entry) -> tuple[str, str]:
        return entry.when.text[:7], entry.kind

    groups = [list(group) for _, group in groupby(sorted(found, key=month), key=month)]
    placed = sorted(((axis.middle(group[0].when), group) for group in groups), key=lambda pair: pair[0])
    spots = lanes.spots([(left, "") for left, _ in placed], ROWS["exercises"], TICK)
    ticks = [marks.mark(atlas, spot, group, country) for spot, (_, group) in zip(spots, placed, strict=True)]
    return _lane(name, ticks, "is-ticks", _height(spots))


def _height(spots: Iterable[Spot]) -> int:
    return 1 + max((spot.row for spot in spots), default=0)
