"""The list box that picks a country without the map, and the way back to all changes."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from dashboard.atlas import Atlas
from dashboard.panels import cite, sync
from dashboard.view import View

KEY = "country"


def draw(atlas: Atlas, view: View) -> None:
    """Writes the list box, in step with the state chosen on the map."""
    words = atlas.words
    st.session_state[KEY] = view.country or None
    st.selectbox(
        words.text("Find a country"),
        sorted(atlas.timeline.states, key=words.state),
        format_func=words.state,
        placeholder=words.text("Find a country"),
        label_visibility="collapsed",
        key=KEY,
        on_change=_pick,
        args=(atlas, view),
    )
    if view.country:
        back = words.text("The operation") if view.layer == "operation" else words.text("All changes")
        st.html(Markup('<p class="csto-back">{}</p>').format(cite.go(atlas, replace(view, country=""), f"← {back}")))


def _pick(atlas: Atlas, view: View) -> None:
    sync.go(atlas, replace(view, country=st.session_state[KEY] or ""))
