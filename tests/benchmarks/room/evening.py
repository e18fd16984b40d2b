"""A room's evening with one app: everybody opens the link, looks through the years for a while, and leaves."""

from __future__ import annotations

import asyncio
import math
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import quantiles

import psutil
from aiohttp import ClientError, ClientSession, DummyCookieJar, TCPConnector

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
    carried: list[float] = field(default_factory=list)
    """Seconds until a viewer whose connection broke had its view again."""
    received: int = 0
    """Bytes over the websockets while the room was full."""
    megabytes: float = 0
    """Of resident memory that each viewer added."""
    resident: float = 0
    """Megabytes of the app with the room in it."""
    processor: float = 0
    """Of one core, while the room was full."""
    seconds: float = 0

    def percentile(self, part: int) -> float:
        """Milliseconds from a commit to its answer that so many per cent of the commits keep to."""
        if len(self.commits) < 2:
            return float("nan")
        return 1000 * quantiles(self.commits, n=100, method="inclusive")[part - 1]


@dataclass(frozen=True)
class Evening:
    """So many viewers of an app, each of whom commits every so many seconds; `halfway` happens in between."""

    kind: str
    url: str
    servers: tuple[psutil.Process, ...]
    viewers: int
    every: float
    seconds: float
    halfway: Callable[[], None] = lambda: None

    def spend(self) -> Figures:
        """Lets it happen; it ends by itself.

        Raises ValueError for an app that is not on this machine, and for a room beyond the limits.
        """
        if not self.url.startswith(("http://127.0.0.1:", "http://localhost:", "http://[::1]:")):
            raise ValueError(f"{self.url} is not on this machine's loopback; a room is only let loose there")
        if not (0 < self.viewers <= MOST_VIEWERS and 0 < self.seconds <= MOST_SECONDS):
            asked = f"{self.viewers} viewers for {self.seconds} s"
            raise ValueError(f"{asked}; at most {MOST_VIEWERS} for {MOST_SECONDS} s")
        return asyncio.run(self._spend())

    async def _spend(self) -> Figures:
        chance, figures = random.Random(self.viewers), Figures(self.viewers)
        async with ClientSession(connector=TCPConnector(limit=0), cookie_jar=DummyCookieJar()) as web:
            for _ in self.servers:  # a balancer sends each of these to another process, most likely
                await _warm(KINDS[self.kind](self.url, web))
            before = self._memory()
            room = [KINDS[self.kind](self.url, web) for _ in range(self.viewers)]
            await asyncio.gather(*(_open(viewer, chance.uniform(0, ARRIVAL), figures) for viewer in room))
            await self._look(room, chance, figures)
            figures.resident = self._memory() / 2**20
            figures.megabytes = figures.resident / self.viewers - before / 2**20 / self.viewers
            await asyncio.gather(*(viewer.leave() for viewer in room))
        return figures

    async def _look(self, room: list[Viewer], chance: random.Random, figures: Figures) -> None:
        """The room is full."""
        clock, spent, received = asyncio.get_running_loop().time, self._processor(), _received(room)
        began = clock()
        asyncio.get_running_loop().call_later(self.seconds / 2, self.halfway)
        present = [viewer for viewer in room if viewer.widget]
        until = began + self.seconds
        await asyncio.gather(*(_look(viewer, chance, self.every, until, figures) for viewer in present))
        await asyncio.sleep(until - clock())
        figures.seconds = clock() - began
        figures.processor = (self._processor() - spent) / figures.seconds
        figures.received = _received(room) - received

    def _memory(self) -> int:
        return sum(server.memory_info().rss for server in self.servers if server.is_running())

    def _processor(self) -> float:
        return sum(sum(server.cpu_times()[:2]) for server in self.servers if server.is_running())


def _received(room: list[Viewer]) -> int:
    return sum(viewer.received for viewer in room)


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
    turn = clock() + (chance.uniform(0, every) if math.isfinite(every) else every)
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
            if not await _come_back(viewer, figures):
                return


async def _come_back(viewer: Viewer, figures: Figures) -> bool:
    """Connects again, with a pause between tries that grows, as the page does; whether it succeeded."""
    clock = asyncio.get_running_loop().time
    began = clock()
    for pause in (0.5, 1, 2, 4):
        await asyncio.sleep(pause)
        try:
            await viewer.connect()
        except FAULTS as fault:
            figures.errors[f"coming back: {fault or type(fault).__name__}"] += 1
        else:
            figures.carried.append(clock() - began)
            return True
    return False
