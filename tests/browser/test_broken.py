"""Data that cannot be trusted: one page that says all that is wrong, in the checker's words, and no map."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.dashboard import READY_MS, Dashboard
from tests.browser.server import serve
from tests.browser.watch import watched_page

EVENTS = "membership_data/membership_events.csv"
BROKEN = {
    "AZE,2019-09-12,status_proposed,,": "AZE,2019-09-12,status_proposed,frozen,",
    "Charter by law 56-FZ.,R07,": "Charter by law 56-FZ.,R07 R999,",
    "KAZ,1992-12-23,": "KAZ,1992-12-32,",
}
FOUND = [
    "date is '1992-12-32'; a date of the calendar",
    "source_ids is 'R999'",
    "AZE goes from former to frozen on 2019-09-12; frozen only after member",
]


@contextmanager
def opened(browser: Browser, checkout: Path) -> Iterator[Page]:
    """The page of the app in a checkout, watched; the app logs no traceback."""
    with serve(str(checkout / "dashboard" / "app.py")) as app, watched_page(browser, app.url) as page:
        page.goto(app.url)
        yield page


def replace(path: Path, old: str, new: str) -> int:
    """Replaces a text that is there once; returns the line it is on."""
    text = path.read_text(encoding="utf-8")
    before, after = text.split(old)
    path.write_text(before + new + after, encoding="utf-8")
    return before.count("\n") + 1


def expect_no_map(page: Page) -> None:
    expect(page.get_by_role("heading", name="The data cannot be shown")).to_be_visible(timeout=READY_MS)
    expect(page.locator("iframe")).to_have_count(0)
    expect(page.locator(".leaflet-container, .csto-foot, .csto-stops")).to_have_count(0)
    expect(page.get_by_text("Traceback")).to_have_count(0)


def test_broken_records_are_one_page_with_every_problem_and_its_line(browser: Browser, checkout: Path) -> None:
    lines = sorted(replace(checkout / EVENTS, old, new) for old, new in BROKEN.items())
    with opened(browser, checkout) as page:
        expect_no_map(page)
        said = page.get_by_test_id("stCode").inner_text().splitlines()
    assert len(said) == len(FOUND)
    for problem, line, found in zip(said, lines, FOUND, strict=True):
        assert problem.startswith(f"membership_events.csv:{line}: {found}")


def test_a_record_that_is_corrected_brings_the_map_back(browser: Browser, checkout: Path) -> None:
    replace(checkout / EVENTS, "KAZ,1992-12-23,", "KAZ,1992-12-32,")
    with opened(browser, checkout) as page:
        expect_no_map(page)
        replace(checkout / EVENTS, "KAZ,1992-12-32,", "KAZ,1992-12-23,")
        assert Dashboard(page, page.url.rstrip("/")).open().statuses()["KAZ"] == "member"


def test_a_missing_boundary_file_is_said_with_what_to_do(browser: Browser, checkout: Path) -> None:
    (checkout / "geodata" / "boundaries.geojson").unlink()
    with opened(browser, checkout) as page:
        expect_no_map(page)
        said = page.get_by_test_id("stCode")
        expect(said).to_contain_text("boundaries.geojson: no such file")
        expect(said).to_contain_text("rebuild it with `python -m geodata.build`")


def test_a_state_without_a_boundary_is_named(browser: Browser, checkout: Path) -> None:
    boundaries = checkout / "geodata" / "boundaries.geojson"
    replace(boundaries, '"code":"KGZ"', '"code":"QQQ"')
    with opened(browser, checkout) as page:
        expect_no_map(page)
        expect(page.get_by_test_id("stCode")).to_contain_text("no boundary for KGZ")
