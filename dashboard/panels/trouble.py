"""The one page shown when boundaries or records are broken: what is wrong, and no map that could mislead."""

from __future__ import annotations

import streamlit as st

from dashboard.words import words


def draw(problem: Exception, language: str) -> None:
    """Writes the problems in the words of whoever found them."""
    said = words(language)
    st.title(said.text("The data cannot be shown"))
    st.write(
        said.text(
            "Something is wrong with the data this map is made from, so no map is drawn. "
            "Each line says where, what was found, what was expected and what to do."
        )
    )
    st.code(str(problem), language=None, wrap_lines=True)
    st.write(said.text("Correct the rows and reload this page. To check: `python -m membership_data check`."))
