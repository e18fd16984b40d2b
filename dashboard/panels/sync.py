"""The view of this session, in step with the address above and the map below.

Numbers run both ways. The map's commits carry a number that grows; each is acted on once, so a
replayed value cannot undo the Back button. Python's orders to the map carry a number too; the map acts
on each once, so a late rerun cannot pull the handle back.
"""

from __future__ import annotations

import time

import streamlit as st

from dashboard import view
from dashboard.atlas import Atlas
from dashboard.view import View

MAP = "map"
"""Key of the map component; its value is `{number, answers, view}`."""
_STATE, _ACTED, _ORDER, _LINKS = "csto_view", "csto_acted", "csto_order", "csto_links"


def current(atlas: Atlas) -> tuple[View, tuple[str, ...]]:
    """The view to draw, and notices about what the address asked for and could not get."""
    asked, notices = view.read(st.query_params, atlas.timeline, atlas.words)
    number, answers, chosen = _commit(atlas)
    if number > st.session_state.get(_ACTED, 0):
        st.session_state[_ACTED] = number
        # An answer says what was asked for. The address may have gone on since: Back pressed twice.
        if not answers:
            st.session_state[_STATE] = asked = chosen
            notices = ()
            _write(atlas, chosen)
    # A map of other data is mounted anew and begins with the last order.
    if asked != st.session_state.get(_STATE) or atlas.links != st.session_state.get(_LINKS):
        st.session_state[_LINKS] = atlas.links
        _order(asked)
    return asked, notices


def _commit(atlas: Atlas) -> tuple[int, bool, View]:
    """The map's last commit: its number, whether it answers an order, and the view as far as it is understood.

    A browser may send anything.
    """
    value = st.session_state.get(MAP)
    match value:
        case {"number": int(number), "view": dict(chosen)}:
            return number, bool(value.get("answers")), view.read(chosen, atlas.timeline, atlas.words)[0]
    return 0, False, view.default(atlas.timeline)


def is_under_way() -> bool:
    """Whether the map has been mounted and has spoken in this session."""
    return MAP in st.session_state


def order() -> tuple[int, dict[str, object], int]:
    """The last order to the map: its number, the view, and the number of the map's last commit known by then."""
    return st.session_state[_ORDER]


def _order(wanted: View) -> None:
    last = st.session_state.get(_ORDER, (0,))[0]
    # Grows with the clock, so that a new session's first order counts in a page that is still open.
    number = max(last + 1, time.time_ns() // 1_000_000)
    st.session_state[_ORDER] = (number, wanted.as_dict(), st.session_state.get(_ACTED, 0))
    st.session_state[_STATE] = wanted


def _write(atlas: Atlas, wanted: View) -> None:
    kept = {name: value for name, value in st.query_params.to_dict().items() if name not in view.FIELDS}
    target = kept | view.write(wanted, atlas.timeline)
    # Every write is a step of the browser's history: write only what differs.
    if target != st.query_params.to_dict():
        st.query_params.from_dict(target)
