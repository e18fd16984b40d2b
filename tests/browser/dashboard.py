"""The dashboard as a reader meets it: what can be pressed, and what the page then says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import FrameLocator, Locator, Page

from dashboard import shapes
from tests.browser.drag import Handle

READY_MS = 30_000


@dataclass(frozen=True)
class Dashboard:
    """The app at `origin` (no slash at the end) in a page of the browser."""

    page: Page
    origin: str

    def open(self, query: str = "") -> Dashboard:
        """Goes to a view ("year=1999&country=KAZ") and waits for its map; returns itself."""
        self.page.goto(f"{self.origin}/?{query}" if query else f"{self.origin}/")
        self.map.locator("[data-iso]").first.wait_for(state="attached", timeout=READY_MS)
        return self

    def settle(self) -> None:
        """Waits until the server has nothing more to say about what was done."""
        self.page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()

    # The map

    @property
    def frame(self) -> FrameLocator:
        return self.page.frame_locator('iframe[title="streamlit_folium.st_folium"]')

    @property
    def map(self) -> Locator:
        return self.frame.locator(".leaflet-container[data-year]")

    @property
    def year(self) -> int:
        """The year the map shows now."""
        return int(self.map.get_attribute("data-year"))

    def state(self, name: str) -> Locator:
        """The shape of a state, by the name its accessible name begins with."""
        named = self.frame.get_by_role("button", name=re.compile(f"^{re.escape(name)}"))
        return named.and_(self.frame.locator("[data-iso]"))

    def statuses(self) -> dict[str, str]:
        """Status by ISO 3166-1 alpha-3 code, all read at one moment."""
        return self.map.evaluate(
            "map => Object.fromEntries("
            "[...map.querySelectorAll('[data-iso]')].map(shape => [shape.dataset.iso, shape.dataset.status]))"
        )

    # The controls

    @property
    def slider(self) -> Locator:
        return self.frame.get_by_role("slider", name="Year")

    @property
    def day_slider(self) -> Locator:
        return self.frame.get_by_role("slider", name="Day")

    @property
    def handle(self) -> Handle:
        """The year slider's handle, for the mouse."""
        return Handle(self.slider)

    @property
    def day_handle(self) -> Handle:
        """The day slider's handle, for the mouse; its values are counted from the first day."""
        return Handle(self.day_slider)

    def layer(self, name: str) -> Locator:
        """A button of the layer switch: "Membership", "Areas", "Operation 2022"."""
        return self.frame.get_by_role("group", name="Layer").get_by_role("button", name=name)

    @property
    def headline(self) -> Locator:
        """The sentence above the map."""
        return self.frame.locator(".headline")

    def type_day(self, text: str) -> None:
        """Clicks the year, types a year or a day, and presses Enter."""
        self.frame.locator("button.year").click()
        box = self.frame.get_by_role("textbox", name="Type a year or a day")
        box.fill(text)
        box.press("Enter")

    def pixel(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a place (WGS84 degrees) is on the page, in CSS pixels."""
        x, y = shapes.point(lon, lat)
        box = self.map.bounding_box()
        place = self.map.evaluate("(_, [x, y]) => window.map.latLngToContainerPoint([y, x])", [x, y])
        return box["x"] + place["x"], box["y"] + place["y"]

    def button(self, name: str) -> Locator:
        """A button of the timeline: "Play", "Pause", "Previous change", "Next change"."""
        return self.frame.get_by_role("button", name=name, exact=True)

    # The page around the map

    def card(self, *, year: int | None = None, country: str | None = None) -> Locator:
        """The card beside the map; with a year or a country (ISO code), only once it is written for that."""
        for_year = f'[data-shown-year="{year}"]' if year else ""
        for_country = f'[data-country="{country}"]' if country else ""
        return self.page.locator(f".csto-card{for_year}{for_country}")

    @property
    def url(self) -> str:
        """The page's address as the reader would copy it."""
        return self.page.url
