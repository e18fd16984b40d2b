"""Light, dark and more contrast: from the address, from the system, and without a new map."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.dashboard import READY_MS, Dashboard

TEAL = {"light": "rgb(14, 99, 92)", "dark": "rgb(67, 214, 196)"}
PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(27, 31, 36)"}


def shows(dashboard: Dashboard, theme: str) -> None:
    """Expects map, controls and page in a theme."""
    expect(dashboard.state("Russia")).to_have_css("fill", TEAL[theme])
    expect(dashboard.frame.get_by_role("main")).to_have_css("background-color", PAPER[theme])
    expect(dashboard.page.locator(".stApp")).to_have_css("background-color", PAPER[theme])


@pytest.mark.parametrize("viewer", [{"color_scheme": "light"}, {"color_scheme": "dark"}])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("around", ["", "embed=true&"])
def test_a_link_asks_for_a_theme_whatever_the_system_has(dashboard: Dashboard, theme: str, around: str) -> None:
    shows(dashboard.open(f"{around}theme={theme}"), theme)


def choose(dashboard: Dashboard, theme: str) -> None:
    dashboard.page.get_by_role("navigation", name="Theme").get_by_role("link", name=theme).click()


@pytest.mark.parametrize("viewer", [{"color_scheme": "light"}])
def test_a_theme_is_chosen_in_the_page_without_a_new_map(dashboard: Dashboard) -> None:
    dashboard.open("year=2012&country=UZB")
    shows(dashboard, "light")
    dashboard.map.evaluate("map => (map.dataset.kept = 'yes')")
    choose(dashboard, "Dark")
    shows(dashboard, "dark")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=2012&country=UZB&theme=dark")
    dashboard.handle.drag(2000)
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=2000&country=UZB&theme=dark")
    choose(dashboard, "System")
    shows(dashboard, "light")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=2000&country=UZB")
    assert dashboard.map.get_attribute("data-kept") == "yes"


@pytest.mark.parametrize("viewer", [{"color_scheme": "light"}])
def test_the_system_may_change_while_the_map_is_open(dashboard: Dashboard) -> None:
    dashboard.open()
    shows(dashboard, "light")
    dashboard.map.evaluate("map => (map.dataset.kept = 'yes')")
    dashboard.page.emulate_media(color_scheme="dark")
    shows(dashboard, "dark")
    assert dashboard.map.get_attribute("data-kept") == "yes"


@pytest.mark.parametrize("viewer", [{"color_scheme": "light"}])
def test_the_chart_wears_the_theme_of_the_page(dashboard: Dashboard) -> None:
    dashboard.open("page=forces&theme=dark")
    chart = dashboard.page.get_by_test_id("stVegaLiteChart")
    expect(chart.locator("svg.marks")).to_have_css("background-color", PAPER["dark"], timeout=READY_MS)


@pytest.mark.parametrize("viewer", [{"contrast": "more"}])
def test_whoever_asks_for_contrast_gets_it(dashboard: Dashboard) -> None:
    dashboard.open("year=1999")
    ink = dashboard.headline.evaluate("line => getComputedStyle(line).color")
    expect(dashboard.frame.locator(".dated")).to_have_css("color", ink)
    expect(dashboard.frame.locator(".leaflet-pane path.border")).to_have_css("stroke", ink)


@pytest.mark.parametrize("viewer", [{"forced_colors": "active"}])
def test_with_forced_colours_a_pressed_button_still_looks_pressed(dashboard: Dashboard) -> None:
    dashboard.open()
    pressed, other = (
        dashboard.layer(name).evaluate("button => getComputedStyle(button).backgroundColor")
        for name in ("Membership", "Areas")
    )
    assert pressed != other
    expect(dashboard.state("Russia")).to_have_css("fill", TEAL["light"])
