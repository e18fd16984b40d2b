"""How long a reader waits for the first map that can be used: with an empty cache, and coming back."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.benchmarks.apps import App, opened

ARRIVED = "async () => await window.arrival - performance.timeOrigin"


def usable(browser: Browser, name: str, url: str, condition: str) -> dict[str, float]:
    """Milliseconds from the start of a navigation to the first frame in which the condition holds, twice."""
    app = opened(browser, name)
    app.page.add_init_script(f"if (window === top) window.arrival = painted(() => {condition});")
    found = {"first": _opened(app, url), "again": _opened(app, url)}
    app.page.context.close()
    return found


def _opened(app: App, url: str) -> float:
    app.page.goto(url)
    milliseconds = app.page.evaluate(ARRIVED)
    app.page.goto("about:blank")
    return milliseconds
