"""The page where it does not reach its app: no script runs, no websocket gets through, or the connection is lost.

Streamlit's page is an empty frame that a script fills over a websocket. This puts a sentence and a picture of the view
into it for a browser without scripts, and a script that says where the app is not reached, what needs no connection,
and that brings the panels back once it is there again. The map itself goes on all the while.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import assets, atlas, offprint, view
from dashboard.panels import link
from dashboard.words import DEFAULT, LOCALES, Words, words

HERE = Path(__file__).parent
SCRIPT = assets.Asset("reach", "js", (HERE / "reach.js").read_bytes(), early=False)
STYLE = Markup("<style>{}</style>").format(Markup((HERE / "reach.css").read_text(encoding="utf-8")))
SIZE = "1280x720"
NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)


class Reach:
    """Middleware that completes the page and what Streamlit's script asks about it; everything else passes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        assets.SHELF.put(SCRIPT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, and completes what comes back."""
        complete = _completing(scope)
        if complete is None:
            await self.app(scope, receive, send)
            return
        start: Message = {}
        body = b""

        async def send_completed(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            if start["status"] == 200:
                body = await run_in_threadpool(complete, body, scope)
                headers = MutableHeaders(raw=start["headers"])
                headers["content-length"] = str(len(body))
                # These are of the file, which is the same for every view.
                for name in ("etag", "last-modified", "accept-ranges"):
                    del headers[name]
            await send(start)
            await send({"type": "http.response.body", "body": body})

        await self.app(scope, receive, send_completed)


def _completing(scope: Scope) -> Callable[[bytes, Scope], bytes] | None:
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    if scope["path"].endswith("/_stcore/host-config"):
        return configured
    return completed if scope["path"].endswith("/") else None


def configured(told: bytes, _: Scope) -> bytes:
    """What Streamlit's script is told of the page: no dialog over a map that goes on, no other site to obey."""
    return json.dumps(json.loads(told) | {"blockErrorDialogs": True, "allowedOrigins": []}).encode()


def completed(page: bytes, scope: Scope) -> bytes:
    """Streamlit's page with what is said, in its reader's language, where it does not reach its app."""
    given = dict(parse_qsl(scope["query_string"].decode("ascii", "replace")))
    own = Headers(scope=scope).get("accept-language", "")[:2].lower()
    asked = (given.get("language", ""), own)
    said = words(next((language for language in asked if language in LOCALES), DEFAULT))
    try:
        loaded = atlas.load(said.language)
    except atlas.BROKEN:
        return page
    shown, _ = view.read(given, loaded.timeline, said)
    picture = link.made(loaded, shown, "png", size=SIZE, inline="1")
    behind = urlencode(link.fields(loaded, shown))
    added = (
        _without_script(said, picture, link.said(loaded, shown)),
        _unreached(said, picture, f"{offprint.address(language=said.language)}#{behind}"),
        _lost(said),
        Markup('<script defer src="{}"></script>').format(SCRIPT.address),
    )
    text = page.decode("utf-8")
    for old, new in (
        (re.compile("<title>.*?</title>"), Markup("<title>{}</title>").format(said.text("CSTO through time"))),
        (re.compile('<html lang="en"'), Markup('<html lang="{}"').format(said.language)),
        (NOSCRIPT, ""),
        (re.compile("</body>"), "".join((*added, "</body>"))),
    ):
        text = old.sub(lambda _, new=new: str(new), text, count=1)
    return text.encode()


def _without_script(said: Words, picture: str, about: str) -> Markup:
    """A picture of the view; a browser that runs scripts asks for nothing of it."""
    return Markup(
        '<noscript>{}<div class="csto-still"><h1>{}</h1><p>{}</p><img src="{}" alt="{}" width="1280" height="720">'
        '<p>{} <a href="csto/make/csv">{}</a></p></div></noscript>'
    ).format(
        STYLE,
        said.text("CSTO through time"),
        said.text("The map moves with JavaScript, which this browser does not run. This is its picture."),
        picture,
        about,
        said.text("Another year: add it to the address, as in ?year=1999."),
        said.text("All years as a table (CSV)"),
    )


def _unreached(said: Words, picture: str, file: str) -> Markup:
    """What the script shows where the page has waited long; a template until then."""
    return Markup(
        '<template id="csto-unreached">{}<div class="csto-unreached" role="alert"><p>{}</p><p>{} <a href="{}">{}</a> '
        '<a href="{}">{}</a></p></div></template>'
    ).format(
        STYLE,
        said.text(
            "This page does not reach its app. The network may be slow, or something on the way, such as a proxy, lets "
            "no websocket through."
        ),
        said.text("What needs none:"),
        file,
        said.text("the whole map as one file"),
        picture,
        said.text("a picture of this view"),
    )


def _lost(said: Words) -> Markup:
    """What the script shows while a page that was complete has lost its app; a template until then."""
    return Markup('<template id="csto-lost">{}<div class="csto-lost" role="status">{}</div></template>').format(
        STYLE, said.text("No connection to the app. The map goes on; what is beside it follows once it is back.")
    )
