"""`python -m tests.benchmarks.room`: how many viewers one app holds at once, and how many the usual way does."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

import psutil

from tests.benchmarks import report
from tests.benchmarks.apps import AS_IT_COMES, SCRIPTS
from tests.benchmarks.room.evening import Evening, Figures
from tests.browser.server import ROOT, serve

USUAL = (2, 5, 10, 20)
"""Rooms for the usual way, which a larger one only keeps waiting."""
HEAD = (
    "| app | viewers | commits | p50 ms | p95 ms | p99 ms | opening p50 s | errors "
    "| MB a viewer | cores | KB a commit |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
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
        f"{opened:.1f}", figures.errors.total(), f"{figures.megabytes:.1f}", f"{figures.processor:.2f}",
        f"{kilobytes:.1f}",
    ]  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    """Measures both apps, room by room, and prints a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.room", description=main.__doc__)
    parser.add_argument("--viewers", type=int, nargs="+", default=[10, 50, 100, 200, 400])
    parser.add_argument("--usual", type=int, nargs="*", default=USUAL, help="rooms for the usual way")
    parser.add_argument("--every", type=float, default=5, help="seconds from one commit of a viewer to the next")
    parser.add_argument("--seconds", type=float, default=40, help="for which the room is full")
    parser.add_argument("--json", type=Path, help="also write every sample to this file")
    options = parser.parse_args()
    rooms = [("ours", number) for number in options.viewers] + [("usual", number) for number in options.usual]
    samples = []
    print(report.machine("none", 1), HEAD, sep="\n\n")
    for kind, number in rooms:
        figures = evening(kind, number, options.every, options.seconds)
        samples.append({"app": kind, **asdict(figures)})
        print(row(kind, figures), flush=True)
        for said, count in figures.errors.most_common(3):
            print(f"{count} times: {said}", file=sys.stderr)
    if options.json:
        options.json.write_text(json.dumps(samples, indent=2) + "\n")


if __name__ == "__main__":
    main()
