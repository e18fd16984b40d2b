"""Records edited under open pages: what is right is picked up, what is broken is said, and the last good map stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.dashboard import Dashboard
from tests.browser.server import serve
from tests.browser.test_broken import EVENTS, replace
from tests.browser.watch import watched_page


@pytest.fixture
def edited(browser: Browser, checkout: Path) -> Iterator[Dashboard]:
    """The app of a checkout whose records a test edits."""
    with (
        serve(str(checkout / "dashboard" / "app.py")) as app,
        watched_page(browser, app.url, viewport={"width": 1440, "height": 900}) as page,
    ):
        yield Dashboard(page, app.url)


def commit(dashboard: Dashboard, year: int) -> None:
    """Chooses a year, which is when the app looks at its files."""
    dashboard.handle.drag(year)
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year={year}&country=KAZ")
    dashboard.settle()


def test_an_edit_is_picked_up_by_an_open_page_at_the_year_it_shows(edited: Dashboard, checkout: Path) -> None:
    edited.open("year=2012&country=KAZ")
    edited.settle()
    replace(checkout / EVENTS, "KAZ,1992-05-15,", "KAZ,1992-05-16,")
    edited.page.wait_for_timeout(1100)  # files are looked at once a second
    edited.handle.drag(1999)
    expect(edited.page.locator(".csto-story").get_by_text("16 May 1992")).to_be_visible(timeout=60_000)
    expect(edited.card(year=1999, country="KAZ")).to_be_visible()
    expect(edited.map).to_have_attribute("data-year", "1999")
    expect(edited.page).to_have_url(f"{edited.origin}/?year=1999&country=KAZ")
    edited.settle()
    edited.handle.drag(2003)
    expect(edited.card(year=2003, country="KAZ")).to_be_visible()


def test_an_edit_that_is_broken_is_said_while_the_map_stays_and_until_it_is_mended(
    edited: Dashboard, checkout: Path
) -> None:
    edited.open("year=2012&country=KAZ")
    line = replace(checkout / EVENTS, "KAZ,1992-12-23,", "KAZ,1992-12-32,")
    replace(checkout / EVENTS, "Charter by law 56-FZ.,R07,", "Charter by law 56-FZ.,R07 R999,")
    edited.page.wait_for_timeout(1100)
    commit(edited, 1999)
    note = edited.page.get_by_role("status").filter(has_text="The data has been changed")
    expect(note).to_contain_text(f"membership_events.csv:{line}: date is '1992-12-32'; a date of the calendar")
    note.get_by_text("1 more problem").click()
    expect(note.get_by_text("source_ids is 'R999'")).to_be_visible()
    expect(edited.card(year=1999, country="KAZ")).to_be_visible()
    assert edited.statuses()["KAZ"] == "member"
    edited.open("year=2003&country=UZB")  # a reader who comes now has the map as well
    expect(note).to_be_visible()
    assert edited.statuses()["UZB"] == "former"
    replace(checkout / EVENTS, "KAZ,1992-12-32,", "KAZ,1992-12-23,")
    replace(checkout / EVENTS, "Charter by law 56-FZ.,R07 R999,", "Charter by law 56-FZ.,R07,")
    edited.page.wait_for_timeout(1100)
    edited.open("year=2003&country=UZB")
    edited.settle()
    expect(note).to_have_count(0)


def test_an_embed_shows_the_last_good_map_and_no_note(edited: Dashboard, checkout: Path) -> None:
    edited.open("embed=true")
    replace(checkout / EVENTS, "KAZ,1992-12-23,", "KAZ,1992-12-32,")
    edited.page.wait_for_timeout(1100)
    edited.open("embed=true&year=1999")
    edited.settle()
    assert edited.year == 1999
    expect(edited.page.get_by_text("The data has been changed")).to_have_count(0)


def test_an_export_follows_the_records(edited: Dashboard, checkout: Path) -> None:
    def panel() -> str:
        return edited.page.request.get(f"{edited.origin}/csto/make/csv").text()

    assert "\n2019,AFG,observer" in panel()
    replace(checkout / EVENTS, "AFG,2013,observer_granted", "AFG,2020,observer_granted")
    edited.page.wait_for_timeout(1100)
    assert "\n2019,AFG,none" in panel()
