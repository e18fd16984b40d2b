"""Has the server send what it has at once.

Streamlit binds its own socket, in a way that leaves Nagle's algorithm on: the second part of every answer, its body,
waits until the browser has confirmed the first, which browsers put off for some 40 ms. A page asks for 70 files.
"""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

DESCRIPTORS = Path("/dev/fd")
"""Where Linux and macOS list what a process has open; elsewhere nothing is changed."""


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """For the app: once the server listens, before anybody is answered."""
    for listening in listeners():
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # what is accepted inherits it
        listening.close()
    yield


def listeners() -> list[socket.socket]:
    """The TCP sockets that this process listens on, each as a copy that is to be closed."""
    found = []
    for entry in sorted(DESCRIPTORS.iterdir()) if DESCRIPTORS.is_dir() else []:
        with suppress(OSError, ValueError):
            number = int(entry.name)
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                found.append(socket.socket(fileno=os.dup(number)))
    return [one for one in found if _listens(one)]


def _listens(one: socket.socket) -> bool:
    tcp = one.family in (socket.AF_INET, socket.AF_INET6) and one.type == socket.SOCK_STREAM
    if tcp and one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
        return True
    one.close()
    return False
