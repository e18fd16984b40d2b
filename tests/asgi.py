"""Asks an ASGI app as a browser does, without a server."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

Answer = tuple[int, dict[str, str], bytes]
"""Status, headers (names in lower case) and body."""


def fetch(app: object, path: str, method: str = "GET", **headers: str) -> Answer:
    """What an app answers to a path with its query."""
    (answer,) = together(app, path, method=method, **headers)
    return answer


def together(app: object, *paths: str, method: str = "GET", **headers: str) -> list[Answer]:
    """What an app answers to several paths that are asked for at the same time."""

    async def ask_all() -> list[Answer]:
        return await asyncio.gather(*(_ask(app, path, method, headers) for path in paths))

    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(ask_all())).result()


async def _ask(app: object, path: str, method: str, headers: dict[str, str]) -> Answer:
    sent = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    names = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    path, _, query = path.partition("?")
    scope = {
        **{"type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": query.encode()},
        **{"headers": names, "server": ("127.0.0.1", 8501), "scheme": "http", "root_path": "", "http_version": "1.1"},
    }
    await app(scope, receive, send)
    start, *parts = sent
    answered = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return start["status"], answered, b"".join(part.get("body", b"") for part in parts)
