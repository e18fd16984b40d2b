"""The foot of the page: the way to the sources, boundary note, day and licence of the data, how to cite or complain."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard import stance
from dashboard.atlas import Atlas, once
from dashboard.panels import cite
from dashboard.words import Words


def draw(atlas: Atlas) -> None:
    """Writes one row of small openings, each of which opens upwards over the map. Not in an embed."""
    if not st.context.is_embedded:
        st.html(_foot(atlas))


@once
def _foot(atlas: Atlas) -> Markup:
    words, data = atlas.words, atlas.timeline.data
    openings = Markup("").join(
        Markup('<details><summary>{}</summary><div tabindex="0">{}</div></details>').format(title, content)
        for title, content in (
            (words.text("About the boundaries"), _boundaries(atlas)),
            (words.text("Cite this view"), _citation(atlas)),
            (words.text("Something wrong?"), _wrong(words)),
        )
    )
    about = Markup('<b>{}</b>, <a href="{}" target="_blank" rel="noopener">{}</a>. {}').format(
        words.text("Data {version}, checked {day}", version=data.version, day=words.day(data.checked_on)),
        data.licence.url,
        data.licence.name,
        stance.disclaimer(words),
    )
    to_sources = cite.turn("sources", words.text("Sources"))
    return Markup('<footer class="csto-foot">{}{}<p>{}</p></footer>').format(to_sources, openings, about)


def _boundaries(atlas: Atlas) -> Markup:
    words = atlas.words
    about = words.text(
        "Boundaries: {source}, in an equal-area projection (ESRI:102025). The same boundaries for every reader and "
        "in every language. Drawn with Leaflet.",
        source=stance.boundaries(words),
    )
    rows = [(words.text(row.name), words.text(row.how)) for row in atlas.disputed]
    return Markup("<p>{}</p><p>{}</p>{}").format(stance.disclaimer(words), about, cite.lines(rows))


def _citation(atlas: Atlas) -> Markup:
    """The citation; the map keeps its last part, the address of what is on screen, up to date."""
    words, data = atlas.words, atlas.timeline.data
    said = words.text(
        "CSTO through time. Data {version}, checked {day}. {licence}.",
        version=data.version,
        day=words.day(data.checked_on),
        licence=data.licence.name,
    )
    hint = words.text("Add the day you looked at it. The address holds exactly what is on screen.")
    return Markup('<p>{} <span class="csto-address">{}</span></p><p class="csto-quiet">{}</p>').format(
        said, words.text("The address of this page."), hint
    )


def _wrong(words: Words) -> Markup:
    return Markup("<p>{}</p><p>{}</p>").format(
        words.text(
            "Every fact on this page is one row of a table in the folder membership_data, with its sources. "
            "Whoever finds one wrong can correct the row and run the check that its README describes."
        ),
        words.text("Please name the state, the date, what the map says and a source that says otherwise."),
    )
