"""The top of the page: its name, and the way to its other pages and to other languages."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard.atlas import Atlas, once
from dashboard.panels import language
from dashboard.panels.cite import turn

RECORDS = ("forces", "calls", "exercises", "organisation", "bases")
SOURCES = ("sources", "disagreements", "data")


def draw(atlas: Atlas, page: str) -> None:
    """Writes name and navigation; an embed stands under somebody else's."""
    if not st.context.is_embedded:
        st.html(_header(atlas, page))


@once
def _header(atlas: Atlas, page: str) -> Markup:
    words = atlas.words
    rooms = (
        ("map", words.text("Map"), ("map",)),
        ("timeline", words.text("Timeline"), ("timeline",)),
        (RECORDS[0], words.text("Records"), RECORDS),
        (SOURCES[0], words.text("Sources"), SOURCES),
        ("share", words.text("Share"), ("share",)),
    )
    links = Markup("").join(turn(first, label, here=page in pages) for first, label, pages in rooms)
    return Markup(
        '<header class="csto-top"><h1 class="csto-name">{}</h1>'
        '<nav class="csto-nav" aria-label="{}">{}</nav>{}</header>'
    ).format(words.text("CSTO through time"), words.text("Pages"), links, language.switch(words))
