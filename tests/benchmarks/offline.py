"""The offline page: how long it takes to make and to open, and its drag beside Folium's own way through time.

The baseline is `folium.plugins.TimeSliderChoropleth` on the same boundaries, a colour for every state and year, with
its scripts from npm packages and no tiles. Both are opened from a file in the same browser, with no network.
"""

from __future__ import annotations

import gzip
import re
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import folium
from folium.plugins import TimeSliderChoropleth
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route

from dashboard import view
from dashboard.atlas import load
from dashboard.exports import html
from geodata import boundaries
from tests.benchmarks import conditions, drag, network, statuses
from tests.benchmarks.apps import VIEWPORT
from tests.benchmarks.report import Measure, Samples

ELSEWHERE = {
    "d3.v4.min.js": ("d3@4.13.0", "build/d3.min.js"),
    "moment.min.js": ("moment@2.18.1", "min/moment.min.js"),
}
"""Files that only the baseline links to, by their name: npm package and path."""
MEASURES = (
    Measure("Offline page: made, ms", "page made", limit=1000),
    Measure("Offline page: first map from a file, ms", "page first", limit=500),
    Measure("Offline page: ms a year step (TimeSliderChoropleth)", "page step", "choropleth step", ratio_limit=0.2),
    Measure("Offline page: KB gzipped (the same, with its scripts)", "page size", "choropleth size", ratio_limit=0.2),
)  # fmt: skip
EPOCH = 86_400
"""Seconds of a day: TimeSliderChoropleth wants a time for each step, and any will do."""


def measure(browser: Browser, repeats: int, samples: Samples) -> None:
    """Adds the samples of a run, ours and the baseline in turn."""
    complete = all(network.package(package) for package, _ in ELSEWHERE.values())
    if not complete:
        print("npm cannot be asked: nothing is compared with Folium's own slider", file=sys.stderr)
    with TemporaryDirectory() as folder:
        ours, usual = Path(folder, "page.html"), Path(folder, "choropleth.html")
        usual.write_bytes(choropleth())
        for _ in range(repeats):
            samples["page made"].append(_made(ours))
            samples["page first"].append(_first(browser, ours))
            samples["page step"].append(_step(browser, ours, "Year"))
            if complete:
                samples["choropleth step"].append(_step(browser, usual, ""))
        samples["page size"].append(len(gzip.compress(ours.read_bytes(), 9)) / 1000)
        if complete:
            samples["choropleth size"].append(_with_scripts(usual) / 1000)


def choropleth() -> bytes:
    """Folium's page with a slider over the same years, on the boundaries of our map."""
    years = statuses.by_year()
    shapes = boundaries.load()[["code", "geometry"]].to_crs("EPSG:4326").set_index("code", drop=False)
    colours = {
        code: {
            str(number * EPOCH): {"color": statuses.COLOURS[years[year].get(code, "none")], "opacity": 1}
            for number, year in enumerate(years)
        }
        for code in shapes.index
    }
    world = folium.Map(location=[50, 70], zoom_start=3, tiles=None)
    TimeSliderChoropleth(shapes.to_json(), styledict=colours, init_timestamp=-1).add_to(world)
    return world.get_root().render().encode()


def _made(path: Path) -> float:
    loaded = load()
    start = time.perf_counter()
    page = html.build(loaded.timeline, loaded.shapes, loaded.words, view.default(loaded.timeline))
    path.write_bytes(page)
    return (time.perf_counter() - start) * 1000


def _context(browser: Browser) -> BrowserContext:
    context = browser.new_context(viewport=VIEWPORT)
    context.add_init_script(path=Path(__file__).with_name("clock.js"))
    context.route(re.compile(r"^https://"), _answer)
    return context


def _answer(route: Route) -> None:
    found = _file(route.request.url)
    if found:
        route.fulfill(path=found)
    else:
        network.answer(route)


def _file(address: str) -> Path | None:
    """The file behind an address of the baseline, from its package."""
    package, path = ELSEWHERE.get(address.rsplit("/", 1)[-1], ("", ""))
    folder = network.package(package) if package else None
    return folder / path if folder else network.found(address)


def _first(browser: Browser, path: Path) -> float:
    """Milliseconds from the start of the navigation to the first frame with the slider and all states."""
    context = _context(browser)
    page = context.new_page()
    states = len(load().timeline.states)
    ready = conditions.drawn(".leaflet-container[data-year] [data-iso]", states).replace("mapDocument()", "document")
    page.add_init_script(f"window.arrival = painted(() => {ready});")
    page.goto(path.as_uri())
    milliseconds = page.evaluate("async () => await window.arrival - performance.timeOrigin")
    context.close()
    return milliseconds


def _step(browser: Browser, path: Path, name: str) -> float:
    """Main-thread milliseconds a year step, as tests/benchmarks/drag.py measures it."""
    context = _context(browser)
    page = context.new_page()
    page.goto(path.as_uri())
    slider = _slider(page, name)
    slider.wait_for()
    page.wait_for_timeout(1000)
    milliseconds = drag.step(page, slider)
    context.close()
    return milliseconds


def _slider(page: Page, name: str) -> Locator:
    return page.get_by_role("slider", name=name) if name else page.locator("input[type=range]")


def _with_scripts(path: Path) -> int:
    """Bytes of a page and of all that it links to, each gzipped."""
    page = path.read_text(encoding="utf-8")
    links = [part.split('"')[0] for part in page.split('"https://')[1:]]
    found = [_file(f"https://{link}") for link in links if link.endswith((".js", ".css"))]
    texts = [page.encode(), *(file.read_bytes() for file in found if file)]
    return sum(len(gzip.compress(text, 9)) for text in texts)
