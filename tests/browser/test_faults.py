"""What fails while the map is on screen: the map goes on, what is missing is said, and it comes back by itself."""

from __future__ import annotations

import re
import resource
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, WebSocketRoute, expect

from tests.browser.dashboard import READY_MS, Dashboard
from tests.browser.server import Server, serve

APP = "dashboard/app.py"
VIEWPORT = {"width": 1440, "height": 900}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader whose console may tell of lost connections; no error is raised on any page all the same."""
    raised: list[str] = []
    context = browser.new_context(viewport=VIEWPORT)
    context.on("weberror", lambda error: raised.append(str(error.error)))
    yield context
    context.close()
    assert not raised


@pytest.fixture
def reader(context: BrowserContext) -> Page:
    return context.new_page()


def lost(page: Page) -> Locator:
    """The line that says that there is no connection."""
    return page.get_by_role("status").filter(has_text="No connection to the app. The map goes on")


def mark(dashboard: Dashboard) -> None:
    dashboard.map.evaluate("() => { window.here = 'since the first view'; }")


def expect_same_mount(dashboard: Dashboard) -> None:
    assert dashboard.map.evaluate("() => window.here") == "since the first view", "the map was mounted again"


def expect_panels(dashboard: Dashboard, year: int, country: str) -> None:
    """Card, map and address are at one year and country; the connection is there."""
    expect(dashboard.card(year=year, country=country)).to_be_visible(timeout=READY_MS)
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year={year}&country={country}")
    expect(lost(dashboard.page)).to_have_count(0)
    dashboard.settle()
    assert dashboard.year == year


# The app stops


def test_the_map_goes_on_without_its_app_and_the_panels_follow_once_it_is_back(reader: Page) -> None:
    with serve(APP) as first:
        dashboard = Dashboard(reader, first.url).open("year=2012&country=KAZ")
        dashboard.settle()
        mark(dashboard)
        first.stop()
        expect(lost(reader)).to_be_visible(timeout=READY_MS)
        dashboard.handle.drag(1999)
        assert dashboard.statuses()["UZB"] == "former"
        dashboard.button("Next change").click()
        assert dashboard.year == 2002
        dashboard.state("Armenia").click(force=True)
        expect(reader.get_by_role("dialog")).to_have_count(0)
        expect(dashboard.card(year=2012, country="KAZ")).to_be_visible()
    with serve(APP, port=int(first.url.rpartition(":")[2])):
        expect_panels(dashboard, 2002, "ARM")
        expect_same_mount(dashboard)
        dashboard.handle.drag(2020)
        expect_panels(dashboard, 2020, "ARM")


def test_the_operation_s_day_comes_back_too_and_what_is_not_the_map_s_stays_in_the_address(reader: Page) -> None:
    with serve(APP) as first:
        dashboard = Dashboard(reader, first.url).open("year=2012&other=kept")
        dashboard.settle()
        first.stop()
        expect(lost(reader)).to_be_visible(timeout=READY_MS)
        dashboard.layer("Operation 2022").click()
        dashboard.day_slider.press("ArrowRight")
    with serve(APP, port=int(first.url.rpartition(":")[2])):
        day = dashboard.map.get_attribute("data-day")
        expect(reader.locator(".csto-top")).to_be_visible()
        expect(lost(reader)).to_have_count(0, timeout=READY_MS)
        dashboard.settle()
        address = parse_qs(urlsplit(reader.url).query)
        assert {"other": ["kept"], "day": [day], "layer": ["operation"]}.items() <= address.items()
        assert dashboard.map.get_attribute("data-day") == day


def test_a_browser_that_slept_while_its_session_ended_goes_on_where_it_was(reader: Page) -> None:
    with serve(APP) as first:
        dashboard = Dashboard(reader, first.url).open("year=2012&country=UZB")
        dashboard.settle()
        cdp = reader.context.new_cdp_session(reader)
        cdp.send("Page.setWebLifecycleState", {"state": "frozen"})
        first.stop()
    # A session that the app has forgotten is what an hour of sleep and a new process have in common.
    with serve(APP, port=int(first.url.rpartition(":")[2])):
        cdp.send("Page.setWebLifecycleState", {"state": "active"})
        dashboard.handle.drag(2003)
        expect_panels(dashboard, 2003, "UZB")


# The connection


class Wire:
    """The websockets of a page, which a test can cut."""

    def __init__(self, page: Page) -> None:
        self.open: list[WebSocketRoute] = []
        page.route_web_socket("**/_stcore/stream", self._connect)

    def _connect(self, socket_: WebSocketRoute) -> None:
        socket_.connect_to_server()
        self.open.append(socket_)

    def cut(self) -> None:
        """Closes all that are open."""
        while self.open:
            self.open.pop().close(code=1001, reason="cut")


def test_a_connection_cut_in_the_middle_of_a_drag_costs_nothing(reader: Page, app: Server) -> None:
    wire = Wire(reader)
    dashboard = Dashboard(reader, app.url).open("year=2012&country=KAZ")
    dashboard.settle()
    mark(dashboard)
    dashboard.handle.press()
    dashboard.handle.move(2000)
    wire.cut()
    dashboard.handle.move(1999)
    assert dashboard.statuses()["GEO"] == "former"
    dashboard.handle.release()
    expect_panels(dashboard, 1999, "KAZ")
    assert wire.open, "the page has connected again"
    expect_same_mount(dashboard)


def test_a_slow_network_delays_the_first_map_and_no_step_of_a_drag(reader: Page, app: Server) -> None:
    slow = {"offline": False, "latency": 300, "downloadThroughput": 400_000, "uploadThroughput": 100_000}
    cdp = reader.context.new_cdp_session(reader)
    cdp.send("Network.emulateNetworkConditions", slow)
    reader.set_default_timeout(2 * READY_MS)
    reader.goto(f"{app.url}/?year=2012&country=KAZ")
    dashboard = Dashboard(reader, app.url)
    dashboard.map.locator("[data-iso]").first.wait_for(state="attached", timeout=2 * READY_MS)
    dashboard.handle.press()
    dashboard.handle.move(1999)
    assert dashboard.statuses()["UZB"] == "former"
    dashboard.handle.release()
    expect_panels(dashboard, 1999, "KAZ")


def test_two_tabs_know_nothing_of_each_other(context: BrowserContext, app: Server) -> None:
    one, other = (Dashboard(context.new_page(), app.url) for _ in range(2))
    one.open("year=2012&country=KAZ")
    other.open("year=1999&country=UZB")
    one.handle.drag(2003)
    expect_panels(one, 2003, "KAZ")
    expect_panels(other, 1999, "UZB")
    other.handle.drag(2013)
    expect_panels(other, 2013, "UZB")
    expect_panels(one, 2003, "KAZ")


# No connection at all


def test_where_no_websocket_gets_through_the_page_says_so_and_what_needs_none(reader: Page, app: Server) -> None:
    reader.route_web_socket("**/*", lambda socket_: socket_.close())
    reader.goto(f"{app.url}/?year=2012&country=UZB")
    box = reader.get_by_role("alert").filter(has_text="This page does not reach its app")
    expect(box).to_contain_text("such as a proxy, lets no websocket through", timeout=READY_MS)
    file = box.get_by_role("link", name="the whole map as one file")
    expect(file).to_have_attribute("href", "csto/page.html#year=2012&country=UZB")
    assert reader.request.get(f"{app.url}/csto/page.html").headers["content-type"].startswith("text/html")
    address = box.get_by_role("link", name="a picture of this view").get_attribute("href")
    answer = reader.request.get(f"{app.url}/{address}")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/png")


def test_a_page_that_comes_to_life_late_takes_back_what_it_said(reader: Page, app: Server) -> None:
    through = False

    def pass_later(socket_: WebSocketRoute) -> None:
        if through:
            socket_.connect_to_server()
        else:
            socket_.close()

    reader.route_web_socket("**/_stcore/stream", pass_later)
    reader.goto(f"{app.url}/?year=2012")
    box = reader.get_by_role("alert").filter(has_text="This page does not reach its app")
    expect(box).to_be_visible(timeout=READY_MS)
    through = True
    expect(Dashboard(reader, app.url).map).to_have_attribute("data-year", "2012", timeout=2 * READY_MS)
    expect(box).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("year=2012", "On 31 December 2012. On 19 December the membership of Uzbekistan was suspended. 6 members."),
        ("year=<script>&country=%22%3E%3Cimg%20src=x%3E", "On 17 May 2026"),
    ],
)
def test_without_javascript_there_are_a_sentence_and_a_picture(
    browser: Browser, app: Server, query: str, said: str
) -> None:
    context = browser.new_context(viewport=VIEWPORT, java_script_enabled=False)
    page = context.new_page()
    with page.expect_response("**/csto/make/png**", timeout=2 * READY_MS) as found:
        page.goto(f"{app.url}/?{query}")
    assert (found.value.status, found.value.headers["content-type"]) == (200, "image/png")
    assert page.title() == "CSTO through time"
    still = page.locator("noscript .csto-still")  # found by its place: no role or text of a noscript is looked at
    expect(still).to_be_visible()
    expect(still).to_contain_text("The map moves with JavaScript, which this browser does not run.")
    expect(still.locator("img")).to_have_attribute("alt", re.compile(f"^{re.escape(said)}"))
    context.close()


# The machine


def little_disk() -> None:
    """Lets the app write no more than 64 KB into a file, as on a disk that is full but for that."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (64_000, 64_000))


def test_a_full_disk_takes_nothing_from_a_reader(reader: Page) -> None:
    with serve(APP, limits=little_disk) as app:
        dashboard = Dashboard(reader, app.url).open("year=2012&country=KAZ")
        dashboard.handle.drag(1999)
        expect_panels(dashboard, 1999, "KAZ")
        for kind, start in {"png": b"\x89PNG", "pptx": b"PK", "pdf": b"%PDF"}.items():
            answer = reader.request.get(f"{app.url}/csto/make/{kind}?year=1999", timeout=2 * READY_MS)
            assert answer.body().startswith(start)


def few_handles() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (96, 96))


def test_out_of_file_handles_an_open_page_goes_on_and_the_app_recovers(reader: Page, context: BrowserContext) -> None:
    with serve(APP, limits=few_handles, quiet=False) as app, ExitStack() as held:
        port = int(app.url.rpartition(":")[2])
        dashboard = Dashboard(reader, app.url).open("year=2012&country=KAZ")
        dashboard.settle()
        for _ in range(120):
            held.enter_context(socket.create_connection(("127.0.0.1", port)))
        while len(list(Path(f"/proc/{app.process.pid}/fd").iterdir())) < 90:
            reader.wait_for_timeout(50)
        dashboard.handle.drag(1999)
        expect_panels(dashboard, 1999, "KAZ")
        assert not app.is_healthy(), "no new reader gets in"
        held.close()
        newcomer = Dashboard(context.new_page(), app.url).open("year=2003&country=UZB")
        expect_panels(newcomer, 2003, "UZB")
        assert "Too many open files" in app.log()
