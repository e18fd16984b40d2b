"""A phone by touch, a projector, a page at twice its size: nothing is lost, nothing covers what matters."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.dashboard import Dashboard
from tests.browser.wait import until

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
TWICE = [{"viewport": {"width": width, "height": height}} for width, height in ((720, 450), (640, 360))]
SIZES = [{"viewport": {"width": width, "height": height}} for width, height in ((1024, 768), (3840, 2160))]

on_a_phone = pytest.mark.parametrize("viewer", [PHONE])


def bottom(element: Locator) -> float:
    box = element.bounding_box()
    return box["y"] + box["height"]


# A phone


@on_a_phone
def test_map_and_timeline_fill_the_first_screen(dashboard: Dashboard) -> None:
    dashboard.open("year=2012")
    dashboard.settle()
    assert dashboard.map.bounding_box()["y"] < 250
    assert 700 < bottom(dashboard.slider) <= 844
    assert dashboard.page.evaluate("() => document.documentElement.scrollWidth") <= 390


@on_a_phone
def test_the_lens_covers_no_state(dashboard: Dashboard) -> None:
    dashboard.open()
    dashboard.settle()
    states = dashboard.frame.locator("path[data-iso]").all()
    assert len(states) == 11
    assert dashboard.frame.locator(".lens").bounding_box()["y"] >= max(bottom(state) for state in states)


@on_a_phone
def test_the_card_is_a_sheet_from_below_that_leaves_map_and_timeline(dashboard: Dashboard) -> None:
    dashboard.open("year=2024")
    dashboard.page.touchscreen.tap(*dashboard.pixel(67.0, 49.5))
    expect(dashboard.card(country="KAZ")).to_be_visible()
    sheet = dashboard.page.locator('[data-testid="stLayoutWrapper"]', has=dashboard.card()).last.bounding_box()
    assert sheet["y"] > bottom(dashboard.state("Kazakhstan"))
    assert sheet["y"] + sheet["height"] <= dashboard.frame.locator(".band").bounding_box()["y"] + 1
    dashboard.page.touchscreen.tap(*dashboard.handle.position(2000))
    expect(dashboard.card(country="KAZ", year=2000)).to_be_visible()
    dashboard.page.get_by_role("link", name="All changes").tap()
    expect(dashboard.card()).to_have_count(0)


def pull(dashboard: Dashboard, *ways: tuple[float, float]) -> None:
    """Puts a finger for each way on the middle of the map, moves each by 20 steps of it, and lifts them."""
    box = dashboard.map.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = dashboard.page.context.new_cdp_session(dashboard.page)
    for step in range(21):
        at = [(x + (10 + step) * right, y + step * down) for right, down in ways]
        points = [{"x": right, "y": down, "id": number} for number, (right, down) in enumerate(at)]
        session.send("Input.dispatchTouchEvent", {"type": "touchMove" if step else "touchStart", "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@on_a_phone
def test_one_finger_scrolls_the_page_and_two_move_the_map(dashboard: Dashboard) -> None:
    dashboard.open("year=2012")
    dashboard.settle()
    view = "() => [window.map.getZoom(), window.map.getCenter().lat, window.map.getCenter().lng]"
    before = dashboard.map.evaluate(view)
    page = dashboard.page.get_by_test_id("stMain")
    for _ in range(4):  # a browser without a screen may let its first touch go by
        pull(dashboard, (0, -8))
        if page.evaluate("page => new Promise((tell) => setTimeout(() => tell(page.scrollTop), 300))") > 50:
            break
    assert page.evaluate("page => page.scrollTop") > 50
    assert dashboard.map.evaluate(view) == before
    page.evaluate("page => (page.scrollTop = 0)")
    pull(dashboard, (-6, 0), (6, 0))
    until(dashboard.map, f"window.map.getZoom() > {before[0]} + 0.5")


# A page at twice its size


@pytest.mark.parametrize("viewer", TWICE)
@pytest.mark.parametrize("query", ["country=ARM", "layer=operation", "page=timeline", "page=disagreements"])
def test_at_twice_the_size_nothing_is_lost(dashboard: Dashboard, query: str) -> None:
    dashboard.open(query)
    dashboard.settle()
    width = dashboard.page.viewport_size["width"]
    assert dashboard.page.evaluate("() => document.documentElement.scrollWidth") <= width
    wanted = [*dashboard.page.get_by_role("navigation", name="Pages").get_by_role("link").all()]
    if "page=" not in query:
        buttons = [dashboard.button(name) for name in ("Play", "Next change", "Whole map", "Names", "Table")]
        slider = dashboard.day_slider if "operation" in query else dashboard.slider
        wanted += [dashboard.headline, *buttons, slider, dashboard.frame.locator(".legend")]
    wanted.append(dashboard.page.locator(".csto-foot summary").last)
    for element in wanted:
        element.evaluate("element => element.scrollIntoView({ block: 'center' })")
        box = element.bounding_box()
        assert box["x"] >= 0
        assert 0 <= box["y"] < dashboard.page.viewport_size["height"]


# Other screens


@pytest.mark.parametrize("viewer", SIZES)
def test_on_small_and_on_large_screens_everything_fits(dashboard: Dashboard) -> None:
    dashboard.open("year=2024&country=ARM")
    dashboard.settle()
    size = dashboard.page.viewport_size
    assert dashboard.page.get_by_test_id("stMain").evaluate("page => page.scrollHeight - page.clientHeight") <= 1
    assert bottom(dashboard.slider) <= size["height"]
    assert dashboard.map.bounding_box()["width"] > size["width"] / 2
    expect(dashboard.card(country="ARM")).to_be_in_viewport()
