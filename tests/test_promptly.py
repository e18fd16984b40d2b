"""Answers are sent at once: what the app listens on hands that on to every connection."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from dashboard import promptly


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def begin() -> None:
    """What happens when the app starts."""

    async def start() -> None:
        async with promptly.lifespan(None):
            pass

    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(start())).result()


def test_a_connection_sends_without_waiting_for_a_confirmation(listening):
    with socket.create_connection(listening.getsockname()), listening.accept()[0] as before:
        assert not before.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    begin()
    with socket.create_connection(listening.getsockname()), listening.accept()[0] as after:
        assert after.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_only_what_listens_is_touched_and_nothing_is_left_open(listening):
    with socket.socket() as other, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        before = len(list(promptly.DESCRIPTORS.iterdir()))
        found = promptly.listeners()
        names = [one.getsockname() for one in found]
        for one in found:
            one.close()
        assert listening.getsockname() in names
        assert other.getsockname() not in names
        assert datagrams.getsockname() not in names
        assert len(list(promptly.DESCRIPTORS.iterdir())) == before


def test_where_descriptors_are_not_listed_nothing_happens(monkeypatch, tmp_path):
    monkeypatch.setattr(promptly, "DESCRIPTORS", tmp_path / "none")
    assert promptly.listeners() == []
