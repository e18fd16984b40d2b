"""The first use: dragging the year slider."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.dashboard import Dashboard

LEAVE_A_MARK = "() => { window.here = 'since the first view'; }"
THE_MARK = "() => window.here"


def mark(dashboard: Dashboard) -> None:
    """Marks the map's document: a mark that is gone means that the map was mounted again."""
    dashboard.map.evaluate(LEAVE_A_MARK)


def assert_same_mount(dashboard: Dashboard) -> None:
    assert dashboard.map.evaluate(THE_MARK) == "since the first view", "the map was mounted again"


def test_states_change_status_while_the_handle_is_still_held(dashboard: Dashboard) -> None:
    dashboard.open()
    handle = dashboard.handle
    handle.press()
    handle.move(1992)
    assert dashboard.year == 1992
    assert dashboard.statuses()["KAZ"] == "signatory"
    handle.move(1995)
    assert dashboard.statuses()["GEO"] == "member"
    handle.move(2001)
    assert dashboard.statuses()["GEO"] == "former"
    assert "year=" not in dashboard.url, "the address changes on release, not before"
    handle.release()


def test_on_release_card_headline_and_address_follow(dashboard: Dashboard) -> None:
    dashboard.open("country=UZB")
    expect(dashboard.card(year=2026, country="UZB")).to_contain_text("Membership suspended")
    mark(dashboard)
    dashboard.handle.drag(2012, 1999)
    expect(dashboard.card(year=1999, country="UZB")).to_contain_text("Former party")
    expect(dashboard.headline).to_contain_text("did not renew the Treaty")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=1999&country=UZB")
    assert_same_mount(dashboard)


def test_scrubbing_during_reruns_never_makes_the_handle_jump(dashboard: Dashboard) -> None:
    dashboard.open("country=KAZ")
    mark(dashboard)
    for goal in (1994, 2020, 1999, 2012, 2003, 2024):
        dashboard.handle.drag(goal, steps=4)  # the rerun of the one before is still under way
        assert dashboard.year == goal
    for _ in range(10):
        assert dashboard.year == 2024
        dashboard.page.wait_for_timeout(100)
    expect(dashboard.card(year=2024, country="KAZ")).to_be_visible()
    assert_same_mount(dashboard)


def test_a_rerun_that_ends_in_the_middle_of_a_drag_leaves_the_handle_alone(dashboard: Dashboard) -> None:
    dashboard.open("country=KAZ")
    dashboard.handle.drag(2000)
    dashboard.handle.press()
    dashboard.handle.move(2015)
    dashboard.settle()
    expect(dashboard.card(year=2000)).to_be_visible()
    assert dashboard.year == 2015, "the rerun for 2000 must not pull the handle back"
    dashboard.handle.release()
    expect(dashboard.card(year=2015)).to_be_visible()


def test_back_and_forward_move_the_map_and_the_panel(dashboard: Dashboard) -> None:
    dashboard.open("country=ARM")
    mark(dashboard)
    for year in (2002, 2012):
        dashboard.handle.drag(year)
        expect(dashboard.card(year=year)).to_be_visible()
    dashboard.page.go_back()
    expect(dashboard.card(year=2002)).to_be_visible()
    expect(dashboard.map).to_have_attribute("data-year", "2002")
    dashboard.page.go_back()
    expect(dashboard.card(year=2026)).to_be_visible()
    dashboard.page.go_forward()
    expect(dashboard.card(year=2002)).to_be_visible()
    dashboard.settle()
    expect(dashboard.map).to_have_attribute("data-year", "2002")
    assert "year=2002" in dashboard.url, "going back must not be undone"
    assert_same_mount(dashboard)


def test_a_stop_in_the_list_moves_the_map_the_panel_and_the_address(dashboard: Dashboard) -> None:
    dashboard.open()
    mark(dashboard)
    dashboard.page.get_by_role("link", name="1999").click()
    expect(dashboard.map).to_have_attribute("data-year", "1999")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=1999")
    dashboard.settle()
    assert dashboard.statuses()["AZE"] == "former"
    assert_same_mount(dashboard)


def test_next_and_previous_change_go_from_stop_to_stop(dashboard: Dashboard) -> None:
    dashboard.open("year=1994")
    for year in (1999, 2002, 2003, 2006):
        dashboard.button("Next change").click()
        assert dashboard.year == year
    dashboard.button("Previous change").click()
    assert dashboard.year == 2003
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=2003")


@pytest.mark.parametrize(("key", "year"), [("ArrowLeft", 2005), ("ArrowRight", 2007), ("Home", 1992), ("End", 2026)])
def test_the_slider_obeys_the_keyboard(dashboard: Dashboard, key: str, year: int) -> None:
    dashboard.open("year=2006")
    dashboard.slider.focus()
    dashboard.page.keyboard.press(key)
    assert dashboard.year == year


def test_the_slider_says_year_count_and_change(dashboard: Dashboard) -> None:
    dashboard.open("year=1999")
    expect(dashboard.slider).to_have_attribute("aria-valuetext", "1999, 6 in, 3 do not renew")
    assert dashboard.slider.input_value() == "1999"


def test_play_starts_only_when_pressed_and_rests_at_a_stop(dashboard: Dashboard) -> None:
    dashboard.open("year=1994")
    dashboard.page.wait_for_timeout(700)
    assert dashboard.year == 1994, "nothing moves by itself"
    dashboard.button("Play").click()
    expect(dashboard.map).to_have_attribute("data-year", "1999")
    dashboard.page.wait_for_timeout(600)
    assert dashboard.year == 1999, "playing rests at a stop"
    dashboard.button("Pause").click()
    dashboard.page.wait_for_timeout(2200)
    assert dashboard.year == 1999
    expect(dashboard.button("Play")).to_be_visible()


@pytest.mark.parametrize(("typed", "year", "status"), [("1998", 1998, "member"), ("1999-03-24", 1999, "member")])
def test_a_year_or_a_day_can_be_typed(dashboard: Dashboard, typed: str, year: int, status: str) -> None:
    dashboard.open()
    dashboard.type_day(typed)
    assert dashboard.year == year
    assert dashboard.statuses()["GEO"] == status


def test_what_is_typed_and_not_understood_is_said_and_changes_nothing(dashboard: Dashboard) -> None:
    dashboard.open("year=2006")
    dashboard.type_day("1066")
    expect(dashboard.frame.get_by_role("alert")).to_contain_text("from 1992-05-15 to 2026-05-17")
    assert dashboard.year == 2006


def test_what_changed_is_outlined_badged_and_said(dashboard: Dashboard) -> None:
    dashboard.open("year=2006")
    expect(dashboard.frame.locator(".change.on")).to_have_count(2)
    expect(dashboard.frame.locator(".leaflet-container .badge:not(:empty)")).to_have_text(["="])
    expect(dashboard.headline).to_have_text("On 16 August Uzbekistan returned to membership. 7 members.")
