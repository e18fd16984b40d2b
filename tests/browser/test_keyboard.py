"""The map without a mouse: one tab stop, arrows among the states, the card and back; no dragging, less motion."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import offline
from tests.browser.dashboard import Dashboard
from tests.browser.wait import until

FOCUSED = "() => document.activeElement?.dataset.iso ?? document.activeElement?.tagName"


IN_VIEW = """(() => {
    const [shape, stage] = [map.querySelector('[data-iso="SRB"]'), map].map((one) => one.getBoundingClientRect());
    const [x, y] = [shape.left + shape.width / 2, shape.top + shape.height / 2];
    return x > stage.left && x < stage.right && y > stage.top && y < stage.bottom;
})()"""


def enter(dashboard: Dashboard, name: str) -> None:
    """Puts the focus on a state."""
    dashboard.state(name).focus()
    expect(dashboard.state(name)).to_be_focused()


def tab_to(page: Page, wanted: Locator, most: int = 40) -> int:
    """Presses Tab until the element has the focus; returns how often."""
    for presses in range(1, most + 1):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return presses
    raise AssertionError(f"{most} presses of Tab do not reach it")


def focused(dashboard: Dashboard) -> str:
    """Code of the state in focus, or what else has it in the map's document."""
    return dashboard.map.evaluate(FOCUSED)


# Among the states


def test_the_map_is_one_tab_stop(dashboard: Dashboard) -> None:
    dashboard.open()
    first = dashboard.frame.locator('[data-iso][tabindex="0"]')
    tab_to(dashboard.page, first)
    dashboard.page.keyboard.press("Tab")
    assert focused(dashboard) not in dashboard.statuses()
    dashboard.page.keyboard.press("Shift+Tab")
    expect(first).to_be_focused()


@pytest.mark.parametrize(
    ("start", "keys", "end"),
    [
        ("Kazakhstan", ["ArrowUp"], "RUS"),
        ("Kazakhstan", ["ArrowDown"], "TJK"),
        ("Kazakhstan", ["ArrowLeft"], "UZB"),
        ("Georgia", ["ArrowDown"], "ARM"),
        ("Armenia", ["ArrowRight"], "AZE"),
        ("Belarus", ["ArrowUp"], "BLR"),
        ("Kazakhstan", ["Home"], "SRB"),
        ("Kazakhstan", ["End"], "RUS"),
        ("Kazakhstan", ["t"], "TJK"),
        ("Serbia", ["a", "a", "a"], "AZE"),
        ("Serbia", ["k", "k", "k"], "KAZ"),
        ("Serbia", ["q"], "SRB"),
    ],
)
def test_keys_go_to_a_state_by_place_and_by_name(dashboard: Dashboard, start: str, keys: list[str], end: str) -> None:
    dashboard.open()
    enter(dashboard, start)
    for key in keys:
        dashboard.page.keyboard.press(key)
    assert focused(dashboard) == end
    expect(dashboard.frame.locator('[data-iso][tabindex="0"]')).to_have_attribute("data-iso", end)
    expect(dashboard.frame.locator('[data-iso][tabindex="0"]')).to_have_count(1)


def test_every_state_can_be_reached_with_arrows_alone(dashboard: Dashboard) -> None:
    dashboard.open()
    reached, waiting = set(), ["SRB"]
    while waiting:
        start = waiting.pop()
        reached.add(start)
        for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
            dashboard.frame.locator(f'[data-iso="{start}"]').focus()
            dashboard.page.keyboard.press(key)
            end = focused(dashboard)
            if end not in reached and end not in waiting:
                waiting.append(end)
    assert reached == set(dashboard.statuses())


def test_in_a_talk_letters_are_the_speakers(dashboard: Dashboard) -> None:
    dashboard.open("present=1")
    enter(dashboard, "Serbia")
    dashboard.page.keyboard.press("t")
    assert focused(dashboard) == "SRB"
    dashboard.page.keyboard.press("ArrowDown")
    assert focused(dashboard) == "GEO"


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_state_is_chosen_with_a_key_and_keeps_the_focus(dashboard: Dashboard, key: str) -> None:
    dashboard.open()
    enter(dashboard, "Georgia")
    dashboard.page.keyboard.press(key)
    expect(dashboard.card(country="GEO")).to_be_visible()
    expect(dashboard.state("Georgia")).to_be_focused()
    expect(dashboard.state("Georgia")).to_have_attribute("aria-pressed", "true")


def test_the_focus_is_a_path_of_its_own_on_the_map_and_in_the_lens(dashboard: Dashboard) -> None:
    dashboard.open()
    order = "all => all.map(shape => shape.dataset.iso)"
    before = dashboard.frame.locator("path[data-iso]").evaluate_all(order)
    enter(dashboard, "Georgia")
    dashboard.page.keyboard.press("ArrowDown")
    on_map = dashboard.frame.locator(".leaflet-pane path.focus.core")
    assert on_map.get_attribute("d").startswith("M")
    expect(dashboard.frame.locator(".lens path.focus.core:visible")).to_have_count(1)
    assert dashboard.frame.locator("path[data-iso]").evaluate_all(order) == before
    dashboard.slider.focus()
    assert not on_map.get_attribute("d").startswith("M0 0L")
    expect(dashboard.frame.locator(".lens path.focus:visible")).to_have_count(0)


def test_a_click_draws_no_ring_of_focus(dashboard: Dashboard) -> None:
    dashboard.open()
    dashboard.page.mouse.click(*dashboard.pixel(67.0, 49.5))
    expect(dashboard.card(country="KAZ")).to_be_visible()
    expect(dashboard.frame.locator(".help")).to_be_hidden()
    expect(dashboard.frame.locator("path.focus")).to_have_count(0)


def test_a_state_that_lies_outside_the_view_is_brought_into_it(dashboard: Dashboard) -> None:
    dashboard.open()
    for _ in range(6):
        dashboard.frame.get_by_role("button", name="Zoom in").click()
        until(dashboard.map, "!map.querySelector('.leaflet-zoom-anim')")
    enter(dashboard, "Kazakhstan")
    dashboard.page.keyboard.press("Home")
    expect(dashboard.state("Serbia")).to_be_focused()
    until(dashboard.map, IN_VIEW)


# To the card and back


def test_f6_goes_to_the_card_and_back(dashboard: Dashboard) -> None:
    dashboard.open()
    enter(dashboard, "Armenia")
    dashboard.page.keyboard.press("F6")
    expect(dashboard.state("Armenia")).to_be_focused()
    dashboard.page.keyboard.press("Enter")
    expect(dashboard.card(country="ARM")).to_be_visible()
    dashboard.page.keyboard.press("F6")
    expect(dashboard.card(country="ARM")).to_be_focused()
    dashboard.page.keyboard.press("Tab")
    dashboard.page.keyboard.press("F6")
    expect(dashboard.state("Armenia")).to_be_focused()


def test_a_button_after_the_map_leads_to_the_card_and_a_link_in_it_back(dashboard: Dashboard) -> None:
    dashboard.open("country=ARM")
    dashboard.card(country="ARM").wait_for()
    enter(dashboard, "Armenia")
    dashboard.page.keyboard.press("Tab")
    button = dashboard.frame.get_by_role("button", name="To the card: Armenia")
    expect(button).to_be_focused()
    dashboard.page.keyboard.press("Enter")
    expect(dashboard.card(country="ARM")).to_be_focused()
    link = dashboard.page.get_by_role("link", name="To the map")
    link.focus()
    dashboard.page.keyboard.press("Enter")
    expect(dashboard.state("Armenia")).to_be_focused()
    assert "#" not in dashboard.url


def test_escape_in_the_card_closes_it_and_goes_back_to_its_state(dashboard: Dashboard) -> None:
    dashboard.open("country=ARM")
    dashboard.card(country="ARM").wait_for()
    enter(dashboard, "Armenia")
    dashboard.page.keyboard.press("F6")
    expect(dashboard.card(country="ARM")).to_be_focused()
    dashboard.page.keyboard.press("Escape")
    expect(dashboard.card()).to_have_count(0)
    expect(dashboard.state("Armenia")).to_be_focused()


def test_the_offline_page_is_worked_with_the_same_keys(browser: Browser, tmp_path: Path) -> None:
    with offline.opened(browser, offline.write(tmp_path), viewport={"width": 1280, "height": 720}) as page:
        page.open("year=2024")
        enter(page, "Georgia")
        page.page.keyboard.press("ArrowDown")
        page.page.keyboard.press("Enter")
        card = page.frame.get_by_role("complementary", name="Armenia")
        expect(card).to_be_visible()
        said = page.frame.get_by_role("status")
        expect(said.filter(has_text="Card: Armenia, Member; says participation is frozen")).to_have_count(1)
        page.page.keyboard.press("F6")
        expect(card).to_be_focused()
        page.page.keyboard.press("Escape")
        expect(card).to_be_hidden()
        expect(page.state("Armenia")).to_be_focused()
        expect(said.filter(has_text="Card closed.")).to_have_count(1)


# Without dragging, with less motion


def test_the_map_is_moved_with_buttons_once_it_is_larger_than_its_frame(dashboard: Dashboard) -> None:
    dashboard.open()
    group = dashboard.frame.get_by_role("group", name="Move the map")
    expect(group).to_have_count(0)
    dashboard.frame.get_by_role("button", name="Zoom in").click()
    centre = "window.map.getCenter().lng"
    before = dashboard.map.evaluate(f"() => {centre}")
    group.get_by_role("button", name="Move the map left").click()
    until(dashboard.map, f"{centre} < {before}")
    dashboard.frame.get_by_role("button", name="Whole map").click()
    expect(group).to_have_count(0)


@pytest.mark.parametrize("viewer", [{"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"}])
def test_with_less_motion_play_goes_from_stop_to_stop_and_the_map_does_not_glide(dashboard: Dashboard) -> None:
    dashboard.open("year=1995")
    assert dashboard.map.evaluate("() => window.map.options.inertia") is False
    seen = dashboard.map.evaluate_handle(
        """map => {
            const seen = [];
            new MutationObserver(() => seen.push(map.dataset.year)).observe(map, { attributeFilter: ["data-year"] });
            return seen;
        }"""
    )
    dashboard.button("Play").click()
    expect(dashboard.map).to_have_attribute("data-year", "1999")
    dashboard.button("Pause").click()
    assert seen.json_value() == ["1999"]
