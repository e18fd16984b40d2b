"""Other people's pages: a folder served on a port of its own, and the npm packages that such pages use."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.benchmarks import network


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and prints nothing."""

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serves a folder while the block lasts; its address, with no slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def package(name: str) -> Path:
    """The folder of an npm package, `name@version`; the test that needs it fails where npm cannot give it."""
    if shutil.which("npm") is None:
        pytest.fail(f"{name} comes from npm, and no npm is found; install one with: sudo apt-get install npm")
    folder = network.package(name)
    if folder is None:
        pytest.fail(f"npm is there and gives no {name}: it cannot reach its registry")
    return folder
