"""The top of the page: its name, and the way to its other pages and to other languages."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard.atlas import Atlas, once
from dashboard.panels import language
from dashboard.panels.cite import turn
from dashboard.view import View

RECORDS = ("forces", "calls", "exercises", "organisation", "bases")
SOURCES = ("sources", "disagreements", "data")
SIGNS = {"": "◐", "light": "☀\ufe0e", "dark": "☾"}
"""What stands for a theme; its name is said beside."""


def draw(atlas: Atlas, shown: View) -> None:
    """Writes name and navigation; an embed stands under somebody else's."""
    if not st.context.is_embedded:
        st.html(_header(atlas, shown.page, shown.theme))


@once
def _header(atlas: Atlas, page: str, theme: str) -> Markup:
    words = atlas.words
    rooms = (
        ("map", words.text("Map"), ("map",)),
        ("timeline", words.text("Timeline"), ("timeline",)),
        (RECORDS[0], words.text("Records"), RECORDS),
        (SOURCES[0], words.text("Sources"), SOURCES),
        ("share", words.text("Share"), ("share",)),
    )
    links = Markup("").join(turn(first, label, here=page in pages) for first, label, pages in rooms)
    pages = Markup('<nav class="csto-nav" aria-label="{}">{}</nav>').format(words.text("Pages"), links)
    return Markup('<header class="csto-top"><h1 class="csto-name">{}</h1>{}{}{}</header>').format(
        words.text("CSTO through time"), pages, _themes(atlas, page, theme), language.switch(words)
    )


def _themes(atlas: Atlas, page: str, theme: str) -> Markup:
    """The choice of a theme: the reader's own, or one that goes into the address."""
    words = atlas.words
    labels = {"": words.text("System"), "light": words.text("Light"), "dark": words.text("Dark")}
    link = Markup('<a class="csto-go" data-keep href="?page={}&amp;theme={}" aria-label="{}" title="{}"{}>{}</a>')
    here = Markup(' aria-current="true"')
    links = (
        link.format(page, one, label, label, here if one == theme else "", SIGNS[one]) for one, label in labels.items()
    )
    return Markup('<nav class="csto-themes" aria-label="{}">{}</nav>').format(
        words.text("Theme"), Markup("").join(links)
    )
