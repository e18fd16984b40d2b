"""CSTO through time: a map of the Collective Security Treaty Organization, 1992 to the day last checked.

`streamlit run dashboard/app.py` imports this file once to serve it, and runs it for every reader.
"""

from __future__ import annotations

import sys
from pathlib import Path

# `streamlit run` puts only this folder on the path; the packages beside it are found from the one above.
sys.path[:1] = [str(Path(__file__).resolve().parents[1])]

import streamlit as st  # noqa: E402
from starlette.middleware import Middleware  # noqa: E402

from dashboard import assets, atlas, offprint, promptly  # noqa: E402
from dashboard.preload import Preload  # noqa: E402
from dashboard.reach import Reach  # noqa: E402
from dashboard.workshop import WORKSHOP  # noqa: E402


def draw() -> None:
    """Load, choose, draw, cite."""
    # Imported once the server runs: a component declared before that is unknown to it.
    from dashboard.panels import foot, language, page, stage, trouble

    chosen = language.chosen()
    page.configure(chosen)
    page.style()
    try:
        loaded = atlas.load(chosen)
    except atlas.BROKEN as problem:
        trouble.draw(problem, chosen)
        return
    stage.draw(loaded)
    foot.draw(loaded)


if __name__ == "__main__":
    draw()
else:
    atlas.warm()
    app = st.App(
        __file__,
        lifespan=promptly.lifespan,
        routes=[*offprint.routes(), *assets.SHELF.routes(), *WORKSHOP.routes()],
        middleware=[Middleware(Preload, names=assets.SHELF.names), Middleware(Reach)],
    )
