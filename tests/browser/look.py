"""Pictures of the app for the eye: `python -m tests.browser.look FOLDER [--query "year=1999"]`."""

from __future__ import annotations

import argparse
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium
from tests.browser.dashboard import Dashboard
from tests.browser.server import serve

SIZES = ((1440, 900), (1280, 720), (390, 844))
SCHEMES = ("light", "dark")


def picture(browser: Browser, url: str, query: str, size: tuple[int, int], scheme: str, folder: Path) -> Path:
    """Writes what a reader with this window and colour scheme sees first; returns the PNG's path."""
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    view = Dashboard(page, url).open(query)
    if "controls=none" not in query:
        view.slider.wait_for()
    view.settle()
    path = folder / f"{width}x{height}-{scheme}.png"
    page.screenshot(path=path)
    page.close()
    return path


def main() -> None:
    """Starts the app and writes a picture for every size and colour scheme."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.look", description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--query", default="", help='the view, as in its address: "year=1999&country=KAZ"')
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with serve("dashboard/app.py") as app, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        for size, scheme in product(SIZES, SCHEMES):
            print(picture(browser, app.url, options.query, size, scheme, options.folder))
        browser.close()


if __name__ == "__main__":
    main()
