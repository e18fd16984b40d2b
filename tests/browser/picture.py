"""`python -m tests.browser.picture`: makes the picture of the README from the running app."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import chromium
from tests.browser.dashboard import Dashboard
from tests.browser.server import serve

PICTURE = Path("dashboard/picture.png")
QUERY = "year=2012&country=UZB"


def main() -> None:
    """Opens the view and writes it as a PNG file."""
    with serve("dashboard/app.py") as server, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        dashboard = Dashboard(page, server.url).open(QUERY)
        dashboard.card(year=2012, country="UZB").wait_for()
        dashboard.settle()
        page.wait_for_timeout(500)  # the map's last frame
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
