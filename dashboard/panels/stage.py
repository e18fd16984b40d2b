"""The map and the panel beside it: the part of the page that runs again when the map says something."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup
from streamlit_folium import st_folium

from dashboard.atlas import Atlas, load
from dashboard.map import element
from dashboard.panels import card, header, operation, share, sheet, stops, sync, theme, trouble
from dashboard.view import View

HEIGHT = 600
"""Height the component is mounted with; the page's style sheet decides the real one."""


@st.fragment
def draw(atlas: Atlas) -> None:
    """Writes panel and map, first what the reader waits for: the map at first, the panel ever after."""
    if load(atlas.words.language) is not atlas:
        st.rerun()  # the data has changed since the page was written, and with it all of the page
    view, notices = sync.current(atlas)
    theme.draw(view.theme)
    header.draw(atlas, view)
    with st.container(key="stage"):
        map_side, panel = st.container(key="map_side"), st.container(key="panel")  # in the order of reading
    parts = [(panel, _panel, (atlas, view, notices)), (map_side, _map, (atlas,))]
    reading = sync.is_under_way() or view.page != "map"
    for container, write, given in parts if reading else reversed(parts):
        with container:
            write(*given)


def _map(atlas: Atlas) -> None:
    st_folium(
        element.build(atlas.links),
        key=sync.MAP,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=element.order(*sync.order()),
    )


def _panel(atlas: Atlas, view: View, notices: tuple[str, ...]) -> None:
    if st.context.is_embedded and view.page in ("map", "share"):
        return
    trouble.note(atlas)
    _notices(notices)
    if view.page == "share":
        share.draw(atlas, view)
    elif view.page != "map":
        sheet.draw(atlas, view)
    elif view.country:
        card.draw(atlas, view)
    elif view.layer == "operation":
        operation.draw(atlas, view)
    else:
        stops.draw(atlas, view)


def _notices(notices: tuple[str, ...]) -> None:
    if notices:
        said = Markup("").join(Markup("<p>{}</p>").format(notice) for notice in notices)
        st.html(Markup('<div class="csto-notice" role="alert">{}</div>').format(said))
