"""The least Streamlit can do: a slider and a line that says its year."""

from __future__ import annotations

import streamlit as st

year = st.slider("Year", 1992, 2026, 2026)
st.write(f"Year {year}")
