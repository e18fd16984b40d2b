"""The list of all changes: one line and one source each; a click goes there."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import scene, view
from dashboard.atlas import Atlas
from dashboard.panels import sync
from dashboard.view import View


def draw(atlas: Atlas, shown: View) -> None:
    """Writes every stop as a button, with a source of what changed."""
    st.html(f"<h2 class='csto-title'>{atlas.words.text('All changes')}</h2>")
    for year in atlas.timeline.stops:
        _stop(atlas, year, shown)


def _stop(atlas: Atlas, year: int, shown: View) -> None:
    words, timeline = atlas.words, atlas.timeline
    here = shown.year == year and shown.layer != "operation"
    source = next(row for row in timeline.data.sources if row.id == _sources(atlas, year)[0])
    st.button(
        f"**{year}** {scene.line(timeline, year, words)} :small[\\[{source.id}\\]]",
        key=f"stop-{year}",
        type="secondary" if here else "tertiary",
        help=f"{source.publisher or ''}: {source.title}".strip(": "),
        width="stretch",
        on_click=sync.go,
        args=(atlas, replace(view.default(timeline), year=year, layer=_layer(shown))),
    )
    if year in {operation.starts.last.year for operation in timeline.data.operations}:
        st.button(
            words.text("The operation day by day"),
            key=f"operation-{year}",
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=sync.go,
            args=(atlas, replace(view.default(timeline), year=year, layer="operation")),
        )


def _layer(shown: View) -> str:
    return "membership" if shown.layer == "operation" else shown.layer


def _sources(atlas: Atlas, year: int) -> tuple[str, ...]:
    timeline = atlas.timeline
    changes = timeline.changes_in(year)
    if changes:
        return changes[0].event.source_ids
    rows = (*timeline.data.stages, *timeline.data.operations)
    return next(row.source_ids for row in rows if row.starts.last.year == year)
