"""Waiting for what no locator can say."""

from __future__ import annotations

from playwright.sync_api import Locator


def until(element: Locator, condition: str) -> None:
    """Waits until a JavaScript expression about the map, named `map`, holds."""
    element.evaluate(f"""map => new Promise((tell, fail) => {{
        const late = performance.now() + 10000;
        const look = () => {condition} ? tell() : performance.now() > late ? fail("not in time") : setTimeout(look, 20);
        look();
    }})""")
