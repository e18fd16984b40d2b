"""The offline page as a reader meets it: opened from a file, with every network refused, or in a frame."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from dashboard import shapes, view
from dashboard.atlas import load
from dashboard.exports import html
from dashboard.view import View
from tests.browser.dashboard import READY_MS, Dashboard
from tests.browser.watch import watch

YEARS = """slider => {
  const shapes = [...document.querySelectorAll("[data-iso]")];
  const shown = {};
  for (let year = Number(slider.min); year <= Number(slider.max); year += 1) {
    slider.value = year;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    shown[year] = Object.fromEntries(shapes.map(({ dataset }) => [dataset.iso, dataset.status]));
  }
  return shown;
}"""


def write(folder: Path, shown: View | None = None, **options: str) -> Path:
    """Makes the page for a view and writes it to a folder of its own."""
    loaded = load()
    usual = view.default(loaded.timeline)
    page = html.build(loaded.timeline, loaded.shapes, loaded.words, shown or usual, **options)
    path = folder / "page.html"
    path.write_bytes(page)
    return path


@dataclass(frozen=True)
class Offline(Dashboard):
    """The page at `origin`, a file's or a server's address; `within` chooses the frame of `page` that it is in."""

    within: str = ""

    def open(self, query: str = "") -> Offline:
        """Goes to a view ("year=1999&country=KAZ") and waits for its map; returns itself."""
        self.page.goto(f"{self.origin}#{query}" if query else self.origin)
        return self.wait()

    def wait(self) -> Offline:
        """Waits for the map; returns itself."""
        self.map.locator("[data-iso]").first.wait_for(state="attached", timeout=READY_MS)
        return self

    @property
    def frame(self) -> Page | FrameLocator:
        return self.page.frame_locator(self.within) if self.within else self.page

    @property
    def address(self) -> str:
        """What stands behind # in the page's own address."""
        return self.map.evaluate("() => location.hash.slice(1)")

    def country(self, name: str) -> Locator:
        """The card of a country, or what is recorded of a year or day."""
        return self.frame.get_by_role("complementary", name=name, exact=True)

    def pixel(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a place (WGS84 degrees) is on the page while the whole map is shown, in CSS pixels."""
        x, y = shapes.point(lon, lat)
        west, south, east, north = shapes.frame_bounds()
        box = self.map.bounding_box()
        scale = min(box["width"] / (east - west), box["height"] / (north - south))
        return box["x"] + (x - west) * scale, box["y"] + (north - y) * scale

    def by_year(self) -> dict[int, dict[str, str]]:
        """Status by code for every year, as the slider is set to it."""
        return {int(year): statuses for year, statuses in self.slider.evaluate(YEARS).items()}


@contextmanager
def opened(browser: Browser, path: Path, **options: object) -> Iterator[Offline]:
    """The page from its file in a browser without a network; asserts that it asked for nothing and raised nothing."""
    problems: list[str] = []
    asked: list[str] = []
    context = browser.new_context(offline=True, service_workers="block", **options)
    try:
        watch(context, path.parent.as_uri(), problems)
        context.on("request", lambda request: asked.append(request.url.partition("#")[0]))
        yield Offline(context.new_page(), path.as_uri())
    finally:
        context.close()
    assert not problems, "the page is not clean:\n" + "\n".join(problems)
    assert set(asked) <= {path.as_uri()}, asked


def expect_year(page: Offline, year: int) -> None:
    """Waits until the map shows a year."""
    expect(page.map).to_have_attribute("data-year", str(year))
