"""The operation of January 2022, a view of its own, day by day."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.dashboard import Dashboard


def test_the_operation_opens_from_the_layer_switch_and_from_its_stop(dashboard: Dashboard) -> None:
    dashboard.open()
    dashboard.layer("Operation 2022").click()
    expect(dashboard.day_slider).to_be_visible()
    expect(dashboard.slider).to_be_hidden()
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?layer=operation")
    dashboard.layer("Membership").click()
    dashboard.page.get_by_role("link", name="The operation day by day").click()
    expect(dashboard.map).to_have_attribute("data-layer", "operation")


def test_the_days_are_dragged_like_the_years(dashboard: Dashboard) -> None:
    dashboard.open("layer=operation&day=2022-01-02")
    assert dashboard.frame.locator("path.flow").count() == 0, "nobody has left yet"
    handle = dashboard.day_handle
    handle.press()
    handle.move(7)  # the eighth day: 9 January
    expect(dashboard.map).to_have_attribute("data-day", "2022-01-09")
    assert dashboard.frame.locator("path.flow").count() > 0
    handle.release()
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?day=2022-01-09&layer=operation")
    expect(dashboard.page.locator('.csto-operation[data-shown-day="2022-01-09"]')).to_be_visible()


def test_a_strength_that_was_not_disclosed_is_an_open_line_and_said_so(dashboard: Dashboard) -> None:
    dashboard.open("layer=operation&day=2022-01-09")
    labels = dashboard.frame.locator(".origin")
    expect(labels.filter(has_text="Russia")).to_contain_text("strength not disclosed")
    expect(labels.filter(has_text="Armenia")).to_contain_text("100 soldiers")
    widths = dashboard.frame.locator("path.flow.wide").evaluate_all(
        "paths => paths.map(p => p.getAttribute('stroke-width'))"
    )
    assert set(widths) == {"8"}, "an undisclosed strength has one fixed width"


def test_rival_totals_the_best_supported_and_the_dead_are_stated(dashboard: Dashboard) -> None:
    dashboard.open("layer=operation")
    story = dashboard.page.locator(".csto-story")
    for figure in ("2,030", "2,500", "3,600", "238", "19 of them officers"):
        expect(story.get_by_text(figure).first).to_be_visible()
    expect(story.get_by_text("best supported").first).to_be_visible()


def test_contingents_leave_the_map_when_they_have_left(dashboard: Dashboard) -> None:
    dashboard.open("layer=operation&day=2022-01-20")
    assert dashboard.frame.locator("path.flow").count() == 0
