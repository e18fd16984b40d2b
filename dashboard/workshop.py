"""Makes exports for whoever asks the app for one, in a process of its own: nobody's map waits for a deck.

What was made is kept for a while, and who asks for what is just being made waits for that one.
"""

from __future__ import annotations

import asyncio
import multiprocessing
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dashboard import atlas
from dashboard.atlas import Atlas
from dashboard.exports import make, order
from dashboard.exports.order import Lacking, Order, OrderError
from dashboard.words import DEFAULT, LOCALES, Words, words

ROUTE = "/csto/make/{kind}"
FIELDS = ("kind", *order.SHOWN, "years", "theme", "size", "suffix")
"""What an address may say. Where the dashboard is, it may not: that is printed, and follows from where it was asked."""
WAITING = 12
"""Exports that may be under way; who comes then is asked to come again."""
KEPT = 48 * 2**20
"""Bytes of finished exports that are kept, the last used ones."""
SECONDS = 120
"""After which whoever still waits is told so."""
HEADERS = {
    # Shown by itself, an SVG or a page is a document: it runs nothing and reaches nothing.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}


Key = tuple[Order, Atlas]
"""An order and what it is made from: the data of one time, in one language."""


class Busy(Exception):
    """So much is being made that one more would wait too long."""


@dataclass(frozen=True)
class Piece:
    """A finished export and the name to save it under."""

    name: str
    suffix: str
    body: bytes


def produce(given: Mapping[str, str], language: str) -> Piece:
    """Makes an export; in the process of the workshop. Raises OrderError, Lacking or one of atlas.BROKEN."""
    loaded = atlas.load(language, pause=0)  # never older than what the page of whoever asks has shown
    asked = order.read(given, loaded.timeline, loaded.words)
    body = make.make(asked, loaded.timeline, loaded.shapes, loaded.words)
    return Piece(asked.name(loaded.timeline), asked.suffix, body)


def one_process() -> Executor:
    """Runs one piece of work after another; begun afresh, so that it shares nothing with the threads of the server."""
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))


class Workshop:
    """The exports of one server: those that are kept, and those under way."""

    def __init__(self, executor: Callable[[], Executor] = one_process) -> None:
        self._start = executor
        self._running: Executor | None = None
        self._kept: OrderedDict[Key, Piece] = OrderedDict()
        self._under_way: dict[Key, asyncio.Task[Piece]] = {}

    def routes(self) -> list[Route]:
        """The routes to add to the app."""
        return [Route(ROUTE, self.serve)]

    async def serve(self, request: Request) -> Response:
        """The export that the address asks for, or in words what is wrong with it."""
        asked = request.query_params.get("language", DEFAULT)
        said = words(asked if asked in LOCALES else DEFAULT)
        given = {field: request.query_params.get(field, "") for field in FIELDS}
        given |= {"kind": request.path_params["kind"], "link": str(request.base_url)}
        try:
            piece = await self._piece(given, said)
        except OrderError as problem:
            return PlainTextResponse(str(problem), 400)
        except Lacking as problem:
            return PlainTextResponse(str(problem), 501)
        except atlas.BROKEN:
            return PlainTextResponse(said.text("The data cannot be shown"), 503)
        except (Busy, BrokenExecutor, TimeoutError):
            later = said.text("Too much is being made just now. Please try again in a minute.")
            return PlainTextResponse(later, 503, {"Retry-After": "60"})
        disposition = "inline" if "inline" in request.query_params else "attachment"
        headers = HEADERS | {"Content-Disposition": f'{disposition}; filename="{piece.name}"'}
        return Response(piece.body, media_type=order.TYPES[piece.suffix], headers=headers)

    async def _piece(self, given: Mapping[str, str], said: Words) -> Piece:
        """The export: kept, under way, or begun now. Raises Busy where too much is under way."""
        loaded = await run_in_threadpool(atlas.load, said.language)  # which may read all files again
        key = (order.read(given, loaded.timeline, said), loaded)
        self._forget(loaded)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._under_way:
            if len(self._under_way) >= WAITING:
                raise Busy
            task = self._under_way[key] = asyncio.create_task(self._made(key, given))
            task.add_done_callback(lambda _: self._under_way.pop(key))
        # Whoever gives up waiting does not stop it for the others.
        return await asyncio.wait_for(asyncio.shield(self._under_way[key]), SECONDS)

    def _forget(self, newest: Atlas) -> None:
        """Lets go of what was made in the same language from older data."""
        for key in [*self._kept]:
            if key[1] is not newest and key[1].words.language == newest.words.language:
                del self._kept[key]

    async def _made(self, key: Key, given: Mapping[str, str]) -> Piece:
        self._running = self._running or self._start()
        try:
            loop = asyncio.get_running_loop()
            piece = await loop.run_in_executor(self._running, produce, dict(given), key[1].words.language)
        except BrokenExecutor:
            self._running = None  # the next one begins a new process
            raise
        self._kept[key] = piece
        while sum(len(one.body) for one in self._kept.values()) > KEPT:
            self._kept.popitem(last=False)
        return piece


WORKSHOP = Workshop()
