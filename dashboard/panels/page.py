"""The page around the map: its title and its style."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard import palette
from dashboard.words import words

ICON = str(Path(__file__).parent / "icon.png")
STYLES = tuple(Path(__file__).parent / f"{name}.css" for name in ("page", "phone"))
EMBED = Path(__file__).parent / "embed.css"


def configure(language: str) -> None:
    """Sets the title in the browser's tab, and the whole width for the map."""
    st.set_page_config(page_title=words(language).text("CSTO through time"), page_icon=ICON, layout="wide")


def style() -> None:
    """Writes the style sheet; in an embed the map has all the room, without Streamlit's padding."""
    sheets = [*STYLES, EMBED] if st.context.is_embedded else STYLES
    rules = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    st.html(f"<style>{palette.variables()}{rules}</style>")
