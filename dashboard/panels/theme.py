"""The page in the theme that its address asks for, where that is not the reader's own."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

RULES = Path(__file__).parent / "theme.css"


def draw(theme: str) -> None:
    """Writes the colours of a theme over Streamlit's; without one its own stand, light or dark."""
    scheme = f":root, .stApp {{ color-scheme: {theme} !important; }}\n" if theme else ""
    st.html(f"<style>{scheme}{RULES.read_text(encoding='utf-8') if theme else ''}</style>")
