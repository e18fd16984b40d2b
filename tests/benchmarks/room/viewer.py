"""One viewer: opens the page, commits years, clicks countries, idles and leaves, over Streamlit's own websocket."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

STREAM = "_stcore/stream"
PATIENCE = 60
"""Seconds after which an answer counts as an error."""
LINKED = re.compile(r"<([^>]+)>")


class NoAnswer(Exception):
    """The app closed the connection, showed an exception, or took longer than `PATIENCE`."""


@dataclass
class Viewer:
    """A browser tab. Subclasses say what a commit is and how its answer is known."""

    url: str
    web: ClientSession
    socket: ClientWebSocketResponse | None = None
    query: str = ""
    page_hash: str = ""
    fragment: str = ""
    widget: str = ""
    known: dict[str, Element] = field(default_factory=dict)
    """Elements by the hash of their message: what a browser has is only named when it is sent again."""
    cookie: str = ""
    """What a balancer before several processes gave this viewer, to know it again."""
    received: int = 0
    """Bytes that came over the websocket."""

    async def open(self) -> None:
        """Asks for the page and for what its head names, connects, and waits for the first run to end."""
        async with self.web.get(f"{self.url}/", headers=self._headers()) as page:
            await page.read()
            linked = LINKED.findall(page.headers.get("Link", ""))
            self.cookie = page.headers.get("Set-Cookie", "").partition(";")[0] or self.cookie
        for address in linked:
            async with self.web.get(urljoin(f"{self.url}/", address), headers=self._headers()) as asset:
                await asset.read()
        await self.connect()

    async def connect(self) -> None:
        """Connects, or connects again where the connection broke, as the page does by itself, to the view it shows."""
        target = f"{self.url.replace('http', 'ws', 1)}/{STREAM}"
        self.known, self.fragment = {}, ""
        self.socket = await self.web.ws_connect(
            target, protocols=("streamlit",), max_msg_size=0, compress=15, headers=self._headers()
        )
        await self._run([])

    def _headers(self) -> dict[str, str]:
        return {"Cookie": self.cookie} if self.cookie else {}

    async def act(self, year: int, country: str) -> float:
        """Commits a year (or a click on a country); returns the seconds until its answer was all there."""
        began = time.perf_counter()
        answered = await self._run([self.state(year, country)], self.answers(year, country))
        return answered - began

    async def leave(self) -> None:
        """Closes the tab."""
        if self.socket:
            await self.socket.close()

    def state(self, year: int, country: str) -> WidgetState:
        """What the page sends of its control."""
        raise NotImplementedError

    def answers(self, year: int, country: str) -> Callable[[Element], bool]:
        """Whether an element is the answer to a commit."""
        raise NotImplementedError

    async def _run(self, states: list[WidgetState], answers: Callable[[Element], bool] | None = None) -> float:
        """Has the script run; returns when the answer came (the clock's seconds), once the run has ended."""
        asked = BackMsg()
        rerun = asked.rerun_script
        rerun.query_string, rerun.page_script_hash, rerun.fragment_id = self.query, self.page_hash, self.fragment
        rerun.widget_states.widgets.extend(states)
        rerun.cached_message_hashes.extend(self.known)
        rerun.context_info.url, rerun.context_info.locale, rerun.context_info.timezone = f"{self.url}/", "en-US", "UTC"
        await self.socket.send_bytes(asked.SerializeToString())
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._answer(answers)
        except TimeoutError:
            raise NoAnswer(f"no answer within {PATIENCE} s") from None

    async def _answer(self, answers: Callable[[Element], bool] | None) -> float:
        arrived = 0.0
        while True:
            message = await self.socket.receive()
            if message.type != WSMsgType.BINARY:
                raise NoAnswer(f"connection closed: {message.type.name}")
            self.received += len(message.data)
            told = ForwardMsg.FromString(message.data)
            for element in self._elements(told):
                if element.WhichOneof("type") == "exception":
                    raise NoAnswer(f"exception on the page: {element.exception.message}")
                if answers and not arrived and answers(element):
                    arrived = time.perf_counter()
            if told.WhichOneof("type") == "script_finished" and (arrived or not answers):
                return arrived or time.perf_counter()

    def _elements(self, told: ForwardMsg) -> Iterator[Element]:
        """The elements in a message, also where it only names one; keeps what later messages need."""
        match told.WhichOneof("type"):
            case "new_session":
                self.page_hash = told.new_session.page_script_hash
            case "page_info_changed":
                self.query = told.page_info_changed.query_string
            case "ref_hash" if told.ref_hash in self.known:
                yield self.known[told.ref_hash]
            case "delta" if told.delta.WhichOneof("type") == "new_element":
                element = told.delta.new_element
                if told.hash:
                    self.known[told.hash] = element
                self.meet(element, told.delta.fragment_id)
                yield element

    def meet(self, element: Element, fragment: str) -> None:
        """Remembers the control, when it comes."""
        raise NotImplementedError


class Ours(Viewer):
    """A viewer of the dashboard, with the card of a country open: the dearer of its two panels."""

    def meet(self, element: Element, fragment: str) -> None:
        """The map is the control; its fragment runs again when it speaks."""
        if element.WhichOneof("type") == "component_instance":
            self.widget, self.fragment = element.component_instance.id, fragment

    def state(self, year: int, country: str) -> WidgetState:
        """What the map's script sends (bridge.js): a number that grows, and the view."""
        view = {"year": year, "on": "", "day": "", "layer": "membership", "country": country, "page": "map"}
        value = {"number": time.time_ns() // 1_000_000, "answers": 0, "view": view}
        return WidgetState(id=self.widget, json_value=json.dumps(value))

    def answers(self, year: int, country: str) -> Callable[[Element], bool]:
        """The card of this country, written for this year."""
        marks = (f'data-shown-year="{year}"', f'data-country="{country}"')
        return lambda element: all(mark in element.html.body for mark in marks)


class Usual(Viewer):
    """A viewer of the usual way: a Streamlit slider, and a Folium map built anew."""

    def meet(self, element: Element, fragment: str) -> None:
        """The slider is the control; the whole script runs again."""
        if element.WhichOneof("type") == "slider":
            self.widget = element.slider.id

    def state(self, year: int, country: str) -> WidgetState:
        """What Streamlit's slider sends."""
        state = WidgetState(id=self.widget)
        state.double_array_value.data.append(year)
        return state

    def answers(self, year: int, country: str) -> Callable[[Element], bool]:
        """The map, which comes with every run; its script is the last that a browser waits for."""
        return lambda element: element.WhichOneof("type") == "component_instance"

