"""Has the browser fetch what the map needs while Streamlit is still starting.

Streamlit's page is the same for every app and names only its own core. A `Link` header on it (RFC 8288)
adds what this app is sure to need next; a browser that does not know it loses nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LATER = "prefetch"
"""For what the map's own frame asks for: into the browser's cache, not into this document."""
FRONTEND = Path(streamlit.__file__).parent / "static" / "static" / "js"
PARTS = ("ComponentInstance", "Html", "purify.es")
"""Parts of Streamlit's own page, by the stem of their file, that stand between the reader and the map."""


ROOM = 3000
"""Bytes: a proxy gives all headers of an answer 4,096 where nothing else is set, and answers 502 to more (nginx)."""


class Preload:
    """Middleware that adds the header to the page; `names` gives the file names of this app's own assets."""

    def __init__(self, app: ASGIApp, names: Callable[[], list[str]]) -> None:
        self.app = app
        self.names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on; only the page itself gets the header."""
        if scope["type"] != "http" or not scope["path"].endswith("/"):
            await self.app(scope, receive, send)
            return

        async def send_with_links(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Link"] = header([*links(self.names()), *frame(), *parts()])
            await send(message)

        await self.app(scope, receive, send_with_links)


def header(entries: list[str]) -> str:
    """The entries as one header, as many as there is room for; the browser finds the others by itself, later."""
    said = entries[0] if entries else ""
    for entry in entries[1:]:
        if len(said) + len(entry) + 2 > ROOM:
            break
        said = f"{said}, {entry}"
    return said


def links(names: list[str]) -> list[str]:
    """Entries for this app's own assets."""
    return [_link(f"csto/{name}", LATER) for name in names]


@cache
def parts() -> tuple[str, ...]:
    """Entries for parts of Streamlit's page and all they import; none where a release has renamed them."""
    found: dict[str, None] = {}
    waiting = [file.name for part in PARTS for file in sorted(FRONTEND.glob(f"{part}.*.js"))]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting += re.findall(r'from"\./([\w.-]+\.js)"', (FRONTEND / name).read_text(encoding="utf-8"))
    return tuple(_link(f"static/js/{name}", "modulepreload; crossorigin") for name in found)


def frame() -> list[str]:
    """Entry for the script of the map's frame, once a reader's page has made the component known to the server."""
    component = sys.modules.get("streamlit_folium")
    if component is None:
        return []
    built = Path(component.__file__).parent / "frontend" / "build"
    found = [file.relative_to(built).as_posix() for file in built.glob("static/js/main.*.js")]
    return [_link(f"component/streamlit_folium.st_folium/{path}", LATER) for path in found]


def _link(path: str, relation: str) -> str:
    return f"<./{path}>; rel={relation}"
