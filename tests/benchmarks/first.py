"""How long a reader waits for the first map that can be used, with an empty cache."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.benchmarks.apps import opened


def usable(browser: Browser, name: str, url: str, condition: str) -> float:
    """Milliseconds from the start of the navigation to the first frame in which the condition holds."""
    app = opened(browser, name)
    app.page.add_init_script(f"if (window === top) window.arrival = painted(() => {condition});")
    app.page.goto(url)
    milliseconds = app.page.evaluate("async () => await window.arrival - performance.timeOrigin")
    app.page.context.close()
    return milliseconds
