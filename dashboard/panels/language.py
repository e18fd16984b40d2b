"""The language of the page: what the address asks for, or else the browser's own, as far as it is offered."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard.words import DEFAULT, LOCALES, Words, languages


def chosen() -> str:
    """The language to draw the page in."""
    asked = st.query_params.get("language", "")
    own = (st.context.locale or "").partition("-")[0].lower()
    return next((language for language in (asked, own) if language in LOCALES), DEFAULT)


def switch(words: Words) -> Markup:
    """A link to the page in each language; the map's script has it keep all else that is on screen."""
    links = Markup("").join(_link(code, name, code == words.language) for code, name in languages().items())
    whole = Markup('<nav class="csto-nav csto-languages" aria-label="{}">{}</nav>')
    return whole.format(words.text("Language"), links)


def _link(code: str, name: str, here: bool) -> Markup:
    current = Markup(' aria-current="true"') if here else ""
    link = Markup('<a class="csto-language" href="?language={}" target="_self" lang="{}" hreflang="{}"{}>{}</a>')
    return link.format(code, code, code, current, name)
