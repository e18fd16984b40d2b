"""The offline page at an address of the app: for frames on other people's pages, with no session and no websocket.

- `/csto/page.html` has the newest records; it is asked for again after a few minutes.
- `/csto/page-1.1.0.html` has the records of that version. An app with other records answers 404 in words: what must
  outlast the app is downloaded and put beside the article.
- `/csto/page-1.1.0.0123456789ab.html` is that very file, kept for ever; the name is that of its content.

A language stands before the ending: `/csto/page.en.html`. The view is behind `#`, as in every offline page.
"""

from __future__ import annotations

import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dashboard import atlas, view
from dashboard.assets import HEADERS, Asset
from dashboard.atlas import Atlas
from dashboard.exports import html
from dashboard.words import DEFAULT, LOCALES

ROUTE = "/csto/page{rest}"
REST = re.compile(r"(-(?P<version>\d+\.\d+\.\d+))?(\.(?P<mark>[0-9a-f]{12}))?(\.(?P<language>[a-z]{2}))?\.html")
APP = "../"
"""The app, as seen from the page: below any base path."""
SECONDS = {"newest": 300, "version": 3600}
"""How long a browser may use what it has without asking whether it still holds."""


def page(language: str = DEFAULT) -> Asset:
    """The page in a language, made when it is first asked for; one of `atlas.BROKEN` where the data are broken."""
    return _page(atlas.load(language))


@atlas.once
def _page(loaded: Atlas) -> Asset:
    body = html.build(loaded.timeline, loaded.shapes, loaded.words, view.default(loaded.timeline), link=APP)
    return Asset(f"page-{loaded.timeline.data.version}", "html", body)


def address(version: str = "", language: str = DEFAULT) -> str:
    """Address of the page as seen from the app's own, of the newest records or of one version of them."""
    spoken = "" if language == DEFAULT else f".{language}"
    return f"csto/page{f'-{version}' if version else ''}{spoken}.html"


async def serve(request: Request) -> Response:
    """The page that the address asks for, gzipped where the browser takes it; 404 in words otherwise."""
    asked = REST.fullmatch(request.path_params["rest"])
    language = (asked["language"] if asked else None) or DEFAULT
    if asked is None or language not in LOCALES:
        return PlainTextResponse("No such page. The newest is at csto/page.html.", status_code=404)
    try:
        found = await run_in_threadpool(page, language)
    except atlas.BROKEN:
        return PlainTextResponse("The records cannot be read; the dashboard says why.", status_code=503)
    version, mark = found.stem.removeprefix("page-"), found.name.split(".")[-2]
    if asked["version"] not in (None, version) or asked["mark"] not in (None, mark):
        said = f"Not this page any more: the records are of version {version}, at csto/page-{version}.html."
        return PlainTextResponse(said, status_code=404)
    return _answer(request, found, _kept(asked), f'W/"{mark}"')


def routes() -> list[Route]:
    """The routes to add to the app, before those of its assets."""
    return [Route(ROUTE, serve)]


def _kept(asked: re.Match[str]) -> str:
    if asked["mark"]:
        return HEADERS["Cache-Control"]
    return f"public, max-age={SECONDS['version' if asked['version'] else 'newest']}"


def _answer(request: Request, found: Asset, kept: str, mark: str) -> Response:
    headers = HEADERS | {
        "Cache-Control": kept,
        # Says nothing of who may frame it: anybody may, also a deck of slides that was opened from a disk.
        "Content-Security-Policy": html.policy(),
        "ETag": mark,
        "Referrer-Policy": "no-referrer",
        "Vary": "Accept-Encoding",
    }
    if mark in (one.strip() for one in request.headers.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=headers)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(found.body, media_type="text/html", headers=headers)
    return Response(found.packed, media_type="text/html", headers=headers | {"Content-Encoding": "gzip"})
