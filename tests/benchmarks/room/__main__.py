"""`python -m tests.benchmarks.room`: how many viewers one app holds at once, and how many the usual way does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict

import psutil

from tests.benchmarks.apps import AS_IT_COMES, SCRIPTS
from tests.benchmarks.report import Section
from tests.benchmarks.room.evening import Evening, Figures
from tests.browser.server import ROOT, serve

VIEWERS = (10, 50, 100, 200, 400)
USUAL = (5, 10, 20)
"""Rooms for the usual way, which a larger one only keeps waiting."""
IDLE = 100
"""Viewers of the room in which nobody does anything."""
MEANS = """\
Everybody opens the link within ten seconds, then each commits a year or, one time in five, another country every five
seconds. The milliseconds are those from a commit to the panel (for the usual way, to the map).
Viewers and app share the two cores, so a part of the cores is the viewers' own. *MB a viewer* is resident memory that
the room added, the app's caches being full before it came; *idle* viewers have the page open and do nothing."""
HEAD = (
    "| app | viewers | commits | p50 ms | p95 ms | p99 ms | opening p50 s | errors "
    "| MB a viewer | app MB | cores | KB a commit |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
)


def evening(kind: str, viewers: int, every: float, seconds: float) -> Figures:
    """An evening with an app that was started for it and is stopped after it."""
    settings = AS_IT_COMES if kind == "usual" else {}
    with serve(SCRIPTS[kind], PYTHONPATH=str(ROOT), **settings) as server:
        process = psutil.Process(server.process.pid)
        return Evening(kind, server.url, (process,), viewers, every, seconds).spend()


def row(kind: str, figures: Figures) -> str:
    """A line of the table."""
    opened = sorted(figures.opened)[len(figures.opened) // 2] if figures.opened else float("nan")
    kilobytes = figures.received / 1000 / max(len(figures.commits), 1)
    cells = [
        kind, figures.viewers, len(figures.commits), *(f"{figures.percentile(part):.0f}" for part in (50, 95, 99)),
        f"{opened:.1f}", figures.errors.total(), f"{figures.megabytes:.1f}", f"{figures.resident:.0f}",
        f"{figures.processor:.2f}", f"{kilobytes:.1f}",
    ]  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def run(
    viewers: Sequence[int] = VIEWERS, usual: Sequence[int] = USUAL, every: float = 5, seconds: float = 15
) -> Section:
    """Measures both apps, room by room, and last a room in which nobody does anything."""
    rooms = [("ours", number, every) for number in viewers] + [("usual", number, every) for number in usual]
    rooms.append(("ours", IDLE, float("inf")))
    rows, samples = [HEAD], []
    for kind, number, pause in rooms:
        figures = evening(kind, number, pause, seconds)
        samples.append({"app": kind, "every": pause, **asdict(figures)})
        rows.append(row(kind if pause == every else f"{kind}, idle", figures))
        print(rows[-1], file=sys.stderr, flush=True)
        for said, count in figures.errors.most_common(3):
            print(f"{count} times: {said}", file=sys.stderr)
    return Section("A full room", MEANS, "\n".join(rows), samples)


def main() -> None:
    """Measures rooms of the sizes asked for and prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.room", description=main.__doc__)
    parser.add_argument("--viewers", type=int, nargs="*", default=VIEWERS)
    parser.add_argument("--usual", type=int, nargs="*", default=USUAL, help="rooms for the usual way")
    parser.add_argument("--every", type=float, default=5, help="seconds from one commit of a viewer to the next")
    parser.add_argument("--seconds", type=float, default=15, help="for which the room is full")
    options = parser.parse_args()
    print(run(options.viewers, options.usual, options.every, options.seconds).tables)


if __name__ == "__main__":
    main()
