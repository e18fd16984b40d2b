"""The card of a country: its status on the day shown, its history, areas, and what it took part in."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from dashboard import operation, scene
from dashboard.atlas import Atlas, once
from dashboard.panels import cite, claims, part
from dashboard.panels.cite import cited, lines, section
from dashboard.view import View
from dashboard.words import Words
from membership_data.records import Row


def draw(atlas: Atlas, shown: View) -> None:
    """Writes the card in two parts: what depends on the day, and what does not (sent to a browser once)."""
    st.html(_back(atlas, shown) + head(atlas, shown))
    st.html(story(atlas, shown.country))


def _back(atlas: Atlas, shown: View) -> Markup:
    words = atlas.words
    back = words.text("The operation") if shown.layer == "operation" else words.text("All changes")
    link = cite.go(atlas, replace(shown, country=""), Markup("← {}").format(back))
    to_map = Markup('<a class="csto-to-map" href="#">{}</a>').format(words.text("To the map"))
    return Markup('<p class="csto-back">{} {}</p>').format(link, to_map)


def head(atlas: Atlas, shown: View) -> Markup:
    """Name, and status on the day shown: since when, by which recorded event, said by whom."""
    timeline, words = atlas.timeline, atlas.words
    day = shown.shown(timeline)
    spell = timeline.spell(shown.country, day)
    status = spell.status if spell else "none"
    row = next(row for row in timeline.data.statuses if row.id == status)
    since = scene.since(timeline, shown.country, day, words)
    act = (
        Markup("<p>{} {}</p>").format(words.text(spell.event.text), cited(atlas, "membership_events", spell.event))
        if spell
        else ""
    )
    return Markup(
        '<article class="csto-card" data-country="{}" data-shown-year="{}" data-shown-day="{}">'
        '<h2>{}</h2><p class="csto-dated">{}</p><p class="csto-status is-{}">{}</p>'
        '<p class="csto-since">{}</p>{}<p class="csto-definition">{}</p></article>'
    ).format(
        shown.country, shown.year, day.isoformat(), words.state(shown.country),
        scene.dated(timeline, day, words), status, scene.label(timeline, status, day, words),
        since, act, words.text(row.definition or ""),
    )  # fmt: skip


@once
def story(atlas: Atlas, state: str) -> Markup:
    """What is recorded of a state whatever the day: its history first, then its parts, most of them folded."""
    return Markup('<div class="csto-story">{}{}{}{}{}</div>').format(
        history(atlas, state), areas(atlas, state), deployed(atlas, state), disputed(atlas, state),
        part.taken(atlas, state),
    )  # fmt: skip


def disputed(atlas: Atlas, state: str) -> Markup:
    """What sources disagree on about the state, with what each says, and the questions on its other records."""
    words = atlas.words
    own, others = claims.about(atlas, state)
    said = [claims.disputed(atlas, state), *(claims.brief(atlas, row) for row in others)]
    return part.folded(words.text("What sources disagree on"), len(own) + len(others), *said)


def history(atlas: Atlas, state: str) -> Markup:
    """Every recorded event of a state, dated as precisely as the record is, with what each side says of it."""
    events = [row for row in atlas.timeline.data.membership_events if row.iso_a3 == state]
    items = Markup("").join(_event(atlas, row) for row in sorted(events, key=lambda row: row.date.last))
    listed = Markup('<ul class="csto-lines">{}</ul>').format(items) if items else items
    return section(atlas.words.text("History"), listed)


def _event(atlas: Atlas, row: Row) -> Markup:
    return Markup("<li><b>{}</b> <span>{} {}</span>{}</li>").format(
        cite.when(atlas, row.date, row.iso_a3), atlas.words.text(row.text), cited(atlas, "membership_events", row),
        _positions(atlas, row),
    )  # fmt: skip


def _positions(atlas: Atlas, event: Row) -> Markup:
    """What each side says of a step, folded under it."""
    words = atlas.words
    rows = [row for row in atlas.timeline.data.positions if row.event_id == event.id]
    said = lines(((words.text(row.said_by), _position(atlas, row)) for row in rows), "csto-positions")
    return part.folded(words.text("What is said of it"), len(rows), said)


def _position(atlas: Atlas, row: Row) -> Markup:
    day = Markup("<small>{}</small> ").format(atlas.words.dated(row.said_on.text)) if row.said_on else ""
    return Markup("{} {}{}").format(atlas.words.text(row.text), day, cited(atlas, "positions", row))


def areas(atlas: Atlas, state: str) -> Markup:
    """The security areas a state is or was in; where that is inferred from geography, it says so."""
    words = atlas.words
    named = {row.id: words.text(row.short_label) for row in atlas.timeline.data.security_areas}
    rows = [
        (named[row.area_id], Markup("{} {}").format(_period(atlas, row), cited(atlas, "area_memberships", row)))
        for row in atlas.timeline.data.area_memberships
        if row.iso_a3 == state
    ]
    return section(words.text("Security areas"), lines(rows))


def _period(atlas: Atlas, row: Row) -> str:
    words = atlas.words
    period = (
        words.text("{start} to {end}", start=words.dated(row.starts.text), end=words.dated(row.ends.text))
        if row.ends
        else words.text("since {date}", date=words.dated(row.starts.text, inside=True))
    )
    parts = [period, words.text(row.part) if row.part else ""]
    if row.basis == "inferred":
        parts.append(words.text("inferred from geography"))
    return "; ".join(part for part in parts if part)


def deployed(atlas: Atlas, state: str) -> Markup:
    """A state's part in the operation: as host, or its contingent with every source's figure."""
    words, data = atlas.words, atlas.timeline.data
    found = []
    for row in data.operations:
        rows = [item for item in data.deployments if item.operation_id == row.id and item.iso_a3 == state]
        parts = [contingent(atlas, item) for item in rows]
        if row.host_iso_a3 == state:
            parts.append(Markup("<p>{} {}</p>").format(words.text(row.text), cited(atlas, "operations", row)))
        found.append(section(words.text(row.name), *parts))
    return Markup("").join(found)


def contingent(atlas: Atlas, item: Row) -> Markup:
    """One contingent: stated strength, what it did, and each source's figure."""
    words, data = atlas.words, atlas.timeline.data
    figures = [
        (
            _figure(words, row),
            Markup("{} {}").format(words.text(row.text), cited(atlas, "deployment_figures", row)),
        )
        for row in data.deployment_figures
        if row.deployment_id == item.id
    ]
    said = Markup("<p><b>{}</b>. {} {}</p>").format(
        operation.strength(item, words).capitalize(),
        words.text(item.text),
        cited(atlas, "deployments", item),
    )
    return said + lines(figures, "csto-figures")


def _figure(words: Words, row: Row) -> str:
    return claims.span(words, row.low, row.high) if row.low is not None else "–"
