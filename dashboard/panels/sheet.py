"""A page beside the map: Timeline, a page of the records or of the sources, for the day and country chosen."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from dashboard import scene
from dashboard.atlas import Atlas, once
from dashboard.panels import cite, header
from dashboard.view import View

STYLES = Path(__file__).parents[1] / "sections"


def draw(atlas: Atlas, shown: View) -> None:
    """Writes head, what depends on the day, and what does not (sent to a browser once)."""
    # Imported when asked for: the first map does not wait for a page that nobody has opened.
    page = import_module(f"dashboard.sections.{shown.page}")
    st.html(_style())
    st.html(_head(atlas, shown) + page.today(atlas, shown))
    if hasattr(page, "chart"):
        page.chart(atlas, shown)
    st.html(page.whole(atlas, shown.country))


@cache
def _style() -> str:
    rules = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sorted(STYLES.glob("*.css")))
    return f"<style>{rules}</style>"


@once
def titles(atlas: Atlas) -> dict[str, str]:
    """Title of every page by its name in the address."""
    words = atlas.words
    return {
        "timeline": words.text("Timeline"),
        "forces": words.text("Forces"),
        "calls": words.text("Calls for help"),
        "exercises": words.text("Exercises"),
        "organisation": words.text("Organization"),
        "bases": words.text("Bases and other deployments"),
        "sources": words.text("Sources"),
        "disagreements": words.text("Where sources disagree"),
        "data": words.text("The data"),
    }


def _head(atlas: Atlas, shown: View) -> Markup:
    day = scene.dated(atlas.timeline, shown.shown(atlas.timeline), atlas.words)
    return Markup(
        '<div class="csto-sheet" data-page="{}">{}<h2 id="csto-page">{}</h2><p class="csto-dated">{} {}</p></div>'
    ).format(shown.page, _siblings(atlas, shown.page), titles(atlas)[shown.page], day, _country(atlas, shown))


def _siblings(atlas: Atlas, page: str) -> Markup:
    pages = next((group for group in (header.RECORDS, header.SOURCES) if page in group), ())
    links = Markup("").join(cite.turn(one, titles(atlas)[one], here=one == page) for one in pages)
    return (
        Markup('<nav class="csto-pages" aria-label="{}">{}</nav>').format(atlas.words.text("In this part"), links)
        if links
        else Markup("")
    )


def _country(atlas: Atlas, shown: View) -> Markup:
    if not shown.country:
        return Markup("")
    words = atlas.words
    every = cite.go(atlas, replace(shown, country=""), words.text("show all states"))
    return Markup("· <b>{}</b>: {}").format(words.state(shown.country), every)
