"""The list of all changes: one line and one source each; a click goes there."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from dashboard import scene, view
from dashboard.atlas import Atlas, once
from dashboard.panels import claims
from dashboard.panels.cite import disputed, go, lines, section, sources
from dashboard.view import View


def draw(atlas: Atlas, shown: View) -> None:
    """Writes every stop as a link to its view; the one on screen is marked."""
    words, timeline = atlas.words, atlas.timeline
    items = Markup("").join(_stop(atlas, year, shown) for year in timeline.stops)
    st.html(Markup('<h2>{}</h2><ol class="csto-stops">{}</ol>').format(words.text("All changes"), items))
    st.html(_meanings(atlas))


@once
def _meanings(atlas: Atlas) -> Markup:
    words = atlas.words
    rows = [row for row in atlas.timeline.data.statuses if row.id != "none"]
    meanings = lines((words.text(row.short_label), words.text(row.definition)) for row in rows)
    questions = Markup("").join(claims.disputed(atlas, stage.id) for stage in atlas.timeline.data.stages)
    return Markup('<div class="csto-story">{}{}</div>').format(
        section(words.text("What the statuses mean"), meanings), questions
    )


def _stop(atlas: Atlas, year: int, shown: View) -> Markup:
    words, timeline = atlas.words, atlas.timeline
    there = replace(view.default(timeline), year=year, layer=_layer(shown))
    line = Markup("<b>{}</b> {}").format(year, scene.line(timeline, year, words))
    parts = [go(atlas, there, line, here=shown.year == year), *_grounds(atlas, year)]
    if year in {operation.starts.last.year for operation in timeline.data.operations}:
        day_by_day = replace(view.default(timeline), year=year, layer="operation")
        parts.append(go(atlas, day_by_day, words.text("The operation day by day")))
    return Markup("<li>{}</li>").format(Markup(" ").join(parts))


def _layer(shown: View) -> str:
    return view.LAYERS[0] if shown.layer == "operation" else shown.layer


def _grounds(atlas: Atlas, year: int) -> list[Markup]:
    """A source of what makes the stop, and a mark where any of it is disputed."""
    data = atlas.timeline.data
    rows = [("membership_events", change.event) for change in atlas.timeline.changes_in(year)]
    rows += [("stages", row) for row in data.stages if row.starts.last.year == year]
    rows += [("operations", row) for row in data.operations if row.starts.last.year == year]
    marked = disputed(atlas, [f"{table}.{row.id}" for table, row in rows], brief=True)
    return [sources(atlas, rows[0][1].source_ids[:1]), marked]
