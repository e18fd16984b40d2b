"""The apps that are measured, each served by itself and opened in a page of one browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, WebSocket

from tests.benchmarks import network
from tests.browser.dashboard import Dashboard
from tests.browser.drag import Handle
from tests.browser.server import ROOT, serve

SCRIPTS = {
    "ours": "dashboard/app.py",
    "usual": "tests/benchmarks/usual.py",
    "floor": "tests/benchmarks/floor.py",
}
AS_IT_COMES = {"STREAMLIT_SERVER_FILE_WATCHER_TYPE": "auto", "STREAMLIT_GLOBAL_MIN_CACHED_MESSAGE_SIZE": "10000"}
"""Streamlit's own settings for the usual way, where ours are set for speed; the floor keeps ours, to be the lower."""
BARE = '<input type="range" aria-label="Year" min="1992" max="2026" value="2026" style="width: 60rem">'
VIEWPORT = {"width": 1440, "height": 900}


@contextmanager
def served() -> Iterator[dict[str, str]]:
    """Runs all three apps while the block lasts; their addresses by name."""
    # `streamlit run` puts a script's own folder on the path; the baselines import from the top.
    path = {"PYTHONPATH": str(ROOT)}
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(serve(script, **path, **(AS_IT_COMES if name == "usual" else {}))).url
            for name, script in SCRIPTS.items()
        }


@dataclass
class Traffic:
    """What a page has asked for and what its websockets have carried, in bytes before any compression."""

    requests: int = 0
    frames_sent: int = 0
    frame_bytes: int = 0

    def follow(self, page: Page) -> None:
        """Counts from now on."""
        page.on("request", self._count_request)
        page.on("websocket", self._follow_socket)

    def _count_request(self, _request: object) -> None:
        self.requests += 1

    def _follow_socket(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: self._count_frame(payload, 0))
        socket.on("framesent", lambda payload: self._count_frame(payload, 1))

    def _count_frame(self, payload: str | bytes, sent: int) -> None:
        self.frames_sent += sent
        self.frame_bytes += len(payload if isinstance(payload, bytes) else payload.encode())


@dataclass
class App:
    """An app in a page of its own."""

    name: str
    page: Page
    traffic: Traffic = field(default_factory=Traffic)

    @property
    def view(self) -> Dashboard:
        """Our app's map and controls."""
        return Dashboard(self.page, "")

    @property
    def handle(self) -> Handle:
        """The handle of the year slider."""
        if self.name == "ours":
            return self.view.handle
        slider = self.page.get_by_role("slider", name="Year")
        if self.name == "bare":
            return Handle(slider)
        track = self.page.locator('[data-testid="stSlider"] [role="group"] > [data-orientation]')
        return Handle(slider, track)

    def milliseconds_from_release(self, condition: str) -> float:
        """Lets go of the mouse and waits; time from there to the first frame in which the condition holds."""
        self.page.evaluate(f"() => {{ window.arrival = painted(() => {condition}); }}")
        self.page.mouse.up()
        return self.page.evaluate("async () => await window.arrival - window.releasedAt")

    def rest(self, milliseconds: float = 500) -> None:
        """Lets everything that was set off come to its end."""
        self.page.wait_for_timeout(milliseconds)


def opened(browser: Browser, name: str) -> App:
    """An empty page with a cache of its own, in which an app is to be opened."""
    context = browser.new_context(viewport=VIEWPORT)
    context.add_init_script(path=Path(__file__).with_name("clock.js"))
    context.route(re.compile(r"^https://"), network.answer)
    app = App(name, context.new_page())
    app.traffic.follow(app.page)
    return app
