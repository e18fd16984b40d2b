"""The app, started once, and a fresh watched page for every test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium
from tests.browser.dashboard import Dashboard
from tests.browser.server import ROOT, Server, serve
from tests.browser.watch import watched_page


@pytest.fixture(scope="session")
def app() -> Iterator[Server]:
    with serve("dashboard/app.py") as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def viewer() -> dict[str, object]:
    """What the reader has, as options of Browser.new_context: a test parametrises it (color_scheme ...)."""
    return {"viewport": {"width": 1440, "height": 900}}


@pytest.fixture
def page(browser: Browser, app: Server, viewer: dict[str, object]) -> Iterator[Page]:
    with watched_page(browser, app.url, **viewer) as page:
        yield page


@pytest.fixture
def dashboard(page: Page, app: Server) -> Dashboard:
    return Dashboard(page, app.url)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of all that the app is made of."""
    for package in ("dashboard", "geodata", "membership_data"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path
