"""Two days in one frame: the same words as in the exports, a second map that follows, and every way out of it."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Locator, expect

from dashboard import compare, shapes, timeline
from dashboard.words import words
from membership_data import records
from tests.browser.dashboard import Dashboard
from tests.browser.drag import Handle, at_rest

EN = words()
RECORDS = timeline.join(records.load(), shapes.load().codes)
PAIRS = [
    ("1999", "2026"), ("1992", "2012"), ("2026", "1992"), ("1999-03-24", "1999"), ("2000", "2001"),
    ("2021-08-14", "2021-08-15"), ("2005", "2005"), ("1992-05-15", "1994-04-20"),
]  # fmt: skip


def beside(dashboard: Dashboard) -> Locator:
    """The map of the other day, which is a picture: it has neither roles nor codes."""
    return dashboard.frame.locator(".beside")


def other_slider(dashboard: Dashboard) -> Locator:
    return dashboard.frame.get_by_role("slider", name="Compare with")


def clauses(dashboard: Dashboard) -> Locator:
    return dashboard.frame.get_by_role("region", name="Comparison").get_by_role("listitem")


def tool(dashboard: Dashboard) -> Locator:
    return dashboard.button("Compare")


def drawn(dashboard: Dashboard) -> dict[str, str]:
    """Status by code on the map of the other day, as its shapes are styled."""
    return beside(dashboard).evaluate(
        "map => Object.fromEntries([...map.querySelectorAll(':scope > svg [data-beside]')].map(shape => "
        "[shape.dataset.beside, [...shape.classList].find(name => name.startsWith('is-')).slice(3)]))"
    )


def day_of(text: str) -> date:
    return RECORDS.day_of(int(text)) if text.isdigit() else date.fromisoformat(text)


@pytest.mark.parametrize(("shown", "other"), PAIRS)
def test_the_page_says_what_the_exports_say(dashboard: Dashboard, shown: str, other: str) -> None:
    dashboard.open(f"{'year' if shown.isdigit() else 'on'}={shown}&compare={other}")
    found = compare.between(RECORDS, day_of(shown), day_of(other), EN)
    expect(dashboard.headline).to_have_text(found.lead)
    expect(clauses(dashboard)).to_have_text(list(found.clauses))
    assert drawn(dashboard) == RECORDS.statuses(day_of(other))
    assert dashboard.statuses() == RECORDS.statuses(day_of(shown))
    outlined = "path.change.line.on"
    expect(beside(dashboard).locator(outlined)).to_have_count(len(found.states))
    expect(dashboard.map.locator(outlined)).to_have_count(len(found.states))


def test_the_button_opens_the_beginning_beside_the_last_day_and_ends_it(dashboard: Dashboard) -> None:
    dashboard.open()
    tool(dashboard).click()
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?compare=1992")
    expect(tool(dashboard)).to_have_attribute("aria-pressed", "true")
    expect(beside(dashboard)).to_be_visible()
    tool(dashboard).click()
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/")
    expect(beside(dashboard)).to_be_hidden()
    expect(tool(dashboard)).to_have_attribute("aria-pressed", "false")


def test_both_days_are_in_large_type_with_their_dates(dashboard: Dashboard) -> None:
    dashboard.open("year=2012&compare=1999")
    frame = dashboard.frame
    expect(frame.get_by_role("button", name="1999", exact=True)).to_be_visible()
    expect(frame.get_by_text("On 31 December 1999", exact=True)).to_be_visible()
    expect(frame.locator(".caption").get_by_text("On 31 December 2012", exact=True)).to_be_visible()


def test_the_second_map_adds_nothing_that_can_be_mistaken_for_the_first(dashboard: Dashboard) -> None:
    dashboard.open("year=2012&compare=1999")
    expect(beside(dashboard)).to_be_visible()
    frame = dashboard.frame
    expect(frame.locator("[data-year]")).to_have_count(1)
    expect(frame.locator("[data-iso]")).to_have_count(len(RECORDS.states))
    expect(frame.locator('[data-iso][tabindex="0"]')).to_have_count(1)
    expect(beside(dashboard)).to_have_attribute("aria-hidden", "true")
    expect(beside(dashboard).locator("[data-iso], [data-status], [role], [tabindex]")).to_have_count(0)


def test_both_maps_have_the_same_frame_and_scale(dashboard: Dashboard) -> None:
    dashboard.open("year=2012&compare=1999")
    at_rest(dashboard.map)
    one, other = dashboard.map.bounding_box(), beside(dashboard).bounding_box()
    assert (one["width"], one["height"], one["y"]) == (other["width"], other["height"], other["y"])
    there, here = (map_.locator("path.state").nth(4).bounding_box() for map_ in (beside(dashboard), dashboard.map))
    assert there["width"] == pytest.approx(here["width"], abs=3)
    assert there["x"] - other["x"] == pytest.approx(here["x"] - one["x"], abs=3)
    assert there["y"] == pytest.approx(here["y"], abs=3)


def test_the_other_year_is_dragged_and_heard_of_when_it_is_let_go(dashboard: Dashboard) -> None:
    dashboard.open("compare=1992")
    at_rest(other_slider(dashboard))
    handle = Handle(other_slider(dashboard))
    handle.press()
    handle.move(2005)
    expect(clauses(dashboard).first).to_have_text("Uzbekistan returned to membership (16 August 2006)")
    assert drawn(dashboard) == RECORDS.statuses(date(2005, 12, 31))
    assert dashboard.url.endswith("compare=1992")
    handle.release()
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?compare=2005")
    assert dashboard.year == 2026


def test_the_year_of_the_map_is_dragged_as_ever(dashboard: Dashboard) -> None:
    dashboard.open("compare=1999")
    at_rest(dashboard.slider)
    dashboard.handle.drag(2006)
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=2006&compare=1999")
    expect(clauses(dashboard)).to_have_text(["Uzbekistan returned to membership (16 August 2006)"])


def test_the_other_day_is_chosen_with_the_keyboard(dashboard: Dashboard) -> None:
    dashboard.open("compare=1999")
    other_slider(dashboard).focus()
    dashboard.page.keyboard.press("ArrowRight")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?compare=2000")
    dashboard.frame.get_by_role("button", name="2000", exact=True).press("Enter")
    box = dashboard.frame.get_by_role("textbox", name="Compare with")
    box.fill("1999-03-24")
    box.press("Enter")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?compare=1999-03-24")
    expect(other_slider(dashboard)).to_have_attribute("aria-valuetext", "24 March 1999")
    assert drawn(dashboard)["GEO"] == "member"


def test_the_two_days_are_swapped(dashboard: Dashboard) -> None:
    dashboard.open("on=1999-03-24&compare=2012")
    dashboard.button("Swap the two").click()
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=2012&compare=1999-03-24")
    assert drawn(dashboard) == RECORDS.statuses(date(1999, 3, 24))


def test_escape_closes_the_country_first_and_then_the_comparison(dashboard: Dashboard) -> None:
    dashboard.open("compare=1999&country=UZB")
    expect(dashboard.card(country="UZB")).to_be_visible()
    tool(dashboard).focus()
    dashboard.page.keyboard.press("Escape")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?compare=1999")
    dashboard.page.keyboard.press("Escape")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/")
    expect(beside(dashboard)).to_be_hidden()
    expect(dashboard.headline).to_contain_text("6 members")


def test_it_can_be_closed_and_back_opens_it_again(dashboard: Dashboard) -> None:
    dashboard.open("compare=1999")
    dashboard.button("End the comparison").click()
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/")
    expect(tool(dashboard)).to_be_focused()
    dashboard.page.go_back()
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?compare=1999")
    expect(beside(dashboard)).to_be_visible()
    assert drawn(dashboard) == RECORDS.statuses(date(1999, 12, 31))


def test_a_state_is_chosen_on_either_map(dashboard: Dashboard) -> None:
    dashboard.open("compare=1999")
    at_rest(beside(dashboard))
    beside(dashboard).locator('> svg [data-beside="KAZ"]').click()
    expect(dashboard.card(country="KAZ")).to_be_visible()
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?country=KAZ&compare=1999")


def test_an_operation_has_nothing_beside_it(dashboard: Dashboard) -> None:
    dashboard.open("compare=1999")
    dashboard.layer("Operation 2022").click()
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?layer=operation")
    expect(beside(dashboard)).to_be_hidden()
    expect(tool(dashboard)).to_be_hidden()
    expect(dashboard.slider).to_be_hidden()


def test_a_locked_view_shows_both_days_and_no_way_to_others(dashboard: Dashboard) -> None:
    dashboard.open("embed=true&year=2012&compare=1999&controls=none")
    expect(beside(dashboard)).to_be_visible()
    expect(clauses(dashboard).first).to_be_visible()
    expect(other_slider(dashboard)).to_be_hidden()
    expect(dashboard.frame.get_by_role("button", name="End the comparison")).to_be_hidden()
    expect(dashboard.frame.get_by_role("button", name="1999", exact=True)).to_be_disabled()


def test_on_a_narrow_screen_one_map_stands_above_the_other(dashboard: Dashboard) -> None:
    dashboard.page.set_viewport_size({"width": 390, "height": 844})
    dashboard.open("compare=1999")
    at_rest(dashboard.map)
    upper, lower = beside(dashboard).bounding_box(), dashboard.map.bounding_box()
    assert upper["y"] + upper["height"] <= lower["y"]
    assert upper["width"] == lower["width"] > 330
    assert upper["height"] == pytest.approx(lower["height"], abs=2)
    assert lower["height"] > 200
