"""What is said when boundaries or records are broken: all that is wrong, in the words of whoever found it.

Where nothing good was ever read there is no map that could mislead; where it was, that stays, with a note.
"""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard import atlas
from dashboard.atlas import Atlas
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


def note(shown: Atlas) -> None:
    """Writes, where the data has changed and the change cannot be shown, what is wrong with it; else nothing."""
    problem, said = atlas.trouble(), shown.words
    if problem is None:
        return
    known = str(problem) if isinstance(problem, atlas.BROKEN) else said.text("The log of the app says more.")
    first, *others = known.splitlines()
    rest = Markup("<details><summary>{}</summary><pre>{}</pre></details>").format(
        said.count("{count} more problem", "{count} more problems", len(others)), "\n".join(others)
    )
    st.html(
        Markup('<div class="csto-notice" role="status"><p>{}</p><pre>{}</pre>{}</div>').format(
            said.text("The data has been changed and the change has problems. Shown is the data as it was before."),
            first,
            rest if others else "",
        )
    )
