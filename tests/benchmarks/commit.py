"""What happens when the reader lets go: the time to the card or the new year, and the bytes it takes."""

from __future__ import annotations

from tests.benchmarks import conditions
from tests.benchmarks.apps import App


def release(app: App, year: int, condition: str) -> dict[str, float]:
    """Drags the handle to a year and lets go.

    `release` is the time until the condition holds, in milliseconds, `bytes` what the websockets carried.
    """
    app.page.bring_to_front()
    before = app.traffic.frame_bytes
    app.handle.press()
    app.handle.move(year)
    milliseconds = app.milliseconds_from_release(condition)
    app.rest()
    return {"release": milliseconds, "bytes": app.traffic.frame_bytes - before}


def click(app: App, name: str, iso_a3: str) -> float:
    """Clicks a state: milliseconds until the card is its own."""
    app.page.bring_to_front()
    app.view.state(name).hover()
    app.page.mouse.down()
    milliseconds = app.milliseconds_from_release(conditions.card("country", iso_a3))
    app.rest()
    return milliseconds
