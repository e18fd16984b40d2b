"""The usual way: Streamlit's slider, and a Folium map built anew for the year it says.

Leaner than most: the tables are cached, there are no tiles, no tooltips and no text beside the map.
"""

from __future__ import annotations

import folium
import geopandas
import streamlit as st
from streamlit_folium import st_folium

from geodata import boundaries
from tests.benchmarks import statuses


@st.cache_data
def load() -> tuple[geopandas.GeoDataFrame, dict[int, dict[str, str]]]:
    """The boundaries in degrees, and the status of every state in every year."""
    return boundaries.load()[["code", "geometry"]].to_crs("EPSG:4326"), statuses.by_year()


shapes, status = load()
year = st.slider("Year", min(status), max(status), max(status))


def style(feature: dict) -> dict[str, object]:
    """How Folium draws a state in this year."""
    code = feature["properties"]["code"]
    colour = statuses.COLOURS[status[year].get(code, "none")]
    # The class is for the benchmark alone, which has to know one path from another.
    return {"fillColor": colour, "fillOpacity": 1, "color": "#4a5057", "weight": 0.75, "className": code}


world = folium.Map(location=[50, 70], zoom_start=3, tiles=None)
folium.GeoJson(shapes, style_function=style).add_to(world)
st_folium(world, width=1000, height=560)
