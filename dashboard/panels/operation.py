"""The operation in words: what happened on the day, contingents, rival totals, the dead, guarded places."""

from __future__ import annotations

from datetime import date

import streamlit as st
from markupsafe import Markup

from dashboard import operation
from dashboard.atlas import Atlas, once
from dashboard.panels import card, claims
from dashboard.panels.cite import cited, lines, section
from dashboard.view import View
from membership_data.records import Row


def draw(atlas: Atlas, view: View) -> None:
    """Writes the day first, then what does not depend on it (sent to a browser once)."""
    st.html(today(atlas, date.fromisoformat(view.day)))
    st.html(whole(atlas))


def today(atlas: Atlas, day: date) -> Markup:
    """What is recorded of one day, each entry with whom it is attributed to and its sources."""
    words = atlas.words
    entries = [row for row in atlas.timeline.data.operation_days if row.date.last == day]
    said = [
        Markup("<li>{} {}</li>").format(operation.told(row, words), cited(atlas, "operation_days", row))
        for row in entries
    ]
    nothing = Markup("<p>{}</p>").format(words.text("No record of this day."))
    body = Markup('<ul class="csto-day">{}</ul>').format(Markup("").join(said)) if said else nothing
    return Markup('<article class="csto-operation" data-shown-day="{}"><h2>{}</h2>{}</article>').format(
        day.isoformat(), words.day(day), body
    )


@once
def whole(atlas: Atlas) -> Markup:
    """Mandate and commander, the disputed questions, contingents and guarded places of the operation."""
    words, data = atlas.words, atlas.timeline.data
    row = data.operations[0]
    about = [
        (words.text("Legal ground"), words.text(row.basis)),
        (words.text("Mandate"), words.text(row.mandate)),
        (words.text("Commander"), words.text(row.commander)),
    ]
    contingents = [
        section(words.state(item.iso_a3), card.contingent(atlas, item))
        for item in data.deployments
        if item.operation_id == row.id
    ]
    return Markup('<div class="csto-story">{}{}{}{}</div>').format(
        section(words.text("What sources disagree on"), claims.disputed(atlas, row.id)),
        section(words.text("Contingents"), *contingents),
        section(words.text(row.name), lines(about), Markup("<p>{}</p>").format(cited(atlas, "operations", row))),
        section(words.text("Guarded places"), _places(atlas, row)),
    )


def _places(atlas: Atlas, row: Row) -> Markup:
    words, data = atlas.words, atlas.timeline.data
    places = {place.id: place for place in data.places}
    rows = []
    for site in (item for item in data.operation_sites if item.operation_id == row.id):
        place = places[site.place_id]
        guards = words.listed([words.state(code) for code in site.guarded_by or ()])
        within = words.text("within {radius} km", radius=words.number(place.radius_km))
        text = "; ".join(part for part in (guards, words.text(site.text or ""), within) if part)
        rows.append((words.text(place.name), Markup("{} {}").format(text, cited(atlas, "operation_sites", site))))
    return lines(rows)
