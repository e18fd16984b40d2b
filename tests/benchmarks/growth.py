"""`python -m tests.benchmarks.growth`: what it costs when the alliance grows, each size twice the one before.

Work that grows with its size takes twice as long for twice as many; four times as long would be quadratic. A table of
states by years has four times as many rows when both double: the last column divides that out.
"""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from dashboard import assets, shapes, timeline
from dashboard.map import payload
from dashboard.shapes import Shapes
from dashboard.words import words
from geodata import boundaries
from membership_data import check, fold, records
from tests.benchmarks import alliance, apps, drag
from tests.benchmarks.report import Section
from tests.browser import chromium
from tests.browser.server import ROOT, serve

SIZES = ((62, 75, 2_500), (125, 150, 5_000), (245, 300, 10_000))
"""States, years, events."""
CHANGING = ((125, 150, 1_250), (125, 150, 5_000), (125, 150, 20_000))
"""The same states and years with ever more events."""
MEANS = """\
Invented alliances, each size about twice the one before: work that grows with its size takes twice as long, work that
is quadratic four times. The last column divides out that a table of states by years grows with both. The step of a
drag follows the number of changes in a year, not that of states and years."""
REPEATS = 3


def measure(folder: Path, drawn: Shapes, size: tuple[int, int, int]) -> dict[str, tuple[float, int]]:
    """Median milliseconds of each piece of work at a size, and the size of what comes out of it."""
    alliance.build(folder, *size)
    data = records.load(folder)
    joined = timeline.join(data, drawn.codes)
    said = words()
    work: dict[str, Callable[[], object]] = {
        "check (rows)": lambda: check.inspect(folder).tables["membership_events"].rows,
        "fold (spells)": lambda: fold.spells(data.membership_events),
        "panel (rows)": lambda: list(fold.panel(data.membership_events, data.checked_on)),
        "join and scenes (bytes)": lambda: json.dumps(payload.scenes(timeline.join(data, drawn.codes), drawn, said)),
        "scenes as sent (bytes)": lambda: _sent(payload.scenes(joined, drawn, said)),
        "geometry as sent (bytes)": lambda: _sent(payload.geometry(joined, drawn, said)),
    }
    return {name: _clocked(one) for name, one in work.items()}


def _sent(content: object) -> bytes:
    return assets.document("measured", content).packed


def _clocked(work: Callable[[], object]) -> tuple[float, int]:
    taken = []
    for _ in range(REPEATS):
        start = time.process_time()  # of this process alone: the machine may have other work
        made = work()
        taken.append((time.process_time() - start) * 1000)
    return statistics.median(taken), len(made)


def step(checkout: Path, size: tuple[int, int, int]) -> float:
    """Main-thread milliseconds of a step of the slider in an app of this size, less those of the page at rest."""
    for package in ("dashboard", ".streamlit"):
        shutil.copytree(ROOT / package, checkout / package, ignore=shutil.ignore_patterns("__pycache__"))
    for package in ("membership_data", "geodata"):
        ignored = shutil.ignore_patterns("__pycache__", "*.csv", "*.geojson")
        shutil.copytree(ROOT / package, checkout / package, ignore=ignored)
    alliance.build(checkout / "membership_data", *size)
    alliance.boundaries(checkout / "geodata" / "boundaries.geojson")
    shutil.copy(boundaries.DISPUTED_PATH, checkout / "geodata")
    with serve(str(checkout / "dashboard" / "app.py")) as app, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        opened = apps.opened(browser, "ours")
        opened.page.goto(app.url)
        opened.view.map.locator("[data-iso]").first.wait_for(state="attached", timeout=60_000)
        opened.rest(2000)
        found = [drag.steps(opened)["step"] for _ in range(REPEATS)]
        browser.close()
    return statistics.median(found)


def table(found: list[dict[str, tuple[float, int]]]) -> str:
    """The figures in Markdown: milliseconds at each size, and how they grew with the last doubling."""
    heads = [f"{states} states, {years} years, {events:,} events" for states, years, events in SIZES]
    lines = [f"| work (size of its result) | {' | '.join(heads)} | time, last doubling | result | time for a result |",
             f"|---|{'---:|' * (len(SIZES) + 3)}"]  # fmt: skip
    for name in found[0]:
        (before, less), (after, more) = found[-2][name], found[-1][name]
        cells = [f"{size[name][0]:,.0f} ms ({size[name][1]:,})" for size in found]
        grown = [f"× {after / before:.1f}", f"× {more / less:.1f}", f"× {after / before * less / more:.1f}"]
        lines.append(f"| {name} | {' | '.join((*cells, *grown))} |")
    return "\n".join(lines)


def run() -> Section:
    """Measures every size."""
    with tempfile.TemporaryDirectory() as folder:
        path = alliance.boundaries(Path(folder) / "boundaries.geojson")
        drawn = shapes.Shapes(boundaries.load(path))
        found = [measure(Path(folder) / str(size[-1]), drawn, size) for size in SIZES]
        sizes = list(dict.fromkeys(SIZES + CHANGING))
        steps = {size: step(Path(folder) / f"app-{size[0]}-{size[2]}", size) for size in sizes}
    head = ["", "| a step of a drag | changes a year | ms |", "|---|---:|---:|"]
    told = "\n".join([table(found), *head, *map(_step, steps.items())])
    return Section("Growth", MEANS, told, {"sizes": SIZES, "work": found, "step": list(steps.items())})


def _step(measured: tuple[tuple[int, int, int], float]) -> str:
    (states, years, events), milliseconds = measured
    return f"| {states} states, {years} years | {events / years:.0f} | {milliseconds:.2f} |"


def main() -> None:
    """Measures every size and prints the table."""
    print(run().tables)


if __name__ == "__main__":
    main()
