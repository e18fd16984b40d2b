"""The second use: clicking countries for details."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.dashboard import Dashboard

# Places in drawing units that no label or lens covers: a steppe, Chukotka, the sea.
MIDDLE_OF = {"KAZ": (67.0, 49.5), "RUS": (172.0, 67.0), "UZB": (63.0, 41.5), "TJK": (68.8, 38.5)}
CHINA, SEA = (95.0, 38.0), (-2.0, 62.0)


def click_at(dashboard: Dashboard, place: tuple[float, float]) -> None:
    """Clicks the map at a longitude and latitude."""
    dashboard.page.mouse.click(*dashboard.pixel(*place))


@pytest.mark.parametrize(
    ("code", "name"), [("KAZ", "Kazakhstan"), ("RUS", "Russia"), ("UZB", "Uzbekistan"), ("TJK", "Tajikistan")]
)
def test_a_click_inside_a_state_opens_its_card(dashboard: Dashboard, code: str, name: str) -> None:
    dashboard.open()
    click_at(dashboard, MIDDLE_OF[code])
    expect(dashboard.card(country=code).get_by_role("heading")).to_have_text(name)
    expect(dashboard.state(name)).to_have_attribute("aria-pressed", "true")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?country={code}")


def test_armenia_can_be_hit_on_the_map_and_in_the_lens(dashboard: Dashboard) -> None:
    dashboard.open()
    click_at(dashboard, (44.6, 40.4))
    expect(dashboard.card(country="ARM").get_by_role("heading")).to_have_text("Armenia")
    dashboard.page.keyboard.press("Escape")
    expect(dashboard.card()).to_have_count(0)
    dashboard.frame.locator('[data-lens="ARM"]').click(position={"x": 15, "y": 12})
    expect(dashboard.card(country="ARM")).to_be_visible()


def test_a_click_beside_a_small_state_takes_the_nearest(dashboard: Dashboard) -> None:
    dashboard.open()
    x, y = dashboard.pixel(41.6, 42.2)  # the Georgian coast
    dashboard.page.mouse.click(x - 12, y)
    expect(dashboard.card(country="GEO")).to_be_visible()


@pytest.mark.parametrize("place", [SEA, CHINA])
def test_a_click_far_from_every_state_closes_the_card(dashboard: Dashboard, place: tuple[float, float]) -> None:
    dashboard.open("country=KAZ")
    expect(dashboard.card(country="KAZ")).to_be_visible()
    click_at(dashboard, place)
    expect(dashboard.card()).to_have_count(0)
    expect(dashboard.page.get_by_role("heading", name="All changes")).to_be_visible()


def test_escape_in_the_page_closes_the_card(dashboard: Dashboard) -> None:
    dashboard.open("country=KAZ")
    dashboard.card(country="KAZ").click()
    dashboard.page.keyboard.press("Escape")
    expect(dashboard.card()).to_have_count(0)
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/")


def test_the_card_follows_a_drag_and_the_selection_stays(dashboard: Dashboard) -> None:
    dashboard.open("country=ARM")
    expect(dashboard.card(year=2026)).to_contain_text("Member; says participation is frozen")
    dashboard.handle.drag(2010)
    expect(dashboard.card(year=2010)).to_contain_text("Member")
    expect(dashboard.card(year=2010)).not_to_contain_text("frozen")
    dashboard.handle.drag(1993)
    expect(dashboard.card(year=1993)).to_contain_text("Treaty not yet in force")
    expect(dashboard.state("Armenia")).to_have_attribute("aria-pressed", "true")
    assert dashboard.frame.locator("path.chosen.line").first.get_attribute("d").startswith("M")


def test_a_country_can_be_chosen_from_the_list_without_the_map(dashboard: Dashboard) -> None:
    dashboard.open()
    finder = dashboard.frame.get_by_role("combobox", name="Find a country")
    finder.select_option("Georgia")
    expect(dashboard.card(country="GEO")).to_be_visible()
    expect(dashboard.state("Georgia")).to_have_attribute("aria-pressed", "true")
    dashboard.page.get_by_role("link", name="All changes").click()
    expect(dashboard.card()).to_have_count(0)
    expect(finder).to_have_value("")
    expect(dashboard.state("Georgia")).to_have_attribute("aria-pressed", "false")


def test_a_state_can_be_chosen_with_the_keyboard(dashboard: Dashboard) -> None:
    dashboard.open()
    dashboard.frame.locator('[data-iso][tabindex="0"]').focus()
    dashboard.page.keyboard.press("Enter")
    expect(dashboard.card()).to_be_visible()


@pytest.mark.parametrize("code", ["ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "TJK", "UZB", "AFG", "SRB"])
def test_every_line_of_every_card_has_a_source(dashboard: Dashboard, code: str) -> None:
    dashboard.open(f"country={code}")
    story = dashboard.page.locator(".csto-story")
    expect(story.get_by_role("heading", name="History")).to_be_visible()
    bare = story.locator("li:not(:has(.csto-source))")
    assert bare.all_inner_texts() == []


def test_hover_says_name_status_and_since(dashboard: Dashboard) -> None:
    dashboard.open("year=2012")
    dashboard.page.mouse.move(*dashboard.pixel(*MIDDLE_OF["UZB"]))
    hint = dashboard.frame.locator(".hint")
    expect(hint).to_contain_text("Uzbekistan")
    expect(hint).to_contain_text("Membership suspended; not counted, since 19 December 2012")
