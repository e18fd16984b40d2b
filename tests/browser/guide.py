"""`python -m tests.browser.guide`: makes the pictures of the guide to showing the map, from the app and its exports."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from dashboard import view
from dashboard.atlas import load
from dashboard.exports import deck, grid, still
from tests import office
from tests.browser import chromium
from tests.browser.dashboard import Dashboard
from tests.browser.offline import Offline, write
from tests.browser.server import serve

FOLDER = Path("dashboard/exports/pictures")
WIDTH = 1000
"""Of the pictures, in pixels."""
ADDRESS = "https://your.server/"


def share(browser: Browser) -> Image.Image:
    """The app with the panel Share open."""
    with serve("dashboard/app.py") as server:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        dashboard = Dashboard(page, server.url).open("year=2012&country=UZB&page=share")
        page.locator(".csto-preview").evaluate("image => image.decode()")
        dashboard.settle()
        picture = page.screenshot()
        page.close()
    return Image.open(io.BytesIO(picture))


def presenter(browser: Browser) -> Image.Image:
    """The offline page in a talk."""
    with TemporaryDirectory() as folder:
        address = write(Path(folder)).as_uri()
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        Offline(page, address).open("year=2024&present=1")
        page.wait_for_timeout(500)  # the map's last frame
        picture = page.screenshot()
        page.close()
    return Image.open(io.BytesIO(picture))


def slide() -> Image.Image:
    """A slide, printed by LibreOffice."""
    atlas = load()
    shown = replace(view.default(atlas.timeline), year=1999)
    made = deck.single(atlas.timeline, atlas.shapes, atlas.words, shown, "light", ADDRESS)
    return pypdfium2.PdfDocument(office.pdf(made))[0].render(scale=2).to_pil()


def handout() -> Image.Image:
    """All changes on one page."""
    atlas = load()
    parts = (atlas.timeline, atlas.shapes, atlas.words)
    return Image.open(io.BytesIO(still.png(grid.plate(*parts, atlas.timeline.stops, "light", 1754, 1240, ADDRESS))))


def main() -> None:
    """Makes all pictures anew."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        pictures = {"share": share(browser), "presenter": presenter(browser), "slide": slide(), "grid": handout()}
        browser.close()
    for name, picture in pictures.items():
        smaller = picture.convert("RGB").resize((WIDTH, round(WIDTH * picture.height / picture.width)), Image.LANCZOS)
        smaller.quantize(128, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
