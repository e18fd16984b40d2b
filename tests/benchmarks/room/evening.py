"""A room's evening with one app: everybody opens the link, looks through the years for a while, and leaves."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from statistics import quantiles

import psutil
from aiohttp import ClientError, ClientSession, TCPConnector

from tests.benchmarks.room.viewer import NoAnswer, Ours, Usual, Viewer

KINDS: dict[str, type[Viewer]] = {"ours": Ours, "usual": Usual}
YEARS = range(1992, 2027)
COUNTRIES = ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB")
CLICKS = 0.2
"""Share of the commits that choose another country."""
ARRIVAL = 10
"""Seconds within which everybody opens the link."""
MOST_VIEWERS, MOST_SECONDS = 1000, 300
"""No evening is larger or longer, whatever is asked for."""
FAULTS = (NoAnswer, ClientError, OSError)


@dataclass
class Figures:
    """What an evening came to: seconds of every opening and commit, errors by their words, memory, processor."""

    viewers: int
    opened: list[float] = field(default_factory=list)
    commits: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    received: int = 0
    megabytes: float = 0
    """Of resident memory that each viewer added."""
    processor: float = 0
    """Of one core, while the room was full."""

    def percentile(self, part: int) -> float:
        """Milliseconds from a commit to its answer that so many per cent of the commits keep to."""
        if len(self.commits) < 2:
            return float("nan")
        return 1000 * quantiles(self.commits, n=100, method="inclusive")[part - 1]


def spend(kind: str, url: str, server: psutil.Process, viewers: int, every: float, seconds: float) -> Figures:
    """An evening of so many viewers, each of whom commits every so many seconds; ends by itself.

    Raises ValueError for an app that is not on this machine, and for a room beyond the limits.
    """
    if not url.startswith(("http://127.0.0.1:", "http://localhost:", "http://[::1]:")):
        raise ValueError(f"{url} is not on this machine's loopback; a room is only let loose there")
    if not (0 < viewers <= MOST_VIEWERS and 0 < seconds <= MOST_SECONDS):
        raise ValueError(f"{viewers} viewers for {seconds} s; at most {MOST_VIEWERS} for {MOST_SECONDS} s")
    return asyncio.run(_spend(KINDS[kind], url, server, viewers, every, seconds))


async def _spend(
    kind: type[Viewer], url: str, server: psutil.Process, viewers: int, every: float, seconds: float
) -> Figures:
    chance = random.Random(viewers)
    figures = Figures(viewers)
    async with ClientSession(connector=TCPConnector(limit=0)) as web:
        await _warm(kind(url, web))
        before = server.memory_info().rss
        room = [kind(url, web) for _ in range(viewers)]
        await asyncio.gather(*(_open(viewer, chance.uniform(0, ARRIVAL), figures) for viewer in room))
        present = [viewer for viewer in room if viewer.widget]
        clock, spent = asyncio.get_running_loop().time, sum(server.cpu_times()[:2])
        began = clock()
        await asyncio.gather(*(_look(viewer, chance, every, began + seconds, figures) for viewer in present))
        figures.processor = (sum(server.cpu_times()[:2]) - spent) / (clock() - began)
        figures.megabytes = (server.memory_info().rss - before) / 2**20 / viewers
        figures.received = sum(viewer.received for viewer in room)
        await asyncio.gather(*(viewer.leave() for viewer in room))
    return figures


async def _warm(viewer: Viewer) -> None:
    """One viewer sees everything first: what the app keeps for all is not counted as the room's."""
    await viewer.open()
    for year, country in zip(YEARS, COUNTRIES * 5, strict=True):
        await viewer.act(year, country)
    await viewer.leave()


async def _open(viewer: Viewer, delay: float, figures: Figures) -> None:
    await asyncio.sleep(delay)
    clock = asyncio.get_running_loop().time
    began = clock()
    try:
        await viewer.open()
        figures.opened.append(clock() - began)
    except FAULTS as fault:
        figures.errors[f"opening: {fault or type(fault).__name__}"] += 1


async def _look(viewer: Viewer, chance: random.Random, every: float, until: float, figures: Figures) -> None:
    """Commits, each so many seconds after the one before began, until the evening is over."""
    clock, country, year = asyncio.get_running_loop().time, "KAZ", 0
    turn = clock() + chance.uniform(0, every)
    while turn < until:
        await asyncio.sleep(max(0, turn - clock()))
        turn = max(turn + every, clock())
        year = chance.choice([other for other in YEARS if other != year])
        if chance.random() < CLICKS:
            country = chance.choice(COUNTRIES)
        try:
            figures.commits.append(await viewer.act(year, country))
        except FAULTS as fault:
            figures.errors[f"commit: {fault or type(fault).__name__}"] += 1
            return
