"""What a drag costs: the year slider pulled through all years with the mouse button down, one year a move."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import CDPSession, Locator, Page

from tests.benchmarks.apps import App

PAUSE_MS = 20  # a little more than a frame, so that every year is painted
OF_THE_PAGE = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")
STEPS = Path(__file__).with_name("steps.js").read_text()
ROUNDS = 10
SLOWED = 4
SETTLE_MS = 300
WATCH = Path(__file__).with_name("frames.js").read_text()


def steps(app: App) -> dict[str, float]:
    """What a step costs in an app, as `step`."""
    return {"step": step(app.page, app.handle.slider)}


def throttled(app: App) -> dict[str, float]:
    """The same where the processor is slowed to a quarter, as on an old phone."""
    session = app.page.context.new_cdp_session(app.page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    try:
        return {"step4": step(app.page, app.handle.slider)}
    finally:
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        session.detach()


def step(page: Page, slider: Locator) -> float:
    """Main-thread milliseconds a year step, when steps come faster than frames: all that a step itself costs.

    The browser's task time, less that of the page at rest for as long. Every step sets the slider and sends its
    input event; what the browser then paints, it paints once.
    """
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    start = _metrics(session)
    count = slider.evaluate(STEPS, ROUNDS)
    page.wait_for_timeout(SETTLE_MS)
    moved = _metrics(session)
    page.wait_for_timeout((moved["Timestamp"] - start["Timestamp"]) * 1000)
    idle = _metrics(session)
    session.detach()
    return 1000 * (2 * moved["TaskDuration"] - start["TaskDuration"] - idle["TaskDuration"]) / count


def main_thread(app: App) -> dict[str, float]:
    """Milliseconds of main-thread work a year step, net of what the page does when idle for as long.

    `task` is everything. Moved by real input events, any page pays one or two of these milliseconds to the
    browser for hearing the mouse and showing a frame; `page` is the share of the page's own script, style and
    layout. A bare slider, dragged in the same way, is the baseline of both.
    """
    positions = _grasp(app)
    session = app.page.context.new_cdp_session(app.page)
    session.send("Performance.enable")
    start = _metrics(session)
    _pull(app, positions)
    moved = _metrics(session)
    app.page.wait_for_timeout((moved["Timestamp"] - start["Timestamp"]) * 1000)
    idle = _metrics(session)
    session.detach()
    app.page.mouse.up()
    app.rest()
    net = {name: 1000 * (2 * moved[name] - start[name] - idle[name]) / len(positions) for name in moved}
    return {"task": net["TaskDuration"], "page": sum(net[name] for name in OF_THE_PAGE)}


def unpainted(app: App, years: dict[int, dict[str, str]]) -> dict[str, float]:
    """Share of the steps not painted, year and statuses, in the frame after; and requests made on the way."""
    positions = _grasp(app)
    requests = app.traffic.requests + app.traffic.frames_sent
    app.view.map.evaluate(WATCH)
    _pull(app, positions)
    frames = app.view.map.evaluate("() => window.stopWatching()")
    requests = app.traffic.requests + app.traffic.frames_sent - requests
    app.page.mouse.up()
    app.rest()
    painted = sum(frame["shown"] == frame["asked"] and _right(frame, years) for frame in frames)
    return {"late": 100 * (1 - painted / len(positions)), "requests": requests}


def _right(frame: dict, years: dict[int, dict[str, str]]) -> bool:
    """Whether the map showed every state in the status of the year that was asked for."""
    return years[int(frame["asked"])].items() <= frame["statuses"].items()


def _grasp(app: App) -> list[tuple[float, float]]:
    """Presses the handle; the positions of every other year from there to 1992 or 2026, and back again."""
    handle = app.handle
    low, high = (int(handle.slider.get_attribute(name)) for name in ("min", "max"))
    years = [*range(handle.value - 1, low - 1, -1), *range(low + 1, high + 1)]
    positions = [handle.position(year) for year in years]
    handle.press()
    return positions


def _pull(app: App, positions: list[tuple[float, float]]) -> None:
    for position in positions:
        app.page.mouse.move(*position)
        app.page.wait_for_timeout(PAUSE_MS)


def _metrics(session: CDPSession) -> dict[str, float]:
    return {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
